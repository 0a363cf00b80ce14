"""Starting cold: from the command to health, and to the first page whole in a browser."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from pathlib import Path

from playwright.sync_api import Browser

from bench.matter import full
from bench.measuring import Ratio, ratio_of, say
from bench.running import Server, bare, ours, visit
from evenemang.bootstrap import open_data

TARGET = 1.3


def measure(home: Path, browser: Browser, times: int) -> tuple[Ratio, ...]:
    """Return the ratios of the first page and of health, on a data folder with a dossier in it."""
    data = home / "data"
    opened = open_data(data)
    full(opened.workspace, elsewhere=True)
    opened.write_workbooks()
    turns = []
    for turn in range(times):
        pair = _started(browser, ours(data)), _started(browser, bare("bare_page.py"))
        say(f"  cold start {turn + 1}/{times}: {pair[0][0]:.2f} / {pair[1][0]:.2f} s to the page")
        turns.append(pair)
    return tuple(
        ratio_of(name, [(mine[which], floor[which]) for mine, floor in turns], target)
        for which, (name, target) in enumerate(
            (("cold start to the first page", TARGET), ("cold start to health", None))
        )
    )


def _started(browser: Browser, start: AbstractContextManager[Server]) -> tuple[float, float]:
    """Return the seconds to the page and to health."""
    with start as server:
        server.wait("/_stcore/health")
        health = time.perf_counter() - server.started
        page = visit(browser, server.address)
        shown = time.perf_counter() - server.started
        page.context.close()
    return shown, health
