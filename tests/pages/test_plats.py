"""På plats as it is used: standing, with one thumb, on a phone."""

from collections.abc import Callable, Iterator
from time import monotonic

import pytest
from playwright.sync_api import Locator, Page, expect

from evenemang.domain.checklist import NOT_RELEVANT
from evenemang.domain.incident import FORESEEN_BY_NONE
from evenemang.flow.counting import NamedEntrance, SetCounter
from evenemang.flow.day_planning import AgreeStop, NotePhone
from evenemang.flow.editions import EditionOf, open_edition
from evenemang.flow.on_site import LogIncident
from evenemang.flow.rounds import AnswerInRound, BeginRound, asked_on_round
from tests.conftest import PHONE
from tests.pages.grounds import PATIENCE, SARA, Grounds, open_grounds
from tests.pages.visiting import pick_option


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grounds]:
    with open_grounds(tmp_path_factory.mktemp("grounds")) as found:
        yield found


def _plus(page: Page) -> Locator:
    return page.locator(".st-key-rakna-knappar").get_by_test_id("stNumberInputStepUp")


def _nothing_is_told_as_unsaved(page: Page) -> None:
    end = monotonic() + PATIENCE / 1000
    while "utkast|" in page.evaluate("JSON.stringify(sessionStorage)") and monotonic() < end:
        page.wait_for_timeout(200)  # our policy refuses the function that playwright would wait for
    assert "utkast|" not in page.evaluate("JSON.stringify(sessionStorage)")


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
    _nothing_is_told_as_unsaved(page)


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


def test_an_incident_is_closed_only_with_cause_measure_owner_and_what_foresaw_it(
    grounds: Grounds, page: Page
) -> None:
    dossier = grounds.event("Stängfesten")
    grounds.workspace.do(dossier, LogIncident(type="injury", severity=2, what="Fall vid kabelbro"), SARA)
    grounds.visit(page, dossier, "plats")
    page.get_by_text("Fyll i eller rätta").click()
    form = page.locator("[class*=st-key-rad-handelse-I1]")

    form.get_by_text("Händelsen är utredd: stäng den").click()
    form.get_by_label("Varför hände det?").fill("Kabelbron låg i skugga")
    form.get_by_role("button", name="Spara").click()
    told = page.get_by_text("Kvar att fylla i: åtgärd, ansvarig")
    expect(told).to_be_in_viewport()
    form.get_by_label("Vad görs för att det inte ska hända igen?").fill("Ljus vid bron")
    form.get_by_role("combobox", name="Ansvarig").fill("Jonas Berg")
    form.get_by_role("combobox", name="Ansvarig").press("Enter")
    pick_option(form.get_by_role("combobox", name="Hade någon risk förutsett det?"), "Ingen risk förutsåg")
    form.get_by_role("button", name="Spara").click()

    expect(page.get_by_role("heading", name="1 händelse, stängd")).to_be_visible()
    incident = grounds.dossier(dossier).incident("I1")
    assert incident.closed == grounds.workspace.now().date()
    assert (incident.cause, incident.foreseen) == ("Kabelbron låg i skugga", FORESEEN_BY_NONE)
    assert (incident.measure, incident.owner) == ("Ljus vid bron", "Jonas Berg")


def test_the_day_log_takes_a_line_and_a_decision_with_who_took_it(grounds: Grounds, phone: Page) -> None:
    dossier = grounds.event("Beslutsfesten")
    page = grounds.visit(phone, dossier, "plats", "&vy=dagbok")

    page.get_by_label("Vad händer nu?").fill("Grindarna öppnas")
    page.get_by_role("button", name="Skriv i dagboken").tap()
    expect(page.get_by_role("heading", name="1 rad i dagboken")).to_be_visible()
    page.get_by_label("Vad händer nu?").fill("Insläppet stoppas")
    page.get_by_text("Det är ett beslut").tap()
    expect(page.get_by_role("combobox", name="Vem beslutade?")).to_have_value(SARA.name)
    page.get_by_role("button", name="Skriv i dagboken").tap()

    expect(page.get_by_role("heading", name="2 rader i dagboken, 1 beslut")).to_be_visible()
    first, second = grounds.dossier(dossier).day_log
    assert (first.what, first.kind) == ("Grindarna öppnas", "note")
    assert (second.what, second.kind, second.decided_by) == ("Insläppet stoppas", "decision", SARA.name)


def test_a_round_is_walked_one_question_at_a_time_and_a_deviation_is_an_action_at_once(
    grounds: Grounds, phone: Page
) -> None:
    dossier = grounds.event("Rondfesten")
    page = grounds.visit(phone, dossier, "plats", "&vy=rond")

    page.get_by_role("radio", name="Genomförande").tap()
    expect(page.get_by_text("frågor, en i taget")).to_be_visible()
    page.get_by_role("button", name="Påbörja rond").tap()
    asked = page.get_by_role("heading", level=2)
    expect(page.get_by_text("Fråga 1 av")).to_be_visible()
    first = asked.first.inner_text()
    page.get_by_role("radio", name="Ja", exact=True).tap()
    expect(page.get_by_text("Fråga 2 av")).to_be_visible()
    expect(asked.first).not_to_have_text(first)
    page.get_by_role("radio", name="Nej", exact=True).tap()
    expect(page.get_by_text("Åtgärd A1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    (action,) = grounds.dossier(dossier).actions
    assert (action.phase, action.status, action.owner) == ("running", "proposed", None)
    page.get_by_role("button", name="Bestäm åtgärden").tap()
    expect(page.get_by_text("Beslutad · Sara Lind (du)")).to_be_visible()
    page.get_by_role("button", name="Nästa").tap()
    expect(page.get_by_text("Fråga 3 av")).to_be_visible()
    page.get_by_role("button", name="Till alla ronder").tap()
    expect(page.get_by_role("heading", name="Pågår nu: 1")).to_be_visible()

    found = grounds.dossier(dossier)
    assert found.actions[0].status == "decided"
    assert found.actions[0].question in found.assessment.answers
    assert found.rounds[0].is_going


def test_taps_on_two_phones_are_all_counted_and_the_level_is_told_in_word_and_number(
    grounds: Grounds, phone: Page, open_page: Callable[..., Page]
) -> None:
    dossier = grounds.event("Räknefesten", days=0)
    ways = (NamedEntrance(name="Norr"), NamedEntrance(name="Söder"))
    counter = SetCounter(
        called="Scenen", holds=20, because="Provet", watch=80, stop=95, decides="Jonas Berg", entrances=ways
    )
    grounds.workspace.do(dossier, counter, SARA)
    north = grounds.visit(phone, dossier, "plats", "&vy=rakna&ingang=E1")
    south = grounds.visit(open_page(viewport=PHONE), dossier, "plats", "&vy=rakna&ingang=E2")
    inside = [page.get_by_test_id("stMetricValue") for page in (north, south)]
    for each in inside:
        expect(each).to_have_text("0 av 20")

    for _ in range(8):  # as fast as they can be pressed: the server has not answered in between
        for page in (north, south):
            _plus(page).dispatch_event("click")
    south.locator(".st-key-rakna-knappar").get_by_test_id("stNumberInputStepDown").click()

    for each in inside:
        expect(each).to_have_text("15 av 20")
    told = north.locator(".st-key-kort-inne")
    expect(told).to_contain_text("Lugnt")
    _plus(north).click()
    expect(told).to_contain_text("Bevaka")
    expect(told).to_contain_text("80 % av högsta antalet. 3 kvar till stopp.")
    (count,) = grounds.dossier(dossier).counts
    assert (count.inside, count.tally("E1").came, count.tally("E2").went) == (16, 9, 1)


def test_the_first_counter_is_counted_with_at_once_and_its_level_stays_in_sight(
    grounds: Grounds, phone: Page
) -> None:
    page = grounds.visit(phone, grounds.event("Första räknaren", days=0), "plats", "&vy=rakna")
    for field, text in (("Vad räknas?", "Torget"), ("Högsta antal personer", "10"), ("Ingångar", "Norr")):
        page.get_by_label(field).fill(text)
    for field, share in (("Var kommer talet ifrån", "Prov"), ("Bevaka vid", "80"), ("Stopp vid", "95")):
        page.get_by_label(field).fill(share)
    page.get_by_role("button", name="Spara räknaren").tap()

    for _ in range(9):
        _plus(page).tap()
    expect(page.locator(".st-key-rakna-knappar")).to_contain_text("9 av 10")
    told = page.locator(".st-key-rakna-knappar").get_by_text("Stoppa insläppet")
    expect(told).to_be_in_viewport()


def test_a_counter_and_a_number_of_last_time_are_taken_over_by_a_tap_each(
    grounds: Grounds, phone: Page
) -> None:
    before = grounds.event("Förra festen")
    ways = (NamedEntrance(name="Norr"),)
    counter = SetCounter(called="Torget", holds=50, because="Provet", watch=80, stop=95, entrances=ways)
    grounds.workspace.do(before, counter, SARA)
    grounds.workspace.do(before, NotePhone(who="Vakter", number="070-111 22 33"), SARA)
    now = open_edition(grounds.workspace, EditionOf(previous=before), SARA).record.id

    page = grounds.visit(phone, now, "plats", "&vy=rakna")
    page.get_by_role("button", name="Använd Torget igen").tap()
    expect(page.get_by_test_id("stMetricValue")).to_have_text("0 av 50")
    page.get_by_role("radio", name="Dagen", exact=True).tap()
    page.get_by_role("button", name="Stämmer, lägg till 070-111 22 33").tap()
    expect(page.get_by_role("link", name="070-111 22 33")).to_have_attribute("href", "tel:0701112233")

    (kept,) = grounds.dossier(now).counters
    assert (kept.because, kept.agreed.by) == ("Som Förra festen: Provet", SARA.name)


def test_a_round_that_was_left_open_is_ended_after_a_reload(grounds: Grounds, phone: Page) -> None:
    dossier = grounds.event("Omladdningen")
    grounds.workspace.do(dossier, BeginRound(phase="running"), SARA)
    asked = asked_on_round(grounds.workspace.read(grounds.dossier(dossier)), "running")
    for one in asked[:-1]:
        answer = AnswerInRound(round="W1", question=one.id, value=NOT_RELEVANT, comment="Prov")
        grounds.workspace.do(dossier, answer, SARA)
    page = grounds.visit(phone, dossier, "plats", "&vy=rond&rond=W1")

    page.get_by_role("radio", name="Ja", exact=True).tap()
    page.get_by_role("button", name="Avsluta ronden").tap()

    expect(page.get_by_role("heading", name="Gångna ronder: 1")).to_be_visible()


def test_a_stop_is_asked_for_and_who_decides_is_told(grounds: Grounds, phone: Page) -> None:
    dossier = grounds.event("Stoppfesten", days=0)
    agreed = AgreeStop(stop="crowds.density", decides="Jonas Berg")
    grounds.workspace.do(dossier, agreed, SARA)
    page = grounds.visit(phone, dossier, "plats", "&vy=stopp")

    page.get_by_role("button", name="Begär stopp").tap()
    expect(page.get_by_text("Välj först vad det gäller.")).to_be_in_viewport()
    row = page.locator("[class*=st-key-rad-stopp-crowds]")
    expect(row).to_contain_text("stopp vid 4 personer/m²")
    expect(row).to_contain_text("Beslutar: Jonas Berg")
    page.get_by_role("radio", name="Täthet där det är som trängst").tap()
    page.get_by_role("button", name="Begär stopp").tap()

    expect(page.get_by_text("Ring nu den som beslutar: Jonas Berg")).to_be_in_viewport()
    assert grounds.dossier(dossier).day_log[-1].stop == "crowds.density"


def test_the_sheets_are_one_tap_away_and_the_code_opens_the_page(grounds: Grounds, phone: Page) -> None:
    dossier = grounds.event("Bladfesten", days=0)
    page = grounds.visit(phone, dossier, "plats")

    for name in ("Dagens blad", "Tomt tillbudsblad"):
        with page.expect_download() as fetched:
            page.get_by_role("button", name=name).tap()
        assert fetched.value.path().read_bytes().startswith(b"%PDF")
    page.get_by_text("QR-kod hit").tap()
    expect(page.get_by_role("img", name="QR-kod till På plats")).to_be_visible()
    address = page.get_by_test_id("stCode").inner_text().strip()
    assert address == f"{grounds.address}/arende?id={dossier}&steg=plats"


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
