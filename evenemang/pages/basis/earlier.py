"""What was held before, beside what comes; and, of a past event, what its list says."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.past import ListNote
from evenemang.domain.text import Text
from evenemang.flow.earlier import Earlier, Why, earlier
from evenemang.flow.saying import number
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.rows import when
from evenemang.pages.showing import escaped

FROM_LIST = Text(sv="Ur listan", en="From the list")
WHERE = Text(sv="{file}, rad {row}", en="{file}, row {row}")
WHERE_SHEET = Text(sv="{file}, bladet {sheet}, rad {row}", en="{file}, sheet {sheet}, row {row}")
VISITS = Text(sv="Räknade besök enligt listan: {count}", en="Visits counted, by the list: {count}")
TITLE = Text(sv="Det som hållits förut", en="What was held before")
WHY: dict[Why, Text] = {
    "series": Text(sv="samma evenemang", en="the same event"),
    "place": Text(sv="samma plats", en="the same place"),
    "organiser": Text(sv="samma arrangör", en="the same organiser"),
}
COMPARE = Text(sv="Vad som har ändrats sedan förra upplagan", en="What has changed since the last edition")
VISITED = Text(sv="{count} besök", en="{count} visits")
INCIDENTS = Text(sv="händelser: {count}", en="incidents: {count}")


def show(desk: Desk) -> None:
    """Show what was held before this event."""
    found = earlier(desk.house.workspace, desk.dossier)
    if not found:
        return
    st.header(desk.say(TITLE), anchor=False)
    with st.container(border=True, key="lista-forut", gap=None):
        for one in found:
            _row(desk, one)
    if any(one.why == "series" for one in found):
        ways.to_editions(desk.say(COMPARE), desk.dossier.id)


def from_list(desk: Desk) -> None:
    """Show what a list says of this event, where it came from one."""
    told = desk.dossier.from_list
    if told is None:
        return
    st.header(desk.say(FROM_LIST), anchor=False)
    where = desk.say(WHERE_SHEET if told.sheet else WHERE)
    st.caption(escaped(where.format(file=told.file, sheet=told.sheet, row=told.row)))
    if told.visitors is not None:
        st.write(desk.say(VISITS).format(count=number(told.visitors, desk.language)))
    for note in told.notes:
        st.markdown(_note(note))


def _row(desk: Desk, one: Earlier) -> None:
    row, language = one.row, desk.language
    parts = [when(row, language), desk.say(WHY[one.why])]
    if row.visits is not None:
        parts.append(desk.say(VISITED).format(count=number(row.visits, language)))
    if one.incidents is not None:
        parts.append(desk.say(INCIDENTS).format(count=one.incidents))
    with st.container(key=f"rad-forut-{row.id}", gap=None):
        ways.link(f"**{escaped(row.name)}**", row.id)
        st.caption(" · ".join(parts))
        for note in one.notes:
            if note.about != "other":
                st.caption(_note(note))


def _note(note: ListNote) -> str:
    return f"**{escaped(note.heading)}**: {escaped(note.text)}"
