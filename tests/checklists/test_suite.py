"""All installed content together: what a single file cannot show, and how every text is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from ruamel.yaml import YAML

from evenemang import bootstrap
from evenemang.domain.checklist import Area, Question
from evenemang.domain.condition import Condition
from evenemang.domain.norm import NormFile
from evenemang.domain.text import Text

CHECKLISTS = Path(__file__).parents[2] / "checklists"
CONTENT = bootstrap.content()
QUESTIONS = [question for area in CONTENT.areas.values() for question in area.questions()]
BY_ID = {question.id: question for question in QUESTIONS}
AREA_FILES = sorted(CHECKLISTS.glob("*/checklist.yaml"))
NORM_FILES = sorted(CHECKLISTS.glob("*/norms.yaml"))
SAME_WORD = {
    "Radio": "the same word",
    "Orange": "the colour of a warning, the same word",
    "Show": "a kind of event in a German table, the same word",
    "Demonstration": "the same word",
    "Motorsport": "the same word",
    "storm": "Beaufort 10, the same word",
    "m²/person": "a unit, the same word",
    "m": "a unit",
    "h": "a unit",
    "dBA": "a unit",
}
EACH_AREA = pytest.mark.parametrize("area", CONTENT.areas.values(), ids=lambda area: area.area)
EACH_NORM_FILE = pytest.mark.parametrize("file", NORM_FILES, ids=lambda file: file.parent.name)


def read(file: Path) -> Any:
    return YAML(typ="safe").load(file)


def texts(within: object, at: str) -> Iterator[tuple[str, Text]]:
    """Every text within a piece of content, with where it stands."""
    if isinstance(within, Text):
        yield at, within
    elif isinstance(within, BaseModel):
        for name in type(within).model_fields:
            yield from texts(getattr(within, name), f"{at}.{name}")
    elif isinstance(within, tuple):
        for number, one in enumerate(within):
            yield from texts(one, f"{at}[{number}]")
    elif isinstance(within, Mapping):
        for key, one in within.items():
            yield from texts(one, f"{at}.{key}")


EVERY_TEXT = [
    *(found for question in QUESTIONS for found in texts(question, question.id)),
    *(
        found
        for name, area in CONTENT.areas.items()
        for found in texts(area, name)
        if "questions" not in found[0]
    ),
    *texts(CONTENT.profile, "profile"),
    *texts(CONTENT.matrix, "matrix"),
    *texts(CONTENT.norms, "norms"),
]


def conditions(question: Question) -> Iterator[Condition]:
    if question.shown_when:
        yield question.shown_when
    yield from (one.when for one in question.raises if isinstance(one.when, Condition))


@pytest.mark.parametrize("file", AREA_FILES, ids=lambda file: file.parent.name)
def test_every_area_in_the_folder_is_installed_whole(file: Path) -> None:
    told = read(file)
    area = CONTENT.areas[told["area"]]

    assert file.parent.name == area.area.replace("-", "_")
    assert [one.id for one in area.questions()] == [
        one["id"] for section in told["sections"] for one in section["questions"]
    ]


@EACH_NORM_FILE
def test_every_figure_in_the_folder_is_installed(file: Path) -> None:
    assert {one["id"] for one in read(file)["norms"]} <= CONTENT.norms.keys()


def test_no_question_id_is_used_twice_and_each_begins_with_its_area() -> None:
    ids = [question.id for question in QUESTIONS]

    assert len(ids) == len(set(ids))
    assert [one.id for one in QUESTIONS if one.id.split(".")[0] not in CONTENT.areas] == []
    assert all(
        one.id.startswith(f"{area.area}.") for area in CONTENT.areas.values() for one in area.questions()
    )


def test_both_languages_say_something_of_their_own() -> None:
    def told(text: Text) -> bool:
        return text.sv != text.en or text.sv in SAME_WORD or not re.search(r"[^\W\d_]", text.sv)

    assert [(at, text.sv) for at, text in EVERY_TEXT if not told(text)] == []


@EACH_AREA
def test_every_source_of_an_area_is_there_and_used(area: Area) -> None:
    used = {source for question in area.questions() for source in question.source}

    assert used == {source.id for source in area.sources}


@EACH_NORM_FILE
def test_every_source_of_a_figure_is_there(file: Path) -> None:
    norms = NormFile.model_validate(read(file))
    named = {norm.source for norm in norms.norms}
    named |= {row.source for norm in norms.norms for row in norm.table if row.source}

    assert named <= {source.id for source in norms.sources}


def test_conditions_ask_about_facts_and_questions_that_exist() -> None:
    there = {f"event.{fact.id}" for fact in CONTENT.profile.facts} | {f"answers.{one}" for one in BY_ID}
    about = [(one.id, one, condition) for one in QUESTIONS for condition in conditions(one)]

    assert [
        (id_, condition.names - there) for id_, _, condition in about if condition.names - there - {"answer"}
    ] == []
    assert [area.area for area in CONTENT.areas.values() if area.proposed_when.names - there] == []


def test_a_question_that_hangs_on_another_is_not_asked_where_that_one_is_not() -> None:
    hanging = [
        (question.id, name)
        for question in QUESTIONS
        for condition in conditions(question)
        for name in condition.names
        if name.startswith("answers.") and BY_ID[name.removeprefix("answers.")].depth > question.depth
    ]

    assert hanging == []


@pytest.mark.parametrize(
    "norm", [one for one in CONTENT.norms.values() if one.question], ids=lambda norm: norm.id
)
def test_a_figure_that_belongs_to_a_question_stands_in_its_condition(norm: Any) -> None:
    written = " ".join(condition.source for condition in conditions(BY_ID[norm.question]))

    assert norm.value in {float(number) for number in re.findall(r"\d+(?:\.\d+)?", written)}


def test_whatever_a_question_raises_somebody_can_do_something_about() -> None:
    assert [one.id for one in QUESTIONS for raises in one.raises if not raises.actions] == []


def test_what_planning_leads_to_is_done_by_the_first_day_and_not_years_before() -> None:
    due = [
        (one.id, action.due)
        for one in QUESTIONS
        if one.is_planning
        for raises in one.raises
        for action in raises.actions
    ]

    assert [found for found in due if not -180 <= found[1] <= 0] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_ask_is_one_question_and_at_most_says_when_to_enter_nothing(language: Any) -> None:
    form = re.compile(r"[^?.!]+(\. ?\d+)?[^?.!]*\?( (Ange|Enter) 0 [^?.!]+\.)?")

    asks = [(one.id, one.ask.say(language)) for one in QUESTIONS]
    assert [found for found in asks if not form.fullmatch(found[1])] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_reasons_are_sentences_and_hazards_and_actions_are_not(language: Any) -> None:
    reasons = [(one.id, text.say(language)) for one in QUESTIONS for text in (one.why, one.help) if text]
    headings = [
        (one.id, text.say(language))
        for one in QUESTIONS
        for raises in one.raises
        for text in (raises.hazard, *(action.do for action in raises.actions))
    ]

    assert [found for found in reasons if not re.fullmatch(r"[A-ZÅÄÖ\d].*[.?]", found[1])] == []
    assert [found for found in headings if not re.fullmatch(r"[A-ZÅÄÖ\d].*[^.!?]", found[1])] == []


SLIPS = {
    "a word twice": re.compile(r"\b([^\W\d_]+) \1\b", re.IGNORECASE),
    "a space too many": re.compile(r"\s{2}|\s[.,;:?!)]|\(\s"),
    "an exclamation": re.compile(r"!"),
    "a straight quote": re.compile('"'),
    "a dash for a minus or a range": re.compile(r"\d-\d| - |--"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_no_text_has(slip: str) -> None:
    found = [(at, said) for at, text in EVERY_TEXT for said in (text.sv, text.en) if SLIPS[slip].search(said)]

    assert found == []


def test_quotes_are_those_of_the_language() -> None:
    assert [(at, text.sv) for at, text in EVERY_TEXT if re.search("[“‘'«»]", text.sv)] == []
    assert [(at, text.en) for at, text in EVERY_TEXT if text.en.count("“") != text.en.count("”")] == []
