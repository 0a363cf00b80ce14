"""Permits and the time plan as a coordinator meets them: what is needed, by when, and what is too late."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from evenemang.domain.event import Occasion
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.planning import AddAction
from evenemang.flow.rescheduling import MoveEvent
from tests.pages.matter import SARA, Hall, Matter, dialog, matters, press, write
from tests.pages.visiting import choose

FACTS = {"kind": "market", "public_place": True, "food": True, "alcohol": False, "rides": False}


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with matters(tmp_path_factory.mktemp("tidplan")) as found:
        yield found


def market(hall: Hall, name: str, in_days: int) -> Matter:
    first = today(hall) + timedelta(days=in_days)
    new = NewDossier(name=name, occasions=(Occasion(date=first, starts="10:00", ends="18:00"),), facts=FACTS)
    return Matter(hall.address, hall.workspace, open_dossier(hall.workspace, new, SARA).record.id)


def today(hall: Hall) -> date:
    return hall.workspace.now().date()


def row(page: Page, permit: str) -> Locator:
    return page.locator(f".st-key-post-tillstand-{permit}")


def part(page: Page, event: Matter, name: str) -> None:
    event.open(page, "underlag")
    choose(page, name)


def test_what_is_too_late_on_day_one_says_so_and_what_is_left_of_the_laws_time(
    hall: Hall, page: Page
) -> None:
    event = market(hall, "Hastig marknad", 20)
    part(page, event, "Tillstånd")

    found = row(page, "gathering-permit")
    expect(found).to_contain_text("För sent, 40\u00a0dagar")
    expect(found).to_contain_text("Att göra")
    expect(found).to_contain_text("(T−60)")
    expect(found).to_contain_text("redan när ärendet öppnades")
    expect(found).to_contain_text("Lagens egen tid går ut")
    expect(found).to_contain_text("Därför: Vilket slags evenemang är det? Marknad.")
    expect(row(page, "food")).to_contain_text("om 6 dagar")
    expect(row(page, "food")).not_to_contain_text("För sent")


def test_a_time_says_its_source_and_when_it_is_from_memory(hall: Hall, page: Page) -> None:
    event = market(hall, "Källmarknad", 200)
    part(page, event, "Tillstånd")

    found = row(page, "public-place")
    found.get_by_text("Vad som krävs").click()

    expect(found).to_contain_text("45 kalenderdagar före, egen bedömning")
    expect(found).to_contain_text("ingen publicerad siffra")
    expect(found).to_contain_text("ur minnet, inte kontrollerad")
    expect(found).to_contain_text("Polisen, sedan kommunen har yttrat sig")


def test_a_permit_is_noted_by_a_person_and_stays_late_by_as_much(hall: Hall, page: Page) -> None:
    event = market(hall, "Sen marknad", 10)
    part(page, event, "Tillstånd")
    press(row(page, "food"), "Anteckna")
    form = dialog(page)
    expect(form.get_by_label("Vad ska sökas eller anmälas?")).to_have_value(
        "Registrering av livsmedelsverksamhet"
    )

    form.get_by_test_id("stDateInputField").first.click()
    page.keyboard.type(today(hall).strftime("%Y%m%d"))
    page.keyboard.press("Escape")
    press(form, "Spara tillståndet")
    expect(form.get_by_text("läget är ”ej sökt”")).to_be_visible()
    form.get_by_role("combobox", name="Hur långt har det kommit?").click()
    page.get_by_role("option", name="Sökt", exact=True).click()
    press(form, "Spara tillståndet")

    expect(form).to_be_hidden()
    done = page.locator(".st-key-lista-tillstand-klara .st-key-post-tillstand-food")
    expect(done).to_contain_text("Inlämnat 4\u00a0dagar för sent")
    expect(done).to_contain_text("Sökt")
    (kept,) = event.dossier.permits
    assert (kept.permit, kept.filed, kept.outcome) == ("food", today(hall), "applied")


def test_a_permit_is_set_aside_with_a_reason_and_taken_up_again(hall: Hall, page: Page) -> None:
    event = market(hall, "Registrerad marknad", 100)
    part(page, event, "Tillstånd")
    press(row(page, "food"), "Behövs inte")
    form = dialog(page)
    press(form, "Behövs inte")
    expect(form.get_by_text("behöver ett skäl")).to_be_visible()
    write(form.get_by_label("Varför behövs det inte"), "Alla *säljare* är registrerade.")
    press(form, "Behövs inte")

    expect(form).to_be_hidden()
    aside = page.locator(".st-key-lista-tillstand-behovs-inte .st-key-post-tillstand-food")
    expect(aside).to_contain_text("Alla *säljare* är registrerade. Angivet av Sara Lind")
    press(aside, "Ta upp igen")
    again = page.locator(".st-key-lista-tillstand-sok .st-key-post-tillstand-food")
    expect(again.get_by_role("button", name="Ändra")).to_be_visible()
    assert event.dossier.permits_not_needed == ()


def test_what_is_open_waits_for_its_fact_and_leads_there(hall: Hall, page: Page) -> None:
    event = market(hall, "Öppen marknad", 100)
    part(page, event, "Tillstånd")
    page.get_by_text("Inte känt än (").click()

    expect(row(page, "flammable-gas")).to_contain_text("Inte känt än: Används gasol")
    press(page, "Fyll i uppgifterna")
    expect(page.get_by_role("radio", name="Uppgifter")).to_be_checked()


def test_the_time_plan_is_reached_from_the_actions_and_shows_both_by_day(hall: Hall, page: Page) -> None:
    event = market(hall, "Planmarknad", 20)
    event.do(AddAction(do="Boka *kranen*", owner="Gatuenheten", due_days=-7, decided=True))
    event.open(page, "atgarder")
    page.get_by_role("link", name="Se tidplanen").click()

    expect(page.get_by_role("heading", name="som återstår är för sena")).to_be_visible()
    expect(page.get_by_role("radio", name="Tidplan")).to_be_checked()
    table = page.locator(".st-key-kort-tidplan")
    expect(table.get_by_role("row", name="Boka *kranen*")).to_contain_text("Gatuenheten")
    expect(table.get_by_role("row", name="Boka *kranen*")).to_contain_text("(T−7)")
    expect(table.get_by_role("row", name="Tillstånd för offentlig tillställning")).to_contain_text(
        "för sent, 40\u00a0dagar"
    )
    expect(page.get_by_test_id("stPlotlyChart").get_by_text("I dag")).to_be_visible()

    event.do(MoveEvent(days=100))
    page.reload()
    expect(page.get_by_role("heading", name="Närmast:")).to_be_visible()
    moved = today(hall) + timedelta(days=113)
    expect(table.get_by_role("row", name="Boka *kranen*")).to_contain_text(f"{moved.day} ")


def test_the_plan_fits_a_phone(hall: Hall, open_page: Callable[..., Page]) -> None:
    phone = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    event = market(hall, "Telefonmarknad", 20)
    part(phone, event, "Tidplan")

    expect(phone.get_by_test_id("stPlotlyChart")).to_be_visible()
    table = phone.locator(".st-key-kort-tidplan table")
    expect(table.get_by_text("för sent").first).to_be_visible()
    box = table.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 390
