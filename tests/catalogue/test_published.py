"""A published id never disappears unseen, and never means anything else."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from evenemang.catalogue import Fault, check, check_text, publish
from evenemang.catalogue.files import read_files
from evenemang.catalogue.published import FILE, ids_of, read_lock, with_new_ids
from evenemang.domain.errors import ContentFaulty
from evenemang.hooks import AreaFile, Registrations, collect
from tests.installing import THIRD_PARTY

SUITE = Path(__file__).parents[2] / "checklists"
INSTALLED = collect()
AROUND = Registrations(profiles=INSTALLED.profiles, calculators=INSTALLED.calculators)
MARATHON = (THIRD_PARTY / "marathon.yaml").read_text("utf-8")
WATER = "question marathon.water 2026-11-22"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A suite of one area, with its list one folder up."""
    home = tmp_path / "marathon"
    home.mkdir()
    (home / "checklist.yaml").write_text(MARATHON, "utf-8")
    text, _ = publish(tmp_path / FILE, AROUND)
    (tmp_path / FILE).write_text(text, "utf-8")
    return tmp_path


def checked(folder: Path, area: str) -> tuple[Fault, ...]:
    (folder / "marathon" / "checklist.yaml").write_text(area, "utf-8")
    return check([folder / "marathon"], AROUND)


def test_every_shipped_id_is_in_the_list() -> None:
    lock = read_lock(SUITE / FILE)
    standing = dict(ids_of(read_files(sorted(SUITE.rglob("*.yaml"))), INSTALLED.calculators))

    assert lock.faults == ()
    assert [one.written() for one in with_new_ids(lock, standing)[1]] == [], "run make ids"


def test_the_shipped_list_is_written_in_order_with_its_explanation() -> None:
    lock = read_lock(SUITE / FILE)

    assert with_new_ids(lock, {})[0] == (SUITE / FILE).read_text("utf-8")


def test_a_published_question_that_is_gone_is_told_with_the_way_back(folder: Path) -> None:
    assert checked(folder, MARATHON) == ()

    (fault,) = checked(folder, MARATHON.replace("marathon.water", "marathon.drink"))

    assert fault.file == str(folder / FILE)
    assert WATER in (folder / FILE).read_text("utf-8").splitlines()[fault.line - 1]
    assert "marathon.water" in fault.what.sv
    assert "retired" in fault.do.sv


def test_a_retired_question_is_fine_and_the_list_remembers_the_day(folder: Path) -> None:
    retired = MARATHON + "        retired: 2027-03-01\n"

    assert checked(folder, retired) == ()
    text, changed = publish(folder / FILE, AROUND)

    assert [one.written() for one in changed] == [f"{WATER} retired 2027-03-01"]
    assert f"{WATER} retired 2027-03-01\n" in text


def test_a_retired_id_that_is_used_anew_is_told_where_it_stands(folder: Path) -> None:
    list_ = (folder / FILE).read_text("utf-8").replace(WATER, f"{WATER} retired 2027-03-01")
    (folder / FILE).write_text(list_, "utf-8")

    (fault,) = checked(folder, MARATHON)

    assert fault.path == "sections[0].questions[0].id"
    assert "2027-03-01" in fault.what.sv
    assert "eget id" in fault.do.sv
    with pytest.raises(ContentFaulty):
        publish(folder / FILE, AROUND)


def test_a_retired_id_may_leave_its_file(folder: Path) -> None:
    list_ = (folder / FILE).read_text("utf-8").replace(WATER, f"{WATER} retired 2027-03-01")
    (folder / FILE).write_text(list_, "utf-8")

    assert checked(folder, MARATHON.replace("marathon.water", "marathon.drink")) == ()


def test_a_new_id_is_no_fault_and_keeps_the_version_it_came_with(folder: Path) -> None:
    question = MARATHON[MARATHON.index("      - id: marathon.water") :]
    more = MARATHON + question.replace("marathon.water", "marathon.toilets")

    assert checked(folder, more.replace("version: 2026-11-22", "version: 2027-01-01")) == ()
    _, changed = publish(folder / FILE, AROUND)

    assert [one.written() for one in changed] == ["question marathon.toilets 2027-01-01"]
    assert changed[0].version == date(2027, 1, 1)


def test_an_installed_area_is_held_to_its_list_wherever_the_new_one_is_written(folder: Path) -> None:
    here = Registrations(
        areas=(AreaFile(folder / "marathon" / "checklist.yaml"),),
        profiles=AROUND.profiles,
        calculators=AROUND.calculators,
    )

    (fault,) = check_text(MARATHON.replace("marathon.water", "marathon.drink"), "bok.xlsx", here)

    assert "marathon.water" in fault.what.sv


def test_other_things_than_questions_are_held_to_the_list_too(tmp_path: Path) -> None:
    suite = tmp_path / "checklists"
    shutil.copytree(SUITE, suite, ignore=shutil.ignore_patterns("__pycache__"))
    never_were = ("norm crowds.never-was", "fact moonlight", "calculator crowds.never-was", "area beekeeping")
    with (suite / FILE).open("a", encoding="utf-8") as opened:
        opened.writelines(f"{line} 2026-11-22\n" for line in never_were)

    with pytest.raises(ContentFaulty) as refused:
        publish(suite / FILE, INSTALLED)

    assert all(f" {line}: " in refused.value.say("sv") for line in never_were)


@pytest.mark.parametrize("line", ["question", "question a.b igår", "fråga a.b 2026-11-22", WATER])
def test_a_line_that_cannot_be_read_or_stands_twice_is_told(folder: Path, line: str) -> None:
    with (folder / FILE).open("a", encoding="utf-8") as opened:
        opened.write(f"{line}\n")

    (fault,) = checked(folder, MARATHON)

    assert fault.path == line
    assert fault.line == len((folder / FILE).read_text("utf-8").splitlines())


def test_all_that_is_installed_is_held_to_its_list() -> None:
    lost = Registrations(
        areas=INSTALLED.areas[1:],
        profiles=INSTALLED.profiles,
        matrices=INSTALLED.matrices,
        norms=INSTALLED.norms,
        calculators=INSTALLED.calculators,
    )

    found = [fault for fault in check([], lost) if fault.file.endswith(FILE)]

    assert len(found) == 1
    assert found[0].path.startswith("area ")
