"""Fifty people, a click each five seconds, then all as fast as they can, against bare Streamlit."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bench.answering import open_dossier
from bench.crowding import Person
from bench.measuring import Ratio, say
from bench.running import bare, ours
from evenemang.bootstrap import open_data

PEOPLE = 50
THINKS = 5.0  # seconds between two clicks, three to seven of them
AT_ONE_EVENT = 5
ANSWERED = "give-answer"
WATCHED = 30.0  # seconds of clicking at that pace; a third of it as fast as they can


@dataclass(frozen=True)
class Seen:
    """What a crowd saw of one server."""

    paced: tuple[float, ...]  # seconds from click to answered
    hurried: float  # answers a second, all at once

    @property
    def slow(self) -> float:
        """The 95th percentile."""
        return quantiles(self.paced, n=20)[-1]


def measure(home: Path, people: int = PEOPLE, seconds: float = WATCHED) -> Iterator[Ratio]:
    """Return how long the slow ones of fifty people wait, and how many answers a second the server gives."""
    data = home / "crowd"
    opened = open_data(data)
    dossiers = [open_dossier(opened.workspace) for _ in range(-(-people // AT_ONE_EVENT))]
    before = _answers(data, dossiers)
    with ours(data) as server:
        server.wait("/healthz")
        paths = [f"arende?id={dossiers[one // AT_ONE_EVENT]}&steg=checklistor" for one in range(people)]
        crowd = [Person(server.address, path, one % AT_ONE_EVENT) for one, path in enumerate(paths)]
        app = _run(_watch(crowd, seconds))
    clicked = sum(one.clicks for one in crowd)
    kept = _answers(data, dossiers) - before
    if kept != clicked:
        message = f"{clicked} answers were given, {kept} are in the journal"
        raise RuntimeError(message)
    with bare("forty_radios.py") as server:
        server.wait("/_stcore/health")
        floor = _run(_watch([Person(server.address, "", one) for one in range(people)], seconds))
    yield from _ratios(people, app, floor)


def _run(watching: Coroutine[Any, Any, Seen]) -> Seen:
    """Watch in a thread of its own: where a browser is driven, this one runs a loop already."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, watching).result()


def _ratios(people: int, app: Seen, floor: Seen) -> Iterator[Ratio]:
    half, slow = (median(app.paced), median(floor.paced)), (app.slow, floor.slow)
    for name, (one, other) in (("median", half), ("95th percentile", slow)):
        yield Ratio(f"{people} people, a click each 5 s, {name}", one * 1e3, other * 1e3, one / other, None)
    yield Ratio(
        f"answers a second, {people} people without a pause",
        app.hurried,
        floor.hurried,
        app.hurried / floor.hurried,
        None,
        "/s",
    )


def _answers(data: Path, dossiers: Sequence[str]) -> int:
    store = open_data(data).store
    rows = [row for one in dossiers for row in store.journal("dossier", one)]
    return len({(row.record, row.version) for row in rows if row.deed.operation == ANSWERED})


async def _watch(crowd: Sequence[Person], seconds: float) -> Seen:
    for one in crowd:
        await one.open()
        await one.click()  # the first works everything out
    listening = [asyncio.create_task(one.listen()) for one in crowd]
    drawn = random.Random(1)
    paces = [[drawn.uniform(0, THINKS)] for _ in crowd]
    paced: list[float] = []
    await asyncio.gather(
        *(_at_a_pace(one, pace[0], seconds, paced) for one, pace in zip(crowd, paces, strict=True))
    )
    say(f"  {len(paced)} clicks at a pace: {median(paced) * 1e3:.0f} ms at the median")
    counts: list[float] = []
    start = time.perf_counter()
    await asyncio.gather(*(_without_pause(one, seconds / 3, counts) for one in crowd))
    hurried = len(counts) / (time.perf_counter() - start)
    for one, task in zip(crowd, listening, strict=True):
        one.gone = True  # a wait that is cancelled as it ends goes on as if it was not
        task.cancel()
    await asyncio.gather(*listening, return_exceptions=True)
    await asyncio.gather(*(one.leave() for one in crowd))
    return Seen(tuple(paced), hurried)


async def _at_a_pace(one: Person, first: float, seconds: float, into: list[float]) -> None:
    end = time.perf_counter() + seconds
    drawn = random.Random(one.place + first)
    await asyncio.sleep(min(first, seconds / 2))
    while True:
        into.append(await one.click())
        pause = drawn.uniform(0.6, 1.4) * THINKS
        if time.perf_counter() + pause > end:
            return
        await asyncio.sleep(pause)


async def _without_pause(one: Person, seconds: float, into: list[float]) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        into.append(await one.click())
