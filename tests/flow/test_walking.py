"""Which question comes next: from here on through the areas, and from the start again at the end."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.checklist import Question
from evenemang.domain.dossier import Dossier
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.content import Content
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.reading import Reading, read
from evenemang.flow.walking import Stretch, next_unanswered, stretches
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

SARA = Actor(name="Sara Lind")
AREAS = ("crowds", "stewards", "weather")
CONTENT = bootstrap.content()
TODAY = date(2027, 8, 1)


def opened() -> Dossier:
    workspace = Workspace(MemoryStore(), CONTENT, bootstrap.SystemClock())
    dossier = open_dossier(workspace, NewDossier(name="Höstfesten", areas=AREAS), SARA).record
    done = workspace.do(dossier.id, GiveAnswer(question="crowds.stop-level", value="yes"), SARA)
    return done.record


OPENED = opened()
GIVEN = OPENED.assessment.answers["crowds.stop-level"]


def asked(reading: Reading, content: Content) -> list[Stretch]:
    return [one for area, found in reading.asked.items() for one in stretches(content.areas[area], found)]


WALKED = asked(read(OPENED, CONTENT, (), TODAY), CONTENT)
PLANNING = [one for one in WALKED if not one.is_round]
QUESTIONS = [question for one in WALKED for question in one.questions]


def answering(answered: list[Question]) -> Dossier:
    answers = {one.id: GIVEN.model_copy(update={"question": one.id}) for one in answered}
    assessment = OPENED.assessment.model_copy(update={"answers": answers})
    return OPENED.model_copy(update={"assessment": assessment})


def expected(here: Stretch | None, dossier: Dossier, after: str | None) -> str | None:
    """All planning questions in a row, begun where one stands; a round one stands in comes before them."""
    ordered = list(PLANNING)
    if here and not here.is_round:
        ordered = [*PLANNING[PLANNING.index(here) :], *PLANNING[: PLANNING.index(here)]]
    elif here:
        mine = [one for one in PLANNING if one.area == here.area]
        ordered = [here, *mine, *(one for one in PLANNING if one.area != here.area)]
    row = [question.id for one in ordered for question in one.questions]
    start = row.index(after) + 1 if after in row else 0
    left = (one for one in (*row[start:], *row[:start]) if not dossier.assessment.is_answered(one))
    return next(left, None)


@settings(max_examples=60, deadline=None)
@given(
    st.none() | st.sampled_from(WALKED),
    st.lists(st.sampled_from(QUESTIONS)) | st.lists(st.sampled_from(WALKED)) | st.just(QUESTIONS),
    st.none() | st.sampled_from([one.id for one in QUESTIONS]),
)
def test_the_next_question_is_the_first_unanswered_one_from_here_on(
    here: Stretch | None, answered: list[Question | Stretch], after: str | None
) -> None:
    each = [(one,) if isinstance(one, Question) else one.questions for one in answered]
    dossier = answering([one for found in each for one in found])
    reading = read(dossier, CONTENT, (), TODAY)
    if asked(reading, CONTENT) != WALKED:
        return  # these answers make other questions come: another walk

    found = next_unanswered(dossier, reading, CONTENT, here, after)

    assert (found and found.question.id) == expected(here, dossier, after)
