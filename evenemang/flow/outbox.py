"""The outbox: the workbook of every changed dossier or register is written, by whoever gets there first."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from evenemang.flow.books import Book, Footprint, Lease, Returned, Why
from evenemang.flow.recording import Whole, whole
from evenemang.flow.registers import REGISTERS, Parts, parted, register
from evenemang.flow.settings.rewriting import queue_for_settings
from evenemang.flow.storing import REGISTER, Store
from evenemang.flow.unwritten import kind_of
from evenemang.flow.workspace import Workspace

LOG = logging.getLogger("evenemang.outbox")
LEASE_SECONDS = 8  # several times what the largest workbook takes; a process that dies delays a file so long
LONGEST_PATIENCE = 60  # seconds between two tries at a file that cannot be written


class OpenElsewhere(PermissionError):
    """A workbook is open in another program, which lets nobody replace it or is not done with it."""


class Overtaken(Exception):  # no fault: somebody else writes a newer picture
    """Somebody else has taken this workbook over."""


@dataclass(frozen=True)
class Errand:
    """One workbook to write: what is known of it, and whom to tell on the way."""

    store: Store
    lease: Lease
    book: Book
    now: datetime

    def about_to_write(self, files: Sequence[Footprint], there: Sequence[str]) -> None:
        """Keep what the files will be, so that they are known as ours even if this process ends between.

        Raises:
            Overtaken: If somebody else has taken this workbook over.
        """
        if not self.store.about_to_write(self.lease, files, there):
            raise Overtaken(self.lease.record)

    def set_aside(self, returned: Returned) -> None:
        """Keep that a workbook changed by hand was set aside."""
        LOG.warning("workbook changed by hand, set aside", extra={"facts": {"record": self.lease.record}})
        self.store.set_aside(returned)


@dataclass(frozen=True)
class Kept:
    """Where a workbook was written in the folders, and what the program calls it there."""

    file: str
    named: str


Keep = Callable[[Whole, Errand], Kept]
"""Writes a dossier's workbook whole; raises OSError where a file cannot be written or replaced."""


KeepRegister = Callable[[Parts, Errand], Kept]
"""The same for a register in its two parts."""


def queue_registers(store: Store) -> None:
    """Queue the workbooks of registers that have none yet, as in a folder that an older version filled.

    An empty register has one too: a folder without it has lost it, and that can be told.
    """
    for kind in REGISTERS:
        if store.file_of(kind, REGISTER) is None and not store.book(kind, REGISTER).stale:
            store.restale(kind, REGISTER)


def now_really() -> datetime:
    """Return the real time: leases run by it, also in the example year."""
    return datetime.now(UTC)


def drain(
    workspace: Workspace,
    keep: Keep,
    keep_register: KeepRegister,
    clock: Callable[[], datetime] = now_really,
) -> int:
    """Write every workbook that is stale, and return how many could not be.

    A file that is open elsewhere stays stale and is tried again, after a longer and longer while.
    """
    failed = 0
    queue_for_settings(workspace)
    while lease := workspace.store.lease(clock(), LEASE_SECONDS):
        failed += not _written(workspace, lease, keep, keep_register, clock())
    return failed


def _written(  # what drain was given, and whose turn it is
    workspace: Workspace, lease: Lease, keep: Keep, keep_register: KeepRegister, now: datetime
) -> bool:
    errand = Errand(workspace.store, lease, workspace.store.book(lease.kind, lease.record), now)
    if lease.kind == "dossier":
        found = whole(workspace, lease.record)
        return _kept(errand, found.version, lambda: keep(found, errand))
    listed = register(workspace, lease.kind)
    return _kept(errand, listed.version, lambda: keep_register(parted(listed, workspace), errand))


def _kept(errand: Errand, version: int, keep: Callable[[], Kept]) -> bool:
    try:
        kept = keep()
    except Overtaken:
        return True
    except OSError as refused:
        _wait(errand, refused)
        return False
    errand.store.written(replace(errand.lease, version=version), kept.file, kept.named)
    return True


def _wait(errand: Errand, refused: OSError) -> None:
    tries = errand.book.held.tries if errand.book.held else 0
    patience = min(2 ** (tries + 1), LONGEST_PATIENCE)
    until = errand.now + timedelta(seconds=patience)
    facts = {"record": errand.lease.record, "why": why_of(refused), "again_in_s": patience}
    LOG.warning("workbook not written", extra={"facts": facts})
    errand.store.postpone(errand.lease, until, why_of(refused), errand.now)


def why_of(refused: OSError) -> Why:
    """Return why a file could not be written."""
    if isinstance(refused, OpenElsewhere):
        return "open"
    kind = kind_of(refused)
    return "other" if kind == "missing" else kind


def returns_of(workspace: Workspace, dossier: str) -> tuple[Returned, ...]:
    """Return the workbooks of a dossier that somebody changed in the folder, the last saved first."""
    return tuple(sorted(workspace.store.returns("dossier", dossier), key=lambda one: one.saved, reverse=True))


def registers_set_aside(workspace: Workspace) -> tuple[Returned, ...]:
    """Return the workbooks of registers that somebody changed in the folder, the last saved first."""
    found = workspace.store.returns(record_id=REGISTER)
    return tuple(sorted(found, key=lambda one: one.saved, reverse=True))


def returns_waiting(workspace: Workspace, dossier: str) -> tuple[Returned, ...]:
    """Return those of them that nobody has settled."""
    return tuple(one for one in returns_of(workspace, dossier) if not one.settled)
