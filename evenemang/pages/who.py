"""Who are you? A post of the group or a name, and the language; said without sign-in, kept in cookies."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.text import Language, Text
from evenemang.pages import addresses
from evenemang.pages.house import House
from evenemang.pages.people import people_of
from evenemang.pages.showing import plain
from evenemang.pages.signing_in import Visitor, show_corner

WHO = Text(sv="Vem är du?", en="Who are you?")
WHY = Text(
    sv="Det du gör sparas med ditt namn. Det är inget lösenord: välj din funktion eller skriv ditt namn.",
    en="What you do is kept with your name. It is no password: choose your post or write your name.",
)
POST = Text(sv="Funktion i gruppen", en="Post in the group")
NAME = Text(sv="Ditt namn", en="Your name")
OR_NAME = Text(sv="Eller ditt namn", en="Or your name")
IS_ME = Text(sv="Det är jag", en="That is me")
LEAVE = Text(sv="Glöm vem jag är", en="Forget who I am")
ARMS = Text(sv="Kommunens vapen", en="The municipality’s arms")
OTHER_LANGUAGE = Text(sv="In English", en="På svenska")
OTHER: dict[Language, Language] = {"sv": "en", "en": "sv"}


def show(house: House, language: Language, visitor: Visitor) -> None:
    """Show who the visitor is, the way to say it or to sign out, and the other language."""
    with st.container(key="vem", horizontal=True):
        _municipality(house, language)
        other = OTHER[language]
        st.html(
            f'<div class="vem"><a href="{_onward("/sprak", val=other)}" lang="{other}" hreflang="{other}">'
            f"{OTHER_LANGUAGE.say(language)}</a></div>",
            width="content",
        )
        if visitor.member:
            show_corner(house, language, visitor.member)
        elif house.admission is None:
            _say_who(house, language, visitor.actor)


def _municipality(house: House, language: Language) -> None:
    """Show the municipality's arms and name, where they are set."""
    settings = house.workspace.content.settings
    arms = ""
    if settings.arms:  # a PNG of our own making, in base64: no sign in it is markup
        alt = "" if settings.name else ARMS.say(language)
        arms = f'<img src="data:image/png;base64,{settings.arms}" alt="{alt}">'
    if settings.name or arms:
        name = f"<span>{escape(settings.name)}</span>" if settings.name else ""
        st.html(f'<div class="kommun">{arms}{name}</div>', width="content")


def _say_who(house: House, language: Language, actor: Actor | None) -> None:
    people = people_of(house)
    called = people.say(actor.name) if actor else WHO.say(language)
    with st.popover(plain(called), icon=":material/account_circle:", type="tertiary"):
        with st.container(width=340):
            st.markdown(f"**{WHO.say(language)}**")
            st.caption(WHY.say(language))
            posts = [(one.id, one.title or one.short) for one in people.in_use.values()]
            st.html(_forms(posts, actor, language))


def _onward(path: str, **query: str) -> str:
    return f"{path}?{escape(urlencode({**query, 'till': _here()}))}"


def _here() -> str:
    query = {key: value for key, value in st.query_params.items() if key != addresses.LANGUAGE_COOKIE}
    path = urlsplit(st.context.url or "/").path or "/"
    return f"{path}?{urlencode(query)}" if query else path


def _forms(posts: Iterable[tuple[str, str]], actor: Actor | None, language: Language) -> str:
    chosen = actor.name if actor else ""
    known = dict(posts)
    options = "".join(
        f'<option value="{escape(key)}"{" selected" if key == chosen else ""}>{escape(title)}</option>'
        for key, title in known.items()
    )
    typed = "" if chosen in known else chosen
    by_post = f'<select id="vem-post" name="namn">{options}</select>'
    by_name = f'<input id="vem-namn" name="namn" maxlength="200" autocomplete="name" value="{escape(typed)}">'
    forms = [_form("vem-post", POST, by_post, language)] if known else []
    forms.append(_form("vem-namn", OR_NAME if known else NAME, by_name, language))
    leave = (
        f'<p class="vem"><a href="{_onward("/jag", namn="")}">{LEAVE.say(language)}</a></p>' if actor else ""
    )
    return "".join(forms) + leave


def _form(field: str, label: Text, control: str, language: Language) -> str:
    return (
        f'<form class="blankett" action="/jag" method="get">'
        f'<label for="{field}">{label.say(language)}</label>{control}'
        f'<input type="hidden" name="till" value="{escape(_here())}">'
        f'<button type="submit">{IS_ME.say(language)}</button></form>'
    )
