"""What differs in a returned workbook: sheet by sheet, a card for each cell, to accept or refuse."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.returning.looking import Difference
from evenemang.flow.returning.registers import register_of
from evenemang.pages.book.holding import Held
from evenemang.pages.book.speaking import Says
from evenemang.pages.showing import escaped

OUTCOMES = {
    "theirs": Text(sv="Ändrad i filen", en="Changed in the file"),
    "conflict": Text(sv="Krock: ändrad både i filen och här", en="Conflict: changed in the file and here"),
    "unknown": Text(sv="Går inte att säga vad som skickades", en="What was sent cannot be told any more"),
}
ADDED = Text(sv="Ny rad i filen", en="New row in the file")
LOOKS = {"theirs": ("blue", "edit"), "conflict": ("violet", "call_split"), "unknown": ("gray", "help")}
SENT = Text(sv="Före, som skickat", en="Before, as sent")
RETURNED = Text(sv="Efter, i filen", en="After, in the file")
WRITTEN = Text(sv="Före, när filen skrevs", en="Before, as the file was written")
STORED = Text(sv="Här nu", en="Here now")
EMPTY = Text(sv="(tomt)", en="(empty)")
CHOICE = Text(sv="Cell {cell} på bladet {sheet}, {about}", en="Cell {cell} on the sheet {sheet}, {about}")
"""Read aloud as it stands, Markdown and all: so with few signs of its own that need an escape."""

TAKE = Text(sv="Ta in", en="Take in")
LEAVE = Text(sv="Ta inte in", en="Leave out")
SHEET = Text(sv="Blad: {sheet}", en="Sheet: {sheet}")
PAGE = Text(sv="Sida {page} av {pages}", en="Page {page} of {pages}")
BACK = Text(sv="Föregående", en="Previous")
ON = Text(sv="Nästa", en="Next")
CARDS = 15  # at once
LONG = 600  # characters, and then a card scrolls


def show(desk: Says, found: Held) -> None:
    """Show a page of the differences."""
    every = sorted(found.looked.differences, key=lambda one: _order(found, one))
    pages = -(-len(every) // CARDS)
    page = min(found.page, pages - 1)
    with st.container(key="retur-lista"):
        for sheet, cards in groupby(every[page * CARDS : (page + 1) * CARDS], lambda one: one.where.sheet):
            st.subheader(escaped(desk.say(SHEET).format(sheet=sheet)), anchor=False)
            for one in cards:
                _card(desk, found, one)
    if pages > 1:
        _turn(desk, found, page, pages)


def _order(found: Held, one: Difference) -> tuple[int, bool]:
    """Sheet by sheet in the order of the file, and in each first what was changed on both sides."""
    sheets = list(dict.fromkeys(each.where.sheet for each in found.looked.differences))
    return sheets.index(one.where.sheet), one.outcome == "theirs"


def _card(desk: Says, found: Held, one: Difference) -> None:
    colour, icon = LOOKS[one.outcome]
    words = desk.say(ADDED if one.is_new else OUTCOMES[one.outcome])
    with st.container(border=True, gap="small"):
        st.markdown(f":{colour}-badge[:material/{icon}: {words}] {escaped(str(one.where))}")
        st.markdown(f"**{escaped(_about(one))}**")
        _values(desk, one, WRITTEN if register_of(found.looked.dossier) else SENT)
        if one.note:
            st.caption(f":material/info: {desk.say(one.note)}")
        _choice(desk, found, one)


def _about(one: Difference) -> str:
    return f"{one.about} · {one.heading}"


def _values(desk: Says, one: Difference, before: Text) -> None:
    if one.is_new:
        _value(desk, RETURNED, one.returned)
        return
    values = [(before, one.sent), (RETURNED, one.returned), (STORED, one.stored)]
    for slot, (label, value) in zip(st.columns(3), values, strict=True):
        with slot:
            if label is before and one.outcome == "unknown":
                _value(desk, label, "–")
            else:
                _value(desk, label, value)


def _value(desk: Says, label: Text, value: str | None) -> None:
    long = value is not None and len(value) > LONG
    with st.container(gap=None, height=240 if long else "content", border=False):
        st.caption(desk.say(label))
        st.markdown(desk.say(EMPTY) if value is None else escaped(value.strip()))


def _choice(desk: Says, found: Held, one: Difference) -> None:
    key = f"retur-{found.mark}-{one.key}"
    words = {True: desk.say(TAKE), False: desk.say(LEAVE)}

    def choose() -> None:
        wanted = st.session_state[key]
        if wanted is None:
            found.choices.pop(one.key, None)
        else:
            found.choices[one.key] = wanted

    st.session_state[key] = found.choices.get(one.key)
    st.segmented_control(
        escaped(desk.say(CHOICE).format(cell=one.where.cell, sheet=one.where.sheet, about=_about(one))),
        [True, False],
        format_func=lambda wanted: words[wanted],
        label_visibility="collapsed",
        on_change=choose,
        key=key,
    )


def _turn(desk: Says, found: Held, page: int, pages: int) -> None:
    def go(to: int) -> None:
        found.page = to

    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(desk.say(BACK), key="retur-bak", disabled=page == 0, on_click=go, args=(page - 1,))
        st.text(desk.say(PAGE).format(page=page + 1, pages=pages), width="content")
        st.button(desk.say(ON), key="retur-fram", disabled=page + 1 == pages, on_click=go, args=(page + 1,))
