"""The colours of a verdict on the weather; what each says stands with its sum."""

from __future__ import annotations

from typing import Literal

from evenemang.domain.text import Text

Colour = Literal["green", "yellow", "orange", "red"]
COLOURS: tuple[Colour, ...] = ("green", "yellow", "orange", "red")
COLOUR = Text(sv="Färg", en="Colour")
