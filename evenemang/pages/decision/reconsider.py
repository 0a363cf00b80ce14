"""Omprövas: a change after the decision has lifted a level."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.dossier import Reconsider
from evenemang.domain.text import Text
from evenemang.flow.weighing import weigh
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.risks.levels import badge
from evenemang.pages.showing import escaped, moment
from evenemang.pages.states import reconsider_badge

SINCE = Text(
    sv="En risk har stigit sedan beslutet ({when}). Ta ställning på nytt; det gamla beslutet står kvar.",
    en="A risk has risen since the decision ({when}). Decide anew; the old decision stays.",
)


def show(desk: Desk, mark: Reconsider) -> None:
    """Show which risks were lifted, and the way to them."""
    when = moment(mark.since.at, desk.language)
    st.markdown(f"{reconsider_badge(desk.language)} {desk.say(SINCE).format(when=when)}")
    for risk_id in mark.risks:
        risk = desk.dossier.risk(risk_id)
        after = weigh(risk, desk.dossier, desk.content.matrix).after
        title = escaped(risk.says(desk.language))
        ways.to_risk(f"{risk.id} {title} {badge(desk, after)}", desk.dossier.id, risk.id)
