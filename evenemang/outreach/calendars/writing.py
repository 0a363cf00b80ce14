"""An invitation to an .ics file (RFC 5545), with the rules of its time zone in it."""

from __future__ import annotations

from datetime import UTC, timedelta

from icalendar import Calendar, Event

from evenemang.flow.meeting.invitation import Invitation

MAKER = "-//Evenemang//Evenemang//"
AROUND = timedelta(days=366)  # as much of the time zone's rules as a calendar needs


def write_invitation(invitation: Invitation) -> bytes:
    """Return an invitation as a calendar file: to put in a calendar, or to send."""
    calendar = Calendar()
    calendar.add("prodid", MAKER + invitation.language.upper())
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if invitation.cancelled else "PUBLISH")
    calendar.add_component(_event(invitation))
    calendar.add_missing_timezones(invitation.first_day - AROUND, invitation.first_day + AROUND)
    written: bytes = calendar.to_ical()
    return written


def _event(invitation: Invitation) -> Event:
    event = Event()
    event.add("uid", invitation.uid)
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", invitation.written.astimezone(UTC))
    event.add("dtstart", invitation.starts)
    event.add("dtend", invitation.ends)
    event.add("summary", invitation.summary)
    event.add("status", "CANCELLED" if invitation.cancelled else "CONFIRMED")
    if invitation.where:
        event.add("location", invitation.where)
    if invitation.about:
        event.add("description", invitation.about)
    return event
