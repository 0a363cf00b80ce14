"""What is asked and told of toilets: who is there at once, for how long, and how many places there are."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from checklists.food.counting import HAVE_LEAST, PIECES, UP, VISITORS, Visitors
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Text

Row = Literal["short", "long", "long-alcohol", "camp"]
SHARE = Text(sv="Andelen ska ligga mellan 0 och 1.", en="The share lies between 0 and 1.")


class ToiletsInput(CalculatorInput):
    """The visitors and the opening hours, and the toilets there are."""

    visitors: Annotated[int, Visitors, VISITORS]
    female_share: Annotated[
        Number,
        Field(ge=0, le=1),
        Shown(
            Text(sv="Andel kvinnor", en="Share of women"),
            Text(sv="andel", en="share"),
            default_norm="toilet-female-share",
            below=SHARE,
            above=SHARE,
            help=Text(sv="0,5 är hälften.", en="0.5 is half."),
        ),
    ]
    hours: Annotated[
        Number,
        Field(ge=Decimal("0.5"), le=240),
        Shown(
            Text(sv="Öppet", en="Open"),
            "h",
            below=Text(sv="Ange öppettiden i timmar.", en="Enter the opening time in hours."),
        ),
    ]
    alcohol: Annotated[
        bool,
        Shown(Text(sv="Mycket alkohol och mat", en="Much alcohol and food")),
    ]
    camp: Annotated[bool, Shown(Text(sv="Camping", en="Campsite"))] = False
    have_women_wc: Annotated[
        int | None, HAVE_LEAST, Shown(Text(sv="Finns: kvinnor", en="Have: women"), PIECES)
    ] = None
    have_men_wc: Annotated[int | None, HAVE_LEAST, Shown(Text(sv="Finns: män", en="Have: men"), PIECES)] = (
        None
    )
    have_urinals: Annotated[
        int | None, HAVE_LEAST, Shown(Text(sv="Finns: urinoarer", en="Have: urinals"), PIECES)
    ] = None


class ToiletsOutput(CalculatorOutput):
    """How many are needed; what is missing is empty where what there is was not given."""

    women_wc: Annotated[int, Shown(Text(sv="Toaletter, kvinnor", en="Toilets, women"), PIECES, rounding=UP)]
    men_wc: Annotated[int, Shown(Text(sv="Toaletter, män", en="Toilets, men"), PIECES, rounding=UP)]
    urinals: Annotated[int, Shown(Text(sv="Urinoarer", en="Urinals"), PIECES, rounding=UP)]
    row: Annotated[
        Row,
        Shown(
            Text(sv="Rad i tabellen", en="Row of the table"),
            words={
                "short": Text(sv="kort öppettid", en="short opening time"),
                "long": Text(sv="lång öppettid, lite alkohol och mat", en="long, little alcohol and food"),
                "long-alcohol": Text(
                    sv="lång öppettid, mycket alkohol och mat", en="long, much alcohol and food"
                ),
                "camp": Text(sv="camping", en="campsite"),
            },
        ),
    ]
    missing: Annotated[
        int | None, Shown(Text(sv="Fattas sammanlagt", en="Missing in all"), PIECES, rounding=UP)
    ] = None
    ok: Annotated[bool | None, Shown(Text(sv="Räcker", en="Enough"))] = None
