"""Roles and guests are given and taken back, in the journal; a guest sees their own dossiers and no other."""

from __future__ import annotations

import inspect
from dataclasses import dataclass

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotAllowed, NotFound, Refused
from evenemang.domain.lesson import Concerns
from evenemang.domain.organiser import Organiser
from evenemang.domain.role import Member
from evenemang.domain.text import Text
from evenemang.flow.browsing import browse
from evenemang.flow.glimpse import Glimpse
from evenemang.flow.learning import NewLesson, note_lesson
from evenemang.flow.membership import (
    Invited,
    give_role,
    invite_guest,
    members,
    take_back_guest,
    take_back_role,
)
from evenemang.flow.on_site import LogIncident
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.planning import AddAction
from evenemang.flow.recording import whole
from evenemang.flow.rights import ByRole
from evenemang.flow.storing import Search, Store
from evenemang.flow.workspace import Workspace
from evenemang.flow.year_rows import gather
from evenemang.store.memory import MemoryStore
from tests.builders import deed

POLICE = Invited(email="Eva.Lind@polisen.se", name="Eva Lind", organisation="Polisen")


@dataclass(frozen=True)
class Office:
    """A workspace with sign-in, one administrator and one coordinator, and two dossiers."""

    work: Workspace
    it: Actor
    safety: Actor
    market: str
    concert: str


@pytest.fixture
def office() -> Office:
    store = MemoryStore()
    for member in (
        Member(id="adm1", name="It", role="administrator"),
        Member(id="sam1", name="Sara", role="coordinator"),
    ):
        store.save("member", member, expected=0, deeds=[deed()])
    work = Workspace(
        store,
        bootstrap.content(),
        bootstrap.SystemClock(),
        access=ByRole(store, Text(sv="Sara", en="Sara")),
    )
    safety = Actor(name="Sara", member="sam1")
    for organiser in ("marknaden", "rockklubben"):
        work.keep("organiser", Organiser(id=organiser, name=organiser), safety, "add-organiser")
    market, concert = (
        open_dossier(work, NewDossier(name=name, organiser=organiser), safety).record.id
        for name, organiser in (("Höstmarknad", "marknaden"), ("Höstkonsert", "rockklubben"))
    )
    for one, whose in ((market, "marknaden"), (concert, "rockklubben")):
        work.do(one, AddAction(do=f"Vakter i {one}"), safety)
        work.do(one, LogIncident(type="other", severity=1, what=f"Fall i {one}"), safety)
        note_lesson(
            work, NewLesson(text=f"Fler i {one}", from_event=one, concerns=Concerns(organiser=whose)), safety
        )
    return Office(work, Actor(name="It", member="adm1"), safety, market, concert)


def test_a_role_is_given_by_an_administrator_and_taken_back(office: Office) -> None:
    new = give_role(office.work, Invited(email="bo@kommun.se", name="Bo"), "assessor", office.it)
    bo = Actor(name=new.name, member=new.id)
    office.work.do(office.market, AddAction(do="Staket"), bo)

    take_back_role(office.work, new.id, office.it)

    with pytest.raises(NotAllowed):
        office.work.do(office.market, AddAction(do="Grind"), bo)
    rows = office.work.store.journal("member", new.id)
    assert [(row.deed.operation, row.deed.by) for row in rows] == [
        ("give-role", "It"),
        ("take-back-role", "It"),
    ]


def test_a_coordinator_gives_no_role(office: Office) -> None:
    with pytest.raises(NotAllowed):
        give_role(office.work, POLICE, "administrator", office.safety)
    assert len(members(office.work)) == 2


def test_nobody_takes_the_last_key_from_themselves(office: Office) -> None:
    with pytest.raises(Refused):
        take_back_role(office.work, "adm1", office.it)
    assert office.work.access.may(office.it, "give-role")


def test_a_guest_works_in_their_own_dossier_and_nowhere_else(office: Office) -> None:
    eva = guest(office)
    office.work.seen_by(eva).do(office.market, AddAction(do="Polis vid infarten"), eva)

    for work in (office.work, office.work.seen_by(eva)):
        with pytest.raises((NotAllowed, NotFound)):
            work.do(office.concert, AddAction(do="Polis på scen"), eva)
    with pytest.raises(NotAllowed):
        open_dossier(office.work.seen_by(eva), NewDossier(name="Egen fest"), eva)
    with pytest.raises(NotAllowed):
        invite_guest(office.work, Invited(email="a@b.se"), office.market, "reader", eva)


def test_a_guest_with_the_role_reader_changes_nothing(office: Office) -> None:
    eva = guest(office, "reader")
    with pytest.raises(NotAllowed):
        office.work.do(office.market, AddAction(do="Stäng vägen"), eva)
    assert office.work.seen_by(eva).dossier(office.market).record.event.name == "Höstmarknad"


def test_of_the_other_dossier_nothing_is_there_for_a_guest(office: Office) -> None:
    theirs = office.work.seen_by(guest(office))
    store, other = theirs.store, office.concert

    for handle in (other, other[:3]):
        with pytest.raises(NotFound):
            theirs.dossier(handle)
    with pytest.raises(NotFound):
        store.journal("dossier", other)
    assert [row.id for row in browse(theirs, Search())] == [office.market]
    assert browse(theirs, Search(text="konsert")) == ()
    assert store.ids("dossier") == (office.market,)
    assert {row.dossier for row in store.actions()} == {office.market}
    assert {row.dossier for row in store.incidents()} == {office.market}
    assert not store.risks(dossiers=[other])
    assert not store.incidents(dossiers=[other])
    assert other not in repr([store.all("lesson"), store.files(), store.returns()])
    assert "rockklubben" not in repr(store.all("organiser"))
    assert store.all("member") == ()
    rows = gather(store, theirs.now().year, theirs.now().date())
    read = (*rows.incidents, *rows.at_events, *rows.actions, *rows.risks, *rows.dated)
    assert other not in repr((rows, read))
    assert {one.dossier for one in store.incident_counts(by=["dossier"])} == {office.market}
    for theirs_not in ([other], Search(among=(other,)), Search(organiser="rockklubben")):
        assert store.incident_counts(by=["dossier"], dossiers=theirs_not) == ()
        assert store.action_counts(by=["status"], dossiers=theirs_not) == ()
        assert store.risk_counts(dossiers=theirs_not) == ()
    for some in (None, Search()):
        assert sum(one.count for one in store.action_counts(by=["status"], dossiers=some)) == 1
        assert sum(one.count for one in store.risk_counts(dossiers=some)) == len(store.risks())
    assert other not in repr(whole(theirs, office.market))
    with pytest.raises(AttributeError):
        theirs.store.remove_example()


CLOSED = {  # no guest's: of the whole house, or of whoever runs it
    "remove_all",
    "attached",
    "let_go",
    "unnamed",
    "thrown_away",
    "redact",
    "scrub",
    "save_all",
    "take",
    "examples",
    "set",
    "remove_example",
    "verify",
    "stale",
    "lease",
    "about_to_write",
    "written",
    "postpone",
    "books",
    "set_aside",
    "visit",
    "begin_visit",
    "see_visit",
    "end_visit",
    "forget_ballots",
}


def test_of_each_verb_of_the_store_it_is_said_whether_a_guest_has_it() -> None:
    verbs = {name for name, one in inspect.getmembers(Store) if callable(one) and not name.startswith("_")}
    given = {name for name in vars(Glimpse) if not name.startswith("_")}
    assert given | CLOSED == verbs
    assert not given & CLOSED
    for name in given:
        asked, answered = (inspect.signature(getattr(one, name)) for one in (Store, Glimpse))
        assert list(answered.parameters.values()) == list(asked.parameters.values()), name


def test_a_guest_taken_back_sees_nothing_at_the_next_look(office: Office) -> None:
    eva = guest(office)
    theirs = office.work.seen_by(eva)
    assert theirs.dossier(office.market).record.id == office.market
    assert eva.member

    take_back_guest(office.work, eva.member, office.market, office.safety)

    with pytest.raises(NotFound):
        theirs.dossier(office.market)
    operations = [row.deed.operation for row in office.work.store.journal("member", eva.member)]
    assert operations == ["invite-guest", "take-back-guest"]


def test_inviting_anew_replaces_the_role_and_keeps_the_person(office: Office) -> None:
    guest(office, "reader")
    guest(office, "assessor")
    [eva] = [one for one in members(office.work) if one.email == "eva.lind@polisen.se"]
    assert [(one.dossier, one.role) for one in eva.guest_in] == [(office.market, "assessor")]


def test_a_member_of_the_house_sees_all(office: Office) -> None:
    assert office.work.seen_by(office.safety) is office.work


def guest(office: Office, role: str = "assessor") -> Actor:
    eva = invite_guest(office.work, POLICE, office.market, role, office.safety)  # type: ignore[arg-type]  # a test's word
    return Actor(name=eva.name, member=eva.id)
