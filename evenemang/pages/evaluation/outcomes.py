"""Whether each risk came true and each action helped; a row that nobody judges stays unjudged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from evenemang.domain.evaluation import Evaluation
from evenemang.domain.risk import Risk, by_severity
from evenemang.domain.text import Text
from evenemang.flow.words import HAPPENED, HELPED, capitals
from evenemang.flow.year import SEVERE
from evenemang.pages.desk import Desk
from evenemang.pages.evaluation.fields import Fields
from evenemang.pages.showing import escaped

SERIOUS = Text(sv="Inträffade de höga riskerna?", en="Did the high risks come true?")
OTHERS = Text(sv="Inträffade någon av de andra riskerna?", en="Did any of the other risks come true?")
ACTIONS = Text(sv="Hjälpte åtgärderna?", en="Did the actions help?")
CAME_TRUE = Text(sv="Inträffade {id}?", en="Did {id} come true?")
HAS_HELPED = Text(sv="Hjälpte {id}?", en="Did {id} help?")
NOTE = Text(sv="Kort not (kan lämnas tom)", en="Short note (may be left empty)")
LEFT_OPEN = Text(
    sv="Den rad ni inte svarar på räknas som inte bedömd.", en="A row without an answer counts as not judged."
)


def serious_risks(desk: Desk, fields: Fields, before: Evaluation | None) -> None:
    """Show each risk that is or was high, with whether it came true."""
    _risks(desk, fields, before, SERIOUS, [one for one in _counted(desk) if _is_serious(desk, one)])


def other_risks(desk: Desk, fields: Fields, before: Evaluation | None) -> None:
    """Show the milder risks; they come last, and may be left."""
    _risks(desk, fields, before, OTHERS, [one for one in _counted(desk) if not _is_serious(desk, one)])


def _counted(desk: Desk) -> list[Risk]:
    return [risk for risk in by_severity(desk.dossier.risks) if risk.counts]


def _is_serious(desk: Desk, risk: Risk) -> bool:
    matrix = desk.content.matrix
    return any(one.level(matrix) in SEVERE for one in (risk.before, risk.residual))


def _risks(  # one list, under its heading
    desk: Desk, fields: Fields, before: Evaluation | None, heading: Text, found: list[Risk]
) -> None:
    if not found:
        return
    st.header(desk.say(heading), anchor=False)
    st.caption(desk.say(LEFT_OPEN))
    stored = {one.risk: one for one in before.risks} if before else {}
    for risk in found:
        outcome = stored.get(risk.id)
        said = (outcome.happened, outcome.note) if outcome else (None, "")
        label = desk.say(CAME_TRUE).format(id=risk.id)
        title = f"{risk.id} {risk.says(desk.language)}"
        _row(fields, f"risk-{risk.id}", title, label, capitals(HAPPENED), said)


def actions(desk: Desk, fields: Fields, before: Evaluation | None) -> None:
    """Show each action that was not dropped with whether it helped."""
    found = [action for action in desk.dossier.actions if action.status != "dropped"]
    if not found:
        return
    st.header(desk.say(ACTIONS), anchor=False)
    st.caption(desk.say(LEFT_OPEN))
    stored = {one.action: one for one in before.actions} if before else {}
    for action in found:
        outcome = stored.get(action.id)
        said = (outcome.helped, outcome.note) if outcome else (None, "")
        label = desk.say(HAS_HELPED).format(id=action.id)
        _row(fields, f"action-{action.id}", f"{action.id} {action.do}", label, capitals(HELPED), said)


def _row(  # noqa: PLR0917  # one row, left to right
    fields: Fields,
    name: str,
    title: str,
    label: str,
    options: Mapping[Any, Text],
    said: tuple[str | None, str],
) -> None:
    answer, note = said
    with st.container(key=f"rad-utfall-{name}"):
        left, right = st.columns([1, 1], vertical_alignment="center", gap="medium")
        left.markdown(escaped(title))
        with right:
            fields.pills(name, Text(sv=label, en=label), options, answer)
            fields.text(f"{name}-note", NOTE, note, hidden=True)


def said(fields: Fields, kind: str, ids: Iterable[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the answers and the notes of the rows, by id."""
    known = tuple(ids)
    return (
        {one: fields.value(f"{kind}-{one}") for one in known},
        {one: fields.value(f"{kind}-{one}-note") for one in known},
    )
