"""A store filled as a region's would be after years: full dossiers near today, small ones behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Table, insert

from bench.matter import SARA, full
from evenemang.bootstrap import SystemClock, content
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import LOCAL, Occasion
from evenemang.flow.journal import FIRST, Deed
from evenemang.flow.listing import DossierRow, Projection, project
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.workspace import Workspace
from evenemang.store import journaling, projecting, recording
from evenemang.store.chaining import chained
from evenemang.store.engines import take_stock
from evenemang.store.memory import MemoryStore
from evenemang.store.sql import SqlStore
from evenemang.store.tables import (
    action_row,
    dossier_row,
    dossier_search,
    journal,
    record,
    risk_row,
    workbook,
)

FULL = 100  # of this many dossiers the bodies are a big festival's; those beyond are small
SEED = 20261128
BATCH = 2_000
YEARS = 12  # that the small ones lie behind today
FIRST_WORDS = (
    "Vår",
    "Höst",
    "Sommar",
    "Vinter",
    "Ham",
    "Torg",
    "Park",
    "Stads",
    "By",
    "Kyrk",
    "Ljus",
    "Mat",
    "Vin",
)
LAST_WORDS = (
    ("festivalen", 9), ("marknaden", 9), ("loppet", 5), ("konserten", 5), ("dagen", 9), ("cupen", 4),
    ("mässan", 3), ("karnevalen", 1), ("regattan", 1),
)  # fmt: skip
WHERE = (
    "Torget",
    "Slottsparken",
    "Hamnen",
    "Folkets park",
    "Kulturhuset",
    "Ängen",
    "Idrottsplatsen",
    "Kajen",
)
RARE = "Zebrarallyt"  # one of all


@dataclass(frozen=True)
class Stock:
    """A filled store, and the dossier in it that is opened and saved in."""

    store: SqlStore
    workspace: Workspace
    dossier: str


@dataclass(frozen=True)
class _Model:
    dossier: Dossier
    projection: Projection


def stocked(where: str | Path, dossiers: int) -> Stock:
    """Fill an empty database with so many dossiers, by plain inserts, and always the same ones."""
    store = SqlStore(where)
    drawn = Random(SEED)
    models = _models()
    today = datetime.now(LOCAL).date()
    numbers = iter(range(dossiers))
    with store._writing() as connection:
        while batch := list(islice(numbers, BATCH)):
            made = [_made(number, models, drawn, today) for number in batch]
            for table, rows in _rows(made).items():
                if rows:
                    connection.execute(insert(table), rows)
    take_stock(store._engine)
    return Stock(store, Workspace(store, content(), SystemClock()), _id(0))


@cache
def _models() -> tuple[_Model, _Model]:
    """Return a full dossier and a small one, worked out as the app would."""
    workspace = Workspace(MemoryStore(), content(), SystemClock())
    small = NewDossier(name="Liten", areas=("crowds",), officer=SARA.name, note="Samråd hållet. " * 60)
    both = (full(workspace, elsewhere=True), open_dossier(workspace, small, SARA).record)
    first, second = (_Model(one, project(one, content(), workspace.read(one))) for one in both)
    return first, second


def _made(
    number: int, models: tuple[_Model, _Model], drawn: Random, today: date
) -> tuple[Dossier, Projection]:
    model = models[number >= FULL]
    day = today + timedelta(
        days=drawn.randint(-170, 170) if number < FULL else drawn.randint(-365 * YEARS, 170)
    )
    last = drawn.choices([one for one, _ in LAST_WORDS], [often for _, often in LAST_WORDS])[0]
    name = (
        f"{drawn.choice(FIRST_WORDS)}{last} i {drawn.choice(WHERE)} {day.year}"
        if number
        else f"{RARE} {day.year}"
    )
    occasion = Occasion(date=day, starts="12:00", ends="23:00")
    event = model.dossier.event.model_copy(update={"name": name, "occasions": (occasion,)})
    one = model.dossier.model_copy(
        update={"id": _id(number), "event": event, "diary_number": f"KS {day.year}/{number}"}
    )
    starts = datetime.combine(day, datetime.min.time(), LOCAL).replace(hour=12)
    update = {"id": one.id, "name": name, "diary_number": one.diary_number, "starts": starts}
    row = models[0].projection.row.model_copy(  # listed alike: what a page shows of one is the same work
        update=update | {"ends": starts.replace(hour=23)}
    )
    return one, _of(row, model.projection)


def _of(row: DossierRow, model: Projection) -> Projection:
    of = {"dossier": row.id}
    return Projection(
        row=row,
        actions=tuple(one.model_copy(update=of) for one in model.actions),
        risks=tuple(one.model_copy(update=of) for one in model.risks),
        incidents=(),
    )


def _rows(made: Sequence[tuple[Dossier, Projection]]) -> dict[Table, list[dict[str, Any]]]:
    now = datetime.now(LOCAL)
    rows: dict[Table, list[dict[str, Any]]] = {
        one: [] for one in (record, journal, dossier_row, dossier_search, action_row, risk_row, workbook)
    }
    for number, (one, projection) in enumerate(made):
        about = {"kind": "dossier", "id": one.id, "version": 1, "created": number, "example": False}
        deed = Deed(operation="open-dossier", touched="dossier", after=one.event.name, by=SARA.name, at=now)
        written = {"kind": "dossier", "record": one.id, "wanted": 1, "written": 1, "file": f"{one.id}.xlsx"}
        rows[record].append({**about, **recording.columns(one)})
        rows[journal] += map(journaling.columns, chained(FIRST, "dossier", one.id, 1, [deed]))
        rows[dossier_row].append(projecting.columns(projection))
        rows[dossier_search].append(projecting.search_columns(projection))
        rows[action_row] += [each.__dict__ for each in projection.actions]
        rows[risk_row] += [each.__dict__ for each in projection.risks]
        rows[workbook].append(written)
    return rows


def _id(number: int) -> str:
    return f"d{number:06d}"


def words() -> Iterator[tuple[str, str]]:
    """Return what is searched for, by what it is an example of."""
    yield from {
        "a common word": "festival",
        "two words": "vinfestivalen i hamn",
        "the only one": RARE.lower(),
        "two letters": "vi",
        "nothing": "xylofon",
        "a diary number": "KS 2025/1",
    }.items()
