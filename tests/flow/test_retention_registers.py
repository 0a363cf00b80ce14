"""What the rules of retention take away from places, lessons and members, and what is written anew for it."""

from __future__ import annotations

from datetime import date, datetime

from evenemang.domain.actor import Actor
from evenemang.domain.event import LOCAL
from evenemang.domain.lesson import Concerns
from evenemang.domain.organiser import Contact
from evenemang.domain.place import Place
from evenemang.domain.retention import RetentionRule
from evenemang.domain.risk import Judgement
from evenemang.domain.role import Member
from evenemang.flow.contacts import NoteContact
from evenemang.flow.counting import SetCounter
from evenemang.flow.journal import REMOVED_WHOLE, first_broken
from evenemang.flow.judging import AddRisk
from evenemang.flow.learning import NewLesson, note_lesson
from evenemang.flow.meeting.holding import begin_meeting, end_meeting
from evenemang.flow.meeting.planning import Plan, plan_meeting
from evenemang.flow.meeting.weighing import ask_alone, judge_alone
from evenemang.flow.membership import Invited, invite_guest, take_back_guest
from evenemang.flow.on_site import NoteInLog
from evenemang.flow.opening import NewDossier, SetEvent, open_dossier
from evenemang.flow.person import everything_about
from evenemang.flow.settings.grounds import add_place, set_zone
from evenemang.flow.standing_picture import NewStandingRisk, add_standing_risk
from tests.builders import occasion
from tests.flow.test_retention import HELD, LATER, Office, rule

NILS, SARA = Actor(name="Nils Ek"), Actor(name="Sara Lind")
THEN = datetime(2024, 8, 24, 9, 0, tzinfo=LOCAL)
ZONE = {"name": "Scenen", "area_m2": 900.0, "net_m2": 800.0, "planning_density": 2.0}


def of_places(*removes: str) -> RetentionRule:
    return rule(*removes, of="place", since="last-event")


def with_picture(office: Office) -> str:
    """Give an office a place where Nils has judged a standing risk, in use at the event that was held."""
    office.clock.at = THEN
    place = add_place(office.work, "Torget", SARA).id
    zone = set_zone(office.work, place, None, ZONE, SARA).record.zones[0].id
    asked = "crowds.queue-space"
    said = {"title": "Trångt", "zone": zone, "question": asked, "likelihood": 2, "consequence": 3}
    add_standing_risk(office.work, place, NewStandingRisk.model_validate({**said, "because": "Sett"}), NILS)
    office.work.do(office.held, SetEvent(place=place), SARA)
    office.clock.at = LATER
    return place


def with_lesson(office: Office) -> str:
    office.clock.at = THEN
    new = NewLesson(text="Ring Nils i tid", from_event=office.held, concerns=Concerns(area="crowds"))
    lesson = note_lesson(office.work, new, NILS).id
    office.clock.at = LATER
    return lesson


def place_in(office: Office, place: str) -> Place:
    found = office.work.place(place)
    assert found
    return found


def test_names_go_from_the_picture_of_a_place_where_nothing_has_been_held_for_long() -> None:
    office = Office()
    place = with_picture(office)

    office.run(of_places("name"))

    left = place_in(office, place)
    assert [(one.title, one.now.because, one.now.by) for one in left.standing_risks] == [
        ("Trångt", "Sett", "[gallrat]")
    ]
    journal = office.work.store.journal("place", place)
    assert not [one for one in journal if "Nils" in str((one.deed.before, one.deed.after))]
    assert [one.deed.by for one in journal][-2:] == [NILS.name, SARA.name], "who did what stays"
    assert first_broken(journal) is None
    assert office.see(of_places("name")).removes == 0


def test_a_place_with_an_event_to_come_keeps_its_names() -> None:
    office = Office()
    place = with_picture(office)
    new = NewDossier(name="Nytt", place=place, occasions=(occasion(date(2026, 12, 13)),))
    open_dossier(office.work, new, SARA)

    assert office.see(of_places("name")).removes == 0


def test_a_lesson_that_goes_comes_back_nowhere_and_its_journal_tells_the_fact() -> None:
    office = Office()
    lesson = with_lesson(office)
    assert office.work.lessons_for(office.dossier(office.coming))
    whole = rule("whole", of="lesson", since="noted")
    [due] = office.see(whole).due
    assert [one.called for one in due.going] == [lesson], "what it says is not told"

    office.run(whole)

    assert office.work.lessons_for(office.dossier(office.coming)) == ()
    journal = office.work.store.journal("lesson", lesson)
    assert journal[-1].deed.operation == REMOVED_WHOLE
    assert "Ring" not in str([(one.deed.before, one.deed.after) for one in journal])
    assert office.work.store.verify() == []


def test_the_workbooks_that_showed_a_lesson_are_written_anew() -> None:
    office = Office()
    with_lesson(office)
    store = office.work.store
    before = {one.record for one in store.books() if one.stale}
    while lease := store.lease(LATER, 60):
        store.written(lease, f"{lease.record}.xlsx")
    assert store.stale() == 0

    office.run(rule("whole", of="lesson", since="noted"))

    assert {office.held, office.coming} <= {one.record for one in store.books() if one.stale} <= before


def test_a_member_who_can_no_longer_sign_in_goes_and_one_who_can_stays() -> None:
    office = Office()
    office.clock.at = THEN
    whom = Invited(name="Eva Lind", email="eva@polisen.se", organisation="Polisen")
    gone = invite_guest(office.work, whom, office.held, "reader", SARA)
    take_back_guest(office.work, gone.id, office.held, SARA)
    there = invite_guest(
        office.work,
        whom.model_copy(update={"email": "a@polisen.se", "name": "Aron"}),
        office.held,
        "reader",
        SARA,
    )
    office.clock.at = LATER
    left = rule("whole", of="member", since="left")
    assert [one.called for due in office.see(left).due for one in due.going] == ["Eva Lind"]

    office.run(left)

    assert office.work.store.ids("member") == (there.id,)
    journal = office.work.store.journal("member", gone.id)
    assert "polisen" not in str([(one.deed.before, one.deed.after) for one in journal])
    assert office.work.store.verify() == []
    again = invite_guest(office.work, whom, office.held, "reader", SARA)
    assert (again.id != gone.id, again.name) == (True, "Eva Lind")


def test_a_member_with_a_role_has_not_left() -> None:
    office = Office()
    ro = Member(id="ro01", name="Ro", claimed="reader")
    office.work.keep("member", ro, SARA, "give-role")
    office.clock.at = datetime(2036, 1, 1, tzinfo=LOCAL)

    assert office.see(rule("whole", of="member", since="left")).removes == 0
    assert HELD < LATER.date()


def judged_alone(office: Office) -> str:
    """Hold a meeting where Nils has judged a risk alone, and that ends before anybody is shown it."""
    work, office.clock.at = office.work, THEN
    low = Judgement(likelihood=1, consequence=2)
    work.do(office.held, AddRisk(title="Trängsel", area="crowds", before=low), SARA)
    risk = office.dossier(office.held).risks[-1].id
    meeting = plan_meeting(work, Plan(on=work.now().date()), SARA).id
    begin_meeting(work, meeting, (), SARA)
    ask_alone(work, meeting, office.held, risk, SARA)
    judge_alone(work, meeting, (office.held, risk), (2, 3), NILS)
    end_meeting(work, meeting, SARA)
    office.clock.at = LATER
    return meeting


def test_what_was_judged_alone_and_never_shown_goes_with_the_names_of_the_meeting() -> None:
    office = Office()
    judged_alone(office)
    names = rule("Voice.by", of="meeting", since="meeting")
    assert [one.fields for due in office.see(names).due for one in due.going] == [{"Voice.by": 1}]

    office.run(names)

    left = everything_about(office.work, NILS.name).standing
    assert [one for one in left if one.where.startswith("ballots")] == []
    assert office.see(names).removes == 0


def test_what_an_agenda_tells_of_an_incident_goes_with_the_texts_of_the_meeting() -> None:
    office = Office()
    meeting = judged_alone(office)
    said = [one for one in everything_about(office.work, "Nils Ek").standing if one.record == meeting]
    assert any(one.where.startswith("agenda") for one in said)

    office.run(rule("Item.what", "Item.note", "Voice.by", of="meeting", since="meeting"))

    found = everything_about(office.work, "Nils Ek")
    assert [one for one in found.standing if one.record == meeting] == []
    assert [one.texts for one in found.journal if one.record == meeting and one.texts] == []


def test_everything_about_a_person_has_what_they_did_on_the_day_at_meetings_and_alone() -> None:
    office = Office()
    meeting = judged_alone(office)
    work = office.work
    work.do(office.held, NoteInLog(what="Stängde grinden", kind="decision", decided_by=NILS.name), SARA)
    called = {"called": "Torget", "watch": 80, "stop": 95, "decides": NILS.name}
    work.do(office.held, SetCounter.model_validate({**called, "entrances": [{"name": "Norra"}]}), SARA)
    contact = Contact(on=HELD, by=NILS.name, how="phone", what="Ringde")
    work.do(office.held, NoteContact(contact=contact), SARA)

    found = everything_about(work, NILS.name)

    where = {(one.kind, one.where.split("/")[0]) for one in found.standing}
    assert {("dossier", one) for one in ("day_log", "counters", "contacts")} <= where
    assert [(one.record, one.text) for one in found.standing if one.where.startswith("ballots")] == [
        (meeting, "Nils Ek: 2 × 3")
    ]
