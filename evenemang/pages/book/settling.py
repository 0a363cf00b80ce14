"""The way to say that one is done with a workbook that was set aside: with a reason, for the history."""

from __future__ import annotations

import logging

import streamlit as st

from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Text
from evenemang.flow.books import Returned
from evenemang.flow.returning.looking import Looked
from evenemang.flow.returning.settling import LONGEST
from evenemang.pages.allowed import takes
from evenemang.pages.desk import SAY_WHO, Desk, fresh
from evenemang.pages.showing import escaped

LOG = logging.getLogger("evenemang.pages")
DONE = Text(sv="Klar med filen", en="Done with the file")
MEANS = Text(
    sv="Filen flyttas till mappen settled och finns kvar där. Inget i ärendet ändras.",
    en="The file is moved to the folder settled and stays there. Nothing in the dossier changes.",
)
WHY = Text(
    sv="Varför är du klar med filen? Det står sedan i historiken.",
    en="Why are you done with the file? The history then says so.",
)
SETTLE = Text(sv="Avsluta filen", en="Settle the file")
ALL_IN = Text(
    sv="Allt i filen är intaget, så den är avslutad och flyttad till {path}.",
    en="All in the file is taken in, so it is settled and moved to {path}.",
)


@takes("settle-return")
def show(desk: Desk, one: Returned) -> None:
    """Show the button."""
    with st.popover(desk.say(DONE), icon=":material/task_alt:", key=f"klar-{one.digest[:16]}"):
        st.fragment(_reason, key=f"klar-del-{one.digest[:16]}")(desk, one)


def _reason(desk: Desk, one: Returned) -> None:
    st.write(desk.say(MEANS))
    why = st.text_input(desk.say(WHY), key=f"klar-varfor-{one.digest[:16]}", max_chars=LONGEST)
    if st.button(desk.say(SETTLE), type="primary", key=f"klar-nu-{one.digest[:16]}"):
        _settle(fresh(desk), one, why)


def _settle(desk: Desk, one: Returned, why: str) -> None:
    if desk.actor is None:
        st.info(desk.say(SAY_WHO))
        return
    try:
        desk.house.settle(one, why, desk.actor)
    except EvenemangError as refused:
        LOG.info("refused to settle a return: %s %s", refused, refused.facts)
        st.error(escaped(refused.say(desk.language)))
        return
    desk.house.changed()
    st.rerun()


def settle_taken(desk: Desk, looked: Looked, content: bytes, taken: list[str]) -> str | None:
    """Settle the file where it was set aside and all of it is taken in; return where it lies then.

    What was taken in stays so: a refusal leaves the file waiting, and it can be settled by hand.
    """
    assert desk.actor is not None
    try:
        settled = desk.house.settle_taken(looked, content, taken, desk.actor)
    except EvenemangError as refused:
        LOG.warning("a return was taken in but not settled: %s %s", refused, refused.facts)
        return None
    return settled.path if settled else None
