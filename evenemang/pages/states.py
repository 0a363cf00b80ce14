"""The states of a dossier (läge), as words with an icon and a colour that means status, never risk."""

from __future__ import annotations

from evenemang.domain.dossier import State
from evenemang.domain.text import Language, Text
from evenemang.flow.words import STATES, capital

LOOKS: dict[State, tuple[str, str]] = {
    "draft": ("gray", "edit_note"),
    "assessing": ("gray", "pending"),
    "awaiting-completion": ("blue", "reply"),
    "decided": ("blue", "check_circle"),
    "running": ("blue", "play_circle"),
    "to-evaluate": ("violet", "rate_review"),
    "evaluated": ("gray", "task_alt"),
    "not-needed": ("gray", "do_not_disturb_on"),
    "cancelled": ("violet", "event_busy"),
    "past": ("gray", "inventory_2"),
}

RECONSIDER = Text(sv="Omprövas", en="To be reconsidered")


def badge(state: State, language: Language) -> str:
    """Return a state as a badge: icon, word, colour."""
    colour, icon = LOOKS[state]
    return f":{colour}-badge[:material/{icon}: {capital(STATES[state]).say(language)}]"


def reconsider_badge(language: Language) -> str:
    """Return the mark of a decision that must be reconsidered."""
    return f":violet-badge[:material/sync_problem: {RECONSIDER.say(language)}]"
