"""Which kinds of incident happen where."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.text import Text
from evenemang.flow.saying import in_words
from evenemang.flow.words import INCIDENT_TYPES, capital
from evenemang.flow.year_places import REST, PlacesAndKinds, places_and_kinds
from evenemang.pages.follow_up_parts.behind import Record
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_incident
from evenemang.pages.follow_up_parts.scene import Scene

NONE = Text(sv="Inga händelser att fördela på platser", en="No incidents to divide among places")
ALL_ALIKE = Text(
    sv="Ingen plats har haft samma slag av händelse mer än en gång",
    en="No place has had the same kind of incident more than once",
)
MOST = Text(
    sv="Oftast {kind}: {count} av årets {total} händelser. Plats: {place}",
    en="Most often {kind}: {count} of the year’s {total} incidents. Place: {place}",
)
UNIT = Text(
    sv="Antal händelser per plats och slag. En tom ruta är ingen händelse. Platsen är evenemangets.",
    en="Incidents per place and kind. An empty cell is no incident. The place is the event’s.",
)
PLACE = Text(sv="Plats", en="Place")
NO_PLACE = Text(sv="Ingen plats angiven", en="No place given")
OTHER_PLACES = Text(sv="Övriga platser", en="Other places")
OTHER_KINDS = Text(sv="Övriga slag", en="Other kinds")


def card(scene: Scene) -> Card:
    """Return the card of places and kinds."""
    found = places_and_kinds(scene.rows)
    places = [_place(one, scene) for one in found.places]
    kinds = [_kind(one, scene) for one in found.kinds]
    figure = (
        scene.charts.places_figure(found, places, kinds, dark=scene.dark, language=scene.language)
        if found.kinds
        else None
    )
    return Card(
        key="plats-och-slag",
        finding=finding(found, scene),
        unit=scene.say(UNIT) if found.kinds else "",
        figure=figure,
        table=Table(
            (scene.say(PLACE), *kinds),
            tuple((place, *row) for place, row in zip(places, found.counts, strict=True)),
            on_page=len(kinds) + 1,
        ),
        bars=_bars(found, places, kinds),
        behind=lambda code: _behind(code, found, scene),
    )


def finding(found: PlacesAndKinds, scene: Scene) -> str:
    """Return what happens most often, and where."""
    count, place, kind = found.most
    if not count:
        return scene.say(NONE)
    if count == 1:
        return scene.say(ALL_ALIKE)
    return scene.say(MOST).format(
        kind=_kind(kind, scene).lower(),
        place=_place(place, scene),
        count=in_words(count, scene.language),
        total=scene.figures.incidents.incidents,
    )


def _place(place: str, scene: Scene) -> str:
    if place == REST:
        return scene.say(OTHER_PLACES)
    return scene.rows.places.get(place, place) if place else scene.say(NO_PLACE)


def _kind(kind: str, scene: Scene) -> str:
    words = {code: capital(text) for code, text in INCIDENT_TYPES.items()}
    return scene.say(next((text for code, text in words.items() if code == kind), OTHER_KINDS))


def _bars(found: PlacesAndKinds, places: list[str], kinds: list[str]) -> dict[str, str]:
    return {
        f"{place}.{kind}": f"{places[at]}: {kinds[beside]}"
        for at, place in enumerate(found.places)
        for beside, kind in enumerate(found.kinds)
        if found.counts[at][beside]
    }


def _behind(code: str, found: PlacesAndKinds, scene: Scene) -> Iterator[Record]:
    place, _, kind = code.rpartition(".")
    return (
        of_incident(one, scene)
        for one in scene.rows.incidents
        if found.cell_of(one, scene.rows) == (place, kind)
    )
