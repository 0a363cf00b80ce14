"""The group's next meeting, on the first page: its day, and the way to it."""

from __future__ import annotations

from evenemang.domain.actor import Actor
from evenemang.domain.text import Language, Text
from evenemang.flow.meeting.gathering import coming
from evenemang.pages.allowed import is_members
from evenemang.pages.house import House
from evenemang.pages.meeting_parts.room import link
from evenemang.pages.periods import weekday

NEXT = Text(sv="Nästa möte: {day}", en="Next meeting: {day}")
NEXT_AT = Text(sv="Nästa möte: {day} kl. {time}", en="Next meeting: {day}, {time}")
NOW = Text(sv="Gruppens möte pågår", en="The group's meeting is going on")


def show(house: House, language: Language, actor: Actor | None) -> None:
    """Show it to the municipality's own; nothing where no meeting is planned."""
    found = coming(house.workspace) if is_members(house, actor) else None
    if found is None:
        return
    text = NOW if found.begun else NEXT_AT if found.starts else NEXT
    said = text.say(language).format(day=weekday(found.on, language), time=found.starts)
    link(said, found.id, icon=":material/groups:")
