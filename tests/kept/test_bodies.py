"""Bodies kept from the programs that wrote them are read whole, and written with the newest number."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from openpyxl import load_workbook

from evenemang.domain.dossier import SCHEMA, Dossier
from evenemang.domain.errors import FileUnfit, StoreUnfit
from evenemang.flow.journal import Kind
from evenemang.store import lifting
from evenemang.store.sql import SqlStore
from evenemang.workbook.reading import read
from evenemang.workbook.returning.looking import opened
from tests.builders import deed
from tests.kept.test_kept import HERE

OLDER = range(1, SCHEMA)


def kept(schema: int) -> list[dict[str, Any]]:
    return cast(
        list[dict[str, Any]], json.loads((HERE / f"bodies-of-schema-{schema}.json").read_text("utf-8"))
    )


def stored(home: Path, schema: int) -> SqlStore:
    """Return a store with the bodies as that program left them."""
    store = SqlStore(home / "evenemang.db")
    rows = [(one["kind"], one["id"], one["schema"], json.dumps(one["body"])) for one in kept(schema)]
    with closing(sqlite3.connect(home / "evenemang.db")) as raw, raw:
        columns = "kind, id, version, schema, example, created, body"
        sql = f"INSERT INTO record ({columns}) VALUES (?, ?, 1, ?, 0, 1, ?)"
        raw.executemany(sql, rows)
    return store


@pytest.mark.parametrize("schema", OLDER)
def test_bodies_of_every_schema_are_read_with_all_they_said(schema: int, tmp_path: Path) -> None:
    store = stored(tmp_path, schema)

    for one in kept(schema):
        record = store.load(cast(Kind, one["kind"]), one["id"]).record
        assert says(json.loads(record.model_dump_json()), one["body"]), one["kind"]
    store.close()


@pytest.mark.parametrize("schema", OLDER)
def test_a_body_that_is_changed_gets_the_newest_number_which_an_older_program_refuses(
    schema: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = stored(tmp_path, schema)
    [dossier] = store.ids("dossier")
    before = cast(Dossier, store.load("dossier", dossier).record)
    store.save("dossier", before.model_copy(update={"police_number": "A 1"}), expected=1, deeds=[deed()])
    with closing(sqlite3.connect(tmp_path / "evenemang.db")) as raw:
        assert raw.execute("SELECT schema FROM record WHERE id = ?", (dossier,)).fetchall() == [(SCHEMA,)]

    monkeypatch.setattr(lifting, "SCHEMA", schema)

    with pytest.raises(StoreUnfit) as refused:
        store.load("dossier", dossier)
    assert "nyare version av programmet. Uppgradera" in refused.value.say("sv")
    store.close()


def test_a_workbook_of_a_newer_program_is_refused_with_what_to_do() -> None:
    content = newer((HERE / "sent.xlsx").read_bytes())

    for asked in (read, lambda book: opened(book, "sent.xlsx")):
        with pytest.raises(FileUnfit) as refused:
            asked(content)
        assert "nyare version av programmet. Uppgradera" in refused.value.say("sv")


def says(now: Any, then: Any) -> bool:
    """Whether a picture says all that another does, however deep."""
    if isinstance(then, dict):
        return all(says(now.get(key), one) for key, one in then.items())
    if isinstance(then, list):
        return len(now) == len(then) and all(map(says, now, then))
    return bool(now == then)


def newer(content: bytes) -> bytes:
    """Return a workbook with the number of a schema that is not there yet."""
    book = load_workbook(BytesIO(content))
    [cell] = [
        row[at + 1]
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for at, one in enumerate(row[:-1])
        if one.value == "Formatets nummer"
    ]
    cell.value = SCHEMA + 1
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
