"""The calendar of the year: what is held when, and what competes for a place, guards or ambulances."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.flow.saying import day, in_words, listed
from evenemang.flow.words import sentence
from evenemang.flow.year_calendar import Calendar, Reason, Stretch, calendar
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_event
from evenemang.pages.follow_up_parts.scene import Scene
from evenemang.pages.periods import between

NOTHING = Text(sv="Inga evenemang har någon dag {year}", en="No event has a day in {year}")
NONE = Text(
    sv="Inga evenemang krockar om plats, ordningsvakter eller ambulans",
    en="No events compete for a place, guards or an ambulance",
)
ONE = Text(
    sv="En dag krockar evenemang om plats, ordningsvakter eller ambulans",
    en="On one day, events compete for a place, guards or an ambulance",
)
SOME = Text(
    sv="{count} dagar krockar evenemang om plats, ordningsvakter eller ambulans",
    en="On {count} days, events compete for a place, guards or an ambulance",
)
UNIT = Text(
    sv="Antal evenemang per dag, också de som inte har varit än. Krock: minst två samma dag som har samma "
    "plats, som båda kräver ordningsvakter, eller som båda behöver ambulans enligt sin beräkning.",
    en="Events per day, those to come too. Clash: at least two on the same day that have the same place, "
    "that both require guards, or that both need an ambulance by their calculation.",
)
HEADING = (
    Text(sv="Dagar", en="Days"),
    Text(sv="Antal", en="Number"),
    Text(sv="Evenemang", en="Events"),
    Text(sv="Krock", en="Clash"),
)
REASONS: dict[Reason, Text] = {
    "place": Text(sv="samma plats", en="same place"),
    "guards": Text(sv="ordningsvakter", en="guards"),
    "ambulance": Text(sv="ambulans", en="ambulance"),
    "day": Text(sv="samma dag", en="same day"),
}


def card(scene: Scene) -> Card:
    """Return the card of the calendar."""
    found = calendar(scene.rows)
    return Card(
        key="kalender",
        finding=finding(found, scene),
        unit=scene.say(UNIT) if found.held else "",
        figure=scene.charts.calendar_figure(found, scene.dark, scene.language) if found.held else None,
        table=Table(
            tuple(scene.say(one) for one in HEADING), tuple(_row(one, scene) for one in found.stretches)
        ),
        bars={one.isoformat(): day(one, scene.language) for one in found.held},
        behind=lambda code: (
            of_event(event, "underlag")
            for one in found.stretches
            if one.first.isoformat() <= code <= one.last.isoformat()
            for event in one.events
        ),
    )


def finding(found: Calendar, scene: Scene) -> str:
    """Return on how many days events compete for what there is little of."""
    count = len(found.contested)
    if not found.held:
        return scene.say(NOTHING).format(year=found.year)
    if not count:
        return scene.say(NONE)
    said = scene.say(ONE if count == 1 else SOME).format(count=in_words(count, scene.language))
    return sentence(said)


def _row(one: Stretch, scene: Scene) -> tuple[str | int | None, ...]:
    why = [scene.say(REASONS[reason]) for reason in one.reasons]
    names = listed([event.name for event in one.events], scene.language)
    return between(one.first, one.last, scene.language), len(one.events), names, ", ".join(why) or None
