"""Finding a workbook that a person has renamed or moved in the folder: by what it says, not by its name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from evenemang.flow.books import Book
from evenemang.workbook.knowing import digest_of
from evenemang.workbook.returns import Reader
from evenemang.workbook.saving import is_workbook


def names_in(folder: Path) -> Iterator[str]:
    """Return every file in a folder that may be a workbook, as a path within it."""
    found = (one for one in folder.rglob("*") if is_workbook(one) and one.is_file())
    yield from sorted(one.relative_to(folder).as_posix() for one in found)


def moved(folder: Path, book: Book, known: Callable[[], Collection[str]], reader: Reader) -> str | None:
    """Return where a record's workbook stands now, where it is not in its place; None if it is nowhere.

    `known` tells which files in the folder are other records' own, as paths within it.
    """
    if book.file is None:
        return None
    if (folder / book.file).is_file():
        return book.file
    ours = {one.digest for one in book.files}
    taken = known()
    rest = [(one, (folder / one).read_bytes()) for one in names_in(folder) if one not in taken]
    untouched = (one for one, content in rest if digest_of(content) in ours)
    changed = (one for one, content in rest if reader.identity(content) == book.record)
    return next(untouched, None) or next(changed, None)
