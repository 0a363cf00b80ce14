"""The history of one thing that is set: who, when, from, to; and a former value put back as a new change."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import ChangedMeanwhile
from evenemang.domain.text import Text
from evenemang.flow.deeds import DEEDS
from evenemang.flow.journal import Json, Kind
from evenemang.flow.settings.words import in_words
from evenemang.pages import refusing
from evenemang.pages.people import people_of
from evenemang.pages.settings_parts.office import Office
from evenemang.pages.showing import escaped, moment

HISTORY = Text(sv="Historik", en="History")
ROW = Text(sv="{when}, {who}: {after}", en="{when}, {who}: {after}")
BEFORE = Text(sv="(förut: {before})", en="(before: {before})")
PUT_BACK = Text(sv="Sätt tillbaka", en="Put back")

Back = Callable[[int, Actor, int], object]  # the version to go back to, by whom, and the version seen
Told = Callable[[Json], Text]


def show(office: Office, kind: Kind, record: str, back: Back | None, told: Told | None = None) -> None:
    """Show the journal of one record, the last first; what stands now has no way back to it."""
    rows = office.workspace.store.journal(kind, record)
    if not rows:
        return
    who, say = people_of(office.house).say, told or _told(office, kind)
    with st.expander(f"{office.say(HISTORY)} ({len(rows)})", key=f"historik-{kind}-{record}"):
        for row in reversed(rows):
            before, after = (say(one) for one in (row.deed.before, row.deed.after))
            is_told = before != after  # else of what is not shown here: the standing picture, say
            said = office.say(ROW).format(
                when=moment(row.deed.at, office.language),
                who=who(row.deed.by),
                after=office.say(after if is_told else DEEDS.get(row.deed.operation, after)),
            )
            if row.deed.before is not None and is_told:
                said = f"{said} {office.say(BEFORE).format(before=office.say(before))}"
            with st.container(
                horizontal=True, vertical_alignment="center", key=f"rad-{kind}-{record}-{row.version}"
            ):
                st.markdown(f":small[{escaped(said)}]", width="stretch")
                if back and row.salt is not None and after != say(rows[-1].deed.after):
                    _way_back(office, kind, record, row.version, rows[-1].version, back)


def _way_back(office: Office, kind: Kind, record: str, version: int, newest: int, back: Back) -> None:  # noqa: PLR0917  # from what to what
    if st.button(office.say(PUT_BACK), key=f"tillbaka-{kind}-{record}-{version}"):
        try:
            done = office.do(lambda by: back(version, by, newest), "put-back")
        except ChangedMeanwhile as clash:  # somebody has changed it since the page was shown
            refusing.tell(clash, office.language, "put-back")
            return
        if done:
            st.rerun(scope="app")


def _told(office: Office, kind: Kind) -> Told:
    return lambda picture: in_words(kind, picture, office.content)
