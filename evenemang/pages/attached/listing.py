"""One attachment in a list: what it is, a small picture of it, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from evenemang.domain.assessment import AttachmentNote
from evenemang.domain.text import Text
from evenemang.pages.attached import changing
from evenemang.pages.attached.words import ICONS, line, row_names
from evenemang.pages.desk import Desk
from evenemang.pages.people import People
from evenemang.pages.showing import escaped
from evenemang.pages.stamp import stamp

OPEN = Text(sv="Hämta", en="Download")
GONE = Text(
    sv="Filen saknas i datamappen. Be den som sköter servern hämta den ur en säkerhetskopia.",
    en="The file is missing from the data folder. Ask whoever runs the server to fetch it from a backup.",
)
INTERNAL = Text(sv="Intern", en="Internal")
BELONGS = Text(sv="Hör till: {rows}", en="Belongs to: {rows}")
WIDE, NARROW = 96, 56  # pixels


def row(desk: Desk, note: AttachmentNote, people: People, key: str) -> None:
    """Show an attachment whole, with the ways to fetch it, change it and take it away."""
    with st.container(key=f"rad-bilaga-{key}", horizontal=True, wrap=False, vertical_alignment="top"):
        picture(desk, note, WIDE)
        with st.container(gap="xsmall", key=f"bilaga-text-{key}"):
            st.markdown(f"**{escaped(note.name)}**{_badges(desk, note)}")
            st.caption(line(desk, note, people))
            if note.description:
                st.markdown(f":small[{escaped(note.description)}]")
            names = row_names(desk)
            about = [names[one] for one in note.about if one in names]
            if about:
                st.caption(desk.say(BELONGS).format(rows=escaped(" · ".join(about))))
            with st.container(horizontal=True, gap="small"):
                fetch(desk, note, key)
                changing.buttons(desk, note, key)


def short(desk: Desk, note: AttachmentNote, key: str) -> None:
    """Show an attachment beside what it is about: a small picture, its name, and the way to fetch it."""
    with st.container(
        key=f"bilaga-kort-{key}", horizontal=True, wrap=False, vertical_alignment="center", gap="small"
    ):
        picture(desk, note, NARROW)
        with st.container(gap=None, width="content"):
            st.markdown(f":small[{escaped(note.name)}]{_badges(desk, note)}")
        fetch(desk, note, key)


def picture(desk: Desk, note: AttachmentNote, width: int) -> None:
    """Show a small picture of a file, or a sign for its kind."""
    found = desk.house.files.small(desk.dossier, note.file)
    with st.container(width=width):
        if found:
            st.image(found, width="stretch", alt=note.description or note.name)
        else:
            sign = ICONS.get(note.file.rpartition(".")[2], "image")
            st.markdown(f":material/{sign}:")


def fetch(desk: Desk, note: AttachmentNote, key: str) -> None:
    """Show the button that fetches a file; who may have it is asked when it is pressed."""
    if not desk.house.files.is_there(note):
        st.caption(desk.say(GONE))
        return
    name, mime = desk.house.files.label(note)
    st.download_button(
        desk.say(OPEN),
        _content(desk, note),
        file_name=name,
        mime=mime,
        key=f"hamta-bilaga-{key}",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )


def _content(desk: Desk, note: AttachmentNote) -> Callable[[], bytes]:
    return lambda: desk.house.files.fetch(desk.dossier.id, note.file, desk.actor).content


def _badges(desk: Desk, note: AttachmentNote) -> str:
    secret = stamp(desk, note.file)
    if secret or note.secrecy != "internal":
        return secret
    return f" :gray-badge[:material/visibility_lock: {desk.say(INTERNAL)}]"
