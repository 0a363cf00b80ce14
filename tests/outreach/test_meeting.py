"""What is written of a meeting: agenda and minutes as PDF and Word, and an invitation to follow."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
from icalendar import Calendar

from evenemang.bootstrap.meetings import MeetingFiles
from evenemang.domain.actor import Actor, Function
from evenemang.domain.errors import Refused
from evenemang.domain.meeting import Meeting
from evenemang.domain.risk import Judgement
from evenemang.flow.judging import AddRisk
from evenemang.flow.meeting.holding import Decided, begin_meeting, decide_at, end_meeting, note_at_point
from evenemang.flow.meeting.invitation import uid_of
from evenemang.flow.meeting.planning import (
    OwnPoint,
    Plan,
    add_point,
    cancel_meeting,
    change_meeting,
    plan_meeting,
)
from evenemang.flow.meeting.weighing import ask_alone, judge_alone, reveal
from tests.outreach.reading import words
from tests.reviewed import ALI, SARA, Matter

HOSTILE = '#import "x": $a^2$ *b* <w:t>d</w:t> & ]]> @e `f`'
ON = date(2027, 7, 6)
PLAN = Plan(on=ON, starts="09:00", ends="10:30", where="Kommunhuset", called=("lead", "Eva Ek", "Bo Al"))


@pytest.fixture
def matter() -> Matter:
    found = Matter()
    post = Function(id="lead", title="Projektledare", short="projektledare", part="convener")
    found.workspace.keep("function", post, SARA, "add")
    return found


def held(matter: Matter) -> Meeting:
    work = matter.workspace
    matter.risk(likelihood=4, consequence=5)
    meeting = plan_meeting(work, PLAN, SARA)
    add_point(work, meeting.id, OwnPoint(what="zqInterntqz", secrecy="internal"), SARA)
    begin_meeting(work, meeting.id, ("lead", "Eva Ek"), SARA)
    note_at_point(work, meeting.id, "P1", HOSTILE, SARA)
    said = {"event": matter.id, "point": "P2", "owner": "lead", "due": date(2027, 8, 1)}
    decide_at(work, meeting.id, Decided.model_validate({"what": "Hyr fler staket", **said}), SARA)
    decide_at(work, meeting.id, Decided(what="zqSlutetqz", secrecy="internal"), SARA)
    ask_alone(work, meeting.id, matter.id, "R1", SARA)
    judge_alone(work, meeting.id, (matter.id, "R1"), (2, 5), SARA)
    judge_alone(work, meeting.id, (matter.id, "R1"), (4, 5), ALI)
    reveal(work, meeting.id, matter.id, "R1", SARA)
    return end_meeting(work, meeting.id, SARA)


def as_word(content: bytes) -> str:
    document = docx.Document(BytesIO(content))
    return " ".join(" ".join(one.text for one in document.paragraphs).split())


def test_the_minutes_say_the_same_as_pdf_and_word_and_nothing_in_them_is_markup(matter: Matter) -> None:
    meeting = held(matter)
    files = MeetingFiles(matter.workspace)

    pdf = words(files.paper(meeting.id, "minutes", "sv", "pdf", public=True))
    word = as_word(files.paper(meeting.id, "minutes", "sv", "docx", public=True))

    action = matter.dossier.actions[-1].id
    for said in (pdf, word):
        assert HOSTILE in said
        assert "minnesanteckningar" in said.lower()
        assert "Projektledare, ytterligare: 1." in said
        assert "Höstfesten: Hyr fler staket" in said
        assert f"Ansvarig: Projektledare. Senast 2027-08-01. Åtgärd {action} i ärende {matter.id}." in said
        assert "Se beslut 1." in said
        assert "2 bedömningar. Sannolikhet 2–4, konsekvens 5, risktal 10–20." in said
        assert "Punkter som inte återges, eftersom de är interna: 1." in said
        assert "Justeras" in said
        assert "zqInterntqz" not in said
        assert "zqSlutetqz" not in said
        assert "Eva Ek" not in said
        assert "Ali Ek" not in said


def test_the_groups_own_copy_tells_what_is_internal_and_names_who_came(matter: Matter) -> None:
    meeting = held(matter)

    said = as_word(MeetingFiles(matter.workspace).paper(meeting.id, "minutes", "sv", "docx", public=False))

    assert "zqInterntqz" in said
    assert "zqSlutetqz" in said
    assert "Projektledare, Eva Ek." in said
    assert "Sekretess" not in said


def test_the_agenda_can_be_had_before_and_the_minutes_only_after(matter: Matter) -> None:
    meeting = plan_meeting(matter.workspace, PLAN, SARA)
    files = MeetingFiles(matter.workspace)

    agenda = words(files.paper(meeting.id, "agenda", "en", "pdf", public=True))
    assert "Events within eight weeks" in agenda
    assert "P2. Höstfesten" in agenda
    with pytest.raises(Refused):
        files.paper(meeting.id, "minutes", "sv", "pdf", public=True)


def test_a_risk_that_is_internal_is_weighed_in_the_room_and_not_told_outside(matter: Matter) -> None:
    internal = AddRisk(
        title="zqInternqz", area="weather", before=Judgement(likelihood=4, consequence=5), secrecy="internal"
    )
    matter.do(internal)
    work, meeting = matter.workspace, plan_meeting(matter.workspace, PLAN, SARA)
    begin_meeting(work, meeting.id, (), SARA)
    ask_alone(work, meeting.id, matter.id, "R1", SARA)
    judge_alone(work, meeting.id, (matter.id, "R1"), (2, 5), Actor(name="Eva Ek"))
    reveal(work, meeting.id, matter.id, "R1", SARA)
    files = MeetingFiles(work)

    assert "zqInternqz" not in as_word(files.paper(meeting.id, "minutes", "sv", "docx", public=True))
    assert "zqInternqz" in as_word(files.paper(meeting.id, "minutes", "sv", "docx", public=False))


def moment(found: date) -> datetime:
    assert isinstance(found, datetime)
    return found.astimezone(UTC)


def invited(matter: Matter, meeting: Meeting) -> Calendar:
    written = MeetingFiles(matter.workspace).invitation(meeting.id, "sv")
    assert b"\r\n" in written
    return Calendar.from_ical(written)


def test_an_invitation_says_when_and_where_in_our_own_time_with_the_open_points(matter: Matter) -> None:
    meeting = plan_meeting(matter.workspace, PLAN, SARA)
    meeting = add_point(matter.workspace, meeting.id, OwnPoint(what="zqInterntqz", secrecy="internal"), SARA)

    calendar = invited(matter, meeting)

    (event,) = calendar.events
    assert calendar["METHOD"] == "PUBLISH"
    assert [str(one["TZID"]) for one in calendar.timezones] == ["Europe/Stockholm"]
    assert event["DTSTART"].params["TZID"] == "Europe/Stockholm"
    assert moment(event.start) == datetime(2027, 7, 6, 7, 0, tzinfo=UTC)
    assert moment(event.end) == datetime(2027, 7, 6, 8, 30, tzinfo=UTC)
    assert (event["LOCATION"], event["SEQUENCE"], event["STATUS"]) == ("Kommunhuset", 0, "CONFIRMED")
    assert "Evenemang inom åtta veckor: Höstfesten" in str(event["DESCRIPTION"])
    assert "zqInterntqz" not in str(event["DESCRIPTION"])
    assert "ATTENDEE" not in event


def test_a_meeting_that_is_moved_is_the_same_in_the_calendar_and_newer(matter: Matter) -> None:
    work, meeting = matter.workspace, plan_meeting(matter.workspace, PLAN, SARA)
    first = invited(matter, meeting).events[0]

    moved = change_meeting(work, meeting.id, PLAN.model_copy(update={"on": date(2027, 12, 7)}), SARA)
    second = invited(matter, moved).events[0]
    gone = invited(matter, cancel_meeting(work, meeting.id, SARA))

    assert first["UID"] == second["UID"] == gone.events[0]["UID"] == str(uid_of(moved))
    assert [one["SEQUENCE"] for one in (first, second, gone.events[0])] == [0, 1, 2]
    assert moment(second.start) == datetime(2027, 12, 7, 8, 0, tzinfo=UTC)
    assert (gone["METHOD"], gone.events[0]["STATUS"]) == ("CANCEL", "CANCELLED")


def test_a_meeting_without_an_hour_takes_the_day(matter: Matter) -> None:
    meeting = plan_meeting(matter.workspace, Plan(on=ON), SARA)

    (event,) = invited(matter, meeting).events

    assert (event.start, event.end) == (date(2027, 7, 6), date(2027, 7, 7))
