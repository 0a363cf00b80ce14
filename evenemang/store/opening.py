"""Opening a database: the engine, and its tables brought up to the newest form."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from sqlalchemy import Engine, column, func, inspect, literal, select, table

from evenemang.store.engines import engine_for, shown
from evenemang.store.refusing import told
from evenemang.store.tables import HEAD, workbook

VERSION_TABLE = "alembic_version"
FILLED = ("record", "journal", "setting")  # where something is kept, one of these has a row


def open_engine(where: str | Path) -> Engine:
    """Return the engine of a database whose tables are of the newest form.

    Raises:
        StoreUnfit: If it cannot be used, or is written by a newer program.
    """
    engine = engine_for(where)
    with told(shown(where)):
        if form(engine) != HEAD:
            # Half a second of imports that nearly no start needs: Alembic comes when it has work to do.
            import_module("evenemang.store.migrating").upgrade(engine)
    return engine


def form(engine: Engine) -> str | None:
    """Return the migration that the tables stand at; None for an empty database."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(VERSION_TABLE):
            return None
        return connection.execute(select(column("version_num")).select_from(table(VERSION_TABLE))).scalar()


def holds_nothing(where: str | Path) -> bool:
    """Whether a database is without records and settings; its tables may be there, and none are made.

    Raises:
        StoreUnfit: If it cannot be used.
    """
    engine = engine_for(where)
    try:
        with told(shown(where)):
            if form(engine) is None:
                return True
            with engine.connect() as connection:
                return not any(
                    connection.execute(select(literal(1)).select_from(table(name)).limit(1)).first()
                    for name in FILLED
                )
    finally:
        engine.dispose()


def waiting_workbooks(where: str | Path) -> tuple[str | None, int]:
    """Return the form of a database's tables, and how many workbooks wait to be written; nothing is changed.

    Raises:
        StoreUnfit: If it cannot be used.
    """
    engine = engine_for(where)
    try:
        with told(shown(where)):
            found = form(engine)
            if found != HEAD:
                return found, 0
            waits = select(func.count()).select_from(workbook).where(workbook.c.queued.is_not(None))
            with engine.connect() as connection:
                return found, connection.execute(waits).scalar_one()
    finally:
        engine.dispose()


def answering_server(where: str | Path) -> str:
    """Return the name and version of the server at a URL.

    Raises:
        StoreUnfit: If it does not answer, or does not let us in.
    """
    engine = engine_for(where)
    try:
        with told(shown(where)), engine.connect() as connection:
            found = connection.dialect.server_version_info or ()
            return f"{connection.dialect.name} {'.'.join(map(str, found))}"
    finally:
        engine.dispose()
