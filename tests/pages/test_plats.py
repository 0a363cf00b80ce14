"""På plats as it is used: standing, with one thumb, on a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from evenemang.domain.incident import FORESEEN_BY_NONE
from evenemang.flow.on_site import LogIncident
from tests.pages.grounds import SARA, Grounds, open_grounds
from tests.pages.visiting import pick_option


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grounds]:
    with open_grounds(tmp_path_factory.mktemp("grounds")) as found:
        yield found


def _save(page: Page) -> Locator:
    return page.get_by_role("button", name="Spara tillbud")


def test_a_near_miss_is_logged_with_a_thumb_in_five_taps(grounds: Grounds, phone: Page) -> None:
    dossier = grounds.event("Tillbudsfesten")
    page = grounds.visit(phone, dossier, "plats")

    page.get_by_role("radio", name="Trängsel").tap()
    page.get_by_role("radio", name="Tillbud", exact=True).last.tap()
    page.get_by_role("radio", name="Entrén").tap()
    page.get_by_label("Kort om vad").tap()
    page.keyboard.type("Kön stod *still* vid entrén")
    _save(page).tap()

    expect(page.get_by_role("heading", name="1 händelse, 1 att fylla i och stänga")).to_be_visible()
    expect(page.get_by_text("Kön stod *still* vid entrén")).to_be_visible()
    expect(page.get_by_label("Kort om vad").first).to_have_value("")
    (incident,) = grounds.dossier(dossier).incidents
    assert (incident.type, incident.severity, incident.zone) == ("crowding", 0, "torget/entren")
    assert incident.noted.by == "Sara Lind"


def test_the_buttons_of_the_form_are_large_enough_for_a_thumb(grounds: Grounds, phone: Page) -> None:
    page = grounds.visit(phone, grounds.event("Tumfesten"), "plats")

    for button in [*page.get_by_role("radio").all(), _save(page)]:
        box = button.bounding_box()
        assert box, "a button is not shown"
        assert box["height"] >= 40, button.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_what_is_left_to_fill_in_is_said_and_what_was_typed_stays(grounds: Grounds, phone: Page) -> None:
    dossier = grounds.event("Halvfesten")
    page = grounds.visit(phone, dossier, "plats")

    page.get_by_label("Kort om vad").fill("En mast lutade")
    page.get_by_role("radio", name="Fler").tap()
    page.get_by_role("radio", name="El", exact=True).tap()
    _save(page).tap()

    expect(page.get_by_text("Kvar att fylla i: hur allvarligt.")).to_be_visible()
    expect(page.get_by_label("Kort om vad")).to_have_value("En mast lutade")
    assert grounds.dossier(dossier).incidents == ()
    page.get_by_role("radio", name="Allvarlig", exact=True).tap()
    _save(page).tap()
    expect(page.get_by_role("heading", name="1 händelse, 1 att fylla i och stänga")).to_be_visible()
    assert grounds.dossier(dossier).incidents[0].type == "power"


def test_an_incident_is_closed_only_when_its_cause_or_measure_is_told(grounds: Grounds, page: Page) -> None:
    dossier = grounds.event("Stängfesten")
    grounds.workspace.do(dossier, LogIncident(type="injury", severity=2, what="Fall vid kabelbro"), SARA)
    grounds.visit(page, dossier, "plats")
    page.get_by_text("Fyll i eller rätta").click()
    form = page.locator("[class*=st-key-rad-handelse-I1]")

    form.get_by_text("Händelsen är utredd: stäng den").click()
    form.get_by_role("button", name="Spara").click()
    expect(form.get_by_role("alert")).to_contain_text("behöver ett skäl")
    form.get_by_label("Varför hände det?").fill("Kabelbron låg i skugga")
    pick_option(form.get_by_role("combobox", name="Hade någon risk förutsett det?"), "Ingen risk förutsåg")
    form.get_by_role("button", name="Spara").click()

    expect(page.get_by_role("heading", name="1 händelse, stängd")).to_be_visible()
    incident = grounds.dossier(dossier).incident("I1")
    assert incident.closed == grounds.workspace.now().date()
    assert (incident.cause, incident.foreseen) == ("Kabelbron låg i skugga", FORESEEN_BY_NONE)


def test_the_day_log_takes_a_line_and_a_round_what_was_seen(grounds: Grounds, phone: Page) -> None:
    dossier = grounds.event("Rondfesten")
    page = grounds.visit(phone, dossier, "plats")

    page.get_by_role("radio", name="Dagbok").tap()
    page.get_by_label("Vad händer nu?").fill("Grindarna öppnas")
    page.get_by_role("button", name="Skriv i dagboken").tap()
    expect(page.get_by_role("heading", name="1 rad i dagboken")).to_be_visible()
    page.get_by_role("radio", name="Gå rond").tap()
    page.get_by_role("radio", name="Uppbyggnad").tap()
    page.get_by_label("Vad såg ni?").fill("Utgången är fri")
    page.get_by_role("button", name="Spara rond").tap()

    expect(page.get_by_role("heading", name="Gångna ronder: 1")).to_be_visible()
    found = grounds.dossier(dossier)
    assert [line.what for line in found.day_log] == ["Grindarna öppnas"]
    assert [(one.phase, one.note) for one in found.rounds] == [("build-up", "Utgången är fri")]
    page.get_by_role("radio", name="Villkor").tap()
    expect(page.get_by_role("heading", name="Inget ställningstagande än")).to_be_visible()


def test_a_personal_number_or_an_illness_is_told_of_where_it_was_written(
    grounds: Grounds, page: Page
) -> None:
    dossier = grounds.event("Uppgiftsfesten")
    grounds.workspace.do(dossier, LogIncident(type="illness", severity=2, what="Yrsel i kön"), SARA)
    grounds.visit(page, dossier, "plats")
    told = page.get_by_role("alert").filter(has_text="Det är sparat, men texten ser ut att innehålla")

    page.get_by_text("Fyll i eller rätta").click()
    form = page.locator("[class*=st-key-rad-handelse-I1]")
    form.get_by_label("Varför hände det?").fill("Anna Berg har epilepsi")
    form.get_by_role("button", name="Spara").click()
    expect(told).to_contain_text(
        "en sjukdom eller diagnos hos någon som nämns vid namn (”Anna Berg … epilepsi”)"
    )
    page.get_by_text("Dagbok", exact=True).click()
    page.get_by_label("Vad händer nu?").fill("Borttappad: 811218-9876")
    page.get_by_role("button", name="Skriv i dagboken").click()
    expect(told).to_contain_text("ett personnummer (”811218-9876”)")
    page.get_by_label("Vad händer nu?").fill("Barnet är återfunnet")
    page.get_by_role("button", name="Skriv i dagboken").click()

    expect(page.get_by_role("heading", name="2 rader i dagboken")).to_be_visible()
    expect(told).to_have_count(0)
    assert grounds.dossier(dossier).incident("I1").cause == "Anna Berg har epilepsi"
    log = (grounds.data.parent / "server.log").read_text("utf-8")
    assert "811218" not in log
    assert "epilepsi" not in log
