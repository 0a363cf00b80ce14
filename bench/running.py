"""Servers and a browser to measure with: ours as a person starts it, and Streamlit with a bare script."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
FLOORS = Path(__file__).parent / "floors"
PATIENCE = 120.0  # seconds until a server must be up, or a page be shown
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
WHOLE = f"{IDLE} h1"
# The same settings as ours, so that what differs is what we do.
SETTINGS = {
    "server.headless": "true",
    "server.address": "127.0.0.1",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
    "runner.postScriptGC": "false",
}


@dataclass(frozen=True)
class Server:
    """A started server; `started` is when, on `time.perf_counter`'s clock."""

    address: str
    process: subprocess.Popen[bytes]
    started: float

    def wait(self, health: str) -> None:
        """Return when the address of its health answers."""
        while time.perf_counter() - self.started < PATIENCE and self.process.poll() is None:
            try:
                with urlopen(f"{self.address}{health}", timeout=2):
                    return
            except (URLError, TimeoutError, ConnectionError):
                time.sleep(0.01)
        message = f"no server at {self.address}"
        raise RuntimeError(message)


@contextmanager
def ours(data: Path) -> Iterator[Server]:
    """Run `evenemang` on a data folder."""
    port = _free_port()
    command = Path(sys.executable).with_name("evenemang")
    with _running([str(command), "--data", str(data), "--port", str(port), "--no-browser"], port) as server:
        yield server


@contextmanager
def bare(script: str) -> Iterator[Server]:
    """Run `streamlit run` on one of the floors."""
    port = _free_port()
    settings = [f"--{name}={value}" for name, value in SETTINGS.items()]
    command = [sys.executable, "-m", "streamlit", "run", str(FLOORS / script), f"--server.port={port}"]
    with _running([*command, *settings], port) as server:
        yield server


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def visit(browser: Browser, address: str, path: str = "/") -> Page:
    """Return a page in a visit of its own, with an empty cache, when all of it has been shown."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="sv-SE")
    context.add_cookies([{"name": "namn", "value": "Sara%20Lind", "url": address}])
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1e3)
    page.goto(f"{address}{path}")
    page.wait_for_selector(WHOLE)
    return page


@contextmanager
def _running(command: list[str], port: int) -> Iterator[Server]:
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield Server(f"http://127.0.0.1:{port}", process, started)
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
