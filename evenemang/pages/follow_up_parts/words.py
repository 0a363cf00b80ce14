"""Words of the follow-up: kinds, severities, states, and small numbers written out."""

from __future__ import annotations

from evenemang.domain.text import Language, Text
from evenemang.flow.saying import NBSP, in_words, listed
from evenemang.pages.follow_up_parts.scene import Scene

LEFT_OUT = Text(
    sv="Utan besökstal, och därför inte med: {names}.", en="Without a count, and so left out: {names}."
)


def plural(count: int, one: Text, many: Text, language: Language) -> str:
    """Return a number with its noun: en åtgärd, tre åtgärder."""
    return f"{in_words(count, language)} {(one if count == 1 else many).say(language)}"


def percent(share: float, language: Language) -> str:
    """Return a share as 79 %; English writes it together."""
    return f"{round(100 * share)}{NBSP if language == 'sv' else ''}%"


def left_out(scene: Scene) -> str:
    """Return which events are in no rate, since nobody counted the visits; empty where all are."""
    names = [one.name for one in scene.figures.visits.without_count]
    return scene.say(LEFT_OUT).format(names=listed(names, scene.language)) if names else ""
