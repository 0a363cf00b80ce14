"""Whether answers can be leaned on: how old they are, and how fast they were given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from evenemang.domain.assessment import Answer
from evenemang.domain.checklist import YES, Question
from evenemang.domain.event import LOCAL
from evenemang.domain.review import At, Found, Rule, UnderReview, at_question
from evenemang.domain.text import Text

SHELF_LIFE = "answer-shelf-life"
HASTE_COUNT, HASTE_WINDOW = "yes-in-haste-count", "yes-in-haste-window"


def _planned(under: UnderReview, questions: Iterable[Question]) -> Iterator[Answer]:
    """Return the answers of the walk that stand; rounds are ticked on site, and quickly."""
    answers = under.dossier.assessment.answers
    for one in questions:
        answer = answers.get(one.id)
        if one.is_planning and answer is not None and answer.value is not None:
            yield answer


def _too_old(under: UnderReview) -> Iterator[Found]:
    """Before the event, what the decision or the day itself would lean on."""
    if under.has_begun:
        return
    most = round(under.norms[SHELF_LIFE].figure)
    for questions in under.asked.values():
        for answer in _planned(under, questions):
            given = answer.given.at.astimezone(LOCAL).date()
            age = (under.today - given).days
            if age > most:
                yield Found(
                    says=Text(
                        sv=f"Svaret från {given} är {age} dagar gammalt. "
                        "Bekräfta att det stämmer, eller ändra det.",
                        en=f"The answer of {given} is {age} days old. Confirm that it holds, or change it.",
                    ),
                    at=(at_question(answer.question),),
                    confirm=True,
                )


def _in_haste(under: UnderReview) -> Iterator[Found]:
    if under.has_begun:
        return
    most, window = round(under.norms[HASTE_COUNT].figure), under.norms[HASTE_WINDOW].figure
    for area, questions in under.asked.items():
        row = _longest_haste(list(_planned(under, questions)), timedelta(seconds=window))
        if row >= most:
            title = under.areas[area].title
            yield Found(
                says=Text(
                    sv=f"{row} ja i rad i {title.sv} gavs av samma person inom {window:.0f} sekunder. "
                    "Gå igenom dem igen, eller skriv vid svaren hur ni vet.",
                    en=f"{row} yes in a row in {title.en} were given by one person within {window:.0f} "
                    "seconds. Go through them again, or write at the answers how you know.",
                ),
                at=(At(kind="area", id=area),),
            )


def _longest_haste(answers: list[Answer], window: timedelta) -> int:
    """Return the most bare yes in a row that one person gave in less than the window."""
    longest = 0
    for person in {one.given.by for one in answers}:
        row: list[Answer] = []
        for one in sorted(
            (each for each in answers if each.given.by == person), key=lambda each: each.given.at
        ):
            bare = one.value == YES and not one.comment.strip()
            row = [*(each for each in row if one.given.at - each.given.at < window), one] if bare else []
            longest = max(longest, len(row))
    return longest


ANSWERING = (
    Rule(
        id="answers-too-old",
        severity="hint",
        title=Text(sv="Gamla svar", en="Old answers"),
        look=_too_old,
        norms=(SHELF_LIFE,),
    ),
    Rule(
        id="yes-in-haste",
        severity="hint",
        title=Text(sv="Många ja på kort tid", en="Many yes in a short time"),
        look=_in_haste,
        norms=(HASTE_COUNT, HASTE_WINDOW),
    ),
)
