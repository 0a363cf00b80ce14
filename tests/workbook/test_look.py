"""The workbook opens in the office without complaint, in both languages, and every cell can be read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Language, clean
from evenemang.flow.content import Content
from evenemang.workbook import write
from evenemang.workbook.reading import read
from tests.workbook.strategies import NASTY, whole_of

# LibreOffice itself halves what looks like two escapes in a row when it saves; we read what it left.
TEXTS = [one for one in NASTY if not one.startswith("_x0041_x") and "\x07" not in one]

Office = Callable[[Path, str], Path]
SHEETS = {
    "sv": "Sammanfattning, Underlag, Checklistor, Beräkningar, Risker, Åtgärder, Tidplan, Beslut, "
    "På plats, Incidenter, Utvärdering, Lärdomar, Historik",
    "en": "Summary, Facts, Checklists, Calculations, Risks, Actions, Time plan, Decisions, On site, "
    "Incidents, Evaluation, Lessons, History",
}


@pytest.fixture
def nasty(potato: Dossier) -> Dossier:
    """The dossier with a nasty text in every comment."""
    answers = {
        key: one.model_copy(update={"comment": clean(TEXTS[number % len(TEXTS)])})
        for number, (key, one) in enumerate(potato.assessment.answers.items())
    }
    return potato.model_copy(update={"assessment": potato.assessment.model_copy(update={"answers": answers})})


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_sheets_tell_the_story_in_order(content: Content, potato: Dossier, language: Language) -> None:
    book = load_workbook(BytesIO(write(whole_of(potato, content), language)))
    assert [one.title for one in book if one.sheet_state == "visible"] == SHEETS[language].split(", ")
    assert book.properties.title == "Potatisfestivalen 2023"
    assert not book.properties.creator
    for sheet in [one for one in book if one.sheet_state == "visible"]:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.oddHeader is not None
        assert "Potatisfestivalen 2023" in str(sheet.oddHeader.left.text)
    assert book.worksheets[4].freeze_panes == "C5", "with number and name"
    assert book.worksheets[4].auto_filter.ref


def test_only_what_people_may_write_in_is_unlocked(content: Content, potato: Dossier) -> None:
    book = load_workbook(BytesIO(write(whole_of(potato, content), "sv")))
    assert all(
        sheet.protection.sheet and not sheet.protection.password for sheet in book if sheet.title != "Val"
    )
    actions = book["Åtgärder"]
    heading = {str(one.value): number for number, one in enumerate(actions[4], 1)}
    written = actions.cell(5, heading["Åtgärd"])
    assert not written.protection.locked
    assert actions.cell(5, heading["Nr"]).protection.locked
    below = 5 + len(potato.actions)
    assert not actions.cell(below, heading["Åtgärd"]).protection.locked
    assert actions.cell(below + 10, heading["Åtgärd"]).protection.locked


def test_an_answer_is_chosen_among_its_questions_own(content: Content, potato: Dossier) -> None:
    book = load_workbook(BytesIO(write(whole_of(potato, content), "sv")))
    sheet = book["Checklistor"]
    asked = {str(sheet.cell(row, 3).value): f"D{row}" for row in range(5, sheet.max_row + 1)}

    def offered(kind: str) -> str | None:
        every = (one for area in content.areas.values() for one in area.questions())
        cell = next(asked[one.ask.sv] for one in every if one.answer == kind and one.ask.sv in asked)
        lists = [one.formula1 for one in sheet.data_validations.dataValidation if cell in one.sqref]
        return str(lists[0]) if lists else None

    assert offered("yes-no") == '"Ja,Delvis,Nej,Ej aktuellt"'
    assert offered("number") == "-1000000000.0", "any number: asked about, never refused"
    assert "Val!$" in str(offered("choice"))
    assert book["Val"].sheet_state == "hidden"


def test_no_cell_is_a_formula_and_dates_are_dates(content: Content, nasty: Dossier) -> None:
    book = load_workbook(BytesIO(write(whole_of(nasty, content), "sv")))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"n", "s", "d"}
    assert "d" in kinds
    assert not any(cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row)


def test_the_dossier_survives_being_saved_by_the_office(
    content: Content, nasty: Dossier, tmp_path: Path, office: Office
) -> None:
    book = tmp_path / "bok.xlsx"
    book.write_bytes(write(whole_of(nasty, content), "sv"))
    sent, returned = read(book), read(office(book, "xlsx:Calc MS Excel 2007 XML"))
    for name in type(sent.dossier).model_fields:
        assert getattr(returned.dossier, name) == getattr(sent.dossier, name)
    assert returned.journal == sent.journal


def test_sheets_are_found_by_their_codes_when_they_are_renamed_and_moved(
    content: Content, potato: Dossier, tmp_path: Path
) -> None:
    sent = read(write(whole_of(potato, content), "sv"))
    book = load_workbook(BytesIO(write(whole_of(potato, content), "sv")))
    for number, sheet in enumerate(book.worksheets):
        sheet.title = f"Blad{number}"
    book.move_sheet("Blad4", -4)
    path = tmp_path / "flyttad.xlsx"
    book.save(path)
    assert read(path).dossier == sent.dossier


def test_the_same_dossier_gives_the_same_bytes(content: Content, potato: Dossier) -> None:
    assert write(whole_of(potato, content), "sv") == write(whole_of(potato, content), "sv")


def test_writing_does_not_load_the_reading_library() -> None:
    code = "import sys, evenemang.workbook as w; assert not {'openpyxl', 'streamlit'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def empty_zip() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as made:
        made.writestr("hej.txt", "hej")
    return stream.getvalue()


@pytest.mark.parametrize(
    "content_bytes",
    [b"", b"%PDF-1.7", b"PK\x03\x04broken", empty_zip(), b"namn;svar\n", b"\xd0\xcf\x11\xe0" * 100],
    ids=["empty", "pdf", "torn zip", "other zip", "csv", "old excel or password"],
)
def test_what_is_no_workbook_is_refused_with_a_sentence(content_bytes: bytes) -> None:
    with pytest.raises(FileUnfit) as refused:
        read(content_bytes)
    assert "xlsx" in refused.value.say("sv")
