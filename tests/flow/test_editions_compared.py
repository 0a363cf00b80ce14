"""Two editions of one event held against each other: what is worse, better, new and gone."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import Held
from evenemang.domain.risk import Origin
from evenemang.flow.editions import EditionOf, open_edition
from evenemang.flow.recalling.editions import (
    Differences,
    differences,
    edition_before,
    editions_of,
)
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import GIVEN, NOON, action, dossier, risk

SARA = Actor(name="Sara Lind")
QUEUE, STOP = "crowds.queue-space", "crowds.stop-level"


class Noon:
    def now(self) -> datetime:
        return NOON


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(MemoryStore(), bootstrap.content(), Noon())


def assessed(**answers: str) -> dict[str, Any]:
    questions = {key.replace("_", "-"): value for key, value in answers.items()}
    given = {
        f"crowds.{key}": {"question": f"crowds.{key}", "value": value, "given": GIVEN}
        for key, value in questions.items()
    }
    return {"areas": ({"area": "crowds"},), "answers": given}


def held(workspace: Workspace, days: int | None, **more: Any) -> Dossier:
    on = None if days is None else NOON.date() + timedelta(days=days)
    event = {"series": "hostfesten", **more.pop("event", {})}
    one = dossier(workspace.new_id("dossier"), on=on, name="Höstfesten", event=event, **more)
    return workspace.add(one, SARA).record


def compared(workspace: Workspace, before: Dossier, now: Dossier) -> Differences:
    return differences(before, workspace.read(before), now, workspace.read(now))


def test_answers_are_told_by_which_way_they_turned_the_worse_first(workspace: Workspace) -> None:
    before = held(workspace, -400, assessment=assessed(queue_space="no", stop_level="yes", exits_open="yes"))
    now = held(workspace, 30, assessment=assessed(queue_space="partly", stop_level="no", exits_open="yes"))

    found = compared(workspace, before, now)

    assert [(one.question, one.turn) for one in found.answers] == [(STOP, "worse"), (QUEUE, "better")]


def test_not_relevant_is_neither_better_nor_worse(workspace: Workspace) -> None:
    before = held(workspace, -400, assessment=assessed(queue_space="no"))
    now = held(workspace, 30, assessment=assessed(queue_space="not-relevant"))

    (one,) = compared(workspace, before, now).answers

    assert one.turn == "other"


def test_what_is_not_answered_yet_is_counted_and_is_no_difference(workspace: Workspace) -> None:
    before = held(workspace, -400, assessment=assessed(queue_space="no", stop_level="yes"))
    now = held(workspace, 30, assessment=assessed(stop_level="yes"))

    found = compared(workspace, before, now)

    assert (found.answers, found.not_answered_yet) == ((), 1)


def test_a_risk_is_the_same_by_its_question_and_one_of_the_groups_own_by_its_words(
    workspace: Workspace,
) -> None:
    raised = Origin(question=QUEUE, index=0)
    before = held(
        workspace,
        -400,
        risks=(risk("R1", origin=raised), risk("R2", title="Halt golv "), risk("R3", title="Borta nu")),
    )
    now = held(
        workspace,
        30,
        risks=(
            risk("R9", origin=raised, title="Omskriven", likelihood=2),
            risk("R2", title="halt golv"),
            risk("R5", title="Ny"),
        ),
    )

    found = compared(workspace, before, now)

    assert [one.title for one in found.new_risks] == ["Ny"]
    assert [one.title for one in found.gone_risks] == ["Borta nu"]
    assert [(one.before.id, one.now.id) for one in found.moved_risks if one.before and one.now] == [
        ("R1", "R9")
    ]


def test_a_risk_whose_question_is_not_answered_yet_is_not_said_to_be_gone(workspace: Workspace) -> None:
    raised = {"risks": (risk("R1", origin=Origin(question=QUEUE, index=0)),), "actions": (action(risk="R1"),)}
    before = held(workspace, -400, assessment=assessed(queue_space="no"), **raised)
    open_still = held(workspace, 30, assessment=assessed(stop_level="yes"))
    answered = held(workspace, 40, assessment=assessed(queue_space="yes"))

    waits, gone = (compared(workspace, before, one) for one in (open_still, answered))

    assert ([one.id for one in waits.waiting_risks], waits.gone_risks, waits.gone_actions) == (["R1"], (), ())
    assert [one.id for one in waits.waiting_actions] == ["A1"]
    assert ([one.id for one in gone.gone_risks], gone.waiting_risks) == (["R1"], ())
    assert ([one.id for one in gone.gone_actions], gone.waiting_actions) == (["A1"], ())


def test_what_a_round_mended_waits_until_its_question_is_answered_this_time(workspace: Workspace) -> None:
    round_asks = next(
        one.id
        for one in workspace.content.areas["crowds"].questions()
        if not one.is_planning and one.depth == 1
    )
    mended = action("A1", do="Flytta staketet", question=round_asks)
    before = held(workspace, -400, assessment=assessed(stop_level="yes"), actions=(mended,))
    ahead = held(workspace, 30, assessment=assessed(stop_level="yes"))
    walked = held(workspace, 40, assessment=assessed(stop_level="yes", **{round_asks.split(".")[1]: "yes"}))

    waits, gone = (compared(workspace, before, one) for one in (ahead, walked))

    assert ([one.do for one in waits.waiting_actions], waits.gone_actions) == (["Flytta staketet"], ())
    assert ([one.do for one in gone.gone_actions], gone.waiting_actions) == (["Flytta staketet"], ())


def test_a_question_that_is_not_asked_any_more_waits_for_nobody(workspace: Workspace) -> None:
    raised = {"risks": (risk("R1", origin=Origin(question=QUEUE, index=0)),), "actions": (action(risk="R1"),)}
    before = held(workspace, -400, assessment=assessed(queue_space="no"), **raised)
    elsewhere = held(workspace, 30, assessment={"areas": ({"area": "weather"},)})

    found = compared(workspace, before, elsewhere)

    assert ([one.id for one in found.gone_risks], found.waiting_risks) == (["R1"], ())
    assert [one.id for one in found.gone_actions] == ["A1"]


def test_actions_are_the_same_by_their_words_and_one_that_was_dropped_is_none(workspace: Workspace) -> None:
    before = held(
        workspace, -400, actions=(action("A1", do="Bygg en grind."), action("A2", do="Ring polisen"))
    )
    now = held(
        workspace,
        30,
        actions=(action("A7", do="bygg en  grind"), action("A8", do="Ring polisen", status="dropped")),
    )

    found = compared(workspace, before, now)

    assert [one.do for one in found.gone_actions] == ["Ring polisen"]
    assert found.new_actions == ()


def test_a_fact_that_nobody_has_said_this_time_is_no_difference(workspace: Workspace) -> None:
    before = held(workspace, -400, event={"facts": {"alcohol": True, "stage": True}})
    now = held(workspace, 30, event={"facts": {"alcohol": False}})

    (one,) = compared(workspace, before, now).facts

    assert (one.fact, one.before, one.now) == ("alcohol", True, False)


def test_an_edition_compared_with_itself_differs_in_nothing(workspace: Workspace) -> None:
    one = held(
        workspace,
        30,
        assessment=assessed(queue_space="no"),
        risks=(risk("R50"),),
        actions=(action(),),
        event={"facts": {"alcohol": True}},
    )

    assert compared(workspace, one, one) == Differences((), (), (), (), 0, (), (), (), (), (), (), ())


def test_editions_are_found_by_series_by_name_and_by_what_a_new_one_follows(workspace: Workspace) -> None:
    listed = held(
        workspace, None, event={"held": Held(first=NOON.date() - timedelta(days=900), last=NOON.date())}
    )
    nameless = workspace.add(
        dossier("nnnn", on=NOON.date() - timedelta(days=3), name="Nattloppet", event={"series": "natt"}), SARA
    ).record
    latest = held(workspace, 30)
    follower = open_edition(workspace, EditionOf(previous=nameless.id, name="Nattmaran"), SARA).record
    renamed = open_edition(workspace, EditionOf(previous=follower.id, name="Nya Nattmaran"), SARA).record

    assert [one.id for one in editions_of(workspace, latest)] == [latest.id, listed.id]
    assert {one.id for one in editions_of(workspace, renamed)} == {nameless.id, follower.id, renamed.id}


def test_the_edition_before_is_the_one_that_it_follows_else_the_last_held(workspace: Workspace) -> None:
    oldest, last = held(workspace, -800), held(workspace, -400)
    held(workspace, 400)
    now = held(workspace, 30)
    follower = open_edition(workspace, EditionOf(previous=oldest.id), SARA).record

    before = edition_before(editions_of(workspace, now), now)
    named = edition_before(editions_of(workspace, follower), follower)

    assert before is not None
    assert before.id == last.id
    assert named is not None
    assert named.id == oldest.id
    assert edition_before(editions_of(workspace, oldest), oldest) is None
