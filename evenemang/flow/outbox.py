"""The outbox: every changed dossier's workbook is written after the change, by whoever gets there first."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime

from evenemang.flow.recording import Whole, whole
from evenemang.flow.storing import Lease
from evenemang.flow.workspace import Workspace

LOG = logging.getLogger("evenemang.outbox")
LEASE_SECONDS = 30  # a process that dies holding one delays that file by no more than this

Keep = Callable[[Whole], str]
"""Writes a dossier's workbook whole and returns where; raises OSError where the file cannot be replaced."""


def drain(workspace: Workspace, keep: Keep) -> int:
    """Write every workbook that is stale, and return how many could not be.

    Leases run by the real clock, also in the example year.
    A file that is open elsewhere stays stale, keeps its lease, and is tried again when that runs out.
    """
    failed = 0
    while lease := workspace.store.lease(datetime.now(UTC), LEASE_SECONDS):
        failed += not _written(workspace, lease, keep)
    return failed


def _written(workspace: Workspace, lease: Lease, keep: Keep) -> bool:
    found = whole(workspace, lease.record)
    try:
        file = keep(found)
    except OSError as busy:
        LOG.warning("workbook of %s not written, tried again later: %s", lease.record, busy)
        return False
    workspace.store.written(lease_of(lease, found), file)
    return True


def lease_of(lease: Lease, found: Whole) -> Lease:
    """Return the lease for the version that was really written: the newest when it was read."""
    return Lease(lease.kind, lease.record, found.version, lease.token, lease.until)
