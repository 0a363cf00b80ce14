"""Who may what is asked in the workspace, before anything is done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotAllowed
from evenemang.domain.lesson import Concerns
from evenemang.domain.place import Place
from evenemang.flow.access import Everyone
from evenemang.flow.learning import NewLesson, note_lesson
from evenemang.flow.opening import NewDossier, SetOfficer, open_dossier
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

ANNA = Actor(name="Anna")


class Nobody(Everyone):
    """Refuses everything, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None]] = []

    def may(self, actor: Actor, verb: str, dossier: str | None = None) -> bool:
        self.asked.append((verb, dossier))
        return False


@pytest.fixture
def closed() -> tuple[Workspace, Nobody, str]:
    """A workspace with one dossier, closed to everybody since."""
    workspace = Workspace(MemoryStore(), bootstrap.content(), bootstrap.SystemClock())
    opened = open_dossier(workspace, NewDossier(name="Höstmarknad"), ANNA)
    workspace.access = nobody = Nobody()
    return workspace, nobody, opened.record.id


Deed = Callable[[Workspace, str], object]
DEEDS: dict[str, Deed] = {
    "set-officer": lambda work, one: work.do(one, SetOfficer(officer="Bo"), ANNA),
    "open-dossier": lambda work, one: open_dossier(work, NewDossier(name="Vårmarknad"), ANNA),
    "add-place": lambda work, one: work.keep("place", Place(id="torget", name="Torget"), ANNA, "add-place"),
    "note-lesson": lambda work, one: note_lesson(
        work, NewLesson(text="Fler grindar", from_event=one, concerns=Concerns()), ANNA
    ),
}
IN_THE_DOSSIER = {"set-officer", "note-lesson"}


@pytest.mark.parametrize("verb", DEEDS)
def test_what_one_may_not_is_refused_and_nothing_is_changed(
    closed: tuple[Workspace, Nobody, str], verb: str
) -> None:
    workspace, nobody, dossier = closed
    with pytest.raises(NotAllowed):
        DEEDS[verb](workspace, dossier)
    assert nobody.asked == [(verb, dossier if verb in IN_THE_DOSSIER else None)]
    assert workspace.dossier(dossier).version == 1
    assert workspace.store.ids("dossier") == (dossier,)
    assert workspace.store.all("place") == workspace.store.all("lesson") == ()


def test_without_sign_in_everybody_may_everything_and_sees_all() -> None:
    access = Workspace(MemoryStore(), bootstrap.content(), bootstrap.SystemClock()).access
    assert access.may(ANNA, "decide", "ab12")
    assert access.sees_secret(ANNA, "ab12")
    assert access.sees_secret(None, "ab12")
