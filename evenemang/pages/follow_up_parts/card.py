"""A card: the finding as its heading, what is counted, the figure, its table and files, what is behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import streamlit as st

from evenemang.domain.text import Language, Text
from evenemang.flow.saying import NBSP, day, number
from evenemang.pages.follow_up_parts import behind
from evenemang.pages.follow_up_parts.behind import Record
from evenemang.pages.follow_up_parts.download import Cell, csv_file
from evenemang.pages.follow_up_parts.scene import Scene
from evenemang.pages.showing import escaped

AS_TABLE = Text(sv="Visa som tabell", en="Show as a table")
DOWNLOAD = Text(sv="Ladda ner talen (csv)", en="Download the numbers (csv)")
DOWNLOAD_BOOK = Text(sv="Ladda ner talen (xlsx)", en="Download the numbers (xlsx)")
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIRST_ROWS = Text(
    sv="De {shown} första av {all} rader visas. Alla finns i filerna.",
    en="The first {shown} of {all} rows are shown. All are in the files.",
)
ROWS = 100  # on the page, however many there are
NONE = "–"
THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)")  # 10 000 stays on one line


@dataclass(frozen=True)
class Table:
    """A chart in words: the same rows on the page and in the file, which may have further columns."""

    heading: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    decimals: int = 0  # of numbers with a fraction, on the page
    on_page: int = 7  # columns


def nothing_behind(_code: str) -> Iterable[Record]:
    """Return no records: for a card without bars to click."""
    return ()


@dataclass(frozen=True)
class Card:
    """What a chart says. Without a figure its table stands open."""

    key: str  # in the file's name, and in the address
    finding: str
    unit: str
    figure: Any | None
    table: Table
    source: Text | None = None  # ours where None: what is logged in the dossiers
    bars: Mapping[str, str] = field(default_factory=dict)  # what can be clicked, by the code of its points
    behind: Callable[[str], Iterable[Record]] = nothing_behind  # the records that a bar counts


def show(card: Card, period: str, scene: Scene) -> None:
    """Show a card; `period` (the year, and whose events) ends the name of its file."""
    source = scene.source(card.source) if card.unit else ""
    with st.container(border=True, key=f"kort-{card.key}", height="stretch"):
        st.header(_whole(card.finding), anchor=False)
        st.caption(_whole(f"{card.unit} {source}".strip()))
        if card.figure is not None:
            _figure(card)
        if card.table.rows and card.figure is None:
            _numbers(card, source, period, scene)
        elif card.table.rows:
            with st.expander(AS_TABLE.say(scene.language)):
                _numbers(card, source, period, scene)
        if card.bars:
            behind.show(card.key, card.bars, card.behind, f"{card.key}-{period}", scene.language)


def _whole(text: str) -> str:
    return escaped(THOUSANDS.sub(NBSP, text))


def _figure(card: Card) -> None:
    clicks: dict[str, Any] = (
        {"on_select": behind.clicked(card.key), "selection_mode": "points"} if card.bars else {}
    )
    st.plotly_chart(
        card.figure,
        theme=None,
        config={"displayModeBar": False},
        key=behind.figure_key(card.key),
        alt=f"{card.finding}. {card.unit}",
        **clicks,
    )


def _numbers(card: Card, source: str, period: str, scene: Scene) -> None:
    table, name = card.table, f"{card.key}-{period}"
    st.table(shown(table, scene.language), border="horizontal", hide_index=True)
    if len(table.rows) > ROWS:
        said = {"shown": ROWS, "all": number(len(table.rows), scene.language)}
        st.caption(scene.say(FIRST_ROWS).format(**said))
    with st.container(horizontal=True):
        st.download_button(
            scene.say(DOWNLOAD),
            lambda: csv_file(table.heading, table.rows, scene.language),
            file_name=f"{name}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key=f"fil-{card.key}",
        )
        st.download_button(
            scene.say(DOWNLOAD_BOOK),
            lambda: scene.house.numbers_book(card.finding, (card.unit, source), table.heading, table.rows),
            file_name=f"{name}.xlsx",
            mime=EXCEL,
            icon=":material/download:",
            on_click="ignore",
            key=f"bok-{card.key}",
        )


def shown(table: Table, language: Language) -> dict[str, list[str]]:
    """Return the first rows of a table as columns of words, text from people made harmless."""
    columns: Sequence[tuple[Cell, ...]] = list(zip(*table.rows[:ROWS], strict=True))[: table.on_page]
    return {
        escaped(heading): [_said(cell, table.decimals, language) for cell in column]
        for heading, column in zip(table.heading, columns, strict=False)
    }


def _said(cell: Cell, decimals: int, language: Language) -> str:
    if cell is None:
        return NONE
    if isinstance(cell, str):
        return escaped(cell)
    if isinstance(cell, date):
        return day(cell, language)
    return number(cell, language, decimals if isinstance(cell, float) else 0)
