"""Inställningar: what the municipality decides itself, each change in a journal with a way back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.text import Language, Text
from evenemang.pages import noticed, ways
from evenemang.pages.house import House
from evenemang.pages.settings_parts import grounds, lead_times, municipality, norms, posts
from evenemang.pages.settings_parts.office import Office

TITLE = Text(sv="Inställningar", en="Settings")
ABOUT = Text(
    sv="Det som kommunen bestämmer själv, i stället för det som följer med programmet. "
    "Varje ändring sparas med vem, när, från och till.",
    en="What the municipality decides itself, instead of what comes with the program. "
    "Each change is kept with who, when, from and to.",
)
READS = Text(
    sv="Du kan läsa inställningarna. Namn, funktioner, tider och normer ändras av en administratör.",
    en="You may read the settings. Name, posts, times and norms are changed by an administrator.",
)
NOT_YOURS = Text(
    sv="Inställningarna läses av kommunens egna. Det som rör ärendet du är gäst i står i ärendet.",
    en="The settings are read by the municipality's own. What concerns your dossier stands in it.",
)
CHOOSE = Text(sv="Del av inställningarna", en="Part of the settings")
KEY = "del"
PARTS: dict[str, tuple[Text, Callable[[Office], None]]] = {
    "kommunen": (Text(sv="Kommunen", en="The municipality"), municipality.show),
    "funktioner": (Text(sv="Funktioner", en="Posts"), posts.show),
    "tider": (Text(sv="Lokala tider", en="Local times"), lead_times.show),
    "normer": (Text(sv="Egna normer", en="Own norms"), norms.show),
    "platser": (Text(sv="Platser", en="Places"), grounds.places),
    "arrangorer": (Text(sv="Arrangörer", en="Organisers"), grounds.organisers),
}


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the page."""
    st.title(TITLE.say(language), anchor=False)
    access = house.workspace.access
    if actor is not None and access.sees(actor) is not None:
        st.info(NOT_YOURS.say(language))
        return
    st.write(ABOUT.say(language))
    house.workspace.prevailing.forget()  # here what another process has just set is shown at once
    office = Office(house, language, actor)
    noticed.show()
    if not office.may("name-municipality"):
        st.caption(READS.say(language))
    words = {title.say(language): part for part, (title, _) in PARTS.items()}
    chosen = st.segmented_control(
        CHOOSE.say(language),
        list(words),
        default=next(iter(words)),
        required=True,
        label_visibility="collapsed",
        key=KEY,
        bind="query-params",
    )
    PARTS[words[chosen]][1](office)
    if office.may("remove-by-rule"):
        ways.to_retention(language)
