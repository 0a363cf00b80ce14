"""The whole evaluation: counts, weather, care, what worked and what to change, and how each risk went."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.evaluation import Evaluation, WeatherSeen
from evenemang.domain.text import Text
from evenemang.flow.difference import picture
from evenemang.flow.journal import Json
from evenemang.flow.words import COUNT_METHODS, SURE, capitals
from evenemang.pages import foot
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, fresh
from evenemang.pages.evaluation import building, costs, happened, outcomes, sums, words
from evenemang.pages.evaluation.fields import Fields
from evenemang.pages.evaluation.trying import tell, tried
from evenemang.pages.limits import LIMIT
from evenemang.pages.on_site.zones import zones

WHOLE = Text(sv="Hela utvärderingen", en="The whole evaluation")
CHANGE_IT = Text(sv="Ändra utvärderingen", en="Change the evaluation")
COUNTS = Text(sv="Hur många kom?", en="How many came?")
HOW_SURE = Text(sv="Hur hög säkerhet har antalet?", en="How certain is the number?")
HOW = Text(sv="Om räkningen", en="About the count")
PEAK = Text(sv="Flest på en gång", en="Most at one time")
WHERE = Text(sv="Var var det som tätast?", en="Where was it most crowded?")
WHEN = Text(sv="När och hur", en="When and how")
WEATHER = Text(sv="Vilket väder?", en="What weather?")
FORECAST = Text(sv="Prognos", en="Forecast")
ACTUAL = Text(sv="Så blev det", en="What it became")
TEMPERATURE = Text(sv="Temperatur (°C)", en="Temperature (°C)")
GUST = Text(sv="Högsta byvind (m/s)", en="Highest gust (m/s)")
CARE = Text(sv="Hur många behövde vård?", en="How many needed care?")
CARE_COUNTED = Text(sv="Räknades de?", en="Were they counted?")
CARE_WORDS = {True: Text(sv="Räknades", en="Counted"), False: Text(sv="Räknades inte", en="Not counted")}
PATIENTS = Text(sv="Antal som fick vård", en="Number who were cared for")
TRANSPORTS = Text(sv="Varav till sjukhus", en="Of whom to hospital")
LEARNT = Text(sv="Vad tar ni med er?", en="What do you take with you?")
WORKED = Text(sv="Vad fungerade? En sak per rad.", en="What worked? One thing a line.")
TO_CHANGE = Text(
    sv="Vad ska göras annorlunda? En sak per rad.", en="What should be done differently? One thing a line."
)
SAVE = Text(sv="Spara hela utvärderingen", en="Save the whole evaluation")
METHOD_FIRST = Text(
    sv="Det är inte sparat. Säg hur besöken räknades, eller att de inte räknades.",
    en="It is not saved. Say how the visits were counted, or that they were not.",
)
FRAGMENT = "utvardering-hel"


@takes("evaluate")
def show(desk: Desk, *, primary: bool) -> None:
    """Show the whole form, folded; `primary` where it is what the person came for."""
    given = desk.dossier.evaluation is not None
    with st.expander(
        desk.say(CHANGE_IT if given else WHOLE), expanded=primary, icon=":material/edit_note:", key="hel"
    ):
        st.fragment(_form, key=FRAGMENT)(desk, primary)


def _form(desk: Desk, primary: bool) -> None:
    desk = fresh(desk)
    before = desk.dossier.evaluation
    fields = Fields(desk, f"hel-{desk.dossier.id}")
    foot.tell(FRAGMENT)
    with st.form(f"hel-{desk.dossier.id}", border=False, enter_to_submit=False):
        _counts(desk, fields, before)
        _weather(desk, fields, before)
        _care(desk, fields, before)
        outcomes.serious_risks(desk, fields, before)
        outcomes.actions(desk, fields, before)
        happened.show(desk)
        st.header(desk.say(LEARNT), anchor=False)
        st.caption(desk.say(LIMIT))
        fields.text_area("worked", WORKED, "\n".join(before.worked) if before else "")
        fields.text_area("change", TO_CHANGE, "\n".join(before.change) if before else "")
        costs.show(desk, fields, before)
        outcomes.other_risks(desk, fields, before)
        st.form_submit_button(
            desk.say(SAVE),
            key="spara-hel",
            type="primary" if primary else "secondary",
            on_click=_save,
            args=(desk, fields, picture(desk.dossier, "evaluation")),
        )


def _counts(desk: Desk, fields: Fields, before: Evaluation | None) -> None:
    visitors = before.visitors if before else None
    peak = before.peaks[0] if before and before.peaks else None
    st.header(desk.say(COUNTS), anchor=False)
    sums.show(desk)
    fields.count("visitors", words.VISITORS, visitors.total if visitors else sums.whole(desk))
    fields.pills("method", words.METHOD, capitals(COUNT_METHODS), visitors.method if visitors else None)
    fields.pills("sure", HOW_SURE, capitals(SURE), visitors.sure if visitors else None)
    fields.text("visitors_note", HOW, visitors.note if visitors else "")
    left, middle, right = st.columns(3, vertical_alignment="bottom")
    with left:
        fields.count("peak", PEAK, peak.people if peak else None)
    with middle:
        fields.choice("peak_zone", WHERE, zones(desk), peak.zone if peak else None)
    with right:
        fields.text("peak_note", WHEN, peak.note if peak else "")


def _weather(desk: Desk, fields: Fields, before: Evaluation | None) -> None:
    weather = before.weather if before else None
    st.header(desk.say(WEATHER), anchor=False)
    nothing = WeatherSeen()
    seen = {
        "forecast": (FORECAST, (weather.forecast if weather else None) or nothing),
        "actual": (ACTUAL, (weather.actual if weather else None) or nothing),
    }
    for name, (label, found) in seen.items():
        words_at, temperature, gust = st.columns([2, 1, 1], vertical_alignment="bottom")
        with words_at:
            fields.text(name, label, found.text)
        with temperature:
            fields.number(f"{name}_temperature", TEMPERATURE, found.temperature_c, lowest=-60)
        with gust:
            fields.number(f"{name}_gust", GUST, found.gust_m_s, lowest=0)


def _care(desk: Desk, fields: Fields, before: Evaluation | None) -> None:
    medical = before.medical if before else None
    st.header(desk.say(CARE), anchor=False)
    counted, patients, transports = st.columns([2, 1, 1], vertical_alignment="bottom")
    with counted:
        fields.pills("medical", CARE_COUNTED, CARE_WORDS, medical.counted if medical else None)
    with patients:
        fields.count("patients", PATIENTS, medical.patients if medical else None)
    with transports:
        fields.count("transports", TRANSPORTS, medical.transports if medical else None)


def _save(desk: Desk, fields: Fields, shown: Json) -> None:
    said = fields.said()
    said["risk"], said["risk_note"] = outcomes.said(fields, "risk", (one.id for one in desk.dossier.risks))
    said["action"], said["action_note"] = outcomes.said(
        fields, "action", (one.id for one in desk.dossier.actions)
    )
    if said.get("method") is None:
        tell(desk, METHOD_FIRST)
    elif tried(desk, lambda: building.evaluation(said, desk.dossier, shown)):
        st.rerun()
    st.rerun([FRAGMENT])
