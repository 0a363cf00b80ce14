"""Underlag: what is known of the event, and which questions that leads to."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from evenemang.domain.text import Text
from evenemang.pages import ways
from evenemang.pages.basis import (
    areas,
    attachments,
    contacts,
    earlier,
    event,
    facts,
    moving,
    occasions,
    permits,
    places,
    secrecy,
    standing,
    timeplan,
)
from evenemang.pages.basis.parts import KEY, PARTS
from evenemang.pages.desk import Desk, show_refusal
from evenemang.pages.new_edition import listed
from evenemang.pages.showing import escaped

PART = Text(sv="Del av underlaget", en="Part of the basis")
COPIED = Text(
    sv="Ny upplaga. Följde med: {copied}. Följde inte med: {not_copied}.",
    en="New edition. Came along: {copied}. Did not come along: {not_copied}.",
)
CHANGES = Text(sv="Annorlunda den här gången: {changes}", en="Different this time: {changes}")

COMPARE = Text(sv="Jämför med förra upplagan", en="Compare with the last edition")


def render(desk: Desk) -> None:
    """Show one part at a time."""
    _edition(desk)
    chosen = st.segmented_control(
        desk.say(PART),
        list(PARTS),
        default=None if KEY in st.session_state else "evenemanget",  # a jump has chosen already
        required=True,
        format_func=lambda part: desk.say(PARTS[part]),
        key=KEY,
        label_visibility="collapsed",
        bind="query-params",
    )
    show_refusal()
    SHOWS[chosen or "evenemanget"](desk)


def _edition(desk: Desk) -> None:
    edition = desk.dossier.edition
    if edition is None:
        return
    copied = listed(edition.copied, desk.language)
    said = desk.say(COPIED).format(copied=copied, not_copied=listed(edition.not_copied, desk.language))
    st.info(said, icon=":material/event_repeat:")
    if edition.changes:
        st.caption(desk.say(CHANGES).format(changes=escaped(" · ".join(edition.changes))))
    ways.to_editions(desk.say(COMPARE), desk.dossier.id)


def _event(desk: Desk) -> None:
    earlier.from_list(desk)
    event.show(desk)
    places.show(desk)
    occasions.show(desk)
    earlier.show(desk)


def _facts(desk: Desk) -> None:
    left, right = st.columns([13, 8], gap="large")
    with left:
        facts.show(desk)
    with right:
        standing.show(desk)


def _areas(desk: Desk) -> None:
    left, right = st.columns([13, 8], gap="large")
    with left:
        areas.show(desk)
    with right:
        standing.show(desk)


SHOWS: dict[str, Callable[[Desk], None]] = {
    "evenemanget": _event,
    "uppgifter": _facts,
    "omraden": _areas,
    "kontakter": contacts.show,
    "tillstand": permits.show,
    "tidplan": timeplan.show,
    "bilagor": attachments.show,
    "sekretess": secrecy.show,
    "andra": moving.show,
}
