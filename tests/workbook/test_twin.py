"""An area goes to Excel and comes back the same; the book has what people need to write in it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from evenemang import bootstrap
from evenemang.catalogue import yaml_of
from evenemang.catalogue.files import read_document
from evenemang.catalogue.reader import read_text
from evenemang.domain.checklist import Area, Choice, Question, Raise, Section, SuggestedAction
from evenemang.domain.errors import Refused
from evenemang.domain.source import Source
from evenemang.domain.text import LANGUAGES, Language, Text
from evenemang.flow.content import Content
from evenemang.workbook.twin.assembling import AREA, QUESTION, RAISE
from evenemang.workbook.twin.form import Column
from evenemang.workbook.twin.naming import column_named
from evenemang.workbook.twin.questions import with_sources
from evenemang.workbook.twin.reading import read
from evenemang.workbook.twin.sheets import SHEETS
from evenemang.workbook.twin.words import code_of
from evenemang.workbook.twin.writing import write
from tests.workbook.areas import areas
from tests.workbook.strategies import NASTY

INSTALLED = bootstrap.content()
CHECKLISTS = Path(__file__).parents[2] / "checklists"
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
pytestmark = pytest.mark.filterwarnings(
    "ignore::hypothesis.errors.HypothesisWarning"
)  # a failing area is large

Office = Callable[[Path, str], Path]


def come_back(book: bytes) -> Area:
    """Return the area in a book, by way of the YAML that is written."""
    twin = read(book, "bok.xlsx")
    assert twin.faults == ()
    loaded = read_document(*read_text(yaml_of(twin.data), "bok.yaml"))
    assert loaded.faults == ()
    return loaded.of(Area)[0].model


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(area=areas(), language=st.sampled_from(LANGUAGES))
def test_whatever_an_area_holds_comes_back_equal(area: Area, language: Language) -> None:
    assert come_back(write(area, INSTALLED, language)) == area


@pytest.mark.parametrize(("number", "area"), list(enumerate(INSTALLED.areas)))
def test_every_shipped_area_comes_back_equal_in_the_form_of_its_file(number: int, area: str) -> None:
    shipped = INSTALLED.areas[area]
    file = CHECKLISTS / area.replace("-", "_") / "checklist.yaml"

    twin = read(write(shipped, INSTALLED, LANGUAGES[number % 2]), "bok.xlsx")

    text = yaml_of(twin.data)
    assert twin.faults == ()
    assert read_document(*read_text(text, "bok.yaml")).of(Area)[0].model == shipped
    assert plain(text) == plain(file.read_text("utf-8"))


def plain(text: str) -> list[str]:
    """Return the lines without quotes and comments; some files have secrecy before shown_when."""
    lines = text.replace("''", "'").replace("'", "").replace('"', "").splitlines()
    return sorted(line for line in lines if line.strip() and not line.startswith("#"))


def test_a_new_field_of_an_area_has_its_place_in_the_book() -> None:
    assert set(AREA) == set(Area.model_fields)
    assert set(QUESTION) == set(Question.model_fields)
    assert set(RAISE) == set(Raise.model_fields)
    fields = {sheet.code: {column.field for column in with_sources(sheet, 1).columns} for sheet in SHEETS}
    assert fields["area"] == set(Area.model_fields) - {"sources", "sections"}
    assert fields["sources"] == set(Source.model_fields)
    assert fields["sections"] == set(Section.model_fields) - {"questions"}
    assert fields["questions"] == set(Question.model_fields) - {"choices", "raises"} | {"section"}
    assert fields["choices"] == set(Choice.model_fields) | {"question"}
    assert fields["risks"] == set(Raise.model_fields) - {"actions"} | {"key", "question"}
    assert fields["actions"] == set(SuggestedAction.model_fields) | {"risk"}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.code)
def test_no_heading_and_no_word_can_be_taken_for_another(sheet: object) -> None:
    columns = with_sources(sheet, 3).columns  # type: ignore[arg-type]  # pytest hands it over untyped
    for column in columns:
        for title in (column.title.sv, column.title.en, f"{column.title.sv}\n{column.title.en}"):
            assert column_named(columns, title) == column.code
        for code, word in (column.words or {}).items():
            assert {code_of(column.words or {}, one) for one in (word.sv, word.en.upper(), code)} == {code}


@pytest.fixture(scope="module", params=LANGUAGES)
def book(request: pytest.FixtureRequest) -> Workbook:
    return load_workbook(BytesIO(write(INSTALLED.areas["crowds"], INSTALLED, request.param)))


def test_the_first_sheet_tells_how_in_ten_lines_in_both_languages(book: Workbook) -> None:
    guide = book.worksheets[0]

    rows = [[cell.value for cell in row] for row in guide.iter_rows(min_row=3, max_col=3)]
    assert [row[0] for row in rows] == list(range(1, 11))
    assert all(row[1] != row[2] for row in rows)


def test_headings_are_in_both_languages_frozen_and_printed_on_every_page(book: Workbook) -> None:
    for sheet in book.worksheets[2:8]:
        assert sheet.freeze_panes == "B4"
        assert sheet.print_title_rows == "$3:$3"
        assert sheet.auto_filter.ref
        assert all(cell.alignment.wrap_text for cell in sheet[3])
    headings = {str(cell.value) for cell in book.worksheets[4][3]}
    assert {"Fråga på svenska\nQuestion in Swedish", "Skede\nPhase"} <= headings


def validation(sheet: Worksheet, column: int, row: int) -> DataValidation:
    def covers(found: DataValidation) -> bool:
        for place in str(found.sqref).split():
            bounds = [one or 0 for one in range_boundaries(place)]
            if bounds[0] <= column <= bounds[2] and bounds[1] <= row <= bounds[3]:
                return True
        return False

    every: list[DataValidation] = sheet.data_validations.dataValidation
    return next(one for one in every if covers(one))


def test_whatever_is_one_of_a_set_has_a_drop_down_also_on_rows_not_written_yet(book: Workbook) -> None:
    for sheet, definition in zip(book.worksheets[1:8], SHEETS, strict=True):
        columns = with_sources(definition, 3).columns
        for at, column in enumerate(columns, 1):
            place = (2, at + 3) if definition.is_form else (at, 4)
            rows = (place[1],) if definition.is_form else (place[1], sheet.max_row + 100)
            for row in rows:
                found = validation(sheet, place[0], row)
                assert found.promptTitle
                assert found.prompt, "every cell helps"
                assert (found.type == "list") == is_a_set(column), (sheet.title, column.code)


def is_a_set(column: Column) -> bool:
    small = column.high is not None and column.high < 10
    return bool(column.words or column.among or small or column.kind == "when")


def test_a_drop_down_of_ids_grows_with_its_sheet(book: Workbook) -> None:
    questions = book.worksheets[4]
    section = validation(questions, 2, 4).formula1
    assert f"{book.worksheets[3].title}!$A$4" in str(section)
    assert "COUNTA" in str(section)


def test_text_is_text_and_no_cell_is_a_formula_or_a_link(tmp_path: Path) -> None:
    sections = [one.model_dump() for one in INSTALLED.areas["weather"].sections]
    texts = iter(NASTY * 40)
    for section in sections:
        for question in section["questions"]:
            question["help"] = {"sv": f"= {next(texts)} .", "en": next(texts).strip() or "–"}
    nasty = _with_sections("weather", sections)

    book = load_workbook(BytesIO(write(nasty, INSTALLED, "sv")))

    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"n", "s", "d"}
    assert not any(cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row)


def _with_sections(area: str, sections: list[dict[str, object]]) -> Area:
    shipped = INSTALLED.areas[area]
    mended = []
    for before, after in zip(shipped.sections, sections, strict=True):
        helps = [one["help"] for one in after["questions"]]  # type: ignore[attr-defined]  # a dump
        questions = tuple(
            question.model_copy(update={"help": Text.model_validate(said)})
            for question, said in zip(before.questions, helps, strict=True)
        )
        mended.append(before.model_copy(update={"questions": questions}))
    return shipped.model_copy(update={"sections": tuple(mended)})


@pytest.mark.parametrize("area", ["weather", "threats"])
def test_the_office_opens_it_saves_it_anew_and_it_still_comes_back_equal(
    area: str, tmp_path: Path, office: Office
) -> None:
    book = tmp_path / "bok.xlsx"
    book.write_bytes(write(INSTALLED.areas[area], INSTALLED, "sv"))

    saved = office(book, "xlsx:Calc MS Excel 2007 XML")

    assert come_back(saved.read_bytes()) == INSTALLED.areas[area]
    again = load_workbook(saved)
    lists = [one for sheet in again for one in sheet.data_validations.dataValidation if one.type == "list"]
    assert any("OFFSET" in str(one.formula1) for one in lists), "drop-downs of ids survive"


def test_the_office_prints_it_with_no_cell_too_narrow(tmp_path: Path, office: Office) -> None:
    book = tmp_path / "bok.xlsx"
    book.write_bytes(write(INSTALLED.areas["crowds"], INSTALLED, "sv"))
    pages = subprocess.run(
        ["pdftotext", "-layout", office(book, "pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "###" not in pages
    assert 5 < pages.count("\f") < 40, "only what is written is printed"


def test_a_text_too_long_for_a_cell_is_refused_rather_than_cut() -> None:
    shipped = INSTALLED.areas["crowds"]
    long = shipped.model_copy(update={"summary": Text(sv="å" * 33_000, en="a")})

    with pytest.raises(Refused) as refused:
        write(long, INSTALLED, "sv")
    assert "Område" in refused.value.say("sv")


def test_an_area_can_be_written_without_any_calculator_installed() -> None:
    bare = Content(areas={}, profile=INSTALLED.profile, matrix=INSTALLED.matrix)

    assert come_back(write(INSTALLED.areas["crowds"], bare, "sv")) == INSTALLED.areas["crowds"]
