"""Arrangörer: the register as pages; of an organiser the contacts, the events and what happened there."""

from __future__ import annotations

from functools import partial

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.organiser import Organiser
from evenemang.domain.text import Language, Text
from evenemang.flow.recalling.organisers import OrganiserStory, organiser_story
from evenemang.flow.recalling.places import was_held
from evenemang.flow.words import EXPERIENCES, ORGANISER_KINDS, capital
from evenemang.pages import happened, register_page, registers, ways
from evenemang.pages.allowed import takes
from evenemang.pages.counting import CONTACTS, EVENTS, INCIDENTS, Counted
from evenemang.pages.house import House
from evenemang.pages.organiser_parts import contacts
from evenemang.pages.people import People, people_of
from evenemang.pages.register_page import Register
from evenemang.pages.settings_parts.grounds import NEW_ORGANISER, organiser_form
from evenemang.pages.settings_parts.office import Office, opened
from evenemang.pages.showing import escaped

CHANGE = Text(sv="Ändra uppgifterna", en="Change what is said")
EXPERIENCE = Text(sv="vana: {experience}", en="experience: {experience}")
CONTACT = Text(sv="kontaktperson: {who}", en="contact: {who}")
SO_FAR = Text(
    sv="Har hållit {events}, med {incidents}. {contacts} före evenemangen.",
    en="Has held {events}, with {incidents}. {contacts} before the events.",
)
SO_FAR_LATEST = Text(sv="Har hållit {events}, med {incidents}.", en="Has held {events}, with {incidents}.")
NOTHING_YET = Text(sv="Har inte hållit något evenemang än.", en="Has not held any event yet.")
HELD = Text(sv="Evenemang", en="Events")
HAPPENED = Text(sv="Händelser vid evenemangen", en="Incidents at the events")


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the list, or the organiser that the address names."""
    register_page.render(REGISTER, house, language, actor)


@takes("add-organiser")
def _new(office: Office) -> None:
    if st.button(office.say(NEW_ORGANISER), key="ny-arrangor", icon=":material/add:", type="primary"):
        st.dialog(office.say(NEW_ORGANISER))(organiser_form)(office, None, 0)


def _line(office: Office, people: People, one: Organiser) -> str:
    say = office.say
    parts = [
        say(capital(ORGANISER_KINDS[one.kind])) if one.kind else "",
        say(EXPERIENCE).format(experience=say(EXPERIENCES[one.experience])) if one.experience else "",
        say(CONTACT).format(who=people.say(one.contact)) if one.contact else "",
    ]
    return escaped(" · ".join(part for part in parts if part)) or "–"


def _story(office: Office, one: Organiser) -> None:
    st.caption(_line(office, people_of(office.house), one))
    story = organiser_story(office.workspace, one.id)
    st.write(_so_far(office, story))
    contacts.show(office, story)
    st.header(office.say(HELD), anchor=False)
    happened.events(office, story.events, story.incidents, story.conditions)
    st.header(office.say(HAPPENED), anchor=False)
    latest = tuple(reversed(story.incidents))
    names = {row.id: row.name for row in story.events}
    happened.incidents(office, latest, names, registers.places(office.house))


@takes("change-organiser")
def _change(office: Office, one: Organiser) -> None:
    if st.button(office.say(CHANGE), key=f"andra-{one.id}", type="tertiary"):
        opened(f"arrangor-{one.id}")
        st.dialog(office.say(CHANGE))(organiser_form)(office, one, office.version("organiser", one.id))


def _so_far(office: Office, story: OrganiserStory) -> str:
    today, language = office.workspace.now().date(), office.language
    held = [one for one in story.events if was_held(one, today)]
    if not held:
        return office.say(NOTHING_YET)
    before = sum(one.before for one in story.contacts)
    return office.say(SO_FAR if story.is_whole else SO_FAR_LATEST).format(
        events=EVENTS.say(len(held), language),
        incidents=INCIDENTS.say(len(story.incidents), language),
        contacts=CONTACTS.say(before, language),
    )


REGISTER = Register(
    address=ways.ORGANISERS,
    icon=":material/corporate_fare:",
    title=Text(sv="Arrangörer", en="Organisers"),
    count=Counted(
        Text(sv="1 arrangör", en="1 organiser"), Text(sv="{count} arrangörer", en="{count} organisers")
    ),
    about=Text(
        sv="Vilka som håller evenemang, hur det har gått och vad ni har talat om.",
        en="Who holds events, how it has gone, and what you have talked about.",
    ),
    empty=Text(
        sv="Inga arrangörer än. Lägg till den första här, eller när ett ärende får sin arrangör.",
        en="No organisers yet. Add the first here, or when a dossier gets its organiser.",
    ),
    all=Text(sv="Alla arrangörer", en="All organisers"),
    known=registers.organisers,
    new=_new,
    lines=lambda office: partial(_line, office, people_of(office.house)),
    change=_change,
    story=_story,
)
