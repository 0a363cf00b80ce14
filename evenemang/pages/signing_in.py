"""Signing in: who is let in, the page that others see, and the corner that says who one is."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotAdmitted
from evenemang.domain.role import ROLES, Member
from evenemang.domain.text import Language, Text
from evenemang.flow.admission import Claims, code_of
from evenemang.pages import visitor
from evenemang.pages.addresses import FAILED
from evenemang.pages.house import House
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped, plain

LOG = logging.getLogger("evenemang.signin")

TITLE = Text(sv="Logga in", en="Sign in")
WHAT = Text(
    sv="Evenemang är evenemangsgruppens gemensamma minne. Logga in med ditt arbetskonto för att fortsätta.",
    en="Evenemang is the event-safety group's shared memory. Sign in with your work account to go on.",
)
TO_SIGN_IN = Text(sv="Logga in med arbetskonto", en="Sign in with a work account")
AS_ANOTHER = Text(sv="Logga in som någon annan", en="Sign in as somebody else")
DID_NOT_WORK = Text(
    sv="Inloggningen blev inte klar. Försök igen; går det ändå inte, fråga {ask}.",
    en="The sign-in was not completed. Try again; if it still does not work, ask {ask}.",
)
SIGN_OUT = Text(sv="Logga ut", en="Sign out")
GUEST = Text(sv="gäst", en="guest")
YOUR_ROLE = Text(sv="Behörighet: {role}", en="Role: {role}")
YOUR_POSTS = Text(sv="Funktion: {posts}", en="Post: {posts}")


@dataclass(frozen=True)
class Visitor:
    """Who looks at the page: with sign-in a member, without it the name they said, if any."""

    actor: Actor | None
    member: Member | None = None
    outside: bool = False  # they must sign in first
    refused: NotAdmitted | None = None


def visitor_of(house: House) -> Visitor:
    """Return who looks at the page, and whether they are let in."""
    if house.admission is None:
        return Visitor(visitor.actor())
    claims = _claims()
    if not claims.get("is_logged_in"):
        return Visitor(None, outside=True)
    try:
        actor, member = house.admission.admit(claims)
    except NotAdmitted as refused:
        _tell_log(refused, claims)
        return Visitor(None, outside=True, refused=refused)
    return Visitor(actor, member)


def show(house: House, language: Language, refused: NotAdmitted | None) -> None:
    """Show the page to sign in at, and why somebody who has was not let in."""
    assert house.admission
    with st.container(key="logga-in", width=560):
        st.title(TITLE.say(language), anchor=False)
        if refused:
            st.warning(escaped(refused.say(language)))
        elif st.query_params.get(FAILED):
            ask = house.admission.rules.ask.say(language)
            st.error(escaped(DID_NOT_WORK.say(language).format(ask=ask)))
        else:
            st.write(WHAT.say(language))
        without_role = bool(refused and refused.is_about_role)
        label = AS_ANOTHER if without_role else TO_SIGN_IN
        with st.container(horizontal=True):
            if st.button(label.say(language), key="till-inloggning", type="primary"):
                st.login()
            if without_role and st.button(SIGN_OUT.say(language), key="logga-ut"):
                st.logout()


def check_still_in(house: House, *, active: bool) -> None:
    """Go on only where the visitor is still let in; `active` says that they did something just now.

    Raises:
        NotAdmitted: If they have been away for too long, signed out elsewhere, or lost their role.
    """
    if house.admission is not None:
        house.admission.admit(_claims(), active=active)


def still_in(house: House) -> Callable[[], object]:
    """Return what goes on only where the visitor is still let in, for where no page is run.

    It raises NotAdmitted as `check_still_in` does; that somebody looks is nothing they do.
    """
    if house.admission is None:
        return lambda: None
    return partial(house.admission.admit, _claims(), active=False)


def show_corner(house: House, language: Language, member: Member) -> None:
    """Show who is signed in, with which role, and the way out."""
    role = ROLES[member.everywhere] if member.everywhere else GUEST
    with st.popover(plain(member.name), icon=":material/account_circle:", type="tertiary"):
        with st.container(width=340):
            st.markdown(f"**{escaped(member.name)}**")
            st.caption(YOUR_ROLE.say(language).format(role=role.say(language)))
            if member.posts:
                posts = ", ".join(map(people_of(house).say, member.posts))
                st.caption(escaped(YOUR_POSTS.say(language).format(posts=posts)))
            if st.button(SIGN_OUT.say(language), key="logga-ut", icon=":material/logout:"):
                _leave(house)


def _leave(house: House) -> None:
    if house.admission is not None:
        house.admission.leave(_claims())
        LOG.info("signed out")
    st.logout()


def _claims() -> Claims:
    return st.user.to_dict()


def _tell_log(refused: NotAdmitted, claims: Claims) -> None:
    """Log a refusal once in a visit: why, and a code that the person was shown; no name."""
    told = (str(refused), code_of(claims))
    if st.session_state.get("turned-away") != told:
        st.session_state["turned-away"] = told
        LOG.warning("turned away: %s, code %s", *told)
