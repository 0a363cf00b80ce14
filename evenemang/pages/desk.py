"""The desk: one dossier in front of one person, and the way a deed is done from a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from time import monotonic

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.assessment import Answer
from evenemang.domain.decision import Obstacle
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import ChangedMeanwhile, EvenemangError, NotAdmitted, StoreUnfit
from evenemang.domain.matrix import View
from evenemang.domain.text import Language, Text
from evenemang.flow.content import Content
from evenemang.flow.deciding import standing_in_the_way
from evenemang.flow.difference import picture
from evenemang.flow.journal import JournalEntry
from evenemang.flow.operation import Operation
from evenemang.flow.parting import true_in_both
from evenemang.flow.reading import Reading
from evenemang.flow.reviewing import Review
from evenemang.flow.rights import RULINGS
from evenemang.flow.secrecy import Secrets, secrets_of
from evenemang.flow.sides import journal_of
from evenemang.flow.sight import Hidden
from evenemang.flow.storing import Stored
from evenemang.flow.veil import veiled
from evenemang.flow.walking import not_asked_here
from evenemang.pages import clashing, noticed, refusing
from evenemang.pages.house import House
from evenemang.pages.showing import escaped
from evenemang.pages.signing_in import check_still_in

KNOWN = "senaste-bordet"  # and when it was asked for
NEVER = float("-inf")
AT_ONCE = 0.25  # seconds: the parts that one click shows anew are of one moment
OWN = "egna-versioner"  # those that this page made: the news of others is the rest

WHO_FIRST = Text(
    sv="Inget är sparat. Säg först vem du är, under ”Vem är du?” högst upp på sidan.",
    en="Nothing is saved. First say who you are, under “Who are you?” at the top of the page.",
)
SAY_WHO = Text(
    sv="Säg först vem du är, under ”Vem är du?” högst upp på sidan.",
    en="First say who you are, under “Who are you?” at the top of the page.",
)


@dataclass(frozen=True)
class Desk:
    """A dossier as it was read for this run of the page, with who looks and in which language."""

    house: House
    dossier: Dossier
    version: int
    reading: Reading
    language: Language
    actor: Actor | None  # None until the visitor has said who they are
    hidden: Hidden | None = None  # what they do not see: for counting, never for showing

    def is_of_same(self, other: Desk) -> bool:
        """Whether it is the same dossier before the same person, seen through the same eyes."""
        same = (self.dossier.id, self.language, self.actor) == (other.dossier.id, other.language, other.actor)
        return same and self.house is other.house

    @property
    def content(self) -> Content:
        """What is installed, with the versions of areas that the dossier answers."""
        return self.house.workspace.content_for(self.dossier)

    @cached_property
    def review(self) -> Review:
        """What there is to look over, worked out once for this version, when somebody first asks."""
        reckoning, now = self.house.workspace.reckoning, self.house.workspace.now()
        if self.hidden is None:
            return reckoning.review(self.dossier, self.content, self.reading, now, "whole")
        found = reckoning.review(self.dossier, self.content, self.reading, now, "open")
        whole = reckoning.review(self.hidden.whole, self.content, self.reading_of_whole, now, "whole")
        return true_in_both(found, whole, self.hidden.secrets)

    @cached_property
    def not_asked_here(self) -> Mapping[str, tuple[Answer, ...]]:
        """The answers to questions that nothing asks here, by area."""
        return not_asked_here(self.dossier, self.content)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """What the visitor may do here, asked once for all that the page offers."""
        if self.actor is None:  # who has not said who they are is told so when they try
            return frozenset(RULINGS)
        return self.house.workspace.access.verbs(self.actor, self.dossier.id)

    @cached_property
    def secrets(self) -> Secrets:
        """What is secret of that which is shown: marked on its rows."""
        return secrets_of(self.dossier, self.content)

    @cached_property
    def whole(self) -> Dossier:
        """The dossier as a decision counts it: for counting, never for showing."""
        return self.hidden.whole if self.hidden else self.dossier

    @cached_property
    def reading_of_whole(self) -> Reading:
        """How the whole dossier reads: for counting, never for showing."""
        return self.house.workspace.read(self.hidden.whole, self.version) if self.hidden else self.reading

    def in_the_way(self, view: View) -> tuple[Obstacle, ...]:
        """Return what stands in the way of a view; of what is not shown only how much."""
        found = standing_in_the_way(view, self.whole, self.content, self.reading_of_whole)
        return veiled(found, self.hidden.secrets if self.hidden else None)

    def shown_of(self, rows: tuple[JournalEntry, ...]) -> tuple[JournalEntry, ...]:
        """Return rows of the dossier's journal, without what is hidden."""
        return tuple(journal_of(rows, self.hidden.secrets, secret=False)) if self.hidden else rows

    def say(self, text: Text | str) -> str:
        """Return a text in the reader's language; what a person typed stays as typed."""
        return text.say(self.language) if isinstance(text, Text) else text

    def do(self, operation: Operation) -> bool:
        """Do a deed; a refusal is kept to be shown by `show_refusal`, nothing is changed then."""
        noticed.forget()
        _ask_anew()
        if self.actor is None:
            st.session_state["refused"] = (True, self.say(WHO_FIRST))
            return False
        operation = clashing.as_told(self, operation)
        try:
            check_still_in(self.house, active=True)
            done = self.house.workspace.do(self.dossier.id, operation, self.actor)
        except EvenemangError as refused:
            refusing.note(refused, operation.name, dossier=self.dossier.id)
            st.session_state["refused"] = (False, refused.say(self.language))
            st.session_state.pop("krock", None)
            if isinstance(refused, ChangedMeanwhile):
                st.session_state["krock"] = (fresh(self), operation, refused)
            return False
        st.session_state.pop("refused", None)
        st.session_state.pop("krock", None)
        st.session_state.setdefault(OWN, set()).add(done.version)
        noticed.look(operation, self.language)
        self.house.changed()
        return True

    def do_as_seen(self, operation: Operation) -> bool:
        """Do a deed to one thing, refused where somebody else has changed it since this desk was read."""
        path = operation.stands_at(self.dossier)
        assert path, operation.name
        seen = picture(self.dossier, path)
        return self.do(operation.model_copy(update={"seen": seen}))

    def may(self, verb: str) -> bool:
        """Whether to offer the visitor a verb here."""
        assert verb in RULINGS, verb
        return verb in self.verbs

    def doing(self, operation: Operation) -> Callable[[], None]:
        """Return what a button calls to do a deed."""

        def do() -> None:
            self.do(operation)

        return do


def show_refusal() -> None:
    """Show the last refusal once, where the person is looking; and what was noticed in what was saved."""
    found, clash = st.session_state.pop("refused", None), st.session_state.pop("krock", None)
    if found and clash:
        clashing.show(*clash)
    elif found:
        meanwhile, said = found
        (st.warning if meanwhile else st.error)(escaped(said))
    noticed.show()


def fresh(desk: Desk, *, within: float = 0.0) -> Desk:
    """Return the desk with the newest version of its dossier: fragments start with this.

    With `within` what was newest so many seconds ago will do: the parts that one click shows anew are then
    shown as of one moment, which is asked for once. Whoever is no longer let in is led out of the fragment,
    to the page to sign in at.
    """
    known, asked = _known(desk)
    if monotonic() - asked < within:
        return known
    try:
        check_still_in(desk.house, active=False)
    except NotAdmitted:
        st.rerun(scope="app")
    try:
        known = _newest(known, desk)
    except StoreUnfit as away:  # what was read stands, and the reason is told where the person looks
        st.session_state.setdefault("refused", (False, away.say(desk.language)))
        return known
    st.session_state[KNOWN] = (known, monotonic())
    return known


def _known(desk: Desk) -> tuple[Desk, float]:
    """Return the newest desk that this visit has read, and when: a fragment keeps the one it began with."""
    known, asked = st.session_state.get(KNOWN) or (desk, NEVER)
    if not known.is_of_same(desk):
        return desk, NEVER
    return (known if known.version > desk.version else desk), asked


def _newest(*known: Desk) -> Desk:
    """Return the newest desk: one that is made already, or a new one.

    After an answer half a dozen parts are shown anew, each from the desk that the whole page was made with.
    """
    desk = known[0]
    version = desk.house.workspace.store.version("dossier", desk.dossier.id)
    for one in known:
        if one.version == version:
            return one
    stored = desk.house.workspace.dossier(desk.dossier.id)
    return desk_with(desk.house, stored, desk.language, desk.actor)


def _ask_anew() -> None:
    """Say that a deed is done: what was newest just now is so no longer."""
    if KNOWN in st.session_state:
        st.session_state[KNOWN] = (st.session_state[KNOWN][0], NEVER)


def desk_with(house: House, stored: Stored[Dossier], language: Language, actor: Actor | None) -> Desk:
    """Return the desk with a dossier on it, as who looks may see it."""
    seen = house.workspace.sight(actor, stored.record)
    reading = house.workspace.read(stored.record, stored.version)
    if seen.hidden:
        reading = house.workspace.reckoning.open_side(reading, stored.record, seen.hidden)
    return Desk(
        house=house,
        dossier=seen.dossier,
        version=stored.version,
        reading=reading,
        language=language,
        actor=actor,
        hidden=seen.hidden,
    )
