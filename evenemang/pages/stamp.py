"""The mark on what is secret: a word beside the row, for those who see it."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.pages.desk import Desk

SECRET = Text(sv="Sekretess", en="Secret")


def stamp(desk: Desk, thing: str) -> str:
    """Return the mark of a risk, an action or an incident, a space before it; nothing where it is open."""
    if thing not in desk.secrets.words:
        return ""
    return f" :red-badge[:material/lock: {desk.say(SECRET)}]"
