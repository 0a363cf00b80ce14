"""Opening a database: the engine, and its tables brought up to the newest form."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from sqlalchemy import Engine, inspect, text

from evenemang.store.engines import engine_for, shown
from evenemang.store.refusing import told
from evenemang.store.tables import HEAD

VERSION_TABLE = "alembic_version"


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
        return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
