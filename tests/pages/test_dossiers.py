"""The list of dossiers, and the ways to a new one."""

from playwright.sync_api import Page, expect

from evenemang.pages.showing import JOINER
from tests.pages.visiting import open_new, say_who

HOSTILE = "Vårmarknad <b>x</b> *y* $a$ ![z](bild.png) :material/home: :smile: http://example.org www.a.se"


def test_a_name_is_enough_and_stays_as_it_was_typed(page: Page, server: str) -> None:
    say_who(page, server, then="/nytt-arende")
    page.get_by_label("Vad heter evenemanget?").fill(HOSTILE)
    page.get_by_role("button", name="Öppna ärendet").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Vårmarknad <b>x</b> *y* $a$")
    assert page.locator("h1").inner_text().replace(JOINER, "") == HOSTILE
    expect(page.locator("h1 a, h1 b, h1 em, h1 img, h1 [data-testid=stIconMaterial]")).to_have_count(0)


def test_without_a_name_nothing_is_opened(page: Page, server: str) -> None:
    say_who(page, server, then="/nytt-arende")

    page.get_by_role("button", name="Öppna ärendet").click()

    expect(page.get_by_text("Skriv vad evenemanget heter.")).to_be_visible()


def test_the_menu_leads_back_from_a_form_to_the_list(page: Page, server: str) -> None:
    page.goto(f"{server}/arenden")
    page.get_by_role("button", name="Nytt ärende").click()
    expect(page).to_have_url(f"{server}/nytt-arende")

    page.get_by_test_id("stTopNavLink").filter(has_text="Ärenden").click()

    expect(page).to_have_url(f"{server}/arenden")
    expect(page.get_by_label("Sök", exact=True)).to_be_visible()


def test_the_search_is_in_the_address_and_can_be_shared(page: Page, server: str) -> None:
    open_new(page, server, "Sökbar afton")
    page.goto(f"{server}/arenden")

    page.get_by_label("Sök", exact=True).fill("sökbar")
    page.get_by_label("Sök", exact=True).press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("1 ärende")
    page.goto(page.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("1 ärende")
    assert "sok=s" in page.url


def test_a_new_edition_says_what_came_along(page: Page, server: str) -> None:
    dossier = open_new(page, server, "Årlig dag")
    page.goto(f"{server}/ny-upplaga?id={dossier}")

    expect(page.get_by_role("heading", name="Det här följer inte med")).to_be_visible()
    page.get_by_label("Vad heter evenemanget?").fill("Årlig dag, nästa")
    page.get_by_role("button", name="Öppna ny upplaga").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Årlig dag, nästa")
    expect(page.get_by_text("Ny upplaga. Följde med:")).to_be_visible()


def test_a_day_without_its_hours_is_asked_about_rather_than_guessed(page: Page, server: str) -> None:
    say_who(page, server, then="/nytt-arende")
    page.get_by_label("Vad heter evenemanget?").fill("Timlös dag")
    day = page.get_by_role("group", name="Första dagen")
    for kind, digits in (("year", "2027"), ("month", "08"), ("day", "20")):
        day.locator(f"[data-type={kind}]").press_sequentially(digits)
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Öppna ärendet").click()

    expect(page.get_by_text("Skriv när dagen börjar och slutar")).to_be_visible()
