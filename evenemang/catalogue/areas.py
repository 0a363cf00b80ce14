"""One area from its file, on its own: what it refers to need not be installed."""

from __future__ import annotations

from pathlib import Path

from evenemang.catalogue.fault import refused
from evenemang.catalogue.files import Read, read_document, read_file
from evenemang.catalogue.reader import read_text
from evenemang.domain.checklist import Area


def read_area(path: Path) -> Area:
    """Return the area in a file.

    Raises:
        ContentFaulty: With every fault of form.
    """
    return _area(read_file(path, wanted="area"))


def area_in(text: str, name: str) -> Area:
    """Return the area in a text that has no file yet; faults are told under the name.

    Raises:
        ContentFaulty: With every fault of form.
    """
    return _area(read_document(*read_text(text, name), wanted="area"))


def _area(read: Read) -> Area:
    if read.faults:
        raise refused(read.faults)
    return read.of(Area)[0].model
