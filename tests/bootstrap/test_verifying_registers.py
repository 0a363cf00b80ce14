"""A register's workbook is compared as a dossier's is; what a person changed in it is set aside whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from evenemang.bootstrap import Opened
from evenemang.domain.place import Place, Zone
from evenemang.flow.storing import REGISTER
from evenemang.workbook.noticing import Watchman
from tests.bootstrap.folders import SARA, Folder, close
from tests.filled_in import Filled

FILE = "workbooks/register/Platser.xlsx"


@pytest.fixture
def opened(folder: Folder) -> Opened:
    """A folder where two places stand in the register."""
    opened = folder.opened()
    for one, name in (("torget", "Torget"), ("parken", "Parken")):
        zone = Zone(id="scenen", name="Scenen", area_m2=4200, net_m2=2600, planning_density=2)
        opened.workspace.keep("place", Place(id=one, name=name, zones=(zone,)), SARA, "add-place")
    assert opened.write_workbooks() == 0
    return opened


def by_hand(file: Path) -> bytes:
    """Give a place another name, as a person would."""
    filled = Filled(file.read_bytes())
    filled.write("Platser", "Torget", "Plats", "Stora torget")
    file.write_bytes(filled.content())
    return file.read_bytes()


def test_a_changed_cell_of_a_register_is_told_by_sheet_row_and_heading(opened: Opened) -> None:
    assert opened.verify() == ()
    by_hand(opened.data / FILE)

    changed, cell = opened.verify()

    assert changed.data == {"kind": "changed", "register": "place", "file": FILE}
    assert cell.data == {
        "kind": "cell",
        "register": "place",
        "file": FILE,
        "sheet": "Platser",
        "row": "torget",
        "heading": "Plats",
        "stored": "Torget",
        "said": "Stora torget",
    }
    assert "Platser, torget, Plats: registret säger ”Torget”, filen ”Stora torget”." in cell.text.sv


def test_a_registers_workbook_that_a_person_changed_is_set_aside_whole_and_written_anew(
    opened: Opened, folder: Folder
) -> None:
    content = by_hand(opened.data / FILE)
    assert Watchman(opened.data).go_round(opened.store) == 1
    close(opened)

    opened = folder.catch_up()

    (aside,) = opened.store.returns("place", REGISTER)
    assert aside.path.startswith("returns/register-place/")
    assert (opened.data / aside.path).read_bytes() == content
    assert (opened.data / FILE).read_bytes() != content
    assert opened.verify() == ()


def test_a_registers_workbook_that_is_gone_or_another_is_told(opened: Opened, folder: Folder) -> None:
    (opened.data / FILE).unlink()
    (gone,) = opened.verify()
    assert gone.data == {"kind": "register", "register": "place", "file": "register/Platser.xlsx"}

    (opened.data / FILE).write_bytes((opened.data / FILE).with_name("Möten.xlsx").read_bytes())
    (other,) = opened.verify()

    assert other.kind == "unreadable"
    assert "den är inte registrets arbetsbok" in other.text.sv
