"""Where a workbook stands in the folder, and how it gets there whole."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from tempfile import NamedTemporaryFile

from evenemang.domain.dossier import Dossier

UNSAFE = '<>:"/\\|?*'  # Windows refuses these
PORTS = {f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10)}
RESERVED = {"CON", "PRN", "AUX", "NUL", *PORTS}
LONGEST_NAME = 80  # characters of the event's name
LONGEST_BYTES = 180  # of it in UTF-8: a whole name holds 255 on Linux
UNDATED = "utan-datum"


def file_name(dossier: Dossier) -> str:
    """Return the workbook's path in the folder, such as `2023/2023-08-25 Potatisfestivalen (3f9k).xlsx`."""
    first = dossier.event.first_day
    name = f"{safe_name(dossier.event.name)} ({safe_name(dossier.id)}).xlsx"
    return f"{first.year:04d}/{first} {name}" if first else f"{UNDATED}/{name}"


def safe_name(name: str) -> str:
    """Return a name that Windows, macOS and Linux all take, the same on each."""
    plain = "".join(" " if _unsafe(one) else one for one in unicodedata.normalize("NFC", name))
    short = " ".join(plain.split())[:LONGEST_NAME]
    while len(short.encode()) > LONGEST_BYTES:
        short = short[:-1]
    kept = short.strip(" .")
    return f"_{kept}" if kept.split(".")[0].upper().strip() in {*RESERVED, ""} else kept


def _unsafe(character: str) -> bool:
    """Control characters, invisible direction marks and lone halves too: they make two names look alike."""
    return character in UNSAFE or unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def save_atomically(path: Path, content: bytes) -> None:
    """Write a file so that there is always either the old one or the new one, never half.

    Raises:
        OSError: If the folder cannot be written, or another program holds the file (Windows).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as temporary:
        try:
            temporary.write(content)
            temporary.flush()
            os.fsync(temporary.fileno())
            temporary.close()
            os.replace(temporary.name, path)  # its name says what it guarantees
        except BaseException:
            temporary.close()
            Path(temporary.name).unlink(missing_ok=True)
            raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last; Windows has no way to, and needs none."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
