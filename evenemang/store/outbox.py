"""The outbox: which workbooks are stale, whose turn it is, and who is writing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from secrets import token_hex
from time import time_ns
from typing import Any

from sqlalchemy import Connection, Row, Select, Update, bindparam, func, insert, or_, select, update

from evenemang.flow.books import FURTHEST, Footprint, Lease, Why
from evenemang.flow.journal import Kind
from evenemang.flow.storing import REGISTER, WITHOUT_WORKBOOK
from evenemang.store import footprints
from evenemang.store.columns import Moment
from evenemang.store.tables import record as records
from evenemang.store.tables import workbook

c = workbook.c
THIS = (c.kind == bindparam("k")) & (c.record == bindparam("r"))
WANT = update(workbook).where(THIS).values(queued=func.coalesce(c.queued, bindparam("turn")))
TURN = select(c.kind).where(THIS).with_for_update()
COUNT = select(func.count()).where(c.queued.is_not(None))
VERSIONS = select(func.sum(records.c.version)).where(records.c.kind == bindparam("k"))
FILES = select(c.kind, c.record, c.written, c.file).where(c.file.is_not(None))


def file_of(kind: Kind, record: str) -> Select[Any]:
    """Return the query for one written workbook."""
    return FILES.where(c.kind == kind, c.record == record)


def mark(connection: Connection, kind: Kind, record: str, version: int) -> None:
    """Say that the workbook of a record is wanted as it now is: its own at a version, or its register's."""
    if kind != "dossier":
        mark_register(connection, kind)
    elif version == 1 or not _want(connection, kind, record, version):
        _add(connection, kind, record, version)


def _want(connection: Connection, kind: Kind, record: str, version: int) -> bool:
    named = {"k": kind, "r": record, "turn": time_ns(), "wanted": version}
    return bool(connection.execute(WANT, named).rowcount)


def mark_register(connection: Connection, kind: Kind) -> None:
    """Say that a register's workbook is wanted, at its records' versions together.

    Two that write different records at once take turns here: else neither would count the other's.
    """
    if kind in WITHOUT_WORKBOOK:
        return
    connection.execute(TURN, {"k": kind, "r": REGISTER})
    version = connection.execute(VERSIONS, {"k": kind}).scalar() or 0
    if not _want(connection, kind, REGISTER, version):
        _add(connection, kind, REGISTER, version)


def _add(connection: Connection, kind: Kind, record: str, version: int) -> None:
    row = {"kind": kind, "record": record, "wanted": version, "written": 0, "queued": time_ns()}
    connection.execute(insert(workbook), row)


def again(connection: Connection, kind: Kind, record: str) -> None:
    """Queue a workbook anew; whoever is writing it now has an older picture."""
    if kind != "dossier":
        mark_register(connection, kind)
    turn = func.coalesce(c.queued, time_ns())
    mine = update(workbook).where(c.kind == kind, c.record == record)
    connection.execute(mine.values(queued=turn, token=None, until=None))


def lease(connection: Connection, now: datetime, seconds: int) -> Lease | None:
    """Take the oldest stale workbook that nobody holds, or None."""
    over = or_(c.until.is_(None), c.until <= now, c.until > now + FURTHEST)
    free = c.queued.is_not(None) & over
    query = select(c.kind, c.record, c.wanted).where(free).order_by(c.queued, c.kind, c.record).limit(1)
    row = connection.execute(query.with_for_update(skip_locked=True)).one_or_none()
    if row is None:
        return None
    taken = Lease(row.kind, row.record, row.wanted, token_hex(16), now + timedelta(seconds=seconds))
    connection.execute(_of(taken).values(token=taken.token, until=taken.until))
    return taken


def written(connection: Connection, lease: Lease, file: str, named: str) -> None:
    """Say that a leased workbook is written; a lease that somebody else has taken over says nothing."""
    row = _held(connection, lease)
    if row is None:
        return
    done: dict[str, Any] = {
        "written": lease.version,
        "file": file,
        "named": named,
        "tries": 0,
        **dict.fromkeys(("token", "until", "why", "since")),
    }
    turn = None if row.wanted == lease.version else time_ns()
    connection.execute(_of(lease).values(queued=turn, **done))
    footprints.settle(connection, lease.kind, lease.record)


def about_to_write(
    connection: Connection, lease: Lease, files: Sequence[Footprint], there: Sequence[str]
) -> bool:
    """Keep what is about to be written, while the lease is ours."""
    if _held(connection, lease) is None:
        return False
    footprints.announce(connection, lease.kind, lease.record, files, there)
    return True


def postpone(connection: Connection, lease: Lease, until: datetime, why: Why, now: datetime) -> None:
    """Say that a leased workbook could not be written yet; whoever has taken it over knows better."""
    if _held(connection, lease) is not None:
        later = {"token": None, "until": until, "why": why, "tries": c.tries + 1}
        connection.execute(
            _of(lease).values(since=func.coalesce(c.since, bindparam(None, now, Moment)), **later)
        )


def _held(connection: Connection, lease: Lease) -> Row[Any] | None:
    mine = (c.kind == lease.kind, c.record == lease.record, c.token == lease.token)
    return connection.execute(select(c.wanted).where(*mine).with_for_update()).one_or_none()


def _of(lease: Lease) -> Update:
    return update(workbook).where(c.kind == lease.kind, c.record == lease.record)
