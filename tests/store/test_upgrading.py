"""An upgrade of the tables can be undone: the database is kept as it was."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command

from evenemang.domain.errors import StoreUnfit
from evenemang.store import migrating
from evenemang.store.engines import engine_for
from evenemang.store.migrating import configured
from evenemang.store.sql import SqlStore
from evenemang.store.tables import HEAD


def of_form(file: Path, form: str) -> bytes:
    """Make a database as an older program left it, and return what it says."""
    engine = engine_for(file)
    config = configured()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, form)
        connection.exec_driver_sql("INSERT INTO setting (name, value) VALUES ('namn', 'Åmål')")
    engine.dispose()
    return said(file)


def said(file: Path) -> bytes:
    with closing(sqlite3.connect(file)) as raw:
        return "\n".join(raw.iterdump()).encode()


def test_a_database_is_kept_as_it_was_before_it_gets_a_newer_form(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "evenemang.db"
    before = of_form(file, "0002")

    with caplog.at_level(logging.WARNING):
        store = SqlStore(file)
    store.close()

    (kept,) = (tmp_path / "backups").iterdir()
    assert kept.name.startswith(f"evenemang-before-{HEAD}-")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert said(kept) == before
    assert said(file) != before
    assert f"är kvar: {kept}" in caplog.text
    SqlStore(file).close()
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_a_new_database_is_not_copied(tmp_path: Path) -> None:
    SqlStore(tmp_path / "evenemang.db").close()

    assert not (tmp_path / "backups").exists()


def test_without_room_for_the_copy_nothing_is_upgraded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "evenemang.db"
    before = of_form(file, "0002")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(migrating, "copy", full)
    with pytest.raises(StoreUnfit) as refused:
        SqlStore(file)

    assert "disken är full" in refused.value.say("sv")
    assert said(file) == before
