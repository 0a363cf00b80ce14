"""As somebody who is not named, get every page there is and find no secret word; as one named, find them.

The pages are listed in tests/outputs.py, with every other output (tests/commands/test_secrecy.py).

What is looked through is all that the server sends to the browser, shown or folded, charts and tables too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, WebSocket, expect

from evenemang.bootstrap import open_data
from evenemang.bootstrap.printing import print_day, print_incidents
from evenemang.domain.actor import Actor
from tests.outputs import MADE_ON_THE_DAY, pages_of
from tests.outreach.reading import words as words_of_pdf
from tests.pages.directory import House, directory, sign_in, signed_in_house
from tests.secret_dossier import OPEN_RISK, Guarded, guarded
from tests.secret_surroundings import Surroundings, surroundings
from tests.steady import steady

SEES, OPENS = Actor(name="Sara Ström"), Actor(name="Ia Teknik")


@dataclass
class Received:
    """Everything that a browser was sent."""

    pieces: list[bytes] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        def on(socket: WebSocket) -> None:
            socket.on("framereceived", self.take)

        page.on("websocket", on)

    def take(self, payload: bytes | str) -> None:
        self.pieces.append(payload if isinstance(payload, bytes) else payload.encode())

    def found(self, words: list[str]) -> set[str]:
        sent = b"".join(self.pieces)
        return {one for one in words if one.encode() in sent}


@dataclass(frozen=True)
class Office:
    """A server with sign-in, on a folder with one guarded dossier."""

    house: House
    here: Guarded
    around: Surroundings


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    home = tmp_path_factory.mktemp("secrecy")
    opened = open_data(home / "data")
    here = guarded(opened.workspace, SEES, OPENS)
    around = surroundings(here, OPENS)
    opened.write_workbooks()
    with directory() as at, signed_in_house(home, home / "data", at) as house:
        yield Office(house, here, around)


def walk(page: Page, office: Office, who: str, only: str = "") -> Received:
    """Sign in, go to every page and every step that has `only` in its address, and return all that came."""
    received = Received()
    received.listen(page)
    page.set_default_timeout(60_000)
    sign_in(page, office.house, who)
    for path in (one for one in pages_of(office.here, office.around) if only in one):
        page.goto(office.house.address + path)
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        expect(page.locator("[data-test-script-state=notRunning]")).to_be_visible()
    return received


def test_an_administrator_who_is_not_named_is_sent_no_secret_word(browser: Browser, office: Office) -> None:
    page = steady(browser.new_page())
    received = walk(page, office, "ia")

    assert received.found(office.here.words) == set()
    assert received.found([OPEN_RISK]) == {OPEN_RISK}
    page.goto(f"{office.house.address}/arende?id={office.here.id}&steg=risker")
    expect(page.get_by_text("1 riskområde, 3 risker och 3 åtgärder visas bara för dem")).to_be_visible()
    expect(page.get_by_text("en risk som inte visas för dig").first).to_be_visible()
    page.goto(f"{office.house.address}/arenden?sok={office.here.words[0]}")
    expect(page.get_by_role("heading", level=1, name="0 ärenden")).to_be_visible()
    page.close()


@pytest.mark.prove
def test_one_who_is_named_finds_them_where_they_belong(browser: Browser, office: Office) -> None:
    page = steady(browser.new_page())
    received = walk(page, office, "sara", f"arende?id={office.here.id}")

    missing = set(office.here.words) - received.found(office.here.words)
    assert {one.strip("zq0123456789") for one in missing} <= {"hjalpte", "utfall"}
    page.goto(f"{office.house.address}/arende?id={office.here.id}&steg=risker")
    mark = page.locator(".st-key-lista-threat").get_by_text("Sekretess")
    expect(mark.first).to_be_visible()
    expect(page.get_by_text("visas bara för dem som är utsedda")).to_have_count(0)
    page.close()


def test_no_secret_word_is_on_the_sheets_of_the_day_or_in_the_log(office: Office) -> None:
    here = office.here
    said = {
        "day_sheet": words_of_pdf(print_day(here.work, here.id, "sv")),
        "incident_sheet": words_of_pdf(print_incidents(here.work, here.id, "sv")),
        "log": office.house.said(),
    }
    assert set(MADE_ON_THE_DAY) <= set(said)
    assert {name: one for name, text in said.items() for one in here.words if one in text} == {}


def test_the_secret_part_is_in_a_workbook_of_its_own(office: Office) -> None:
    secret = text_of(open_data(office.house.data).workbook(office.here.id, "sv", secret=True)[1])
    kinds = ("risk", "motiv", "skydd", "atgard", "what", "markning", "utfall", "bilaga", "lardom")
    for kind in kinds:
        assert any(one.startswith(f"zq{kind}") and one in secret for one in office.here.words), kind
    assert "OSL 18 kap. 8 §" in secret
    assert SEES.name in secret


def text_of(workbook: bytes) -> str:
    with ZipFile(BytesIO(workbook)) as parts:
        return "\n".join(parts.read(one).decode("utf-8", "replace") for one in parts.namelist())
