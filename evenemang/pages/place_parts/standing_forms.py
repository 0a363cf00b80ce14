"""The forms for the standing picture: a look on site in two fields, a measure, a risk, a new judgement."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Literal

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import ChangedMeanwhile
from evenemang.domain.matrix import Scale
from evenemang.domain.place import Place, StandingMeasure, StandingRisk
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.listing import DossierRow
from evenemang.flow.standing_picture import (
    VERB,
    Judged,
    MeasureSaid,
    NewStandingRisk,
    add_standing_measure,
    add_standing_risk,
    change_standing_measure,
    judge_standing_risk,
    verify_standing_measure,
)
from evenemang.pages import refusing
from evenemang.pages.new_dossier import DAY_FORMAT
from evenemang.pages.people import people_of
from evenemang.pages.settings_parts.office import SAVE, Office
from evenemang.pages.showing import CHOOSE, escaped

WHEN = Text(sv="Vilken dag?", en="Which day?")
SAW = Text(sv="Hur såg det ut?", en="How did it look?")
SAW_HINT = Text(sv="Pollaren uppe och låst", en="The bollard up and locked")
TITLE = Text(sv="Vad gäller? En mening.", en="What stands? One sentence.")
RISK_TITLE = Text(sv="Vad kan gå fel? En mening.", en="What can go wrong? One sentence.")
ZONE = Text(sv="Delområde", en="Zone")
QUESTION = Text(sv="Vid vilken fråga ska det visas?", en="At which question is it to be shown?")
HOW = Text(sv="Hur är det gjort?", en="How is it done?")
OWNER = Text(sv="Ansvarig", en="Owner")
DECIDED = Text(sv="Beslutad", en="Decided")
DONE = Text(sv="Klar (lämna tom om den inte är det)", en="Done (leave empty if it is not)")
ENDED = Text(sv="Gäller inte längre från", en="No longer stands from")
ENDED_WHY = Text(sv="Varför gäller den inte längre?", en="Why does it no longer stand?")
FOUND_AT = Text(sv="Funnen vid evenemanget (om något)", en="Found at the event (if any)")
NO_EVENT = Text(sv="Inget evenemang", en="No event")
BECAUSE = Text(sv="Varför bedöms den så?", en="Why is it judged so?")
INCOMPLETE = Text(
    sv="Fyll i mening, delområde, fråga och ansvarig.", en="Fill in sentence, zone, question and owner."
)
INCOMPLETE_RISK = Text(
    sv="Fyll i mening, delområde, fråga, båda stegen och varför.",
    en="Fill in sentence, zone, question, both steps and why.",
)
INCOMPLETE_JUDGEMENT = Text(sv="Välj båda stegen och skriv varför.", en="Choose both steps and write why.")
SAW_NOTHING = Text(sv="Skriv hur det såg ut.", en="Write how it looked.")


def verify(office: Office, place: Place, one: StandingMeasure) -> None:
    """Show the form for a look on site: today, and what was seen."""
    st.markdown(escaped(one.title))
    today = office.workspace.now().date()
    on = _day(office, WHEN, today, f"kontroll-{one.id}", max_value=today) or today
    how = st.text_area(
        office.say(SAW),
        max_chars=LONGEST_TEXT,
        height=100,
        placeholder=office.say(SAW_HINT),
        key=f"sag-{one.id}",
    )
    if st.button(office.say(SAVE), key="spara-kontroll", type="primary"):
        if not how.strip():
            st.error(office.say(SAW_NOTHING))
        else:
            _keep(
                office,
                lambda by: verify_standing_measure(
                    office.workspace, place.id, one.id, by, on=on, how=how.strip()
                ),
            )


def measure(office: Office, place: Place, one: StandingMeasure | None) -> None:
    """Show the form for a standing measure, or for a new one."""
    mark = one.id if one else "ny"
    said = _measure_fields(office, place, one, mark)
    if not st.button(office.say(SAVE), key=f"spara-atgard-{mark}", type="primary"):
        return
    if not (said["title"].strip() and said["zone"] and said["question"] and said["owner"]):
        st.error(office.say(INCOMPLETE))
        return
    whole = MeasureSaid.model_validate(said)
    if one is None:
        _keep(office, lambda by: add_standing_measure(office.workspace, place.id, whole, by))
    else:
        before = one

        def change(by: Actor) -> Place:
            return change_standing_measure(office.workspace, place.id, before.id, whole, by, seen=before)

        _keep(office, change)


def _measure_fields(office: Office, place: Place, one: StandingMeasure | None, mark: str) -> dict[str, Any]:
    today = office.workspace.now().date()
    said: dict[str, Any] = {
        "title": st.text_input(
            office.say(TITLE), value=one.title if one else "", max_chars=LONGEST_TEXT, key=f"mening-{mark}"
        ),
        "zone": _zone(office, place, one.zone if one else None, mark),
        "question": _question(office, one.question if one else None, mark),
        "how": st.text_area(
            office.say(HOW),
            value=one.how if one else "",
            max_chars=LONGEST_TEXT,
            height=100,
            key=f"gjord-{mark}",
        ),
        "owner": people_of(office.house).choose(
            office.say(OWNER), one.owner if one else None, office.language, f"ansvarig-{mark}"
        ),
        "decided_on": _day(office, DECIDED, one.decided_on if one else today, f"beslutad-{mark}") or today,
        "done_on": _day(office, DONE, one.done_on if one else None, f"klar-{mark}"),
    }
    if one:
        said["ended_on"] = _day(office, ENDED, one.ended_on, f"slut-{mark}")
        said["ended_because"] = st.text_input(
            office.say(ENDED_WHY), value=one.ended_because, max_chars=LONGEST_TEXT, key=f"slutvarfor-{mark}"
        )
    return said


def risk(office: Office, place: Place, events: tuple[DossierRow, ...]) -> None:
    """Show the form for a new standing risk; `events` are those it may have been found at."""
    names = {row.id: row.name for row in events}
    said: dict[str, Any] = {
        "title": st.text_input(office.say(RISK_TITLE), max_chars=LONGEST_TEXT, key="mening-ny-risk"),
        "zone": _zone(office, place, None, "ny-risk"),
        "question": _question(office, None, "ny-risk"),
    }
    if names:
        said["found_at"] = st.selectbox(
            office.say(FOUND_AT),
            list(names),
            index=None,
            format_func=names.__getitem__,
            placeholder=office.say(NO_EVENT),
            key="funnen-ny-risk",
        )
    said |= _judgement(office, "ny-risk", None)
    if not st.button(office.say(SAVE), key="spara-risk", type="primary"):
        return
    needed = ("zone", "question", "likelihood", "consequence")
    if not (said["title"].strip() and said["because"].strip() and all(said[one] for one in needed)):
        st.error(office.say(INCOMPLETE_RISK))
        return
    new = NewStandingRisk.model_validate(said)
    _keep(office, lambda by: add_standing_risk(office.workspace, place.id, new, by))


def judge(office: Office, place: Place, one: StandingRisk) -> None:
    """Show the form for a new judgement; the last one is where it begins."""
    st.markdown(escaped(one.title))
    said = _judgement(office, one.id, one)
    if not st.button(office.say(SAVE), key=f"spara-bedomning-{one.id}", type="primary"):
        return
    if not (said["because"].strip() and said["likelihood"] and said["consequence"]):
        st.error(office.say(INCOMPLETE_JUDGEMENT))
        return
    judged = Judged.model_validate(said)
    _keep(
        office,
        lambda by: judge_standing_risk(office.workspace, place.id, one.id, judged, by, seen=one.now),
    )


def _judgement(office: Office, mark: str, one: StandingRisk | None) -> dict[str, Any]:
    matrix = office.content.matrix
    return {
        "likelihood": _step(office, matrix.likelihood, one.now.likelihood if one else None, f"s-{mark}"),
        "consequence": _step(office, matrix.consequence, one.now.consequence if one else None, f"k-{mark}"),
        "because": st.text_area(
            office.say(BECAUSE), max_chars=LONGEST_TEXT, height=100, key=f"darfor-{mark}"
        ),
    }


Step = Literal[1, 2, 3, 4, 5]
STEPS: tuple[Step, ...] = (1, 2, 3, 4, 5)


def _step(office: Office, scale: Scale, chosen: int | None, key: str) -> int | None:
    return st.selectbox(
        office.say(scale.title),
        STEPS,
        index=chosen - 1 if chosen else None,
        format_func=lambda step: f"{step} {office.say(scale.word(step))}",
        placeholder=office.say(CHOOSE),
        key=key,
    )


def _zone(office: Office, place: Place, chosen: str | None, mark: str) -> str | None:
    names = {zone.id: zone.name for zone in place.zones}
    return st.selectbox(
        office.say(ZONE),
        list(names),
        index=list(names).index(chosen) if chosen in names else None,
        format_func=names.__getitem__,
        placeholder=office.say(CHOOSE),
        key=f"delomrade-{mark}",
    )


def _question(office: Office, chosen: str | None, mark: str) -> str | None:
    """Show a choice among the questions installed; one that is not stays chosen by its code."""
    names = {
        question.id: f"{office.say(area.title)}: {office.say(question.ask)}"
        for area in office.content.areas.values()
        for question in area.questions()
    }
    if chosen is not None:
        names.setdefault(chosen, chosen)
    return st.selectbox(
        office.say(QUESTION),
        list(names),
        index=list(names).index(chosen) if chosen in names else None,
        format_func=names.__getitem__,
        placeholder=office.say(CHOOSE),
        key=f"fraga-{mark}",
    )


def _day(
    office: Office, label: Text, chosen: date | None, key: str, max_value: date | None = None
) -> date | None:
    return st.date_input(office.say(label), value=chosen, max_value=max_value, format=DAY_FORMAT, key=key)


def _keep(office: Office, deed: Callable[[Actor], object]) -> None:
    """Do a deed and close; a clash is told with both sides, and nothing is saved then."""
    try:
        done = office.do(deed, VERB)
    except ChangedMeanwhile as clash:
        refusing.tell(clash, office.language, VERB)
        return
    if done:
        st.rerun(scope="app")
