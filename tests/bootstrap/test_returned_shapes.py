"""A returned workbook is read alike, whichever program saved it and however its sheets were moved about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evenemang import bootstrap
from evenemang.bootstrap import Opened
from evenemang.bootstrap.returning import look
from evenemang.flow.storing import Search
from tests.example_folder import example_folder
from tests.filled_in import Filled
from tests.workbook.shapes import as_google, as_numbers, moved_about

Office = Callable[[Path, str], Path]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    own = tmp_path_factory.getbasetemp()
    return bootstrap.open_data(example_folder(own, tmp_path_factory.mktemp("returned") / "data"))


@pytest.fixture(scope="module")
def festival(opened: Opened) -> bytes:
    """The workbook of Potatisfestivalen, the largest of the example year."""
    rows = opened.store.dossiers(Search(text="Potatisfestivalen"))
    return opened.workbook(rows[0].id, "sv")[1]


@pytest.fixture(scope="module")
def filled(festival: bytes) -> bytes:
    """The same with one answer, one owner and one motive changed."""
    book = Filled(festival)
    book.write("Åtgärder", "A3", "Ansvarig", "Åsa Ek")
    book.write("Risker", "R1", "Motiv", "Insläppet stängs vid 4 000.")
    book.write("Checklistor", "Hur många besökare", "Svar", "5 100 personer")
    return book.content()


def through_office(content: bytes, office: Office, tmp_path: Path) -> bytes:
    (tmp_path / "sent.xlsx").write_bytes(content)
    return office(tmp_path / "sent.xlsx", "xlsx:Calc MS Excel 2007 XML").read_bytes()


def test_saved_by_libreoffice_and_by_nobody_changed_it_differs_in_nothing(
    opened: Opened, festival: bytes, office: Office, tmp_path: Path
) -> None:
    looked = look(opened.workspace, through_office(festival, office, tmp_path), "Potatis.xlsx")

    assert looked.differences == ()
    assert looked.remarks == ()
    assert looked.same == ()


@pytest.mark.parametrize("shaped", [as_google, as_numbers, moved_about])
def test_shaped_as_another_program_writes_it_it_says_the_same(
    opened: Opened, festival: bytes, filled: bytes, shaped: Callable[[bytes], bytes]
) -> None:
    assert look(opened.workspace, shaped(festival), "Potatis.xlsx").differences == ()
    looked = look(opened.workspace, shaped(filled), "Potatis.xlsx")

    assert looked.remarks == ()
    assert [(one.field, one.value) for one in looked.differences] == [
        ("value", 5100),
        ("motive", "Insläppet stängs vid 4 000."),
        ("owner", "Åsa Ek"),
    ]
