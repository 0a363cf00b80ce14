"""A directory to sign in at: a real OpenID Connect provider in its own process, and an app that uses it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, expect

from tests.serving import PATIENCE, free_port, running

PEOPLE: Mapping[str, Mapping[str, Any]] = {
    "lisa": {"name": "Lisa Läsare", "email": "lisa@kommun.se", "groups": ["evenemang-lasare"]},
    "sara": {"name": "Sara Ström", "email": "sara@kommun.se", "groups": ["evenemang-samordnare"]},
    "ia": {"name": "Ia Teknik", "email": "ia@kommun.se"},
    "eva": {"name": "Eva Lind", "email": "eva@polisen.se"},
    "nils": {"name": "Nils Nyfiken", "email": "nils@kommun.se", "groups": ["annat"]},
}
SETTINGS = """
metadata_url = "{directory}/.well-known/openid-configuration"
client_id = "evenemang"
client_secret = "ja"
cookie_secret = "ett-slumpat-ord-som-bara-provet-vet-om"
address = "{address}"
ask = "säkerhetssamordnaren, 033-00 00 00"
ask_en = "the security coordinator, 033-00 00 00"
first_administrator = "ia@kommun.se"

[roles]
evenemang-lasare = "reader"
evenemang-samordnare = "coordinator"
"""


@dataclass(frozen=True)
class House:
    """A server that is signed in to."""

    address: str
    data: Path
    log: Path

    def said(self) -> str:
        return self.log.read_text("utf-8", "replace")


@contextmanager
def directory() -> Iterator[str]:
    """Run the provider and give its address."""
    port = free_port()
    users = [json.dumps({"sub": sub, **claims}) for sub, claims in PEOPLE.items()]
    given = [one for user in users for one in ("--user-claims", user)]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), *given]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as provider:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(f"{address}/.well-known/openid-configuration")
            yield address
        finally:
            provider.terminate()
            provider.wait(timeout=20)


@contextmanager
def signed_in_house(home: Path, data: Path, at: str) -> Iterator[House]:
    """Run the app with sign-in at a directory."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = home / "signin.toml"
    settings.write_text(SETTINGS.format(directory=at, address=address), "utf-8")
    with running(data, home / "server.log", port=port, EVENEMANG_SIGNIN=str(settings)):
        yield House(address, data, home / "server.log")


def sign_in(page: Page, house: House, who: str, path: str = "/") -> None:
    """Sign in as somebody, as far as the app's own page after it."""
    page.goto(house.address + path)
    page.get_by_test_id("stMain").get_by_role("button", name="Logga in").click()
    page.get_by_role("button", name=who, exact=True).first.click()
    page.wait_for_url(f"{house.address}/**")
    expect(page.get_by_role("heading", level=1).first).to_be_visible()


def sign_out(page: Page, name: str) -> None:
    """Sign out by the corner."""
    page.get_by_role("button", name=name).click()
    page.get_by_role("button", name="Logga ut").click()


def _wait(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=2):
                return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.05)
    raise AssertionError("the directory is not up")
