"""One occasion: whether anything happened, what, and how many came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import streamlit as st

from evenemang.domain.evaluation import OccasionReview, occasion_id
from evenemang.domain.event import Occasion
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.difference import picture
from evenemang.flow.journal import Json
from evenemang.flow.occasions import ReviewOccasions, incidents_by_occasion
from evenemang.flow.organiser_says import visits_said
from evenemang.flow.saying import MONTHS, number
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.evaluation.fields import MOST
from evenemang.pages.evaluation.trying import tried
from evenemang.pages.periods import WEEKDAYS, weekday
from evenemang.pages.showing import escaped

HELD = Text(sv="{day} kl. {starts}–{ends}", en="{day}, {starts}–{ends}")
HAPPENED = {
    False: Text(sv="Inget hände", en="Nothing happened"),
    True: Text(sv="Något hände", en="Something did"),
}
DID_IT = Text(sv="Hände något?", en="Did anything happen?")
WHAT = Text(sv="Vad hände? Inga namn eller sjukdomar.", en="What happened? No names or illnesses.")
VISITS = Text(sv="Antal besök (lämna tomt om ingen räknade)", en="Visits (leave empty if nobody counted)")
ORGANISER = Text(sv="Arrangören säger {count} besök.", en="The organiser says {count} visits.")
SAVE = Text(sv="Spara tillfället", en="Save the occasion")
LOG = Text(sv="Logga som händelse på plats", en="Log it as an incident on site")


def named(desk: Desk, one: Occasion) -> str:
    """Return an occasion as people know it: fredag 24 november 2023 kl. 16:00–20:00."""
    when = weekday(one.date, desk.language)
    return desk.say(HELD).format(day=when, starts=one.starts, ends=one.ends)


def in_short(desk: Desk, occasions: Iterable[Occasion]) -> dict[str, str]:
    """Return a few letters for each occasion, with the time where a day has several: fre 24 nov."""
    found = list(occasions)
    days = Counter(one.date for one in found)
    return {occasion_id(one): _short(desk, one, alone=days[one.date] == 1) for one in found}


def _short(desk: Desk, one: Occasion, *, alone: bool) -> str:
    weekday_word = WEEKDAYS[desk.language][one.date.weekday()][:3]
    month = MONTHS[desk.language][one.date.month - 1][:3]
    said = f"{weekday_word} {one.date.day} {month}"
    return said if alone else f"{said} {one.starts}"


def form(desk: Desk, one: Occasion, fragment: str, *, happened: bool | None) -> None:
    """Show the fields of an occasion; `happened` where it is already said that something did."""
    occasion = occasion_id(one)
    before = next((each for each in desk.dossier.occasion_reviews if each.id == occasion), None)
    key = f"tillfalle-{desk.dossier.id}-{occasion}"
    with st.form(f"blankett-{key}", enter_to_submit=False):
        st.markdown(f"**{escaped(named(desk, one))}**")
        for incident in incidents_by_occasion(desk.dossier).get(occasion, ()):
            st.markdown(f"- {escaped(f'{incident.id} {incident.what}')}")
        if happened is None:
            st.pills(
                desk.say(DID_IT),
                list(HAPPENED),
                default=before.happened if before else None,
                format_func=lambda said: desk.say(HAPPENED[said]),
                key=f"{key}-hande",
            )
        _words(desk, before, key)
        said = visits_said(desk.dossier.organiser_evaluation).get(occasion)
        if said is not None:
            st.caption(desk.say(ORGANISER).format(count=number(said, desk.language)))
        seen = picture(desk.dossier, f"occasion_reviews/{occasion}")
        st.form_submit_button(
            desk.say(SAVE),
            key=f"{key}-spara",
            on_click=_save,
            args=(desk, occasion, happened, seen, fragment),
        )
    if happened:
        ways.link(desk.say(LOG), desk.dossier.id, "plats", icon=":material/arrow_forward:")


def _words(desk: Desk, before: OccasionReview | None, key: str) -> None:
    st.text_area(
        desk.say(WHAT), before.note if before else "", key=f"{key}-vad", height=80, max_chars=LONGEST_TEXT
    )
    st.number_input(
        desk.say(VISITS),
        min_value=0,
        max_value=MOST,
        value=before.visitors if before else None,
        step=1,
        key=f"{key}-besok",
    )


def _save(  # what a button hands on
    desk: Desk, occasion: str, happened: bool | None, seen: Json, fragment: str
) -> None:
    key = f"tillfalle-{desk.dossier.id}-{occasion}"
    said = bool(st.session_state.get(f"{key}-hande")) if happened is None else happened
    if tried(
        desk,
        lambda: ReviewOccasions(
            occasions=(occasion,),
            happened=said,
            visitors=st.session_state.get(f"{key}-besok"),
            note=str(st.session_state.get(f"{key}-vad") or ""),
            seen=seen,
        ),
    ):
        st.rerun()
    st.rerun([fragment])
