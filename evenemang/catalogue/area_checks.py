"""Checks of an area that its models alone cannot make: one thing per function."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from evenemang.catalogue.asking import condition_faults
from evenemang.catalogue.fault import Found, Place
from evenemang.catalogue.known import Known, repeated, unknown
from evenemang.domain.checklist import Area, Question
from evenemang.domain.condition import Condition
from evenemang.domain.text import Text

Placed = tuple[Place, Question]


def area_faults(area: Area, known: Known) -> Iterator[Found]:
    """Return everything that is wrong with an area."""
    yield from condition_faults(("proposed_when",), area.proposed_when, known)
    yield from faults_within(area)
    for place, question in placed_questions(area):
        yield from _calculator_missing(known, place, question)
        yield from _conditions_unfit(known, place, question)


def faults_within(area: Area) -> Iterator[Found]:
    """Return everything that is wrong with an area in itself, whatever else is installed."""
    yield from _repeated_sources(area)
    yield from _repeated_sections(area)
    sources = frozenset(source.id for source in area.sources)
    for place, question in placed_questions(area):
        yield from _outside_area(area, place, question)
        yield from _sources_missing(sources, place, question)
        yield from _answer_unfit(place, question)
        yield from _when_unfit(place, question)
        if question.shown_when:
            yield from _about_itself(place, question, question.shown_when)


def placed_questions(area: Area) -> Iterator[Placed]:
    """Return the questions with where they stand."""
    for at, section in enumerate(area.sections):
        for number, question in enumerate(section.questions):
            yield ("sections", at, "questions", number), question


def _repeated_sources(area: Area) -> Iterator[Found]:
    places = (((("sources", at, "id")), source.id) for at, source in enumerate(area.sources))
    yield from repeated(places, Text(sv="Källan", en="The source"))


def _repeated_sections(area: Area) -> Iterator[Found]:
    places = ((("sections", at, "id"), section.id) for at, section in enumerate(area.sections))
    yield from repeated(places, Text(sv="Avsnittet", en="The section"))


def _outside_area(area: Area, place: Place, question: Question) -> Iterator[Found]:
    """A question's id begins with its area's, so that an answer shows where it belongs."""
    if not question.id.startswith(f"{area.area}."):
        better = f"{area.area}.{question.id.split('.', 1)[-1]}"
        yield Found(
            (*place, "id"),
            Text(
                sv=f"”{question.id}” börjar inte med områdets id.",
                en=f"“{question.id}” does not begin with the area's id.",
            ),
            Text(sv=f"Skriv {better}.", en=f"Write {better}."),
        )


def _sources_missing(sources: frozenset[str], place: Place, question: Question) -> Iterator[Found]:
    if not question.source:
        yield Found(
            (*place, "source"),
            Text(sv="Frågan saknar källa.", en="The question has no source."),
            Text(sv="Ange var den kommer ifrån.", en="Say where it comes from."),
        )
    for at, source in enumerate(question.source):
        if source not in sources:
            what = Text(sv=f"Källan ”{source}” finns inte.", en=f"The source “{source}” does not exist.")
            yield unknown((*place, "source", at), what, source, sources)


def _answer_unfit(place: Place, question: Question) -> Iterator[Found]:
    """A number has its unit, a choice its choices, and nothing else has them."""
    yield from chain(_number_unfit(place, question), _choice_unfit(place, question))


def _number_unfit(place: Place, question: Question) -> Iterator[Found]:
    if question.answer == "number":
        if question.unit is None or not str(question.unit).strip():
            yield Found(
                place,
                Text(sv="Talet saknar enhet.", en="The number has no unit."),
                Text(sv="Lägg till unit.", en="Add unit."),
            )
        if question.min is not None and question.max is not None and question.min > question.max:
            yield Found(
                (*place, "max"),
                Text(sv="max är lägre än min.", en="max is lower than min."),
                Text(sv="Byt plats på dem.", en="Swap them."),
            )
        return
    for name in ("unit", "min", "max"):
        if getattr(question, name) is not None:
            yield _only_for(place, name, "number")


def _choice_unfit(place: Place, question: Question) -> Iterator[Found]:
    if question.answer != "choice":
        if question.choices:
            yield _only_for(place, "choices", "choice")
        return
    if len(question.choices) < 2:
        yield Found(
            place,
            Text(
                sv="Det finns inte två svar att välja bland.", en="There are not two answers to choose from."
            ),
            Text(sv="Lägg till choices.", en="Add choices."),
        )
    places = (((*place, "choices", at, "id"), choice.id) for at, choice in enumerate(question.choices))
    yield from repeated(places, Text(sv="Svaret", en="The answer"))


def _only_for(place: Place, name: str, kind: str) -> Found:
    return Found(
        (*place, name),
        Text(sv=f"{name} hör bara till answer: {kind}.", en=f"{name} belongs only to answer: {kind}."),
        Text(sv="Ta bort det, eller ändra answer.", en="Remove it, or change answer."),
    )


def _when_unfit(place: Place, question: Question) -> Iterator[Found]:
    """Yes, partly and no are listed; anything else takes a condition."""
    if question.answer == "text" and question.raises:
        yield Found(
            (*place, "raises"),
            Text(sv="Ett fritt svar kan inte väcka en risk.", en="A free answer cannot raise a risk."),
            Text(sv="Ta bort raises, eller ändra answer.", en="Remove raises, or change answer."),
        )
    for at, one in enumerate(question.raises):
        listed = not isinstance(one.when, Condition)
        if listed == (question.answer == "yes-no") and one.when != ():
            continue
        do = (
            Text(sv='Lista "no" och partly.', en='List "no" and partly.')
            if question.answer == "yes-no"
            else Text(
                sv="Skriv ett villkor, till exempel answer > 10.",
                en="Write a condition, such as answer > 10.",
            )
        )
        yield Found(
            (*place, "raises", at, "when"),
            Text(
                sv=f"when passar inte answer: {question.answer}.",
                en=f"when does not fit answer: {question.answer}.",
            ),
            do,
        )


def _calculator_missing(known: Known, place: Place, question: Question) -> Iterator[Found]:
    used = question.calculator
    if used is None:
        return
    calculator = known.calculators.get(used.use)
    if calculator is None:
        what = Text(
            sv=f"Beräkningen ”{used.use}” finns inte.", en=f"The calculation “{used.use}” does not exist."
        )
        yield unknown((*place, "calculator", "use"), what, used.use, known.calculators)
    elif used.answer is not None and used.answer not in calculator.output.model_fields:
        what = Text(
            sv=f"Beräkningen ger inget ”{used.answer}”.", en=f"The calculation does not give “{used.answer}”."
        )
        yield unknown((*place, "calculator", "answer"), what, used.answer, calculator.output.model_fields)


def _conditions_unfit(known: Known, place: Place, question: Question) -> Iterator[Found]:
    if question.shown_when:
        yield from condition_faults((*place, "shown_when"), question.shown_when, known)
    for at, one in enumerate(question.raises):
        if isinstance(one.when, Condition):
            yield from condition_faults((*place, "raises", at, "when"), one.when, known, question)


def _about_itself(place: Place, question: Question, condition: Condition) -> Iterator[Found]:
    if f"answers.{question.id}" in condition.names:
        yield Found(
            (*place, "shown_when"),
            Text(sv="Frågan visas bara när den är besvarad.", en="The question is shown only once answered."),
            Text(sv="Fråga efter något annat.", en="Ask about something else."),
        )
