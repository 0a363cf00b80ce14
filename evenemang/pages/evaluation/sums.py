"""How many came by the occasions, and what the organiser says: beside the field, for a person to judge."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.occasions import visits_so_far
from evenemang.flow.organiser_says import visits_said
from evenemang.flow.saying import number
from evenemang.pages.desk import Desk

SUM = Text(
    sv="Tillfällena ger {total} besök ({count} av {every} räknade).",
    en="The occasions give {total} visits ({count} of {every} counted).",
)
BY_OCCASION = Text(
    sv="Arrangörens tillfällen ger {total} besök ({count} av {every} räknade).",
    en="The organiser's occasions give {total} visits ({count} of {every} counted).",
)
ORGANISER = Text(sv="Arrangören säger {total} besök.", en="The organiser says {total} visits.")


def show(desk: Desk) -> None:
    """Show both, where there is anything to show."""
    told = " ".join(_told(desk))
    if told:
        st.caption(told)


def _told(desk: Desk) -> Iterator[str]:
    total, count = visits_so_far(desk.dossier)
    if count:
        every = len(desk.dossier.event.each_occasion())
        yield desk.say(SUM).format(total=number(total, desk.language), count=count, every=every)
    told = desk.dossier.organiser_evaluation
    by_occasion = visits_said(told)
    if by_occasion:
        every, total = len(desk.dossier.event.each_occasion()), sum(by_occasion.values())
        said = {"total": number(total, desk.language), "count": len(by_occasion), "every": every}
        yield desk.say(BY_OCCASION).format(**said)
    if told and told.visitors is not None:
        yield desk.say(ORGANISER).format(total=number(told.visitors, desk.language))


def whole(desk: Desk) -> int | None:
    """Return the sum where every occasion was counted; a part of it would pass for the whole."""
    total, count = visits_so_far(desk.dossier)
    return total if count and count == len(desk.dossier.event.each_occasion()) else None
