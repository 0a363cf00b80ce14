"""Earlier versions of areas: kept as they were published, and read as strictly as the first time."""

from dataclasses import replace
from pathlib import Path

import pytest

from evenemang import bootstrap
from evenemang.catalogue import KeptVersions, read_area
from evenemang.flow.content import Content
from tests.two_versions import FIRST, NEW, OLD, SECOND, publish


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "checklists"


def _installed(file: Path) -> Content:
    return replace(
        bootstrap.content(), areas={"marathon": read_area(file)}, area_files={"marathon": str(file)}
    )


@pytest.fixture
def first(tmp_path: Path) -> Content:
    return _installed(publish(tmp_path, "marathon.yaml", FIRST))


def test_what_is_installed_is_kept_byte_for_byte(folder: Path, first: Content) -> None:
    KeptVersions(folder).keep(first)

    assert (folder / "marathon" / f"{OLD}.yaml").read_text("utf-8") == FIRST


def test_both_versions_are_there_after_an_upgrade(tmp_path: Path, folder: Path, first: Content) -> None:
    KeptVersions(folder).keep(first)
    second = _installed(publish(tmp_path, "marathon.yaml", SECOND))

    versions = KeptVersions(folder)
    versions.keep(second)

    assert versions.of("marathon") == (str(OLD), str(NEW))
    assert versions.area("marathon", OLD) == first.areas["marathon"]
    assert versions.area("marathon", NEW) == second.areas["marathon"]
    assert versions.faults(second) == ()


def test_a_second_start_writes_nothing(folder: Path, first: Content) -> None:
    KeptVersions(folder).keep(first)
    there = folder / "marathon" / f"{OLD}.yaml"
    before = there.stat()

    KeptVersions(folder).keep(first)

    assert there.stat() == before
    assert [one.name for one in there.parent.iterdir()] == [there.name]


def test_a_version_changed_under_its_date_stays_as_it_was_first_and_is_told(
    tmp_path: Path, folder: Path, first: Content, caplog: pytest.LogCaptureFixture
) -> None:
    KeptVersions(folder).keep(first)
    changed = _installed(publish(tmp_path, "marathon.yaml", FIRST.replace("Banan", "Vägen")))

    versions = KeptVersions(folder)
    versions.keep(changed)

    assert versions.area("marathon", OLD) == first.areas["marathon"]
    (fault,) = versions.faults(changed)
    assert "marathon" in fault.sv
    assert str(OLD) in fault.sv
    assert fault.en in caplog.text


def test_a_file_exchanged_while_the_program_runs_is_not_kept_under_the_older_date(
    tmp_path: Path, folder: Path, first: Content
) -> None:
    publish(tmp_path, "marathon.yaml", SECOND)

    KeptVersions(folder).keep(first)

    assert not folder.exists()


@pytest.mark.parametrize(
    "harmed",
    [
        "",
        "area: [",
        FIRST.replace("area: marathon", "area: crowds"),
        FIRST.replace(str(OLD), str(NEW)),
        FIRST.replace("id: marathon.water", "id: crowds.queue-space"),
        FIRST.replace("harm: people", "harm: everything"),
        FIRST.replace("          - ours", "          - theirs"),
        FIRST.replace('event.kind == "sport"', "__import__('os')"),
    ],
)
def test_a_kept_file_that_was_written_in_is_not_used_and_is_told(
    folder: Path, first: Content, harmed: str
) -> None:
    KeptVersions(folder).keep(first)
    (folder / "marathon" / f"{OLD}.yaml").write_text(harmed, "utf-8")

    versions = KeptVersions(folder)

    assert versions.area("marathon", OLD) is None
    assert any(f"{OLD}.yaml" in fault.sv for fault in versions.faults(first))


def test_no_name_leads_out_of_the_folder(tmp_path: Path, folder: Path, first: Content) -> None:
    KeptVersions(folder).keep(first)
    publish(tmp_path, f"{OLD}.yaml", FIRST)

    assert KeptVersions(folder).area("..", OLD) is None
    assert KeptVersions(folder).area("a/../..", OLD) is None
    assert KeptVersions(folder).of("..") == ()


def test_a_folder_that_cannot_be_written_stops_nothing(
    folder: Path, first: Content, caplog: pytest.LogCaptureFixture
) -> None:
    folder.write_text("a file where the folder should be", "utf-8")

    KeptVersions(folder).keep(first)

    assert "not kept" in caplog.text


def test_a_question_whose_condition_asks_for_something_gone_is_still_read(
    tmp_path: Path, folder: Path
) -> None:
    old = FIRST.replace('event.kind == "sport"', "event.was_asked_once && event.long_ago > 3")
    first = _installed(publish(tmp_path, "marathon.yaml", old))
    KeptVersions(folder).keep(first)

    assert KeptVersions(folder).area("marathon", OLD) == first.areas["marathon"]
