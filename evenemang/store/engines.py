"""What differs between engines: SQLite in the data folder, PostgreSQL by URL."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager, closing, nullcontext
from os import fsync, replace
from pathlib import Path
from threading import Lock
from time import monotonic, sleep
from typing import Any
from weakref import finalize

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    String,
    create_engine,
    event,
    make_url,
    text,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from evenemang.domain.text import Text
from evenemang.store.refusing import refusal
from evenemang.store.shares import network_share

WRITES = "evenemang_writes"  # execution option of a connection that will write
ASKS = "evenemang_asks"  # and of one that asks a single question, which is its own transaction
BUSY_SECONDS = 10
IN_THE_WAY = ("locked", "busy", "full")  # what a new try may overcome
POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")
DRIVER = "postgresql+psycopg"
MIGRATING = 0x45564E4D  # the lock of whoever brings the tables up: any number, always the same
# Whoever waits is told within seconds; what the program asks in is not left to the server's own settings.
SESSION = " ".join(
    (
        f"-c lock_timeout={BUSY_SECONDS}s",
        "-c timezone=UTC",
        "-c client_encoding=utf8",
        "-c synchronous_commit=on",
        r"-c default_transaction_isolation=read\ committed",  # a row's version tells who was first
    )
)
CONNECTING = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "application_name": "evenemang",
    "prepare_threshold": None,  # what is searched for decides the plan; one made before is ten times slower
}


def bytewise(length: int) -> String:
    """Return a text type that sorts byte by byte; PostgreSQL's own order may be a language's."""
    plain = String(length, collation="C")
    return plain.with_variant(String(length), "sqlite")


def is_url(where: str | Path) -> bool:
    """Whether a place is said as a URL."""
    return isinstance(where, str) and "://" in where


def shown(where: str | Path) -> str:
    """Return a place as it may be shown and logged: of a URL who, where and which, and never a password."""
    if not is_url(where):
        return str(where)
    url = _parsed(str(where))
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    kept = URL.create("postgresql", url.username, None, url.host, url.port, url.database)
    return kept.render_as_string()


def engine_for(where: str | Path) -> Engine:
    """Return the engine of a URL, or of the SQLite file at a path.

    Raises:
        StoreUnfit: If the file lies on a network share, where several writers would harm it; if the URL is
            not one of PostgreSQL.
    """
    if not is_url(where):
        return _sqlite(Path(where).absolute())
    url = _parsed(str(where))
    return _sqlite(Path(str(url.database)).absolute()) if url.drivername == "sqlite" else _postgresql(url)


def _parsed(where: str) -> URL:
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as unread:  # its own words may hold the password
        raise refusal("…://…", _no_url()) from unread
    if url.drivername != "sqlite" and url.drivername not in POSTGRESQL:
        raise refusal(f"{url.drivername}://…", _no_url())
    return url


def _postgresql(url: URL) -> Engine:
    own = {name: value for name, value in CONNECTING.items() if name not in url.query}
    said = url.query.get("options", "")
    options = f"{SESSION} {said if isinstance(said, str) else ' '.join(said)}".strip()
    engine = create_engine(
        url.set(drivername=DRIVER).difference_update_query(["options"]),
        connect_args={**own, "options": options},
        pool_pre_ping=True,  # a server that was restarted is met with a new connection
        pool_size=5,
        max_overflow=20,
        hide_parameters=True,  # what people wrote stands in no log
    )
    finalize(engine, engine.pool.dispose)  # a command that ends takes its leave of the server
    return engine


def reader(engine: Engine) -> Engine:
    """Return the same engine for transactions that read: all of one sees the same moment."""
    if engine.dialect.name == sqlite.dialect.name:
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ")


def asker(engine: Engine) -> Engine:
    """Return the same engine for one question: it sees one moment by itself, and tells of no transaction.

    On a server two of four ways there and back are saved, on every look at a page; in SQLite a tenth of a
    millisecond, a fourth of a small question.
    """
    if engine.dialect.name == sqlite.dialect.name:
        return engine.execution_options(**{ASKS: True})
    return engine.execution_options(isolation_level="AUTOCOMMIT")


def in_bytes(connection: Connection, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return a column as it is sorted everywhere alike."""
    words = isinstance(column.type, String) and connection.dialect.name != sqlite.dialect.name
    return column.collate("C") if words else column


def take_stock(engine: Engine) -> None:
    """Let a server see what it holds, after much has come at once: else it plans blindly for a while.

    It also tidies up now what it would tidy a minute later, beside those who work.
    """
    if engine.dialect.name != sqlite.dialect.name:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def alone(connection: Connection) -> None:
    """Wait until nobody else brings the tables up, and keep others out until the transaction ends."""
    if connection.dialect.name != sqlite.dialect.name:
        connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATING})"))


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
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself: _begin does
    _log_ahead(connection)
    for pragma in ("synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on; of two that do it in a new file at once, one is refused unheard."""
    latest = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError as busy:
            if "locked" not in str(busy) or monotonic() > latest:
                raise
            sleep(0.02)
        else:
            return


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if ASKS not in options:
        # One that reads and then writes is refused at once when another wrote between: take the turn first.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if WRITES in options else "BEGIN")


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
        raise refusal(shown(engine.url.render_as_string()), _own_tools())
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(engine.raw_connection()) as source, closing(sqlite3.connect(unfinished)) as copied:
            found: Any = source.driver_connection
            found.backup(copied)
            copied.execute("PRAGMA journal_mode=DELETE").close()  # one file, nothing beside it
        with unfinished.open("rb+") as file:
            fsync(file.fileno())
        replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)  # half a copy on a full disk keeps it full


def scrub(engine: Engine) -> bool:
    """Write the database anew without its free pages and its log; False: it is in use, or the disk is full.

    A server frees the room only; what it wrote of its own log, and its backups, are its keeper's.
    """
    if engine.dialect.name != sqlite.dialect.name:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM"))
        return True
    with closing(engine.raw_connection()) as held:
        driver: Any = held.driver_connection
        try:
            driver.execute("VACUUM").close()
            [busy] = [row[0] for row in driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()]
        except sqlite3.OperationalError as refused:
            if not any(sign in str(refused) for sign in IN_THE_WAY):
                raise
            return False
    return not busy


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


def _no_url() -> Text:
    return Text(
        sv="adressen går inte att läsa. Skriv den så här: postgresql://användare@server/databas. "
        "Tecken som @ och / i ett lösenord skrivs i procentform (%40, %2F).",
        en="the address cannot be read. Write it like this: postgresql://user@server/database. "
        "Characters like @ and / in a password are written with percent signs (%40, %2F).",
    )
