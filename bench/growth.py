"""What people wait for with 100 dossiers stored, against 10 000 and 100 000, on both engines."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median

from streamlit.testing.v1 import AppTest

from bench.answering import empty_house, main_given_back
from bench.matter import SARA
from bench.measuring import Ratio, Timed, compare, timed
from bench.saving import against_a_bare_update
from bench.stock import Stock, stocked, words
from evenemang.bootstrap import SystemClock
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.browsing import browse
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace
from evenemang.pages.house import install
from evenemang.store import lifting
from tests.postgres import server

SIZES = (100, 10_000, 100_000)
TARGET = 1.5  # times what the same takes with the fewest
SEARCH = 50.0  # ms, whatever is searched for
QUESTION = "crowds.stop-level"
FRONT = Path(__file__).with_name("front.py")

Place = Callable[[], str | Path]
"""Gives the place of a new, empty database."""


def measure(places: Mapping[str, Place], times: int, sizes: tuple[int, ...] = SIZES) -> Iterator[Ratio]:
    """Return how each work grows with what is stored, on each engine."""
    front = AppTest.from_file(str(FRONT), default_timeout=60)
    for engine, place in places.items():
        few, *more = (stocked(place(), size) for size in sizes)
        yield against_a_bare_update(engine, few, times * 2)
        for size, many in zip(sizes[1:], more, strict=True):
            yield from _growth(f"{size} dossiers, {engine}", few, many, front, times)
        yield from _searches(f"{sizes[-1]}, {engine}", more[-1], times)
        for one in (few, *more):
            one.store.close()


@contextmanager
def engines(home: Path) -> Iterator[dict[str, Place]]:
    """Give both engines: a file, and a server of our own."""
    numbers = iter(range(100))
    with server() as found:
        yield {
            "SQLite": lambda: home / f"{next(numbers)}" / "evenemang.db",
            "PostgreSQL": found.database,
        }


def _growth(named: str, few: Stock, many: Stock, front: AppTest, times: int) -> Iterator[Ratio]:
    works: dict[str, Callable[[Stock], Timed]] = {
        "a dossier opened and read, the first time": _opening,
        "the same, where it is kept": _opening_again,
        "an answer saved": _saving,
        "the first page shown": lambda stock: _showing(front, stock),
    }
    with main_given_back():
        for work, of in works.items():
            yield compare(f"{work}: {named}", of(many), of(few), times=times, target=TARGET)


def _opening(stock: Stock) -> Timed:
    """As where nobody has opened it in this process: nothing is kept of it, nor of what is set."""
    workspace = stock.workspace

    def ready() -> None:
        nonlocal workspace
        workspace = Workspace(stock.store, stock.workspace.prevailing.installed, SystemClock())
        lifting._READ.clear()

    return timed(lambda: workspace.read(workspace.dossier(stock.dossier).record), ready)


def _opening_again(stock: Stock) -> Timed:
    workspace = stock.workspace
    return timed(
        lambda: workspace.read(workspace.dossier(stock.dossier).record), lambda: _opened_before(stock)
    )


def _opened_before(stock: Stock) -> None:
    """Keep what a dossier reads as, and ask for what is set at the next look, as in each new second."""
    workspace = stock.workspace
    workspace.read(workspace.dossier(stock.dossier).record)
    workspace.prevailing.forget()


def _saving(stock: Stock) -> Timed:
    values = cycle(("partly", "yes"))
    return timed(
        lambda: stock.workspace.do(stock.dossier, GiveAnswer(question=QUESTION, value=next(values)), SARA),
        lambda: _opened_before(stock),
    )


def _showing(page: AppTest, stock: Stock) -> Timed:
    def shown() -> None:
        install(empty_house(stock.workspace))
        page.run()
        assert not page.exception, page.exception

    return timed(shown, stock.workspace.prevailing.forget)


def _searches(named: str, stock: Stock, times: int) -> Iterator[Ratio]:
    """Each kind of text, against what may be waited for."""
    for what, text in words():
        took = median(_seconds(stock, text) for _ in range(times + 1)) * 1e3
        yield Ratio(f"search, {what}: {named}", took, SEARCH, took / SEARCH, 1.0)


def _seconds(stock: Stock, text: str) -> float:
    start = time.perf_counter()
    browse(stock.workspace, Search(text=text))
    return time.perf_counter() - start
