"""The colours of a verdict on the weather, and what to call a sum that cannot give one."""

from __future__ import annotations

from typing import Literal

from evenemang.domain.text import Text

Colour = Literal["green", "yellow", "orange", "red"]
COLOURS: tuple[Colour, ...] = ("green", "yellow", "orange", "red")
WORDS: dict[str, Text] = {
    "green": Text(sv="grön: godtagbart", en="green: acceptable"),
    "yellow": Text(sv="gul: se över", en="yellow: look again"),
    "orange": Text(sv="orange: åtgärd krävs", en="orange: action needed"),
    "red": Text(sv="röd: stopp", en="red: stop"),
}
COLOUR = Text(sv="Färg", en="Colour")
