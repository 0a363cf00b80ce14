"""Sekretess: who is named to see what is secret, and what is marked, with its paragraph."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.secret import Marking, Named
from evenemang.domain.text import Text
from evenemang.flow.access import Everyone
from evenemang.flow.deeds import place
from evenemang.flow.marking import proposed_marks
from evenemang.flow.membership import members
from evenemang.flow.naming import BeginSecret, LetSee, StopSeeing
from evenemang.flow.paragraphs import NOT_HERE, PARAGRAPHS, REMINDS
from evenemang.flow.secrecy import holds_secret
from evenemang.pages.allowed import takes
from evenemang.pages.basis import marking
from evenemang.pages.desk import Desk, show_refusal
from evenemang.pages.people import NOBODY as NOBODY_CHOSEN
from evenemang.pages.people import People, people_of
from evenemang.pages.showing import escaped, moment

WHO = Text(sv="Utsedda att se det hemliga", en="Named to see what is secret")
EVERYBODY = Text(
    sv="Ingen inloggning används. Alla som kommer åt den här datorn ser allt, även det hemliga. Vilka som är "
    "utsedda börjar gälla när inloggning används.",
    en="No sign-in is used. Everybody who can use this computer sees everything, what is secret too. Who is "
    "named comes into force when sign-in is used.",
)
NOBODY = Text(
    sv="Ingen är utsedd, och inget i ärendet är hemligt än. Den som först skriver något hemligt blir utsedd.",
    en="Nobody is named, and nothing in the dossier is secret. Who first writes something secret is named.",
)
NOBODY_SEES = Text(
    sv="Ingen är utsedd, fast ärendet har hemliga delar. Utse någon som behöver se dem.",
    en="Nobody is named, though the dossier has secret parts. Name somebody who needs to see them.",
)
BEGIN = Text(sv="Påbörja den hemliga delen", en="Begin the secret part")
BEGIN_MEANS = Text(
    sv="Du blir utsedd att se den, och det syns i historiken. Därefter utser en samordnare fler.",
    en="You are named to see it, and the history tells so. After that a coordinator names others.",
)
LET_IN = Text(sv="utsedd av {by} {when}", en="named by {by} {when}")
NAME = Text(sv="Vem behöver se det hemliga?", en="Who needs to see what is secret?")
ADD = Text(sv="Utse", en="Name")
TAKE = Text(sv="Ta bort", en="Take away")
NEEDS_NAME = Text(sv="Välj vem först.", en="Choose who first.")
MARKS = Text(sv="Sekretessmarkeringar", en="Secrecy marks")
NO_MARKS = Text(sv="Inget är märkt än.", en="Nothing is marked yet.")
NOT_SHOWN = Text(
    sv="Vad som är märkt visas bara för dem som är utsedda.",
    en="What is marked is shown only to those named.",
)
STAMP = Text(sv="Sekretess", en="Secret")
ACCORDING = Text(
    sv="Uppgifterna kan vara sekretessbelagda enligt {paragraph}: {protects}.",
    en="The information may be secret under {paragraph}: {protects}.",
)
PROPOSED = Text(
    sv="Förslag: {area} är hemligt till sin art. Märk det.", en="Proposed: {area} is secret by kind."
)


def show(desk: Desk) -> None:
    """Show who is named, and what is marked."""
    show_refusal()
    people = people_of(desk.house)
    left, right = st.columns(2, gap="large")
    with left:
        st.header(desk.say(WHO), anchor=False)
        _named(desk, people)
    with right:
        st.header(desk.say(MARKS), anchor=False)
        _marks(desk, people)
    st.caption(desk.say(REMINDS))
    st.caption(desk.say(NOT_HERE))


def _named(desk: Desk, people: People) -> None:
    named, secret = desk.whole.named, holds_secret(desk.whole, desk.content)
    if isinstance(desk.house.workspace.access, Everyone):
        st.info(desk.say(EVERYBODY), icon=":material/lock_open:")
    if not named:
        st.write(desk.say(NOBODY_SEES if secret else NOBODY))
        if not secret and desk.hidden:
            _begin(desk)
    for number, one in enumerate(named):
        _row(desk, people, one, number)
    _name(desk, people)


def _row(desk: Desk, people: People, one: Named, number: int) -> None:
    with st.container(
        key=f"rad-utsedd-{number}",
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
    ):
        by, when = people.say(one.let_in.by), moment(one.let_in.at, desk.language)
        let_in = desk.say(LET_IN).format(by=by, when=when)
        st.markdown(f"**{escaped(people.say(one.name))}** :small[{escaped(let_in)}]", width="content")
        _take_away(desk, one.name, number)


@takes("begin-secret")
def _begin(desk: Desk) -> None:
    st.caption(desk.say(BEGIN_MEANS))
    st.button(desk.say(BEGIN), key="paborja-hemligt", on_click=desk.doing(BeginSecret()))


@takes("stop-seeing")
def _take_away(desk: Desk, who: str, number: int) -> None:
    st.button(
        desk.say(TAKE),
        key=f"ta-bort-utsedd-{number}",
        type="tertiary",
        on_click=desk.doing(StopSeeing(who=who)),
    )


@takes("let-see")
def _name(desk: Desk, people: People) -> None:
    who = st.selectbox(
        desk.say(NAME),
        _choices(desk, people),
        index=None,
        placeholder=desk.say(NOBODY_CHOSEN),
        format_func=people.say,
        accept_new_options=isinstance(desk.house.workspace.access, Everyone),
        key="utse-vem",
    )
    if st.button(desk.say(ADD), key="utse"):
        if not who:
            st.error(desk.say(NEEDS_NAME))
        elif desk.do(LetSee(who=who)):
            st.rerun()
        show_refusal()


def _choices(desk: Desk, people: People) -> list[str]:
    """Return whom one may name: members where there is sign-in, posts where there is none."""
    already = {one.name for one in desk.whole.named}
    known = [one.name for one in members(desk.house.workspace)] or list(people.in_use)
    return [one for one in known if one not in already]


def _marks(desk: Desk, people: People) -> None:
    if desk.hidden:
        st.write(desk.say(NOT_SHOWN))
        return
    if not desk.dossier.markings:
        st.write(desk.say(NO_MARKS))
    for number, one in enumerate(desk.dossier.markings):
        with st.container(key=f"rad-markning-{number}", gap=None):
            _mark(desk, people, one)
    proposed = tuple(proposed_marks(desk.dossier, desk.content))
    for area, _ in proposed:
        found = desk.content.areas.get(area)
        title = desk.say(found.title) if found else area
        st.info(desk.say(PROPOSED).format(area=escaped(title)), icon=":material/lock:")
    marking.form(desk, proposed)


def _mark(desk: Desk, people: People, one: Marking) -> None:
    what = place(one.id, desk.content, desk.language, marking.own_words(desk))
    st.markdown(f":red-badge[:material/lock: {desk.say(STAMP)}] **{escaped(what)}**")
    st.markdown(f":small[{escaped(said(desk, one))}]")
    st.caption(
        f"{escaped(one.because)} · {escaped(people.say(one.given.by))} · "
        f"{moment(one.given.at, desk.language)}"
    )


def said(desk: Desk, one: Marking) -> str:
    """Return what a mark reminds of."""
    paragraph = PARAGRAPHS.get(one.paragraph)
    if paragraph is None:
        return one.paragraph
    name, protects = desk.say(paragraph.name), desk.say(paragraph.protects)
    return desk.say(ACCORDING).format(paragraph=name, protects=protects)
