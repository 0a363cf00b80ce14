"""The walk through the checklists as people do it: in a browser, two at a time, by keyboard, on a phone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from evenemang.bootstrap import open_data
from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotFound
from evenemang.domain.event import Occasion
from evenemang.domain.lesson import Concerns
from evenemang.domain.place import Place, StandingMeasure, Verification, Zone
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.learning import NewLesson, approve_lesson, note_lesson
from evenemang.flow.opening import NewDossier, SetFact, open_dossier
from evenemang.flow.operation import Operation
from evenemang.flow.scoping import ChooseDepth
from evenemang.flow.workspace import Workspace
from tests.conftest import PHONE
from tests.pages.visiting import pick_option
from tests.serving import running

SARA, JONAS = Actor(name="Sara Lind"), Actor(name="Jonas Berg")
PATIENCE = 30_000  # ms: two cores may be shared with other tests
STOP = ".st-key-fraga-crowds-stop-level"
PEOPLE = ".st-key-fraga-crowds-peak-in-zone"
DEAF = """const every = window.setInterval;
window.setInterval = (what, ms, ...more) => (ms < 3000 ? every(what, ms, ...more) : 0);"""
"""A page that does not ask what others did meanwhile: two then act as at the same moment."""
AREA = ".st-key-fraga-crowds-free-area"


@dataclass(frozen=True)
class Town:
    """A running app on a data folder with one place, and a way to open events there."""

    address: str
    workspace: Workspace

    def event(self, name: str) -> str:
        new = NewDossier(
            name=name,
            place="torget",
            zones=("torget/scenen",),
            occasions=(Occasion(date=date(2027, 8, 20), starts="12:00", ends="22:00"),),
            areas=("crowds", "traffic", "segling"),
        )
        return open_dossier(self.workspace, new, SARA).record.id

    def do(self, dossier: str, operation: Operation) -> None:
        self.workspace.do(dossier, operation, SARA)

    def answer(self, dossier: str, question: str) -> object:
        return self.workspace.dossier(dossier).record.assessment.value(question)

    def walk(self, page: Page, dossier: str, by: Actor = SARA, where: str = "") -> Page:
        page.set_default_timeout(PATIENCE)
        cookie = {"name": "namn", "value": by.name.replace(" ", "%20"), "url": self.address}
        page.context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict will do
        page.goto(f"{self.address}/arende?id={dossier}&steg=checklistor{where}")
        expect(page.get_by_role("button", name="Nästa obesvarade")).to_be_visible()
        return page


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    home = tmp_path_factory.mktemp("town")
    workspace = open_data(home / "data").workspace
    _place(workspace)
    with running(Path(home / "data"), home / "server.log") as address:
        yield Town(address, workspace)


def _place(workspace: Workspace, net_m2: float = 2600) -> None:
    measure = StandingMeasure(
        id="avstangd",
        title="Scenytan är avstängd för bilar",
        zone="scenen",
        question="traffic.through-traffic",
        decided_on=date(2023, 4, 11),
        how="Pollare",
        owner="Driften",
        verified=(Verification(on=date(2023, 12, 3), by="Driften", how="Sedd på plats"),),
    )
    zone = Zone(id="scenen", name="Scenytan", area_m2=4200, net_m2=net_m2, planning_density=2)
    torget = Place(id="torget", name="Torget", zones=(zone,), standing_measures=(measure,))
    try:
        workspace.change("place", torget.id, lambda _before: torget, SARA, "describe-place")
    except NotFound:
        workspace.keep("place", torget, SARA, "describe-place")


def _radio(question: Locator, name: str) -> Locator:
    return question.get_by_role("radio", name=name)


def test_an_answer_is_saved_when_given_and_stands_after_a_reload(town: Town, page: Page) -> None:
    dossier = town.event("Höstfesten")
    question = town.walk(page, dossier).locator(STOP)

    _radio(question, "Nej").click()

    expect(question.get_by_text("Sara Lind")).to_be_visible()
    expect(question.locator(".stMarkdownBadge")).to_contain_text("Medel 8")
    expect(page.locator(".st-key-avsnittsantal")).to_contain_text("1 av ")
    expect(page.locator(".st-key-steg-valt")).to_contain_text("1/")
    expect(page.locator(".st-key-huvud")).to_contain_text("Medel 8")
    assert town.answer(dossier, "crowds.stop-level") == "no"
    page.reload()
    expect(_radio(question, "Nej")).to_be_checked()


def test_not_relevant_waits_for_its_reason_and_can_be_undone(town: Town, page: Page) -> None:
    dossier = town.event("Vinterfesten")
    question = town.walk(page, dossier).locator(STOP)
    _radio(question, "Delvis").click()
    expect(question.get_by_text("Sparat")).to_be_visible()

    _radio(question, "Ej aktuellt").click()
    expect(question.get_by_text("Inte sparat än")).to_be_visible()
    assert town.answer(dossier, "crowds.stop-level") == "partly"
    question.get_by_label("Varför är frågan inte aktuell?").fill("Fritt inträde, ingen grind")
    question.get_by_role("button", name="Spara ej aktuellt").click()

    expect(question.get_by_text("Fritt inträde, ingen grind").first).to_be_visible()
    expect(question.get_by_text("Inte sparat än")).to_have_count(0)
    assert town.answer(dossier, "crowds.stop-level") == "not-relevant"
    question.get_by_role("button", name="Ångra").click()
    expect(_radio(question, "Delvis")).to_be_checked()


def test_a_number_is_written_as_in_swedish_and_refused_in_place(town: Town, page: Page) -> None:
    dossier = town.event("Talfesten")
    question = town.walk(page, dossier).locator(PEOPLE)
    field = question.get_by_label("Svar i personer")

    field.fill("massor")
    field.press("Enter")
    expect(question.get_by_role("alert")).to_contain_text("Svara med ett tal")
    expect(field).to_have_value("massor")
    field.fill("6 500")
    field.press("Enter")

    expect(question.get_by_text("Sparat")).to_be_visible()
    assert town.answer(dossier, "crowds.peak-in-zone") == 6500
    # The old goes when the new is there, the field as well as its button.
    expect(question.get_by_role("button", name="Kommentar")).to_have_count(1)
    question.get_by_role("button", name="Kommentar").click()
    page.get_by_role("textbox", name="Kommentar").fill("Enligt 811218-9876")
    page.keyboard.press("Tab")
    expect(question.get_by_role("alert")).to_contain_text("ett personnummer (”811218-9876”)")
    expect(page.get_by_role("textbox", name="Kommentar")).to_have_count(1)
    page.get_by_role("textbox", name="Kommentar").fill("Enligt *arrangören*")
    page.keyboard.press("Tab")
    expect(question.get_by_text("Enligt *arrangören*").first).to_be_visible()


def test_two_people_on_one_question_see_both_answers_and_choose(
    town: Town, page: Page, browser: Browser
) -> None:
    dossier = town.event("Samtidigfesten")
    sara = town.walk(page, dossier).locator(STOP)
    both_at_once = browser.new_page(locale="sv-SE")
    both_at_once.add_init_script(DEAF)
    jonas = town.walk(both_at_once, dossier, JONAS).locator(STOP)
    expect(_radio(jonas, "Ja")).to_be_visible()
    _radio(sara, "Delvis").click()
    expect(sara.get_by_text("Sparat")).to_be_visible()

    _radio(jonas, "Ja").click()

    expect(jonas.get_by_role("alert")).to_contain_text("Sara Lind svarade Delvis")
    assert town.answer(dossier, "crowds.stop-level") == "partly"
    jonas.get_by_role("button", name="Spara mitt: Ja").click()
    expect(jonas.get_by_text("Jonas Berg")).to_be_visible()
    expect(_radio(jonas, "Ja")).to_be_checked()
    assert town.answer(dossier, "crowds.stop-level") == "yes"
    both_at_once.close()


def test_a_lesson_stands_at_its_question_until_it_is_answered(town: Town, page: Page) -> None:
    before, after = town.event("Fjolårets fest"), town.event("Årets fest")
    concerns = Concerns(question="crowds.stop-level", place="torget")
    learned = note_lesson(
        town.workspace, NewLesson(text="Räkna vid grinden.", from_event=before, concerns=concerns), SARA
    )
    lesson = town.walk(page, after).locator(f".st-key-lardom-{learned.id}")
    expect(lesson).to_contain_text("Föreslagen lärdom: Räkna vid grinden.")
    expect(lesson).to_contain_text("gruppen har inte godkänt den än")
    expect(lesson.get_by_role("radio")).to_have_count(0)
    approve_lesson(town.workspace, learned.id, None, SARA)
    page.reload()
    expect(lesson).to_contain_text("Ur utvärderingen av Fjolårets fest · kräver svar")

    _radio(lesson, "Görs i år").click()
    lesson.get_by_role("button", name="Spara svaret").click()
    expect(lesson.get_by_role("alert")).to_contain_text("Skriv varför")
    lesson.get_by_label("Hur görs det i år?").fill("Två räknare vid norra grinden")
    lesson.get_by_role("button", name="Spara svaret").click()

    expect(lesson).to_contain_text("Omhändertagen: Två räknare vid norra grinden")
    expect(page.locator(".st-key-vandringsfot")).to_contain_text("Sparat")  # nothing else has been answered
    expect(page.get_by_text("kräver svar")).to_have_count(0)


def test_a_sum_starts_from_the_zones_of_the_place_and_becomes_the_answer(town: Town, page: Page) -> None:
    dossier = town.event("Räknefesten")
    question = town.walk(page, dossier).locator(AREA)

    question.get_by_text("Räkna ut").click()
    expect(question.get_by_label("Namn")).to_have_value("Scenytan")
    question.get_by_label("Hela ytan").fill("2,5")
    question.get_by_label("Hela ytan").press("Enter")
    expect(question.get_by_text("kan inte vara större")).to_be_visible()
    question.get_by_label("Hela ytan").fill("4 200")
    question.get_by_label("Hela ytan").press("Enter")
    question.get_by_role("button", name="Använd som svar").click()

    expect(question.get_by_text("Sparad beräkning: användbar yta 2\u00a0600 m²")).to_be_visible()
    expect(question.get_by_label("Svar i m²")).to_have_value("2\u00a0600")
    assert town.answer(dossier, "crowds.free-area") == 2600


def test_a_sum_over_zones_says_where_its_figures_are_from_and_what_has_changed_there(
    town: Town, page: Page
) -> None:
    dossier = town.event("Zonfesten")
    question = town.walk(page, dossier).locator(AREA)
    question.get_by_text("Räkna ut").click()
    source = question.get_by_text("Från platsregistret: Scenytan (hela ytan, användbar yta, täthet).")
    expect(source).to_be_visible()
    expect(question.get_by_text("Scenytan · får plats 5\u00a0200 personer")).to_be_visible()
    expect(question.get_by_text("Ur minnet eller egen bedömning: Täthet att välja bland")).to_be_visible()

    question.get_by_label("Användbar yta").fill("2 400")
    question.get_by_label("Användbar yta").press("Enter")
    expect(question.get_by_text("Från platsregistret: Scenytan (hela ytan, täthet).")).to_be_visible()
    question.get_by_label("Användbar yta").fill("2 600")
    question.get_by_label("Användbar yta").press("Enter")
    expect(source).to_be_visible()
    question.get_by_role("button", name="Använd som svar").click()
    expect(question.get_by_text("Sparad beräkning")).to_be_visible()
    expect(question.get_by_text("när beräkningen sparades")).to_have_count(0)

    _place(town.workspace, net_m2=2100)
    page.reload()

    told = "Scenytan, användbar yta, var 2\u00a0600 m² när beräkningen sparades och är nu 2\u00a0100 m²."
    expect(question.get_by_text(told)).to_be_visible()
    expect(question.get_by_text("Räkna om och spara på nytt.")).to_be_visible()
    _place(town.workspace)


def test_a_sum_never_chooses_where_a_person_has_to(town: Town, page: Page) -> None:
    dossier = town.event("Strömfesten")
    town.do(dossier, SetFact(fact="peak_visitors", value=6000))
    town.do(dossier, ChooseDepth(depth=3, because="Stort"))
    question = town.walk(page, dossier, where="&avsnitt=flow").locator(".st-key-fraga-crowds-streams-apart")
    question.get_by_text("Räkna ut").click()
    expect(question.get_by_text("Det som korsar saknas.")).to_be_visible()

    pick_option(question.get_by_role("combobox", name="Det som korsar"), "gående")
    for label, figure in (("^Gående", "80"), ("^Fordon eller", "100"), ("^Bredd att korsa", "5")):
        field = question.get_by_role("textbox", name=re.compile(label))
        field.fill(figure)
        field.press("Enter")

    expect(question.get_by_text("gul: se över")).to_be_visible()
    expect(question.get_by_text("Täthet där strömmarna möts: 0,6 personer/m²")).to_be_visible()


def test_the_walk_is_done_with_the_keyboard_alone(town: Town, page: Page) -> None:
    dossier = town.event("Tangentfesten")
    town.walk(page, dossier)
    expect(page.locator(STOP)).to_be_visible()
    for question in (PEOPLE, AREA):
        page.keyboard.press("Alt+n")
        expect(page.locator(question).get_by_role("textbox").first).to_be_focused()

    page.keyboard.type("450")
    page.keyboard.press("Enter")
    expect(page.locator(AREA).get_by_text("Sparat")).to_be_visible()
    page.keyboard.press("Alt+n")
    chosen = page.locator(".st-key-fraga-crowds-zone-capacity")
    expect(_radio(chosen, "Ja")).to_be_focused()
    page.keyboard.press("Space")

    expect(chosen.get_by_text("Sparat")).to_be_visible()
    expect(_radio(chosen, "Ja")).to_be_focused()
    assert town.answer(dossier, "crowds.zone-capacity") == "yes"


def test_rounds_are_counted_apart_and_the_place_tells_what_it_has(town: Town, page: Page) -> None:
    dossier = town.event("Rondfesten")
    town.walk(page, dossier, where="&omrade=traffic")

    expect(page.get_by_text("Scenytan är avstängd för bilar, verifierad 3")).to_be_visible()
    page.get_by_role("button", name="Rond: genomförande").click()

    expect(page.get_by_role("heading", name="rond under genomförandet")).to_be_visible()
    expect(page.get_by_text("Rond, räknas för sig · 0 av")).to_be_visible()
    assert "avsnitt=running" in page.url


def test_the_group_asks_a_question_of_its_own(town: Town, page: Page) -> None:
    town.walk(page, town.event("Egenfesten"), where="&avsnitt=egna")

    page.get_by_text("Lägg till egen fråga").first.click()
    page.get_by_label("Frågan, ställd så att ja är det säkra svaret").fill("Är **porten** låst?")
    page.get_by_role("button", name="Lägg till egen fråga").click()

    question = page.locator("[class*=st-key-fraga-own]")
    expect(question.get_by_text("1. Är **porten** låst?")).to_be_visible()
    _radio(question, "Delvis").click()
    expect(question.get_by_text("Sparat")).to_be_visible()


def test_answers_of_an_area_that_is_not_installed_are_shown_whole(town: Town, page: Page) -> None:
    dossier = town.event("Brandfesten")
    answer = GiveAnswer(question="segling.flytvastar", value="no", comment="Två av fyra på plats")
    town.workspace.do(dossier, answer, JONAS)

    town.walk(page, dossier, where="&omrade=ej-installerade")

    row = page.get_by_role("row").filter(has_text="segling.flytvastar")
    for said in ("Nej", "Två av fyra på plats", "Jonas Berg"):
        expect(row).to_contain_text(said)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_the_answers_fill_the_width_and_nothing_sticks_out(
    town: Town, open_page: Callable[..., Page], scheme: str
) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True, color_scheme=scheme)
    question = town.walk(page, town.event(f"Mobilfesten {scheme}")).locator(STOP)

    _radio(question, "Ja").click()
    expect(question.get_by_text("Sparat")).to_be_visible()

    boxes = [one.bounding_box() for one in question.get_by_role("radio").all()]
    assert all(box and box["height"] >= 44 for box in boxes)
    assert sum(box["width"] for box in boxes if box) > 0.85 * PHONE["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
