"""What is asked and told of wind on tents, stages and inflatables; all speeds in m/s."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from checklists.weather.colours import COLOUR, Colour
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Text

Object = Literal["inflatable", "party-tent", "engineered-tent", "stage-roof"]
Step = Literal["none", "watch", "act", "leave"]
SUPPLIERS: tuple[Literal["watch", "act", "leave"], ...] = ("watch", "act", "leave")

FROM_PAPER = Text(
    sv="Står i leverantörens intyg. Lämna tomt om den inte anger någon gräns.",
    en="Stands in the supplier's certificate. Leave empty where it gives no limit.",
)


class WindInput(CalculatorInput):
    """The object, the wind, and the supplier's own steps where there are any."""

    object: Annotated[Object, Shown(Text(sv="Föremål", en="Object"), rows_of="wind-steps")]
    gust_m_s: Annotated[
        Number | None,
        Field(ge=0, le=75),
        Shown(
            Text(sv="Vindby", en="Gust"),
            "m/s",
            starts="answers.weather.forecast-gust",
            help=Text(
                sv="Den hårdaste byn i prognosen eller på mätaren.",
                en="The hardest gust in the forecast or on the gauge.",
            ),
        ),
    ] = None
    mean_m_s: Annotated[
        Number | None, Field(ge=0, le=60), Shown(Text(sv="Medelvind", en="Mean wind"), "m/s")
    ] = None
    watch: Annotated[
        Number | None,
        Field(ge=3, le=40),
        Shown(Text(sv="Leverantörens steg 1", en="Supplier's step 1"), "m/s", help=FROM_PAPER),
    ] = None
    act: Annotated[
        Number | None,
        Field(ge=3, le=40),
        Shown(Text(sv="Leverantörens steg 2", en="Supplier's step 2"), "m/s"),
    ] = None
    leave: Annotated[
        Number | None,
        Field(ge=3, le=40),
        Shown(Text(sv="Leverantörens steg 3", en="Supplier's step 3"), "m/s"),
    ] = None


class WindOutput(CalculatorOutput):
    """Which step the wind has reached; empty where only a mean wind is known."""

    step: Annotated[
        Step | None,
        Shown(
            Text(sv="Steg", en="Step"),
            words={
                "none": Text(sv="inget", en="none"),
                "watch": Text(sv="bevaka", en="watch"),
                "act": Text(sv="agera", en="act"),
                "leave": Text(sv="lämna", en="leave"),
            },
        ),
    ] = None
    level: Annotated[
        Colour | Literal["unknown"],
        Shown(
            COLOUR,
            words={
                "green": Text(sv="grön: som vanligt", en="green: as usual"),
                "yellow": Text(
                    sv="gul: kontrollera förankringen, någon står vid vindmätaren",
                    en="yellow: check the anchors, someone stands at the gauge",
                ),
                "orange": Text(
                    sv="orange: töm hoppborgen, stäng och utrym tältet, sänk och utrym scenen",
                    en="orange: empty the inflatable, close and clear the tent, lower and clear the stage",
                ),
                "red": Text(
                    sv="röd: ingen inne, under eller nära; ta ner det som går att ta ner",
                    en="red: nobody inside, under or near; take down what can be taken down",
                ),
                "unknown": Text(
                    sv="okänt: medelvinden ensam räcker inte, ta reda på byn",
                    en="unknown: the mean wind alone is not enough, find out the gust",
                ),
            },
        ),
    ]
    force_share: Annotated[
        Number | None,
        Shown(
            Text(sv="Kraft jämfört med steg 3", en="Force compared with step 3"),
            Text(sv="andel", en="share"),
            rounding=("up", 0.01),
            help=Text(
                sv="Dubbel vind ger fyra gånger kraften.", en="Twice the wind gives four times the force."
            ),
        ),
    ] = None
    beaufort: Annotated[int | None, Shown(Text(sv="Beaufort (medelvind)", en="Beaufort (mean wind)"))] = None
    steps_from: Annotated[
        Literal["norm", "supplier"],
        Shown(
            Text(sv="Stegen kommer från", en="Steps come from"),
            words={
                "norm": Text(sv="normen", en="the norm"),
                "supplier": Text(sv="leverantören", en="the supplier"),
            },
        ),
    ]
