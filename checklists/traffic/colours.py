"""The colours of a verdict on traffic."""

from __future__ import annotations

from evenemang.domain.text import Text

COLOUR = Text(sv="Färg", en="Colour")
WORDS: dict[str, Text] = {
    "green": Text(sv="grön: godtagbart", en="green: acceptable"),
    "yellow": Text(sv="gul: se över", en="yellow: look again"),
    "orange": Text(sv="orange: åtgärd krävs", en="orange: action needed"),
    "red": Text(sv="röd: stopp", en="red: stop"),
    "unknown": Text(sv="okänt: mät först", en="unknown: measure first"),
}
