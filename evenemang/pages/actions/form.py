"""The dialog where an action is added or changed, and what remains of the risk after it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from evenemang.domain.action import Action
from evenemang.domain.checklist import Phase
from evenemang.domain.risk import Judged, Judgement, Risk
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.operation import Operation
from evenemang.flow.planning import AddAction, ChangeAction
from evenemang.flow.treating import Suggested, TreatRisk, suggested
from evenemang.flow.weighing import weigh
from evenemang.pages.actions.fields import Filled, fields
from evenemang.pages.desk import Desk
from evenemang.pages.live import stand_still
from evenemang.pages.risks.attempt import attempt, guarded, save_or_cancel
from evenemang.pages.risks.judging import placed_after
from evenemang.pages.risks.levels import badge, place_words
from evenemang.pages.showing import escaped

FOR_RISK = Text(sv="Åtgärd för {risk}", en="Action for {risk}")
NEW = Text(sv="Ny åtgärd", en="New action")
CHANGE = Text(sv="Ändra {action}", en="Change {action}")
FROM_CHECKLIST = Text(sv="Föreslaget ur checklistan", en="Suggested by the checklist")
OWN_WORDS = Text(sv="Egen åtgärd", en="An action of your own")
DECIDED = Text(sv="Gruppen beslutar åtgärden nu", en="The group decides the action now")
DECIDED_NEEDS = Text(
    sv="En beslutad åtgärd har ansvarig och datum.", en="A decided action has an owner and a date."
)
RESIDUAL = Text(sv="Restrisk", en="Residual risk")
SAME_CONSEQUENCE = Text(sv="konsekvensen är oförändrad", en="the consequence is unchanged")
LOWER_CONSEQUENCE = Text(
    sv="konsekvensen sänks, det behöver en motivering", en="the consequence is lowered, which needs a reason"
)
MOTIVE = Text(sv="Motivering till restrisken", en="Reason for the residual risk")
SAVE = Text(sv="Spara åtgärd", en="Save action")


def add(desk: Desk, risk: Risk | None, start: Suggested | None = None, *, decide: bool = True) -> None:
    """Open the dialog for a new action; a suggestion from the checklist fills it in."""
    title = desk.say(FOR_RISK).format(risk=risk.id) if risk else desk.say(NEW)
    stand_still()
    st.dialog(title, width="medium")(_add)(desk, risk, start, decide)


def change(desk: Desk, action: Action) -> None:
    """Open the dialog for an action that is there."""
    stand_still()
    st.dialog(desk.say(CHANGE).format(action=action.id), width="medium")(_change)(desk, action)


def _add(desk: Desk, risk: Risk | None, start: Suggested | None, decide: bool) -> None:
    key = f"ny-atgard-{risk.id if risk else 'alla'}"
    if risk:
        _about(desk, risk)
        start = start or _suggestion(desk, risk, key)
    filled = fields(
        desk, _start(desk, risk, start), f"{key}-{start.do.en if start else ''}", ask_risk=not risk
    )
    after, motive = _after(desk, risk, key) if risk and risk.state == "accepted" else (None, "")
    decided = st.checkbox(desk.say(DECIDED), value=decide, key=f"{key}-beslutad")
    st.caption(desk.say(DECIDED_NEEDS))
    save_or_cancel(desk, key, SAVE, lambda: _save(desk, risk, filled, decided, after, motive))


def _save(  # noqa: PLR0917  # what stands in the form, from top to bottom
    desk: Desk, risk: Risk | None, filled: Filled, decided: bool, after: Judgement | None, motive: str
) -> bool:
    def adding() -> AddAction:
        return AddAction.model_validate({**filled.as_dict(), "decided": decided})

    def treating(risk: Risk) -> Operation:
        said = Judged.model_validate({**_as_judged(risk), "after": after, "motive": motive})
        return TreatRisk(risk=risk.id, action=adding(), said=said)

    if risk and after is not None and after != risk.after:
        return guarded(desk, lambda: treating(risk))
    return attempt(desk, adding)


def _as_judged(risk: Risk) -> dict[str, object]:
    return {name: getattr(risk, name) for name in ("before", "sure", "existing_controls")}


def _change(desk: Desk, action: Action) -> None:
    key = f"andra-{action.id}"
    filled = fields(desk, Filled.of(action), key, ask_risk=True)
    said = {"action": action.id, **filled.as_dict()}
    save_or_cancel(desk, key, SAVE, lambda: guarded(desk, lambda: ChangeAction.model_validate(said)))


def _about(desk: Desk, risk: Risk) -> None:
    now = weigh(risk, desk.dossier, desk.content.matrix).after
    st.markdown(
        f"**{escaped(risk.says(desk.language))}**  \n"
        f"{badge(desk, now)} :small[{place_words(desk, risk.axis, now)}]"
    )


def _suggestion(desk: Desk, risk: Risk, key: str) -> Suggested | None:
    found = {desk.say(one.do): one for one in suggested(risk, desk.dossier, desk.content)}
    if not found:
        return None
    chosen = st.radio(
        desk.say(FROM_CHECKLIST),
        [*found, desk.say(OWN_WORDS)],
        index=None,
        format_func=escaped,
        key=f"{key}-forslag",
    )
    return found.get(chosen or "")


def _start(desk: Desk, risk: Risk | None, start: Suggested | None) -> Filled:
    phase: Phase = "planning"
    empty = Filled(do="", kind="preventive", phase=phase, owner=None, risk=risk.id if risk else None)
    if start is None:
        return empty
    return replace(empty, do=desk.say(start.do), phase=start.phase, due_days=start.due_days)


def _after(desk: Desk, risk: Risk, key: str) -> tuple[Judgement | None, str]:
    after = placed_after(desk, risk, risk.after, risk.before, f"{key}-efter")
    if after is None:
        return None, risk.motive
    lower = after.consequence < risk.before.consequence
    told = desk.say(LOWER_CONSEQUENCE if lower else SAME_CONSEQUENCE)
    st.markdown(f"{desk.say(RESIDUAL)} {badge(desk, after)} :small[{told}]")
    motive = st.text_area(
        desk.say(MOTIVE), risk.motive, key=f"{key}-motiv", height=80, max_chars=LONGEST_TEXT
    )
    return after, motive
