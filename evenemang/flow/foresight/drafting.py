"""A draft of an area's next version: what somebody chose among the proposals, for a person to finish.

What must be judged is left open: a new question raises nothing until somebody says what, and how bad.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from evenemang.domain.checklist import Area, Question, Section
from evenemang.domain.source import Source
from evenemang.domain.text import Text
from evenemang.flow.foresight.proposing import Proposal

SECTION, SOURCE = "from-incidents", "own-incidents"
TITLE = Text(sv="Förslag ur händelser", en="Proposed from incidents")
OURS = Text(sv="Egna händelser och tillbud", en="Own incidents and near misses")
WHY = Text(sv="Det har hänt: {what}", en="It has happened: {what}")


def draft(area: Area, chosen: Iterable[Proposal], today: date) -> Area:
    """Return an area with new questions last and raised likelihoods, as a version of today."""
    taken = tuple(chosen)
    asked = tuple(_questions(area, [one for one in taken if one.kind == "new-question"]))
    weighed = _weighed(area, [one for one in taken if one.kind == "raise-likelihood"])
    if not asked:
        return weighed.model_copy(update={"version": today})
    return weighed.model_copy(
        update={
            "version": today,
            "sources": (
                *_others(area),
                Source(id=SOURCE, title=OURS.sv, at=OURS.sv, checked=today, sure="medium"),
            ),
            "sections": (*weighed.sections, Section(id=_free_section(area), title=TITLE, questions=asked)),
        }
    )


def _questions(area: Area, chosen: list[Proposal]) -> Iterator[Question]:
    known = {one.id for one in area.questions()}
    number = 0
    for one in chosen:
        number = next(at for at in range(number + 1, len(known) + number + 2) if _id(area, at) not in known)
        what = one.hazard or "–"
        yield Question(
            id=_id(area, number),
            ask=one.ask or TITLE,
            why=Text(sv=WHY.sv.replace("{what}", what), en=WHY.en.replace("{what}", what)),
            answer="yes-no",
            ask_of="both",
            phase="planning",
            depth=1,
            source=(SOURCE,),
        )


def _id(area: Area, number: int) -> str:
    return f"{area.area}.proposed-{number}"


def _free_section(area: Area) -> str:
    taken = {one.id for one in area.sections}
    names = (SECTION, *(f"{SECTION}-{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in names if one not in taken)


def _others(area: Area) -> tuple[Source, ...]:
    return tuple(one for one in area.sources if one.id != SOURCE)


def _weighed(area: Area, chosen: list[Proposal]) -> Area:
    steps = {(one.question, one.raised): one.steps[1] for one in chosen if one.steps}
    if not steps:
        return area
    sections = tuple(
        section.model_copy(update={"questions": tuple(_with_steps(one, steps) for one in section.questions)})
        for section in area.sections
    )
    return area.model_copy(update={"sections": sections})


def _with_steps(question: Question, steps: dict[tuple[str | None, int], int]) -> Question:
    raises = tuple(
        one.model_copy(update={"likelihood": steps.get((question.id, at), one.likelihood)})
        for at, one in enumerate(question.raises)
    )
    return question.model_copy(update={"raises": raises})
