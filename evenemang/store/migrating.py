"""Migrations: the only place of Alembic, opened only when a database is not of the newest form."""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Engine
from sqlalchemy.dialects import sqlite

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.unwritten import why
from evenemang.store.engines import alone, copy, shown, writer
from evenemang.store.opening import form
from evenemang.store.refusing import TOO_NEW, refusal
from evenemang.store.tables import HEAD

LOG = logging.getLogger("evenemang.store")
OWNER_ONLY = 0o600
KEPT = Text(
    sv="Databasen får en nyare form ({old} till {new}). Den som den var är kvar: {kept}",
    en="The database gets a newer form ({old} to {new}). As it was, it is kept: {kept}",
)
SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine) -> None:
    """Bring the tables to the newest form, in one transaction.

    Raises:
        StoreUnfit: If they are of a form that this program does not know.
    """
    config = configured()
    try:
        ScriptDirectory.from_config(config).get_revision(form(engine) or "base")
    except CommandError as unknown:
        raise refusal(shown(engine.url.render_as_string()), TOO_NEW) from unknown
    with writer(engine).begin() as connection:
        alone(connection)
        keep_as_it_was(engine)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def keep_as_it_was(engine: Engine) -> Path | None:
    """Copy a SQLite database beside itself before its tables are changed, so that an upgrade can be undone.

    Called with the turn to write taken: nobody changes the database between the copy and the upgrade. An
    empty database is not copied, nor one that somebody else upgraded meanwhile. A server has its own tools.

    Raises:
        StoreUnfit: If there is no room for it: then nothing is upgraded.
    """
    old = form(engine)
    if engine.dialect.name != sqlite.dialect.name or old in (None, HEAD):
        return None
    database = Path(str(engine.url.database))
    kept = (
        database.parent / "backups" / f"{database.stem}-before-{HEAD}-{datetime.now(LOCAL):%Y%m%d-%H%M%S}.db"
    )
    try:
        copy(engine, kept)
        kept.chmod(OWNER_ONLY)
    except OSError as refused:
        raise refusal(kept, why(refused)) from refused
    said = KEPT.sv.format(old=old, new=HEAD, kept=kept)
    LOG.warning("%s", said)
    return kept


def configured() -> Config:
    """Return Alembic's settings, without any file of its own."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    return config
