"""Noticing what people do in the folder while nothing else happens: a glance at each file now and then."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from evenemang.flow.books import Book, Books, Footprint, Key
from evenemang.workbook.knowing import digest_of
from evenemang.workbook.saving import UNFINISHED

AT_A_TIME = 1_000  # dossiers in one round; the next goes on where it ended
LEFT_BEHIND = 3_600  # seconds: an unfinished file that old has nobody who will finish it

FOLDERS = ("workbooks", "workbooks-secret", "returns", "returns-secret")

State = tuple[int, int, str]  # size, time of the last save, and the checksum that it had then


class Watchman:
    """Goes round the folder; remembers what each file looked like, so that most need only a glance."""

    def __init__(self, data: Path) -> None:
        """Begin with nothing seen."""
        self._data = data
        self._seen: dict[str, State] = {}
        self._missing: set[str] = set()
        self._after: Key | None = None

    def go_round(self, books: Books) -> int:
        """Have each workbook written anew that is not as it was written, and return how many.

        What a person changed is set aside when that is done. A file is gone when it is gone twice: it may
        just be on its way to another folder.
        """
        here = books.books(self._after, AT_A_TIME)
        self._after = (here[-1].kind, here[-1].record) if len(here) == AT_A_TIME else None
        other = [one for one in here if not one.stale and any(list(self._unlike(one)))]
        for one in other:
            books.restale(one.kind, one.record)
        return len(other)

    def clear_up(self) -> None:
        """Remove unfinished files that nobody will finish any more."""
        oldest = time.time() - LEFT_BEHIND
        for folder in FOLDERS:
            for one in (self._data / folder).rglob(f".*{UNFINISHED}"):
                if one.stat().st_mtime < oldest:
                    one.unlink(missing_ok=True)

    def _unlike(self, book: Book) -> Iterator[bool]:
        """Return of each file whether it is not as it was written; all are looked at."""
        return (self._differs(one) for one in book.files if one.digest)

    def _differs(self, file: Footprint) -> bool:
        path = self._data / file.path
        try:
            found = path.stat()
        except OSError:
            twice = file.path in self._missing
            self._missing.add(file.path)
            return twice
        self._missing.discard(file.path)
        glance = (found.st_size, found.st_mtime_ns, file.digest)
        if self._seen.get(file.path) == glance:
            return False
        try:
            if digest_of(path.read_bytes()) != file.digest:
                return True
        except OSError:
            return False  # held by another program: the next round looks again
        self._seen[file.path] = glance
        return False
