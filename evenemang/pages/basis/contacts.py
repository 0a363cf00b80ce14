"""Contacts with the organiser, the police and others, in the order they were had."""

from __future__ import annotations

from typing import Any

import streamlit as st

from evenemang.domain.organiser import Contact
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.contacts import MendContact, NoteContact
from evenemang.flow.saying import day
from evenemang.flow.words import CONTACTS, capital
from evenemang.pages.allowed import takes
from evenemang.pages.desk import SAY_WHO, Desk, show_refusal
from evenemang.pages.limits import LIMIT
from evenemang.pages.new_dossier import DAY_FORMAT
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

TITLE = Text(sv="Kontakter", en="Contacts")
NONE = Text(
    sv="Inga kontakter är antecknade än. Anteckna första samtalet, mötet eller besöket.",
    en="No contacts are noted yet. Note the first call, meeting or visit.",
)
NOTE = Text(sv="Anteckna kontakt", en="Note a contact")
MEND = Text(sv="Rätta", en="Mend")
MEND_TITLE = Text(sv="Rätta en kontakt", en="Mend a contact")
KEEP = Text(sv="Spara rättelsen", en="Keep what is mended")
WHEN = Text(sv="Dag", en="Day")
HOW = Text(sv="Hur", en="How")
WHO = Text(sv="Vem från gruppen", en="Who from the group")
WHAT = Text(sv="Vad sades?", en="What was said?")
WORDLESS = Text(sv="Skriv vad som sades.", en="Write what was said.")


def show(desk: Desk) -> None:
    """Show the contacts, and the way to note one."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(desk.say(TITLE), anchor=False, width="content")
        _add(desk)
    if not desk.dossier.contacts:
        st.write(desk.say(NONE))
        return
    people = people_of(desk.house)
    with st.container(border=True, key="lista-kontakter", gap=None):
        for index, one in enumerate(desk.dossier.contacts):
            with st.container(key=f"rad-kontakt-{index}", gap=None):
                with st.container(
                    horizontal=True, horizontal_alignment="distribute", vertical_alignment="top"
                ):
                    st.markdown(escaped(one.what), width="stretch")
                    if desk.may("mend-contact") and st.button(
                        desk.say(MEND), key=f"ratta-kontakt-{index}", type="tertiary"
                    ):
                        st.dialog(desk.say(MEND_TITLE))(_mend)(desk, one)
                how = desk.say(capital(CONTACTS[one.how]))
                st.caption(f"{day(one.on, desk.language)} · {how} · {escaped(people.say(one.by))}")


@takes("note-contact")
def _add(desk: Desk) -> None:
    if st.button(desk.say(NOTE), key="ny-kontakt", icon=":material/add:", type="primary"):
        st.dialog(desk.say(NOTE))(_form)(desk)


def _form(desk: Desk) -> None:
    if desk.actor is None:
        st.info(desk.say(SAY_WHO))
        return
    today = desk.house.workspace.now().date()
    said = _fields(desk, Contact(on=today, how="phone", by=desk.actor.name, what="–"), "", "k")
    if st.button(desk.say(NOTE), key="k-spara", type="primary"):
        if not said["what"].strip():
            st.error(desk.say(WORDLESS))
        elif desk.do(NoteContact(contact=Contact.model_validate(said))):
            st.rerun()
    show_refusal()


def _mend(desk: Desk, was: Contact) -> None:
    if desk.actor is None:
        st.info(desk.say(SAY_WHO))
        return
    said = _fields(desk, was, was.what, f"k-{desk.dossier.contacts.index(was)}")
    if st.button(desk.say(KEEP), key="k-spara", type="primary"):
        if not said["what"].strip():
            st.error(desk.say(WORDLESS))
        elif desk.do_as_seen(MendContact(was=was, contact=Contact.model_validate(said))):
            st.rerun()
    show_refusal()


def _fields(desk: Desk, begin: Contact, what: str, key: str) -> dict[str, Any]:
    """Show the fields of a contact as it begins, and return what they say."""
    people = people_of(desk.house)
    today = desk.house.workspace.now().date()
    said: dict[str, Any] = {
        "on": st.date_input(
            desk.say(WHEN),
            value=begin.on,
            max_value=max(today, begin.on),
            format=DAY_FORMAT,
            key=f"{key}-dag",
        ),
        "how": st.segmented_control(
            desk.say(HOW),
            list(CONTACTS),
            default=begin.how,
            required=True,
            format_func=lambda one: desk.say(capital(CONTACTS[one])),
            key=f"{key}-hur",
        ),
        "by": people.choose(desk.say(WHO), begin.by, desk.language, f"{key}-vem") or begin.by,
        "what": st.text_area(desk.say(WHAT), value=what, max_chars=LONGEST_TEXT, key=f"{key}-vad"),
    }
    st.caption(desk.say(LIMIT))
    return said
