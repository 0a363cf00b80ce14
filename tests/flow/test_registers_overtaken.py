"""A register's record changed by two at once: the second is told both values and who, and may choose."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from evenemang.domain.actor import Actor, Function
from evenemang.domain.errors import ChangedMeanwhile
from evenemang.domain.lesson import Concerns, Lesson
from evenemang.flow.learning import NewLesson, approve_lesson, note_lesson
from evenemang.flow.membership import (
    Invited,
    give_role,
    invite_guest,
    members,
    take_back_role,
    tie_to_posts,
)
from evenemang.flow.workspace import Workspace
from tests.flow.test_overtaking import CLOCK, JONAS, SARA, dossier, workspace

__all__ = ["dossier", "workspace"]  # fixtures

EVA = Invited(email="eva@polisen.se", name="Eva Ek")


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(ChangedMeanwhile) as found:
        deed()
    return found.value.say("sv")


def test_of_two_who_approve_a_lesson_the_second_is_told_and_may_approve_it_anew(
    workspace: Workspace, dossier: str
) -> None:
    new = NewLesson(text="Öppna grinden tidigare", from_event=dossier, concerns=Concerns())
    page = note_lesson(workspace, new, SARA)
    CLOCK.at += timedelta(minutes=1)
    approve_lesson(workspace, page.id, None, SARA, page)

    told = refused(lambda: approve_lesson(workspace, page.id, "mote-1", JONAS, page))

    assert "från ”inte godkänd” till ”godkänd av Sara Lind”" in told
    assert "”godkänd av Jonas Berg, vid mötet mote-1” är inte sparat" in told
    now = workspace.store.load("lesson", page.id).record
    assert isinstance(now, Lesson)
    assert approve_lesson(workspace, page.id, "mote-1", JONAS, now).approved_at == "mote-1"


@pytest.mark.parametrize("everywhere", [True, False])
def test_of_two_who_give_somebody_a_role_the_second_is_told_and_what_was_given_stands(
    workspace: Workspace, dossier: str, everywhere: bool
) -> None:
    def give(role: str, by: Actor, seen: object) -> None:
        if everywhere:
            give_role(workspace, EVA, role, by, seen=seen)  # type: ignore[arg-type]  # a test's word
        else:
            invite_guest(workspace, EVA, dossier, role, by, seen=seen)  # type: ignore[arg-type]

    give("reader", SARA, None)

    told = refused(lambda: give("assessor", JONAS, None))

    assert "Sara Lind ändrade behörigheten" in told
    assert "från ”ingen behörighet” till ”läsare”" in told
    (eva,) = members(workspace)
    assert eva.role_in(dossier) == "reader"
    give("assessor", JONAS, "reader")
    assert members(workspace)[0].role_in(dossier) == "assessor"


def test_a_role_that_was_raised_meanwhile_is_not_taken_back_unseen(workspace: Workspace) -> None:
    eva = give_role(workspace, EVA, "reader", SARA)
    give_role(workspace, EVA, "coordinator", SARA, seen="reader")

    refused(lambda: take_back_role(workspace, eva.id, JONAS, seen="reader"))

    assert members(workspace)[0].role == "coordinator"


def test_two_who_change_different_things_of_one_record_never_meet(workspace: Workspace, dossier: str) -> None:
    give_role(workspace, EVA, "reader", SARA)
    invite_guest(workspace, EVA, dossier, "assessor", SARA)

    give_role(workspace, EVA, "coordinator", JONAS, seen="reader")

    (eva,) = members(workspace)
    assert (eva.role, eva.guest_in[0].role) == ("coordinator", "assessor")


def test_of_two_who_tie_somebody_to_posts_the_second_is_told_which_ones_stand(workspace: Workspace) -> None:
    workspace.keep(
        "function",
        Function(id="lead", title="Projektledare", short="Projektled.", part="member"),
        SARA,
        "add",
    )
    eva = give_role(workspace, EVA, "reader", SARA)
    tie_to_posts(workspace, eva.id, ("lead",), SARA, seen=())

    told = refused(lambda: tie_to_posts(workspace, eva.id, (), JONAS, seen=()))

    assert "från ”ingen funktion” till ”Projektled.”" in told
    assert tie_to_posts(workspace, eva.id, (), JONAS, seen=("lead",)).posts == ()
