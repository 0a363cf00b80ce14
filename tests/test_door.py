"""The door: what a visitor meets before any page."""

import re
from urllib.request import urlopen

from playwright.sync_api import Page, expect


def test_a_watchman_hears_that_the_server_is_up(server: str) -> None:
    with urlopen(f"{server}/healthz") as answer:
        assert answer.status == 200
        assert answer.read() == b'{"status":"ok"}'


def test_the_first_page_is_shown_in_swedish(page: Page, server: str) -> None:
    page.goto(server)

    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    expect(page).to_have_title(re.compile("Evenemang"))


def test_the_choice_of_english_is_remembered(page: Page, server: str) -> None:
    page.goto(f"{server}/?lang=en")
    page.goto(server)

    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_type_and_the_theme_are_ours(page: Page, server: str) -> None:
    page.goto(server)
    expect(page.locator("h1").first).to_be_visible()

    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Public Sans\"'))")
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).color") == "rgb(27, 42, 48)"


def test_an_unknown_address_leads_to_the_first_page(page: Page, server: str) -> None:
    page.goto(f"{server}/finns/inte")

    assert page.url == f"{server}/"


def test_every_answer_tells_the_browser_what_it_may_do(server: str) -> None:
    for path in ("/", "/healthz", "/app/static/icon.svg", "/finns-inte"):
        with urlopen(server + path) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "script-src 'self' 'sha256-" in policy  # nothing inline but our one script
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["X-Frame-Options"] == "DENY"
            assert answer.headers["Referrer-Policy"] == "same-origin"


def test_the_page_keeps_within_what_it_may_do(page: Page, server: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    page.goto(server)
    expect(page.locator("h1").first).to_be_visible()

    assert complaints == []
