"""Arbetsbok as it is used: fetching the file, and reading who did what."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from evenemang.bootstrap import Opened, open_data
from evenemang.flow.books import FURTHEST
from evenemang.flow.on_site import NoteInLog
from evenemang.flow.storing import REGISTER
from tests.conftest import DESK, PHONE
from tests.filled_in import Filled
from tests.pages.grounds import SARA, Grounds, open_grounds


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grounds]:
    with open_grounds(tmp_path_factory.mktemp("grounds")) as found:
        yield found


def test_the_workbook_is_fetched_whole_and_the_folder_says_whether_it_is_fresh(
    grounds: Grounds, page: Page, tmp_path: Path
) -> None:
    dossier = grounds.event("Bokfesten")
    grounds.visit(page, dossier, "arbetsbok")

    with page.expect_download() as fetched:
        page.get_by_role("button", name="Hämta arbetsboken nu").click()

    fetched.value.save_as(tmp_path / "bok.xlsx")
    book = load_workbook(tmp_path / "bok.xlsx")
    assert "Sammanfattning" in book.sheetnames
    for _ in range(20):
        if page.get_by_role("heading", name="Arbetsboken är aktuell").count():
            break
        grounds.visit(page, dossier, "arbetsbok")
    expect(page.get_by_text("Filen i mappen innehåller allt som är sparat")).to_be_visible()


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_the_organisers_copy_is_fetched_under_a_name_fit_for_a_mail(
    grounds: Grounds, open_page: Callable[..., Page], tmp_path: Path, viewport: dict[str, int]
) -> None:
    dossier = grounds.event("Brevfesten")
    page = open_page(viewport=viewport)
    grounds.visit(page, dossier, "arbetsbok")

    with page.expect_download() as fetched:
        page.get_by_role("button", name="Arrangörens exemplar").click()

    fetched.value.save_as(tmp_path / "exemplar.xlsx")
    assert fetched.value.suggested_filename.endswith(", till arrangören.xlsx")
    assert load_workbook(tmp_path / "exemplar.xlsx").sheetnames[1:3] == ["Utvärdering", "Frågor"]


def test_the_dossier_is_fetched_on_paper_for_the_binder_and_open_for_the_diary(
    grounds: Grounds, page: Page, tmp_path: Path
) -> None:
    dossier = grounds.event("Pärmfesten")
    grounds.visit(page, dossier, "arbetsbok")

    for called in ("PDF för pärmen", "Öppen PDF för diariet"):
        with page.expect_download() as fetched:
            page.get_by_role("button", name=called).click()
        fetched.value.save_as(tmp_path / "papper.pdf")
        assert fetched.value.suggested_filename.endswith(".pdf")
        assert (tmp_path / "papper.pdf").read_bytes().startswith(b"%PDF-")


def test_a_file_changed_by_hand_is_named_with_when_and_can_be_fetched(
    grounds: Grounds, page: Page, tmp_path: Path
) -> None:
    dossier = grounds.event("Handfesten")
    opened = open_data(grounds.data)
    opened.write_workbooks()
    file = written(opened, dossier)
    book = load_workbook(file)
    book["Underlag"]["A1"] = "Skrivet i <b>Excel</b>"
    heading = next(one for row in book["Åtgärder"].iter_rows() for one in row if one.value == "Åtgärd")
    book["Åtgärder"].cell(heading.row + 1, heading.column).value = "Ring vakterna"
    book.save(file)
    grounds.workspace.do(dossier, NoteInLog(what="Allt är lugnt"), SARA)
    for _ in range(100):
        opened.write_workbooks()
        if opened.store.returns("dossier", dossier):
            break

    grounds.visit(page, dossier, "arbetsbok")

    expect(page.get_by_role("heading", name="Arbetsboken är ändrad för hand")).to_be_visible()
    expect(page.get_by_text(f"{file.name}, sparad")).to_be_visible()
    with page.expect_download() as fetched:
        page.get_by_role("button", name="Hämta den ändrade filen").click()
    fetched.value.save_as(tmp_path / "retur.xlsx")
    assert load_workbook(tmp_path / "retur.xlsx")["Underlag"]["A1"].value == "Skrivet i <b>Excel</b>"

    page.get_by_role("button", name="Visa vad som skiljer").click()
    expect(page.get_by_text("Ring vakterna")).to_be_visible()
    expect(page.get_by_role("button", name="Ta in 0 ändringar")).to_be_visible()

    page.get_by_role("button", name="Klar med filen").click()
    page.get_by_role("button", name="Avsluta filen").click()
    expect(page.get_by_text("Skriv varför du är klar med filen")).to_be_visible()
    page.get_by_label("Varför är du klar med filen?").fill("Vakterna är <b>redan</b> ringda")
    page.get_by_role("button", name="Avsluta filen").click()
    expect(page.get_by_text("Avslutade filer (1)")).to_be_visible()
    expect(page.get_by_role("heading", name="Arbetsboken är ändrad för hand")).not_to_be_visible()
    page.get_by_text("Avslutade filer (1)").click()
    expect(page.get_by_role("button", name="Hämta den ändrade filen")).to_be_visible()
    (one,) = opened.store.returns("dossier", dossier)
    assert (grounds.data / one.path).is_file()
    assert opened.store.journal("dossier", dossier)[-1].deed.after == "Vakterna är <b>redan</b> ringda"


def test_a_register_changed_by_hand_is_told_on_the_first_page_and_taken_in_cell_by_cell(
    grounds: Grounds, page: Page
) -> None:
    opened, dossier = open_data(grounds.data), grounds.event("Registerfesten")
    opened.write_workbooks()
    file = grounds.data / "workbooks" / "register" / "Platser.xlsx"
    book = Filled(file.read_bytes())
    book.write("Platser", "Torget", "Plats", "Stora <i>torget</i>")
    book.write("Delområden", "Torget", "Anteckning", "Ring Eva Ek, 900101-0017")
    file.write_bytes(book.content())
    for _ in range(100):
        opened.store.restale("place", REGISTER)
        opened.write_workbooks()
        if opened.store.returns("place", REGISTER):
            break

    grounds.visit(page, dossier, "underlag")  # as Sara
    page.goto(grounds.address)
    page.get_by_role("link", name="Ändrad för hand: Platser.xlsx").click()
    expect(page.get_by_role("heading", level=1, name="Register som är ändrade för hand")).to_be_visible()
    page.get_by_role("button", name="Visa vad som skiljer").click()
    expect(page.get_by_text("Stora <i>torget</i>")).to_be_visible()
    expect(page.get_by_role("button", name="Ta in 0 ändringar")).to_be_visible()
    page.get_by_role("radiogroup", name="bladet Delområden").get_by_text("Ta in", exact=True).click()
    page.get_by_role("button", name="Ta in en ändring").click()
    expect(page.get_by_text("Ändringar intagna ur Platser.xlsx: 1.")).to_be_visible()
    expect(page.get_by_text("ett personnummer (”900101-0017”)")).to_be_visible()
    expect(page.get_by_text("Stora <i>torget</i>")).to_be_visible()  # is left, and is offered still

    page.get_by_role("button", name="Klar med filen").click()
    page.get_by_label("Varför är du klar med filen?").fill("Namnet är fel")
    page.get_by_role("button", name="Avsluta filen").click()
    expect(page.get_by_text("Avslutade filer (1)")).to_be_visible()
    expect(page.get_by_text("Ingen fil väntar.")).to_be_visible()
    rows = [one.deed for one in opened.store.journal("place", "torget")]
    assert [(one.operation, one.by) for one in rows[-2:]] == [
        ("take-register-return", "Sara Lind"),
        ("settle-return", "Sara Lind"),
    ]


def test_a_file_that_is_open_elsewhere_is_told_and_nothing_is_lost(grounds: Grounds, page: Page) -> None:
    dossier = grounds.event("Öppna festen")
    store = grounds.workspace.store
    written(open_data(grounds.data), dossier)
    held = False
    while not held:  # the server may be writing it at this very moment
        store.restale("dossier", dossier)
        now = datetime.now(UTC)
        lease = store.lease(now, 8)
        if lease and lease.record == dossier:
            store.postpone(lease, now + 0.9 * FURTHEST, "open", now)
        held = store.book("dossier", dossier).held is not None

    grounds.visit(page, dossier, "arbetsbok")

    expect(page.get_by_role("heading", name="Arbetsboken går inte att skriva just nu")).to_be_visible()
    expect(page.get_by_text("Filen är öppen i ett annat program, till exempel Excel")).to_be_visible()
    expect(page.get_by_text("Inget är förlorat")).to_be_visible()


def written(opened: Opened, dossier: str) -> Path:
    """Return the workbook in the folder, once whoever is first has written it."""
    while (file := opened.workbook_file(dossier)) is None:
        opened.write_workbooks()
    return file
