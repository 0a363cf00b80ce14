"""A newer version of an area: what it changes, and the way over to it."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.area_changes import by_question
from evenemang.flow.difference import picture
from evenemang.flow.saying import day
from evenemang.flow.versions import Offer, TakeVersion, offers
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, show_refusal
from evenemang.pages.showing import escaped
from evenemang.pages.walk import saving

NEWER = Text(
    sv="Det finns en nyare version av {area} ({newer}). Ni svarar på den från {answers}.",
    en="There is a newer version of {area} ({newer}). You answer the one from {answers}.",
)
NOT_HERE = Text(
    sv="Ni svarar på {area} från {answers}, men den versionen finns inte sparad här. "
    "Frågorna visas i versionen från {newer}.",
    en="You answer {area} from {answers}, but that version is not kept here. "
    "The questions are shown in the version from {newer}.",
)
CHANGES = Text(sv="Se vad som ändras ({count})", en="See what it changes ({count})")
NO_CHANGES = Text(
    sv="Inget ändras i frågorna, bara versionens datum.",
    en="Nothing changes in the questions, only the date of the version.",
)
UNKNOWN = Text(
    sv="Vad som skiljer går inte att visa, eftersom den tidigare versionen saknas.",
    en="What differs cannot be shown, as the earlier version is missing.",
)
WHOLE = Text(sv="Området", en="The area")
STAYS = Text(
    sv="Alla svar blir kvar. Förslag till risker följer den nya versionen, och risker som ni har bedömt "
    "märks om deras svar nu ger något annat.",
    en="All answers stay. Proposed risks follow the new version, and risks that you have judged are marked "
    "where their answer now gives something else.",
)
TAKE = Text(sv="Gå över till den nya versionen", en="Go over to the new version")


def show(desk: Desk, area: str) -> None:
    """Show what there is to know of the version of an area; nothing where there is nothing."""
    if saving.REFUSED not in st.session_state:  # what was refused at a question is told there
        show_refusal()
    installed, now = desk.house.workspace.content, desk.house.workspace.now()
    for one in offers(desk.dossier, installed, desk.content, now):
        if one.installed.area == area:
            with st.container(border=True, key=f"nyare-{area}", gap="small"):
                _offer(desk, one)


def _offer(desk: Desk, one: Offer) -> None:
    say, language = desk.say, desk.language
    facts = {
        "area": escaped(say(one.installed.title)),
        "newer": day(one.installed.version, language),
        "answers": day(one.answers, language),
    }
    if one.before is None:
        st.markdown(f":material/info: {say(NOT_HERE).format(**facts)}")
    if not one.is_offered:
        return
    if one.before is not None:
        st.markdown(f":material/update: {say(NEWER).format(**facts)}")
    _changes(desk, one)
    st.caption(say(STAYS))
    _take(desk, one)


@takes("take-version")
def _take(desk: Desk, one: Offer) -> None:
    deed = TakeVersion(area=one.installed.area, version=one.installed.version)
    seen = picture(desk.dossier, deed.subject)
    st.button(
        desk.say(TAKE),
        key=f"nyversion-{one.installed.area}",
        on_click=desk.doing(deed.model_copy(update={"seen": seen})),
    )


def _changes(desk: Desk, one: Offer) -> None:
    say = desk.say
    if one.before is None:
        st.caption(say(UNKNOWN))
        return
    found = desk.house.changes(one.before, one.installed)
    if not found:
        st.caption(say(NO_CHANGES))
        return
    label = say(CHANGES).format(count=len(found))
    with st.expander(label, icon=":material/difference:", key=f"skillnad-{one.installed.area}"):
        for ask, told in by_question(found):
            lines = "\n".join(f"- {escaped(say(line))}" for line in told)
            st.markdown(f"**{escaped(say(ask or WHOLE))}**\n\n{lines}")
