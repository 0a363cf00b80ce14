"""What is asked and told of how many fit: zones with areas in m², limits, and the numbers of people."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from typing import Annotated, Literal

from pydantic import Field

from checklists.colours import COLOURS, Colour
from checklists.crowds.bands import DOWN, PEOPLE, PER_M2
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Required, Text

Limit = Literal["holding", "entry_capacity", "exit_capacity", "emergency_capacity"]
LIMITS: tuple[Limit, ...] = ("entry_capacity", "exit_capacity", "emergency_capacity")

NO_ZONES = Text(sv="Lägg till minst ett delområde.", en="Add at least one zone.")

Square = Field(ge=Decimal("0.1"), le=1_000_000)
Deduction = Field(ge=0)
Factor = Field(ge=0, le=1)
People = Field(ge=0)


class Zone(CalculatorInput):
    """One part of the site; areas in m²."""

    name: Annotated[Required, Shown(Text(sv="Namn", en="Name"), starts="zone.name")]
    area_total_m2: Annotated[
        Number, Square, Shown(Text(sv="Hela ytan", en="Whole area"), "m²", starts="zone.area_m2")
    ]
    area_net_m2: Annotated[
        Number | None,
        Square,
        Shown(
            Text(
                sv="Användbar yta, om den är uppmätt",
                en="Usable area, where measured",
            ),
            "m²",
            starts="zone.net_m2",
            help=Text(
                sv="Lämna avdragen tomma när den här ytan är ifylld.",
                en="Leave the deductions empty when this area is filled in.",
            ),
        ),
    ] = None
    structures_m2: Annotated[
        Number,
        Deduction,
        Shown(
            Text(sv="Yta under byggnader och stånd", en="Area under structures and stalls"),
            "m²",
        ),
    ] = Decimal(0)
    no_view_m2: Annotated[
        Number,
        Deduction,
        Shown(Text(sv="Yta utan sikt", en="Area without a view"), "m²"),
    ] = Decimal(0)
    routes_m2: Annotated[
        Number,
        Deduction,
        Shown(
            Text(sv="Utrymningsväg och räddningsväg", en="Escape and rescue routes"),
            "m²",
        ),
    ] = Decimal(0)
    density_p_m2: Annotated[
        Number,
        Field(ge=Decimal("0.1")),
        Shown(
            Text(sv="Täthet", en="Density"),
            PER_M2,
            default_norm="density-planning-outdoor",
            rows_of="density-options",
            starts="zone.planning_density",
        ),
    ]
    physical: Annotated[
        Number,
        Factor,
        Shown(
            Text(sv="Platsens skick P", en="Physical condition P"),
            "1",
            help=Text(
                sv="1 när marken, staketen och siktlinjerna är utan brister; lägre ju fler brister.",
                en="1 where ground, barriers and sightlines have no faults; lower the more faults there are.",
            ),
        ),
    ] = Decimal(1)
    safety: Annotated[
        Number,
        Factor,
        Shown(
            Text(sv="Säkerhetsledning S", en="Safety management S"),
            "1",
            help=Text(
                sv="1 när ledning, publikvärdar och samband är utan brister; lägre ju fler brister.",
                en="1 where control, stewards and communications have no faults; lower the more "
                "faults there are.",
            ),
        ),
    ] = Decimal(1)

    @property
    def deductions(self) -> Decimal:
        """What is taken from the whole area, m²."""
        return self.structures_m2 + self.no_view_m2 + self.routes_m2

    @property
    def net(self) -> Decimal:
        """The area the audience can use, m²."""
        if self.area_net_m2 is not None:
            return self.area_net_m2
        return self.area_total_m2 - self.deductions

    @property
    def density(self) -> Decimal:
        """How tightly people may stand here, persons/m²."""
        return self.density_p_m2 * min(self.physical, self.safety)

    @property
    def people(self) -> int:
        """How many fit, whole persons."""
        return int((self.net * self.density).to_integral_value(ROUND_FLOOR))


class HoldingInput(CalculatorInput):
    """The zones, and the other limits where they are known."""

    zones: Annotated[
        tuple[Zone, ...],
        Field(min_length=1),
        Shown(Text(sv="Delområden", en="Zones"), below=NO_ZONES),
    ]
    entry_capacity: Annotated[
        int | None,
        People,
        Shown(Text(sv="Så många hinner in", en="So many can enter"), PEOPLE),
    ] = None
    exit_capacity: Annotated[
        int | None,
        People,
        Shown(Text(sv="Så många hinner ut", en="So many can leave"), PEOPLE),
    ] = None
    emergency_capacity: Annotated[
        int | None,
        People,
        Shown(Text(sv="Så många hinner utrymma", en="So many can evacuate"), PEOPLE),
    ] = None


class HeldZone(CalculatorOutput):
    """How many fit in one zone."""

    name: Annotated[str, Shown(Text(sv="Delområde", en="Zone"))]
    people: Annotated[int, Shown(Text(sv="Får plats", en="Fit"), PEOPLE, rounding=DOWN)]
    level: Annotated[Colour, Shown(Text(sv="Färg", en="Colour"), words=COLOURS)]


class HoldingOutput(CalculatorOutput):
    """How many fit, and what decides."""

    zones: Annotated[
        tuple[int, ...],
        Shown(Text(sv="Antal per delområde", en="Number per zone"), PEOPLE, rounding=DOWN),
    ]
    holding: Annotated[
        int,
        Shown(Text(sv="Får plats sammanlagt", en="Fit in all"), PEOPLE, rounding=DOWN),
    ]
    capacity: Annotated[int, Shown(Text(sv="Högsta antal", en="Maximum"), PEOPLE, rounding=DOWN)]
    limited_by: Annotated[
        Limit,
        Shown(
            Text(sv="Det som avgör", en="What decides"),
            words={
                "holding": Text(sv="ytan", en="the area"),
                "entry_capacity": Text(sv="insläppet", en="the entry"),
                "exit_capacity": Text(sv="utgångarna", en="the exits"),
                "emergency_capacity": Text(sv="utrymningen", en="the evacuation"),
            },
        ),
    ]
    density_level: Annotated[
        Colour,
        Shown(
            Text(sv="Den valda täthetens färg", en="Colour of the chosen density"),
            words=COLOURS,
            help=Text(
                sv="Gul: skriv varför så tätt. Orange: gruppen måste besluta det.",
                en="Yellow: say why so dense. Orange: the group must decide it.",
            ),
        ),
    ]
    area_net_m2: Annotated[
        Number | None,
        Shown(
            Text(sv="Användbar yta", en="Usable area"),
            "m²",
            rounding=("down", 0.1),
            help=Text(
                sv="Finns bara när ett enda delområde räknas: annars avgör en människa var det blir "
                "som trängst.",
                en="Given only for a single zone: else a person judges where it gets most crowded.",
            ),
        ),
    ] = None
    per_zone: Annotated[tuple[HeldZone, ...], Shown(Text(sv="Per delområde", en="By zone"))] = ()
