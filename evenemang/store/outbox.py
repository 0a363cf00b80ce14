"""The outbox: which workbooks are stale, whose turn it is, and who is writing."""

from __future__ import annotations

from datetime import datetime, timedelta
from secrets import token_hex
from time import time_ns
from typing import Any

from sqlalchemy import Connection, Select, Update, bindparam, func, insert, or_, select, update

from evenemang.flow.journal import Kind
from evenemang.flow.storing import Lease
from evenemang.store.tables import workbook

c = workbook.c
STALE: tuple[Kind, ...] = ("dossier",)  # kinds that have a workbook so far
THIS = (c.kind == bindparam("k")) & (c.record == bindparam("r"))
WANT = update(workbook).where(THIS).values(queued=func.coalesce(c.queued, bindparam("turn")))
COUNT = select(func.count()).where(c.queued.is_not(None))
FILES = select(c.kind, c.record, c.written, c.file).where(c.file.is_not(None))


def file_of(kind: Kind, record: str) -> Select[Any]:
    """Return the query for one written workbook."""
    return FILES.where(c.kind == kind, c.record == record)


def mark(connection: Connection, kind: Kind, record: str, version: int) -> None:
    """Say that a record's workbook is wanted at a version."""
    if kind not in STALE:
        return
    if version == 1:
        row = {"kind": kind, "record": record, "wanted": 1, "written": 0, "queued": time_ns()}
        connection.execute(insert(workbook), row)
    else:
        connection.execute(WANT, {"k": kind, "r": record, "turn": time_ns(), "wanted": version})


def again(kind: Kind, record: str) -> Update:
    """Return the deed of queueing a workbook anew; whoever is writing it now has an older picture."""
    turn = func.coalesce(c.queued, time_ns())
    return (
        update(workbook).where(c.kind == kind, c.record == record).values(queued=turn, token=None, until=None)
    )


def lease(connection: Connection, now: datetime, seconds: int) -> Lease | None:
    """Take the oldest stale workbook that nobody holds, or None."""
    free = c.queued.is_not(None) & or_(c.until.is_(None), c.until <= now)
    query = select(c.kind, c.record, c.wanted).where(free).order_by(c.queued, c.kind, c.record).limit(1)
    row = connection.execute(query.with_for_update(skip_locked=True)).one_or_none()
    if row is None:
        return None
    taken = Lease(row.kind, row.record, row.wanted, token_hex(16), now + timedelta(seconds=seconds))
    connection.execute(_of(taken).values(token=taken.token, until=taken.until))
    return taken


def written(connection: Connection, lease: Lease, file: str) -> None:
    """Say that a leased workbook is written; a lease that somebody else has taken over says nothing."""
    row = connection.execute(
        select(c.wanted)
        .where(c.kind == lease.kind, c.record == lease.record, c.token == lease.token)
        .with_for_update()
    ).one_or_none()
    if row is None:
        return
    done: dict[str, Any] = {"written": lease.version, "file": file, "token": None, "until": None}
    turn = None if row.wanted == lease.version else time_ns()
    connection.execute(_of(lease).values(queued=turn, **done))


def _of(lease: Lease) -> Update:
    return update(workbook).where(c.kind == lease.kind, c.record == lease.record)
