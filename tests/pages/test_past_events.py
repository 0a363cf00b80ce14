"""A list of past events in the app: chosen, settled, seen, kept; and a file that is no list."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.pages.visiting import pick_option, say_who

ROWS = (
    ("Evenemang i kommunen",),
    ("Evenemang", "Datum", "Plats", "Antal besökare", "Vad hände"),
    ("Ljusafton <b>2023</b>", "25–26 aug 2023", "Norra parken", 1200, "Kö ut på gatan"),
    ("Skördefest", "v. 34 2022", "Norra parken", "massor", ""),
)


def lista(folder: Path, rows: Sequence[tuple[str | int, ...]] = ROWS) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    file = folder / "lista.xlsx"
    book.save(file)
    return file


def choose_file(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files(file)


def test_a_list_becomes_dossiers_once_its_columns_are_settled(
    page: Page, server: str, tmp_path: Path
) -> None:
    say_who(page, server, then="/las-in-lista")
    choose_file(page, lista(tmp_path))

    expect(page.get_by_text("Säg om besöken är räknade efteråt eller väntade i förväg.")).to_be_visible()
    page.get_by_role("button", name="Visa vad det blir").click()
    expect(page.get_by_text("Säg vad kolumnen är: ”Antal besökare”")).to_be_visible()
    pick_option(page.get_by_role("combobox", name="Antal besökare"), "Räknade")
    page.get_by_role("button", name="Visa vad det blir").click()

    expect(page.get_by_text("Blir ärenden: 2.")).to_be_visible()
    expect(page.get_by_text("”massor” är inget antal")).to_be_visible()
    expect(page.get_by_text("Nya platser: Norra parken")).to_be_visible()
    page.get_by_role("button", name="Lagra 2 ärenden").click()
    expect(page.get_by_text("Lagrade ärenden: 2.")).to_be_visible()

    page.get_by_role("link", name="Visa tidigare evenemang").click()
    expect(page.get_by_text("v. 34 2022 · Norra parken")).to_be_visible()
    page.get_by_role("link", name="Ljusafton").click()
    expect(page.get_by_text("Räknade besök enligt listan: 1 200")).to_be_visible()
    expect(page.get_by_text("Kö ut på gatan")).to_be_visible()
    expect(page.get_by_role("link", name="Skördefest")).to_be_visible()  # at the same place, before

    _read_again(page, server, tmp_path)
    page.get_by_role("button", name="Ta tillbaka en inläst lista").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Ärenden som återställs: 1.")).to_be_visible()
    dialog.get_by_role("button", name="Ta tillbaka uppdateringen").click()
    expect(page.get_by_text("Uppdateringen är tillbakatagen.")).to_be_visible()

    page.get_by_role("button", name="Ta tillbaka en inläst lista").click()
    expect(dialog.get_by_text("Ärenden: 2. Platser: 1.")).to_be_visible()
    dialog.get_by_role("button", name="Ta tillbaka listan").click()
    expect(page.get_by_text("Listan är tillbakatagen. Ärenden: 2.")).to_be_visible()


def _read_again(page: Page, server: str, folder: Path) -> None:
    """Read the mended list again: one of two cells is chosen, and the other stands as it was."""
    mended = (*ROWS[:2], (*ROWS[2][:3], 1350, "Kö ut på <i>gatan</i>"), ROWS[3])
    say_who(page, server, then="/las-in-lista")
    choose_file(page, lista(folder, mended))
    page.get_by_role("button", name="Visa vad det blir").click()

    expect(page.get_by_role("heading", name="Listan säger något annat")).to_be_visible()
    row = page.locator(".st-key-skillnad-rad-3")
    expect(row.get_by_text("Kö ut på <i>gatan</i>")).to_be_visible()
    expect(page.get_by_role("button", name="Ta in 0 ändringar")).to_be_disabled()
    row.get_by_role("radiogroup", name="Antal besökare, rad 3").get_by_text("Ta in").click()
    expect(page.get_by_text("Valda: 1. Lämnas: 0. Inte valda: 1.")).to_be_visible()
    page.get_by_role("button", name="Ta in en ändring").click()

    expect(page.get_by_text("Uppdaterade ärenden: 1.")).to_be_visible()
    expect(row.get_by_text("Kö ut på gatan", exact=True)).to_be_visible()
    expect(row.get_by_text("1350")).to_have_count(0)


def test_a_file_that_is_no_list_is_refused_with_what_to_do(page: Page, server: str, tmp_path: Path) -> None:
    file = tmp_path / "bild.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    say_who(page, server, then="/las-in-lista")

    choose_file(page, file)

    expect(page.get_by_text("Spara listan som en av dem.")).to_be_visible()
    expect(page.get_by_role("button", name="Visa vad det blir")).to_have_count(0)
