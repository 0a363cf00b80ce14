"""How many pass a metre of exit in a minute: the sets to choose from, and one of one's own."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import Annotated, Literal, Protocol

from pydantic import Field

from evenemang.domain.calculator import Norms, Number, Shown
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text

Surface = Literal["level", "stepped"]
RateSet = Literal[
    "green-guide",
    "alcohol",
    "older-people",
    "open-air",
    "open-air-seated",
    "imo",
    "own",
]
Rates = dict[Surface, Decimal]

PER_METRE = Text(sv="personer/m/min", en="persons/m/min")
OWN_RATE = Text(
    sv="Ange ett eget flödestal mellan 10 och 109.",
    en="Enter a rate of your own between 10 and 109.",
)
OWN_ONLY = Text(
    sv="Räknas bara när flödestal är eget tal.",
    en="Counts only where flow rates is own figure.",
)
NO_STEPPED_RATE = Text(
    sv="Det valda flödestalet gäller inte trappor. Välj ett annat eller ange ett eget.",
    en="The chosen rates do not cover steps. Choose others or enter your own.",
)
NO_SUCH_RATE = Text(
    sv="Normen har inget tal för det valda flödestalet. Välj ett annat eller ange ett eget.",
    en="The norm has no figure for the chosen rates. Choose others or enter your own.",
)

RateSetField = Annotated[
    RateSet,
    Shown(
        Text(sv="Flödestal", en="Flow rates"),
        rows_of="exit-rates",
        words={"own": Text(sv="eget tal", en="own figure")},
    ),
]
OwnLevel = Annotated[
    Number | None,
    Field(ge=10, le=109),
    Shown(
        Text(sv="Eget tal, plan mark", en="Own rate, level"),
        PER_METRE,
        help=OWN_ONLY,
        below=OWN_RATE,
        above=OWN_RATE,
    ),
]
OwnStepped = Annotated[
    Number | None,
    Field(ge=10, le=109),
    Shown(
        Text(sv="Eget tal, trappa", en="Own rate, stepped"),
        PER_METRE,
        help=OWN_ONLY,
        below=OWN_RATE,
        above=OWN_RATE,
    ),
]


class Rated(Protocol):
    """An input that chooses its rates."""

    @property
    def rate_set(self) -> RateSet: ...  # noqa: D102
    @property
    def rate_level(self) -> Decimal | None: ...  # noqa: D102
    @property
    def rate_stepped(self) -> Decimal | None: ...  # noqa: D102


def rates_of(asked: Rated, in_use: AbstractSet[Surface], norms: Norms) -> Rates:
    """Return persons per metre and minute for each surface in use.

    Raises:
        CalculationRefused: If a surface in use has no rate.
    """
    given = _own(asked) if asked.rate_set == "own" else _of_norm(asked.rate_set, norms)
    if in_use <= given.keys():
        return given
    why = OWN_RATE if asked.rate_set == "own" else NO_STEPPED_RATE if given else NO_SUCH_RATE
    raise CalculationRefused(why.en, why=why)


def _own(asked: Rated) -> Rates:
    own: dict[Surface, Decimal | None] = {
        "level": asked.rate_level,
        "stepped": asked.rate_stepped,
    }
    return {surface: rate for surface, rate in own.items() if rate is not None}


def _of_norm(rate_set: str, norms: Norms) -> Rates:
    row = next((one for one in norms["exit-rates"].table if one.code("id") == rate_set), None)
    if row is None:
        return {}
    surfaces: tuple[Surface, ...] = ("level", "stepped")
    return {
        surface: Decimal(str(row.figure(surface)))
        for surface in surfaces
        if surface in (row.model_extra or {})
    }
