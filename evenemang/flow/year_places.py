"""Where what happens: the kinds of incident at each place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from evenemang.domain.incident import IncidentType
from evenemang.flow.listing import IncidentRow
from evenemang.flow.year_rows import YearRows

MOST = 8  # places, and kinds, that have a row or column of their own; the rest stand together
REST = "rest"

Kind = IncidentType | str  # a kind, or the rest
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class PlacesAndKinds:
    """A count for each place and kind. A place is an id, empty where the event has none, or the rest."""

    places: tuple[str, ...]  # where most happened first
    kinds: tuple[Kind, ...]  # the commonest first
    counts: tuple[tuple[int, ...], ...]  # places × kinds

    @property
    def most(self) -> tuple[int, str, Kind]:
        """The highest count, with its place and kind; the first of equals, and never what stands together."""
        cells = [
            (count, place, kind)
            for place, row in zip(self.places, self.counts, strict=True)
            for kind, count in zip(self.kinds, row, strict=True)
            if REST not in (place, kind)
        ]
        return max(cells, key=lambda cell: cell[0], default=(0, "", ""))

    def cell_of(self, incident: IncidentRow, rows: YearRows) -> tuple[str, Kind]:
        """Return the place and the kind that an incident is counted under."""
        place, kind = rows.place_of(incident.dossier), incident.type
        return place if place in self.places else REST, kind if kind in self.kinds else REST


def places_and_kinds(rows: YearRows) -> PlacesAndKinds:
    """Return what happened in the year, by place and kind."""
    seen: Counter[tuple[str, str]] = Counter()
    for one in rows.happened_where:
        seen[rows.place_of(one.dossier or ""), one.type or ""] += one.count
    places = _first(Counter({key: 0 for key, _ in seen}), [(place, n) for (place, _), n in seen.items()])
    kinds = _first(Counter({key: 0 for _, key in seen}), [(kind, n) for (_, kind), n in seen.items()])
    found: Counter[tuple[str, str]] = Counter()
    for (place, kind), count in seen.items():
        found[place if place in places else REST, kind if kind in kinds else REST] += count
    return PlacesAndKinds(
        places=places,
        kinds=kinds,
        counts=tuple(tuple(found[place, kind] for kind in kinds) for place in places),
    )


def _first(none: Counter[Key], counted: Sequence[tuple[Key, int]]) -> tuple[str, ...]:
    """Return what is commonest, by name among equals, and the rest together where there are more."""
    total = none.copy()
    for key, count in counted:
        total[key] += count
    ordered = [str(key) for key, _ in sorted(total.items(), key=lambda pair: (-pair[1], str(pair[0])))]
    return tuple(ordered) if len(ordered) <= MOST else (*ordered[: MOST - 1], REST)
