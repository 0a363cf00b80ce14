"""A database of every form there has been, on either engine, is brought up and holds what it held."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Column, MetaData, Table, Text, insert, select

from evenemang.flow.storing import Search
from evenemang.store.engines import engine_for, writer
from evenemang.store.migrating import configured
from evenemang.store.opening import form
from evenemang.store.sql import SqlStore
from evenemang.store.tables import HEAD, dossier_row, metadata
from tests.builders import action, deed, dossier, incident, place, projection, risk
from tests.postgres import Server

FORMS = sorted(one.revision for one in ScriptDirectory.from_config(configured()).walk_revisions())
PAGE = Search()


@pytest.fixture(scope="module")
def model(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    """Return a store of the newest form, with what an old one may hold too."""
    store = SqlStore(tmp_path_factory.mktemp("model") / "evenemang.db")
    for number, name in enumerate(("hostfest", "loppis", "utan-dag")):
        of: dict[str, Any] = (
            {"risks": (risk(),), "actions": (action(),), "incidents": (incident(),)} if number else {}
        )
        event = {"place": "torget", "zones": ("parken/scenen",)} if number == 1 else {}
        one = dossier(name, name=f"Årets {name} på Torget", alias=f"{name}-2027", event=event, **of)
        store.save(
            "dossier", one, expected=0, deeds=[deed("event", {"n": number})], projection=projection(one)
        )
    store.save("dossier", one, expected=1, deeds=[deed("event", None, "före")], projection=projection(one))
    store.save("place", place("torget"), expected=0, deeds=[deed()])
    store.set("example_as_of", "2027-05-03")
    yield store
    store.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def place_for(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str | Path]:
    if request.param == "sqlite":
        return lambda: tmp_path / "evenemang.db"
    server: Server = request.getfixturevalue("postgres")
    return server.database


def made(where: str | Path, of: str, model: SqlStore) -> None:
    """Make a database of a form there once was, with the model's rows as far as it had columns for them."""
    engine = engine_for(where)
    with writer(engine).begin() as connection:
        config = configured()
        config.attributes["connection"] = connection
        command.upgrade(config, of)
        then = MetaData()
        then.reflect(connection)
        for table in (one for one in metadata.sorted_tables if one.name in then.tables):
            columns = [one for one in table.columns if one.name in then.tables[table.name].columns]
            with model._reading() as newest:
                rows = [dict(row._mapping) for row in newest.execute(select(*columns))]
            if "searched" in then.tables[table.name].columns and table is dossier_row:  # until 0007
                columns = [*columns, Column("searched", Text)]
                rows = [row | {"searched": f"{row['name']}\n\n{row['alias']}".casefold()} for row in rows]
            if rows:
                connection.execute(
                    insert(Table(table.name, MetaData(), *(one._copy() for one in columns))), rows
                )
    assert form(engine) == of
    engine.dispose()


@pytest.mark.parametrize("of", FORMS)
def test_a_database_of_every_form_is_brought_up_with_all_it_held(
    of: str, place_for: Callable[[], str | Path], model: SqlStore
) -> None:
    where = place_for()
    made(where, of, model)

    store = SqlStore(where)

    assert form(store._engine) == HEAD
    assert store.verify() == []
    for kind in ("dossier", "place"):
        assert store.ids(kind) == model.ids(kind)
        for record in model.ids(kind):
            assert store.load(kind, record) == model.load(kind, record)
            assert store.journal(kind, record) == model.journal(kind, record)
    assert store.dossiers(PAGE) == model.dossiers(PAGE)
    assert store.dossiers(Search(text="torget")) == model.dossiers(Search(text="torget"))
    for where_held in ("torget", "parken"):
        assert [one.id for one in store.dossiers(Search(place=where_held))] == ["loppis"]
    assert (store.actions(), store.risks(), store.incidents()) == (
        model.actions(),
        model.risks(),
        model.incidents(),
    )
    assert store.setting("example_as_of") == "2027-05-03"
    assert store.stale() == model.stale()
    again = store.save("place", place("torget", "Nytt"), expected=1, deeds=[deed()])
    assert (again, store.verify()) == (2, [])
    store.close()
