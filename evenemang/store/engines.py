"""What differs between engines: SQLite in the data folder, PostgreSQL by URL."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager, closing, nullcontext
from os import fsync, replace
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    String,
    create_engine,
    event,
    make_url,
    text,
)
from sqlalchemy.dialects import sqlite

from evenemang.domain.text import Text
from evenemang.store.refusing import refusal
from evenemang.store.shares import network_share

WRITES = "evenemang_writes"  # execution option of a connection that will write
BUSY_SECONDS = 10


def bytewise(length: int) -> String:
    """Return a text type that sorts byte by byte; PostgreSQL's own order may be a language's."""
    plain = String(length, collation="C")
    return plain.with_variant(String(length), "sqlite")


def engine_for(where: str | Path) -> Engine:
    """Return the engine of a URL, or of the SQLite file at a path.

    Raises:
        StoreUnfit: If the file lies on a network share, where several writers would harm it.
    """
    if isinstance(where, str) and "://" in where:
        url = make_url(where)
        if url.get_backend_name() != "sqlite":
            return create_engine(url, pool_pre_ping=True)
        where = Path(str(url.database))
    return _sqlite(Path(where).absolute())


def writer(engine: Engine) -> Engine:
    """Return the same engine for transactions that write."""
    return engine.execution_options(**{WRITES: True})


def turn(engine: Engine) -> AbstractContextManager[Any]:
    """Return what a writer waits for within this process; SQLite takes one writer, and polls for its turn."""
    return Lock() if engine.dialect.name == sqlite.dialect.name else nullcontext()


def _sqlite(file: Path) -> Engine:
    kind = network_share(file)
    if kind:
        raise refusal(file.parent, _on_share(kind))
    file.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        f"sqlite:///{file}",
        connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS},
        pool_size=5,
        max_overflow=20,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself: _begin does
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    # One that reads and then writes is refused at once when another wrote between: take the turn first.
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def faults(engine: Engine) -> list[str]:
    """Return what the engine itself finds broken in its files."""
    if engine.dialect.name != sqlite.dialect.name:
        return []
    with engine.connect() as connection:
        rows = connection.execute(text("PRAGMA integrity_check")).scalars().all()
    return [row for row in rows if row != "ok"]


def copy(engine: Engine, target: Path) -> None:
    """Copy the whole database to a new file while others work, whole or not at all.

    Raises:
        StoreUnfit: If the engine is a server, which has its own tools for it.
    """
    if engine.dialect.name != sqlite.dialect.name:
        raise refusal(engine.url.render_as_string(), _own_tools())
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    with closing(engine.raw_connection()) as source, closing(sqlite3.connect(unfinished)) as copied:
        found: Any = source.driver_connection
        found.backup(copied)
        copied.execute("PRAGMA journal_mode=DELETE").close()  # one file, nothing beside it
    with unfinished.open("rb+") as file:
        fsync(file.fileno())
    replace(unfinished, target)


def _on_share(kind: str) -> Text:
    return Text(
        sv=f"den ligger på en nätverksdisk ({kind}), där databasen kan skadas. "
        "Välj en mapp på datorns egen disk, eller en PostgreSQL-server.",
        en=f"it lies on a network share ({kind}), where the database may be harmed. "
        "Choose a folder on the machine's own disk, or a PostgreSQL server.",
    )


def _own_tools() -> Text:
    return Text(
        sv="en databasserver säkerhetskopieras med sina egna verktyg (pg_dump).",
        en="a database server is backed up by its own tools (pg_dump).",
    )
