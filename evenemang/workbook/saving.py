"""Where a workbook stands in the folder, and how it gets there whole."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from evenemang.domain.dossier import Dossier

UNSAFE = '<>:"/\\|?*'  # Windows refuses these
UNSEEN = ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")  # two names would look alike, or macOS refuses them
PORTS = {f"{port}{number}" for port in ("COM", "LPT") for number in "123456789¹²³"}
RESERVED = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *PORTS}
LONGEST_NAME = 80  # characters of the event's name
LONGEST_PART = 180  # bytes, and units taken apart: a whole name holds 255 of either
PLAIN_ID = re.compile(r"[a-z0-9](?:[a-z0-9_.-]{0,38}[a-z0-9_-])?")
UNDATED = "utan-datum"
UNFINISHED = ".tmp"
LOCKS = ("~$", ".~lock.", ".")  # Excel's and LibreOffice's signs that a file is open; what is unfinished


def file_name(dossier: Dossier) -> str:
    """Return the workbook's path in the folder, such as `2023/2023-08-25 Potatisfestivalen (3f9k).xlsx`."""
    first = dossier.event.first_day
    name = f"{safe_name(dossier.event.name)} ({id_in_name(dossier.id)}).xlsx"
    return f"{first.year:04d}/{first} {name}" if first else f"{UNDATED}/{name}"


def safe_name(name: str) -> str:
    """Return a name that Windows, macOS and Linux all take, the same on each."""
    plain = "".join(" " if _unsafe(one) else one for one in unicodedata.normalize("NFC", name))
    short = " ".join(plain.split())[:LONGEST_NAME]
    while not _fits(short):
        short = short[:-1]
    kept = short.lstrip(" .~").rstrip(" .")  # "~$" begins the lock files of Excel
    return f"_{kept}" if kept.split(".")[0].upper().strip() in {*RESERVED, ""} else kept


def id_in_name(dossier_id: str) -> str:
    """Return an id as it stands in file names: two ids never look the same, also where case does not count.

    An id of ours stands as it is. One with capitals, slashes or odd dots, or a very long one, has a
    checksum after a tilde, which no id holds.
    """
    if PLAIN_ID.fullmatch(dossier_id) and ".." not in dossier_id:
        return dossier_id
    return f"{safe_name(dossier_id)[:30].strip(' .')}~{sha256(dossier_id.encode()).hexdigest()[:12]}"


def is_workbook(path: Path) -> bool:
    """Whether a file in the folders may be a workbook: not one that only tells that another is open."""
    return path.suffix.lower() == ".xlsx" and not path.name.startswith(LOCKS)


def _fits(part: str) -> bool:
    """Linux counts bytes; Windows UTF-16 units; old macOS UTF-16 units with the accents taken apart."""
    apart = len(unicodedata.normalize("NFD", part).encode("utf-16-le")) // 2
    return max(len(part.encode()), apart) <= LONGEST_PART


def _unsafe(character: str) -> bool:
    return character in UNSAFE or unicodedata.category(character) in UNSEEN


def save_atomically(path: Path, content: bytes) -> None:
    """Write a file so that there is always either the old one or the new one, never half.

    Raises:
        OSError: If the folder cannot be written, or another program holds the file (Windows).
    """
    with unfinished(path, content) as new:
        os.replace(new, path)  # its name says what it guarantees
    sync_folder(path.parent)


@contextmanager
def unfinished(path: Path, content: bytes, mark: str = "") -> Iterator[str]:
    """Write a whole file beside a path, to be put in its place; what is not put there is gone afterwards.

    Raises:
        OSError: If the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f".{mark}", suffix=UNFINISHED, delete=False) as temporary:
        try:
            temporary.write(content)
            temporary.flush()
            os.fsync(temporary.fileno())
            temporary.close()
            yield temporary.name
        finally:
            temporary.close()
            Path(temporary.name).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the new name last; Windows has no way to, and needs none."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
