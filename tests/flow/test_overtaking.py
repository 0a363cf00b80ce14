"""Two people, one thing: nobody overwrites another unseen; two things never meet."""

from datetime import datetime, timedelta

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.errors import ChangedMeanwhile
from evenemang.domain.event import LOCAL
from evenemang.flow.assessing import GiveAnswer, TakeBackAnswer
from evenemang.flow.difference import picture
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

SARA, JONAS = Actor(name="Sara Lind"), Actor(name="Jonas Berg")
QUEUE, WATCH = "crowds.queue-space", "weather.watcher"
CLOCK = PlayedClock(datetime(2027, 8, 1, 9, 0, tzinfo=LOCAL))


@pytest.fixture
def workspace() -> Workspace:
    CLOCK.at = datetime(2027, 8, 1, 9, 0, tzinfo=LOCAL)
    return Workspace(MemoryStore(), bootstrap.content(), CLOCK)


@pytest.fixture
def dossier(workspace: Workspace) -> str:
    new = NewDossier(name="Höstfesten", areas=("crowds", "weather"), facts={"queueing": True})
    return open_dossier(workspace, new, SARA).record.id


def seen(workspace: Workspace, dossier: str, question: str) -> object:
    return picture(workspace.dossier(dossier).record, f"assessment/answers/{question}")


def value(workspace: Workspace, dossier: str, question: str) -> object:
    return workspace.dossier(dossier).record.assessment.value(question)


def test_two_people_on_different_questions_never_meet(workspace: Workspace, dossier: str) -> None:
    nothing = seen(workspace, dossier, QUEUE)

    workspace.do(dossier, GiveAnswer(question=QUEUE, value="no", seen=nothing), SARA)
    workspace.do(dossier, GiveAnswer(question=WATCH, value="yes", seen=None), JONAS)

    assert (value(workspace, dossier, QUEUE), value(workspace, dossier, WATCH)) == ("no", "yes")


def test_the_second_on_one_question_is_told_who_and_what_and_nothing_is_overwritten(
    workspace: Workspace, dossier: str
) -> None:
    nothing = seen(workspace, dossier, QUEUE)
    workspace.do(dossier, GiveAnswer(question=QUEUE, value="no", seen=nothing), SARA)

    with pytest.raises(ChangedMeanwhile) as refused:
        workspace.do(dossier, GiveAnswer(question=QUEUE, value="yes", seen=nothing), JONAS)

    told = refused.value.say("sv")
    assert "Sara Lind ändrade" in told
    assert "”no”" in told
    assert "”yes”" in told
    assert value(workspace, dossier, QUEUE) == "no"


def test_who_looks_again_may_change_it(workspace: Workspace, dossier: str) -> None:
    workspace.do(dossier, GiveAnswer(question=QUEUE, value="no"), SARA)

    now = seen(workspace, dossier, QUEUE)
    workspace.do(dossier, GiveAnswer(question=QUEUE, value="yes", seen=now), JONAS)

    assert value(workspace, dossier, QUEUE) == "yes"


def test_ones_own_haste_is_no_conflict_but_ones_own_old_page_is(workspace: Workspace, dossier: str) -> None:
    nothing = seen(workspace, dossier, QUEUE)
    workspace.do(dossier, GiveAnswer(question=QUEUE, value="no", seen=nothing), SARA)

    workspace.do(dossier, GiveAnswer(question=QUEUE, value="partly", seen=nothing), SARA)
    assert value(workspace, dossier, QUEUE) == "partly"
    CLOCK.at += timedelta(minutes=5)
    with pytest.raises(ChangedMeanwhile):
        workspace.do(dossier, GiveAnswer(question=QUEUE, value="yes", seen=nothing), SARA)


def test_an_answer_taken_back_gives_way_to_the_one_before_and_its_proposal_goes(
    workspace: Workspace, dossier: str
) -> None:
    workspace.do(dossier, GiveAnswer(question=QUEUE, value="yes"), SARA)
    workspace.do(dossier, GiveAnswer(question=QUEUE, value="no"), JONAS)
    assert [one.state for one in workspace.dossier(dossier).record.risks] == ["proposed"]

    workspace.do(dossier, TakeBackAnswer(question=QUEUE), JONAS)

    record = workspace.dossier(dossier).record
    assert record.assessment.answers[QUEUE].given.by == "Sara Lind"
    assert record.risks == ()


def test_the_journal_tells_each_change_from_what_to_what(workspace: Workspace, dossier: str) -> None:
    workspace.do(dossier, GiveAnswer(question=QUEUE, value="no", comment="I gatan"), JONAS)

    rows = workspace.store.journal("dossier", workspace.dossier(dossier).record.id)
    answer = next(row.deed for row in rows if row.deed.touched == f"assessment/answers/{QUEUE}")
    raised = next(row.deed for row in rows if row.deed.touched == "risks/R1")
    assert (answer.by, answer.before, answer.after["value"]) == ("Jonas Berg", None, "no")
    assert raised.operation == "give-answer"
