"""A meeting from plan to end: what it says and decides lands where the work is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, cast

import pytest

from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.lesson import Concerns, Lesson
from evenemang.domain.meeting import Meeting
from evenemang.domain.risk import Judgement
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.ballots import Ballot
from evenemang.flow.judging import AddRisk
from evenemang.flow.learning import NewLesson, note_lesson
from evenemang.flow.meeting.gathering import coming
from evenemang.flow.meeting.holding import (
    Decided,
    answer_point,
    begin_meeting,
    decide_at,
    end_meeting,
    meeting_of,
    note_at_point,
    reopen_meeting,
)
from evenemang.flow.meeting.planning import (
    OwnPoint,
    Plan,
    add_point,
    cancel_meeting,
    change_meeting,
    drop_point,
    plan_meeting,
)
from evenemang.flow.meeting.slides import place_of, slides
from evenemang.flow.meeting.weighing import (
    ask_alone,
    have_judged,
    judge_alone,
    judged_and_not_shown,
    own_judgement,
    reveal,
)
from tests.reviewed import ALI, SARA, Matter, on

ON = date(2027, 7, 6)
CALLED = ("Sara Lind", "Ali Ek", "Bo Al")


@pytest.fixture
def matter() -> Matter:
    return Matter()


def planned(matter: Matter, **more: object) -> Meeting:
    plan = Plan.model_validate({"on": ON, "starts": "09:00", "called": CALLED, **more})
    return plan_meeting(matter.workspace, plan, SARA)


def begun(matter: Matter) -> Meeting:
    return begin_meeting(matter.workspace, planned(matter).id, ("Sara Lind", "Ali Ek"), SARA)


def point(meeting: Meeting, kind: str) -> str:
    return next(str(one.id) for one in meeting.agenda if one.kind == kind)


def test_a_planned_meeting_has_its_agenda_and_an_event_within_eight_weeks_is_on_it(matter: Matter) -> None:
    meeting = planned(matter)

    assert [(one.id, one.kind, one.event) for one in meeting.agenda] == [
        ("P1", "new-dossier", matter.id),
        ("P2", "upcoming", matter.id),
    ]
    assert meeting.state(matter.at.date()) == "planned"


def test_the_invitations_number_goes_up_when_it_is_moved_and_not_when_somebody_more_is_called(
    matter: Matter,
) -> None:
    work, meeting = matter.workspace, planned(matter)
    same = Plan(on=ON, starts="09:00", called=(*CALLED, "Eva Ek"))

    assert change_meeting(work, meeting.id, same, SARA).sequence == 0
    moved = change_meeting(work, meeting.id, same.model_copy(update={"starts": "10:00"}), SARA)
    assert moved.sequence == 1
    assert moved.agenda == meeting.agenda
    assert cancel_meeting(work, meeting.id, SARA).sequence == 2
    with pytest.raises(Refused, match="cancelled"):
        begin_meeting(work, meeting.id, (), SARA)


def test_a_meeting_that_ends_before_it_starts_is_refused_and_nothing_is_kept(matter: Matter) -> None:
    with pytest.raises(Refused) as refused:
        planned(matter, ends="08:30")

    assert "Mötet slutar 08:30, men börjar 09:00" in refused.value.say("sv")
    assert not matter.workspace.store.all("meeting")


def test_an_action_decided_at_the_meeting_lands_in_the_plan_of_the_dossier(matter: Matter) -> None:
    meeting = begun(matter)
    under = point(meeting, "upcoming")
    decided = Decided(
        what="Hyr fler staket", event=matter.id, point=under, owner="driftledare", due=date(2027, 8, 1)
    )

    after = decide_at(matter.workspace, meeting.id, decided, SARA)

    (action,) = matter.dossier.actions
    assert (action.do, action.owner, action.due, action.status) == (
        "Hyr fler staket",
        "driftledare",
        date(2027, 8, 1),
        "decided",
    )
    (item,) = after.decisions
    assert (item.id, item.kind, item.record, item.point) == ("B1", "action", action.id, under)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"owner": "drift"}, "En beslutad åtgärd behöver både ansvarig och datum"),
        ({"due": date(2027, 8, 1)}, "En beslutad åtgärd behöver både ansvarig och datum"),
        ({"event": None, "owner": "drift", "due": date(2027, 8, 1)}, "En åtgärd hör till ett ärende"),
    ],
)
def test_half_an_action_is_refused_and_neither_dossier_nor_minutes_change(
    matter: Matter, said: dict[str, object], why: str
) -> None:
    meeting = begun(matter)
    decided = Decided.model_validate({"what": "Hyr staket", "event": matter.id, **said})

    with pytest.raises(Refused) as refused:
        decide_at(matter.workspace, meeting.id, decided, SARA)

    assert why in refused.value.say("sv")
    assert not matter.dossier.actions
    assert not meeting_of(matter.workspace, meeting.id).decisions


def test_yes_to_a_lesson_approves_it_at_this_meeting(matter: Matter) -> None:
    new = NewLesson(text="Öppna grinden tidigare", from_event=matter.id, concerns=Concerns())
    noted = note_lesson(matter.workspace, new, ALI)
    meeting = begun(matter)
    about = point(meeting, "lessons")

    answer_point(matter.workspace, meeting.id, about, "no", SARA)
    assert lesson_of(matter, noted.id).approved is None
    answer_point(matter.workspace, meeting.id, about, "yes", SARA)

    kept = lesson_of(matter, noted.id)
    assert kept.approved is not None
    assert kept.approved_at == meeting.id


@pytest.mark.parametrize("first", ["no", "why"])
def test_no_to_a_lesson_with_the_reason_declines_it_and_it_asks_no_more(matter: Matter, first: str) -> None:
    new = NewLesson(text="Öppna grinden tidigare", from_event=matter.id, concerns=Concerns())
    noted = note_lesson(matter.workspace, new, ALI)
    meeting = begun(matter)
    about = point(meeting, "lessons")

    def no() -> None:
        answer_point(matter.workspace, meeting.id, about, "no", SARA)

    def why() -> None:
        note_at_point(matter.workspace, meeting.id, about, "Grinden är redan bytt", SARA)

    one, other = (no, why) if first == "no" else (why, no)
    one()
    assert lesson_of(matter, noted.id).state == "proposed"
    other()

    kept = lesson_of(matter, noted.id)
    assert kept.declined is not None
    assert (kept.declined.because, kept.declined.meeting) == ("Grinden är redan bytt", meeting.id)
    end_meeting(matter.workspace, meeting.id, SARA)
    later = plan_meeting(matter.workspace, Plan.model_validate({"on": date(2027, 8, 3)}), SARA)
    assert [one.what for one in later.agenda if one.kind == "lessons"] == []


def test_a_lesson_of_a_whole_secret_area_is_no_point(matter: Matter) -> None:
    new = NewLesson(
        text="Fler vakter vid sceningången", from_event=matter.id, concerns=Concerns(area="threats")
    )
    note_lesson(matter.workspace, new, ALI)

    assert not [one for one in begun(matter).agenda if one.kind == "lessons"]


def lesson_of(matter: Matter, lesson: str) -> Lesson:
    return cast(Lesson, matter.workspace.store.load("lesson", lesson).record)


def test_a_meeting_is_written_in_only_while_it_goes_on(matter: Matter) -> None:
    work, meeting = matter.workspace, planned(matter)
    with pytest.raises(Refused, match="not begun"):
        note_at_point(work, meeting.id, "P1", "För tidigt", SARA)

    begin_meeting(work, meeting.id, ("Sara Lind", "Ali Ek"), SARA)
    note_at_point(work, meeting.id, "P1", "Arrangören ringer", SARA)
    ended = end_meeting(work, meeting.id, SARA)

    assert ended.absent == ("Bo Al",)
    with pytest.raises(Refused, match="ended"):
        note_at_point(work, meeting.id, "P1", "För sent", SARA)
    reopen_meeting(work, meeting.id, SARA)
    again = note_at_point(work, meeting.id, "P1", "Rättat", SARA)
    assert again.point("P1").note == "Rättat"
    operations = [row.deed.operation for row in work.store.journal("meeting", meeting.id)]
    assert operations == [
        "plan-meeting",
        "begin-meeting",
        "note-at-meeting",
        "end-meeting",
        "reopen-meeting",
        "note-at-meeting",
    ]


def test_a_point_is_put_on_and_taken_off_until_the_meeting_has_said_something_of_it(matter: Matter) -> None:
    work, meeting = matter.workspace, planned(matter)
    added = add_point(work, meeting.id, OwnPoint(what="Nästa års datum"), SARA)
    own = point(added, "group")

    assert point(drop_point(work, meeting.id, "P1", SARA), "upcoming") == "P2"
    begin_meeting(work, meeting.id, (), SARA)
    answer_point(work, meeting.id, own, "partly", SARA)
    with pytest.raises(Refused):
        drop_point(work, meeting.id, own, SARA)


def test_under_an_event_to_come_its_serious_risks_and_basic_questions_are_looked_at_one_by_one(
    matter: Matter,
) -> None:
    matter.risk(likelihood=4, consequence=5)
    meeting = begun(matter)

    found = slides(matter.workspace, meeting)

    keys = [one.key for one in found]
    assert keys[:3] == ["P1", "P2", "P2~R1"]
    assert all(one.question and one.question.depth == 1 for one in found[3:])
    assert keys[place_of(found, keys[3])] == keys[3]
    assert place_of(found, "P2~gone") == 1
    assert place_of(found, None) == 0
    question = found[3].question
    assert question
    matter.do(GiveAnswer(question=question.id, value="yes"))
    assert keys[3] not in [one.key for one in slides(matter.workspace, meeting)]


def test_what_is_secret_is_never_looked_at_and_never_judged_in_the_room(matter: Matter) -> None:
    secret = AddRisk(
        title="zqHemligtqz",
        area="weather",
        before=Judgement(likelihood=5, consequence=5),
        secrecy="secret",
    )
    matter.do(secret)
    meeting = begun(matter)

    assert not [one for one in slides(matter.workspace, meeting) if one.risk]
    with pytest.raises(NotFound):
        ask_alone(matter.workspace, meeting.id, matter.id, "R1", SARA)


def test_nobody_sees_what_another_judged_before_all_of_it_is_shown(matter: Matter) -> None:
    matter.risk(likelihood=4, consequence=5)
    work, meeting = matter.workspace, begun(matter)
    about = (matter.id, "R1")
    with pytest.raises(Refused):
        judge_alone(work, meeting.id, about, (2, 3), SARA)

    ask_alone(work, meeting.id, *about, SARA)
    judge_alone(work, meeting.id, about, (2, 3), SARA)
    judge_alone(work, meeting.id, about, (5, 4), ALI)
    judge_alone(work, meeting.id, about, (2, 4), SARA)

    before = meeting_of(work, meeting.id)
    assert before.voices == ()
    assert not any("likelihood" in repr(row.deed) for row in work.store.journal("meeting", meeting.id))
    assert have_judged(work, before, *about) == ("Ali Ek", "Sara Lind")
    assert own_judgement(work, before, *about, SARA) == (2, 4)
    assert [one.risk for one in judged_and_not_shown(work, before)] == ["R1"]

    shown = reveal(work, meeting.id, *about, SARA)
    assert not judged_and_not_shown(work, shown)

    assert [(one.by, one.likelihood, one.consequence) for one in shown.voices_on(*about)] == [
        ("Ali Ek", 5, 4),
        ("Sara Lind", 2, 4),
    ]
    assert work.store.ballots(meeting.id, *about) == ()
    with pytest.raises(Refused):
        judge_alone(work, meeting.id, about, (1, 1), ALI)
    again = ask_alone(work, meeting.id, *about, SARA)
    assert again.voices == ()


def test_what_two_ask_at_once_is_one_round_and_nobodys_judgement_is_lost(matter: Matter) -> None:
    matter.risk(likelihood=4, consequence=5)
    work, meeting = matter.workspace, begun(matter)
    about = (matter.id, "R1")
    ask_alone(work, meeting.id, *about, SARA)
    judge_alone(work, meeting.id, about, (2, 3), ALI)

    ask_alone(work, meeting.id, *about, SARA)

    assert have_judged(work, meeting, *about) == ("Ali Ek",)


def test_who_judges_while_it_is_being_shown_counts_or_is_told_that_it_was_too_late(
    matter: Matter, monkeypatch: pytest.MonkeyPatch
) -> None:
    matter.risk(likelihood=4, consequence=5)
    work, meeting = matter.workspace, begun(matter)
    about = (matter.id, "R1")
    ask_alone(work, meeting.id, *about, SARA)
    judge_alone(work, meeting.id, about, (2, 3), SARA)
    save, forget = work.store.save, work.store.forget_ballots

    def ali_was_quick(*args: Any, **more: Any) -> int:
        monkeypatch.setattr(work.store, "save", save)
        judge_alone(work, meeting.id, about, (5, 4), ALI)
        return save(*args, **more)

    def bo_was_slow(*args: str) -> None:
        monkeypatch.setattr(work.store, "forget_ballots", forget)
        work.store.cast(Ballot(meeting.id, *about, "Bo Al", 1, 1))
        forget(*args)

    monkeypatch.setattr(work.store, "save", ali_was_quick)
    monkeypatch.setattr(work.store, "forget_ballots", bo_was_slow)
    shown = reveal(work, meeting.id, *about, SARA)

    assert [one.by for one in shown.voices_on(*about)] == ["Ali Ek", "Sara Lind"]
    with pytest.raises(Refused):
        judge_alone(work, meeting.id, about, (1, 1), Actor(name="Bo Al"))


def test_the_next_meeting_is_the_one_going_on_or_the_first_planned_from_today(matter: Matter) -> None:
    work, today = matter.workspace, matter.at.date()
    planned(matter, on=today - timedelta(days=1))  # and never begun
    assert coming(work) is None

    later, sooner = (planned(matter, on=today + timedelta(days=days)) for days in (30, 2))
    assert coming(work) == sooner
    begin_meeting(work, later.id, (), SARA)
    now = coming(work)
    assert now
    assert now.id == later.id


def test_the_next_meeting_looks_at_what_came_after_the_one_before_ended(matter: Matter) -> None:
    first = begun(matter)
    matter.at = on(date(2027, 7, 6), "10:30:00")
    end_meeting(matter.workspace, first.id, SARA)
    matter.at = on(date(2027, 7, 7))

    second = planned(matter, on=date(2027, 8, 3))

    assert [one.kind for one in second.agenda] == ["upcoming"]
