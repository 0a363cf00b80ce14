"""Kommunen: its name and its arms, shown in the app, in workbooks and on paper."""

from __future__ import annotations

from base64 import b64decode
from functools import partial

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import FileUnfit
from evenemang.domain.setting import ARMS, NAME, place_of
from evenemang.domain.text import Text
from evenemang.flow.settings.changing import name_municipality, put_back, set_arms
from evenemang.pages import refusing
from evenemang.pages.settings_parts import trail
from evenemang.pages.settings_parts.office import SAVE, Office, opened, save
from evenemang.pages.showing import escaped

TITLE = Text(sv="Kommunens namn och vapen", en="The municipality's name and arms")
SHOWN = Text(
    sv="Visas överst i appen, på arbetsböckernas första blad och på utskrifter.",
    en="Shown at the top of the app, on the first sheet of workbooks and on paper.",
)
NO_NAME = Text(
    sv="Kommunens namn är inte angivet. Det syns därför inte i arbetsböcker och på utskrifter{place}.",
    en="The municipality's name is not given. So it is not in workbooks and on paper{place}.",
)
PLACE = Text(
    sv=", och tillståndens tider räknas som i {place}", en=", and times for permits are counted as in {place}"
)
LABEL = Text(sv="Kommunens namn, till exempel Alingsås kommun", en="The name, such as Alingsås kommun")
CHANGE_NAME = Text(sv="Ändra namnet", en="Change the name")
GIVE_NAME = Text(sv="Ange namnet", en="Give the name")
MISSING = Text(sv="Skriv kommunens namn.", en="Write the municipality's name.")
ARMS_TITLE = Text(sv="Vapen", en="Arms")
NO_ARMS = Text(sv="Inget vapen är valt.", en="No arms are chosen.")
ALT = Text(sv="Kommunens vapen", en="The municipality's arms")
CHOOSE = Text(sv="Välj vapen", en="Choose arms")
UPLOAD = Text(
    sv="Bild i PNG eller JPEG, högst 5 MB. Den ritas om i liten storlek; inget annat i filen följer med.",
    en="A picture in PNG or JPEG, at most 5 MB. It is drawn anew and small; nothing else of the file comes "
    "along.",
)
TAKE_AWAY = Text(sv="Ta bort vapnet", en="Take the arms away")
NO_FILE = Text(sv="Välj en fil först.", en="Choose a file first.")


def show(office: Office) -> None:
    """Show name and arms, and the ways to change them."""
    say, settings = office.say, office.content.settings
    st.header(say(TITLE), anchor=False)
    st.caption(say(SHOWN))
    with st.container(border=True):
        if settings.name:
            st.subheader(escaped(settings.name), anchor=False)
        else:
            st.write(escaped(_without(office)))
        if office.may("name-municipality"):
            label = say(CHANGE_NAME if settings.name else GIVE_NAME)
            if st.button(label, key="andra-namn", type="secondary" if settings.name else "primary"):
                opened("namn")
                st.dialog(label)(_name)(office, settings.name or "", office.version("setting", NAME))
        trail.show(office, "setting", NAME, _back(office, NAME))
    with st.container(border=True):
        st.subheader(say(ARMS_TITLE), anchor=False)
        if settings.arms:
            st.image(b64decode(settings.arms), width=96)
        else:
            st.write(say(NO_ARMS))
        if office.may("set-arms"):
            _arms_buttons(office, bool(settings.arms))
        trail.show(office, "setting", ARMS, _back(office, ARMS))


def _back(office: Office, setting: str) -> trail.Back | None:
    if not office.may("name-municipality"):
        return None
    return lambda version, by, seen: put_back(office.workspace, setting, version, by, seen)


def _without(office: Office) -> str:
    """Return what it means that no name is given: whose local times count meanwhile is said, not silent."""
    places = [place for file in office.content.permits if (place := place_of(file, None))]
    place = office.say(PLACE).format(place=", ".join(dict.fromkeys(places))) if places else ""
    return office.say(NO_NAME).format(place=place)


def _name(office: Office, now: str, seen: int) -> None:
    name = st.text_input(office.say(LABEL), value=now, max_chars=100, key="kommun-namn")
    if st.button(office.say(SAVE), key="spara-namn", type="primary"):
        if not name.strip():
            st.error(office.say(MISSING))
            return

        def deed(by: Actor, last: int) -> object:
            return name_municipality(office.workspace, name.strip(), by, last)

        save(office, "namn", deed, kind="setting", record=NAME, seen=seen)


def _arms_buttons(office: Office, there: bool) -> None:
    seen = office.version("setting", ARMS)
    with st.container(horizontal=True):
        if st.button(office.say(CHOOSE), key="valj-vapen"):
            opened("vapen")
            st.dialog(office.say(CHOOSE))(_upload)(office, seen)
        if there and st.button(office.say(TAKE_AWAY), key="ta-bort-vapen", type="tertiary"):
            take = partial(_keep, office, None)
            save(office, "vapen-bort", take, kind="setting", record=ARMS, seen=seen)


def _upload(office: Office, seen: int) -> None:
    upload = st.file_uploader(
        office.say(UPLOAD), type=["png", "jpg", "jpeg"], max_upload_size=5, key="vapen-fil"
    )
    if st.button(office.say(SAVE), key="spara-vapen", type="primary"):
        if upload is None:
            st.error(office.say(NO_FILE))
            return
        try:
            arms = office.house.arms_of(upload.getvalue(), upload.name)
        except FileUnfit as unfit:
            refusing.tell(unfit, office.language, "set-arms")
            return
        save(office, "vapen", partial(_keep, office, arms), kind="setting", record=ARMS, seen=seen)


def _keep(office: Office, arms: str | None, by: Actor, seen: int) -> object:
    return set_arms(office.workspace, arms, by, seen)
