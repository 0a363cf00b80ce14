"""Publishing: new ids are added to the list that holds every id ever published."""

from __future__ import annotations

from pathlib import Path

from evenemang.catalogue.checking import check, files_in
from evenemang.catalogue.fault import refused
from evenemang.catalogue.files import read_files
from evenemang.catalogue.published import Published, ids_of, published_faults, read_lock, with_new_ids
from evenemang.hooks import Registrations


def publish(path: Path, registrations: Registrations) -> tuple[str, tuple[Published, ...]]:
    """Return a list of published ids with all that is new in its folder, and what was added or retired.

    Raises:
        ContentFaulty: If something in the folder is at fault, or a published id is gone or used anew.
    """
    folder = path.parent
    lock = read_lock(path)
    read = read_files(files_in(folder))
    faults = (
        *check([folder], registrations),
        *published_faults([lock], read, registrations.calculators),
    )
    if faults:
        raise refused(dict.fromkeys(faults))
    return with_new_ids(lock, dict(ids_of(read, registrations.calculators)))
