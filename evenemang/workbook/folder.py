"""Every workbook of a folder read, one by one: what each says, or why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Text
from evenemang.flow.rebuilding import DossierPart, RegisterPart, packed
from evenemang.workbook.reading import ReadBack, read_any

Part = DossierPart | RegisterPart
LOCKS = ("~$", ".")  # what Excel and our own writing leave beside a file that is open
CANNOT_OPEN = Text(sv="filen går inte att öppna.", en="the file cannot be opened.")


def workbooks_in(folder: Path) -> list[Path]:
    """Return the workbooks in a folder and the folders in it, by name."""
    return sorted(one for one in folder.rglob("*.xlsx") if not one.name.startswith(LOCKS) and one.is_file())


def read_folder(folder: Path) -> Iterator[tuple[str, Part | Text]]:
    """Return what every workbook of a folder says, or why it cannot be read."""
    for file in workbooks_in(folder):
        name = str(file.relative_to(folder))
        yield name, _read(file, name)


def _read(file: Path, name: str) -> Part | Text:
    try:
        back = read_any(file)
    except FileUnfit as unfit:
        why = unfit.facts.get("why")
        return why if isinstance(why, Text) else CANNOT_OPEN
    except OSError:
        return CANNOT_OPEN
    if isinstance(back, ReadBack):
        return packed(name, back.dossier, back.version, back.secret, back.journal, back.among)
    return RegisterPart(name, back.kind, back.secret, back.entries, back.example_as_of)
