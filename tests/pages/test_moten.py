"""Möten as they are held: planned, shown on the projector by the keyboard, judged alone, written down."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from time import monotonic
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from evenemang.domain.actor import Actor
from evenemang.domain.meeting import Meeting
from evenemang.domain.risk import Judgement
from evenemang.flow.judging import AddRisk
from evenemang.flow.meeting.holding import begin_meeting, meeting_of
from evenemang.flow.meeting.planning import Plan, plan_meeting
from evenemang.flow.meeting.weighing import judge_alone
from tests.pages.grounds import SARA, Grounds, open_grounds
from tests.pages.test_every_page import faults, put_on


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grounds]:
    with open_grounds(tmp_path_factory.mktemp("grounds")) as found:
        event = found.event("Höstfesten", days=20)
        serious = AddRisk(title="Trängsel", area="crowds", before=Judgement(likelihood=4, consequence=5))
        found.workspace.do(event, serious, SARA)
        yield found


def nothing_is_offered_back(page: Page) -> None:
    """Wait until nothing typed is taken for unsaved: it would be offered before everybody's eyes."""
    end = monotonic() + 20
    while "utkast|" in page.evaluate("JSON.stringify(sessionStorage)") and monotonic() < end:
        page.wait_for_timeout(100)
    assert "utkast|" not in page.evaluate("JSON.stringify(sessionStorage)")


def visit(grounds: Grounds, page: Page, path: str, name: str = SARA.name) -> Page:
    page.set_default_timeout(30_000)
    cookie = {"name": "namn", "value": quote(name), "url": grounds.address}
    page.context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict will do
    page.goto(f"{grounds.address}/{path}")
    return page


def planned(grounds: Grounds) -> Meeting:
    day = grounds.workspace.now().date() + timedelta(days=1)
    return plan_meeting(grounds.workspace, Plan(on=day, called=("Sara Lind", "Ali Ek")), SARA)


def running(grounds: Grounds) -> Meeting:
    return begin_meeting(grounds.workspace, planned(grounds).id, ("Sara Lind",), SARA)


def now(grounds: Grounds, meeting: Meeting) -> Meeting:
    return meeting_of(grounds.workspace, meeting.id)


def test_a_meeting_is_planned_and_begun_with_those_who_are_there(grounds: Grounds, page: Page) -> None:
    planned(grounds)
    visit(grounds, page, "moten")
    expect(page.get_by_role("heading", name="Hållna")).to_be_visible()
    page.get_by_text("Planera ett möte").first.click()
    where = page.get_by_label("Plats, eller länk")
    expect(where).to_be_visible()
    where.fill("Kommunhuset")
    where.blur()
    when = page.get_by_test_id("stDateInputField").first
    when.click()
    page.keyboard.press("Control+a")
    page.keyboard.type(f"{grounds.workspace.now() + timedelta(days=2):%Y%m%d}")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Planera ett möte", exact=True).click()

    expect(page.get_by_role("heading", name="Dagordning")).to_be_visible()
    expect(page.get_by_role("link", name="Höstfesten").first).to_be_visible()
    expect(page.get_by_text("Ändra tid, plats eller kallade")).to_be_visible()
    assert not faults(page)


def test_the_keyboard_leads_through_the_meeting_and_answers_where_one_is(
    grounds: Grounds, page: Page
) -> None:
    meeting = running(grounds)
    visit(grounds, page, f"mote?id={meeting.id}")
    expect(page.get_by_text("· 1 av").first).to_be_visible()

    yes = page.get_by_role("button", name="Ja")
    expect(yes).to_be_visible()
    page.keyboard.press("j")
    expect(yes).to_have_attribute("kind", "primary")
    assert now(grounds, meeting).point("P1").outcome == "yes"
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("· 2 av").first).to_be_visible()
    page.keyboard.press("d")
    expect(page.get_by_role("button", name="Delvis")).to_have_attribute("kind", "primary")
    note = page.get_by_label("Anteckning till punkten")
    note.fill("")
    note.press_sequentially("jn")  # typed, not pressed
    note.blur()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", level=1, name="Trängsel")).to_be_visible()
    put_on(page, "light")
    assert not faults(page)
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("· 2 av").first).to_be_visible()

    kept = now(grounds, meeting)
    assert [kept.point(one).outcome for one in ("P1", "P2")] == ["yes", "partly"]
    nothing_is_offered_back(page)
    assert kept.point("P2").note == "jn"


def test_a_decision_is_written_in_the_moment_and_lands_in_the_dossier(grounds: Grounds, page: Page) -> None:
    meeting = running(grounds)
    point = next(one for one in meeting.agenda if one.kind == "upcoming")
    visit(grounds, page, f"mote?id={meeting.id}&del=hall&bild={point.id}")
    what = page.get_by_label("Beslut eller åtgärd")
    expect(what).to_be_visible()

    what.fill("Nästa möte i rådhuset")
    what.blur()
    page.get_by_role("button", name="Skriv beslutet").click()

    expect(page.get_by_text("Beslut under punkten")).to_be_visible()
    assert [one.what for one in now(grounds, meeting).decisions] == ["Nästa möte i rådhuset"]
    nothing_is_offered_back(page)


def test_each_judges_alone_and_the_spread_shows_when_all_is_shown(
    grounds: Grounds, page: Page, open_page: Callable[..., Page]
) -> None:
    meeting = running(grounds)
    point = next(one for one in meeting.agenda if one.kind == "upcoming")
    visit(grounds, page, f"mote?id={meeting.id}&del=hall&bild={point.id}~R1")
    page.get_by_role("button", name="Låt alla bedöma för sig").click()
    expect(page.get_by_text("Ingen har bedömt än.")).to_be_visible()

    mine = visit(grounds, open_page(), f"mote?id={meeting.id}&del=bedom", "Ali Ek")
    expect(mine.get_by_role("heading", name="Trängsel")).to_be_visible()
    mine.get_by_role("radio", name="2").first.click()
    mine.get_by_role("radio", name="3").last.click()
    mine.get_by_role("button", name="Spara min bedömning").click()
    expect(mine.get_by_text("Din bedömning är sparad: 2 × 3.")).to_be_visible()

    expect(page.get_by_text("Har bedömt (1): Ali Ek")).to_be_visible()
    expect(page.get_by_role("table")).to_have_count(0)
    event = str(point.event)
    judge_alone(grounds.workspace, meeting.id, (event, "R1"), (5, 4), Actor(name="Eva Ek"))
    expect(page.get_by_text("Har bedömt (2)")).to_be_visible()
    page.keyboard.press("ArrowRight")
    waits = page.get_by_text("Bedömt var för sig men inte visat: Trängsel.")
    expect(waits).to_be_visible()
    page.keyboard.press("ArrowLeft")
    page.get_by_role("button", name="Visa bedömningarna").click()

    expect(page.get_by_text("Från 6 till 20 i risktal")).to_be_visible()
    expect(waits).to_have_count(0)
    expect(page.get_by_role("table")).to_contain_text("Eva Ek")
    assert not faults(page)
    assert not faults(mine)


def test_the_minutes_are_ready_when_the_meeting_ends(grounds: Grounds, page: Page) -> None:
    meeting = running(grounds)
    visit(grounds, page, f"mote?id={meeting.id}")
    page.get_by_role("button", name="Avsluta mötet").click()

    expect(page.get_by_role("heading", name="Minnesanteckningar").first).to_be_visible()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Minnesanteckningarna som Word").click()
    assert coming.value.suggested_filename == f"Minnesanteckningar {meeting.on}, öppen.docx"
    assert now(grounds, meeting).absent == ("Ali Ek",)
