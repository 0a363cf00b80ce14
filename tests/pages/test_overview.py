"""The first page: empty it says what to do, filled it says what waits."""

from playwright.sync_api import Page, expect

from tests.pages.visiting import open_new


def test_an_empty_house_says_how_to_begin(page: Page, own_server: str) -> None:
    page.goto(own_server)

    expect(page.get_by_role("heading", level=1)).to_have_text("Här finns inga ärenden än")
    page.get_by_role("button", name="Nytt ärende").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Nytt ärende")


def test_a_new_event_stands_among_the_coming_ones_with_what_is_left(page: Page, server: str) -> None:
    open_new(page, server, "Kommande dag")

    page.goto(server)

    row = page.locator("[class*=st-key-rad-arende-]", has_text="Kommande dag")
    expect(row).to_contain_text("Utkast")
    expect(row).to_contain_text("Datum saknas")
    expect(row).to_contain_text("0 av")
    row.get_by_role("link", name="Kommande dag").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kommande dag")
