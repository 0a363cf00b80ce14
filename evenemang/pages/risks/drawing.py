"""The matrix as a picture, before and after, with its table twin."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evenemang.domain.checklist import Axis
from evenemang.domain.text import Text
from evenemang.flow.weighing import Weighed
from evenemang.pages.desk import Desk
from evenemang.pages.risks.levels import badge, place_words, upright
from evenemang.pages.showing import escaped

RINGS = Text(sv="Ofylld ring före åtgärd, fylld efter.", en="Open ring before treatment, filled after.")
ALT = Text(
    sv="Riskmatris, {upright} och konsekvens: {risks}",
    en="Risk matrix, {upright} and consequence: {risks}",
)
AS_TABLE = Text(sv="Visa som tabell", en="Show as a table")
RISK = Text(sv="Risk", en="Risk")
BEFORE = Text(sv="Före", en="Before")
AFTER = Text(sv="Efter", en="After")
PLACE = Text(sv="Läge efter", en="Place after")


def show(desk: Desk, rows: Sequence[Weighed], axis: Axis) -> None:
    """Show the picture of one kind of risk."""
    charts = desk.house.charts
    marks = [
        charts.MatrixMark(
            one.risk.id,
            (one.risk.before.likelihood, one.risk.before.consequence),
            (one.after.likelihood, one.after.consequence),
        )
        for one in rows
    ]
    dark = st.context.theme.type == "dark"
    figure = charts.matrix_figure(marks, desk.content.matrix, axis, dark, desk.language)
    st.caption(desk.say(RINGS))
    st.plotly_chart(
        figure,
        theme=None,
        config={"displayModeBar": False},
        key=f"matris-{axis}",
        alt=desk.say(ALT).format(
            upright=desk.say(upright(desk.content.matrix, axis).title).lower(),
            risks=", ".join(one.risk.id for one in rows),
        ),
    )
    _twin(desk, rows, axis)


def _twin(desk: Desk, rows: Sequence[Weighed], axis: Axis) -> None:
    with st.expander(desk.say(AS_TABLE)):
        st.table(
            [
                {
                    desk.say(RISK): f"{one.risk.id} {escaped(one.risk.says(desk.language))}",
                    desk.say(BEFORE): badge(desk, one.risk.before),
                    desk.say(AFTER): badge(desk, one.after),
                    desk.say(PLACE): place_words(desk, axis, one.after),
                }
                for one in rows
            ],
            border="horizontal",
            hide_index=True,
        )
