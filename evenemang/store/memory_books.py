"""The outbox in memory: which workbooks are stale, what stands in the folders, and what came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from secrets import token_hex
from threading import RLock

from evenemang.flow.books import FURTHEST, Book, Footprint, Held, Key, Lease, Returned, Why
from evenemang.flow.journal import Kind


@dataclass(frozen=True)
class _Book:
    """A workbook: which version is wanted, which is written, and who is writing."""

    wanted: int
    written: int = 0
    file: str | None = None
    named: str | None = None
    queued: int | None = None  # its turn; None while it is fresh
    token: str | None = None
    until: datetime | None = None
    files: tuple[Footprint, ...] = ()
    held: Held | None = None


class MemoryBooks:
    """Keeps what is known of workbooks for as long as it lives itself."""

    def __init__(self) -> None:
        """Start empty."""
        self._lock = RLock()
        self._books: dict[Key, _Book] = {}
        self._returned: dict[tuple[Key, str], Returned] = {}
        self._turn = 0

    def want(self, key: Key, version: int) -> None:
        """Say that a record's workbook is wanted at a version."""
        self._turn += 1
        book = self._books.get(key, _Book(wanted=0))
        queued = self._turn if book.queued is None else book.queued
        self._books[key] = replace(book, wanted=version, queued=queued)

    def forget(self, key: Key) -> None:
        """Let go of all that is known of a record's workbook."""
        self._books.pop(key, None)
        self._returned = {each: one for each, one in self._returned.items() if each[0] != key}

    def stale(self) -> int:
        """Return how many workbooks wait to be written."""
        with self._lock:
            return sum(one.queued is not None for one in self._books.values())

    def restale(self, kind: Kind, record_id: str) -> None:
        """Say that a workbook must be written anew though its record stands: something around it changed."""
        with self._lock:
            key = (kind, record_id)
            self._wanted(key)
            self._books[key] = replace(self._books[key], token=None, until=None)

    def lease(self, now: datetime, seconds: int) -> Lease | None:
        """Take the oldest stale workbook that nobody holds and whose time has come, or None."""
        with self._lock:
            free = [
                (one.queued, key)
                for key, one in self._books.items()
                if one.queued is not None and (one.until is None or not now < one.until <= now + FURTHEST)
            ]
            if not free:
                return None
            key = min(free)[1]
            until = now + timedelta(seconds=seconds)
            book = replace(self._books[key], token=token_hex(16), until=until)
            self._books[key] = book
            return Lease(*key, version=book.wanted, token=str(book.token), until=until)

    def about_to_write(self, lease: Lease, files: Sequence[Footprint], there: Sequence[str]) -> bool:
        """Keep what a leased workbook's files will be; False where the lease is somebody else's by now."""
        with self._lock:
            book = self._leased(lease)
            if book is None:
                return False
            coming = tuple(replace(one, coming=True) for one in files)
            new = {(one.path, one.digest) for one in coming}
            known = (one for one in book.files if not one.coming or one.digest in there)
            before = tuple(replace(one, coming=False) for one in known if (one.path, one.digest) not in new)
            self._books[(lease.kind, lease.record)] = replace(book, files=(*before, *coming))
            return True

    def written(self, lease: Lease, file: str, named: str | None = None) -> None:
        """Say that a leased workbook is written as `file`; it stays stale if it changed meanwhile."""
        with self._lock:
            book = self._leased(lease)
            if book is None:
                return
            self._turn += 1
            self._books[(lease.kind, lease.record)] = _Book(
                wanted=book.wanted,
                written=lease.version,
                file=file,
                named=named or file,
                queued=None if book.wanted == lease.version else self._turn,
                files=tuple(replace(one, coming=False) for one in book.files if one.coming),
            )

    def postpone(self, lease: Lease, until: datetime, why: Why, now: datetime) -> None:
        """Say that a leased workbook could not be written, and is not tried again before `until`."""
        with self._lock:
            book = self._leased(lease)
            if book is not None:
                since, tries = (book.held.since, book.held.tries) if book.held else (now, 0)
                held = Held(since, why, tries + 1)
                key = (lease.kind, lease.record)
                self._books[key] = replace(book, token=None, until=until, held=held)

    def file_of(self, kind: Kind, record_id: str) -> tuple[int, str] | None:
        """Return the version and file of one workbook, or None where it is not written."""
        return self.files().get((kind, record_id))

    def files(self) -> dict[Key, tuple[int, str]]:
        """Return the version and file of each workbook written."""
        with self._lock:
            return {key: (one.written, one.file) for key, one in self._books.items() if one.file}

    def book(self, kind: Kind, record_id: str) -> Book:
        """Return what is known of one workbook; an empty one where nothing is."""
        with self._lock:
            one = self._books.get((kind, record_id))
        if one is None:
            return Book(kind, record_id)
        files = tuple(sorted(one.files, key=lambda each: (each.path, each.digest)))
        stale = one.queued is not None
        return Book(kind, record_id, one.written, one.file, one.named, files, one.held, stale)

    def books(self, after: Key | None = None, limit: int | None = None) -> tuple[Book, ...]:
        """Return what is known of the workbooks, in order, from the one that follows `after`."""
        with self._lock:
            keys = sorted(key for key in self._books if after is None or key > after)
            return tuple(self.book(*key) for key in keys[:limit])

    def set_aside(self, returned: Returned) -> None:
        """Keep that a changed workbook was set aside; the same file once."""
        with self._lock:
            self._returned[((returned.kind, returned.record), returned.digest)] = returned

    def forget_returned(self, digests: Sequence[str]) -> None:
        """Forget workbooks that were set aside."""
        with self._lock:
            self._returned = {each: one for each, one in self._returned.items() if each[1] not in digests}

    def returns(self, kind: Kind | None = None, record_id: str | None = None) -> tuple[Returned, ...]:
        """Return the workbooks that were set aside, oldest first: of one record, or all."""
        with self._lock:
            found = [
                one
                for one in self._returned.values()
                if kind in (None, one.kind) and record_id in (None, one.record)
            ]
        return tuple(sorted(found, key=lambda one: (one.found, one.path)))

    def _wanted(self, key: Key) -> None:
        """Say that the workbook of a record is wanted as it now is; whoever holds the records knows how."""
        raise NotImplementedError

    def _leased(self, lease: Lease) -> _Book | None:
        book = self._books.get((lease.kind, lease.record))
        return book if book is not None and book.token == lease.token else None
