"""The report of a year on its page: a number leads to its records, and a record to its dossier."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

HELD = "potatisfestivalen"


def test_the_report_is_read_and_a_number_leads_to_the_records_behind_it(
    example: str, open_page: Callable[..., Page]
) -> None:
    page = open_page()
    page.goto(f"{example}/uppfoljning?ar=2023")
    page.get_by_role("link", name="Skriv årets rapport 2023").click()

    report = page.locator(".st-key-rapport")
    expect(report).to_contain_text("träffats varje månad, sammanlagt tolv gånger")
    expect(report).to_contain_text("utan några större händelser")
    report.get_by_role("link", name="25", exact=True).click()
    expect(page.get_by_role("heading", name="Kontakter före")).to_be_in_viewport()

    page.get_by_text("Visa 14 poster").click()
    row = page.get_by_role("link", name="Potatisfestivalen").first
    expect(row).to_be_visible()
    assert "arende?id=" in (row.get_attribute("href") or "")


def test_the_report_is_taken_along_as_word(example: str, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto(f"{example}/arets-rapport?ar=2023")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Hämta som Word").click()

    assert coming.value.suggested_filename == "Evenemangssäkerhet 2023, årets rapport.docx"
