"""Taking an action on: at once, or with a word on how it was seen or why it is dropped."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from evenemang.domain.action import Action, ActionStatus
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.planning import AdvanceAction
from evenemang.flow.treating import NEXT
from evenemang.pages.actions import form
from evenemang.pages.actions.words import STEP_ON
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk
from evenemang.pages.limits import LIMIT
from evenemang.pages.live import stand_still
from evenemang.pages.risks.attempt import guarded, save_or_cancel
from evenemang.pages.showing import escaped

CHANGE = Text(sv="Ändra", en="Change")
ASKS: dict[ActionStatus, Text] = {
    "verified": Text(sv="Hur såg ni att det är gjort?", en="How did you see that it is done?"),
    "dropped": Text(sv="Varför avskrivs åtgärden?", en="Why is the action dropped?"),
}


@takes("advance-action", "change-action")
def buttons(desk: Desk, action: Action) -> None:
    """Show the steps an action may take next, the usual one first, and the way to change it."""
    for number, status in enumerate(NEXT[action.status]):
        label, key = desk.say(STEP_ON[status]), f"steg-{action.id}-{status}"
        kind: Literal["secondary", "tertiary"] = "secondary" if number == 0 else "tertiary"
        if status not in ASKS:
            st.button(label, key=key, type=kind, on_click=_advance, args=(desk, action, status))
        elif st.button(label, key=key, type=kind):
            _ask(desk, action, status)
    if st.button(desk.say(CHANGE), key=f"andra-{action.id}", type="tertiary"):
        form.change(desk, action)


def _advance(desk: Desk, action: Action, status: ActionStatus) -> None:
    guarded(desk, lambda: AdvanceAction(action=action.id, status=status))


def _ask(desk: Desk, action: Action, status: ActionStatus) -> None:
    def build(said: str) -> AdvanceAction:
        words = {"how": said} if status == "verified" else {"because": said}
        return AdvanceAction.model_validate({"action": action.id, "status": status, **words})

    def ask() -> None:
        st.markdown(f"**{escaped(action.do)}**")
        said = st.text_area(
            desk.say(ASKS[status]), key=f"hur-{action.id}-{status}", height=80, max_chars=LONGEST_TEXT
        )
        st.caption(desk.say(LIMIT))
        save_or_cancel(desk, f"steg-{action.id}", STEP_ON[status], lambda: guarded(desk, lambda: build(said)))

    stand_still()
    st.dialog(f"{desk.say(STEP_ON[status])} {action.id}", width="medium")(ask)()
