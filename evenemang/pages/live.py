"""What others do, as they do it: a part of the page that listens, and shows anew only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from secrets import token_urlsafe
from uuid import uuid4

import streamlit as st

from evenemang.domain.errors import NotAdmitted, NotFound, StoreUnfit
from evenemang.domain.text import Text
from evenemang.flow.journal import JournalEntry
from evenemang.flow.news import news, touched
from evenemang.pages.desk import OWN, Desk, fresh
from evenemang.pages.ear import Ear
from evenemang.pages.listeners import listen
from evenemang.pages.people import people_of
from evenemang.pages.rerunning import alone, show_anew
from evenemang.pages.signing_in import check_still_in, still_in

TOLD_FOR = timedelta(seconds=20)  # that the line about others stands
PART, PAGE, NAME, SEEN, THERE, SHOWN, TOLD, BUSY = (
    "lyssnar",
    "lyssnar-sida",
    "lyssnar-nyckel",
    "lyssnar-version",
    "lyssnar-var",
    "lyssnar-visat",
    "lyssnar-sagt",
    "dialog-framme",
)
LISTEN = Text(sv="Lyssna", en="Listen")
SHOW = Text(sv="Visa", en="Show")
COMES_BACK = "lyssnar-igen"

Parts = Callable[[Desk, frozenset[str]], Sequence[str]]  # the newest desk, what was touched → parts by name


@dataclass(frozen=True)
class Watch:
    """Where on the page somebody is, and which parts of it show what."""

    step: str
    place: str = ""  # an area
    parts: Parts | None = None  # None: the page is one
    moves: Callable[[Desk], bool] = lambda _now: False  # whether showing it would move what is read or typed
    of_places: Sequence[str] = ()  # parts that show who is where


def watch(desk: Desk, found: Watch) -> None:
    """Listen from now on; what the page shows is as new as the desk."""
    st.session_state[SEEN] = desk.version
    st.session_state[BUSY] = st.session_state.pop(BUSY, None) == "opening" and "open"
    with st.container(key=PART):
        st.fragment(_listen, key=PART)(desk, found, _ear(desk, found))
        # A server that comes back shows a page anew only where a part of it runs by itself.
        st.fragment(_nothing, key=COMES_BACK, run_every=timedelta(days=1))()


def _nothing() -> None:
    """Show nothing."""


def stand_still() -> None:
    """Say that a dialog is opened: the page must not be shown anew under it."""
    st.session_state[BUSY] = "opening"


def there() -> Mapping[str, Sequence[str]]:
    """Return who else is where, by area, as it was last heard."""
    found: Mapping[str, Sequence[str]] = st.session_state.get(THERE, {})
    st.session_state[SHOWN] = found
    return found


def _shown() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = st.session_state.get(SHOWN, {})
    return found


def _ear(desk: Desk, found: Watch) -> Ear:
    workspace, key = desk.house.workspace, st.session_state.setdefault(PAGE, uuid4().hex)
    return Ear(
        store=workspace.store,
        now=workspace.clock.now,
        still_in=still_in(desk.house),
        key=key,
        dossier=desk.dossier.id,
        who=desk.actor.name if desk.actor else None,
        step=found.step,
        place=found.place,
    )


def _listen(desk: Desk, found: Watch, ear: Ear) -> None:
    # Pressed by static/listening.js where the door says that there is something new, never by a person.
    st.button(desk.say(LISTEN), key="lyssna")
    if not alone():
        # The page has just been drawn, from this desk: what came meanwhile is asked for when it stands still.
        ear.version, ear.others = st.session_state[SEEN], _shown()
        ear.fades = _show_told(desk, _listening(ear))
        return
    try:
        others = ear.where()
        now, rows = _since(desk)
    except NotAdmitted:
        st.rerun(scope="app")
    except (NotFound, StoreUnfit):
        return  # taken away, no longer theirs, or out of reach for now: the next click says so, and logs it
    # Held against what is shown, not what was heard: a part asked for and not drawn is asked for again.
    moved, st.session_state[THERE] = _shown() != others, others
    waits = bool(rows) and _must_wait(now, found)
    if rows:
        _tell(desk, rows, waits=waits)
    ear.version = st.session_state.get(SEEN, desk.version)
    ear.others = _shown() if found.of_places else others
    ear.fades = _show_told(desk, _listening(ear))
    if rows and not waits and found.parts is None:
        st.rerun(scope="app")
    parts = found.parts(now, touched(rows)) if rows and found.parts else ()
    show_anew(dict.fromkeys([*parts, *(found.of_places if moved else ())]))


def _listening(ear: Ear) -> str:
    """Let the browser ask about this page, and return the name it asks by."""
    key: str = st.session_state.setdefault(NAME, token_urlsafe())
    listen(key, ear)
    return key


def _must_wait(now: Desk, found: Watch) -> bool:
    return found.moves(now) if found.parts else bool(st.session_state.get(BUSY))


def _since(desk: Desk) -> tuple[Desk, tuple[JournalEntry, ...]]:
    """Return the newest desk, and what others did since the page was last told.

    Where there is nothing new, nothing more than a number is read, and the desk is the one that was.
    """
    store, known = desk.house.workspace.store, st.session_state.get(SEEN, desk.version)
    if store.version("dossier", desk.dossier.id) == known:
        return desk, ()
    check_still_in(desk.house, active=False)
    rows = store.journal_after("dossier", desk.dossier.id, known)
    st.session_state[SEEN] = max((one.version for one in rows), default=known)
    now, own = fresh(desk), st.session_state.get(OWN, ())
    return now, tuple(one for one in now.shown_of(rows) if one.version not in own)


def _tell(desk: Desk, rows: Sequence[JournalEntry], *, waits: bool) -> None:
    said = desk.say(news(rows, people_of(desk.house).say))
    st.session_state[TOLD] = (desk.house.workspace.clock.now(), said, waits)


def _show_told(desk: Desk, key: str) -> datetime | None:
    """Show the line about the others, and return when it is to go away.

    It is there always, so that a reader of the screen hears it change.
    """
    at, said, waits = st.session_state.get(TOLD) or (None, "", False)
    fades = at + TOLD_FOR if at and said and not waits else None
    if fades and desk.house.workspace.clock.now() > fades:
        said, fades = "", None
    st.html(
        f'<p class="andra" role="status" aria-live="polite" data-nyckel="{escape(key)}">{escape(said)}</p>'
    )
    if said and waits:
        st.button(desk.say(SHOW), key="visa-andras", type="tertiary", on_click=_show_all)
    return fades


def _show_all() -> None:
    st.session_state.pop(TOLD, None)
    st.rerun()
