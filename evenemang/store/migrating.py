"""Migrations: the only place of Alembic, opened only when a database is not of the newest form."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Engine

from evenemang.store.engines import alone, shown, writer
from evenemang.store.opening import form
from evenemang.store.refusing import TOO_NEW, refusal

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
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def configured() -> Config:
    """Return Alembic's settings, without any file of its own."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    return config
