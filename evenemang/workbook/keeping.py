"""Keeping a dossier's workbooks in the folders: the open one, and a secret one where something is secret."""

from __future__ import annotations

from pathlib import Path

from evenemang.flow.recording import Whole
from evenemang.workbook.saving import file_name, save_atomically
from evenemang.workbook.writing import has_secret, write

OPEN, SECRET = "workbooks", "workbooks-secret"


def keep(whole: Whole, data: Path, before: str | None) -> str:
    """Write the workbooks of a dossier and return the file's name within the folder.

    The folder is Swedish, as the municipality's records are. When the name or the date of the event has
    changed since `before` was written, the new file comes first and the old one goes after.

    Raises:
        OSError: If a file cannot be written, or another program holds it (Windows).
    """
    name = file_name(whole.dossier)
    save_atomically(data / OPEN / name, write(whole, "sv"))
    if has_secret(whole):
        save_atomically(data / SECRET / name, write(whole, "sv", secret=True))
    else:
        (data / SECRET / name).unlink(missing_ok=True)
    if before and before != name:
        (data / OPEN / before).unlink(missing_ok=True)
        (data / SECRET / before).unlink(missing_ok=True)
    return name
