"""Granskning: what is found stands where it arises and in a list, and each row leads to its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.opening import SetFact
from evenemang.flow.planning import AddAction, AdvanceAction
from evenemang.flow.scoping import LeaveOutArea
from evenemang.flow.workspace import Workspace
from tests.installing import Installer
from tests.pages.matter import SARA, Hall, Matter, matters, post, press


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with matters(tmp_path_factory.mktemp("granskning")) as found:
        yield found


@dataclass(frozen=True)
class Then:
    """A clock that stands."""

    at: datetime

    def now(self) -> datetime:
        return self.at


def tab(page: Page, count: int) -> None:
    expect(page.locator(".st-key-steg").get_by_role("link", name=f"Granskning {count}")).to_be_visible()


def follow(page: Page, group: str, name: str) -> None:
    post(page, "regel", group).get_by_role("link", name=name).click()


def test_the_list_has_the_worst_first_and_leads_to_each_place(hall: Hall, page: Page) -> None:
    event = hall.event("Listan")
    event.do(AddAction(do="Ring *leverantören*"))
    event.answer(limit_list="no", wind_steps="yes")

    event.open(page, "granskning")

    expect(page.get_by_role("heading", level=2)).to_contain_text("3 hinder och ")
    headings = page.get_by_role("heading", level=3)
    expect(headings.nth(0)).to_contain_text("Hinder")
    expect(headings.nth(1)).to_contain_text("Varningar")
    tab(page, hall.workspace.review(event.dossier).pressing)
    follow(page, "question-unanswered", "Är någon utsedd")
    expect(page.locator(".st-key-fraga-weather-watcher")).to_be_visible()


def test_a_row_leads_to_the_action_itself(hall: Hall, page: Page) -> None:
    event = hall.event("Åtgärden")
    event.do(AddAction(do="Ring *leverantören*"))
    event.open(page, "granskning")

    follow(page, "action-without-owner", "A1 Ring *leverantören*")

    expect(post(page, "atgard", "A1")).to_contain_text("Varning Åtgärden har ingen ansvarig. Utse en")
    event.do(AdvanceAction(action="A1", status="dropped", because="Någon annan gör det"))
    page.reload()
    expect(page.get_by_role("heading", level=2, name="Alla åtgärder är avslutade")).to_be_visible()
    expect(page.get_by_text("har ingen ansvarig")).to_have_count(0)


def test_a_proposed_area_that_is_missing_leads_to_the_areas_of_the_basis(hall: Hall, page: Page) -> None:
    event = hall.event("Området")
    event.do(SetFact(fact="traffic_near", value=True))
    event.open(page, "granskning")

    follow(page, "area-left-out-without-note", "Trafik och framkomlighet")

    expect(page.get_by_role("heading", name="Föreslås också")).to_be_visible()


def test_a_contradiction_stands_at_the_answer_that_made_it_and_is_counted(hall: Hall, page: Page) -> None:
    event = hall.event("Motsägelsen")
    event.answer(wind_steps="yes", watcher="yes", thunder_rule="yes")
    event.open(page, "checklistor&omrade=weather&avsnitt=wind")
    asked = page.locator(".st-key-fraga-weather-limit-list")

    asked.get_by_role("radio", name="Nej").click()

    expect(asked).to_contain_text("men ingen lista säger vad tält och scen tål")
    event.open(page, "granskning")
    expect(post(page, "regel", "weather-steps-without-limits")).to_be_visible()
    event.open(page, "beslut")
    expect(page.get_by_text("Vindsteg utan vindgränser")).to_be_visible()


def test_an_old_answer_is_confirmed_at_its_question(hall: Hall, page: Page) -> None:
    event = hall.event("Det gamla svaret")
    long_ago = Workspace(
        hall.workspace.store, hall.workspace.content, Then(hall.workspace.now() - timedelta(days=75))
    )
    long_ago.do(event.id, GiveAnswer(question="weather.watcher", value="yes"), SARA)
    event.open(page, "checklistor&omrade=weather")
    asked = page.locator(".st-key-fraga-weather-watcher")
    expect(asked).to_contain_text("75 dagar gammalt")

    press(asked, "Stämmer fortfarande")

    expect(asked.get_by_text("dagar gammalt")).to_have_count(0)
    expect(asked.get_by_text("Sparat")).to_be_visible()
    answer = event.dossier.assessment.answers["weather.watcher"]
    assert (answer.value, len(answer.earlier)) == ("yes", 1)


def bare(hall: Hall) -> Matter:
    event = hall.event("Allt besvarat")
    reading = hall.workspace.read(event.dossier)
    for missed in hall.workspace.review(event.dossier).findings:
        if missed.rule == "area-left-out-without-note":
            event.do(LeaveOutArea(area=missed.at[0].id or "", because="Ingår i vädret"))
    for question in reading.unanswered(event.dossier).depth_one:
        event.do(GiveAnswer(question=question, value="yes"))
    return event


def test_where_the_rules_find_nothing_the_page_says_whose_the_judgement_is(hall: Hall, page: Page) -> None:
    bare(hall).open(page, "granskning")

    expect(page.get_by_role("heading", level=2)).to_have_text("Inget att se över")
    expect(page.get_by_text("Om bedömningen är rätt avgör ni själva.")).to_be_visible()
    expect(page.locator(".st-key-steg").get_by_role("link", name="Granskning", exact=True)).to_be_visible()


def test_a_plugins_rule_that_fails_is_told_and_the_page_goes_on(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plugins").mkdir()
    Installer(tmp_path / "plugins", monkeypatch).install("marathon", FAILING)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "plugins"))
    with matters(tmp_path) as hall:
        event = hall.event("Loppet")
        event.do(AddAction(do="Ring"))

        event.open(page, "granskning")

        expect(
            page.get_by_text("Regeln ”marathon.course” i tillägget ”marathon” kunde inte köras")
        ).to_be_visible()
        expect(post(page, "regel", "action-without-owner")).to_be_visible()


FAILING = """
from evenemang.domain.review import Rule
from evenemang.domain.text import Text
from evenemang.hooks import hookimpl

def look(under):
    raise KeyError("kilometer")

@hookimpl
def register_rules():
    return [Rule(id="marathon.course", severity="hint", title=Text(sv="Bana", en="Course"), look=look)]
"""
