"""How much history is made up, and how it is shared out over years and events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from evenemang.domain.errors import Refused
from evenemang.domain.text import Text

EVENTS_A_YEAR, INCIDENTS_AN_EVENT = 200, 50
SEED = 2023
MOST_YEARS, MOST_EVENTS, MOST_INCIDENTS = 50, 20_000, 1_000_000
UNFIT = Text(
    sv="Det går inte att hitta på så mycket. Ange 1–{years} år, 1–{events} evenemang och "
    "0–{incidents} händelser.",
    en="That much cannot be made up. Give 1–{years} years, 1–{events} events and 0–{incidents} incidents.",
)


@dataclass(frozen=True)
class Scale:
    """How many years, events and incidents; the same seed gives the same history."""

    years: int
    events: int
    incidents: int
    seed: int = SEED

    def __post_init__(self) -> None:
        """Refuse what is no history, or too much of it."""
        fits = (
            1 <= self.years <= MOST_YEARS
            and 1 <= self.events <= MOST_EVENTS
            and 0 <= self.incidents <= MOST_INCIDENTS
        )
        if not fits:
            most = {"years": MOST_YEARS, "events": MOST_EVENTS, "incidents": MOST_INCIDENTS}
            raise Refused("scale", why=Text(sv=UNFIT.sv.format(**most), en=UNFIT.en.format(**most)))

    def drawn(self) -> Random:
        """Return where everything is drawn from, from the beginning."""
        return Random(self.seed)  # nosec B311  # made-up history: it must come out the same, not be secret


def scale(years: int, events: int | None, incidents: int | None, seed: int | None) -> Scale:
    """Return a scale; what is not said follows from the years."""
    many = EVENTS_A_YEAR * years if events is None else events
    return Scale(
        years=years,
        events=many,
        incidents=INCIDENTS_AN_EVENT * many if incidents is None else incidents,
        seed=SEED if seed is None else seed,
    )


def years_of(events: int, first: int, years: int) -> Iterator[int]:
    """Yield the year of each event, as many in each as can be, the earliest first."""
    yield from (first + number * years // events for number in range(events))


def shared(many: int, weights: Sequence[float], drawn: Random) -> tuple[int, ...]:
    """Return how many of a number fall on each, drawn by weight; together they are exactly that many."""
    found = Counter(drawn.choices(range(len(weights)), weights, k=many)) if many else Counter[int]()
    return tuple(found[at] for at in range(len(weights)))
