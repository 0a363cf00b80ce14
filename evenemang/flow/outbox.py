"""The outbox: the workbook of every changed dossier or register is written, by whoever gets there first."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from evenemang.flow.recording import Whole, whole
from evenemang.flow.registers import REGISTERS, Parts, parted, register
from evenemang.flow.storing import REGISTER, Lease, Store
from evenemang.flow.workspace import Workspace

LOG = logging.getLogger("evenemang.outbox")
LEASE_SECONDS = 30  # a process that dies holding one delays that file by no more than this

Keep = Callable[[Whole], str]
"""Writes a dossier's workbook whole and returns where; raises OSError where the file cannot be replaced."""

KeepRegister = Callable[[Parts], str]
"""The same for a register in its two parts."""


def queue_registers(store: Store) -> None:
    """Queue the workbooks of registers that have none yet, as in a folder that an older version filled.

    An empty register has one too: a folder without it has lost it, and that can be told.
    """
    for kind in REGISTERS:
        if store.file_of(kind, REGISTER) is None:
            store.restale(kind, REGISTER)


def drain(workspace: Workspace, keep: Keep, keep_register: KeepRegister) -> int:
    """Write every workbook that is stale, and return how many could not be.

    Leases run by the real clock, also in the example year.
    A file that is open elsewhere stays stale, keeps its lease, and is tried again when that runs out.
    """
    failed = 0
    while lease := workspace.store.lease(datetime.now(UTC), LEASE_SECONDS):
        failed += not _written(workspace, lease, keep, keep_register)
    return failed


def _written(workspace: Workspace, lease: Lease, keep: Keep, keep_register: KeepRegister) -> bool:
    if lease.kind == "dossier":
        found = whole(workspace, lease.record)
        return _kept(workspace, lease, found.version, lambda: keep(found))
    listed = register(workspace, lease.kind)
    return _kept(workspace, lease, listed.version, lambda: keep_register(parted(listed, workspace)))


def _kept(workspace: Workspace, lease: Lease, version: int, keep: Callable[[], str]) -> bool:
    try:
        file = keep()
    except OSError as busy:
        LOG.warning("workbook of %s not written, tried again later: %s", lease.record, busy)
        return False
    workspace.store.written(lease_of(lease, version), file)
    return True


def lease_of(lease: Lease, version: int) -> Lease:
    """Return the lease for the version that was really written: the newest when it was read."""
    return replace(lease, version=version)
