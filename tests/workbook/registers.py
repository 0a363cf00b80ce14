"""Registers made up from their models, nasty text in every field."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from evenemang.domain.actor import Function
from evenemang.domain.place import Place
from evenemang.flow.content import Content
from evenemang.flow.journal import Kind
from evenemang.flow.registers import Entry, Register
from evenemang.flow.storing import MODELS
from tests.workbook.strategies import journals, models, unique

NOW = datetime(2023, 8, 1, 9, 30, tzinfo=UTC)
LEAD = Function(id="project-lead", title="Projektledare", short="projektledare", part="member")


@st.composite
def entries(draw: st.DrawFn, kind: Kind, most: int = 2, fewest_deeds: int = 0) -> tuple[Entry, ...]:
    """Return the entries of a register, each with a journal that is chained."""
    records = unique(tuple(draw(st.lists(models(MODELS[kind]), max_size=most))))
    return tuple(
        Entry(one, len(rows), number, draw(st.booleans()), rows)
        for number, one in enumerate(records)
        for rows in [draw(journals(one.id, kind, fewest_deeds))]
    )


def register_of(kind: Kind, found: tuple[Entry, ...], content: Content) -> Register:
    places: dict[str, Place] = {one.record.id: one.record for one in found} if kind == "place" else {}
    names: dict[str, Any] = {"organisers": {}, "events": {"zs7w": "Potatisfestivalen"}}
    return Register(
        kind=kind,
        entries=found,
        content=content,
        functions={LEAD.id: LEAD},
        places=places,
        **names,
        example_as_of=None,
        as_of=NOW,
    )
