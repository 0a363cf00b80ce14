"""Inställningar as an administrator meets it: name, arms, times, norms, posts, and two at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from evenemang.domain.setting import NAME
from evenemang.domain.text import LONGEST_TEXT
from evenemang.flow.assessing import KeepCalculation
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.settings.changing import name_municipality
from tests.pages.matter import SARA, Hall, Matter, dialog, matters, press, write
from tests.pages.visiting import NAME as NAMED
from tests.pages.visiting import choose, pick_option, say_who

STOP = "crowds.stop-level"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with matters(tmp_path_factory.mktemp("installningar")) as found:
        yield found


@pytest.fixture
def settings(hall: Hall, page: Page) -> Page:
    say_who(page, hall.address, then="/installningar")
    expect(page.get_by_role("heading", level=1, name="Inställningar")).to_be_visible()
    return page


def part(page: Page, name: str, heading: str) -> None:
    choose(page, name)
    expect(page.get_by_role("heading", level=2, name=heading)).to_be_visible()


def picture(name: str = "vapen.png", content: bytes | None = None) -> FilePayload:
    stream = BytesIO()
    Image.new("RGBA", (600, 720), (0, 80, 160, 255)).save(stream, "PNG")
    return {"name": name, "mimeType": "image/png", "buffer": content or stream.getvalue()}


def sourced(form: Locator) -> None:
    write(form.get_by_label("Källa, till exempel"), "Riktlinjer för evenemang")
    write(form.get_by_label("Var den finns"), "KS 2026/114")
    pick_option(form.get_by_label("Hur säker är uppgiften?"), "Hög")


def test_a_name_that_is_missing_is_asked_for_once_and_shown_at_the_top(hall: Hall, page: Page) -> None:
    say_who(page, hall.address)
    page.get_by_role("link", name="Kommunens namn är inte angivet än").click()
    expect(page.get_by_text("tillståndens tider räknas som i Alingsås")).to_be_visible()
    press(page, "Ange namnet")
    write(dialog(page).get_by_label("Kommunens namn"), "<b>Alingsås</b> kommun")
    press(dialog(page), "Spara")

    expect(page.locator(".kommun")).to_have_text("<b>Alingsås</b> kommun")
    page.goto(hall.address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("namn är inte angivet")).to_have_count(0)


def test_arms_are_a_picture_drawn_anew_and_nothing_else(hall: Hall, settings: Page) -> None:
    press(settings, "Välj vapen")
    form = dialog(settings)
    form.locator("input[type=file]").set_input_files(picture(content=SVG))
    press(form, "Spara")
    expect(form).to_contain_text("ingen hel bild i PNG eller JPEG")
    form.locator("input[type=file]").set_input_files(picture("nytt.png"))
    expect(form.get_by_text("nytt.png")).to_be_visible()
    press(form, "Spara")

    shown = settings.locator(".kommun img")
    expect(shown).to_be_visible()
    assert len((shown.get_attribute("src") or "").partition(",")[2]) <= LONGEST_TEXT


def test_two_who_name_it_at_once_both_see_what_the_other_said(hall: Hall, settings: Page) -> None:
    name_municipality(hall.workspace, "Alingsås kommun", SARA)
    settings.reload()
    press(settings, "Ändra namnet")
    write(dialog(settings).get_by_label("Kommunens namn"), "Vårgårda kommun")
    name_municipality(hall.workspace, "Herrljunga kommun", SARA)

    press(dialog(settings), "Spara")

    told = dialog(settings).get_by_text("ändrade samma sak")
    for said in ("Sara Lind", "Alingsås kommun", "Herrljunga kommun", "Vårgårda kommun"):
        expect(told).to_contain_text(said)
    press(dialog(settings), "Spara")
    expect(settings.locator(".kommun")).to_contain_text("Vårgårda kommun")

    settings.get_by_text("Historik (").first.click()
    rows = settings.locator("[class*=st-key-rad-setting-name-]")
    press(rows.filter(has_text="Sara Lind: Alingsås kommun"), "Sätt tillbaka")
    expect(settings.locator(".kommun")).to_contain_text("Alingsås kommun")
    assert hall.workspace.store.journal("setting", NAME)[-1].deed.by != SARA.name


def test_a_local_time_is_refused_under_the_laws_and_kept_with_its_source(hall: Hall, settings: Page) -> None:
    name_municipality(hall.workspace, "Alingsås kommun", SARA)
    part(settings, "Lokala tider", "Lokala tider för tillstånd")
    food = settings.locator(".st-key-tid-food")
    food.get_by_role("button", name="Ange lokal tid").click()
    form = dialog(settings)
    write(form.get_by_label("Kalenderdagar före"), "10")
    sourced(form)
    press(form, "Spara")
    expect(form).to_contain_text("Tiden är kortare än lagens, 14 dagar.")
    write(form.get_by_label("Kalenderdagar före"), "21")
    press(form, "Spara")

    expect(food).to_contain_text("21 kalenderdagar före, lokal tid i Alingsås")
    expect(food).to_contain_text("i stället för 14 dagar")
    expect(food).to_contain_text("Riktlinjer för evenemang, KS 2026/114")


def test_an_own_norm_stands_beside_the_verdict_that_rests_on_it(hall: Hall, settings: Page) -> None:
    part(settings, "Egna normer", "Egna normer")
    pick_option(settings.get_by_label("Välj en norm att ersätta"), "Nivå för stopp, andel")
    press(settings, "Ange egen norm")
    form = dialog(settings)
    write(form.get_by_label("Värde"), "lite")
    press(form, "Spara")
    expect(form).to_contain_text("”lite” är inget tal att räkna med.")
    write(form.get_by_label("Värde"), "0,85")
    pick_option(form.get_by_label("Vem har beslutat?"), "En myndighet")
    sourced(form)
    press(form, "Spara")
    expect(settings.locator(".st-key-norm-stop-close-share")).to_contain_text("0,85 andel · gäller från")

    new = NewDossier(name="Egen fest", areas=("crowds",), facts={"peak_visitors": 1900})
    event = Matter(hall.address, hall.workspace, open_dossier(hall.workspace, new, SARA).record.id)
    sum_ = KeepCalculation(question=STOP, calculator="crowds.stop-levels", inputs={"maximum": 1000})
    event.do(sum_)
    [kept] = event.dossier.calculations
    assert kept.outputs["stop_at"] == 850
    event.open(settings, f"checklistor&omrade=crowds&fraga={STOP}")
    settings.locator(f"[class*='rakna-{STOP.replace('.', '-')}'] summary").click()
    expect(settings.get_by_text("Kommunens egen norm säger 0,85. Riktlinjer för evenemang.")).to_be_visible()
    expect(settings.get_by_text("Egen norm, Nivå för stopp")).to_contain_text("I stället för 0,95.")


def test_a_post_out_of_use_is_offered_to_nobody(settings: Page) -> None:
    part(settings, "Funktioner", "Funktioner i och omkring gruppen")
    press(settings, "Ny funktion")
    write(dialog(settings).get_by_label("Funktionens namn"), "Kommunpolis")
    press(dialog(settings), "Spara")
    expect(settings.get_by_text("Kommunpolis", exact=True).first).to_be_visible()
    press(settings, "Ta Kommunpolis ur bruk")
    expect(settings.get_by_text("används inte längre", exact=True)).to_be_visible()

    settings.get_by_role("button", name=NAMED).click()
    expect(settings.get_by_label("Ditt namn")).to_be_visible()
    expect(settings.locator("option", has_text="Kommunpolis")).to_have_count(0)
