"""Behörigheter: who may sign in and with which role, and the guests of each dossier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, cast, get_args

import streamlit as st
from pydantic import ValidationError

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.role import RISING, ROLES, GuestRole, Member, Role
from evenemang.domain.text import Language, Text
from evenemang.flow.membership import (
    Invited,
    give_role,
    invite_guest,
    members,
    take_back_guest,
    take_back_role,
)
from evenemang.flow.operation import NOT_LOOKED
from evenemang.flow.saying import day
from evenemang.flow.storing import Search
from evenemang.pages import acting, refusing
from evenemang.pages.house import House
from evenemang.pages.showing import escaped, plain

TITLE = Text(sv="Behörigheter", en="Roles")
NO_SIGN_IN = Text(
    sv="Evenemang körs utan inloggning på den egna maskinen: den som kommer åt den får göra allt. "
    "Behörigheter finns först när inloggning är inställd.",
    en="Evenemang runs without sign-in on this machine: whoever gets at it may do everything. "
    "There are roles only once sign-in is set up.",
)
NOT_YOURS = Text(
    sv="Behörigheter sköts av samordnare och administratörer. Fråga {ask}.",
    en="Roles are looked after by coordinators and administrators. Ask {ask}.",
)
MEANS: Mapping[Role, Text] = {
    "reader": Text(sv="läser allt utom det som är hemligt", en="reads all but what is secret"),
    "assessor": Text(
        sv="svarar, bedömer risker, sköter åtgärder och skriver på plats",
        en="answers, judges risks, sees to actions and writes on site",
    ),
    "coordinator": Text(
        sv="öppnar ärenden, tar ställning, ändrar register och släpper in gäster",
        en="opens dossiers, decides, changes registers and lets guests in",
    ),
    "administrator": Text(
        sv="ändrar inställningarna, ger och tar tillbaka behörigheter",
        en="changes the settings, gives and takes back roles",
    ),
}
IN_HOUSE = Text(sv="I alla ärenden", en="In every dossier")
GUESTS = Text(sv="Gäster i ett ärende", en="Guests in a dossier")
GUESTS_ARE = Text(
    sv="Den som kommer från polisen, räddningstjänsten eller någon annan utanför ser bara de ärenden de är "
    "gäst i.",
    en="Somebody from the police, the rescue service or elsewhere outside sees only the dossiers that they "
    "are a guest in.",
)
NOBODY = Text(sv="Ingen än.", en="Nobody yet.")
LINE = Text(sv="{name} · {role}", en="{name} · {role}")
BY_GROUP = Text(sv="genom katalogens grupp", en="by the directory's group")
GUEST_LINE = Text(
    sv="{name} · {role} i {event} · sedan {day}, av {by}",
    en="{name} · {role} in {event} · since {day}, by {by}",
)
TAKE_BACK_FROM = Text(sv="Ta tillbaka från {name}", en="Take back from {name}")
EMAIL = Text(sv="E-postadress i arbetskontot", en="E-mail address of the work account")
NAME = Text(sv="Namn", en="Name")
FROM = Text(sv="Organisation, till exempel Polisen", en="Organisation, such as the police")
ROLE = Text(sv="Behörighet", en="Role")
WHICH = Text(sv="Ärende", en="Dossier")
CHOOSE = Text(sv="Välj ett ärende", en="Choose a dossier")
GIVE = Text(sv="Ge behörighet", en="Give the role")
INVITE = Text(sv="Släpp in", en="Let in")
NO_EMAIL = Text(
    sv="Skriv en hel e-postadress, till exempel anna.berg@kommunen.se.",
    en="Write a whole e-mail address, such as anna.berg@kommunen.se.",
)
ROUND = "behorigheter-omgang"
SHOWN, BEFORE = "behorigheter-visade", "behorigheter-visade-nyss"
MOST = 500  # dossiers to choose among, the soonest first


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the page."""
    st.title(TITLE.say(language), anchor=False)
    if house.admission is None or actor is None:
        st.info(NO_SIGN_IN.say(language))
        return
    access = house.workspace.access
    if not access.may(actor, "invite-guest"):
        st.info(escaped(NOT_YOURS.say(language).format(ask=house.admission.rules.ask.say(language))))
        return
    everyone = members(house.workspace)
    _remember(everyone)
    st.header(IN_HOUSE.say(language), anchor=False)
    st.markdown("\n".join(f"- **{ROLES[one].say(language)}** {MEANS[one].say(language)}" for one in RISING))
    may = access.may(actor, "give-role")
    for one in (each for each in everyone if each.everywhere):
        _member(house, one, language, actor if may else None)
    if may:
        _role_form(house, language, actor)
    st.header(GUESTS.say(language), anchor=False)
    st.write(GUESTS_ARE.say(language))
    _guests(house, everyone, language, actor)
    _guest_form(house, language, actor)
    if access.may(actor, "tie-to-posts"):
        acting.show(house, everyone, language, actor)


def _remember(everyone: tuple[Member, ...]) -> None:
    """Keep the roles as they are shown now, and as they were shown when the person pressed the button."""
    st.session_state[BEFORE] = st.session_state.get(SHOWN, {})
    st.session_state[SHOWN] = {(one.email, None): one.role for one in everyone} | {
        (one.email, guest.dossier): guest.role for one in everyone for guest in one.guest_in
    }


def _saw(email: str | None, dossier: str | None = None) -> Any:
    """Return the role that the person saw somebody have, everywhere or in a dossier."""
    before = st.session_state[BEFORE]
    return before.get((email, dossier)) if before else NOT_LOOKED


def _member(house: House, one: Member, language: Language, actor: Actor | None) -> None:
    assert one.everywhere
    role = ROLES[one.everywhere].say(language)
    parts = [f"**{escaped(one.name)}** · {role}"]
    parts += [escaped(one.email)] if one.email and one.email not in one.name else []
    parts += [] if one.role else [BY_GROUP.say(language)]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(" · ".join(parts), width="stretch")
        if actor and one.role and one.id != actor.member:
            take = partial(take_back_role, house.workspace, one.id, actor, seen=_saw(one.email))
            _take_back(one, take, language, f"ta-{one.id}")


def _guests(house: House, everyone: tuple[Member, ...], language: Language, actor: Actor) -> None:
    rows = [(one, guest) for one in everyone for guest in one.guest_in]
    if not rows:
        st.write(NOBODY.say(language))
    for one, guest in rows:
        said = GUEST_LINE.say(language).format(
            name=f"**{escaped(one.name)}**" + (f", {escaped(one.organisation)}" if one.organisation else ""),
            role=ROLES[guest.role].say(language),
            event=escaped(house.workspace.dossier(guest.dossier).record.event.name),
            day=day(guest.given.at.date(), language),
            by=escaped(guest.given.by),
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(said, width="stretch")
            saw = _saw(one.email, guest.dossier)
            take = partial(take_back_guest, house.workspace, one.id, guest.dossier, actor, seen=saw)
            _take_back(one, take, language, f"ta-{one.id}-{guest.dossier}")


def _take_back(one: Member, take: Callable[[], object], language: Language, key: str) -> None:
    if st.button(TAKE_BACK_FROM.say(language).format(name=plain(one.name)), key=key):
        _done(take, language)


def _role_form(house: House, language: Language, actor: Actor) -> None:
    with st.form("ge-behorighet", clear_on_submit=False):
        email = st.text_input(EMAIL.say(language), key=_anew("ge-epost"), max_chars=254)
        name = st.text_input(NAME.say(language), key=_anew("ge-namn"), max_chars=200)
        role = st.selectbox(
            ROLE.say(language), RISING, format_func=lambda one: ROLES[one].say(language), key="ge-roll"
        )
        if st.form_submit_button(GIVE.say(language), type="primary"):
            whom = _invited(email, name, "", language)
            if whom:
                saw = _saw(whom.email)
                _done(lambda: give_role(house.workspace, whom, role, actor, seen=saw), language)


def _guest_form(house: House, language: Language, actor: Actor) -> None:
    rows = {row.id: row.name for row in house.workspace.store.dossiers(Search(limit=MOST))}
    with st.form("slapp-in", clear_on_submit=False):
        dossier = st.selectbox(
            WHICH.say(language),
            list(rows),
            format_func=lambda one: rows[one],
            index=None,
            placeholder=CHOOSE.say(language),
            key="gast-arende",
        )
        email = st.text_input(EMAIL.say(language), key=_anew("gast-epost"), max_chars=254)
        name = st.text_input(NAME.say(language), key=_anew("gast-namn"), max_chars=200)
        organisation = st.text_input(FROM.say(language), key=_anew("gast-fran"), max_chars=200)
        role = st.selectbox(
            ROLE.say(language),
            cast(tuple[GuestRole, ...], get_args(GuestRole)),
            format_func=lambda one: ROLES[one].say(language),
            key="gast-roll",
        )
        if st.form_submit_button(INVITE.say(language), type="primary") and dossier:
            whom = _invited(email, name, organisation, language)
            if whom:
                saw = _saw(whom.email, dossier)
                _done(lambda: invite_guest(house.workspace, whom, dossier, role, actor, seen=saw), language)


def _invited(email: str, name: str, organisation: str, language: Language) -> Invited | None:
    try:
        return Invited(email=email, name=name, organisation=organisation)
    except ValidationError:
        st.error(NO_EMAIL.say(language))
        return None


def _done(deed: Callable[[], object], language: Language) -> None:
    try:
        deed()
    except EvenemangError as refused:
        refusing.tell(refused, language, "members")
        return
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.rerun()


def _anew(key: str) -> str:
    """Return a key that is another after each deed, so that the form is empty again."""
    return f"{key}-{st.session_state.get(ROUND, 0)}"
