"""An area of risk as the bytes of a workbook to write in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from evenemang.domain.checklist import Area
from evenemang.domain.text import Language, Text
from evenemang.flow.content import Content
from evenemang.workbook.book import added, new_book
from evenemang.workbook.style import Styles
from evenemang.workbook.twin.choosing import Choosing, fixed_range, growing_range
from evenemang.workbook.twin.drawing import (
    FIRST,
    LIST_COLUMN,
    Pen,
    draw_form,
    draw_guide,
    draw_lists,
    draw_table,
)
from evenemang.workbook.twin.form import SPARE, Sheet
from evenemang.workbook.twin.lists import List, calculator_lists, fact_rows, when_list
from evenemang.workbook.twin.questions import with_sources
from evenemang.workbook.twin.rows import Row, most_sources, rows_of
from evenemang.workbook.twin.sheets import GUIDE, LISTS, SHEETS

FEWEST_SOURCES = 3  # columns that there are always
IDS = ("sources", "sections", "questions", "risks")  # sheets whose first column is pointed at


def write(area: Area, content: Content, language: Language) -> bytes:
    """Return the twin of an area; `content` is what is installed, for what conditions may ask about.

    Raises:
        Refused: If a text does not fit in a cell.
    """
    rows = rows_of(area)
    lists = (when_list(language), *calculator_lists(content))
    choosing = Choosing(language, _ranges(rows, lists, language))
    stream = BytesIO()
    workbook = new_book(stream)
    workbook.set_properties({"title": area.title.say(language)[:200]})
    styles = Styles(workbook)

    def pen(title: Text) -> Pen:
        foot = f"{area.area} {area.version}"
        sheet = added(workbook, title.say(language), area.title.say(language), foot, area.version, language)
        return Pen(sheet, styles, language, choosing)

    draw_guide(pen(GUIDE), area.title)
    for sheet in SHEETS:
        _draw(
            pen(sheet.title), with_sources(sheet, max(FEWEST_SOURCES, most_sources(area))), rows[sheet.code]
        )
    draw_lists(pen(LISTS), LISTS, fact_rows(content, language), lists)
    workbook.close()
    return stream.getvalue()


def _draw(pen: Pen, sheet: Sheet, rows: Sequence[Row]) -> None:
    if sheet.is_form:
        draw_form(pen, sheet, rows[0])
    else:
        draw_table(pen, sheet, rows)


def _ranges(rows: Mapping[str, Sequence[Row]], lists: Sequence[List], language: Language) -> dict[str, str]:
    """Return in which cells each drop-down's choices stand."""
    titles = {sheet.code: sheet.title.say(language) for sheet in SHEETS}
    growing = {code: growing_range(titles[code], 0, FIRST, FIRST + len(rows[code]) + SPARE) for code in IDS}
    listed = {
        one.name: fixed_range(LISTS.say(language), LIST_COLUMN + at, FIRST, len(one.items))
        for at, one in enumerate(lists)
    }
    return {**growing, **listed}
