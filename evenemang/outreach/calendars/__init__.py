"""Invitations as calendar files; the only home of icalendar."""
