"""What is secret in a dossier is nowhere in a meeting, and a meeting is no guest's."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotAllowed
from evenemang.domain.event import LOCAL
from evenemang.domain.meeting import Item
from evenemang.domain.role import Guest, Member
from evenemang.flow.meeting.gathering import meetings
from evenemang.flow.meeting.holding import begin_meeting
from evenemang.flow.meeting.invitation import invitation
from evenemang.flow.meeting.paper import meeting_paper
from evenemang.flow.meeting.planning import Plan, plan_meeting
from evenemang.flow.meeting.slides import slides
from evenemang.flow.meeting.weighing import judge_alone
from evenemang.flow.rights import ByRole
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import GIVEN, NOON, deed
from tests.secret_dossier import ASK, NAMED, SARA, Guarded, guarded, members


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
            judge_alone(here.work, meeting.id, (here.id, "R1"), (1, 1), somebody)
