"""Funktioner: the posts of the group, added, renamed and taken out of use."""

from __future__ import annotations

from functools import partial
from typing import Any, get_args

import streamlit as st

from evenemang.domain.actor import Actor, Function, Part
from evenemang.domain.text import Text
from evenemang.flow.recording import functions
from evenemang.flow.settings.posts import Post, add_function, change_function, put_back, retire_function
from evenemang.flow.words import GROUP_PARTS, capital
from evenemang.pages.settings_parts import trail
from evenemang.pages.settings_parts.office import SAVE, Office, opened, save
from evenemang.pages.showing import escaped, plain

TITLE = Text(sv="Funktioner i och omkring gruppen", en="Posts in and around the group")
ABOUT = Text(
    sv="Funktioner äger åtgärder och skriver under; ingen behörighet följer av dem. En funktion tas aldrig "
    "bort, bara ur bruk: det den har gjort och äger behåller sitt namn.",
    en="Posts own actions and sign; no role follows from them. A post is never deleted, only taken out of "
    "use: what it has done and owns keeps its name.",
)
NONE = Text(sv="Inga funktioner än.", en="No posts yet.")
NEW = Text(sv="Ny funktion", en="New post")
CHANGE = Text(sv="Ändra {name}", en="Change {name}")
RETIRE = Text(sv="Ta {name} ur bruk", en="Take {name} out of use")
BRING_BACK = Text(sv="Ta {name} i bruk igen", en="Bring {name} into use again")
RETIRED = Text(sv="används inte längre", en="no longer in use")
NAME = Text(sv="Funktionens namn, till exempel Projektledare evenemang", en="The post's name")
SHORT = Text(sv="Kort namn, som det står i listor", en="Short name, as it stands in lists")
PART = Text(sv="Roll i gruppen", en="Part in the group")
MISSING = Text(sv="Skriv funktionens namn.", en="Write the post's name.")
PARTS: tuple[Part, ...] = get_args(Part)


def show(office: Office) -> None:
    """Show the posts, those in use first."""
    st.header(office.say(TITLE), anchor=False)
    st.caption(office.say(ABOUT))
    found = sorted(functions(office.workspace).values(), key=lambda one: (one.retired, one.title.casefold()))
    if not found:
        st.write(office.say(NONE))
    may = office.may("change-function")
    if may and st.button(office.say(NEW), key="ny-funktion", icon=":material/add:", type="primary"):
        st.dialog(office.say(NEW))(_form)(office, None, 0)
    for one in found:
        with st.container(border=True, key=f"funktion-{one.id}"):
            _post(office, one, may=may)


def _post(office: Office, one: Function, *, may: bool) -> None:
    name = one.title or one.short or one.id
    parts = [office.say(capital(GROUP_PARTS[one.part]))]
    parts += [escaped(one.short)] if one.short and one.short != name else []
    parts += [f"*{office.say(RETIRED)}*"] if one.retired else []
    st.markdown(f"**{escaped(name)}** · {' · '.join(parts)}")
    seen = office.version("function", one.id)
    if may:
        with st.container(horizontal=True):
            if st.button(office.say(CHANGE).format(name=plain(name)), key=f"andra-{one.id}"):
                opened(f"funktion-{one.id}")
                st.dialog(plain(name))(_form)(office, one, seen)
            label = office.say(BRING_BACK if one.retired else RETIRE).format(name=plain(name))
            if st.button(label, key=f"ur-bruk-{one.id}", type="tertiary"):
                turn = partial(_retire, office, one.id, back=one.retired)
                save(office, f"ur-bruk-{one.id}", turn, kind="function", record=one.id, seen=seen)
    back = partial(_back, office, one.id) if may else None
    trail.show(office, "function", one.id, back)


def _back(office: Office, function: str, version: int, by: Actor, seen: int) -> object:  # a way back
    return put_back(office.workspace, function, version, by, seen)


def _retire(office: Office, function: str, by: Actor, seen: int, *, back: bool) -> object:
    return retire_function(office.workspace, function, by, seen, back=back)


def _form(office: Office, one: Function | None, seen: int) -> None:
    mark = one.id if one else "ny"
    said: dict[str, Any] = {
        "title": st.text_input(
            office.say(NAME), value=one.title if one else "", max_chars=200, key=f"titel-{mark}"
        ),
        "short": st.text_input(
            office.say(SHORT), value=one.short if one else "", max_chars=80, key=f"kort-{mark}"
        ),
        "part": st.selectbox(
            office.say(PART),
            PARTS,
            index=PARTS.index(one.part if one else "member"),
            format_func=lambda part: office.say(capital(GROUP_PARTS[part])),
            key=f"del-{mark}",
        ),
    }
    if not st.button(office.say(SAVE), key=f"spara-{mark}", type="primary"):
        return
    if not said["title"].strip():
        st.error(office.say(MISSING))
        return
    post = Post.model_validate(said)
    if one is None:
        if office.do(lambda by: add_function(office.workspace, post, by), "add-function"):
            st.rerun(scope="app")
        return
    change = partial(_change, office, one.id, post)
    save(office, f"funktion-{one.id}", change, kind="function", record=one.id, seen=seen)


def _change(office: Office, function: str, post: Post, by: Actor, seen: int) -> object:  # whose, to what
    return change_function(office.workspace, function, post, by, seen)
