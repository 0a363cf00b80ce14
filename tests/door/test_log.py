"""The log: lines of JSON, facts as values, and nothing that somebody wrote."""

import json
import logging
import sys
from typing import Any

import pytest
from pydantic import BaseModel

from evenemang.domain.errors import ChangedMeanwhile, StoreUnfit
from evenemang.domain.text import Text
from evenemang.pages.door.log import Lines

TYPED = "Sara Lind 850312-1234"


class Number(BaseModel):
    value: int


def line(name: str, event: str, *args: object, **more: Any) -> dict[str, object]:
    record = logging.getLogger(name).makeRecord(
        name, logging.WARNING, "file", 1, event, args, more.pop("exc_info", None), extra=more
    )
    told = Lines().format(record)
    assert "\n" not in told
    return dict(json.loads(told))


def test_an_event_is_a_line_with_its_facts_as_values() -> None:
    told = line("evenemang.health", "not ready", facts={"wrong": ["disk"], "count": 3, "event": "another"})

    assert told["event"] == "not ready"  # no fact takes its place
    assert (told["level"], told["from"], told["count"], told["wrong"]) == (
        "warning",
        "evenemang.health",
        3,
        ["disk"],
    )


def test_of_a_fault_the_kind_and_the_way_to_it_but_not_what_it_quotes() -> None:
    try:
        Number(value=TYPED)
    except ValueError:
        told = line("evenemang", "fault", exc_info=sys.exc_info())

    assert told["fault"] == ["ValidationError"]
    assert "test_log.py" in str(told["trace"])
    assert "Sara" not in json.dumps(told)


def test_what_others_fill_into_their_words_is_left_out() -> None:
    told = line("uvicorn.error", '%s - "GET %s" 500', "127.0.0.1", f"/arende?sok={TYPED}")

    assert "Sara" not in json.dumps(told)


def test_a_line_break_in_a_fact_makes_no_line_of_its_own() -> None:
    told = line("evenemang", "x", facts={"where": 'a\n{"level": "error"}'})

    assert told["where"] == 'a\n{"level": "error"}'


@pytest.mark.parametrize("fact", ["mine", "theirs", "who", "what", "value", "why", "file"])
def test_no_typed_fact_of_a_refusal_gets_into_the_log(fact: str) -> None:
    refused = ChangedMeanwhile("changed", **{fact: TYPED})

    assert refused.for_log == {"refused": "ChangedMeanwhile"}


def test_where_something_failed_does() -> None:
    refused = StoreUnfit("full", where="/srv/evenemang", why=Text(sv="disken är full", en="the disk is full"))

    assert refused.for_log == {"refused": "StoreUnfit", "where": "/srv/evenemang"}
