"""The contact log of an organiser: every contact in its dossiers, and the way to note one in two taps.

A contact stands in the dossier that it is about: there it counts among the contacts before the event.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.organiser import Contact
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.contacts import NoteContact
from evenemang.flow.listing import DossierRow
from evenemang.flow.recalling.organisers import OPENED, ContactNoted, OrganiserStory, next_event
from evenemang.flow.saying import day
from evenemang.flow.words import CONTACTS, capital
from evenemang.pages import ways
from evenemang.pages.allowed import takes
from evenemang.pages.desk import SAY_WHO
from evenemang.pages.new_dossier import DAY_FORMAT
from evenemang.pages.people import people_of
from evenemang.pages.rows import when
from evenemang.pages.settings_parts.office import Office
from evenemang.pages.showing import escaped

TITLE = Text(sv="Kontakter", en="Contacts")
NOTE = Text(sv="Anteckna kontakt", en="Note a contact")
NONE = Text(
    sv="Inga kontakter är antecknade än. Anteckna första samtalet, mötet eller besöket.",
    en="No contacts are noted yet. Note the first call, meeting or visit.",
)
NO_DOSSIER = Text(
    sv="En kontakt antecknas i det ärende den gäller. Arrangören har inget ärende än: öppna ett först.",
    en="A contact is noted in the dossier it is about. The organiser has no dossier yet: open one first.",
)
WHAT = Text(sv="Vad sades?", en="What was said?")
WORDLESS = Text(sv="Skriv vad som sades.", en="Write what was said.")
HOW = Text(sv="Hur", en="How")
ABOUT = Text(sv="Vilket ärende gäller det?", en="Which dossier is it about?")
WHEN = Text(sv="Dag", en="Day")
WHO = Text(sv="Vem från gruppen", en="Who from the group")
SAVE = Text(sv="Spara", en="Save")
BEFORE = Text(sv="före evenemanget", en="before the event")
AFTER = Text(sv="från evenemangets första dag", en="from the event's first day")
LATEST = Text(
    sv="Här visas kontakterna i de {count} senaste ärendena.",
    en="Here are the contacts of the {count} latest dossiers.",
)
MORE = Text(sv="Visa {count} till", en="Show {count} more")
FEW = 8


def show(office: Office, story: OrganiserStory) -> None:
    """Show the log, the latest first, and the way to a new contact."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(office.say(TITLE), anchor=False, width="content")
        _add(office, story)
    if not story.events:
        st.write(office.say(NO_DOSSIER))
    elif not story.contacts:
        st.write(office.say(NONE))
    else:
        _boxed(office, "kontakter", story.contacts[:FEW])
        if len(story.contacts) > FEW:
            left = len(story.contacts) - FEW
            with st.expander(office.say(MORE).format(count=left), key="mer-kontakter"):
                _boxed(office, "kontakter-mer", story.contacts[FEW:])
    if not story.is_whole:
        st.caption(office.say(LATEST).format(count=OPENED))


def _boxed(office: Office, key: str, contacts: tuple[ContactNoted, ...]) -> None:
    people = people_of(office.house)
    with st.container(border=True, key=f"lista-{key}", gap=None):
        for at, noted in enumerate(contacts):
            one = noted.contact
            with st.container(key=f"rad-{key}-{at}", gap=None):
                st.markdown(escaped(one.what))
                parts = [
                    day(one.on, office.language),
                    office.say(capital(CONTACTS[one.how])),
                    escaped(people.say(one.by)),
                    office.say(BEFORE if noted.before else AFTER),
                ]
                st.caption(" · ".join(parts))
                ways.link(escaped(_called(office, noted.event)), noted.event.id, "underlag")


@takes("note-contact")
def _add(office: Office, story: OrganiserStory) -> None:
    if story.events and st.button(office.say(NOTE), key="ny-kontakt", icon=":material/add:", type="primary"):
        st.dialog(office.say(NOTE))(_form)(office, story)


def _form(office: Office, story: OrganiserStory) -> None:
    """Show the form: what was said is all that must be written, the rest is as it most likely was."""
    if office.actor is None:
        st.info(office.say(SAY_WHO))
        return
    what = st.text_area(office.say(WHAT), max_chars=LONGEST_TEXT, height=110, key="kontakt-vad")
    dossier, said = _fields(office, story, office.actor)
    if not st.button(office.say(SAVE), key="kontakt-spara", type="primary"):
        return
    if not what.strip():
        st.error(office.say(WORDLESS))
        return
    contact = Contact.model_validate({**said, "what": what})
    if office.do(partial(_note, office, dossier, contact), "note-contact"):
        st.rerun(scope="app")


def _note(office: Office, dossier: str, contact: Contact, by: Actor) -> object:
    office.workspace.do(dossier, NoteContact(contact=contact), by)
    return contact  # what was just saved is looked at, not the whole dossier


def _fields(office: Office, story: OrganiserStory, actor: Actor) -> tuple[str, dict[str, Any]]:
    today, people = office.workspace.now().date(), people_of(office.house)
    rows = {row.id: row for row in story.events}
    likely = next_event(story.events, today) or story.events[0]
    how = st.segmented_control(
        office.say(HOW),
        list(CONTACTS),
        default="phone",
        required=True,
        format_func=lambda one: office.say(capital(CONTACTS[one])),
        key="kontakt-hur",
    )
    dossier = st.selectbox(
        office.say(ABOUT),
        list(rows),
        index=list(rows).index(likely.id),
        format_func=lambda one: _called(office, rows[one]),
        key="kontakt-arende",
    )
    on = st.date_input(office.say(WHEN), value=today, max_value=today, format=DAY_FORMAT, key="kontakt-dag")
    by = people.choose(office.say(WHO), actor.name, office.language, "kontakt-vem") or actor.name
    return dossier, {"how": how, "on": on, "by": by}


def _called(office: Office, row: DossierRow) -> str:
    return f"{row.name}, {when(row, office.language)}"
