"""Who sets something, and how: a deed done, a refusal shown in place, both sides of a clash told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from pydantic import BaseModel

from evenemang.domain.actor import Actor
from evenemang.domain.errors import ChangedMeanwhile, EvenemangError, NotAdmitted
from evenemang.domain.text import Language, Text
from evenemang.flow.content import Content
from evenemang.flow.journal import Kind
from evenemang.flow.settings.seen import newest
from evenemang.flow.workspace import Workspace
from evenemang.pages import noticed, refusing
from evenemang.pages.desk import SAY_WHO
from evenemang.pages.house import House
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped
from evenemang.pages.signing_in import check_still_in

SAVE = Text(sv="Spara", en="Save")
KEEP_THEIRS = Text(sv="Behåll det som står", en="Keep what it says")
CLASH = Text(
    sv="{who} ändrade samma sak {when}, medan du hade den framme. Där stod: {seen}. Nu står där: {now}. "
    "Ditt är inte sparat: {wanted}. Spara igen om ditt ska gälla, skriv något tredje, eller behåll det som "
    "står.",
    en="{who} changed the same thing {when}, while you had it open. It said: {seen}. Now it says: {now}. "
    "Yours is not saved: {wanted}. Save again if yours is to count, write a third, or keep what it says.",
)

Deed = Callable[[Actor, int], object]  # by whom, and the version that they saw


@dataclass(frozen=True)
class Office:
    """The page for this run: the house, the language, and who looks."""

    house: House
    language: Language
    actor: Actor | None  # None until the visitor has said who they are

    @property
    def workspace(self) -> Workspace:
        """What the verbs work on."""
        return self.house.workspace

    @property
    def content(self) -> Content:
        """What counts now."""
        return self.workspace.content

    def say(self, text: Text | str) -> str:
        """Return a text in the reader's language; what a person typed stays as typed."""
        return text.say(self.language) if isinstance(text, Text) else text

    def may(self, verb: str) -> bool:
        """Whether to show the way to a verb."""
        return self.house.may(self.actor, verb)

    def version(self, kind: Kind, record: str) -> int:
        """Return at which version something is; 0 where it is not there yet."""
        found = newest(self.workspace, kind, record)
        return found.version if found else 0

    def do(self, deed: Callable[[Actor], object], doing: str) -> bool:
        """Do a deed; a refusal is shown where the person looks, and nothing has changed then."""
        if self.actor is None:
            st.error(self.say(SAY_WHO))
            return False
        try:
            check_still_in(self.house, active=True)
            done = deed(self.actor)
        except NotAdmitted:
            st.rerun(scope="app")
        except EvenemangError as refused:
            if isinstance(refused, ChangedMeanwhile):
                raise
            refusing.tell(refused, self.language, doing)
            return False
        saved = getattr(done, "record", done)
        if isinstance(saved, BaseModel):
            noticed.look(saved, self.language)
        self.house.changed()
        return True


def opened(key: str) -> None:
    """Say that a dialog is opened anew: what was seen before is forgotten."""
    st.session_state.pop(_seen(key), None)


def save(office: Office, key: str, deed: Deed, *, kind: Kind, record: str, seen: int) -> None:
    """Do a deed to one record as the dialog saw it, and close; a clash is told with both sides instead."""
    last = st.session_state.get(_seen(key), seen)
    try:
        done = office.do(lambda by: deed(by, last), key)
    except ChangedMeanwhile as clash:
        refusing.note(clash, key)
        st.session_state[_seen(key)] = office.version(kind, record)
        _tell(office, clash)
        return
    if done:
        opened(key)
        st.rerun(scope="app")


def _tell(office: Office, clash: ChangedMeanwhile) -> None:
    facts = {name: office.say(fact) for name, fact in clash.facts.items() if isinstance(fact, Text | str)}
    who = people_of(office.house).say(str(clash.facts["who"]))
    st.warning(escaped(office.say(CLASH).format(**{**facts, "who": who})))
    st.button(office.say(KEEP_THEIRS), key="behall-deras", on_click=_close)


def _close() -> None:
    st.rerun(scope="app")


def _seen(key: str) -> str:
    return f"sett-{key}"
