"""What waits: one row for each thing, with the way straight to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from evenemang.domain.text import Language, Text
from evenemang.flow.saying import day
from evenemang.flow.waiting import Around, Matter, Waiting
from evenemang.pages import ways
from evenemang.pages.house import House
from evenemang.pages.people import People
from evenemang.pages.periods import between_moments
from evenemang.pages.showing import escaped, relative

FEW = 5  # rows at once; the rest are told in a line
MOST = 50  # however much waits: a page of hundreds is slow, and nobody reads it
MORE = Text(sv="Visa {count} till", en="Show {count} more")
LEFT = Text(
    sv="Och {count} till. De visas när de här är klara, och ärendena står under Ärenden.",
    en="And {count} more. They are shown when these are done, and the dossiers stand under Dossiers.",
)

ICONS: dict[Matter, str] = {
    "reconsider": "sync_problem",
    "assess": "checklist",
    "evaluate": "rate_review",
    "occasions": "event_repeat",
    "action": "schedule",
    "area": "checklist",
    "lessons": "history",
    "proposals": "playlist_add_check",
}
SAYS: dict[Matter, Text] = {
    "reconsider": Text(
        sv="Risknivån har stigit sedan beslutet", en="The risk level has risen since the decision"
    ),
    "assess": Text(sv="Behöver bedömas ändå", en="Needs an assessment after all"),
    "evaluate": Text(sv="Utvärdering saknas", en="Not evaluated yet"),
    "occasions": Text(sv="{count} tillfällen att utvärdera", en="{count} occasions to evaluate"),
    "action": Text(sv="Försenad: {what}", en="Overdue: {what}"),
    "area": Text(sv="{count} frågor kvar i {area}", en="{count} questions left in {area}"),
    "lessons": Text(sv="{count} lärdomar kräver svar", en="{count} lessons ask for an answer"),
    "proposals": Text(
        sv="{count} föreslagna risker har ingen tittat på", en="Nobody has looked at {count} proposed risks"
    ),
}
ONE: dict[Matter, Text] = {
    "occasions": Text(sv="1 tillfälle att utvärdera", en="1 occasion to evaluate"),
    "area": Text(sv="1 fråga kvar i {area}", en="1 question left in {area}"),
    "lessons": Text(sv="1 lärdom kräver svar", en="1 lesson asks for an answer"),
    "proposals": Text(sv="1 föreslagen risk har ingen tittat på", en="Nobody has looked at 1 proposed risk"),
}
DO: dict[Matter, Text] = {
    "reconsider": Text(sv="Ompröva", en="Reconsider"),
    "assess": Text(sv="Öppna underlaget", en="Open the basis"),
    "evaluate": Text(sv="Utvärdera", en="Evaluate"),
    "occasions": Text(sv="Utvärdera tillfällena", en="Evaluate the occasions"),
    "action": Text(sv="Öppna åtgärden", en="Open the action"),
    "area": Text(sv="Fortsätt svara", en="Go on answering"),
    "lessons": Text(sv="Svara på lärdomarna", en="Answer the lessons"),
    "proposals": Text(sv="Bedöm riskerna", en="Judge the risks"),
}
STEP: dict[Matter, str] = {
    "reconsider": "beslut",
    "assess": "underlag",
    "evaluate": "utvardering",
    "occasions": "utvardering",
    "action": "atgarder",
    "area": "checklistor",
    "lessons": "checklistor",
    "proposals": "risker",
}
SECRET_ACTION = Text(sv="en hemlig åtgärd", en="a secret action")
WAS_DUE = Text(sv="skulle ha varit klar {day}", en="was due {day}")
DUE = Text(sv="klart senast {day}", en="due {day}")
AS = Text(sv="som {post}", en="as {post}")


def show(house: House, people: People, found: Sequence[Waiting], near: Around, language: Language) -> None:
    """Show the most pressing rows, the first with the page's primary button."""

    def told(one: Waiting) -> tuple[str, str]:
        return _says(house, one, language), _under(people, one, near, language)

    with st.container(border=True, key="lista-vantar", gap=None):
        for number, one in enumerate(found[:FEW]):
            _row(one, told(one), number, language)
        if len(found) > FEW:
            with st.expander(MORE.say(language).format(count=min(len(found), MOST) - FEW)):
                for number, one in enumerate(found[FEW:MOST], FEW):
                    _row(one, told(one), number, language)
        if len(found) > MOST:
            st.caption(LEFT.say(language).format(count=len(found) - MOST))


def _row(one: Waiting, told: tuple[str, str], number: int, language: Language) -> None:
    says, under = told
    with st.container(
        key=f"rad-vantar-{number}",
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
    ):
        with st.container(width="content", gap=None, key=f"vantar-text-{number}"):
            st.markdown(f":material/{ICONS[one.matter]}: **{says}**")
            st.caption(under)
        if st.button(
            DO[one.matter].say(language),
            key=f"vantar-{number}",
            type="primary" if number == 0 else "secondary",
        ):
            ways.go(one.dossier.id, STEP[one.matter], one.area)


def _says(house: House, one: Waiting, language: Language) -> str:
    area = house.workspace.content.areas.get(one.area or "")
    text = ONE[one.matter] if one.count == 1 else SAYS[one.matter]
    return text.say(language).format(
        count=one.count,
        area=area.title.say(language) if area else one.area,
        what=escaped(one.action.do or SECRET_ACTION.say(language)) if one.action else "",
    )


def _under(people: People, one: Waiting, near: Around, language: Language) -> str:
    row, today = one.dossier, near.now.date()
    starts = between_moments(row.starts, row.ends, language)
    first = row.starts.astimezone(near.now.tzinfo).date() if row.starts else None
    parts = [
        escaped(row.name),
        starts,
        relative((first - today).days, language) if first else "",
        _due(one, today, language),
        AS.say(language).format(post=escaped(people.say(one.post))) if one.post else "",
    ]
    return " · ".join(part for part in parts if part)


def _due(one: Waiting, today: date, language: Language) -> str:
    if one.due is None:
        return ""
    late = one.matter in ("evaluate", "occasions") and one.due < today
    return (WAS_DUE if late else DUE).say(language).format(day=day(one.due, language))
