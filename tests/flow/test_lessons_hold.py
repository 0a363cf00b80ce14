"""What was learned stands at the new event that it concerns, and holds the decision until it is answered."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.decision import Draft
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import DecisionRefused, ReasonMissing
from evenemang.domain.event import Occasion
from evenemang.domain.lesson import Concerns, Lesson
from evenemang.domain.matrix import View
from evenemang.flow.deciding import Decide, standing_in_the_way
from evenemang.flow.example.clock import ExampleClock
from evenemang.flow.learning import (
    NewLesson,
    ReplyToLesson,
    approve_lesson,
    decline_at_once,
    decline_lesson,
    note_lesson,
)
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.requirements import requirements
from evenemang.flow.secrecy import secrets_of
from evenemang.flow.veil import veiled
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

SARA = Actor(name="Sara Lind")
TODAY = date(2027, 5, 3)
TEXT = "Öppna grinden tidigare"
TIES: dict[str, dict[str, str]] = {
    "question": {"question": "crowds.stop-level"},
    "area": {"area": "crowds"},
    "place": {"place": "torget"},
    "zone": {"place": "torget", "zone": "scenen"},
    "organiser": {"organiser": "lions"},
    "kind": {"kind": "concert"},
    "nothing": {},
}
ELSEWHERE: dict[str, dict[str, Any]] = {  # what the event would have to be for the lesson not to concern it
    "question": {"areas": ("weather",)},
    "area": {"areas": ("weather",)},
    "place": {"place": "parken", "zones": ("parken/scenen",)},
    "zone": {"zones": ("torget/entren",)},
    "organiser": {"organiser": "rotary"},
    "kind": {"facts": {"kind": "market"}},
}


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(MemoryStore(), bootstrap.content(), ExampleClock(TODAY))


def event(workspace: Workspace, **more: Any) -> Dossier:
    said: dict[str, Any] = {
        "name": "Årets konsert",
        "place": "torget",
        "zones": ("torget/scenen",),
        "organiser": "lions",
        "facts": {"kind": "concert"},
        "areas": ("crowds",),
        "occasions": (Occasion(date=TODAY + timedelta(days=30), starts="18:00", ends="22:00"),),
    }
    return open_dossier(workspace, NewDossier.model_validate({**said, **more}), SARA).record


def learned(workspace: Workspace, **about: str) -> Lesson:
    earlier = event(workspace, name="Fjolårets konsert")
    new = NewLesson(text=TEXT, from_event=earlier.id, concerns=Concerns.model_validate(about))
    return approve_lesson(workspace, note_lesson(workspace, new, SARA).id, None, SARA)


def refusal(workspace: Workspace, dossier: Dossier, view: View = "approved") -> str:
    draft = Draft(officer="Sara Lind", group_view=view, motive="Därför", conditions=("Villkor",))
    with pytest.raises(DecisionRefused) as refused:
        workspace.do(dossier.id, Decide(draft=draft), SARA)
    return refused.value.say("sv")


@pytest.mark.parametrize("tie", TIES)
def test_a_lesson_holds_the_decision_of_every_event_it_is_tied_to(workspace: Workspace, tie: str) -> None:
    lesson = learned(workspace, **TIES[tie])

    dossier = event(workspace)

    assert workspace.read(dossier).lessons_waiting == (lesson,)
    assert f"Lärdomen ”{TEXT}” är inte besvarad" in refusal(workspace, dossier)
    workspace.do(dossier.id, ReplyToLesson(lesson=lesson.id, answer="taken-in", how="Kl. 16"), SARA)
    answered = workspace.dossier(dossier.id).record
    assert workspace.read(answered).lessons_waiting == ()
    assert TEXT not in refusal(workspace, answered), "an answer, whichever, lets the decision go"


@pytest.mark.parametrize("tie", ELSEWHERE)
def test_a_lesson_says_nothing_where_what_it_is_tied_to_is_another(workspace: Workspace, tie: str) -> None:
    learned(workspace, **TIES[tie])

    dossier = event(workspace, **ELSEWHERE[tie])

    assert workspace.read(dossier).lessons == ()


def test_an_event_that_names_no_zones_uses_the_whole_place_and_meets_every_lesson_there(
    workspace: Workspace,
) -> None:
    lesson = learned(workspace, place="torget", zone="scenen")

    assert workspace.read(event(workspace, zones=())).lessons_waiting == (lesson,)


@pytest.mark.parametrize("view", ["rejected", "to-complete"])
def test_a_lesson_never_stands_in_the_way_of_saying_no(workspace: Workspace, view: View) -> None:
    learned(workspace)
    dossier = event(workspace)

    draft = Draft(officer="Sara Lind", group_view=view, motive="Underlaget räcker inte")
    decided = workspace.do(dossier.id, Decide(draft=draft), SARA).record

    assert decided.decision
    assert workspace.read(decided).lessons_waiting if view == "to-complete" else True


def test_a_lesson_approved_while_the_group_waits_for_more_holds_the_next_decision(
    workspace: Workspace,
) -> None:
    dossier = event(workspace)
    draft = Draft(officer="Sara Lind", group_view="to-complete", motive="Underlaget räcker inte")
    workspace.do(dossier.id, Decide(draft=draft), SARA)
    workspace.clock = ExampleClock(TODAY + timedelta(days=3))

    lesson = learned(workspace)

    waiting = workspace.dossier(dossier.id).record
    assert workspace.read(waiting).lessons_waiting == (lesson,)


def test_a_proposed_lesson_is_shown_and_holds_nothing(workspace: Workspace) -> None:
    new = NewLesson(text=TEXT, from_event=event(workspace).id, concerns=Concerns())
    lesson = note_lesson(workspace, new, SARA)
    dossier = event(workspace)

    reading = workspace.read(dossier)

    assert (reading.lessons, reading.lessons_waiting) == ((lesson,), ())
    assert lesson.state == "proposed"
    assert TEXT not in refusal(workspace, dossier)


def test_a_lesson_that_the_group_declines_says_why_and_comes_back_nowhere(workspace: Workspace) -> None:
    lesson = learned(workspace)
    with pytest.raises(ReasonMissing):
        decline_lesson(workspace, lesson.id, " ", None, SARA)

    declined = decline_lesson(workspace, lesson.id, "Det var bara en gång.", "mote-1", SARA, lesson)

    assert declined.state == "declined"
    assert declined.declined
    assert (declined.declined.because, declined.declined.meeting) == (
        "Det var bara en gång.",
        "mote-1",
    )
    assert workspace.read(event(workspace)).lessons == ()
    assert approve_lesson(workspace, lesson.id, None, SARA).state == "approved", "the group may think again"


def test_what_is_no_lesson_is_kept_with_its_reason(workspace: Workspace) -> None:
    earlier = event(workspace)
    new = NewLesson(text=TEXT, from_event=earlier.id, drawn_from="incidents/I1", concerns=Concerns())

    kept = decline_at_once(workspace, new, "Alla vet det redan.", SARA)

    assert (kept.state, kept.drawn_from) == ("declined", "incidents/I1")
    assert workspace.read(event(workspace)).lessons == ()


def test_the_list_of_what_a_decision_takes_counts_the_lessons_left(workspace: Workspace) -> None:
    learned(workspace)
    learned(workspace, area="crowds")
    dossier = event(workspace)

    found = requirements(dossier, workspace.content, workspace.read(dossier))

    (lessons,) = [one for one in found if "lärdomar" in one.what.sv]
    assert (lessons.left, lessons.holds) == (2, True)


def test_who_does_not_see_a_secret_area_is_told_how_many_lessons_wait_there_and_no_more(
    workspace: Workspace,
) -> None:
    lesson = learned(workspace, area="threats")
    dossier = event(workspace, areas=("crowds", "threats"))
    reading = workspace.read(dossier)
    secrets = secrets_of(dossier, workspace.content, (), reading.lessons)

    assert secrets.lessons == {lesson.id}
    told = veiled(_in_the_way(workspace, dossier), secrets)
    assert [one.why.sv for one in told if one.rule == "lesson-unanswered"] == [
        "1 lärdom som bara visas för dem som är utsedda är inte besvarad. Be någon av dem att svara."
    ]
    assert not any(TEXT in one.why.sv for one in told)


def _in_the_way(workspace: Workspace, dossier: Dossier) -> Any:
    from_now = workspace.read(dossier)
    return standing_in_the_way("approved", dossier, workspace.content, from_now)
