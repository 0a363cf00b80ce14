"""Dialogs that ask for nothing but a reason: dismissing a proposal, accepting what remains."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from evenemang.domain.risk import Risk
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.judging import AcceptRisk, DismissRisk
from evenemang.flow.operation import Operation
from evenemang.flow.weighing import Weighed
from evenemang.pages.desk import Desk
from evenemang.pages.limits import LIMIT
from evenemang.pages.live import stand_still
from evenemang.pages.risks.attempt import guarded, save_or_cancel
from evenemang.pages.risks.levels import badge, place_words
from evenemang.pages.showing import escaped

DISMISS = Text(sv="Avfärda {risk}", en="Dismiss {risk}")
DISMISS_NOW = Text(sv="Avfärda förslaget", en="Dismiss the proposal")
ACCEPT = Text(sv="Godta det som återstår av {risk}", en="Accept what remains of {risk}")
ACCEPT_NOW = Text(sv="Godta risken", en="Accept the risk")
WHY = Text(sv="Skäl", en="Reason")
KEPT = Text(
    sv="Förslaget räknas inte längre. Skälet sparas, och risken går att bedöma senare.",
    en="The proposal no longer counts. The reason is kept, and the risk can be judged later.",
)
REMAINS = Text(
    sv="Skriv varför gruppen godtar den. Blir risken högre måste den godtas på nytt.",
    en="Write why the group accepts it. If the risk becomes higher it must be accepted anew.",
)


def dismiss(desk: Desk, risk: Risk) -> None:
    """Ask why a proposal is set aside."""

    def build(why: str) -> Operation:
        return DismissRisk(risk=risk.id, because=why)

    _ask(desk, risk, DISMISS, DISMISS_NOW, desk.say(KEPT), build)


def accept(desk: Desk, one: Weighed) -> None:
    """Ask why what remains of a risk is accepted."""
    place = f"{badge(desk, one.after)} {place_words(desk, one.risk.axis, one.after)}"

    def build(why: str) -> Operation:
        return AcceptRisk(risk=one.risk.id, because=why)

    _ask(desk, one.risk, ACCEPT, ACCEPT_NOW, f"{place}  \n{desk.say(REMAINS)}", build)


def _ask(  # noqa: PLR0917  # one dialog in the order it reads
    desk: Desk, risk: Risk, title: Text, button: Text, about: str, build: Callable[[str], Operation]
) -> None:
    def form() -> None:
        st.markdown(f"**{escaped(risk.says(desk.language))}**  \n{about}")
        why = st.text_area(
            desk.say(WHY), key=f"skal-{button.en}-{risk.id}", height=100, max_chars=LONGEST_TEXT
        )
        st.caption(desk.say(LIMIT))
        save_or_cancel(desk, f"skal-{risk.id}", button, lambda: guarded(desk, lambda: build(why)))

    stand_still()
    st.dialog(desk.say(title).format(risk=risk.id), width="medium")(form)()
