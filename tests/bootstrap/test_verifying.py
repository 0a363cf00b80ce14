"""`evenemang verify` compares every file with its dossier, and says what differs."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.workbook import reading
from evenemang.workbook.noticing import Watchman
from tests.bootstrap.folders import (
    ASKED,
    SARA,
    Folder,
    answer,
    by_hand,
    sharing_violation,
)


def kinds(folder: Folder) -> list[str]:
    return sorted(one.kind for one in folder.opened().verify())


def told(folder: Folder) -> str:
    return "\n".join(one.text.sv for one in folder.opened().verify())


def edited(path: Path, change: Callable[[Workbook], None]) -> None:
    book = load_workbook(path)
    change(book)
    book.save(path)


def row_of(sheet: Worksheet, word: str) -> int:
    return next(one.row for row in sheet.iter_rows() for one in row if one.value == word)


def test_a_folder_as_it_was_written_is_whole_without_reading_any_workbook(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "grids", None)
    assert kinds(folder) == []


def test_a_changed_cell_is_told_by_sheet_row_and_heading(folder: Folder) -> None:
    by_hand(folder.books()[0])

    faults = folder.opened().verify()

    assert [one.kind for one in faults] == ["changed", "cell"]
    assert faults[1].data == {
        "kind": "cell",
        "dossier": folder.dossier,
        "file": f"workbooks/2027/2027-09-04 Höstfesten ({folder.dossier}).xlsx",
        "sheet": "Checklistor",
        "row": ASKED,
        "heading": "Kommentar",
        "stored": "",
        "said": "Skrivet i Excel",
    }
    assert (
        "Checklistor, crowds.zone-capacity, Kommentar: ärendet säger ””, filen ”Skrivet" in faults[1].text.sv
    )


def test_a_row_too_many_and_one_too_few_are_told(folder: Folder) -> None:
    def change(book: Workbook) -> None:
        risks = book["Risker"]
        at = row_of(risks, "R1")
        risks.cell(at, 1, "R99")

    edited(folder.books()[0], change)

    assert kinds(folder) == ["changed", "extra-row", "missing-row"]
    assert "Risker, R1: raden saknas i filen" in told(folder)
    assert "Risker, R99: raden finns inte i ärendet" in told(folder)


def test_a_changed_name_in_a_form_is_told_by_its_label(folder: Folder) -> None:
    def change(book: Workbook) -> None:
        facts = book["Underlag"]
        facts.cell(row_of(facts, "event.name"), row_column(facts, "value"), "Våren")

    edited(folder.books()[0], change)

    assert "ärendet säger ”Höstfesten”, filen ”Våren”" in told(folder)


def row_column(sheet: Worksheet, code: str) -> int:
    return next(one.column for row in sheet.iter_rows() for one in row if one.value == code)


def test_what_is_missing_moved_copied_or_nobodys_is_told(folder: Folder) -> None:
    book, secret = folder.books()
    secret.unlink()
    book.rename(book.with_name("Flyttad.xlsx"))
    stray = folder.data / "workbooks" / "Inköp.xlsx"
    Workbook().save(stray)
    stray.with_name("~$Inköp.xlsx").write_bytes(b"Sara")
    stray.with_name(".~lock.Inköp.xlsx#").write_bytes(b"Sara")
    assert kinds(folder) == ["missing", "moved", "no-dossier"]

    shutil.copy(book.with_name("Flyttad.xlsx"), book)
    assert kinds(folder) == ["copy", "missing", "no-dossier"]


def test_a_secret_file_where_nothing_is_secret_is_told(folder: Folder) -> None:
    opened = folder.opened()
    new = NewDossier(name="Öppna festen", areas=("crowds",))
    dossier = open_dossier(opened.workspace, new, SARA).record.id
    opened.write_workbooks()
    book = folder.data / "workbooks" / str(opened.store.files()[("dossier", dossier)][1])
    left = folder.data / "workbooks-secret" / "utan-datum" / book.name
    left.parent.mkdir()
    shutil.copy(book, left)

    assert kinds(folder) == ["not-secret"]


def test_a_file_that_is_no_workbook_any_more_is_told_and_set_aside(folder: Folder) -> None:
    folder.books()[0].write_bytes(b"half of")

    assert kinds(folder) == ["unreadable"]
    Watchman(folder.data).go_round(folder.opened().store)
    opened = folder.catch_up(0)
    assert kinds(folder) == []
    assert len(opened.store.returns()) == 1


def test_a_workbook_that_waits_says_why(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(folder, "Nytt svar")
    assert "inte färsk. Starta appen" in told(folder)
    monkeypatch.setattr(os, "replace", sharing_violation)
    folder.opened().write_workbooks()

    assert "filen är öppen i ett annat program" in told(folder)


def test_what_an_older_program_wrote_is_compared_by_content(folder: Folder) -> None:
    opened = folder.opened()
    with closing(sqlite3.connect(folder.data / "evenemang.db")) as raw, raw:
        raw.execute("UPDATE workbook_file SET digest = '', cells = ''")
    assert kinds(folder) == []

    opened.store.restale("dossier", folder.dossier)
    assert opened.write_workbooks() == 0
    assert opened.store.returns() == ()
