"""What a store keeps of the workbooks: whose turn it is, what stands in the folders, and what came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import Literal, Protocol

from evenemang.flow.journal import Kind

Why = Literal["open", "denied", "full", "other"]
"""Why a file could not be written: open in another program, no right to write, no room, something else."""

Key = tuple[Kind, str]
SETTLED = "settled"  # the folder of set-aside workbooks that somebody is done with

FURTHEST = timedelta(minutes=2)
"""No lease and no patience reaches further. What does is from before the clock stepped back: over."""


@dataclass(frozen=True)
class Lease:
    """A stale workbook that one process has taken on to write, until `until`."""

    kind: Kind
    record: str
    version: int
    token: str
    until: datetime


@dataclass(frozen=True)
class Footprint:
    """One file of ours: where it stands in the data folder, and what it was when we wrote it.

    `digest` is of its bytes and `cells` of what its cells say; both are empty for a file that a program
    before this one wrote. `coming`: it was about to be written, and may have been.
    """

    path: str
    digest: str = ""
    cells: str = ""
    coming: bool = False


@dataclass(frozen=True)
class Held:
    """A workbook that could not be written: since when, why, and how many times it was tried."""

    since: datetime
    why: Why
    tries: int


@dataclass(frozen=True)
class Book:
    """A record's workbook: the version in the folders, its name there, and its files.

    `named` is what the program called it; where a person has renamed or moved it since, `file` is another.
    """

    kind: Kind
    record: str
    version: int = 0
    file: str | None = None
    named: str | None = None
    files: tuple[Footprint, ...] = ()
    held: Held | None = None
    stale: bool = False


@dataclass(frozen=True)
class Returned:
    """A workbook that somebody changed in the folder: set aside whole, to be looked at and read in."""

    kind: Kind
    record: str
    digest: str
    path: str  # where it lies now, in the data folder
    name: str  # where it was found, in the data folder
    saved: datetime  # by the person, as the file says
    found: datetime  # by the program

    @property
    def settled(self) -> bool:
        """Whether somebody is done with it: it lies in the folder of those (returns/ID/settled)."""
        return PurePosixPath(self.path).parent.name == SETTLED

    @property
    def secret(self) -> bool:
        """Whether it is of a secret workbook."""
        return self.path.startswith("returns-secret/")


class Books(Protocol):
    """Says which workbooks are stale and what is in the folders; the part of a store that the outbox uses."""

    def stale(self) -> int:
        """Return how many workbooks wait to be written."""
        ...

    def restale(self, kind: Kind, record_id: str) -> None:
        """Say that a workbook must be written anew though its record stands: something around it changed.

        A register's workbook is called `REGISTER`, whatever its kind.
        """
        ...

    def lease(self, now: datetime, seconds: int) -> Lease | None:
        """Take the oldest stale workbook that nobody holds and whose time has come, or None."""
        ...

    def about_to_write(self, lease: Lease, files: Sequence[Footprint], there: Sequence[str]) -> bool:
        """Keep what a leased workbook's files will be, before they are; `there` are the digests there now.

        False, and nothing kept, where somebody else has taken the lease over.
        """
        ...

    def written(self, lease: Lease, file: str, named: str | None = None) -> None:
        """Say that a leased workbook is written as `file`; it stays stale if it changed meanwhile."""
        ...

    def postpone(self, lease: Lease, until: datetime, why: Why, now: datetime) -> None:
        """Say that a leased workbook could not be written, and is not tried again before `until`."""
        ...

    def file_of(self, kind: Kind, record_id: str) -> tuple[int, str] | None:
        """Return the version and file of one workbook, or None where it is not written."""
        ...

    def files(self) -> dict[Key, tuple[int, str]]:
        """Return the version and file of each workbook written."""
        ...

    def book(self, kind: Kind, record_id: str) -> Book:
        """Return what is known of one workbook; an empty one where nothing is."""
        ...

    def books(self, after: Key | None = None, limit: int | None = None) -> tuple[Book, ...]:
        """Return what is known of the workbooks, by kind and id, from the one that follows `after`."""
        ...

    def set_aside(self, returned: Returned) -> None:
        """Keep that a changed workbook was set aside; the same file once."""
        ...

    def returns(self, kind: Kind | None = None, record_id: str | None = None) -> tuple[Returned, ...]:
        """Return the workbooks that were set aside, oldest first: of one record, or all."""
        ...
