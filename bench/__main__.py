"""`make bench`: measure everything against its floor, and print a table."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import aggregates, answering, crowd, growth, loading, memory, reading, saving, starting, workbook
from bench.measuring import Ratio, say
from bench.running import chromium

Bench = Callable[[Path, int], Iterator[Ratio]]


def _saving(home: Path, times: int) -> Iterator[Ratio]:
    yield saving.measure(home, times * 4)
    yield saving.beside_the_workbook(home, times * 4)


def _workbook(home: Path, times: int) -> Iterator[Ratio]:
    yield from workbook.measure(home, times)


def _reading(home: Path, times: int) -> Iterator[Ratio]:
    yield from reading.measure(home, max(1, times // 3))


def _answering(home: Path, times: int) -> Iterator[Ratio]:
    yield answering.in_process(home, times * 2)
    with chromium() as browser:
        yield answering.in_browser(home, browser, times * 2)


def _starting(home: Path, times: int) -> Iterator[Ratio]:
    with chromium() as browser:
        yield from starting.measure(home, browser, max(1, times // 2))


def _loading(_home: Path, times: int) -> Iterator[Ratio]:
    yield loading.measure(times)


def _memory(home: Path, times: int) -> Iterator[Ratio]:
    with chromium() as browser:
        yield memory.measure(home, browser, times * 40)


def _growth(home: Path, times: int) -> Iterator[Ratio]:
    with growth.engines(home) as places:
        yield from growth.measure(places, times)


def _crowd(home: Path, _times: int) -> Iterator[Ratio]:
    yield from crowd.measure(home)


def _aggregates(home: Path, times: int) -> Iterator[Ratio]:
    yield from aggregates.measure(home, times)


BENCHES: dict[str, Bench] = {
    "saving": _saving,
    "loading": _loading,
    "workbook": _workbook,
    "reading": _reading,
    "answering": _answering,
    "starting": _starting,
    "memory": _memory,
    "growth": _growth,
    "aggregates": _aggregates,
    "crowd": _crowd,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benches that are named, or all; with `--strict` return 1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("benches", nargs="*", metavar="BENCH", help=", ".join(BENCHES))
    parser.add_argument("--times", type=int, default=10, help="how often each is measured (10)")
    parser.add_argument("--strict", action="store_true", help="exit 1 where a target is missed")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.benches) - set(BENCHES)
    if unknown:
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    found: list[Ratio] = []
    for name in chosen.benches or BENCHES:
        say(f"{name} …")
        with tempfile.TemporaryDirectory(prefix="bench-") as home:
            found += BENCHES[name](Path(home), chosen.times)
    show(found)
    return 1 if chosen.strict and not all(one.is_met for one in found) else 0


def show(found: Sequence[Ratio]) -> None:
    """Print the table, and how busy the machine was: a ratio stands only where both sides had the same."""
    table = Table("what", "ours", "floor", "ratio", "target", "")
    for one in found:
        target = "–" if one.target is None else f"≤ {one.target:g}"
        verdict = "" if one.target is None else "met" if one.is_met else "missed"
        ours, floor = f"{one.ours:.1f} {one.unit}", f"{one.floor:.1f} {one.unit}"
        table.add_row(one.name, ours, floor, f"{one.ratio:.2f}", target, verdict)
    load = os.getloadavg()[0]
    Console(width=110).print(table, f"load {load:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    sys.exit(main())
