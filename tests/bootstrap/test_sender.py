"""The municipality's name and arms on what leaves the house: nothing of them is markup, a formula or lost."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from PIL import Image

from evenemang import bootstrap
from evenemang.bootstrap import Opened, printing
from evenemang.domain.actor import Actor
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.settings.changing import name_municipality, set_arms
from tests.outreach.reading import words

SARA = Actor(name="Sara Lind")
HOSTILE = '=1+1 *Å* $x$ #import "y" <b>kommun</b>'


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    found = bootstrap.open_data(tmp_path_factory.mktemp("sender") / "data")
    stream = BytesIO()
    Image.new("RGBA", (300, 360), (0, 80, 160, 255)).save(stream, "PNG")
    name_municipality(found.workspace, HOSTILE, SARA)
    set_arms(found.workspace, bootstrap.arms_of(stream.getvalue(), "vapen.png"), SARA)
    return found


@pytest.fixture(scope="module")
def dossier(opened: Opened) -> str:
    return open_dossier(opened.workspace, NewDossier(name="Festen", areas=("weather",)), SARA).record.id


def pictures(content: bytes) -> list[str]:
    with ZipFile(BytesIO(content)) as found:
        return [one for one in found.namelist() if one.startswith("xl/media/")]


def test_the_first_sheets_of_the_workbook_and_the_copy_say_whose_they_are(
    opened: Opened, dossier: str
) -> None:
    for name, content in (opened.workbook(dossier, "sv"), opened.organisers_copy(dossier, "sv")):
        sheet = load_workbook(BytesIO(content)).worksheets[0]
        told = [str(cell.value) for row in sheet.iter_rows(max_row=3) for cell in row if cell.value]
        assert any(one.startswith(HOSTILE[:30]) for one in told), name
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
        assert pictures(content) == ["xl/media/image1.png"]


def test_what_is_printed_says_whose_it_is(opened: Opened, dossier: str) -> None:
    for public in (False, True):
        pdf = printing.print_dossier(opened.workspace, dossier, "sv", public=public)
        assert HOSTILE.split(maxsplit=1)[0] in words(pdf)
        assert b"/Image" in pdf
    form = printing.print_event(opened.workspace, dossier, "sv")
    assert HOSTILE.split(maxsplit=1)[0] in words(form)


def test_a_workbook_with_arms_comes_back_as_it_was_sent(opened: Opened, dossier: str, tmp_path: Path) -> None:
    from evenemang.bootstrap.returning import look

    for name, content in (opened.workbook(dossier, "sv"), opened.organisers_copy(dossier, "sv")):
        found = look(opened.workspace, content, name)
        assert found.differences == ()
        assert not found.remarks
