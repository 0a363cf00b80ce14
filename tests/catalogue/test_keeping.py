"""Content kept in a file: the same as read anew, and read anew as soon as anything differs."""

from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest

from evenemang.catalogue import load_content
from evenemang.catalogue.keeping import kept
from evenemang.domain.errors import ContentFaulty
from evenemang.hooks import AreaFile, Registrations, collect

FIRST = "accessibility"  # plugins come by name


@pytest.fixture
def registrations(tmp_path: Path) -> Registrations:
    """All that is installed, with a first area that may be written to."""
    found = collect()
    mine = Path(copy(found.areas[0].path, tmp_path / "mine.yaml"))
    return replace(found, areas=(AreaFile(mine), *found.areas[1:]))


def test_what_is_kept_is_what_was_read(tmp_path: Path, registrations: Registrations) -> None:
    read = load_content(registrations, tmp_path / "cache" / "content")

    again = load_content(registrations, tmp_path / "cache" / "content")

    assert kept(tmp_path / "cache" / "content", registrations) is not None
    assert again == read == load_content(registrations)


def test_a_changed_file_is_read_anew(tmp_path: Path, registrations: Registrations) -> None:
    file, mine = tmp_path / "content", registrations.areas[0].path
    before = load_content(registrations, file)
    title = before.areas[FIRST].title.sv
    mine.write_text(mine.read_text("utf-8").replace(f"sv: {title}", "sv: Omskrivet", 1), "utf-8")

    assert load_content(registrations, file).areas[FIRST].title.sv == "Omskrivet"


def test_a_fault_is_told_though_the_file_was_fine_before(
    tmp_path: Path, registrations: Registrations
) -> None:
    file, mine = tmp_path / "content", registrations.areas[0].path
    load_content(registrations, file)
    mine.write_text(mine.read_text("utf-8").replace("axis: accident", "axis: accent", 1), "utf-8")

    with pytest.raises(ContentFaulty):
        load_content(registrations, file)


@pytest.mark.parametrize(
    "harm", [lambda text: text[:-200], lambda text: text.replace(":3", ":2", 1), lambda _: ""]
)
def test_a_file_that_was_cut_or_written_in_counts_for_nothing(
    tmp_path: Path, registrations: Registrations, harm: object
) -> None:
    file = tmp_path / "content"
    read = load_content(registrations, file)
    assert callable(harm)
    file.write_text(harm(file.read_text("utf-8")), "utf-8")

    assert kept(file, registrations) is None
    assert load_content(registrations, file) == read


def test_what_other_plugins_brought_counts_for_nothing(tmp_path: Path, registrations: Registrations) -> None:
    file = tmp_path / "content"
    load_content(registrations, file)

    assert kept(file, replace(registrations, areas=registrations.areas[1:])) is None
    assert kept(file, replace(registrations, calculators=())) is None


def test_a_folder_that_cannot_be_made_keeps_nothing_and_stops_nothing(
    tmp_path: Path, registrations: Registrations
) -> None:
    (tmp_path / "taken").write_text("en fil, ingen mapp")

    read = load_content(registrations, tmp_path / "taken" / "content")

    assert read.areas
