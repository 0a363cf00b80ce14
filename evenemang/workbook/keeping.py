"""Keeping a dossier's workbooks in the folders: the open one, and a secret one where something is secret."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from evenemang.domain.errors import FileUnfit
from evenemang.flow.books import Footprint
from evenemang.flow.outbox import Errand, Kept
from evenemang.flow.parting import open_part, secret_part
from evenemang.flow.recording import Whole
from evenemang.workbook.finding import moved
from evenemang.workbook.knowing import cells_of, digest_of
from evenemang.workbook.replacing import clear_up, put, take_away
from evenemang.workbook.returns import Reader, Watch
from evenemang.workbook.saving import file_name
from evenemang.workbook.writing import has_secret, write

OPEN, SECRET = "workbooks", "workbooks-secret"


def keep(whole: Whole, data: Path, errand: Errand, reader: Reader) -> Kept:
    """Write the workbooks of a dossier, and return the name in the folder.

    The folder is Swedish, as the municipality's records are. What somebody has changed by hand is set
    aside before it is replaced. When the name or the date of the event has changed, the new files come
    first and the old ones go after. A file that a person has renamed or moved keeps its new place.

    Raises:
        OSError: If a file cannot be written, or another program holds it.
        Overtaken: If somebody else has taken over writing this workbook.
    """

    def is_old(content: bytes, name: str) -> bool:
        return _says_the_same(content, whole, reader, secret=name.startswith(SECRET))

    named, book = file_name(whole.dossier), errand.book
    found = moved(data / OPEN, book, lambda: _others(errand), reader)
    file = found if found and book.named == named else named
    strays = {f"{OPEN}/{found}"} if found else set()
    keep_files(_parts(whole, file), strays, data, errand, Watch(data, errand, book.record, is_old))
    return Kept(file, named)


def keep_files(
    parts: Mapping[str, bytes], strays: Collection[str], data: Path, errand: Errand, watch: Watch
) -> None:
    """Write the files of a record's workbook, and take away those that are not among them any more.

    Raises:
        OSError: If a file cannot be written, or another program holds it.
        Overtaken: If somebody else has taken over writing this workbook.
    """
    known = {one.path for one in errand.book.files} | {*strays}
    gone = sorted((known | {one.replace(OPEN, SECRET, 1) for one in parts}) - parts.keys())
    for folder in {(data / path).parent for path in (*parts, *gone)} | watch.folders:
        clear_up(folder, watch.mark)  # of a process that ended, or was so slow that it was overtaken
    there = [digest for path in (*parts, *gone) if (digest := _digest_at(data / path))]
    coming = [Footprint(path, digest_of(one), cells_of(one)) for path, one in parts.items()]
    errand.about_to_write(coming, there)
    for path, content in parts.items():
        put(data / path, content, watch.at(path), watch.mark)
    for path in gone:
        if not any(_same(data / path, data / one) for one in parts):
            take_away(data / path, watch.at(path), watch.mark)


def _parts(whole: Whole, file: str) -> Mapping[str, bytes]:
    parts = {f"{OPEN}/{file}": write(whole, "sv")}
    if has_secret(whole):
        parts[f"{SECRET}/{file}"] = write(whole, "sv", secret=True)
    return parts


def _says_the_same(content: bytes, whole: Whole, reader: Reader, *, secret: bool) -> bool:
    """Whether a file says what the dossier says now."""
    part = secret_part(whole) if secret else open_part(whole)
    try:
        said = reader.read(content)
    except FileUnfit:
        return False
    return part is not None and (said.version, said.dossier) == (part.version, part.dossier)


def _others(errand: Errand) -> set[str]:
    """Return the files in the open folder that are other records' own."""
    return {
        file.path.removeprefix(f"{OPEN}/")
        for one in errand.store.books()
        if (one.kind, one.record) != (errand.lease.kind, errand.lease.record)
        for file in one.files
    }


def _same(path: Path, other: Path) -> bool:
    """Whether two names are one file: where case does not count, a name that only changed case is."""
    return path.exists() and other.exists() and path.samefile(other)


def _digest_at(path: Path) -> str | None:
    try:
        return digest_of(path.read_bytes())
    except FileNotFoundError:
        return None
