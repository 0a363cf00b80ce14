"""The server's memory over many reruns: the collection after every run is turned off, so it is watched."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from bench.answering import answer_and_undo, open_dossier
from bench.measuring import Ratio, say
from bench.running import ours, visit
from evenemang.bootstrap import open_data

TARGET = 1.1
WARM = 0.25  # of the reruns come before the first reading: caches fill, libraries are imported


def measure(home: Path, browser: Browser, reruns: int) -> Ratio:
    """Return the server's memory after the reruns against its memory when warm, in MB."""
    data = home / "memory"
    dossier = open_dossier(open_data(data).workspace)
    with ours(data) as app:
        app.wait("/healthz")
        page = visit(browser, app.address, f"/arende?id={dossier}&steg=checklistor")
        readings = []
        for count in (int(reruns * WARM), reruns - int(reruns * WARM)):
            for _ in range(max(1, count // 2)):  # one answers, one takes it back
                answer_and_undo(page)
            readings.append(_resident(app.process.pid))
            say(f"  memory after {count} reruns: {readings[-1]:.0f} MB")
        page.context.close()
    warm, after = readings
    return Ratio(f"memory after {reruns} reruns", after, warm, after / warm, TARGET, "MB")


def _resident(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
