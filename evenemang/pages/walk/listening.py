"""What the walk shows anew when others have answered, and where it must not move."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.flow.news import ANSWERS
from evenemang.flow.walking import Stretch
from evenemang.pages.desk import Desk
from evenemang.pages.live import Watch, watch
from evenemang.pages.walk import calculation, saving
from evenemang.pages.walk.visit import Visit, stretch_now

COUNTED = (ANSWERS, "risks/", "calculations/")  # what changes no other count than its questions' own


def show(here: Visit) -> None:
    """Listen to what others do in the walk."""
    saving.forget_glimpses()

    def parts(now: Desk, touched: frozenset[str]) -> list[str]:
        found = [*_questions(here, now, touched)]
        saving.glimpsed(found)
        sums = [calculation.slot(one) for one in found if f"calculations/{one}" in touched]
        answers_alone = all(one.startswith(COUNTED) for one in touched)
        totals = saving.totals(here, found if answers_alone else ())
        return [*map(saving.slot, found), *sums, *totals]

    watch(
        here.desk,
        Watch("checklistor", here.area or "", parts, lambda now: _asks_otherwise(here, now), ("omraden",)),
    )


def _questions(here: Visit, now: Desk, touched: frozenset[str]) -> Iterator[str]:
    """Return the questions that have another answer, or another risk at them."""
    raised = (one for desk in (here.desk, now) for one in desk.dossier.risks if f"risks/{one.id}" in touched)
    risks = [one.origin.question for one in raised if one.origin and one.origin.question]
    answers = [one.removeprefix(ANSWERS) for one in touched if one.startswith(ANSWERS)]
    sums = [one.removeprefix("calculations/") for one in touched if one.startswith("calculations/")]
    yield from dict.fromkeys([*answers, *sums, *risks])


def _asks_otherwise(here: Visit, now: Desk) -> bool:
    """Whether other questions are asked in this stretch: showing them would move the page under a hand."""
    return _ids(here.stretch) != _ids(stretch_now(now))


def _ids(stretch: Stretch | None) -> list[str]:
    return [one.id for one in stretch.questions] if stretch else []
