"""A round is walked question by question; what deviates is an action at once, and once."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.event import LOCAL, Occasion
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.rounds import (
    AnswerInRound,
    BeginRound,
    EndRound,
    SettleDeviation,
    asked_on_round,
    deviations,
    open_action,
    said_on,
)
from evenemang.flow.secrecy import secrets_of
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

SARA, JONAS = Actor(name="Sara Lind"), Actor(name="Jonas Berg")
BEFORE_OPENING = datetime(2027, 8, 21, 15, 0, tzinfo=LOCAL)
CLOCK = PlayedClock(BEFORE_OPENING)
GATES = "crowds.exits-open"
UNLOCK = "Lås upp och prova varje grind före öppning"


@pytest.fixture
def workspace() -> Workspace:
    CLOCK.at = BEFORE_OPENING
    return Workspace(MemoryStore(), bootstrap.content(), CLOCK)


@pytest.fixture
def dossier(workspace: Workspace) -> str:
    occasions = (Occasion(date=date(2027, 8, 21), starts="18:00", ends="01:00"),)
    new = NewDossier(name="Höstfesten", occasions=occasions, areas=("crowds", "threats", "traffic"))
    opened = open_dossier(workspace, new, SARA).record.id
    workspace.do(opened, BeginRound(phase="running"), SARA)
    return opened


def answer(workspace: Workspace, dossier: str, value: str, round_id: str = "W1", **more: str) -> Dossier:
    said = {"question": GATES, "do": UNLOCK, **more}
    deed = AnswerInRound.model_validate({"round": round_id, "value": value, **said})
    return workspace.do(dossier, deed, SARA).record


def test_a_deviation_becomes_an_action_at_once_due_today_and_tied_to_its_question(
    workspace: Workspace, dossier: str
) -> None:
    found = answer(workspace, dossier, "no")

    (action,) = deviations(found.rounds[0], found)
    assert (action.do, action.question, action.phase) == (UNLOCK, GATES, "running")
    assert (action.due, action.status, action.owner) == (BEFORE_OPENING.date(), "proposed", None)
    assert found.assessment.value(GATES) == "no"


def test_what_is_as_it_should_be_makes_no_action(workspace: Workspace, dossier: str) -> None:
    assert answer(workspace, dossier, "yes").actions == ()


def test_a_deviation_seen_again_while_its_action_is_open_makes_no_second_one(
    workspace: Workspace, dossier: str
) -> None:
    answer(workspace, dossier, "no")
    again = answer(workspace, dossier, "partly")
    assert len(again.actions) == 1

    settled = SettleDeviation(action="A1", owner="Jonas Berg", do=UNLOCK, mended=True)
    workspace.do(dossier, settled, JONAS)
    once_more = answer(workspace, dossier, "no")

    assert [one.status for one in once_more.actions] == ["done", "proposed"]


def test_a_deviation_without_anything_to_do_is_refused_and_nothing_is_answered(
    workspace: Workspace, dossier: str
) -> None:
    with pytest.raises(Refused):
        answer(workspace, dossier, "no", do=" ")

    assert not workspace.dossier(dossier).record.assessment.is_answered(GATES)


def test_each_round_asks_anew_and_the_same_answer_counts_for_each(workspace: Workspace, dossier: str) -> None:
    answer(workspace, dossier, "yes")
    CLOCK.at = BEFORE_OPENING + timedelta(hours=1)
    workspace.do(dossier, EndRound(round="W1", note="Allt på plats"), SARA)
    CLOCK.at = BEFORE_OPENING + timedelta(hours=4)
    begun = workspace.do(dossier, BeginRound(phase="running"), SARA).record
    first, second = begun.rounds
    assert (said_on(first, GATES, begun), said_on(second, GATES, begun)) == ("yes", None)

    found = answer(workspace, dossier, "yes", "W2")

    assert (said_on(first, GATES, found), said_on(second, GATES, found)) == ("yes", "yes")
    assert found.rounds[0].note == "Allt på plats"


def test_a_number_deviates_where_it_raises_a_risk(workspace: Workspace, dossier: str) -> None:
    workspace.do(dossier, BeginRound(phase="build-up"), SARA)
    width = {"question": "traffic.rescue-width", "do": "Flytta stånden"}

    assert answer(workspace, dossier, "4", "W2", **width).actions == ()
    assert len(answer(workspace, dossier, "2,5", "W2", **width).actions) == 1


def test_an_ended_round_and_a_question_of_another_phase_are_refused(
    workspace: Workspace, dossier: str
) -> None:
    with pytest.raises(NotFound):
        answer(workspace, dossier, "yes", question="crowds.exit-signs")
    workspace.do(dossier, EndRound(round="W1"), SARA)
    with pytest.raises(Refused):
        answer(workspace, dossier, "yes")


def test_a_deviation_at_a_secret_question_is_secret(workspace: Workspace, dossier: str) -> None:
    content = workspace.content
    secret = next(one for one in content.areas["threats"].questions() if one.phase == "running")

    found = answer(workspace, dossier, "no", question=secret.id, do="Byt lås")

    action = open_action(found, secret.id)
    assert action
    assert action.secrecy == "secret"
    assert action.id in secrets_of(found, content).actions


def test_a_deviation_is_decided_with_an_owner_in_one_deed(workspace: Workspace, dossier: str) -> None:
    answer(workspace, dossier, "no")
    deed = SettleDeviation(action="A1", owner="arrangor-sakerhet", do="Lås upp norra grinden")

    (action,) = workspace.do(dossier, deed, JONAS).record.actions

    assert (action.status, action.owner, action.do) == (
        "decided",
        "arrangor-sakerhet",
        "Lås upp norra grinden",
    )


def test_the_questions_of_a_round_come_area_by_area(workspace: Workspace, dossier: str) -> None:
    reading = workspace.read(workspace.dossier(dossier).record)

    asked = asked_on_round(reading, "running")

    assert asked
    assert {one.phase for one in asked} == {"running"}
    areas = [one.id.split(".", 1)[0] for one in asked]
    assert areas == sorted(areas, key=list(reading.asked).index)
