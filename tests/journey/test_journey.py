"""One event from nothing to next year's, all by hand in a browser; then its workbook by two readers.

`test_two_years` goes on through the next year, mostly by the verbs.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from evenemang.bootstrap import content, open_data
from evenemang.domain.actor import Actor
from evenemang.domain.event import LOCAL, Occasion
from evenemang.flow.opening import SetEvent
from evenemang.flow.scoping import LeaveOutArea
from evenemang.flow.workspace import Workspace
from tests.pages.matter import choose, dialog, post, press, write
from tests.pages.visiting import choose as pick
from tests.pages.visiting import pick_option, say_who

PATIENCE = 25_000  # ms: a whole day of work on two shared cores
NAME = "Provfesten på torget"
ACTION = "Utse en väderansvarig och en ersättare"
LESSON = "Någon ska ha väderkollen som enda uppgift."


@pytest.fixture
def workspace(own_server: str, tmp_path: Path) -> Workspace:
    return open_data(tmp_path / "data").workspace


def test_from_a_new_event_to_the_lesson_at_the_next(
    own_server: str, workspace: Workspace, page: Page, office: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    page.set_default_timeout(PATIENCE)
    dossier = _open(page, own_server)
    _leave_out(page, "crowds")
    _leave_out(page, "traffic")
    _leave_out_the_others(workspace, dossier)
    _is_refused(page, own_server, dossier, because="är inte besvarad")
    _answer(page, own_server, dossier)
    _judge(page, own_server, dossier)
    _is_refused(page, own_server, dossier, because="har ingen beslutad åtgärd med ansvarig och datum")
    _act_and_accept(page, own_server, dossier)
    _decide(page, own_server, dossier)
    _log_incident(page, own_server, dossier)
    _end(workspace, dossier)
    _evaluate_and_learn(page, own_server, dossier)
    following = _open_next(page, own_server, dossier)
    _meet_the_lesson(page, own_server, following)

    _the_workbook_says_the_same(workspace, dossier, office, tmp_path / "data")


def _go(page: Page, server: str, dossier: str, step: str) -> Page:
    page.goto(f"{server}/arende?id={dossier}&steg={step}")
    expect(page.get_by_role("heading", level=2).first).to_be_visible()
    return page


def _open(page: Page, server: str) -> str:
    say_who(page, server, "Sara Lind", then="/nytt-arende")
    page.get_by_label("Vad heter evenemanget?").fill(NAME)
    now = datetime.now(LOCAL)
    for group, parts in (
        ("Första dagen", {"year": f"{now:%Y}", "month": f"{now:%m}", "day": f"{now:%d}"}),
        ("Börjar", {"hour": "00", "minute": "00"}),
        ("Slutar", {"hour": "23", "minute": "59"}),
    ):
        for kind, digits in parts.items():
            page.get_by_role("group", name=group).locator(f"[data-type={kind}]").press_sequentially(digits)
        page.keyboard.press("Escape")  # the calendar opens by itself
    page.get_by_role("button", name="Öppna ärendet").click()
    expect(page.get_by_role("heading", level=1, name=NAME)).to_be_visible()
    return page.url.split("id=")[1].split("&")[0]


def _leave_out(page: Page, area: str) -> None:
    pick(page, "Riskområden")
    row = page.locator(f".st-key-rad-omrade-{area}")
    press(row, "Utelämna")
    asked = dialog(page)
    write(asked.get_by_role("textbox"), "Prövas för sig.")
    press(asked, "Utelämna")
    expect(row).to_have_count(0)


def _leave_out_the_others(workspace: Workspace, dossier: str) -> None:
    """Nothing is known of the event, so every area is proposed; what two were left out by, serves for all."""
    for one in workspace.dossier(dossier).record.assessment.areas:
        if one.area != "weather":
            workspace.do(
                dossier, LeaveOutArea(area=one.area, because="Prövas för sig."), Actor(name="Sara Lind")
            )


def _answer(page: Page, server: str, dossier: str) -> None:
    """Say no to the one thing that matters here, and yes to every other yes-or-no that is shown."""
    for section in content().areas["weather"].sections:
        page.goto(f"{server}/arende?id={dossier}&steg=checklistor&omrade=weather&avsnitt={section.id}")
        expect(page.get_by_role("heading", level=2).first).to_be_visible()
        expect(page.get_by_role("button", name="Nästa obesvarade")).to_be_visible()
        for question in page.locator("[class*=st-key-fraga-weather-]").all():
            watcher = "weather-watcher" in (question.get_attribute("class") or "")
            expect(question.locator("[role=radiogroup], input").first).to_be_visible()
            if question.get_by_text("Sara Lind").count():
                continue  # sections stand side by side: answered with the one before
            choice = question.get_by_role("radio", name="Nej" if watcher else "Ja").first
            if choice.count():
                choice.click()
                expect(question.get_by_text("Sara Lind")).to_be_visible()
            if watcher:
                expect(question.locator(".stMarkdownBadge")).to_be_visible()


def _is_refused(page: Page, server: str, dossier: str, because: str) -> None:
    _go(page, server, dossier, "beslut")
    expect(page.get_by_role("alert").first).to_contain_text(because)


def _judge(page: Page, server: str, dossier: str) -> None:
    _go(page, server, dossier, "risker")
    press(post(page, "forslag", "R1"), "Bedöm")
    form = dialog(page)
    choose(form, "Sannolikhet före åtgärder", "3")
    choose(form, "Konsekvens före åtgärder", "5")
    press(form, "Spara bedömningen")
    expect(form).to_be_hidden()


def _act_and_accept(page: Page, server: str, dossier: str) -> None:
    _go(page, server, dossier, "risker")
    row: Locator = post(page, "risk", "R1")
    press(row, "Bestäm åtgärd")
    form = dialog(page)
    form.get_by_text(ACTION).click()
    expect(form.get_by_role("textbox", name="Åtgärd", exact=True)).to_have_value(ACTION)
    owner = form.get_by_role("combobox", name="Ansvarig")
    owner.fill("Gatuenheten")
    owner.press("Enter")
    expect(form.get_by_role("combobox", name="Ansvarig")).to_have_value("Gatuenheten")
    choose(form, "Sannolikhet efter åtgärder", "2")
    press(form, "Spara åtgärd")
    expect(form).to_be_hidden()
    press(row, "Godta det som återstår")
    form = dialog(page)
    write(form.get_by_label("Skäl"), "En dag, med bemanning.")
    press(form, "Godta risken")
    expect(row).to_contain_text("Godtagen")


def _decide(page: Page, server: str, dossier: str) -> None:
    _go(page, server, dossier, "beslut")
    page.get_by_text("Tillstyrks med villkor", exact=True).click()
    write(page.get_by_label("Villkor, ett per rad"), "Väderansvarig på plats hela dagen")
    despite = page.get_by_label("Varför tar gruppen ställning ändå?")
    if despite.count():
        write(despite, "Mätvärdena kommer samma dag.")
    press(page, "Tillstyrk med villkor")
    expect(page.get_by_role("heading", level=2, name="Tillstyrks med villkor")).to_be_visible()


def _log_incident(page: Page, server: str, dossier: str) -> None:
    _go(page, server, dossier, "plats")
    page.get_by_role("radio", name="Trängsel").click()
    page.get_by_role("radio", name="Tillbud", exact=True).last.click()
    page.get_by_label("Kort om vad").fill("Ett tält lyfte i en by")
    page.get_by_role("button", name="Spara tillbud").click()
    expect(page.get_by_text("Ett tält lyfte i en by")).to_be_visible()


def _end(workspace: Workspace, dossier: str) -> None:
    """Let it have ended just after midnight: it is evaluated when it is over."""
    (today,) = workspace.dossier(dossier).record.event.occasions
    assert isinstance(today, Occasion)
    over = SetEvent(occasions=(today.model_copy(update={"ends": "00:01"}),))
    workspace.do(dossier, over, Actor(name="Sara Lind"))


def _evaluate_and_learn(page: Page, server: str, dossier: str) -> None:
    _go(page, server, dossier, "utvardering")
    page.get_by_label("Antal besök").fill("1200")
    page.get_by_role("radio", name="Klickräknare").click()
    page.get_by_role("button", name="Spara hela utvärderingen").click()
    expect(page.get_by_text("händelser per 10 000 besök", exact=False).first).to_be_visible()
    page.get_by_text("Notera en lärdom").click()
    page.get_by_label("Lärdomen i en mening").fill(LESSON)
    pick_option(page.get_by_role("combobox", name="Vilken fråga gäller den?"), "prognoser")
    page.get_by_role("button", name="Spara lärdomen").click()
    page.get_by_role("button", name="Godkänn lärdomen").click()
    expect(page.get_by_role("heading", name="1 lärdom, godkänd av gruppen")).to_be_visible()


def _open_next(page: Page, server: str, dossier: str) -> str:
    page.get_by_role("link", name="Öppna nästa upplaga").click()
    page.get_by_role("button", name="Öppna ny upplaga").click()
    page.wait_for_url(lambda url: "steg=underlag" in url and dossier not in url)
    return page.url.split("id=")[1].split("&")[0]


def _meet_the_lesson(page: Page, server: str, dossier: str) -> None:
    _go(page, server, dossier, "checklistor")
    page.get_by_role("radio", name="Väder").first.check(force=True)
    expect(page.get_by_text(LESSON)).to_be_visible()
    expect(page.get_by_text("kräver svar").first).to_be_visible()


def _the_workbook_says_the_same(
    workspace: Workspace, dossier: str, office: Callable[[Path, str], Path], data: Path
) -> None:
    record = workspace.dossier(dossier).record
    assert record.decision is not None
    assert [one.what for one in record.incidents] == ["Ett tält lyfte i en by"]
    opened = open_data(data)
    opened.write_workbooks()
    file = opened.workbook_file(dossier)
    assert file is not None
    wanted = {
        NAME,
        ACTION,
        "Ett tält lyfte i en by",
        LESSON,
        "Väderansvarig på plats hela dagen",
    }
    assert wanted <= _cells(file), "openpyxl"
    assert wanted <= _cells(office(file, "xlsx")), "LibreOffice"


def _cells(file: Path) -> set[str]:
    book = load_workbook(file, read_only=True, data_only=True)
    cells = {
        str(cell) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row
    }
    book.close()
    return cells
