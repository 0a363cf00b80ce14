"""The least that shows a year or a first page: bare SQL, and the same figures and words by hand.

Whoever measures says in `SHOWN` what the page of ours has shown: its figures as plain dicts, its tables as
plain columns, its words. Nothing is worked out from the rows here but what SQL itself counts.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go
import streamlit as st


@dataclass
class Shown:
    """What is asked and shown."""

    database: str = ""
    queries: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    figures: list[dict[str, Any]] = field(default_factory=list)
    tables: list[dict[str, list[str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


SHOWN = Shown()


def show() -> None:
    """Ask, draw and write."""
    with sqlite3.connect(SHOWN.database) as connection:
        for query in SHOWN.queries:
            connection.execute(query, SHOWN.values).fetchall()
    for said in SHOWN.words:
        st.markdown(said)
    for at, one in enumerate(SHOWN.figures):
        st.plotly_chart(go.Figure(one), theme=None, key=f"figure-{at}")
    for table in SHOWN.tables:
        st.table(table)
