"""The parts of the place that an event uses, by what they are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from evenemang.domain.place import Place
from evenemang.pages.desk import Desk


def zones(desk: Desk) -> dict[str, str]:
    """Return the name of each place/zone of the event; without chosen zones, all of its place."""
    places = dict(_places(desk))
    ids = desk.dossier.event.zones or [f"{one.id}/{zone.id}" for one in places.values() for zone in one.zones]
    short = {one: _zone(one, places) for one in ids}
    alike = {name for name, count in Counter(short.values()).items() if count > 1}
    return {one: _with_place(one, name, places) if name in alike else name for one, name in short.items()}


def places_of(desk: Desk) -> tuple[Place, ...]:
    """Return the places of the event."""
    return tuple(place for _, place in _places(desk))


def zone_name(desk: Desk, zone: str) -> str:
    """Return what a place/zone is called; one that is not there any more keeps its code."""
    return zones(desk).get(zone) or _zone(zone, dict(_places(desk)))


def _places(desk: Desk) -> Iterator[tuple[str, Place]]:
    event = desk.dossier.event
    ids = [*([event.place] if event.place else []), *(zone.split("/")[0] for zone in event.zones)]
    for one in dict.fromkeys(ids):
        place = desk.house.workspace.place(one)
        if place:
            yield one, place


def _zone(zone: str, places: dict[str, Place]) -> str:
    place_id, _, zone_id = zone.partition("/")
    found = places[place_id].zone(zone_id) if place_id in places else None
    return found.name if found else zone


def _with_place(zone: str, name: str, places: dict[str, Place]) -> str:
    place = places.get(zone.split("/", maxsplit=1)[0])
    return f"{name}, {place.name}" if place else name
