"""What is said of an event, and by two people at once."""

from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.errors import ChangedMeanwhile
from evenemang.domain.event import Event
from evenemang.flow.difference import picture
from evenemang.flow.opening import NewDossier, SetEvent, open_dossier
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

SARA, BO = Actor(name="Sara Lind"), Actor(name="Bo Ek")
KNOWN = {
    "organiser": "orkestern",
    "place": "torget",
    "series": "varfest",
    "application_received": "2027-01-08",
}


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(MemoryStore(), bootstrap.content(), bootstrap.SystemClock())


@pytest.fixture
def dossier(workspace: Workspace) -> str:
    new = NewDossier.model_validate({"name": "Vårfesten", **KNOWN})
    return open_dossier(workspace, new, SARA).record.id


def event(workspace: Workspace, dossier: str) -> Event:
    return workspace.dossier(dossier).record.event


@pytest.mark.parametrize("name", KNOWN)
def test_what_is_cleared_is_not_known_any_more_and_the_rest_stays(
    workspace: Workspace, dossier: str, name: Any
) -> None:
    before = event(workspace, dossier)

    workspace.do(dossier, SetEvent(clear=(name,)), SARA)

    assert event(workspace, dossier) == before.model_copy(update={name: None})


def test_a_field_that_somebody_else_has_changed_since_is_not_written_over(
    workspace: Workspace, dossier: str
) -> None:
    seen = picture(workspace.dossier(dossier).record, "event/place")
    workspace.do(dossier, SetEvent(place="parken", seen=seen), BO)

    with pytest.raises(ChangedMeanwhile):
        workspace.do(dossier, SetEvent(place="hamnen", seen=seen), SARA)

    assert event(workspace, dossier).place == "parken"


def test_two_people_in_different_fields_never_meet(workspace: Workspace, dossier: str) -> None:
    before = workspace.dossier(dossier).record
    first, second = SetEvent(event_name="Vårfesten 2027"), SetEvent(diary_number="2027-14")
    assert first.subject
    assert second.subject

    workspace.do(dossier, first.model_copy(update={"seen": picture(before, first.subject)}), BO)
    workspace.do(dossier, second.model_copy(update={"seen": picture(before, second.subject)}), SARA)

    after = workspace.dossier(dossier).record
    assert (after.event.name, after.diary_number) == ("Vårfesten 2027", "2027-14")


def test_one_thing_said_has_a_place_and_several_have_none() -> None:
    assert SetEvent(clear=("organiser",)).subject == "event/organiser"
    assert SetEvent(note="").subject == "event/note"
    assert SetEvent(note="", place="torget").subject is None
