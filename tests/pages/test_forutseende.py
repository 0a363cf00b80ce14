"""Foresight in a browser: the example year, what it proposes, and the draft to download."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.pages.test_uppfoljning import downloaded

PATIENCE = 30_000  # ms
SETTLED = "[data-stale=true]"


def visit(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", name="Utkast till ett riskområde")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(SETTLED)).to_have_count(0, timeout=PATIENCE)


def test_the_page_tells_what_was_foreseen_and_ends_in_proposals_with_a_draft(
    page: Page, example: str, tmp_path: Path
) -> None:
    visit(page, f"{example}/forutseende")

    expect(page.get_by_role("heading", level=2)).to_have_text(
        [
            "11 av 14 händelser hörde till en risk som gruppen hade sett",
            "Räknat med tillbuden är sannolikheten för lågt bedömd på 3 av stegen",
            "18 höga risker har aldrig inträffat",
            re.compile("Ingen fråga har ställts så ofta"),
            "Förslag till checklistorna",
            "Utkast till ett riskområde",
        ]
    )
    expect(page.get_by_text("79 %, mellan 52 % och 92 % med 95 % säkerhet. Så få händelser")).to_be_visible()
    expect(page.get_by_role("heading", name="Ny fråga (3)")).to_be_visible()
    proposed = page.locator("[class*=st-key-rad-forslag-new-question]").filter(
        has_text="stativplats före bron"
    )
    expect(proposed.get_by_role("link")).to_contain_text("Fotografer med stativ stannade på gångbron")

    file = downloaded(page, page.get_by_role("button", name="Ladda ner förslagen"))
    file.save_as(tmp_path / "forslag.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "forslag.csv").read_text("utf-8-sig")), delimiter=";"))
    assert rows[0][0] == "Förslag"
    found = [row for row in rows if row[0] == "Ny fråga"]
    assert len({row[2] for row in found}) == 3
    assert all(" | " not in cell for row in found for cell in row)  # an incident a row


def test_a_draft_is_of_the_area_and_the_proposals_that_a_person_chose(
    page: Page, example: str, tmp_path: Path
) -> None:
    visit(page, f"{example}/forutseende?omrade=crowds")
    ticks = page.locator(".st-key-utkast-forslag").get_by_role("checkbox")
    expect(ticks).to_have_count(3)
    for number in range(3):
        if ticks.nth(number).is_checked():
            continue
        page.locator(".st-key-utkast-forslag label").nth(number).click()
        expect(ticks.nth(number)).to_be_checked()
        expect(page.locator(SETTLED)).to_have_count(0, timeout=PATIENCE)

    file = downloaded(page, page.get_by_role("button", name="Ladda ner utkastet"))
    file.save_as(tmp_path / "utkast.xlsx")

    assert re.fullmatch(r"crowds-utkast-\d{4}-\d\d-\d\d\.xlsx", file.suggested_filename)
    told = {
        str(cell.value) for sheet in load_workbook(tmp_path / "utkast.xlsx") for row in sheet for cell in row
    }
    assert {"crowds.proposed-1", "crowds.proposed-2", "crowds.proposed-3"} <= told


def test_how_far_back_is_in_the_address(page: Page, example: str) -> None:
    visit(page, f"{example}/forutseende?ar=1789")
    expect(page.get_by_role("radio", name="3 år")).to_be_checked()

    page.get_by_role("radio", name="10 år").click()

    expect(page).to_have_url(re.compile("ar=10"))
    expect(page.get_by_text("evenemang som började 31 januari 2014")).to_be_visible()
