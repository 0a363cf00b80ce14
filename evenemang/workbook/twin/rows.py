"""An area as rows: for each sheet, what stands in its columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evenemang.domain.checklist import Area, Question, Raise
from evenemang.domain.condition import Condition
from evenemang.domain.text import Text

Row = dict[str, Any]
"""What stands in a row, by the code of its column; what is not there has no value."""


def rows_of(area: Area) -> dict[str, list[Row]]:
    """Return the rows of every sheet."""
    return {
        "area": [_flat(area.model_dump(exclude={"sources", "sections"}, exclude_unset=True))],
        "sources": [_flat(one.model_dump()) for one in area.sources],
        "sections": [_flat(one.model_dump(exclude={"questions"})) for one in area.sections],
        "questions": list(_questions(area)),
        "choices": list(_choices(area)),
        "risks": list(_risks(area)),
        "actions": list(_actions(area)),
    }


def most_sources(area: Area) -> int:
    """Return how many sources the question with most has."""
    return max(len(question.source) for question in area.questions())


def _questions(area: Area) -> Iterator[Row]:
    for section in area.sections:
        for question in section.questions:
            found = _flat(question.model_dump(exclude={"choices", "raises", "source", "unit"}))
            sources = {f"source.{number}": one for number, one in enumerate(question.source, 1)}
            yield {**found, **_unit(question), **sources, "section": section.id}


def _unit(question: Question) -> Row:
    """Return a unit in both languages; a plain symbol stands alone in the first column."""
    if isinstance(question.unit, Text):
        return {"unit.sv": question.unit.sv, "unit.en": question.unit.en}
    return {"unit.sv": question.unit}


def _choices(area: Area) -> Iterator[Row]:
    for question in area.questions():
        for choice in question.choices:
            yield {"question": question.id, **_flat(choice.model_dump())}


def _risks(area: Area) -> Iterator[Row]:
    for question, number, one in _raises(area):
        row = _flat(one.model_dump(exclude={"actions", "when"}))
        when = one.when.source if isinstance(one.when, Condition) else one.when
        yield {**row, "key": _key(question, number), "question": question.id, "when": when}


def _actions(area: Area) -> Iterator[Row]:
    for question, number, one in _raises(area):
        for action in one.actions:
            yield {"risk": _key(question, number), **_flat(action.model_dump())}


def _raises(area: Area) -> Iterator[tuple[Question, int, Raise]]:
    for question in area.questions():
        for number, one in enumerate(question.raises, 1):
            yield question, number, one


def _key(question: Question, number: int) -> str:
    """Return the name of a risk in the book: the checklist itself needs none."""
    return f"{question.id} {number}"


def _flat(record: dict[str, Any]) -> Row:
    """Return a record with the fields inside its fields beside them: `ask.sv`, `calculator.use`."""
    flat: Row = {}
    for name, value in record.items():
        if isinstance(value, dict):
            flat |= {f"{name}.{inner}": held for inner, held in value.items()}
        else:
            flat[name] = value
    return flat
