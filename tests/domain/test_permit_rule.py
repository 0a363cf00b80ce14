"""Which of a rule's times counts, what settles a condition, and what cannot be so in a permit."""

from datetime import date
from typing import Any

import pytest

from evenemang.catalogue import compile_condition
from evenemang.domain.condition import Condition, Facts, deciding
from evenemang.domain.permit import Permit, contradiction
from evenemang.domain.permit_rule import LeadTime, PermitRule

TEXT = {"sv": "Polisen", "en": "The police"}
TODAY = date(2027, 5, 3)


def condition(source: str) -> Condition:
    evaluate, names = compile_condition(source)
    return Condition(source=source, names=names, evaluate=evaluate)


def time(kind: str, days: int, place: str | None = None) -> LeadTime:
    return LeadTime.model_validate(
        {"kind": kind, "days": days, "place": place, "source": "law", "sure": "high"}
    )


def rule(*times: LeadTime) -> PermitRule:
    return PermitRule.model_validate(
        {
            "id": "gathering",
            "form": "permit",
            "title": TEXT,
            "rule": "Ordningslagen",
            "decided_by": TEXT,
            "needed_when": condition("true"),
            "lead_time": times,
            "apply_to": TEXT,
            "note": TEXT,
            "source": ("law",),
        }
    )


@pytest.mark.parametrize(
    ("times", "days"),
    [
        ([time("statutory", 7), time("recommended", 60)], 60),
        ([time("statutory", 7)], 7),
        ([time("recommended", 21), time("local", 30, "Alingsås")], 30),
        ([time("recommended", 21), time("local", 14, "Alingsås")], 14),
        ([time("recommended", 21), time("local", 11, "Örnsköldsvik")], 21),
        ([time("statutory", 14), time("local", 10, "Alingsås")], 14),
        ([time("local", 11, "Örnsköldsvik")], None),
        ([], None),
    ],
)
def test_the_places_own_time_counts_first_and_none_is_under_the_laws(
    times: list[LeadTime], days: int | None
) -> None:
    chosen = rule(*times).lead("Alingsås")

    assert (chosen.days if chosen else None) == days


def test_where_no_municipality_is_said_no_local_time_counts() -> None:
    chosen = rule(time("recommended", 21), time("local", 30, "Alingsås")).lead(None)

    assert chosen is not None
    assert chosen.kind == "recommended"


@pytest.mark.parametrize(
    ("source", "event", "settled"),
    [
        ("event.alcohol || event.vip", {"alcohol": True, "vip": False}, ("event.alcohol",)),
        ("event.alcohol || event.vip", {"alcohol": False, "vip": False}, ("event.alcohol", "event.vip")),
        ("event.alcohol || event.vip", {"alcohol": True}, ("event.alcohol",)),
        ("event.alcohol && event.vip", {"vip": False}, ("event.vip",)),
        ("event.alcohol || event.vip", {"vip": False}, ()),
        ("true", {"vip": True}, ()),
    ],
)
def test_what_settles_a_condition_is_told_without_what_does_not_matter(
    source: str, event: dict[str, Any], settled: tuple[str, ...]
) -> None:
    assert deciding(condition(source), Facts(event=event)) == settled


def test_an_answer_can_settle_a_condition_as_a_fact_does() -> None:
    asked = condition('answers["alcohol.serving"] == "yes"')

    assert deciding(asked, Facts(answers={"alcohol.serving": "yes", "crowds.x": "no"})) == (
        "answers.alcohol.serving",
    )


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"filed": date(2027, 5, 1)}, "ej sökt"),
        ({"filed": date(2027, 5, 1), "decided": date(2027, 4, 30), "outcome": "granted"}, "Beslutsdagen"),
        ({"filed": date(2027, 5, 4), "outcome": "applied"}, "har inte varit än"),
        ({"filed": TODAY, "decided": TODAY, "outcome": "granted"}, None),
        ({"outcome": "seen-to"}, None),
        ({}, None),
    ],
)
def test_days_and_state_that_contradict_each_other_are_told(said: dict[str, Any], wrong: str | None) -> None:
    found = contradiction(Permit.model_validate({"permit": "food", "what": "Mat", **said}), TODAY)

    assert wrong in found.sv if wrong and found else found is None, found
