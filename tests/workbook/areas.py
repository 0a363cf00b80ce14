"""Areas made up from the models, nasty text in every field, and put right where parts must agree."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from evenemang.domain.checklist import Area
from tests.workbook.strategies import conditions, ids, models

numbers = st.none() | st.decimals(-(10**6), 10**6, places=4).map(float)


@st.composite
def areas(draw: st.DrawFn) -> Area:
    """Return an area that `check` would find no fault in, but for what is not installed."""
    made = draw(models(Area)).model_dump()
    made["sources"] = _unique(made["sources"]) or [
        {"id": "ours", "title": " Vår ", "at": "=1", "sure": "low"}
    ]
    made["sections"] = _unique(made["sections"])
    number = 0
    for section in made["sections"]:
        for question in section["questions"]:
            number += 1
            question["id"] = f"{made['area']}.{question['id']}-q{number}"
            question["source"] = draw(
                st.lists(st.sampled_from([one["id"] for one in made["sources"]]), min_size=1, max_size=5)
            )
            _agree(draw, question)
    return Area.model_validate(_with_conditions(draw, made))


def _agree(draw: st.DrawFn, question: dict[str, Any]) -> None:
    """Let a question have what its kind of answer takes, and nothing else."""
    kind = question["answer"]
    low, high = sorted([draw(numbers), draw(numbers)], key=lambda one: one is not None and one)
    unit = question["unit"] if str(question["unit"] or "").strip() else "m"
    number = {"unit": unit, "min": low, "max": high if low is not None else None}
    question |= number if kind == "number" else {"unit": None, "min": None, "max": None}
    question["choices"] = (
        [
            {"id": f"c{at}", "text": {"sv": f"ett {at}", "en": draw(ids)}}
            for at in range(draw(st.integers(2, 4)))
        ]
        if kind == "choice"
        else []
    )
    if kind == "text":
        question["raises"] = []
    for one in question["raises"]:
        listed = st.lists(st.sampled_from(["yes", "partly", "no"]), min_size=1, max_size=3)
        one["when"] = draw(listed if kind == "yes-no" else conditions)
        for action in one["actions"]:
            action["due"] %= 10**6
    if question["calculator"]:
        question["calculator"] = {"use": draw(ids), "answer": draw(st.none() | ids)}


def _with_conditions(draw: st.DrawFn, made: dict[str, Any]) -> dict[str, Any]:
    """Return the area with conditions where the dump left only their sources."""
    made["proposed_when"] = draw(conditions)
    for section in made["sections"]:
        for question in section["questions"]:
            question["shown_when"] = draw(st.none() | conditions)
    return made


def _unique(records: Any) -> list[dict[str, Any]]:
    return list({one["id"]: one for one in records}.values())
