"""Words of the follow-up: kinds, severities, states, and small numbers written out."""

from __future__ import annotations

from evenemang.domain.text import Language, Text
from evenemang.pages.follow_up_parts.scene import Scene
from evenemang.pages.showing import NBSP, number

LEFT_OUT = Text(
    sv="Utan besökstal, och därför inte med: {names}.", en="Without a count, and so left out: {names}."
)

NUMBERS: dict[Language, tuple[str, ...]] = {
    "sv": ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
    "en": (
        *("zero", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
}


def in_words(count: int, language: Language) -> str:
    """Return a number as it is written in running text: words up to twelve."""
    return NUMBERS[language][count] if count < len(NUMBERS[language]) else number(count, language)


def plural(count: int, one: Text, many: Text, language: Language) -> str:
    """Return a number with its noun: en åtgärd, tre åtgärder."""
    return f"{in_words(count, language)} {(one if count == 1 else many).say(language)}"


def percent(share: float, language: Language) -> str:
    """Return a share as 79 %; English writes it together."""
    return f"{round(100 * share)}{NBSP if language == 'sv' else ''}%"


def listed(names: list[str], language: Language) -> str:
    """Return names as they stand in a sentence: a, b och c."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} {'och' if language == 'sv' else 'and'} {names[-1]}"


def left_out(scene: Scene) -> str:
    """Return which events are in no rate, since nobody counted the visits; empty where all are."""
    names = [one.name for one in scene.figures.visits.without_count]
    return scene.say(LEFT_OUT).format(names=listed(names, scene.language)) if names else ""
