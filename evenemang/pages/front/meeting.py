"""The group's next meeting, on the first page: its day, and the way to it."""

from __future__ import annotations

from evenemang.domain.actor import Actor
from evenemang.domain.text import Language, Text
from evenemang.flow.meeting.gathering import coming
from evenemang.pages.allowed import is_members
from evenemang.pages.house import House
from evenemang.pages.meeting_parts.room import link
from evenemang.pages.periods import weekday

NEXT = Text(sv="Nästa möte: {day}{at}", en="Next meeting: {day}{at}")
NOW = Text(sv="Gruppens möte pågår", en="The group's meeting is going on")
AT = Text(sv=" kl. {time}", en=", {time}")


def show(house: House, language: Language, actor: Actor | None) -> None:
    """Show it to the municipality's own; nothing where no meeting is planned."""
    found = coming(house.workspace) if is_members(house, actor) else None
    if found is None:
        return
    at = AT.say(language).format(time=found.starts) if found.starts else ""
    said = NOW.say(language) if found.begun else NEXT.say(language)
    link(said.format(day=weekday(found.on, language), at=at), found.id, icon=":material/groups:")
