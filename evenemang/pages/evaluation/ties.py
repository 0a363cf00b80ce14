"""What a lesson is tied to, chosen among what its event has: where it comes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from evenemang.domain.lesson import Concerns
from evenemang.domain.text import Text
from evenemang.pages.desk import Desk
from evenemang.pages.evaluation.naming import (
    KIND,
    area_words,
    kind_words,
    organiser_words,
    place_words,
    question_words,
    zone_words,
)
from evenemang.pages.showing import escaped

Tie = Literal["question", "area", "place", "zone", "organiser", "kind"]
COMES_BACK = Text(
    sv="Kommer tillbaka bara där det här är likadant", en="Comes back only where this is the same"
)
EVERYWHERE = Text(
    sv="Utan något valt kommer den tillbaka vid alla evenemang.",
    en="With nothing chosen it comes back at every event.",
)
WORDS: Mapping[Tie, Text] = {
    "question": Text(sv="Frågan: {name}", en="The question: {name}"),
    "area": Text(sv="Riskområdet: {name}", en="The area: {name}"),
    "place": Text(sv="Platsen: {name}", en="The place: {name}"),
    "zone": Text(sv="Delområdet: {name}", en="The zone: {name}"),
    "organiser": Text(sv="Arrangören: {name}", en="The organiser: {name}"),
    "kind": Text(sv="Slaget: {name}", en="The kind: {name}"),
}


def choose(desk: Desk, proposed: Concerns, key: str) -> None:
    """Show what it can be tied to, with what is proposed chosen."""
    may = _may(desk, proposed)
    st.pills(
        desk.say(COMES_BACK),
        list(may),
        selection_mode="multi",
        default=[one for one in may if getattr(proposed, one)],
        format_func=lambda one: desk.say(WORDS[one]).format(name=escaped(may[one])),
        help=desk.say(EVERYWHERE),
        key=f"{key}-galler",
        on_change="ignore",
    )


def chosen(desk: Desk, proposed: Concerns, key: str) -> Concerns:
    """Return what it is tied to; a question says its area, and a zone its place."""
    ticked = set(st.session_state.get(f"{key}-galler") or ())
    whole = _whole(desk, proposed)
    said = {one: getattr(whole, one) for one in WORDS if one in ticked}
    if "question" in said:
        said.pop("area", None)
    if "zone" in said:
        said["place"] = whole.place
    return Concerns(**said)


def _whole(desk: Desk, proposed: Concerns) -> Concerns:
    """Return everything that it could be tied to."""
    event = desk.dossier.event
    kind = event.facts.get(KIND)
    return Concerns(
        question=proposed.question,
        area=proposed.area or (proposed.question or "").split(".", 1)[0] or None,
        place=proposed.place or event.place,
        zone=proposed.zone,
        organiser=event.organiser,
        kind=str(kind) if kind else None,
    )


def _may(desk: Desk, proposed: Concerns) -> dict[Tie, str]:
    whole = _whole(desk, proposed)
    names: dict[Tie, str] = {
        "question": question_words(desk, whole.question) if whole.question else "",
        "area": area_words(desk, whole.area) if whole.area else "",
        "place": place_words(desk, whole.place),
        "zone": zone_words(desk, whole.place, whole.zone) if whole.zone else "",
        "organiser": organiser_words(desk),
        "kind": kind_words(desk, whole.kind),
    }
    return {one: name for one, name in names.items() if name}
