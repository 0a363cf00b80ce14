"""The zones of a place in words: measures, how many they hold, the ways out, where on the map."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.place import Place, Zone
from evenemang.domain.text import Text
from evenemang.flow.saying import number
from evenemang.pages.allowed import takes
from evenemang.pages.counting import Counted
from evenemang.pages.place_parts import zone_form
from evenemang.pages.settings_parts.office import Office, opened
from evenemang.pages.showing import escaped, plain

TITLE = Text(sv="Delområden", en="Zones")
NONE = Text(
    sv="Inga delområden än. Lägg till det första med ytor och utgångar, så kan beräkningar hämta dem.",
    en="No zones yet. Add the first with areas and exits, so that sums can draw on them.",
)
NEW_ZONE = Text(sv="Nytt delområde", en="New zone")
CHANGE = Text(sv="Ändra {name}", en="Change {name}")
MEASURED = Text(
    sv="{net} m² fri yta av {area} m², {density} per m², rymmer {holds}",
    en="{net} m² free of {area} m², {density} per m², holds {holds}",
)
WITH_NAME = Text(sv="{name}: {said}", en="{name}: {said}")
POSTED = Text(sv="högst {limit} enligt skylt", en="at most {limit} by the sign")
EXITS = Text(sv="Utgångar: {exits}. Tillsammans {width} m.", en="Exits: {exits}. Together {width} m.")
EXIT = Text(sv="{name} {width} m", en="{name} {width} m")
EXIT_NOTED = Text(sv="{name} {width} m ({note})", en="{name} {width} m ({note})")
NO_EXITS = Text(sv="Utgångar: inte angivna", en="Exits: not given")
ON_MAP = Text(sv="Läge (WGS 84): {lat}, {lon}", en="Position (WGS 84): {lat}, {lon}")
NO_POSITION = Text(sv="Läge på kartan: inte angivet", en="Position on the map: not given")
NORTH = Text(sv="N", en="N")
SOUTH = Text(sv="S", en="S")
EAST = Text(sv="Ö", en="E")
WEST = Text(sv="V", en="W")
INVENTED = Text(sv="Måtten är påhittade för exemplets skull.", en="The measures are made up for the example.")
DECIMALS = 4  # of a degree: about ten metres
PERSONS = Counted(Text(sv="1 person", en="1 person"), Text(sv="{count} personer", en="{count} persons"))
SOME_PERSONS = Text(sv="{count} personer", en="{count} persons")


def show(office: Office, place: Place) -> None:
    """Show the zones of a place."""
    st.header(office.say(TITLE), anchor=False)
    if place.invented_figures:
        st.caption(office.say(INVENTED))
    if not place.zones:
        st.write(office.say(NONE))
    else:
        with st.container(border=True, key="lista-delomraden", gap=None):
            for zone in place.zones:
                with st.container(key=f"rad-delomrade-{zone.id}", gap=None):
                    _zone(office, place, zone)
    _add(office, place)


def _zone(office: Office, place: Place, zone: Zone) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f"**{escaped(zone.name)}**", width="content")
        _change(office, place, zone)
    posted = "" if zone.posted_limit is None else f", {office.say(POSTED).format(limit=zone.posted_limit)}"
    st.markdown(escaped(f"{measures(office, zone)}{posted}"))
    st.markdown(escaped(_exits(office, zone)))
    st.caption(escaped(_position(office, zone)))
    if zone.note.strip():
        st.caption(escaped(zone.note))


@takes("set-zone")
def _change(office: Office, place: Place, zone: Zone) -> None:
    label = office.say(CHANGE).format(name=plain(zone.name))
    if st.button(label, key=f"andra-zon-{zone.id}", type="tertiary"):
        opened(zone_form.mark(place, zone))
        seen = office.version("place", place.id)
        st.dialog(label)(zone_form.show)(office, place, zone, seen)


@takes("set-zone")
def _add(office: Office, place: Place) -> None:
    label = office.say(NEW_ZONE)
    if st.button(label, key="ny-zon", icon=":material/add:", type="tertiary"):
        opened(zone_form.mark(place, None))
        st.dialog(label)(zone_form.show)(office, place, None, office.version("place", place.id))


def measures(office: Office, zone: Zone) -> str:
    """Return the areas of a zone and how many it holds."""
    return office.say(MEASURED).format(
        net=_figure(office, zone.net_m2),
        area=_figure(office, zone.area_m2),
        density=persons(office, zone.planning_density),
        holds=_figure(office, zone.holds),
    )


def with_name(office: Office, zone: Zone) -> str:
    """Return the name of a zone with its measures."""
    return office.say(WITH_NAME).format(name=zone.name, said=measures(office, zone))


def persons(office: Office, density: float) -> str:
    """Return a number of persons, whole or not: 1 person, 2 personer, 1,5 personer."""
    if float(density).is_integer():
        return PERSONS.say(int(density), office.language)
    return office.say(SOME_PERSONS).format(count=_figure(office, density))


def _figure(office: Office, figure: float) -> str:
    return number(figure, office.language, 0 if float(figure).is_integer() else 1)


def _exits(office: Office, zone: Zone) -> str:
    if not zone.exits:
        return office.say(NO_EXITS)
    told = [
        office.say(EXIT_NOTED if one.note.strip() else EXIT).format(
            name=one.name, width=_width(office, one.width_m), note=one.note
        )
        for one in zone.exits
    ]
    return office.say(EXITS).format(exits=", ".join(told), width=_width(office, zone.exit_width_m))


def _width(office: Office, metres: float) -> str:
    said = f"{metres:.2f}".rstrip("0").rstrip(".")
    return number(metres, office.language, len(said.partition(".")[2]))


def _position(office: Office, zone: Zone) -> str:
    if zone.lat is None or zone.lon is None:
        return office.say(NO_POSITION)

    def said(degrees: float, positive: Text, negative: Text) -> str:
        side = office.say(positive if degrees >= 0 else negative)
        return f"{number(abs(degrees), office.language, DECIMALS)}° {side}"

    return office.say(ON_MAP).format(lat=said(zone.lat, NORTH, SOUTH), lon=said(zone.lon, EAST, WEST))
