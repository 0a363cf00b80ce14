"""A whole database copied to another: everything or nothing, and equal, in both directions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from evenemang.domain.errors import NotEmpty, StoreUnfit
from evenemang.flow.ballots import Ballot
from evenemang.flow.books import Footprint, Returned
from evenemang.flow.presence import Presence
from evenemang.flow.storing import Search
from evenemang.flow.visits import Visit
from evenemang.store.copying import copy_all
from evenemang.store.engines import engine_for
from evenemang.store.sql import SqlStore
from evenemang.store.tables import metadata
from tests.builders import GIVEN, action, deed, dossier, incident, place, projection, risk
from tests.postgres import Server

NOW = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)
Rows = dict[str, list[tuple[object, ...]]]
New = Callable[[], str | Path]


@pytest.fixture(params=["sqlite", "postgresql"])
def new(request: pytest.FixtureRequest, tmp_path: Path) -> New:
    """Return a function that gives a new, empty place on one of the engines."""
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("postgres")
        return server.database
    return lambda: tmp_path / "mål" / "evenemang.db"


@pytest.fixture
def filled(sql: SqlStore) -> SqlStore:
    """Return a store with something in every table, and with what is hard to carry."""
    for name in ("b", "a-b", "ab"):
        one = dossier(
            name,
            name="Å\u2028=1+1 'x' \\ %",
            event={"place": "torget"},
            risks=(risk(),),
            actions=(action(),),
            incidents=(incident(),),
            attachments=({"file": f"{'a' * 64}.pdf", "name": "Å", "size": 1, "added": GIVEN},),
        )
        sql.save(
            "dossier",
            one,
            expected=0,
            deeds=[deed("event", {"n": [1, None, "\x00"]})],
            projection=projection(one),
        )
    sql.save("place", place("torget"), expected=0, deeds=[deed(), deed("place")])
    sql.set("example_as_of", "2027-05-03")
    sql.let_go(f"{'b' * 64}.pdf")
    lease = sql.lease(NOW, 60)
    assert lease is not None
    assert sql.about_to_write(lease, [Footprint("workbooks/2027/å.xlsx", "d" * 64, "c" * 64)], [])
    sql.set_aside(Returned("dossier", "b", "returns/b/å.xlsx", "å.xlsx", "e" * 64, NOW, NOW))
    sql.begin_visit(Visit("f" * 64, "k3f9", NOW, NOW), NOW)
    sql.cast(Ballot("m1", "b", "R1", "Sara Lind", 2, 5))
    sql.be_present(Presence("a" * 32, "b", "Sara Lind", "checklistor", "crowds", NOW))
    sql.cast(Ballot(meeting="m1", event="b", risk="R7", who="Sara Lind", likelihood=2, consequence=5))
    return sql


def rows(where: str | Path) -> Rows:
    engine = engine_for(where)
    with engine.connect() as connection:
        found = {
            one.name: sorted(map(tuple, connection.execute(select(one))), key=repr)
            for one in metadata.sorted_tables
        }
    engine.dispose()
    return found


@pytest.fixture
def source(filled: SqlStore) -> Path:
    return Path(filled.where)


def test_everything_arrives_and_comes_back_as_it_was(source: Path, new: New, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    target, back = new(), tmp_path / "tillbaka.db"

    copied = copy_all(source, target, lambda done, total: told.append((done, total)))
    copy_all(target, back, lambda done, total: None)

    assert all(copied.rows.values()), copied.rows
    assert set(copied.rows) == set(metadata.tables)
    assert rows(source) == rows(target) == rows(back)
    assert told[-1] == (2 * sum(copied.rows.values()),) * 2
    assert not copied.moved_on
    store = SqlStore(target)
    assert store.verify() == []
    assert [one.id for one in store.dossiers(Search())] == ["a-b", "ab", "b"]
    store.close()


def test_what_is_there_is_never_written_over(source: Path, new: New) -> None:
    target = new()
    there = SqlStore(target)
    there.set("example_as_of", "2027-01-01")

    with pytest.raises(NotEmpty):
        copy_all(source, target, lambda done, total: None)

    assert there.ids("dossier") == ()
    there.close()


def test_a_copy_that_is_stopped_in_the_middle_leaves_nothing_and_can_be_made_again(
    source: Path, new: New
) -> None:
    target = new()

    def stopped(done: int, total: int) -> None:
        if done > total // 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_all(source, target, stopped)

    assert not any(rows(target).values())
    copy_all(source, target, lambda done, total: None)
    assert rows(target) == rows(source)


def test_a_copy_that_is_not_equal_never_becomes(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "annan.db"
    SqlStore(target).close()
    engine = engine_for(target)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER falsk AFTER INSERT ON journal WHEN NEW.record = 'ab' "
            "BEGIN UPDATE journal SET \"by\" = 'Någon annan' WHERE record = 'ab'; END"
        )
    engine.dispose()

    with pytest.raises(StoreUnfit) as refused:
        copy_all(source, target, lambda done, total: None)

    assert "journal dossier, ab, 1, 0" in refused.value.say("sv")
    assert not any(rows(target).values())


def test_what_is_written_in_the_source_meanwhile_is_told_and_not_half_taken(
    filled: SqlStore, source: Path, new: New
) -> None:
    target, before = new(), rows(source)

    def somebody_writes(done: int, total: int) -> None:
        if "c" not in filled.ids("dossier"):
            filled.save("dossier", dossier("c"), expected=0, deeds=[deed()])

    copied = copy_all(source, target, somebody_writes)

    assert copied.moved_on
    assert rows(target) == before


def test_where_nothing_is_there_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(StoreUnfit) as refused:
        copy_all(tmp_path / "ingen.db", tmp_path / "mål.db", lambda done, total: None)

    assert "ingen databas att kopiera" in refused.value.say("sv")
    assert list(tmp_path.iterdir()) == []
