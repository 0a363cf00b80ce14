"""Signing in at a real directory, in a real browser: who is let in, as whom, with what, and until when."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from evenemang import bootstrap
from evenemang.domain.actor import Actor, Function
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.planning import AddAction
from tests.conftest import DESK, PHONE
from tests.pages.directory import House, directory, sign_in, sign_out, signed_in_house
from tests.steady import steady

MARKET, CONCERT = "Höstmarknad", "Höstkonsert"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """An app with sign-in, and two dossiers."""
    home = tmp_path_factory.mktemp("signin")
    opened = bootstrap.open_data(home / "data")
    post = Function(id="kommunpolis", title="Kommunpolis", short="Kommunpolisen", part="guest")
    opened.workspace.keep("function", post, Actor(name="Förut"), "add")
    for name in (MARKET, CONCERT):
        held = open_dossier(opened.workspace, NewDossier(name=name), Actor(name="Förut")).record.id
        late = AddAction(do=f"Avstämning om {name}", owner="kommunpolis", due=date(2026, 1, 15))
        opened.workspace.do(held, late, Actor(name="Förut"))
    with directory() as at, signed_in_house(home, home / "data", at) as found:
        yield found


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a browser of its own: the directory's pages ask others for their looks."""
    contexts = []

    def opened(**wishes: object) -> Page:
        context = browser.new_context(**({"viewport": DESK, "locale": "sv-SE"} | wishes))  # type: ignore[arg-type]  # as conftest
        contexts.append(context)
        return steady(context.new_page())

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def sara(house: House, browser: Browser) -> Iterator[Page]:
    """The coordinator's browser, signed in."""
    context = browser.new_context(viewport=DESK, locale="sv-SE")  # type: ignore[arg-type]  # as conftest
    page = steady(context.new_page())
    sign_in(page, house, "sara")
    yield page
    context.close()


def address_of(house: House, name: str) -> str:
    [row] = rows(house, "SELECT id FROM dossier_row WHERE name = ?", name)
    return f"/arende?id={row[0]}&steg=beslut"


def rows(house: House, query: str, *values: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(house.data / "evenemang.db")) as raw:
        return raw.execute(query, values).fetchall()


def faults(page: Page) -> list[str]:
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in Axe().run(page).response["violations"]]


def test_outside_nothing_is_shown_but_the_way_in(house: House, visit: Callable[..., Page]) -> None:
    page = visit()
    for viewport, scheme, language, title in (
        (DESK, "light", "sv", "Logga in"),
        (PHONE, "dark", "en", "Sign in"),
    ):
        page.set_viewport_size(viewport)  # type: ignore[arg-type]  # as conftest has it
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # the same
        page.goto(f"{house.address}{address_of(house, MARKET)}&lang={language}")
        expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
        assert MARKET not in page.content()
        assert "Översikt" not in page.content()
        assert not faults(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_a_group_gives_the_role_and_the_journal_says_the_persons_name(house: House, sara: Page) -> None:
    page = sara
    page.goto(f"{house.address}/jag?namn=Chefen&till=/nytt-arende")
    page.get_by_label("Vad heter evenemanget?").fill("Vinterfest")
    page.get_by_role("button", name="Öppna ärendet").click()
    expect(page.get_by_role("heading", level=1, name="Vinterfest")).to_be_visible()

    told = rows(
        house, "SELECT j.by FROM journal j JOIN dossier_row d ON d.id = j.record WHERE d.name='Vinterfest'"
    )
    assert {one[0] for one in told} == {"Sara Ström"}
    page.get_by_role("button", name="Sara Ström").click()
    expect(page.get_by_text("Behörighet: samordnare")).to_be_visible()
    assert not faults(page)


def test_a_reader_looks_and_changes_nothing(house: House, visit: Callable[..., Page]) -> None:
    page = visit()
    sign_in(page, house, "lisa", address_of(house, MARKET))
    expect(page.get_by_role("heading", level=1, name=MARKET)).to_be_visible()  # where she was going
    expect(page).to_have_url(house.address + address_of(house, MARKET))
    expect(page.get_by_text("Du läser. Be samordnaren om du ska kunna ändra.")).to_be_visible()
    expect(page.get_by_text("För att ta ställning till evenemanget behöver du")).to_be_visible()
    expect(page.get_by_role("link", name="Behörigheter")).to_have_count(0)

    page.goto(f"{house.address}/nytt-arende")
    expect(page.get_by_text("För att öppna ärenden behöver du behörigheten samordnare.")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_count(0)


def test_without_a_role_one_is_told_whom_to_ask_until_an_administrator_gives_one(
    house: House, visit: Callable[..., Page]
) -> None:
    nils = visit()
    sign_in(nils, house, "nils")
    expect(nils.get_by_text("säkerhetssamordnaren, 033-00 00 00")).to_be_visible()
    code = re.search(r"uppge koden (\w{8})", nils.inner_text("body"))
    assert code
    assert f"turned away: no role, code {code[1]}" in house.said()
    assert not re.search(r"nils|nyfiken|kommun\.se", house.said(), re.IGNORECASE)

    ia = visit()
    sign_in(ia, house, "ia", "/")
    ia.goto(f"{house.address}/behorigheter")
    form = ia.get_by_test_id("stForm").first
    form.get_by_label("E-postadress i arbetskontot").fill("nils@kommun.se")
    form.get_by_role("button", name="Ge behörighet").click()
    expect(ia.get_by_role("button", name="Ta tillbaka från nils kommun se")).to_be_visible()
    assert not faults(ia)

    nils.reload()
    expect(nils.get_by_role("button", name="Nils Nyfiken")).to_be_visible()


def test_a_guest_sees_the_dossier_they_are_let_into_and_no_other(
    house: House, sara: Page, visit: Callable[..., Page]
) -> None:
    sara.goto(f"{house.address}/behorigheter")
    form = sara.get_by_test_id("stForm")
    expect(form).to_have_count(1)  # roles are an administrator's
    form.get_by_label("Ärende").fill(MARKET)
    sara.get_by_role("option", name=MARKET).click()
    form.get_by_label("E-postadress i arbetskontot").fill("eva@polisen.se")
    form.get_by_label("Namn").fill("Eva Lind")
    form.get_by_role("button", name="Släpp in").click()
    expect(sara.get_by_text("av Sara Ström")).to_be_visible()

    eva = visit()
    sign_in(eva, house, "eva")
    eva.goto(f"{house.address}/arenden")
    expect(eva.get_by_text(MARKET).first).to_be_visible()
    assert CONCERT not in eva.content()
    eva.goto(house.address + address_of(house, CONCERT))
    expect(eva.get_by_role("heading", level=1, name="Vilket ärende?")).to_be_visible()
    assert CONCERT not in eva.content()

    pick(sara, "Vem?", "Eva Lind")
    pick(sara, "Knuten till", "Kommunpolisen")
    sara.keyboard.press("Escape")
    sara.get_by_role("button", name="Spara funktioner").click()
    expect(sara.get_by_text("Eva Lind · Kommunpolisen")).to_be_visible()
    for viewport in (PHONE, DESK):
        sara.set_viewport_size(viewport)  # type: ignore[arg-type]  # as conftest has it
        assert not faults(sara)
        assert sara.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    eva.goto(house.address)
    expect(eva.get_by_role("heading", level=1, name="Det här väntar på dig")).to_be_visible()
    expect(eva.get_by_text(f"Försenad: Avstämning om {MARKET}")).to_be_visible()
    expect(eva.get_by_text("som Kommunpolisen")).to_have_count(1)  # of her own dossier alone
    assert CONCERT not in eva.content()

    sara.get_by_role("button", name="Ta tillbaka från Eva Lind").click()
    expect(sara.get_by_text("av Sara Ström")).to_have_count(0)
    eva.goto(house.address + address_of(house, MARKET))
    expect(eva.get_by_text("har ingen behörighet här ännu")).to_be_visible()


def pick(page: Page, label: str, option: str) -> None:
    page.get_by_label(label).click()
    page.get_by_role("option", name=option).click()


def test_after_sign_out_the_cookies_that_were_kept_open_nothing(
    house: House, visit: Callable[..., Page]
) -> None:
    page = visit()
    sign_in(page, house, "sara")
    kept = page.context.cookies(house.address)
    sign_out(page, "Sara Ström")
    page.wait_for_url(lambda url: not url.startswith(house.address))  # the directory asks, too
    page.goto(house.address)
    expect(page.get_by_role("heading", level=1, name="Logga in")).to_be_visible()

    thief = visit()
    thief.context.add_cookies(kept)  # type: ignore[arg-type]  # what it gave, it takes
    thief.goto(house.address + address_of(house, MARKET))
    expect(thief.get_by_text("Du är utloggad")).to_be_visible()
    assert MARKET not in thief.content()


def test_who_has_been_away_for_half_an_hour_signs_in_anew(house: House, visit: Callable[..., Page]) -> None:
    page = visit()
    sign_in(page, house, "sara")
    page.goto(house.address + address_of(house, MARKET).replace("beslut", "underlag"))
    field = page.get_by_label("Diarienummer")
    expect(field).to_be_visible()
    long_ago = datetime.now(UTC) - timedelta(minutes=31)
    with closing(sqlite3.connect(house.data / "evenemang.db", timeout=10)) as raw, raw:
        mine = "WHERE started = (SELECT max(started) FROM visit)"
        raw.execute(f"UPDATE visit SET seen = ? {mine}", (f"{long_ago:%Y-%m-%dT%H:%M:%S}.000000Z",))

    field.fill("EVE 2027-9")
    field.press("Enter")

    expect(page.get_by_text("Du har inte gjort något på 30 minuter")).to_be_visible()
    expect(page.get_by_text(MARKET)).to_have_count(0)
    assert rows(house, "SELECT id FROM dossier_row WHERE diary_number = ?", "EVE 2027-9") == []

    page.get_by_role("button", name="Logga in").click()
    page.get_by_role("button", name="sara", exact=True).first.click()
    expect(field).to_be_visible()  # where she was, with nothing of what was not saved
    expect(field).to_have_value("")


def test_a_sign_in_that_failed_is_told_and_logged_without_a_name(
    house: House, visit: Callable[..., Page]
) -> None:
    page = visit()
    page.goto(house.address + address_of(house, MARKET))
    page.get_by_role("button", name="Logga in").click()
    page.get_by_role("button", name="Deny").click()
    expect(page.get_by_text("Inloggningen blev inte klar")).to_be_visible()
    assert "sign-in failed: access_denied" in house.said()

    page.get_by_role("button", name="Logga in").click()  # once more, from there
    page.get_by_role("button", name="sara", exact=True).first.click()
    expect(page.get_by_role("heading", level=1, name=MARKET)).to_be_visible()
    expect(page).to_have_url(house.address + address_of(house, MARKET))


@pytest.mark.parametrize(
    "wrong",
    [
        {"Host": "evil.example"},
        {"X-Forwarded-Host": "evil.example"},
        {"X-Forwarded-Host": "127.0.0.1.evil.example"},
    ],
)
def test_whoever_came_by_another_address_is_turned_away(house: House, wrong: dict[str, str]) -> None:
    assert asked(house.address, wrong)[0] == 403
    assert asked(f"{house.address}/healthz", wrong)[0] == 200  # a watchman asks by whatever it knows


def asked(address: str, headers: dict[str, str]) -> tuple[int, str]:
    try:
        with urlopen(Request(address, headers=headers)) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as refused:
        return refused.code, refused.read().decode()
