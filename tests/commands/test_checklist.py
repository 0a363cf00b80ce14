"""`evenemang checklist`: an area to Excel and back, and the list of published ids."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from tests.commands.conftest import Run
from tests.installing import THIRD_PARTY

CROWDS = Path(__file__).parents[2] / "checklists" / "crowds" / "checklist.yaml"


def test_an_installed_area_goes_to_excel_and_comes_back_as_a_file_without_faults(
    run: Run, tmp_path: Path
) -> None:
    sent = run("checklist", "to-excel", "crowds", "bok.xlsx")
    assert sent.code == 0, sent.err
    assert "from-excel bok.xlsx" in sent.err

    back = run("checklist", "from-excel", "bok.xlsx", "ut.yaml")

    assert back.code == 0, back.err
    assert run("check", "ut.yaml").code == 0
    written = (tmp_path / "ut.yaml").read_text("utf-8")
    assert written == CROWDS.read_text("utf-8").replace("- 'no'", '- "no"')


def test_a_file_goes_to_excel_too_and_the_reader_chooses_the_language(run: Run, tmp_path: Path) -> None:
    sent = run("checklist", "to-excel", str(THIRD_PARTY / "marathon.yaml"), "run.xlsx", language="en")

    assert sent.code == 0, sent.err
    book = load_workbook(tmp_path / "run.xlsx")
    assert book.sheetnames[1] == "Area"
    assert run("checklist", "from-excel", "run.xlsx").code == 0
    assert (tmp_path / "run.yaml").read_text("utf-8") == (THIRD_PARTY / "marathon.yaml").read_text("utf-8")


def test_faults_are_told_by_sheet_row_and_column_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    assert run("checklist", "to-excel", str(THIRD_PARTY / "marathon.yaml"), "bok.xlsx").code == 0
    book = load_workbook(tmp_path / "bok.xlsx")
    book["Avsnitt"]["C4"] = None
    book["Risker"]["C4"] = "answr == 3"
    book.save(tmp_path / "bok.xlsx")

    refused = run("checklist", "from-excel", "bok.xlsx", "--json")

    assert refused.code == 1
    assert [(one["sheet"], one["row"], one["column"]) for one in refused.json][:2] == [
        ("Avsnitt", 4, "C"),
        ("Risker", 4, "C"),
    ]
    assert "bladet Avsnitt, rad 4, kolumn C (Rubrik på engelska): Rubrik på engelska saknas." in refused.err
    assert "Inget är skrivet" in refused.err
    assert not (tmp_path / "bok.yaml").exists()


def test_a_file_that_is_there_is_not_written_over_unless_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bok.xlsx").write_text("mitt")
    (tmp_path / "bok.yaml").write_text("mitt")

    assert run("checklist", "to-excel", "crowds", "bok.xlsx").code == 1
    assert (tmp_path / "bok.xlsx").read_text() == "mitt"
    assert run("checklist", "to-excel", "crowds", "bok.xlsx", "--force").code == 0
    kept = run("checklist", "from-excel", "bok.xlsx")
    assert kept.code == 1
    assert "--force" in kept.err
    assert (tmp_path / "bok.yaml").read_text() == "mitt"
    assert run("checklist", "from-excel", "bok.xlsx", "--force").code == 0


def test_what_cannot_be_done_is_said_with_the_way_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "no.xlsx").write_text("id;ask")

    misspelt = run("checklist", "to-excel", "crowd", "bok.xlsx")
    assert (misspelt.code, "Menas crowds?" in misspelt.err) == (1, True)
    assert run("checklist", "to-excel", "crowds", "bok.csv").code == 2
    assert ".xlsx" in run("checklist", "from-excel", "no.xlsx").err
    assert run("checklist", "from-excel", "gone.xlsx").code == 1
    wrong = run("checklist")
    assert (wrong.code, "evenemang checklist --help" in wrong.err) == (2, True)


def test_new_ids_are_listed_once_and_a_lost_one_is_told(run: Run, tmp_path: Path) -> None:
    area = (THIRD_PARTY / "marathon.yaml").read_text("utf-8")
    (tmp_path / "marathon.yaml").write_text(area, "utf-8")

    listed = run("checklist", "ids", "published-ids.txt", "--json")
    assert listed.code == 0, listed.err
    assert listed.json == ["area marathon 2026-11-22", "question marathon.water 2026-11-22"]
    assert run("checklist", "ids", "published-ids.txt", "--json").json == []

    (tmp_path / "marathon.yaml").write_text(area.replace("marathon.water", "marathon.drink"), "utf-8")
    lost = run("check", "marathon.yaml")
    assert lost.code == 1
    assert "published-ids.txt:5: question marathon.water:" in lost.err
    assert run("checklist", "ids", "published-ids.txt").code == 1
