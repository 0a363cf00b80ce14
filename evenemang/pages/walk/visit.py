"""Where in the walk a person stands: read from the address, and handed to every part of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st

from evenemang.domain.place import Place
from evenemang.flow.recalling.questions import AllRemembered, remembered
from evenemang.flow.recording import functions
from evenemang.flow.walking import Stretch, stretches
from evenemang.pages.desk import AT_ONCE, Desk, fresh
from evenemang.pages.ways import OWN

ELSEWHERE = "ej-installerade"  # the address of the areas that are not installed here
AREA, STRETCH = "omrade", "avsnitt"


@dataclass(frozen=True)
class Visit:
    """One look at the walk: the desk, the area and the stretch, and what is looked up once for all parts."""

    desk: Desk
    area: str | None  # None: no area is taken
    stretch: Stretch | None  # None: the group's own questions, or the areas not installed
    names: Mapping[str, str]  # posts by id, in words
    places: tuple[Place, ...]
    remembered: AllRemembered  # what earlier events say, by question

    def now(self) -> Visit:
        """Return the same look with the newest version of the dossier: fragments start with this."""
        desk = fresh(self.desk, within=AT_ONCE)
        return self if desk is self.desk else replace(self, desk=desk)

    def may(self, verb: str) -> bool:
        """Whether who looks may do a verb here."""
        return self.desk.may(verb)

    def who(self, name: str) -> str:
        """Return a post's title; a person's name stays as typed."""
        return self.names.get(name, name)


def visit(desk: Desk) -> Visit:
    """Return where the address leads; an address that leads nowhere leads to the first area."""
    area = _area(desk)
    return Visit(
        desk=desk,
        area=area,
        stretch=_stretch(desk, area),
        names={key: one.short for key, one in functions(desk.house.workspace).items()},
        places=_places(desk),
        remembered=remembered(desk.house.workspace, desk.actor, desk.dossier),
    )


def stretch_now(desk: Desk) -> Stretch | None:
    """Return the stretch that the address leads to by this desk; nothing else is looked up."""
    return _stretch(desk, _area(desk))


def go(area: str, stretch: str | None = None) -> None:
    """Write another area and stretch in the address; the page follows at its next run."""
    st.query_params[AREA] = area
    if stretch is None:
        st.query_params.pop(STRETCH, None)
    else:
        st.query_params[STRETCH] = stretch


def areas(desk: Desk) -> tuple[str, ...]:
    """Return what the list of areas holds: those asked here, and one line for those not installed."""
    elsewhere = desk.not_asked_here or desk.reading.not_installed
    return (*desk.reading.asked, *((ELSEWHERE,) if elsewhere else ()))


def _area(desk: Desk) -> str | None:
    known = areas(desk)
    asked = st.query_params.get(AREA)
    if asked in known:
        return asked
    if asked in desk.reading.not_installed:
        return ELSEWHERE
    return known[0] if known else None


def _stretch(desk: Desk, area: str | None) -> Stretch | None:
    if area is None or area == ELSEWHERE or st.query_params.get(STRETCH) == OWN:
        return None
    found = stretches(desk.content.areas[area], desk.reading.asked[area])
    asked = st.query_params.get(STRETCH)
    return next((one for one in found if one.holds(asked or "")), found[0] if found else None)


def _places(desk: Desk) -> tuple[Place, ...]:
    event = desk.dossier.event
    ids = dict.fromkeys(
        [*(zone.split("/")[0] for zone in event.zones), *([event.place] if event.place else [])]
    )
    found = (desk.house.workspace.place(one) for one in ids)
    return tuple(one for one in found if one)
