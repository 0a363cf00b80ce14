"""The tables are made by migrations, and both say the same."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from evenemang.domain.errors import StoreUnfit
from evenemang.flow.books import Footprint
from evenemang.store.engines import engine_for
from evenemang.store.migrating import configured
from evenemang.store.sql import SqlStore
from evenemang.store.tables import HEAD, metadata


def test_the_migrations_lead_to_the_tables_that_the_code_uses(sql: SqlStore, on_server: SqlStore) -> None:
    for store in (sql, on_server):
        with store._engine.connect() as connection:
            difference = compare_metadata(MigrationContext.configure(connection), metadata)

        assert difference == []


def test_the_newest_migration_is_the_one_the_code_expects() -> None:
    assert ScriptDirectory.from_config(configured()).get_heads() == [HEAD]


def test_a_database_of_a_newer_program_is_refused_and_left_as_it_is(database: Path) -> None:
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(StoreUnfit) as refused:
        SqlStore(database)

    assert "nyare version" in refused.value.say("sv")
    with closing(sqlite3.connect(database)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)


def test_a_database_that_is_up_to_date_opens_without_alembic(database: Path) -> None:
    script = (
        "import sys; from evenemang.store.sql import SqlStore; "
        "SqlStore(sys.argv[1]).stale(); print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(database)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_two_programs_may_open_a_new_folder_at_once(tmp_path: Path) -> None:
    file = tmp_path / "ny mapp 100 %" / "evenemang.db"
    script = "import sys; from evenemang.store.sql import SqlStore; print(SqlStore(sys.argv[1]).verify())"
    both = [
        subprocess.Popen([sys.executable, "-c", script, str(file)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert [one.communicate(timeout=60)[0].strip() for one in both] == ["[]", "[]"]


def test_the_migrations_can_be_taken_back(database: Path) -> None:
    from alembic import command

    engine = engine_for(database)
    with engine.begin() as connection:
        config = configured()
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    engine.dispose()
    with closing(sqlite3.connect(database)) as raw:
        left = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    assert left == [("alembic_version",)]


def test_what_a_program_before_footprints_wrote_is_known_by_its_place_only(tmp_path: Path) -> None:
    from alembic import command

    file = tmp_path / "evenemang.db"
    engine = engine_for(file)
    config = configured()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.exec_driver_sql(
            "INSERT INTO workbook (kind, record, wanted, written, file) "
            "VALUES ('dossier', 'a', 3, 3, '2027/a.xlsx')"
        )
    engine.dispose()

    store = SqlStore(file)

    book = store.book("dossier", "a")
    assert (book.version, book.file, book.named, book.held) == (3, "2027/a.xlsx", "2027/a.xlsx", None)
    assert book.files == (
        Footprint("workbooks-secret/2027/a.xlsx"),
        Footprint("workbooks/2027/a.xlsx"),
    )
    store.close()


def test_what_is_secret_loses_its_words_in_the_columns_of_an_older_database(tmp_path: Path) -> None:
    from alembic import command

    file = tmp_path / "evenemang.db"
    engine = engine_for(file)
    config = configured()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0007")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for risk, area, secrecy in (("R1", "crowds", "open"), ("R2", "threats", "open")):
            connection.exec_driver_sql(
                "INSERT INTO risk_row VALUES ('d', ?, NULL, ?, 'threat', 'people', 'Pollarna', "
                "1, 1, 'low', 1, 1, 'low', ?)",
                (risk, area, secrecy),
            )
            connection.exec_driver_sql(
                "INSERT INTO action_row (dossier, id, do, risk, phase, status, secrecy) "
                "VALUES ('d', ?, 'Hindren', ?, 'planning', 'decided', 'open')",
                (f"A{risk}", risk),
            )
        command.upgrade(config, "0008")
        risks = connection.exec_driver_sql("SELECT title, secrecy FROM risk_row ORDER BY id").fetchall()
        actions = connection.exec_driver_sql("SELECT do, secrecy FROM action_row ORDER BY id").fetchall()
        connection.rollback()
    engine.dispose()

    assert risks == [("Pollarna", "open"), ("", "secret")]
    assert actions == [("Hindren", "open"), ("", "secret")]
