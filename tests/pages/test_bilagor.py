"""Attachments by phone: brought, shown small, fetched without a place, changed and removed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Download, FilePayload, Locator, Page, expect

from evenemang.flow.planning import AddAction
from tests.attachments.making import pdf, photograph
from tests.pages.grounds import PATIENCE, SARA, Grounds, open_grounds
from tests.pages.visiting import pick_option

HOSTILE = "[klicka](javascript:x) **fet** \u202egnp.exe"
NOT_OURS = {"presentation-role-conflict"}  # Streamlit's uploader, as in test_every_page


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grounds]:
    with open_grounds(tmp_path_factory.mktemp("bilagor")) as found:
        yield found


def bring(phone: Page, *files: tuple[str, bytes]) -> None:
    """Choose files one by one, each time waiting until the server has it."""
    for number, (name, content) in enumerate(files):
        chosen = FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
        with phone.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
            phone.locator("input[type=file]").set_input_files(chosen)
        expect(phone.get_by_test_id("stFileChip")).to_have_count(number + 1, timeout=PATIENCE)


def fetched(page: Page, row: Locator) -> Download:
    with page.expect_download(timeout=PATIENCE) as download:
        row.get_by_role("button", name="Hämta").click()
    return download.value


def test_pictures_and_papers_are_kept_by_phone_without_a_place(phone: Page, grounds: Grounds) -> None:
    dossier = grounds.event("Bilagedag")
    grounds.visit(phone, dossier, "underlag", "&del=Bilagor")
    keep = phone.get_by_role("button", name="Spara bilagan")
    keep.click()
    expect(phone.get_by_text("Välj en fil först")).to_be_visible()

    bring(phone, ("IMG_1.jpg", photograph((800, 600))), ("sida.pdf", b"<html><script>"), (HOSTILE, pdf()))
    keep.click()
    expect(phone.get_by_text("Säg vad det är och vem som får se den")).to_be_visible()
    pick_option(phone.get_by_label("Vad är det?"), "Bild")
    phone.get_by_label("Vad visar den?").fill("Grinden mot kajen")
    phone.get_by_role("radio", name="Intern").click()
    expect(phone.get_by_role("radio", name="Intern")).to_be_checked()
    keep.click()

    rows = phone.locator("[class*=st-key-rad-bilaga-]")
    expect(rows).to_have_count(2, timeout=PATIENCE)
    expect(phone.get_by_text("sida.pdf går inte att bifoga: den är en webbsida")).to_be_visible()
    expect(rows.first).to_contain_text("Grinden mot kajen")
    expect(rows.nth(1)).to_contain_text("x) **fet** gnp.exe")
    small = rows.first.get_by_role("img", name="Grinden mot kajen")
    expect(small).to_be_visible()
    assert small.evaluate("one => one.naturalHeight") == 320
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    found = [one["id"] for one in Axe().run(phone).response["violations"] if one["id"] not in NOT_OURS]
    assert found == []

    _fetched_changed_and_removed(phone, rows, grounds, dossier)


def _fetched_changed_and_removed(phone: Page, rows: Locator, grounds: Grounds, dossier: str) -> None:
    picture, paper = fetched(phone, rows.first), fetched(phone, rows.nth(1))
    assert picture.suggested_filename == "IMG_1.jpg"
    assert paper.suggested_filename == "[klicka](javascript x) fet gnp.pdf"
    assert dict(Image.open(BytesIO(Path(picture.path()).read_bytes())).getexif()) == {}

    rows.first.get_by_role("button", name="Ändra").click()
    dialog = phone.get_by_role("dialog")
    dialog.get_by_label("Namn").fill("Norra grinden")
    dialog.get_by_label("Namn").press("Tab")
    dialog.get_by_role("button", name="Spara").click()
    expect(rows.first).to_contain_text("Norra grinden", timeout=PATIENCE)

    rows.nth(1).get_by_role("button", name="Ta bort").click()
    expect(dialog).to_contain_text("raderas efter ett dygn")
    dialog.get_by_role("button", name="Ta bort").click()
    expect(rows).to_have_count(1, timeout=PATIENCE)
    kept = grounds.dossier(dossier).attachments
    assert [(one.name, one.kind, one.secrecy) for one in kept] == [("Norra grinden", "picture", "internal")]


def test_what_belongs_to_an_action_is_brought_and_fetched_beside_it(phone: Page, grounds: Grounds) -> None:
    dossier = grounds.event("Åtgärdsdag")
    grounds.workspace.do(dossier, AddAction(do="Bredda grinden"), SARA)
    grounds.visit(phone, dossier, "atgarder")
    row = phone.locator(".st-key-post-atgard-A1")
    row.get_by_role("button", name="Bifoga").click()
    dialog = phone.get_by_role("dialog")

    for file in (("foto.heic", b"\0\0\0\x18ftypheic\0\0"), ("intyg.pdf", pdf())):
        bring(phone, file)
        pick_option(dialog.get_by_label("Vad är det?"), "Intyg")
        dialog.get_by_role("radio", name="Öppen").click()
        expect(dialog.get_by_role("radio", name="Öppen")).to_be_checked()
        dialog.get_by_role("button", name="Spara bilagan").click()
        if file[0] == "foto.heic":
            expect(dialog.get_by_role("alert")).to_contain_text("en bild i formatet HEIC", timeout=PATIENCE)
            expect(phone.get_by_test_id("stFileChip")).to_have_count(0)

    expect(dialog).to_have_count(0, timeout=PATIENCE)
    expect(row).to_contain_text("intyg.pdf")
    assert fetched(phone, row).suggested_filename == "intyg.pdf"
    assert grounds.dossier(dossier).attachments[0].about == ("actions/A1",)
