"""Old bodies are lifted step by step; newer ones are refused."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from evenemang.domain.dossier import SCHEMA
from evenemang.domain.errors import StoreUnfit
from evenemang.flow.journal import Kind
from evenemang.store import lifting
from evenemang.store.lifting import Body, lifted
from evenemang.store.sql import SqlStore
from tests.builders import deed, place


def renamed(_kind: Kind, body: Body) -> Body:
    return {"id": body["id"], "name": body["title"]}


def counted(_kind: Kind, body: Body) -> Body:
    return {**body, "steps": body.get("steps", 0) + 1}


def test_a_body_takes_each_step_once_and_in_order() -> None:
    lifts = {1: renamed, 2: counted, 3: counted}

    assert lifted("place", 1, {"id": "a", "title": "Torget"}, to=4, lifts=lifts) == {
        "id": "a",
        "name": "Torget",
        "steps": 2,
    }


def test_an_old_body_is_lifted_when_it_is_read(
    sql: SqlStore, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sql.save("place", place("torget"), expected=0, deeds=[deed()])
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute(
            "UPDATE record SET schema = 0, body = ?", ('{"id": "torget", "title": "Det gamla torget"}',)
        )
    monkeypatch.setitem(lifting.LIFTS, 0, renamed)

    assert sql.load("place", "torget").record == place("torget", "Det gamla torget")


def test_every_schema_so_far_has_a_way_up() -> None:
    assert set(lifting.LIFTS) == set(range(1, SCHEMA))


def test_a_body_of_a_newer_program_is_refused_with_a_sentence(sql: SqlStore, database: Path) -> None:
    sql.save("place", place("torget"), expected=0, deeds=[deed()])
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("UPDATE record SET schema = ?", (SCHEMA + 1,))

    with pytest.raises(StoreUnfit) as refused:
        sql.load("place", "torget")

    assert "Uppgradera" in refused.value.say("sv")
