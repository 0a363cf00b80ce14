"""The report from the command line."""

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
