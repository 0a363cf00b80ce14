"""What people may write in a workbook, what they are told there, and what follows what they write."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import column_index_from_string, range_boundaries

from evenemang.domain.dossier import Dossier
from evenemang.flow.content import Content
from evenemang.workbook import write
from evenemang.workbook.columns import columns_of, widths_of
from evenemang.workbook.grids import grids
from evenemang.workbook.layout import Sheet
from evenemang.workbook.sheets import SHEETS
from tests.workbook.strategies import whole_of

HEADING = 4


@pytest.fixture
def book(content: Content, potato: Dossier) -> Workbook:
    return load_workbook(BytesIO(write(whole_of(potato, content), "sv")))


def columns(sheet: Any) -> dict[str, int]:
    return {str(one.value): number for number, one in enumerate(sheet[HEADING], 1) if one.value}


def below(sheet: Any) -> int:
    """The first empty row under the records."""
    rows = range(HEADING + 1, sheet.max_row + 1)
    return next(row for row in rows if sheet.cell(row, 1).value is None)


def test_no_level_stands_as_a_value_beside_steps_that_may_be_written(book: Workbook) -> None:
    sheet = book["Risker"]
    at = columns(sheet)
    for heading in ("Risknivå före", "Risknivå efter"):
        said = {sheet.cell(row, at[heading]).value for row in range(HEADING + 1, below(sheet))}
        assert said == {"–"}
    formulas = [rule.formula[0] for one in sheet.conditional_formatting for rule in one.rules]
    assert len(formulas) == 8, "four levels, before and after"
    assert all("COUNT($" in one for one in formulas)


def test_an_action_is_late_by_the_day_one_reads_and_its_status_is_one_word(book: Workbook) -> None:
    sheet = book["Åtgärder"]
    at = columns(sheet)
    assert {sheet.cell(row, at["Läge"]).value for row in range(HEADING + 1, below(sheet))} <= {
        "Beslutad",
        "Klar",
    }
    (rule,) = [rule for one in sheet.conditional_formatting for rule in one.rules]
    assert "TODAY()" in rule.formula[0]
    assert '<>"Avskriven"' in rule.formula[0]


def test_what_only_a_new_record_may_say_is_locked_in_the_others(book: Workbook) -> None:
    for title, heading in (("Risker", "Riskområde"), ("Åtgärder", "Risk")):
        sheet = book[title]
        col, empty = columns(sheet)[heading], below(sheet)
        assert sheet.cell(empty - 1, col).protection.locked
        assert not sheet.cell(empty, col).protection.locked
        place = sheet.cell(empty, col).coordinate
        lists = [one for one in sheet.data_validations.dataValidation if place in one.sqref]
        assert [one.type for one in lists] == ["list"]


def test_a_day_is_asked_about_and_not_refused(book: Workbook) -> None:
    sheet = book["Åtgärder"]
    place = sheet.cell(below(sheet), columns(sheet)["Senast"]).coordinate
    (told,) = [one for one in sheet.data_validations.dataValidation if place in one.sqref]
    assert (told.type, told.errorStyle) == ("date", "warning")
    assert "2026-05-31" in told.prompt


def test_a_record_written_under_the_others_is_read_and_the_empty_rows_are_not(
    content: Content, potato: Dossier
) -> None:
    sent = write(whole_of(potato, content), "sv")
    book = load_workbook(BytesIO(sent))
    sheet = book["Risker"]
    at, row = columns(sheet), below(sheet)
    for heading, value in (("Vad kan hända", "Halt vid bron"), ("Riskområde", "Väder")):
        sheet.cell(row, at[heading]).value = value
    changed = BytesIO()
    book.save(changed)

    before, after = grids(sent)["risks"], grids(changed.getvalue())["risks"]
    assert None not in before.numbers
    assert after.numbers == [*before.numbers, None]
    assert (after.rows[-1]["title"], after.rows[-1]["~area"]) == ("Halt vid bron", "Väder")


def test_rows_that_are_sorted_take_their_hidden_codes_along(book: Workbook) -> None:
    for title in ("Risker", "Åtgärder", "Checklistor"):
        sheet = book[title]
        last = range_boundaries(sheet.auto_filter.ref)[2]
        marks = [one.column for one in sheet[HEADING - 1] if one.value is not None]
        assert last is not None
        assert last >= max(marks)
        hidden = [key for key, one in sheet.column_dimensions.items() if one.hidden]
        assert hidden
        assert column_index_from_string(hidden[0]) <= max(marks)


def test_an_english_workbook_says_nothing_of_ours_in_swedish(content: Content, potato: Dossier) -> None:
    book = load_workbook(BytesIO(write(whole_of(potato, content), "en")))
    ours = {
        text
        for sheet in SHEETS
        for table in sheet.tables
        for text in (
            sheet.title,
            sheet.about,
            table.title,
            *(one.title for one in table.columns),
            *(word for one in table.columns for word in (one.words or {}).values()),
        )
    }
    english = {one.en for one in ours}
    swedish = {one.sv for one in ours} - english
    said = {str(one.value) for sheet in book for row in sheet.iter_rows() for one in row if one.value}
    offered = {
        word
        for sheet in book
        for one in sheet.data_validations.dataValidation
        for text in (one.formula1, one.prompt, one.error)
        for word in str(text).strip('"').split(",")
    }
    assert not swedish & (said | offered)
    assert said & english


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: one.code)
def test_no_column_is_so_narrow_that_a_word_of_ours_is_torn(sheet: Sheet) -> None:
    widths = widths_of(sheet)
    for table in sheet.tables:
        for col, one in enumerate(columns_of(table)[0]):
            texts = (one.title, *(one.words or {}).values())
            words = [word for text in texts for word in (*text.sv.split(), *text.en.split())]
            assert len(max(words, key=len)) + 2 <= widths[col], f"{table.code} {one.code}"
