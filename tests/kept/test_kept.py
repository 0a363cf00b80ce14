"""Workbooks kept from the day they were made: every version after reads what was sent, and what came back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from evenemang.bootstrap import Opened, open_data
from evenemang.bootstrap.rebuilding import rebuild
from evenemang.bootstrap.returning import look

HERE = Path(__file__).parent
SHAPES = ("libreoffice", "google", "numbers", "excel")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """A database made from the workbook that was sent."""
    home = tmp_path_factory.mktemp("kept")
    (home / "workbooks").mkdir()
    shutil.copyfile(HERE / "sent.xlsx", home / "workbooks" / "sent.xlsx")
    assert rebuild(home / "workbooks", home / "data").dossiers == 1
    return open_data(home / "data")


def test_what_was_sent_differs_in_nothing(opened: Opened) -> None:
    looked = look(opened.workspace, (HERE / "sent.xlsx").read_bytes(), "sent.xlsx")

    assert (looked.differences, looked.remarks, looked.same) == ((), (), ())


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_three_changes_are_found_in_every_shape(opened: Opened, shape: str) -> None:
    looked = look(opened.workspace, (HERE / f"{shape}.xlsx").read_bytes(), f"{shape}.xlsx")

    assert looked.remarks == ()
    assert [(one.field, one.value) for one in looked.differences][:2] == [
        ("value", "no"),
        ("motive", "Larmet är högre än musiken."),
    ]
    added = looked.differences[2]
    assert "Sätt upp skyltar i hamnen" in str(added.returned)
    assert len(looked.differences) == 3
