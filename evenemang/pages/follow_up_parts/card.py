"""A card: the finding as its heading, what is counted, the figure, and the same as a table and a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from evenemang.domain.text import Language, Text
from evenemang.pages.follow_up_parts.download import Cell, csv_file
from evenemang.pages.showing import escaped, number

AS_TABLE = Text(sv="Visa som tabell", en="Show as a table")
DOWNLOAD = Text(sv="Ladda ner talen", en="Download the numbers")
NONE = "–"


@dataclass(frozen=True)
class Table:
    """A chart in words: the same rows on the page and in the file, which may have further columns."""

    heading: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    decimals: int = 0  # of numbers with a fraction, on the page
    on_page: int = 7  # columns


@dataclass(frozen=True)
class Card:
    """What a chart says. Without a figure its table stands open."""

    key: str  # in the file's name
    finding: str
    unit: str
    figure: Any | None
    table: Table


def show(card: Card, period: str, language: Language) -> None:
    """Show a card; `period` (the year, and whose events) ends the name of its file."""
    with st.container(border=True, key=f"kort-{card.key}", height="stretch"):
        st.header(escaped(card.finding), anchor=False)
        st.caption(escaped(card.unit))
        if card.figure is not None:
            st.plotly_chart(
                card.figure,
                theme=None,
                config={"displayModeBar": False},
                key=f"diagram-{card.key}",
                alt=card.finding,
            )
        if card.table.rows and card.figure is None:
            _numbers(card, period, language)
        elif card.table.rows:
            with st.expander(AS_TABLE.say(language)):
                _numbers(card, period, language)


def _numbers(card: Card, period: str, language: Language) -> None:
    st.table(shown(card.table, language), border="horizontal", hide_index=True)
    st.download_button(
        DOWNLOAD.say(language),
        csv_file(card.table.heading, card.table.rows, language),
        file_name=f"{card.key}-{period}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"fil-{card.key}",
    )


def shown(table: Table, language: Language) -> dict[str, list[str]]:
    """Return a table as columns of words, text from people made harmless."""
    columns: Sequence[tuple[Cell, ...]] = list(zip(*table.rows, strict=True))[: table.on_page]
    return {
        escaped(heading): [_said(cell, table.decimals, language) for cell in column]
        for heading, column in zip(table.heading, columns, strict=False)
    }


def _said(cell: Cell, decimals: int, language: Language) -> str:
    if cell is None:
        return NONE
    if isinstance(cell, str):
        return escaped(cell)
    return number(cell, language, decimals if isinstance(cell, float) else 0)
