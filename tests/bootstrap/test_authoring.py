"""A twin that somebody has written in: every fault at once, by sheet, row and column, with what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from evenemang import bootstrap
from evenemang.bootstrap.authoring import FromExcel, area_from_excel
from evenemang.catalogue import read_area
from evenemang.hooks import Registrations, collect
from evenemang.workbook.twin.writing import write
from tests.installing import THIRD_PARTY

MARATHON = THIRD_PARTY / "marathon.yaml"
INSTALLED = collect()

Change = Callable[[Workbook], None]
ReadBack = Callable[[Change], FromExcel]


@pytest.fixture(scope="module")
def sent() -> bytes:
    return write(read_area(MARATHON), bootstrap.content(), "sv")


@pytest.fixture
def read_back(sent: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReadBack:
    """Return a function that changes the book as a person would, and reads it back."""
    around = Registrations(profiles=INSTALLED.profiles, calculators=INSTALLED.calculators)
    monkeypatch.setattr("evenemang.hooks.collect", lambda: around)

    def changed(change: Change) -> FromExcel:
        book = load_workbook(BytesIO(sent))
        change(book)
        book.save(tmp_path / "bok.xlsx")
        return area_from_excel(tmp_path / "bok.xlsx")

    return changed


def column(sheet: Worksheet, heading: str) -> int:
    names = [str(cell.value).split("\n")[0] for cell in sheet[3]]
    assert names.count(heading) == 1, names
    return names.index(heading) + 1


def copy_row(sheet: Worksheet, row: int, to: int) -> None:
    for at, cell in enumerate(list(sheet[row]), 1):
        sheet.cell(to, at).value = cell.value


def write_in(sheet: str, heading: str, value: Any, row: int = 4) -> Change:
    def change(book: Workbook) -> None:
        book[sheet].cell(row, column(book[sheet], heading)).value = value

    return change


def in_head(label: str, value: Any) -> Change:
    def change(book: Workbook) -> None:
        labels = [str(one[0].value).split("\n")[0] for one in book["Område"].iter_rows()]
        book["Område"].cell(labels.index(label) + 1, 2).value = value

    return change


def told(found: FromExcel) -> list[str]:
    return [one.say("sv") for one in found.faults]


def test_a_book_that_nobody_changed_has_no_fault_and_says_the_file(read_back: ReadBack) -> None:
    found = read_back(lambda book: None)

    assert told(found) == []
    assert found.text == MARATHON.read_text("utf-8")


@pytest.mark.parametrize(
    ("sheet", "heading", "value", "says"),
    [
        ("Källor", "Källans id", None, "Källans id saknas."),
        ("Källor", "Säkerhet", "lågg", "Menas låg?"),
        ("Källor", "Kontrollerad", "i går", "till exempel 2026-11-22"),
        ("Avsnitt", "Rubrik på engelska", "   ", "Rubrik på engelska saknas."),
        ("Frågor", "Avsnitt", "corse", "”corse” finns inte på bladet Avsnitt. Menas course?"),
        ("Frågor", "Fråga på engelska", None, "Fråga på engelska saknas."),
        ("Frågor", "Fråga på svenska", date(2026, 4, 3), "formatet Text"),
        ("Frågor", "Fråga på svenska", "=1+1", "Cellen har en formel."),
        ("Frågor", "Svarstyp", "ja eler nej", "Menas ja eller nej?"),
        ("Frågor", "Svarstyp", "xyz", "Välj ja eller nej, tal, val, fri text, klockslag."),
        ("Frågor", "Enhet på svenska", "km", "unit hör bara till answer: number."),
        ("Frågor", "Minst", "två", "Här ska stå ett tal, inte två."),
        ("Frågor", "Skede", "planring", "Menas planering?"),
        ("Frågor", "Frågedjup", 4, "Skriv 1 till 3."),
        ("Frågor", "Frågedjup", 1.5, "Skriv det utan decimaler."),
        ("Frågor", "Frågedjup", True, "Här ska stå ett tal"),
        ("Frågor", "Visas när", 'event.seson == "summer"', "Menas event.season?"),
        ("Frågor", "Visas när", "event.outdoors &&", "går inte att tolka"),
        ("Frågor", "Källa 1", "hours", "Menas ours?"),
        ("Frågor", "Källa 1", None, "Källa 1 saknas."),
        ("Frågor", "Beräkning", "crowds.exit-capasity", "Menas crowds.exit-capacity?"),
        ("Frågor", "Ur bruk från", "snart", "år-månad-dag"),
        ("Risker", "Frågans id", "marathon.watr", "Menas marathon.water?"),
        ("Risker", "Väcks av", "nej, delvsi", "Menas delvis?"),
        ("Risker", "Väcks av", "answer > 3", "when passar inte answer: yes-no."),
        ("Risker", "Riskkälla på svenska", None, "Riskkälla på svenska saknas."),
        ("Risker", "Skada på", "människr", "Menas människor?"),
        ("Risker", "Sannolikhet", 6, "Skriv 1 till 5."),
        ("Risker", "Konsekvens", "hög", "Skriv bara siffror."),
        ("Åtgärder", "Risk", "marathon.water 2", "Menas marathon.water 1?"),
        ("Åtgärder", "Dagar från evenemanget", "snart", "Skriv bara siffror."),
    ],
)
def test_a_slip_is_told_in_its_cell_with_what_to_do(
    read_back: ReadBack, sheet: str, heading: str, value: Any, says: str
) -> None:
    found = read_back(write_in(sheet, heading, value))

    here = [one for one in found.faults if one.cell.heading and one.cell.heading.sv == heading]
    assert here, told(found)
    assert {(one.cell.sheet, one.cell.row) for one in here} == {(sheet, 4)}
    assert f"bladet {sheet}, rad 4, kolumn {here[0].cell.column} ({heading}): " in here[0].say("sv")
    assert says in here[0].say("sv")
    assert here[0].say("en") != here[0].say("sv")


@pytest.mark.parametrize(
    ("label", "value", "says"),
    [
        ("Områdets id", None, "Områdets id saknas."),
        ("Version", "2026-13-40", "”2026-13-40” är ingen dag."),
        ("Plats i listan", 1000, "Skriv 1 till 999."),
        ("Rubrik på svenska", None, "Rubrik på svenska saknas."),
        ("Axel", "olyka", "Menas olycka?"),
        ("Föreslås när", "event.kindd == 1", "Menas event.kind?"),
    ],
)
def test_a_slip_in_the_head_is_told_on_its_row(
    read_back: ReadBack, label: str, value: Any, says: str
) -> None:
    found = read_back(in_head(label, value))

    here = [one for one in found.faults if one.cell.heading and one.cell.heading.sv == label]
    assert len(here) == 1, told(found)
    assert here[0].cell.sheet == "Område"
    assert here[0].cell.column == "B"
    assert says in here[0].say("sv")


def test_all_faults_of_all_sheets_come_at_once_in_the_order_of_the_book(read_back: ReadBack) -> None:
    def change(book: Workbook) -> None:
        write_in("Åtgärder", "Åtgärd på engelska", None)(book)
        write_in("Risker", "Skada på", "människr")(book)
        write_in("Frågor", "Visas när", "event.outdors")(book)
        in_head("Axel", "olyka")(book)

    found = read_back(change)

    assert [one.cell.sheet for one in found.faults] == ["Område", "Frågor", "Risker", "Åtgärder"]


def test_ids_that_stand_twice_are_told(read_back: ReadBack) -> None:
    def change(book: Workbook) -> None:
        for sheet in ("Frågor", "Risker"):
            copy_row(book[sheet], 4, 6)

    found = read_back(change)

    assert [(one.cell.sheet, one.cell.row) for one in found.faults] == [("Frågor", 6), ("Risker", 6)]
    assert all("finns redan" in one.what.sv for one in found.faults)


def test_rows_may_be_added_anywhere_and_empty_ones_do_not_count(read_back: ReadBack) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Frågor"]
        copy_row(sheet, 4, 9)
        sheet.cell(9, 1).value = " marathon.toilets "
        sheet.cell(7, 3).value = "   "
        write_in("Frågor", "Svarstyp", "NUMBER", 9)(book)
        write_in("Frågor", "Enhet på svenska", "st", 9)(book)
        write_in("Frågor", "Högst", "1 000,5", 9)(book)

    found = read_back(change)

    assert told(found) == []
    assert "      - id: marathon.toilets\n" in found.text
    assert "        answer: number\n        unit: st\n        max: 1000.5\n" in found.text


def test_columns_and_sheets_may_be_moved_and_called_by_either_language(read_back: ReadBack) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Risker"]
        sheet.insert_rows(1, 2)
        sheet.insert_cols(2)
        sheet.cell(5, 5).value = "Hazard in Swedish"
        book["Åtgärder"].title = "actions"
        book.move_sheet("actions", -6)
        book.create_sheet("Mina anteckningar")["A1"] = "Ring Anna"

    found = read_back(change)

    assert told(found) == []
    assert found.text == MARATHON.read_text("utf-8")


def rename(sheet: str, name: str) -> Change:
    def change(book: Workbook) -> None:
        book[sheet].title = name

    return change


def heading(sheet: str, at: int, text: str | None) -> Change:
    def change(book: Workbook) -> None:
        book[sheet].cell(3, at).value = text

    return change


def copy_of(sheet: str, name: str) -> Change:
    def change(book: Workbook) -> None:
        book.copy_worksheet(book[sheet]).title = name

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (rename("Risker", "Riskr"), "bladet Riskr: Bladet Risker saknas. Byt namn på Riskr till Risker."),
        (lambda book: book.remove(book["Källor"]), "Bladet Källor saknas. Lägg tillbaka det."),
        (copy_of("Frågor", "Frågor 2"), "bladet Frågor 2: Bladet läses inte."),
        (copy_of("Frågor", "Questions"), "Bladet är samma som"),
        (heading("Källor", 3, "Utgivre eller adress"), "Kolumnen ”Utgivre eller adress” läses inte."),
        (heading("Källor", 3, "Egen"), "Kolumnen ”Utgivare eller adress” saknas."),
        (heading("Källor", 3, None), "kolumn C: Kolumnen har ingen rubrik."),
        (lambda book: book["Källor"].delete_rows(3), "Raden med rubriker saknas."),
        (lambda book: book["Avsnitt"].delete_rows(4), "bladet Avsnitt: Bladet är tomt."),
        (lambda book: book["Frågor"].delete_rows(4), "Avsnittet har inga frågor."),
        (lambda book: book["Område"].delete_rows(5), "Raden ”Version” saknas."),
        (lambda book: book["Område"].delete_rows(3), "Rubrikerna Uppgift och Värde saknas."),
    ],
)  # fmt: skip
def test_a_sheet_a_column_or_a_row_that_is_not_as_it_was_is_told(
    read_back: ReadBack, change: Change, says: str
) -> None:
    found = read_back(change)

    assert any(says in one for one in told(found)), told(found)


def test_a_misspelt_heading_suggests_the_right_one(read_back: ReadBack) -> None:
    found = read_back(heading("Frågor", 3, "Frga på svenska"))

    assert any("Menas Fråga på svenska?" in one for one in told(found)), told(found)


def test_a_column_that_is_gone_is_told_once_and_not_on_every_row(read_back: ReadBack) -> None:
    def change(book: Workbook) -> None:
        copy_row(book["Källor"], 4, 5)
        write_in("Källor", "Källans id", "theirs", 5)(book)
        book["Källor"].delete_cols(2)

    found = read_back(change)

    assert told(found) == [
        "bladet Källor, rad 3: Kolumnen ”Källans titel” saknas. Lägg tillbaka den, eller rätta rubriken."
    ]


def test_a_misspelt_fact_of_the_head_suggests_the_right_one_and_is_told_once(read_back: ReadBack) -> None:
    def change(book: Workbook) -> None:
        book["Område"]["A8"] = "Rubrik på engelka"

    found = read_back(change)

    assert told(found) == [
        "bladet Område, rad 8, kolumn A: ”Rubrik på engelka” är ingen uppgift om området. "
        "Menas Rubrik på engelska?"
    ]


def test_only_what_a_person_meant_is_read_from_the_book(read_back: ReadBack) -> None:
    def change(book: Workbook) -> None:
        write_in("Källor", "Källans titel", 1999)(book)
        write_in("Risker", "Väcks av", "No; Partly")(book)
        write_in("Åtgärder", "Dagar från evenemanget", "−14")(book)
        write_in("Frågor", "Visas när", True)(book)

    found = read_back(change)

    assert told(found) == []
    assert 'title: "1999"\n' in found.text
    assert "due: -14\n" in found.text
    assert 'shown_when: "true"\n' in found.text
