"""Uppföljning and the first page with 100 000 incidents stored, against bare SQL and the same figures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from bench.answering import empty_house, main_given_back
from bench.floors.bare_year import SHOWN, Shown
from bench.measuring import Ratio, compare, say, timed
from bench.running import FLOORS
from evenemang import charts, durations
from evenemang.bootstrap import Opened
from evenemang.bootstrap.databases import database_of
from evenemang.bootstrap.making_up import fill_with_history
from evenemang.domain.event import LOCAL
from evenemang.flow.made_up.scale import Scale
from evenemang.pages.house import install
from evenemang.store.columns import moment_text

TARGET = 2.0
HISTORY = Scale(years=10, events=2_000, incidents=100_000)
FOLDER = Path(__file__).parent
PATIENCE = 120  # seconds


def measure(home: Path, times: int, scale: Scale = HISTORY) -> Iterator[Ratio]:
    """Return the ratios of both pages, and the size of the figures beside that of the smallest year."""
    opened = fill_with_history(home / "history", scale)
    assert opened.example_as_of, "the history ends at the example year's day"
    busiest = opened.example_as_of.year - 2
    named = f"{scale.incidents} incidents"
    with main_given_back():
        install(_house(opened))
        follow_up, front = _page("follow_up.py"), _page("front.py")
        follow_up.query_params["ar"] = str(busiest)
        year = _asked(opened, "year.sql", date(busiest, 1, 1), date(busiest + 1, 1, 1))
        today = _asked(opened, "first_page.sql", opened.example_as_of, opened.example_as_of)
        yield _against(f"Uppföljning: {named}", follow_up, year, times)
        yield _against(f"the first page: {named}", front, today, times)
        yield _sizes(follow_up, busiest)


def _house(opened: Opened) -> Any:
    return replace(empty_house(opened.workspace), charts=charts, durations=durations)


def _page(name: str) -> AppTest:
    return AppTest.from_file(str(FOLDER / name), default_timeout=PATIENCE)


def _against(name: str, page: AppTest, shown: Shown, times: int) -> Ratio:
    """Return the ratio of a page to the bare one that shows the same."""
    page.run()
    assert not page.exception, page.exception
    shown.figures, shown.tables, shown.words = _figures(page), _tables(page), _words(page)
    bare = _page("bare.py")

    def floor() -> None:
        vars(SHOWN).update(vars(shown))
        bare.run()
        assert not bare.exception, bare.exception

    return compare(name, timed(page.run), timed(floor), times=times, target=TARGET)


def _figures(page: AppTest) -> list[dict[str, Any]]:
    return [json.loads(one.proto.spec) for one in page.get("plotly_chart")]


def _tables(page: AppTest) -> list[dict[str, list[str]]]:
    return [{str(name): list(map(str, one.value[name])) for name in one.value.columns} for one in page.table]


def _words(page: AppTest) -> list[str]:
    kinds = (page.title, page.header, page.subheader, page.caption, page.markdown, page.metric)
    return [str(one.value) for kind in kinds for one in kind]


def _sizes(follow_up: AppTest, busiest: int) -> Ratio:
    """Return how many kB the figures of the busiest year are, beside those of the example year."""

    def size(year: int) -> float:
        follow_up.query_params["ar"] = str(year)
        follow_up.run()
        return sum(len(json.dumps(one)) for one in _figures(follow_up)) / 1e3

    ours, floor = size(busiest), size(busiest + 1)
    say(f"  figures: {ours:.0f} / {floor:.0f} kB")
    return Ratio("size of the figures, busiest year and example year", ours, floor, ours / floor, None, "kB")


def _asked(opened: Opened, queries: str, first: date, after: date) -> Shown:
    """Return what SQL counts for a page between two days, by hand."""
    days = {"first": first, "after": after}
    return Shown(
        database=str(database_of(opened.data)),
        queries=tuple(filter(str.strip, (FLOORS / queries).read_text("utf-8").split(";"))),
        values={key: moment_text(datetime.combine(day, time.min, LOCAL)) for key, day in days.items()},
    )
