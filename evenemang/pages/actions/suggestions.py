"""What the checklists suggest against each risk, ready to be added with phase and day filled in."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.plan_words import relative_day
from evenemang.flow.treating import Suggested, suggested
from evenemang.flow.weighing import Weighed
from evenemang.flow.words import PHASES, capital
from evenemang.pages.actions import form
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk
from evenemang.pages.risks.levels import badge
from evenemang.pages.showing import escaped

HEADING = Text(sv="Föreslaget ur checklistorna", en="Suggested by the checklists")
UNDER = Text(
    sv="Vid varje risk som svaren väckte. Inget är tillagt förrän du väljer det.",
    en="At each risk the answers raised. Nothing is added until you choose it.",
)
SUGGESTED = Text(sv="Föreslaget: {do}", en="Suggested: {do}")
ADD = Text(sv="Lägg till", en="Add")
MORE = Text(sv="Visa fler ({count})", en="Show more ({count})")
AT_ONCE = 5


def show(desk: Desk, risks: Sequence[Weighed]) -> None:
    """Show the suggestions, the worst risk first."""
    found = [(one, suggested(one.risk, desk.dossier, desk.content)) for one in risks]
    left = [(one, rows) for one, rows in found if rows]
    if not left:
        return
    st.header(desk.say(HEADING), anchor=False)
    st.caption(desk.say(UNDER))
    with st.container(border=True, key="lista-foreslaget"):
        for one, rows in left[:AT_ONCE]:
            _risk(desk, one, rows)
        if len(left) > AT_ONCE:
            with st.expander(desk.say(MORE).format(count=len(left) - AT_ONCE)):
                for one, rows in left[AT_ONCE:]:
                    _risk(desk, one, rows)


def _risk(desk: Desk, one: Weighed, rows: Sequence[Suggested]) -> None:
    with st.container(key=f"post-foreslaget-{one.risk.id}", gap="xsmall"):
        title = escaped(one.risk.says(desk.language))
        st.markdown(f"**{one.risk.id} {title}** {badge(desk, one.after)}")
        for number, row in enumerate(rows):
            _suggestion(desk, one, row, f"foreslaget-{one.risk.id}-{number}")


def _suggestion(desk: Desk, one: Weighed, row: Suggested, key: str) -> None:
    text, button = st.columns([5, 1], gap="small", vertical_alignment="center")
    said = desk.say(SUGGESTED).format(do=escaped(desk.say(row.do)))
    text.markdown(f"{said} :small[{relative_day(row.due_days)} · {desk.say(capital(PHASES[row.phase]))}]")
    with button:
        _add(desk, one, row, key)


@takes("add-action")
def _add(desk: Desk, one: Weighed, row: Suggested, key: str) -> None:
    if st.button(desk.say(ADD), key=key, width="stretch"):
        form.add(desk, one.risk, row, decide=False)
