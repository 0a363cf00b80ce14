"""Follow-up in a browser: the example year, its charts, their numbers, and the choice in the address."""

import csv
import io
import re
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Download, Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from evenemang.pages.follow_up_parts.download import csv_file
from tests.pages.visiting import pick_option

HEADINGS = [
    "Fler händelser än månaden före: en mot noll",
    "Augusti hade flest händelser, fem av årets 14",
    "Tre slag står för 10 av 14 händelser",
    "Inget evenemang avvek från årets 0,7 mer än slumpen brukar ge",
    "Höga och mycket höga risker gick från 37 till fyra",
    "Två av tre öppna åtgärder är försenade, som mest 16 dagar",
    "Två av årets 14 händelser är öppna",
]

PATIENCE = 30_000  # ms


def visit(page: Page, address: str) -> None:
    """Go to a page and wait for its cards; the first visit to a cold server takes a while."""
    page.goto(address)
    expect(page.get_by_role("heading", level=2)).to_have_count(len(HEADINGS), timeout=PATIENCE)
    expect(page.get_by_role("radio")).to_have_count(9, timeout=PATIENCE)
    expect(page.locator(".js-plotly-plot")).to_have_count(5, timeout=PATIENCE)


def card(page: Page, key: str) -> Locator:
    return page.locator(f".st-key-kort-{key}")


def open_table(page: Page, key: str) -> Locator:
    found = card(page, key)
    found.get_by_text("Visa som tabell").click()
    return found.get_by_role("table")


def test_the_year_opens_with_its_findings_as_headings(page: Page, example: str) -> None:
    visit(page, f"{example}/uppfoljning")

    expect(page.get_by_role("heading", level=2)).to_have_text(HEADINGS)
    expect(page.get_by_text("12 händelser på 166\u00a0110 besök vid 7 av 8 evenemang")).to_be_visible()
    expect(card(page, "handelser-per-besok")).to_contain_text(
        "Utan besökstal, och därför inte med: Filminspelningar."
    )


def downloaded(page: Page, button: Locator) -> Download:
    """Press until the file comes: a page that is drawn anew at that very moment loses a press."""
    for patience in (8_000, 8_000, 30_000):
        try:
            with page.expect_download(timeout=patience) as waiting:
                button.click()
            return waiting.value
        except PlaywrightTimeout:
            continue
    raise AssertionError("no file came")


def test_each_chart_has_its_table_and_its_numbers_as_a_file(page: Page, example: str, tmp_path: Path) -> None:
    visit(page, f"{example}/uppfoljning?ar=2023")

    table = open_table(page, "handelser-per-manad")
    expect(table.get_by_role("row")).to_have_count(13)
    expect(table.get_by_role("row", name="Januari 0 0 0 0 0 0")).to_be_visible()
    rates = open_table(page, "handelser-per-besok")
    expect(rates.get_by_role("row", name="Filminspelningar")).to_have_count(0)
    expect(rates.get_by_role("row", name=re.compile(r"Hela året 0,7 12 166\s110 0,4 1,3"))).to_be_visible()
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    file = downloaded(
        page, card(page, "handelser-per-besok").get_by_role("button", name="Ladda ner talen (csv)")
    )

    assert file.suggested_filename == "handelser-per-besok-2023-alla.csv"
    file.save_as(tmp_path / "file.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "file.csv").read_text("utf-8-sig")), delimiter=";"))
    assert rows[0][:2] == ["Evenemang", "Per 10 000"]
    assert rows[-1][:2] == ["Hela året", "0,7224"]
    assert len(rows) == 9


def test_whose_events_and_which_year_are_kept_in_the_address(page: Page, example: str) -> None:
    visit(page, f"{example}/uppfoljning")
    page.get_by_role("radio", name="Egna").click()
    expect(page).to_have_url(re.compile("arrangor=egna"))
    expect(page.get_by_text("4 egna, 0 externa")).to_be_visible()

    page.reload()
    expect(page.get_by_role("radio", name="Egna")).to_be_checked()
    page.get_by_role("radio", name="2024").click()

    expect(page).to_have_url(re.compile("ar=2024"))
    expect(page.get_by_text("Inget evenemang har börjat 2024 än.")).to_be_visible()


def test_an_address_that_makes_no_sense_shows_the_newest_year(page: Page, example: str) -> None:
    visit(page, f"{example}/uppfoljning?ar=1789&arrangor=kungen")

    expect(page.get_by_role("radio", name="2023")).to_be_checked()
    expect(page.get_by_role("radio", name="Alla")).to_be_checked()


def test_the_year_is_told_in_english_too(page: Page, example: str) -> None:
    visit(page, f"{example}/uppfoljning?lang=en")

    expect(page.get_by_role("heading", level=2).nth(1)).to_have_text(
        "August had the most incidents, five of the year’s 14"
    )
    expect(page.get_by_text("Show as a table")).to_have_count(5)


def test_an_empty_house_says_so(page: Page, own_server: str) -> None:
    page.goto(f"{own_server}/uppfoljning")

    expect(page.get_by_text(re.compile(r"Inget evenemang har börjat \d{4} än\."))).to_be_visible(
        timeout=PATIENCE
    )


def test_a_file_of_numbers_runs_no_formula_and_keeps_the_languages_decimal_sign() -> None:
    written = csv_file(["Evenemang", "Per 10 000"], [("=1+1;x", 0.5), ("Höst", None)], "sv")

    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig")), delimiter=";"))
    assert rows == [["Evenemang", "Per 10 000"], ["'=1+1;x", "0,5"], ["Höst", ""]]
    assert b"0.5" in csv_file(["x"], [(0.5,)], "en")


def test_a_clicked_bar_shows_what_it_counts_and_the_address_keeps_it(page: Page, example: str) -> None:
    visit(page, f"{example}/uppfoljning?ar=2023")
    months = card(page, "handelser-per-manad")
    months.locator(".trace.bars .point path").filter(visible=True).first.click(force=True)

    expect(page).to_have_url(re.compile(r"visa=handelser-per-manad\.\d"))
    expect(months.get_by_role("link").first).to_be_visible()

    page.goto(f"{example}/uppfoljning?ar=2023&visa=handelser-per-manad.8")
    expect(months.get_by_role("link")).to_have_count(5, timeout=PATIENCE)
    months.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("arende.*steg=plats"))


def test_what_is_counted_is_found_without_a_mouse_and_an_unknown_bar_shows_nothing(
    page: Page, example: str
) -> None:
    visit(page, f"{example}/uppfoljning?ar=2023&visa=handelser-per-manad.13")
    kinds = card(page, "slag-av-handelser")
    expect(card(page, "handelser-per-manad").get_by_role("link")).to_have_count(0)

    kinds.get_by_text("Visa det som räknats").click()
    pick_option(kinds.get_by_role("combobox"), "Trafik")

    expect(page).to_have_url(re.compile(r"visa=slag-av-handelser\.traffic"))
    expect(kinds.get_by_role("link")).to_have_count(4)


def test_each_part_has_its_findings_and_the_numbers_come_as_a_workbook(
    page: Page, example: str, tmp_path: Path
) -> None:
    for part, count, figures in (("risker", 6, 6), ("arbetet", 3, 3), ("handelser", 8, 7)):
        page.goto(f"{example}/uppfoljning?ar=2023&del={part}")
        expect(page.get_by_role("heading", level=2)).to_have_count(count, timeout=PATIENCE)
        expect(page.locator(".js-plotly-plot")).to_have_count(figures, timeout=PATIENCE)

    open_table(page, "styrdiagram")
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    button = card(page, "styrdiagram").get_by_role("button", name="Ladda ner talen (xlsx)")
    downloaded(page, button).save_as(tmp_path / "file.xlsx")
    sheet = load_workbook(tmp_path / "file.xlsx").active
    assert sheet is not None
    told = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert "per 10 000" in str(told[0][0])
    assert any("Källa: ärendena i Evenemang" in str(row[0]) for row in told)
    assert ["Evenemang", "Började", "Per 10 000"] in [row[:3] for row in told]


def test_a_place_is_chosen_in_the_address_and_an_unknown_one_is_no_place(page: Page, example: str) -> None:
    page.goto(f"{example}/uppfoljning?ar=2023&plats=museiparken")
    expect(page.get_by_role("combobox").first).to_have_value("Museiparken", timeout=PATIENCE)
    expect(page.get_by_text(re.compile(r"Evenemang: [1-7] ·"))).to_be_visible()

    visit(page, f"{example}/uppfoljning?ar=2023&plats=atlantis")
    expect(page.get_by_text(re.compile("Evenemang: 8 ·"))).to_be_visible()
