"""The report from the command line, of the example year and of made-up ones before it."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.commands.conftest import Run
from tests.example_folder import example_folder


@pytest.fixture
def year(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    return example_folder(tmp_path_factory.getbasetemp(), tmp_path / "year")


def test_the_report_is_written_in_every_form(run: Run, year: Path, tmp_path: Path) -> None:
    for name, begins in (("r.docx", b"PK"), ("r.pdf", b"%PDF"), ("r.xlsx", b"PK"), ("r.md", b"# Evenemang")):
        said = run("report", "2023", name, "--data", str(year))

        assert said.code == 0, said.err
        assert "Årets rapport för 2023 är skriven" in said.err
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert "word/media/image1.png" in ZipFile(tmp_path / "r.docx").namelist()


def test_an_odd_ending_is_wrong_use_and_an_unknown_year_is_refused(
    run: Run, year: Path, tmp_path: Path
) -> None:
    odd = run("report", "2023", "r.odt", "--data", str(year))
    unknown = run("report", "1999", "r.md", "--data", str(year))

    assert odd.code == 2
    assert ".docx, .pdf, .xlsx eller .md" in odd.err
    assert unknown.code == 1
    assert "1999 har inga evenemang" in unknown.err
    assert not (tmp_path / "r.md").exists()


@pytest.mark.prove
def test_history_is_made_up_before_the_example_year(run: Run, tmp_path: Path) -> None:
    made = ("demo", "--data", "made", "--years", "2", "--events", "4", "--incidents", "30")
    assert run(*made).code == 0

    told = run("report", "2022", "r.md", "--data", "made")
    said = (tmp_path / "r.md").read_text("utf-8")

    assert told.code == 0, told.err
    assert "sammanlagt tolv" in said
    assert "två evenemang" in said


def test_how_much_without_how_many_years_is_wrong_use(run: Run, tmp_path: Path) -> None:
    said = run("demo", "--data", "none", "--incidents", "5")

    assert said.code == 2
    assert "--years" in said.err
    assert not (tmp_path / "none").exists()
