"""Underlag: what is known of the event, and what it leads to."""

from playwright.sync_api import Page, expect

from tests.pages.visiting import choose, open_new, pick_option


def test_a_fact_that_is_said_settles_the_class_a_little_more(page: Page, server: str) -> None:
    open_new(page, server, "Uppgiftsdag")
    choose(page, "Uppgifter")
    expect(page.get_by_role("heading", name="Klass 1, kan bli 4")).to_be_visible()
    expect(page.get_by_role("radio", name="Vad 0/5")).to_be_checked()

    page.locator(".st-key-fraga-controversial").get_by_role("radio", name="Nej").click()

    expect(page.get_by_role("radio", name="Vad 1/5")).to_be_checked()
    page.reload()
    expect(page.locator(".st-key-fraga-controversial").get_by_role("radio", name="Nej")).to_be_checked()


def test_what_is_typed_is_kept_and_shown_in_the_head(page: Page, server: str) -> None:
    open_new(page, server, "Diariedag")

    page.get_by_label("Diarienummer").fill("2027-014")
    page.get_by_label("Diarienummer").press("Enter")

    expect(page.get_by_text("Ärende 2027-014")).to_be_visible()


def test_another_dossier_never_shows_the_fields_of_the_one_before(page: Page, server: str) -> None:
    first = open_new(page, server, "Första fältet")
    open_new(page, server, "Andra fältet")

    page.get_by_test_id("stTopNavLink").filter(has_text="Ärenden").click()
    page.get_by_role("link", name="Första fältet").click()

    expect(page.get_by_label("Namn", exact=True)).to_have_value("Första fältet")
    assert first in page.url


def test_an_area_is_left_out_only_with_a_reason(page: Page, server: str) -> None:
    open_new(page, server, "Områdesdag")
    choose(page, "Riskområden")
    row = page.locator(".st-key-rad-omrade-weather")
    row.get_by_role("button", name="Utelämna").click()
    dialog = page.get_by_role("dialog")

    dialog.get_by_role("button", name="Utelämna").click()
    expect(dialog.get_by_text("behöver ett skäl")).to_be_visible()
    dialog.get_by_role("textbox").fill("Allt är inomhus.")
    dialog.get_by_role("textbox").press("Tab")
    dialog.get_by_role("button", name="Utelämna").click()

    expect(row).to_have_count(0)
    expect(page.get_by_text("Allt är inomhus.")).to_be_visible()


def test_a_cancelled_event_says_so_and_can_be_taken_up_again(page: Page, server: str) -> None:
    open_new(page, server, "Inställd dag")
    choose(page, "Flytta eller ställ in")
    page.get_by_label("Varför?").fill("Storm väntas.")
    page.get_by_role("button", name="Ställ in evenemanget").click()

    expect(page.get_by_text("Evenemanget är inställt")).to_be_visible()
    page.get_by_role("button", name="Evenemanget blir av ändå").click()

    expect(page.get_by_text("Evenemanget är inställt")).to_have_count(0)


def test_a_story_hour_for_sixty_is_done_in_a_minute_without_an_assessment(page: Page, server: str) -> None:
    open_new(page, server, "Sagostund")
    choose(page, "Riskområden")
    page.get_by_role("button", name="Ingen bedömning behövs").click()
    dialog = page.get_by_role("dialog")

    dialog.get_by_label("Varför behövs ingen bedömning?").fill("Högläsning i biblioteket, som varje månad.")
    dialog.get_by_label("Varför behövs ingen bedömning?").press("Tab")
    dialog.get_by_role("button", name="Spara: ingen bedömning behövs").click()
    expect(dialog.get_by_text("Det här är inte känt än")).to_be_visible()

    for ask in ("Hur många besökare väntas som mest", "Hur många besök väntas sammanlagt"):
        dialog.get_by_label(ask).fill("60")
        dialog.get_by_label(ask).press("Tab")
    for ask in ("Hur många delområden", "Hur många dagar"):
        dialog.get_by_label(ask).fill("1")
        dialog.get_by_label(ask).press("Tab")
    pick_option(dialog.get_by_label("Hur stor erfarenhet"), "Lång")
    dialog.get_by_text("Jag har läst alla").click()
    dialog.get_by_role("button", name="Spara: ingen bedömning behövs").click()

    expect(dialog).to_have_count(0)
    expect(page.get_by_text("Högläsning i biblioteket, som varje månad.")).to_be_visible()
    expect(page.get_by_text("Ingen bedömning behövs").first).to_be_visible()
    page.get_by_role("button", name="Bedöm ändå").click()
    expect(page.get_by_role("button", name="Ingen bedömning behövs")).to_be_visible()
