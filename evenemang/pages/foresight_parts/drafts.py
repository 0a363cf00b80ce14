"""The draft of an area's next version: chosen by a person, as the workbook that areas are written in."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.foresight.drafting import draft
from evenemang.flow.foresight.proposing import Proposal
from evenemang.flow.foresight.words import headline
from evenemang.pages.foresight_parts.scene import Scene
from evenemang.pages.house import House
from evenemang.pages.showing import escaped, plain

AREA = "omrade"  # in the address
TITLE = Text(sv="Utkast till ett riskområde", en="A draft of an area of risk")
WHAT = Text(
    sv="Välj ett riskområde och vilka förslag som ska med. Utkastet är områdets hela checklista i Excel med "
    "nya frågor sist, och höjda sannolikheter. Skriv klart det: vad ett dåligt svar väcker för risk, och "
    "den engelska texten. Orden kommer ur loggen, så läs igenom dem. Läs sedan tillbaka filen med "
    "*evenemang checklist from-excel*, och se vad som skiljer med *evenemang checklist diff*.",
    en="Choose an area of risk and which proposals to include. The draft is the area’s whole checklist in "
    "Excel, with new questions last and raised likelihoods. Finish it: which risk a bad answer raises, and "
    "both languages. The words come from the log, so read them through. Then read the file back with "
    "*evenemang checklist from-excel*, and see what differs with *evenemang checklist diff*.",
)
WHICH = Text(sv="Riskområde", en="Area of risk")
CHOOSE = Text(sv="Välj riskområde", en="Choose an area of risk")
TAKE = Text(sv="Förslag att ta med", en="Proposals to include")
NONE_YET = Text(sv="Välj minst ett förslag att ta med.", en="Choose at least one proposal to include.")
DOWNLOAD = Text(sv="Ladda ner utkastet", en="Download the draft")
TICKS = 30  # proposals that may be chosen at once: the area's own come first
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@st.fragment
def show(house: House, scene: Scene) -> None:
    """Show the choice of area and proposals, and the draft to download."""
    usable = [one for one in scene.found.proposals if one.kind in ("new-question", "raise-likelihood")]
    if not usable:
        return
    st.header(scene.say(TITLE), anchor=False)
    st.write(scene.say(WHAT))
    area = _area(scene)
    if area is None:
        return
    fitting = [one for one in usable if one.kind == "new-question" or one.area == area]
    fitting.sort(key=lambda one: one.area != area)
    chosen = _chosen(scene, area, fitting)
    if not chosen:
        st.caption(scene.say(NONE_YET))
        return
    st.download_button(
        scene.say(DOWNLOAD),
        data=lambda: house.area_book(
            draft(scene.content.areas[area], chosen, scene.found.looked.until), scene.language
        ),
        file_name=f"{area}-utkast-{scene.found.looked.until}.xlsx",
        mime=EXCEL,
        icon=":material/download:",
        type="primary",
        on_click="ignore",
        key="fil-utkast",
    )


def _area(scene: Scene) -> str | None:
    areas = list(scene.content.areas)
    asked = st.query_params.get(AREA)
    if st.session_state.get("utkast-omrade") != asked:
        st.session_state["utkast-omrade"] = asked if asked in areas else None
    return st.selectbox(
        scene.say(WHICH),
        areas,
        format_func=lambda one: plain(scene.area(one)),
        placeholder=scene.say(CHOOSE),
        key="utkast-omrade",
        on_change=_to_address,
        filter_mode=None,
        width=420,
    )


def _to_address() -> None:
    chosen = st.session_state["utkast-omrade"]
    if chosen:
        st.query_params[AREA] = chosen
    else:
        st.query_params.pop(AREA, None)


def _chosen(scene: Scene, area: str, fitting: Sequence[Proposal]) -> list[Proposal]:
    """Ticks, one for each: those that the data places in the area are ticked to begin with."""
    with st.container(key="utkast-forslag", gap="small"):
        st.caption(scene.say(TAKE))
        return [
            one
            for number, one in enumerate(fitting[:TICKS])
            if st.checkbox(
                escaped(headline(one, scene.content, scene.language)),
                value=one.area == area,
                key=f"ta-med-{area}-{number}-{one.id}",
            )
        ]
