"""What is handed to a post waits for whoever is tied to it, and the post gives them no right."""

from __future__ import annotations

from datetime import date

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor, Function
from evenemang.domain.errors import NotAllowed, NotFound
from evenemang.domain.role import RISING, Member
from evenemang.domain.text import Text
from evenemang.flow.admission import Admission, Rules
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.browsing import browse
from evenemang.flow.membership import Invited, invite_guest, tie_to_posts
from evenemang.flow.naming import LetSee
from evenemang.flow.opening import NewDossier, SetOfficer, open_dossier
from evenemang.flow.planning import AddAction
from evenemang.flow.rights import ByRole
from evenemang.flow.scoping import HandArea
from evenemang.flow.sight import sees
from evenemang.flow.storing import Search
from evenemang.flow.waiting import around, waiting_for
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import deed

SARA = Actor(name="coordinator", member="coordinator")
ASK = Text(sv="Sara", en="Sara")


@pytest.fixture
def work() -> Workspace:
    """A group with a police officer and a traffic engineer, and one member of each role."""
    store = MemoryStore()
    for role in RISING:
        store.save("member", Member(id=role, name=role, role=role), expected=0, deeds=[deed()])
    for post in ("kommunpolis", "trafik"):
        found = Function(id=post, title=post, short=post, part="guest")
        store.save("function", found, expected=0, deeds=[deed()])
    return Workspace(store, bootstrap.content(), bootstrap.SystemClock(), access=ByRole(store, ASK))


def event(work: Workspace, name: str) -> str:
    """Open a dossier where the police have an area and something late to do."""
    opened = open_dossier(work, NewDossier(name=name, areas=("crowds",)), SARA).record.id
    work.do(opened, HandArea(area="crowds", owner="kommunpolis"), SARA)
    work.do(opened, AddAction(do="Ordningsvakter", owner="kommunpolis", due=date(2026, 1, 15)), SARA)
    return opened


def acting(work: Workspace, member: str) -> Actor:
    """Return who acts, as admission makes it of what is stored."""
    stored = work.store.load("member", member).record
    assert isinstance(stored, Member)
    return Actor(name=stored.name, member=stored.id, posts=stored.posts)


def waits(work: Workspace, who: Actor) -> list[tuple[str, str, str | None]]:
    seen = work.seen_by(who)
    return [(one.matter, one.dossier.name, one.post) for one in waiting_for(seen, around(seen), who)]


def test_what_a_post_is_to_do_waits_for_its_member_and_for_no_other(work: Workspace) -> None:
    event(work, "Höstmarknad")
    tie_to_posts(work, "assessor", ("kommunpolis",), SARA)

    assert waits(work, acting(work, "assessor")) == [
        ("action", "Höstmarknad", "kommunpolis"),
        ("area", "Höstmarknad", "kommunpolis"),
    ]
    assert waits(work, acting(work, "reader")) == []

    tie_to_posts(work, "assessor", (), SARA)
    assert waits(work, acting(work, "assessor")) == []


def test_what_is_ones_own_by_name_is_told_without_a_post(work: Workspace) -> None:
    opened = event(work, "Höstmarknad")
    work.do(opened, HandArea(area="crowds", owner="assessor"), SARA)
    tie_to_posts(work, "assessor", ("kommunpolis",), SARA)
    assert ("area", "Höstmarknad", None) in waits(work, acting(work, "assessor"))


def test_a_guest_is_told_of_their_own_dossiers_alone(work: Workspace) -> None:
    market, _ = event(work, "Höstmarknad"), event(work, "Höstkonsert")
    eva = invite_guest(work, Invited(email="eva@polisen.se", name="Eva"), market, "assessor", SARA)
    tie_to_posts(work, eva.id, ("kommunpolis",), SARA)

    assert {name for _, name, _ in waits(work, acting(work, eva.id))} == {"Höstmarknad"}


def test_a_post_gives_no_right_and_opens_nothing_secret(work: Workspace) -> None:
    opened = event(work, "Höstmarknad")
    work.do(opened, LetSee(who="kommunpolis"), SARA)
    tie_to_posts(work, "reader", ("kommunpolis", "trafik"), SARA)
    reader = acting(work, "reader")

    assert reader.posts == ("kommunpolis", "trafik")
    assert not sees(work.access, reader, work.dossier(opened).record)
    with pytest.raises(NotAllowed):
        work.do(opened, AddAction(do="Avspärrning"), reader)


def test_who_is_tied_to_what_is_the_coordinators_to_say_and_stands_in_the_journal(work: Workspace) -> None:
    with pytest.raises(NotAllowed):
        tie_to_posts(work, "assessor", ("trafik",), acting(work, "assessor"))
    with pytest.raises(NotFound):
        tie_to_posts(work, "assessor", ("kungen",), SARA)
    tie_to_posts(work, "assessor", ("trafik", "trafik"), SARA)

    told = work.store.journal("member", "assessor")[-1].deed
    assert (told.operation, told.by) == ("tie-to-posts", SARA.name)
    assert isinstance(told.after, dict)
    assert told.after["posts"] == ["trafik"]


def test_a_post_counts_from_the_next_click(work: Workspace) -> None:
    now = work.clock.now()
    admission = Admission(work, work.clock, Rules(ask=ASK, roles={"polis": "assessor"}))
    claims = {"iss": "x", "sub": "1", "iat": int(now.timestamp()), "name": "Eva", "groups": ["polis"]}
    eva, member = admission.admit(claims)
    assert eva.called == ("Eva",)

    tie_to_posts(work, member.id, ("kommunpolis",), SARA)
    assert admission.admit(claims)[0].called == ("Eva", "kommunpolis")


def test_those_that_a_post_handles_are_among_ones_own(work: Workspace) -> None:
    opened = event(work, "Höstmarknad")
    event(work, "Höstkonsert")
    work.do(opened, SetOfficer(officer="trafik"), SARA)
    work.do(opened, GiveAnswer(question="crowds.queue-space", value="no", comment="Trångt"), SARA)
    tie_to_posts(work, "reader", ("trafik",), SARA)
    reader = acting(work, "reader")

    assert waits(work, reader) == [("proposals", "Höstmarknad", None)]
    assert [one.name for one in browse(work, Search(officers=reader.called))] == ["Höstmarknad"]
