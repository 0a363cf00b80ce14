"""Choosing an organiser or a place from the registers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

import streamlit as st

from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place
from evenemang.domain.text import Language, Text
from evenemang.pages.held import hold
from evenemang.pages.house import House

UNKNOWN = Text(sv="Vet inte än", en="Not known yet")


def organisers(house: House) -> dict[str, Organiser]:
    """Return the organisers by id, in the order of their names."""
    found = [cast(Organiser, one.record) for one in house.workspace.store.all("organiser")]
    return {one.id: one for one in sorted(found, key=lambda one: one.name.casefold())}


def places(house: House) -> dict[str, Place]:
    """Return the places by id, in the order of their names."""
    found = [cast(Place, one.record) for one in house.workspace.store.all("place")]
    return {one.id: one for one in sorted(found, key=lambda one: one.name.casefold())}


def choose(
    label: str,
    names: Mapping[str, str],
    chosen: str | None,
    *,
    language: Language,
    key: str,
    on_change: Callable[[], None] | None = None,
) -> str | None:
    """Show a choice among records by name; None where it is not known yet.

    With `on_change` the choice is kept at once, and what is stored is what is shown.
    """
    ids = list(names)
    return st.selectbox(
        label,
        ids,
        index=ids.index(chosen) if chosen and chosen in names and not on_change else None,
        format_func=names.__getitem__,
        placeholder=UNKNOWN.say(language),
        key=hold(key, chosen if chosen in names else None) if on_change else key,
        on_change=on_change or "rerun",
    )
