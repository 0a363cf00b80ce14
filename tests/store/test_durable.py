"""What is acknowledged is there: after a kill, in a copy, and when the past is looked at."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from textwrap import dedent

import pytest

from evenemang.domain.errors import StoreUnfit
from evenemang.flow.journal import first_broken
from evenemang.store.sql import SqlStore
from tests.builders import deed, dossier, incident, projection, risk

SAVING = dedent(
    """
    import sys
    from evenemang.store.sql import SqlStore
    from tests.builders import deed, dossier, projection, risk
    store = SqlStore(sys.argv[1])
    number = store.load("dossier", "a").version
    while True:
        one = dossier("a", risks=tuple(risk(f"R{each}") for each in range(1, number % 7 + 2)))
        number = store.save("dossier", one, expected=number, deeds=[deed()], projection=projection(one))
        print(number, flush=True)
    """
)


def first(store: SqlStore) -> None:
    one = dossier("a", risks=(risk(),), incidents=(incident(),))
    store.save("dossier", one, expected=0, deeds=[deed()], projection=projection(one))


def killed_while_saving(database: Path, after: int) -> int:
    """Return the last version acknowledged by a process killed in the middle of its work."""
    process = subprocess.Popen(
        [sys.executable, "-c", SAVING, str(database)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(after)]
    process.send_signal(signal.SIGKILL)
    lines += process.stdout.read().splitlines(keepends=True)
    process.wait()
    process.stdout.close()
    return int([line for line in lines if line.endswith("\n")][-1])


def test_nothing_acknowledged_is_lost_when_the_program_is_killed(database: Path, sql: SqlStore) -> None:
    first(sql)
    for after in (1, 40):
        acknowledged = killed_while_saving(database, after)
        stored = sql.load("dossier", "a")

        assert stored.version in (acknowledged, acknowledged + 1)
        assert sql.journal("dossier", "a")[-1].version == stored.version
        assert sql.risks() == projection(stored.record).risks  # type: ignore[arg-type]
        assert sql.verify() == []


def test_a_copy_taken_while_open_is_whole_and_opens_by_itself(sql: SqlStore, tmp_path: Path) -> None:
    first(sql)
    target = tmp_path / "backups" / "2027-05-03.db"

    sql.backup(target)
    first_copy = target.read_bytes()
    sql.backup(target)

    copied = SqlStore(target)
    assert copied.load("dossier", "a") == sql.load("dossier", "a")
    assert copied.verify() == []
    copied.close()
    assert first_copy
    assert not target.with_name("2027-05-03.db.part").exists()


@pytest.mark.parametrize(
    "tampering",
    [
        'UPDATE journal SET "after" = \'"annat"\' WHERE version = 1',
        "UPDATE journal SET \"by\" = 'Någon annan' WHERE version = 2",
        "DELETE FROM journal WHERE version = 1",
        "DELETE FROM journal WHERE version = 2",
    ],
)
def test_a_changed_past_shows(sql: SqlStore, database: Path, tampering: str) -> None:
    first(sql)
    sql.save("dossier", dossier("a"), expected=1, deeds=[deed()])
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute(tampering)

    found = sql.verify()

    assert len(found) == 1
    assert "ärendet a" in found[0].sv


def test_values_gone_leave_the_chain_whole_but_a_removal_must_tell_of_it(
    sql: SqlStore, database: Path
) -> None:
    first(sql)
    sql.save("dossier", dossier("a"), expected=1, deeds=[deed()])
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute('UPDATE journal SET salt = NULL, "before" = NULL, "after" = NULL WHERE version = 1')

    assert first_broken(sql.journal("dossier", "a")) is None
    assert sql.journal("dossier", "a")[0].deed.after is None
    assert "ingen gallring berättar om det" in sql.verify()[0].sv


def test_a_file_that_is_no_database_is_refused_with_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "evenemang.db"
    file.write_bytes(b"PK\x03\x04 a workbook that somebody renamed" * 100)

    with pytest.raises(StoreUnfit) as refused:
        SqlStore(file)

    assert "ingen databas" in refused.value.say("sv")


def test_each_connection_is_as_safe_as_the_first(sql: SqlStore) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
    with sql._engine.connect() as one, sql._engine.connect() as other:
        for connection in (one, other):
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
            assert found == wanted
