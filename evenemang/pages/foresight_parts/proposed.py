"""What the page ends in: proposed questions and changes, each with the incidents or events behind it."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.foresight.imprint import Happened
from evenemang.flow.foresight.proposing import KINDS, Proposal, ProposalKind
from evenemang.flow.foresight.words import PROPOSALS, headline, kind_of, reason
from evenemang.flow.saying import day
from evenemang.flow.words import SEVERITIES, capital
from evenemang.pages import ways
from evenemang.pages.follow_up_parts.download import csv_file
from evenemang.pages.foresight_parts.scene import Scene
from evenemang.pages.showing import escaped

TITLE = Text(sv="Förslag till checklistorna", en="Proposals for the checklists")
WHAT = Text(
    sv="Inget ändras av sig självt. Gå igenom förslagen i gruppen, välj dem ni vill ta in, och ladda ner "
    "ett utkast att skriva klart.",
    en="Nothing changes by itself. Go through the proposals in the group, choose those you want, and "
    "download a draft to finish.",
)
NOTHING = Text(
    sv="Inga förslag. Det som har hänt täcks av frågorna, så långt det går att se.",
    en="No proposals. What has happened is covered by the questions, as far as can be seen.",
)
COUNT = Text(sv="{kind} ({count})", en="{kind} ({count})")
NO_AREA = Text(sv="Riskområde: välj själv", en="Area of risk: yours to say")
IN_AREA = Text(sv="Riskområde: {area}", en="Area of risk: {area}")
MORE = Text(sv="och {count} till i filen", en="and {count} more in the file")
ALL = Text(sv="Ladda ner förslagen", en="Download the proposals")
HEADING = (
    Text(sv="Förslag", en="Proposal"),
    Text(sv="Riskområde", en="Area of risk"),
    Text(sv="Fråga", en="Question"),
    Text(sv="Varför", en="Why"),
    Text(sv="Evenemang", en="Event"),
    Text(sv="Händelse", en="Incident"),
    Text(sv="Ärende", en="Dossier"),
)
SHOWN, LINKS = 10, 5  # proposals of a kind, and links behind each


def show(scene: Scene) -> None:
    """Show all proposals, kind by kind."""
    st.header(scene.say(TITLE), anchor=False)
    if not scene.found.proposals:
        st.info(scene.say(NOTHING))
        return
    st.write(scene.say(WHAT))
    for kind in KINDS:
        found = [one for one in scene.found.proposals if one.kind == kind]
        if found:
            _kind(scene, kind, found)
    _file(scene)


def _kind(scene: Scene, kind: ProposalKind, found: list[Proposal]) -> None:
    said = scene.say(PROPOSALS[kind])
    st.subheader(scene.say(COUNT).format(kind=said, count=len(found)), anchor=False)
    with st.container(border=True, key=f"forslag-{kind}"):
        for number, one in enumerate(found[:SHOWN], 1):
            with st.container(key=f"rad-forslag-{kind}-{number}", gap="small"):
                _proposal(scene, one)
    if len(found) > SHOWN:
        st.caption(scene.say(MORE).format(count=len(found) - SHOWN))


def _proposal(scene: Scene, one: Proposal) -> None:
    st.markdown(f"**{escaped(headline(one, scene.content, scene.language))}**")
    where = scene.say(IN_AREA).format(area=scene.area(one.area)) if one.area else scene.say(NO_AREA)
    st.caption(escaped(f"{where}. {reason(one, scene.content, scene.language)}"))
    behind = one.incidents or one.dossiers
    for each in behind[:LINKS]:
        if isinstance(each, Happened):
            ways.link(escaped(told(each, scene)), each.dossier, "plats", icon=":material/report:")
        else:
            ways.link(escaped(scene.found.looked.name(each)), each, icon=":material/folder_open:")
    if len(behind) > LINKS:
        st.caption(scene.say(MORE).format(count=len(behind) - LINKS))


def told(one: Happened, scene: Scene) -> str:
    """Return an incident in a line: the day, the event, how bad, and what happened."""
    name = scene.found.looked.name(one.dossier)
    severity = scene.say(SEVERITIES[one.severity])
    return f"{day(one.on, scene.language)}, {name} ({severity}): {one.what}"


def _file(scene: Scene) -> None:
    st.download_button(
        scene.say(ALL),
        lambda: csv_file([scene.say(one) for one in HEADING], _rows(scene), scene.language),
        file_name=f"forslag-till-checklistorna-{scene.found.looked.until}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="fil-forslag",
    )


def _rows(scene: Scene) -> list[tuple[str, ...]]:
    """Return a row for each incident or event behind each proposal: one thing in a cell."""
    return [
        (
            scene.say(PROPOSALS[one.kind]),
            scene.area(one.area),
            headline(one, scene.content, scene.language),
            " ".join(
                part for part in (reason(one, scene.content, scene.language), _began(one, scene)) if part
            ),
            *_behind(each, scene),
        )
        for one in scene.found.proposals
        for each in (one.incidents or one.dossiers)
    ]


def _behind(each: Happened | str, scene: Scene) -> tuple[str, str, str]:
    if isinstance(each, Happened):
        return scene.found.looked.name(each.dossier), told(each, scene), each.dossier
    return scene.found.looked.name(each), "", each


def _began(one: Proposal, scene: Scene) -> str:
    kind = kind_of(one, scene.language)
    return f"{scene.say(capital(Text(sv=kind, en=kind)))}." if kind else ""
