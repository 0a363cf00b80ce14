"""A newer version of an area, as the group meets it: told, shown, and gone over to."""

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.installing import THIRD_PARTY, Installer
from tests.serving import COMMAND, running
from tests.two_versions import FIRST, NEW, OLD, SECOND

SARA = "Sara Lind"
OFFER = "Det finns en nyare version av Lopp (10 januari 2027). Ni svarar på den från 22 november 2026."
LIGHT, SIGNS = ".st-key-fraga-marathon-light", ".st-key-fraga-marathon-signs"
EVENT = {
    "name": "Stadsloppet",
    "occasions": [{"date": "2031-08-20", "starts": "11:00", "ends": "23:00"}],
    "areas": ["marathon"],
}


@dataclass(frozen=True)
class Upgraded:
    """A dossier that was answered by the first version, in an app with the second."""

    address: str
    data: Path
    dossier: str

    def visit(self, page: Page, step: str, query: str = "") -> Page:
        cookie = {"name": "namn", "value": quote(SARA), "url": self.address}
        page.context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict will do
        page.goto(f"{self.address}/arende?id={self.dossier}&steg={step}{query}")
        return page

    def assessment(self) -> Any:
        return json.loads(_run(self.data, "show", self.dossier, "--json"))["body"]["assessment"]


def _run(data: Path, *words: str) -> str:
    env = {**os.environ, "EVENEMANG_DATA": str(data), "EVENEMANG_BY": SARA}
    return subprocess.run(
        [COMMAND, *words], env=env, cwd=data.parent, text=True, capture_output=True, check=True, timeout=120
    ).stdout


@pytest.fixture
def upgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Upgraded]:
    site, data = tmp_path / "site", tmp_path / "data"
    site.mkdir()
    monkeypatch.setenv("PYTHONPATH", str(site))
    source = (THIRD_PARTY / "evenemang_marathon.py").read_text("utf-8")
    Installer(site, monkeypatch).install("evenemang-marathon", source, marathon=FIRST)
    (tmp_path / "new.json").write_text(json.dumps(EVENT), "utf-8")
    dossier = _run(data, "new", "new.json").strip()
    _run(data, "answer", dossier, "marathon.light", "no", "--comment", "Bara halva banan")
    (site / "marathon.yaml").write_text(SECOND, "utf-8")
    with running(data, tmp_path / "server.log") as address:
        yield Upgraded(address, data, dossier)


def test_the_group_sees_what_a_newer_version_changes_and_goes_over(upgraded: Upgraded, page: Page) -> None:
    upgraded.visit(page, "checklistor")
    expect(page.get_by_text(OFFER)).to_be_visible()
    expect(page.locator(LIGHT)).to_be_visible()

    page.get_by_text("Se vad som ändras (3)").click()
    expect(page.get_by_text("förut som sannolikhet 3, konsekvens 3")).to_be_visible()
    expect(page.get_by_text("Ställs inte längre. Svar som redan finns blir kvar.")).to_be_visible()
    page.get_by_role("button", name="Gå över till den nya versionen").click()

    expect(page.locator(SIGNS)).to_be_visible()
    expect(page.get_by_text(OFFER)).to_have_count(0)
    page.get_by_text("Frågor som inte längre ställs").first.click()
    stored = page.locator(".st-key-lagrat-marathon")
    expect(stored).to_contain_text("Är banan upplyst?")
    expect(stored).to_contain_text("Bara halva banan")
    assessment = upgraded.assessment()
    assert assessment["areas"][0]["version"] == str(NEW)
    assert assessment["answers"]["marathon.light"]["value"] == "no"


@pytest.mark.prove
def test_the_areas_tell_of_it_too_and_waiting_changes_nothing(upgraded: Upgraded, phone: Page) -> None:
    upgraded.visit(phone, "underlag")
    phone.get_by_role("radio", name="Riskområden").click()

    expect(phone.get_by_text(OFFER)).to_be_visible()
    assert upgraded.assessment()["areas"][0]["version"] == str(OLD)


@pytest.mark.prove
def test_where_the_earlier_version_is_lost_the_group_is_told(upgraded: Upgraded, page: Page) -> None:
    (upgraded.data / "checklists" / "marathon" / f"{OLD}.yaml").unlink()

    upgraded.visit(page, "checklistor")

    expect(page.get_by_text("den versionen finns inte sparad här")).to_be_visible()
    expect(page.locator(SIGNS)).to_be_visible()
    expect(page.get_by_text("Vad som skiljer går inte att visa")).to_be_visible()
