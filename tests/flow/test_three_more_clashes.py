"""Depth, an area left out, a contact mended: the second of two is told who was first, and may choose."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import ChangedMeanwhile
from evenemang.domain.organiser import Contact
from evenemang.flow.contacts import MendContact, NoteContact
from evenemang.flow.difference import picture
from evenemang.flow.operation import Operation
from evenemang.flow.scoping import ChooseDepth, HandArea, LeaveOutArea
from evenemang.flow.workspace import Workspace
from tests.flow.test_overtaking import CLOCK, JONAS, SARA, dossier, workspace

__all__ = ["dossier", "workspace"]  # fixtures

CALL = Contact(on=date(2027, 5, 1), by="Sara Lind", how="phone", what="Ringde om elen")
VISIT = Contact(on=date(2027, 5, 9), by="Sara Lind", how="site-visit", what="Gick platsen")


def mending(what: str) -> Operation:
    return MendContact(was=CALL, contact=CALL.model_copy(update={"what": what, "how": "meeting"}))


def depth(because: str) -> Operation:
    return ChooseDepth(depth=3, because=because)


def left_out(because: str) -> Operation:
    return LeaveOutArea(area="crowds", because=because)


def as_seen(page: Dossier, operation: Operation) -> Operation:
    path = operation.stands_at(page)
    assert path is not None
    return operation.model_copy(update={"seen": picture(page, path)})


def said(workspace: Workspace, dossier: str) -> str:
    return workspace.dossier(dossier).record.model_dump_json()


@pytest.mark.parametrize("deed", [mending, depth, left_out])
@pytest.mark.parametrize("first", [SARA, JONAS])
def test_of_two_with_the_same_page_the_second_sees_both_and_may_keep_either(
    workspace: Workspace, dossier: str, deed: Callable[[str], Operation], first: Actor
) -> None:
    second = JONAS if first is SARA else SARA
    for contact in (CALL, VISIT):
        workspace.do(dossier, NoteContact(contact=contact), SARA)
    page = workspace.dossier(dossier).record
    CLOCK.at += timedelta(minutes=1)

    workspace.do(dossier, as_seen(page, deed("Den förstas")), first)
    with pytest.raises(ChangedMeanwhile) as refused:
        workspace.do(dossier, as_seen(page, deed("Den andras")), second)

    assert refused.value.facts["who"] == first.name
    assert "Den förstas" in said(workspace, dossier)
    assert "Den andras" not in said(workspace, dossier)
    newest = workspace.dossier(dossier).record
    workspace.do(dossier, as_seen(newest, deed("Den andras")), second)
    assert "Den andras" in said(workspace, dossier)
    assert VISIT in workspace.dossier(dossier).record.contacts


def test_leaving_out_an_area_that_somebody_was_given_meanwhile_is_told(
    workspace: Workspace, dossier: str
) -> None:
    page = workspace.dossier(dossier).record
    workspace.do(dossier, HandArea(area="crowds", owner="Ali Demir"), SARA)

    with pytest.raises(ChangedMeanwhile):
        workspace.do(dossier, as_seen(page, left_out("Ingår i trafiken")), JONAS)

    assert workspace.dossier(dossier).record.assessment.takes("crowds")


def test_contacts_that_others_note_meanwhile_are_no_clash(workspace: Workspace, dossier: str) -> None:
    workspace.do(dossier, NoteContact(contact=CALL), SARA)
    page = workspace.dossier(dossier).record
    earlier = VISIT.model_copy(update={"on": date(2027, 4, 1)})
    workspace.do(dossier, NoteContact(contact=earlier), JONAS)

    workspace.do(dossier, as_seen(page, mending("Ringde om elen och vattnet")), JONAS)

    contacts = workspace.dossier(dossier).record.contacts
    assert [one.what for one in contacts] == ["Gick platsen", "Ringde om elen och vattnet"]
