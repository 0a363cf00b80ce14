"""What is secret in a dossier is nowhere in a meeting, and a meeting is no guest's."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotAllowed, NotFound
from evenemang.domain.event import LOCAL
from evenemang.domain.meeting import Item
from evenemang.domain.role import Guest, GuestRole, Member
from evenemang.flow.meeting.gathering import meetings
from evenemang.flow.meeting.holding import begin_meeting, end_meeting
from evenemang.flow.meeting.invitation import invitation
from evenemang.flow.meeting.paper import meeting_paper
from evenemang.flow.meeting.planning import Plan, plan_meeting
from evenemang.flow.meeting.slides import slides
from evenemang.flow.meeting.weighing import ask_alone, asked_alone, judge_alone, own_judgement, reveal
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.rights import ByRole
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import GIVEN, NOON, deed
from tests.secret_dossier import ASK, NAMED, OPEN_RISK, SARA, Guarded, guarded, members


class Clock:
    def now(self) -> datetime:
        return NOON.astimezone(LOCAL)


@pytest.fixture
def here() -> Guarded:
    store = MemoryStore()
    members(store)
    return guarded(Workspace(store, bootstrap.content(), Clock(), access=ByRole(store, ASK)))


def test_no_word_of_what_is_secret_is_in_a_meeting_whoever_holds_it(here: Guarded) -> None:
    plan = Plan(on=here.work.now().date() + timedelta(days=1))
    planned = plan_meeting(here.work, plan, NAMED)
    meeting = begin_meeting(here.work, planned.id, (), NAMED)
    looked_at = slides(here.work, meeting.with_points([Item(kind="upcoming", what="H", event=here.id)]))

    everything = [
        repr(meeting),
        repr(looked_at),
        repr(invitation(here.work, meeting.id, "sv")),
        repr(here.work.store.journal("meeting", meeting.id)),
        *(
            repr(meeting_paper(here.work, meeting.id, which, "sv", public=public))
            for which in ("agenda", "minutes")
            for public in (True, False)
        ),
    ]

    assert [one for one in looked_at if one.question]
    assert len(here.words) > 10
    assert [word for word in here.words for text in everything if word in text] == []


def test_a_meeting_is_no_guests_and_a_reader_neither_plans_nor_judges(here: Guarded) -> None:
    meeting = plan_meeting(here.work, Plan(on=here.work.now().date()), SARA)
    there = Guest(dossier=here.id, role="assessor", given=GIVEN)
    people = (Member(id="g1", name="Eva", guest_in=(there,)), Member(id="r1", name="Ro", role="reader"))
    for one in people:
        here.work.store.save("member", one, expected=0, deeds=[deed()])
    eva, reader = (Actor(name=one.name, member=one.id) for one in people)

    assert meetings(here.work.seen_by(eva)) == ()
    assert meetings(here.work.seen_by(reader)) == (meeting,)
    for somebody in (eva, reader):
        with pytest.raises(NotAllowed):
            plan_meeting(here.work, Plan(on=meeting.on), somebody)
    with pytest.raises(NotAllowed):
        judge_alone(here.work, meeting.id, (here.id, "R1"), (1, 1), reader)


def test_a_guest_judges_alone_in_their_own_dossier_and_sees_nothing_else_of_the_meeting(
    here: Guarded,
) -> None:
    other = open_dossier(here.work, NewDossier(name="Konserten"), SARA).record.id
    police = guest(here, "Eva", here.id, "assessor")
    outside = guest(here, "Bo", other, "assessor")
    looks = guest(here, "Ro", here.id, "reader")
    risk = next(one.id for one in here.dossier.risks if one.title == OPEN_RISK)
    planned = plan_meeting(here.work, Plan(on=here.work.now().date(), called=("Sara Samordnare",)), SARA)
    begin_meeting(here.work, planned.id, ("Sara Samordnare",), SARA)
    theirs = here.work.seen_by(police)
    assert asked_alone(theirs, here.id) == ()

    ask_alone(here.work, planned.id, here.id, risk, SARA)
    judge_alone(theirs, planned.id, (here.id, risk), (5, 4), police)

    [(meeting, asked)] = asked_alone(theirs, here.id)
    assert (meeting.agenda, meeting.called, meeting.present, meeting.planned) == ((), (), (), None)
    assert asked.risk == risk
    assert own_judgement(theirs, meeting, here.id, risk, police) == (5, 4)
    assert asked_alone(here.work.seen_by(outside), here.id) == ()
    for work in (here.work, here.work.seen_by(outside)):
        with pytest.raises((NotAllowed, NotFound)):
            judge_alone(work, planned.id, (here.id, risk), (1, 1), outside)
    with pytest.raises(NotAllowed):
        judge_alone(here.work.seen_by(looks), planned.id, (here.id, risk), (1, 1), looks)
    with pytest.raises(NotAllowed):
        reveal(theirs, planned.id, here.id, risk, police)
    shown = reveal(here.work, planned.id, here.id, risk, SARA)
    assert [one.by for one in shown.voices] == ["Eva"]
    end_meeting(here.work, planned.id, SARA)
    assert meetings(theirs) == ()


def guest(here: Guarded, name: str, where: str, role: GuestRole) -> Actor:
    there = Guest(dossier=where, role=role, given=GIVEN)
    member = Member(id=f"g-{name}", name=name, guest_in=(there,))
    here.work.store.save("member", member, expected=0, deeds=[deed()])
    return Actor(name=name, member=member.id)
