"""The frame: the menu, who acts, the language, and what a lost visitor sees."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from evenemang.pages.door.visit import local_path
from tests.conftest import DESK, PHONE
from tests.pages.visiting import choose, open_new, say_who


def test_every_page_is_reached_from_the_menu_and_named_in_the_tab(page: Page, server: str) -> None:
    page.goto(server)
    for name in ("Ärenden", "Uppföljning", "Översikt"):
        page.get_by_test_id("stTopNavLink").filter(has_text=name).click()
        expect(page).to_have_title(f"{name} · Evenemang")


def test_the_menu_never_meets_who_looks(open_page: Callable[..., Page], server: str) -> None:
    page = open_page(viewport=DESK)
    page.goto(server)
    words = page.get_by_test_id("stTopNavLink")
    expect(words.filter(has_text="Inställningar")).to_be_visible()
    # as wide whether Streamlit drew the page as wide or, as now and then, as centred: take its own style away
    page.get_by_test_id("stMainBlockContainer").evaluate("one => one.className = ''")
    expect(page.get_by_test_id("stMainBlockContainer")).to_have_css("padding-left", "80px")
    expect(page.get_by_test_id("stMainBlockContainer")).to_have_css("max-width", "1312px")
    last, corner = words.last.bounding_box(), page.locator(".st-key-vem").bounding_box()
    assert last
    assert corner
    assert last["x"] + last["width"] < corner["x"]

    page.set_viewport_size({"width": 950, "height": 800})
    page.get_by_role("button", name="Mer").click()
    page.get_by_role("menuitem", name="Inställningar").click()
    expect(page).to_have_title("Inställningar · Evenemang")

    phone = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    phone.goto(f"{server}/arenden")
    phone.get_by_test_id("stExpandSidebarButton").click()
    phone.get_by_test_id("stSidebarNavLink").filter(has_text="Översikt").click()
    expect(phone).to_have_title("Översikt · Evenemang")


def test_english_is_one_click_away_and_stays(page: Page, server: str) -> None:
    page.goto(f"{server}/arenden")

    page.get_by_role("link", name="In English").click()

    expect(page).to_have_url(f"{server}/arenden")
    expect(page.get_by_test_id("stTopNavLink").filter(has_text="Dossiers")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_what_streamlit_names_by_itself_is_in_the_language_of_the_page(page: Page, server: str) -> None:
    say_who(page, server, then="/nytt-arende")
    expect(page.get_by_role("button", name="Välj dag").first).to_be_visible()
    expect(page.get_by_role("spinbutton", name=re.compile("^år, ")).first).to_be_visible()
    expect(page.get_by_role("button", name="Öppna listan").first).to_be_visible()

    page.get_by_role("link", name="In English").click()

    expect(page.get_by_role("button", name="Choose date").first).to_be_visible()
    expect(page.get_by_role("button", name="Välj dag")).to_have_count(0)


def test_a_visitor_says_who_they_are_and_stays_on_the_page(page: Page, server: str) -> None:
    page.goto(f"{server}/arenden")
    page.get_by_role("button", name="Vem är du?").click()
    page.locator("#vem-namn").fill("Åsa Öst")

    page.locator("form", has=page.locator("#vem-namn")).get_by_role("button", name="Det är jag").click()

    expect(page.get_by_role("button", name="Åsa Öst")).to_be_visible()
    expect(page).to_have_url(f"{server}/arenden")


def test_a_name_typed_as_markup_stays_letters(page: Page, server: str) -> None:
    page.goto(server + "/jag?namn=%3Cb%3E*Bo*%3C%2Fb%3E&till=/arenden")

    expect(page.get_by_role("button", name="Bo")).to_be_visible()
    assert page.locator(".st-key-vem b, .st-key-vem em").count() == 0


def test_an_unknown_dossier_leads_to_the_list(page: Page, server: str) -> None:
    for address in ("/arende", "/arende?id=finnsinte"):
        page.goto(server + address)
        expect(page.get_by_role("heading", level=1)).to_have_text("Vilket ärende?")

    page.get_by_role("link", name="Till ärendena").click()

    expect(page).to_have_title("Ärenden · Evenemang")


def test_nothing_is_saved_before_somebody_has_said_who_they_are(page: Page, server: str) -> None:
    dossier = open_new(page, server, "Namnlös dag")
    page.context.clear_cookies()
    page.goto(f"{server}/arende?id={dossier}&steg=underlag")

    page.get_by_label("Diarienummer").fill("2027-099")
    page.get_by_label("Diarienummer").press("Enter")

    expect(page.get_by_text("Inget är sparat.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Diarienummer")).to_have_value("")


def test_the_step_that_is_open_is_marked_and_the_address_tells_it(page: Page, server: str) -> None:
    dossier = open_new(page, server, "Stegvis dag")

    page.get_by_role("link", name="Risker").click()

    expect(page).to_have_url(f"{server}/arende?id={dossier}&steg=risker")
    expect(page.locator(".st-key-steg-valt")).to_contain_text("Risker")
    page.reload()
    expect(page.locator(".st-key-steg-valt")).to_contain_text("Risker")
    page.go_back()
    expect(page.locator(".st-key-steg-valt")).to_contain_text("Underlag")


def test_a_chosen_answer_is_filled_and_tall_enough_for_a_thumb(page: Page, server: str) -> None:
    open_new(page, server, "Stora knappar")
    choose(page, "Uppgifter")

    chosen = page.get_by_role("radio", name="Uppgifter")

    box = chosen.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert chosen.evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(15, 76, 92)"


@pytest.mark.parametrize(
    "wanted", ["https://example.org/", "//example.org", "/\\example.org", "arenden", "/\n/example.org", ""]
)
def test_the_way_on_never_leaves_the_house(wanted: str) -> None:
    assert local_path(wanted) == "/"


def test_the_way_on_keeps_page_and_question() -> None:
    assert local_path("/arende?id=ab3d&steg=risker") == "/arende?id=ab3d&steg=risker"
