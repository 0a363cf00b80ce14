"""The order of the walk: an area's questions as stretches, and which question comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evenemang.domain.assessment import Answer
from evenemang.domain.checklist import PHASES, Area, Phase, Question
from evenemang.domain.dossier import Dossier
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.reading import Reading

ROUND_TITLES: dict[Phase, Text] = {
    "build-up": Text(sv="rond vid uppbyggnad", en="round at build-up"),
    "running": Text(sv="rond under genomförandet", en="round while it runs"),
    "strike": Text(sv="rond vid nedmontering", en="round at strike"),
}


MOST = 12  # questions on one screen, unless a single section asks more: a screen of 40 is slow and wearying


@dataclass(frozen=True)
class Part:
    """The questions of one section, under its title."""

    id: str
    title: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Stretch:
    """Questions that are walked together: small sections of an area side by side, or one of its rounds."""

    area: str
    phase: Phase
    parts: tuple[Part, ...]

    @property
    def id(self) -> str:
        """The first section's id, or the round's phase."""
        return self.parts[0].id

    @property
    def title(self) -> Text:
        """The first section's title, or the round's."""
        return self.parts[0].title

    @property
    def questions(self) -> tuple[Question, ...]:
        """All its questions in the order they are asked."""
        return tuple(one for part in self.parts for one in part.questions)

    def holds(self, section: str) -> bool:
        """Whether a section, or a round's phase, stands in it."""
        return any(part.id == section for part in self.parts)

    @property
    def is_round(self) -> bool:
        """Whether it is walked on site, and counted apart from the planning."""
        return self.phase != "planning"

    def answered(self, dossier: Dossier) -> int:
        """Return how many of its questions somebody has answered."""
        return sum(dossier.assessment.is_answered(one.id) for one in self.questions)


@dataclass(frozen=True)
class Step:
    """A question and where it stands."""

    stretch: Stretch
    question: Question


def stretches(area: Area, asked: Sequence[Question]) -> tuple[Stretch, ...]:
    """Return what an area asks while planning, a screenful at a time, then its rounds."""
    ids = {one.id for one in asked}
    planned = [
        Part(section.id, section.title, found)
        for section in area.sections
        if (found := tuple(one for one in section.questions if one.id in ids and one.is_planning))
    ]
    rounds = [
        Stretch(area.area, phase, (Part(phase, ROUND_TITLES[phase], found),))
        for phase in PHASES[1:]
        if (found := tuple(one for one in asked if one.phase == phase))
    ]
    return (*(Stretch(area.area, "planning", parts) for parts in _screenfuls(planned)), *rounds)


def _screenfuls(planned: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """Yield sections side by side while they fit on one screen; none is split."""
    held: list[Part] = []
    for part in planned:
        if held and sum(len(one.questions) for one in (*held, part)) > MOST:
            yield tuple(held)
            held = []
        held.append(part)
    if held:
        yield tuple(held)


def stretch_of(question: str, reading: Reading, content: Content) -> Stretch | None:
    """Return where in the walk a question stands; None where it is not asked."""
    area = question.split(".", 1)[0]
    found = stretches(content.areas[area], reading.asked[area]) if area in reading.asked else ()
    return next((one for one in found if any(asked.id == question for asked in one.questions)), None)


def next_unanswered(
    dossier: Dossier, reading: Reading, content: Content, here: Stretch | None, after: str | None = None
) -> Step | None:
    """Return the first unanswered question from here on, and from the start again at the end.

    The stretch one stands in comes first, even where it is a round; after it come planning questions only.
    `after` is the question one was led to last: the search goes on behind it, so that one may be skipped.
    """
    left = [one for one in reading.asked if after or reading.progress[one].left]
    if after is None and not left and (here is None or not here.is_round):
        return None  # everything is answered: nothing need be put in order
    steps = [
        Step(stretch, question)
        for stretch in _in_turn(here, reading, content, left)
        for question in stretch.questions
    ]
    ids = [step.question.id for step in steps]
    start = ids.index(after) + 1 if after in ids else 0
    ordered = [*steps[start:], *steps[:start]]
    return next((step for step in ordered if not dossier.assessment.is_answered(step.question.id)), None)


def not_asked_here(dossier: Dossier, content: Content) -> dict[str, tuple[Answer, ...]]:
    """Return the answers to questions that nothing asks, by area, in the order they stand.

    Their area is not installed, or the version that the dossier answers has retired or lost the question.
    """
    own = {one.id: one.area for one in dossier.assessment.own_questions}
    found: dict[str, list[Answer]] = {}
    for answer in dossier.assessment.answers.values():
        area = own.get(answer.question) or answer.question.split(".", 1)[0]
        found_there = content.question(answer.question)
        unknown = found_there is None or found_there.retired is not None
        if unknown and (answer.question not in own or area not in content.areas):
            found.setdefault(area, []).append(answer)
    return {area: tuple(answers) for area, answers in found.items()}


def _in_turn(
    here: Stretch | None, reading: Reading, content: Content, areas: Sequence[str]
) -> Iterator[Stretch]:
    """Yield the planning stretches of some areas from here on, and from the start again at the end.

    From a round the area's own come first.
    """
    if here is None:
        for area in areas:
            yield from _planning(area, reading, content)
        return
    mine = list(_planning(here.area, reading, content)) if here.area in reading.asked else []
    place = next((number for number, one in enumerate(mine) if one.id == here.id), None)
    order = list(reading.asked)
    at = order.index(here.area) if place is not None else len(order)
    behind = [one for one in areas if order.index(one) > at]
    before = [one for one in areas if order.index(one) < at and one != here.area]
    yield from mine[place:] if place is not None else (here, *mine)
    for area in (*behind, *before):
        yield from _planning(area, reading, content)
    yield from mine[: place or 0]


def _planning(area: str, reading: Reading, content: Content) -> Iterator[Stretch]:
    for stretch in stretches(content.areas[area], reading.asked[area]):
        if not stretch.is_round:
            yield stretch
