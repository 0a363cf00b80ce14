"""Every bench runs and gives a ratio; how big it is, `make bench` tells."""

import sys
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import Browser

from bench import aggregates, answering, crowd, growth, loading, memory, reading, saving, starting, workbook
from bench.__main__ import main, show
from bench.matter import SARA
from bench.measuring import Ratio, compare, timed
from evenemang.bootstrap import open_data
from evenemang.flow.made_up.scale import Scale
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.hooks import collect
from tests.postgres import Server


def test_a_saved_answer_is_measured_against_a_bare_update(tmp_path: Path) -> None:
    assert saving.measure(tmp_path, times=1).ratio > 0


def test_a_saved_answer_is_measured_beside_the_writing_of_its_workbook(tmp_path: Path) -> None:
    assert saving.beside_the_workbook(tmp_path, times=1).ratio > 0


def test_loading_is_measured_against_reading_every_file_that_it_reads() -> None:
    brought = collect()

    assert loading.measure(times=1).ratio > 0
    assert {one.path for one in brought.areas} < set(loading.files_of(brought))


@pytest.mark.prove
def test_a_workbook_is_measured_against_both_libraries_writing_the_same_cells(tmp_path: Path) -> None:
    found = list(workbook.measure(tmp_path, times=1))

    assert [one.target for one in found] == [0.8, 1.6, None, None]
    assert all(one.ratio > 0 for one in found)


@pytest.mark.prove
def test_reading_is_measured_against_calamine_with_peak_memory_beside(tmp_path: Path) -> None:
    opened = open_data(tmp_path / "example")
    open_dossier(opened.workspace, NewDossier(name="Stadsfesten", areas=("crowds",)), SARA)
    opened.write_workbooks()

    found = list(reading.measure(tmp_path, times=1, workbooks=3))

    assert [(one.target, one.unit) for one in found] == [(2.0, "ms"), (None, "ms"), (None, "MB")]
    assert all(one.ratio > 0 for one in found)


def test_an_answer_is_measured_by_apptest_which_leaves_main_as_it_was(tmp_path: Path) -> None:
    main_before = sys.modules["__main__"]

    assert answering.in_process(tmp_path, times=1).ratio > 0

    assert sys.modules["__main__"] is main_before


@pytest.mark.prove
def test_an_answer_is_measured_in_a_browser(tmp_path: Path, browser: Browser) -> None:
    assert answering.in_browser(tmp_path, browser, times=1).ratio > 0


@pytest.mark.prove
def test_a_cold_start_is_measured_to_health_and_to_the_first_page(tmp_path: Path, browser: Browser) -> None:
    page, health = starting.measure(tmp_path, browser, times=1)

    assert page.ours > health.ours
    assert page.floor > health.floor


@pytest.mark.prove
def test_memory_is_read_before_and_after_reruns(tmp_path: Path, browser: Browser) -> None:
    found = memory.measure(tmp_path, browser, reruns=4)

    assert found.unit == "MB"
    assert found.floor > 0


@pytest.mark.prove
def test_growth_is_measured_on_both_engines_with_every_kind_of_search(
    tmp_path: Path, postgres: Server
) -> None:
    files = (tmp_path / name for name in ("few.db", "many.db"))
    places: dict[str, growth.Place] = {"SQLite": lambda: next(files), "PostgreSQL": postgres.database}

    found = list(growth.measure(places, times=1, sizes=(1, 3)))

    for engine in ("SQLite", "PostgreSQL"):
        of = [one for one in found if one.name.endswith(engine)]
        assert [one.target for one in of] == [2.0, *[1.5] * 4, *[1.0] * 6]
        assert all(one.ratio > 0 for one in of)


@pytest.mark.prove
def test_the_follow_up_and_the_first_page_are_measured_against_bare_sql(tmp_path: Path) -> None:
    scale = Scale(years=2, events=20, incidents=100)

    found = list(aggregates.measure(tmp_path, times=1, scale=scale))

    assert [(one.target, one.unit) for one in found] == [(2.0, "ms"), (2.0, "ms"), (None, "kB")]
    assert all(one.ratio > 0 for one in found)


@pytest.mark.prove
def test_a_crowd_is_watched_and_all_its_answers_are_kept(tmp_path: Path) -> None:
    found = list(crowd.measure(tmp_path, people=2, seconds=0.3))

    assert [one.unit for one in found] == ["ms", "ms", "/s"]
    assert all(one.ours > 0 for one in found)


def test_both_sides_are_timed_as_often_and_the_median_counts() -> None:
    ours, floor = iter((9.0, 4.0, 2.0, 6.0)), iter((9.0, 2.0, 2.0, 1.0))

    found = compare("work", lambda: next(ours), lambda: next(floor), times=3, target=1.5)

    assert (found.ours, found.floor, found.ratio) == (4000, 2000, 2)
    assert not found.is_met


def test_what_is_made_ready_for_a_work_comes_before_it_and_is_not_counted() -> None:
    done: list[str] = []

    def ready() -> None:
        sleep(0.2)
        done.append("ready")

    took = timed(lambda: done.append("work"), ready)()

    assert done == ["ready", "work"]
    assert took < 0.2


def test_the_table_says_which_targets_are_met(capsys: pytest.CaptureFixture[str]) -> None:
    show([Ratio("met one", 1, 2, 0.5, 0.8), Ratio("missed one", 2, 1, 2, 0.8), Ratio("seen", 1, 1, 1, None)])

    told = capsys.readouterr().out
    rows = {
        name: line for line in told.splitlines() for name in ("met one", "missed one", "seen") if name in line
    }
    assert "0.50" in rows["met one"]
    assert "missed" in rows["missed one"]
    assert "–" in rows["seen"]
    assert "cores" in told


def test_a_bench_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["flying"])

    assert "no such bench: flying" in capsys.readouterr().err
