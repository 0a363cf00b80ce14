"""One area from its file, on its own: what it refers to need not be installed."""

from __future__ import annotations

from pathlib import Path

from evenemang.catalogue.fault import refused
from evenemang.catalogue.files import read_file
from evenemang.domain.checklist import Area


def read_area(path: Path) -> Area:
    """Return the area in a file.

    Raises:
        ContentFaulty: With every fault of form.
    """
    read = read_file(path, wanted="area")
    if read.faults:
        raise refused(read.faults)
    return read.of(Area)[0].model
