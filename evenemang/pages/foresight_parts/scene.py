"""What every part of the page is given, and how one is shown: its finding, what is counted, numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from evenemang.domain.text import Language, Text
from evenemang.flow.content import Content
from evenemang.flow.foresight.seen import Foresight
from evenemang.flow.foresight.words import area_name, question_name
from evenemang.flow.saying import number
from evenemang.pages.follow_up_parts.download import Cell, csv_file
from evenemang.pages.showing import escaped

SHOWN = 10  # rows of a table on the page; the file has all
DOWNLOAD = Text(sv="Ladda ner talen", en="Download the numbers")
MORE = Text(
    sv="De {shown} första av {all} visas; filen har alla.",
    en="The first {shown} of {all} are shown; the file has all.",
)


@dataclass(frozen=True)
class Scene:
    """Foresight in front of a reader."""

    found: Foresight
    content: Content
    years: int
    language: Language

    def say(self, text: Text) -> str:
        """Return a text in the reader's language."""
        return text.say(self.language)

    def area(self, area: str | None) -> str:
        """Return what an area is called."""
        return area_name(area, self.content, self.language)

    def question(self, question: str) -> str:
        """Return what a question asks."""
        return question_name(question, self.content, self.language)

    def title(self, title: Text | str) -> str:
        """Return the title of a risk; what a person typed stays as typed."""
        return title.say(self.language) if isinstance(title, Text) else title


@dataclass(frozen=True)
class Table:
    """Rows of one kind, and what they are called in the file's name.

    On the page a row has few columns, so that a phone shows all of it; in the file each figure has its own.
    """

    key: str
    heading: Sequence[Text]  # of the page
    shown: Sequence[Sequence[str]]
    in_file: Sequence[Text]  # the heading of the file
    rows: Sequence[Sequence[Cell]]
    name: Text | None = None  # above it, where a part has more than one


def part(scene: Scene, key: str, finding: str, unit: str, tables: Sequence[Table]) -> None:
    """Show one part: what it finds as its heading, and the tables that have rows."""
    with st.container(border=True, key=f"forutseende-{key}"):
        st.header(escaped(finding), anchor=False)
        if unit:
            st.caption(escaped(unit))
        for table in tables:
            if table.rows:
                _show(scene, table)


def _show(scene: Scene, table: Table) -> None:
    if table.name:
        st.subheader(scene.say(table.name), anchor=False)
    columns = zip(*table.shown[:SHOWN], strict=True)
    said = {
        scene.say(name): [escaped(cell) for cell in column]
        for name, column in zip(table.heading, columns, strict=True)
    }
    st.table(said, border="horizontal", hide_index=True)
    if len(table.rows) > SHOWN:
        st.caption(scene.say(MORE).format(shown=SHOWN, all=number(len(table.rows), scene.language)))
    st.download_button(
        scene.say(DOWNLOAD),
        lambda: csv_file([scene.say(one) for one in table.in_file], table.rows, scene.language),
        file_name=f"{table.key}-{scene.found.looked.until}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"fil-{table.key}",
    )
