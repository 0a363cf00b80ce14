"""What a list that is read again says otherwise than its dossiers: row by row, to take in or leave."""

from __future__ import annotations

from hashlib import sha256
from itertools import groupby

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language, Text
from evenemang.flow.past.changing import UPDATED, ListDifference, Outcome
from evenemang.flow.past.keeping import Kept, keep
from evenemang.flow.past.trying import Trial
from evenemang.flow.past.words import CHANGED_BY
from evenemang.pages import noticed, refusing, ways
from evenemang.pages.desk import SAY_WHO
from evenemang.pages.house import House
from evenemang.pages.showing import escaped, moment

TITLE = Text(sv="Listan säger något annat", en="The list says otherwise")
WHAT = Text(
    sv="De här raderna finns redan som ärenden, men listan säger något annat nu. Välj vad som ska tas in. "
    "Inget ändras innan du tar in det, och allt går att ta tillbaka.",
    en="These rows are dossiers already, but the list says otherwise now. Choose what to take in. Nothing "
    "changes before you take it in, and all of it can be taken back.",
)
ROW = Text(sv="Rad {row}", en="Row {row}")
STORED = Text(sv="I ärendet nu", en="In the dossier now")
SAID = Text(sv="I listan", en="In the list")
EMPTY = Text(sv="(tomt)", en="(empty)")
BY = Text(sv="{who}, {when}", en="{who}, {when}")
ALL = Text(sv="Ta in alla ({count})", en="Take in all ({count})")
SURE = Text(
    sv="Ta in alla som bara listan har ändrat ({count})",
    en="Take in all that the list alone changed ({count})",
)
NONE = Text(sv="Lämna alla", en="Leave all")
WHOLE_ROW = Text(sv="Ta in hela raden", en="Take in the whole row")
NOT_ROW = Text(sv="Lämna raden", en="Leave the row")
CHOICE = Text(sv="{heading}, rad {row}", en="{heading}, row {row}")
TAKE = Text(sv="Ta in", en="Take in")
LEAVE = Text(sv="Lämna", en="Leave")
DO = Text(sv="Ta in {count} ändringar", en="Take in {count} changes")
DO_ONE = Text(sv="Ta in en ändring", en="Take in one change")
COUNTS = Text(
    sv="Valda: {taken}. Lämnas: {left}. Inte valda: {open}. Bara det valda tas in.",
    en="Chosen: {taken}. Left: {left}. Not chosen: {open}. Only what is chosen is taken in.",
)
ANSWER_FIRST = Text(
    sv="Svara först på frågan om namnen ovan. Då visas också vad som skiljer i de raderna.",
    en="First answer the question about the names above. What differs in those rows is then shown too.",
)
MORE = Text(sv="Visa fler rader", en="Show more rows")
PAGE = 10  # rows at once
CHOICES, SHOWN, REFUSED, JUST_KEPT = "lista-val", "lista-skillnader", "lista-avvisat", "lista-lagrad"
LOOKS: dict[Outcome, tuple[str, str]] = {
    "list": ("blue", "edit"),
    "both": ("violet", "call_split"),
    "here": ("violet", "person_edit"),
    "unknown": ("gray", "help"),
}

Choices = dict[str, tuple[bool, ListDifference]]  # by key: what was chosen, of what one saw then


def show(house: House, trial: Trial, language: Language, actor: Actor | None) -> None:
    """Show what differs, and the button that takes in what is chosen."""
    refused: EvenemangError | None = st.session_state.pop(REFUSED, None)
    if refused:
        refusing.tell(refused, language, UPDATED)
    every = trial.differences
    if not every or not house.may(actor, UPDATED):
        return
    st.header(TITLE.say(language), anchor=False)
    st.write(WHAT.say(language))
    _bulk(every, language)
    rows = [(row, tuple(each)) for row, each in groupby(every, lambda one: one.row)]
    shown = st.session_state.get(SHOWN, PAGE)
    for row, each in rows[:shown]:
        _row(row, each, language)
    if len(rows) > shown and st.button(MORE.say(language), key="lista-fler-skillnader"):
        st.session_state[SHOWN] = shown + PAGE
        st.rerun()
    _button(house, trial, language, actor)


def _choices() -> Choices:
    found: Choices = st.session_state.setdefault(CHOICES, {})
    return found


def _chosen(one: ListDifference) -> bool | None:
    """Return what was chosen of a difference that looks as it did; None where nothing is."""
    wanted, seen = _choices().get(one.key, (None, None))
    return wanted if seen == one else None


def _choose(wanted: bool, those: tuple[ListDifference, ...]) -> None:
    _choices().update({one.key: (wanted, one) for one in those})


def _bulk(every: tuple[ListDifference, ...], language: Language) -> None:
    sure = tuple(one for one in every if one.outcome == "list")
    ways_to = [(SURE, True, sure, "sakra")] if sure and len(sure) < len(every) else []
    ways_to += [(ALL, True, every, "alla"), (NONE, False, every, "inga")]
    with st.container(horizontal=True):
        for label, wanted, those, key in ways_to:
            said = label.say(language).format(count=len(those))
            st.button(said, key=f"lista-{key}", on_click=_choose, args=(wanted, those))


def _row(row: int, those: tuple[ListDifference, ...], language: Language) -> None:
    with st.container(border=True, key=f"skillnad-rad-{row}", gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            ways.link(f"**{escaped(those[0].name)}**", those[0].dossier)
            st.caption(ROW.say(language).format(row=row), width="content")
        for one in those:
            _field(one, language)
        if len(those) > 1:
            with st.container(horizontal=True):
                for label, wanted in ((WHOLE_ROW, True), (NOT_ROW, False)):
                    key = f"rad-{row}-{wanted}"
                    st.button(
                        label.say(language), key=key, type="tertiary", on_click=_choose, args=(wanted, those)
                    )


def _field(one: ListDifference, language: Language) -> None:
    colour, icon = LOOKS[one.outcome]
    badge = f":{colour}-badge[:material/{icon}: {CHANGED_BY[one.outcome].say(language)}]"
    st.markdown(f"**{escaped(one.heading)}** {badge} :small[{escaped(one.cells)}]")
    if one.at:
        st.caption(escaped(BY.say(language).format(who=one.by, when=moment(one.at, language))))
    stored = one.stored_shown
    shown = stored.say(language) if isinstance(stored, Text) else stored
    for slot, label, value in zip(st.columns(2), (STORED, SAID), (shown, one.said_shown), strict=True):
        with slot.container(gap=None):
            st.caption(label.say(language))
            st.markdown(escaped(value) if value else EMPTY.say(language))
    _choice(one, language)


def _choice(one: ListDifference, language: Language) -> None:
    key = f"skillnad-{sha256(one.key.encode()).hexdigest()[:12]}"
    words = {True: TAKE.say(language), False: LEAVE.say(language)}

    def choose() -> None:
        wanted = st.session_state[key]
        if wanted is None:
            _choices().pop(one.key, None)
        else:
            _choose(wanted, (one,))

    st.session_state[key] = _chosen(one)
    st.segmented_control(
        escaped(CHOICE.say(language).format(heading=one.heading, row=one.row)),
        [True, False],
        format_func=lambda wanted: words[wanted],
        label_visibility="collapsed",
        on_change=choose,
        key=key,
    )


def _button(house: House, trial: Trial, language: Language, actor: Actor | None) -> None:
    said = [_chosen(one) for one in trial.differences]
    taken = tuple(one for one in trial.differences if _chosen(one))
    with st.container(border=True, key="lista-ta-in"):
        counts = COUNTS.say(language).format(taken=len(taken), left=said.count(False), open=said.count(None))
        st.caption(counts)
        if actor is None:
            st.info(SAY_WHO.say(language))
        if trial.questions:
            st.info(ANSWER_FIRST.say(language))
        label = (DO_ONE if len(taken) == 1 else DO).say(language).format(count=len(taken))
        st.button(
            label,
            type="primary",
            key="lista-ta-in-nu",
            icon=":material/move_to_inbox:",
            disabled=actor is None or not taken or bool(trial.questions),
            on_click=_take,
            args=(house, trial, taken, actor, language),
        )


def _take(  # what a button knows: all that was chosen, and by whom
    house: House, trial: Trial, taken: tuple[ListDifference, ...], actor: Actor, language: Language
) -> None:
    """Take in what was chosen, as it looked then; where that has changed, the new comparison is shown."""
    try:
        kept: Kept = keep(house.workspace, trial, actor, chosen=taken, new=False)
    except EvenemangError as refused:
        st.session_state[REFUSED] = refused
        return
    for one in taken:
        _choices().pop(one.key, None)
    st.session_state[JUST_KEPT] = kept
    noticed.look_at_texts((one.said_shown for one in taken), language)
    house.changed()
