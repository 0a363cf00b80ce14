"""The colours a sum may give, and the word that always stands beside them."""

from __future__ import annotations

from typing import Literal

from evenemang.domain.text import Text

Colour = Literal["green", "yellow", "orange", "red"]
COLOURS: dict[Colour, Text] = {
    "green": Text(sv="grön: godtagbart", en="green: acceptable"),
    "yellow": Text(sv="gul: se över", en="yellow: look again"),
    "orange": Text(sv="orange: åtgärd krävs", en="orange: action needed"),
    "red": Text(sv="röd: stopp", en="red: stop"),
}
