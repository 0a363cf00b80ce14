"""Codes and their words."""

from collections.abc import Mapping
from typing import Any

import pytest

from evenemang.catalogue.example import read_example_year
from evenemang.domain.text import Text
from evenemang.flow import words

SAID: Mapping[str, Mapping[Any, Text]] = {
    "answer": words.ANSWERS,
    "action_status": words.ACTION_STATUSES,
    "action_kind": words.ACTION_KINDS,
    "phase": words.PHASES,
    "severity": words.SEVERITIES,
    "incident_type": words.INCIDENT_TYPES,
    "harm": words.HARMS,
    "secrecy": words.SECRECIES,
    "sure": words.SURE,
    "state": words.STATES,
    "organiser_kind": words.ORGANISER_KINDS,
    "experience": words.EXPERIENCES,
    "contact": words.CONTACTS,
    "permit_outcome": words.PERMIT_OUTCOMES,
    "lesson_answer": words.REPLIES,
    "happened": words.HAPPENED,
    "helped": words.HELPED,
    "count_method": words.COUNT_METHODS,
    "edition_part": words.EDITION_PARTS,
}
CHOSEN = {"decision": "ställningstagande"}
"""Where the design's word differs from the example year's."""
NOT_IN_THE_EXAMPLE = {"past"}  # its events were all kept here from the start


@pytest.mark.parametrize("concept", SAID)
def test_every_code_is_called_what_the_example_year_calls_it(concept: str) -> None:
    told = {one["code"]: CHOSEN.get(one["code"], one["sv"]) for one in read_example_year().codes[concept]}

    said = {code: word.sv for code, word in SAID[concept].items() if code not in NOT_IN_THE_EXAMPLE}
    assert said == told


@pytest.mark.parametrize("concept", SAID)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_two_codes_of_a_concept_share_a_word(concept: str, language: Any) -> None:
    found = [word.say(language) for word in SAID[concept].values()]

    assert len(set(found)) == len(found)


def test_words_stand_as_in_running_text() -> None:
    for said in SAID.values():
        assert all(word.sv == word.sv[0].lower() + word.sv[1:] for word in said.values())


def test_a_capital_changes_the_first_letter_alone() -> None:
    assert words.capital(Text(sv="öppen för J. R.", en="open")) == Text(sv="Öppen för J. R.", en="Open")
