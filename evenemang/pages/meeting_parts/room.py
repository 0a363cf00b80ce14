"""The room of a meeting: which one it is, who looks, and how a deed is done from its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.meeting import Meeting
from evenemang.domain.text import Language, Text
from evenemang.flow.meeting.gathering import shared
from evenemang.flow.rights import RULINGS
from evenemang.pages import noticed, refusing, ways
from evenemang.pages.desk import WHO_FIRST, Desk
from evenemang.pages.house import House
from evenemang.pages.signing_in import check_still_in

PLAN, HOLD, ALONE, MINUTES = "plan", "hall", "bedom", "anteckningar"


@dataclass(frozen=True)
class Room:
    """A meeting as it was read for this run of the page."""

    house: House
    meeting: Meeting
    language: Language
    actor: Actor | None

    def say(self, text: Text | str, **facts: object) -> str:
        """Return a text in the reader's language; what a person typed stays as typed."""
        said = text.say(self.language) if isinstance(text, Text) else text
        return said.format(**facts) if facts else said

    def may(self, verb: str) -> bool:
        """Whether to offer the visitor a verb."""
        assert verb in RULINGS, verb
        return self.house.may(self.actor, verb)

    def do(self, deed: Callable[[Actor], object], *typed: str) -> bool:
        """Do a deed, and look at what was `typed`; a refusal is kept to be shown, nothing is changed."""
        noticed.forget()
        if self.actor is None:
            st.session_state["refused"] = (True, self.say(WHO_FIRST))
            return False
        try:
            check_still_in(self.house, active=True)
            deed(self.actor)
        except EvenemangError as refused:
            refusing.note(refused, "meeting", meeting=self.meeting.id)
            st.session_state["refused"] = (False, refused.say(self.language))
            return False
        st.session_state.pop("refused", None)
        noticed.look_at_texts(typed, self.language)
        self.house.changed()
        return True

    def desk(self, event: str) -> Desk:
        """Return the desk with an event's dossier as the whole room may see it: nothing secret is on it.

        Raises:
            NotFound: If the dossier is gone.
        """
        workspace = self.house.workspace
        stored = workspace.dossier(event)
        seen = shared(workspace, stored.record)
        reading = workspace.read(stored.record, stored.version)
        if seen.hidden:
            reading = workspace.reckoning.open_side(reading, stored.record, seen.hidden)
        return Desk(
            house=self.house,
            dossier=seen.dossier,
            version=stored.version,
            reading=reading,
            language=self.language,
            actor=self.actor,
            hidden=seen.hidden,
        )


def turn(of: str) -> str:
    """Return the end of a form's keys: after each keeping another, so that its fields are empty again.

    By it the browser knows that what was typed is kept (static/drafts.js), and does not offer it back.
    """
    return f"{of}-omgang{st.session_state.get(f'{of}-omgang', 0)}"


def next_turn(of: str) -> None:
    """Say that what stands in a form has been kept."""
    st.session_state[f"{of}-omgang"] = st.session_state.get(f"{of}-omgang", 0) + 1


def address(meeting: str, part: str | None = None, slide: str | None = None) -> dict[str, str]:
    """Return what stands in the address of a part of a meeting."""
    query = {"id": meeting, "del": part, "bild": slide}
    return {key: value for key, value in query.items() if value}


def link(label: str, meeting: str, part: str | None = None, icon: str | None = None) -> None:
    """Show a link to a meeting, or to a part of it; `label` is Markdown."""
    st.page_link(ways.page(ways.MEETING), label=label, icon=icon, query_params=address(meeting, part))


def turn_to(part: str, slide: str | None = None) -> None:
    """Let the address say another part of the meeting, for the run that follows."""
    st.query_params["del"] = part
    if slide:
        st.query_params["bild"] = slide
    else:
        st.query_params.pop("bild", None)
