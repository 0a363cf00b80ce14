"""Colours and what they are called; which colour a figure has by the bands of a norm."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from checklists.colours import Colour
from evenemang.domain.norm import Norm, NormRow
from evenemang.domain.text import Text

PEOPLE = Text(sv="personer", en="persons")
PER_M2 = Text(sv="personer/m²", en="persons/m²")
PER_MINUTE = Text(sv="personer/min", en="persons/min")
PER_HOUR = Text(sv="personer/h", en="persons/h")
M2_EACH = Text(sv="m²/person", en="m²/person")
SHARE = Text(sv="andel", en="share")
COLOUR = Text(sv="Färg", en="Colour")
ORDER: tuple[Colour, ...] = ("green", "yellow", "orange", "red")

DOWN: tuple[Literal["down"], float] = ("down", 1)
UP: tuple[Literal["up"], float] = ("up", 1)


def colour_of(value: Decimal, norm: Norm) -> Colour:
    """Return the band of a value; one on a bound belongs to the lower colour."""
    for band in norm.table:
        bound = (band.model_extra or {}).get("at_most")
        if bound is not None and value <= Decimal(str(bound)):
            return _named(band)
    return _named(norm.table[-1])


def worst(colours: Iterable[Colour]) -> Colour:
    """Return the worst of some colours."""
    return max(colours, key=ORDER.index)


def _named(band: NormRow) -> Colour:
    return next(one for one in ORDER if one == band.code("level"))
