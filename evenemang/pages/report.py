"""The report of a year: read it, see the records behind each number, take it along as a file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import Refused
from evenemang.domain.text import Language, Text
from evenemang.flow.report.assembling import report_of
from evenemang.flow.report.parts import Paragraph, Records, Report
from evenemang.flow.report.shortening import shortened
from evenemang.pages import ways
from evenemang.pages.follow_up_parts.choices import asked_year, known_years
from evenemang.pages.house import House
from evenemang.pages.showing import escaped

TITLE = Text(sv="Årets rapport", en="The year’s report")
WHAT = Text(
    sv="Texten till styrelsen, gjord av årets ärenden: bara det som är öppet står i den. Varje tal leder "
    "till posterna bakom det. Läs igenom den innan du lämnar den vidare.",
    en="The text for the board, made from the year’s dossiers: only what is open is in it. Every number "
    "leads to the records behind it. Read it through before you hand it on.",
)
NOT_YOURS = Text(
    sv="Rapporten gäller hela årets arbete och visas bara för gruppen. Dina ärenden finns under Ärenden.",
    en="The report is about the whole year’s work and is shown to the group only. Your dossiers are under "
    "Dossiers.",
)
YEAR = Text(sv="År", en="Year")
CHARTS = Text(
    sv="Diagrammen för {year} finns under Uppföljning", en="The charts of {year} are under Follow-up"
)
SHOW = Text(sv="Visa {count} poster", en="Show {count} records")
SHOW_ONE = Text(sv="Visa 1 post", en="Show 1 record")
FILES = {
    "docx": (Text(sv="Hämta som Word", en="Download as Word"), ":material/edit_document:"),
    "pdf": (Text(sv="Hämta som PDF", en="Download as PDF"), ":material/picture_as_pdf:"),
    "xlsx": (Text(sv="Hämta tabellerna i Excel", en="Download the tables in Excel"), ":material/table:"),
    "md": (Text(sv="Hämta som text", en="Download as text"), ":material/notes:"),
}
MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "md": "text/markdown",
}
CHOSEN = "rapport-ar"


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the page; the year is in the address."""
    if actor is not None and house.workspace.access.sees(actor) is not None:
        st.title(TITLE.say(language), anchor=False)
        st.info(NOT_YOURS.say(language))
        return
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(TITLE.say(language), anchor=False, width="content")
        year = _year(house, language)
    st.caption(WHAT.say(language))
    try:
        report = report_of(house.workspace, year, language)
    except Refused as refused:
        st.info(escaped(refused.say(language)))
        return
    _downloads(house, report)
    _text(report)
    ways.to_follow_up(CHARTS.say(language).format(year=year), year)
    st.header(report.word("records"), anchor=False)
    for one in report.records:
        _list(one, report)


def _year(house: House, language: Language) -> int:
    """Show the choice of a year, and return the one of the address."""
    known = known_years(house)
    year = asked_year(house, known)
    if st.session_state.get(CHOSEN) != year:
        st.session_state[CHOSEN] = year
    st.selectbox(
        YEAR.say(language),
        known,
        key=CHOSEN,
        on_change=_to_address,
        width=120,
        filter_mode=None,
    )
    return year


def _to_address() -> None:
    st.query_params["ar"] = str(st.session_state[CHOSEN])


def _downloads(house: House, report: Report) -> None:
    """Show a button for each kind of file; it is written when it is asked for."""
    with st.container(horizontal=True):
        for kind, (called, icon) in FILES.items():
            st.download_button(
                called.say(report.language),
                data=partial(house.report_file, report, kind),
                file_name=house.report_name(report.year, report.language, kind),
                mime=MIME[kind],
                key=f"hamta-rapport-{kind}",
                icon=icon,
                type="primary" if kind == "docx" else "secondary",
                on_click="ignore",
            )


def _text(report: Report) -> None:
    with st.container(border=True, key="rapport"):
        st.markdown(f"**{escaped(report.title)}**")
        if report.note:
            st.caption(escaped(report.note))
        for one in report.paragraphs:
            st.markdown(_paragraph(one))


def _paragraph(found: Paragraph) -> str:
    return "".join(
        escaped(one) if isinstance(one, str) else f"[{escaped(one.said)}](#{one.about})" for one in found
    )


def _list(found: Records, report: Report) -> None:
    """Show the records behind a number, each with the way to its dossier."""
    st.subheader(escaped(found.title), anchor=found.key)
    st.caption(escaped(" ".join((found.how, found.untold)).strip()))
    if not found.entries:
        st.caption(escaped(report.word("none")))
        return
    many = len(found.entries)
    with st.expander((SHOW_ONE if many == 1 else SHOW).say(report.language).format(count=many)):
        st.table(_columns(found, report), border="horizontal", hide_index=True)
        for said in shortened(found, report.language).notes:
            st.caption(escaped(said))


def _columns(found: Records, report: Report) -> dict[str, list[str]]:
    rows = [
        [_linked(cell, found, at, column) for column, cell in enumerate(row)]
        for at, row in enumerate(shortened(found, report.language).rows)
    ]
    return {escaped(head): [row[at] for row in rows] for at, head in enumerate(found.heads)}


def _linked(cell: str, found: Records, at: int, column: int) -> str:
    """Return a cell as Markdown; the event's name is the way to the record."""
    entry = found.entries[at]
    if not entry.dossier or column != found.named:
        return escaped(cell)
    step = f"&steg={entry.step}" if entry.step else ""
    return f"[{escaped(cell)}](arende?id={entry.dossier}{step})"
