"""Ways to a dossier's step: links and jumps that keep the visit, instead of loading the app anew."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from evenemang.domain.text import Language, Text
from evenemang.flow.walking import stretch_of
from evenemang.pages.desk import Desk, show_refusal

READ_LIST = Text(sv="Läs in en lista över tidigare evenemang", en="Read a list of past events")
PAST_EVENTS = "las-in-lista"  # the address of the page that reads a list
CHANGED_REGISTERS = "andrade-register"  # the address of the page with registers' workbooks set aside
EDITIONS = "upplagor"  # the address of the page that compares an event's editions
PLACES = "platser"
ORGANISERS = "arrangorer"
MEETINGS, MEETING = "moten", "mote"  # the addresses of the meetings, and of one
REPORT = "arets-rapport"  # the address of the page with the report of a year
RETENTION = "gallring"  # the address of the page for removing by rule
REMOVE = Text(
    sv="Gallring: ta bort enligt kommunens regler", en="Retention: remove by the municipality's rules"
)
OWN = "egna"  # the address of an area's own questions


def page(path: str) -> st.Page:
    """Return a page as the navigation knows it, to link to; the navigation holds what it shows."""
    return st.Page(show_refusal, title=path, url_path=path)


def link(
    label: str,
    dossier: str,
    step: str | None = None,
    area: str | None = None,
    icon: str | None = None,
    **more: str,
) -> None:
    """Show a link to a dossier's step; `label` is Markdown, so text from people is escaped first."""
    query = {"id": dossier, "steg": step, "omrade": area, **more}
    there = {key: value for key, value in query.items() if value}
    st.page_link(page("arende"), label=label, icon=icon, query_params=there)


def to_risk(label: str, dossier: str, risk: str, icon: str | None = None) -> None:
    """Show a link to a risk's own row."""
    link(label, dossier, "risker", icon=icon, risk=risk)


def to_action(label: str, dossier: str, action: str) -> None:
    """Show a link to an action's own row."""
    link(label, dossier, "atgarder", atgard=action)


def to_question(label: str, desk: Desk, question: str, area: str) -> None:
    """Show a link to a question in the walk, in its own section; to the area where it is not asked."""
    own = any(one.id == question for one in desk.dossier.assessment.own_questions)
    stretch = stretch_of(question, desk.reading, desk.content)
    section = OWN if own else stretch.id if stretch else ""
    link(label, desk.dossier.id, "checklistor", area, avsnitt=section, fraga=question)


def to_history(label: str, dossier: str, field: str) -> None:
    """Show a link to what one field has been: assessment/answers/ID, risks/R1."""
    link(label, dossier, "historik", icon=":material/history:", falt=field)


def go(dossier: str, step: str | None = None, area: str | None = None) -> NoReturn:
    """Go to a dossier's step at once; ends the run."""
    query = {"id": dossier, "steg": step, "omrade": area}
    st.switch_page(page("arende"), query_params={key: value for key, value in query.items() if value})


def to_past_events(language: Language) -> None:
    """Show the way to the page that reads a list of past events."""
    if st.button(READ_LIST.say(language), icon=":material/upload_file:", type="tertiary", key="las-in-lista"):
        st.switch_page(page(PAST_EVENTS))


def to_retention(language: Language) -> None:
    """Show the way to what is to be removed by rule."""
    st.page_link(page(RETENTION), label=REMOVE.say(language), icon=":material/auto_delete:")


def to_report(label: str, year: int) -> None:
    """Show a link to the report of a year."""
    query = {"ar": str(year)}
    st.page_link(page(REPORT), label=label, icon=":material/article:", query_params=query)


def to_follow_up(label: str, year: int) -> None:
    """Show a link to the charts of a year."""
    query = {"ar": str(year)}
    st.page_link(page("uppfoljning"), label=label, icon=":material/finance:", query_params=query)


def to_new_edition(label: str, dossier: str) -> None:
    """Show a link to the form for the next edition of an event."""
    st.page_link(
        page("ny-upplaga"), label=label, icon=":material/event_repeat:", query_params={"id": dossier}
    )


def to_editions(label: str, dossier: str, against: str | None = None) -> None:
    """Show a link to an event's editions held against each other; `against` names the other one."""
    query = {"id": dossier, **({"mot": against} if against else {})}
    st.page_link(page(EDITIONS), label=label, icon=":material/compare_arrows:", query_params=query)


def to_place(label: str, place: str, icon: str | None = None) -> None:
    """Show a link to a place; `label` is Markdown, so text from people is escaped first."""
    st.page_link(page(PLACES), label=label, icon=icon, query_params={"id": place})


def to_organiser(label: str, organiser: str, icon: str | None = None) -> None:
    """Show a link to an organiser; `label` is Markdown, so text from people is escaped first."""
    st.page_link(page(ORGANISERS), label=label, icon=icon, query_params={"id": organiser})
