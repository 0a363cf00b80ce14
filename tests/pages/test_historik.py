"""Historik as it is used: reading who did what, one field's values, and putting one back."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from evenemang.domain.actor import Actor
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.on_site import CompleteIncident, LogIncident, NoteInLog
from evenemang.pages.history.pictures import change
from tests.conftest import PHONE
from tests.pages.grounds import SARA, Grounds, open_grounds


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grounds]:
    with open_grounds(tmp_path_factory.mktemp("grounds")) as found:
        yield found


def test_the_history_tells_who_did_what_from_what_to_what(grounds: Grounds, page: Page) -> None:
    dossier = grounds.event("Historiefesten")
    grounds.workspace.do(dossier, LogIncident(type="fire", severity=0, what="Rök ur <b>grill</b>"), SARA)
    grounds.workspace.do(dossier, CompleteIncident(incident="I1", cause="Fett"), SARA)

    grounds.visit(page, dossier, "historik")

    newest = page.get_by_role("row").nth(1)
    expect(newest).to_contain_text("Sara Lind")
    expect(newest).to_contain_text("Fyllde i en händelse")
    expect(newest).to_contain_text("Orsak: Fett")
    expect(newest).not_to_contain_text("grill")
    expect(page.get_by_role("row").nth(2)).to_contain_text("Rök ur <b>grill</b>")
    expect(page.get_by_text("Historiken är hel")).to_be_visible()


def test_a_long_history_is_turned_page_by_page(grounds: Grounds, page: Page) -> None:
    dossier = grounds.event("Långfesten")
    for number in range(60):
        grounds.workspace.do(dossier, NoteInLog(what=f"Rad {number}"), SARA)

    grounds.visit(page, dossier, "historik")
    expect(page.get_by_text("Sida 1 av 2")).to_be_visible()
    page.get_by_role("button", name="Äldre").click()

    expect(page.get_by_text("Öppnade ärendet")).to_be_visible()
    assert "sida=2" in page.url


def test_a_history_changed_behind_the_program_says_where(grounds: Grounds, page: Page) -> None:
    dossier = grounds.event("Brutna festen")
    grounds.workspace.do(dossier, NoteInLog(what="Allt är lugnt"), SARA)
    with sqlite3.connect(grounds.data / "evenemang.db") as database:
        forged = """update journal set "by" = 'Någon annan' where record = ? and operation = 'note-in-log'"""
        assert database.execute(forged, (dossier,)).rowcount == 1
    database.close()

    grounds.visit(page, dossier, "historik")

    expect(page.get_by_role("alert")).to_contain_text("Historiken är bruten")


def test_of_a_changed_row_only_what_differs_is_told() -> None:
    before = {"id": "A1", "do": "Stäng gatan", "owner": "drift", "history": [{"status": "decided"}]}
    after = {**before, "history": [{"status": "decided"}, {"status": "done"}]}

    assert change(before, after, "sv", str.upper) == ("Beslutad", "Klar")
    assert change(None, {"id": "A1", "do": "Stäng gatan", "owner": "drift"}, "sv", str.upper) == (
        "–",
        "Stäng gatan · Ansvarig: DRIFT",
    )


def test_a_former_answer_is_found_from_its_question_and_put_back_as_a_new_change(
    grounds: Grounds, open_page: Callable[..., Page]
) -> None:
    dossier = grounds.event("Ångerfesten")
    answers = (("no", "Kön står på <b>gatan</b>"), ("yes", ""))
    for value, comment in answers:
        grounds.workspace.do(
            dossier, GiveAnswer(question="crowds.stop-level", value=value, comment=comment), SARA
        )
    page = open_page(viewport=PHONE)
    grounds.visit(page, dossier, "checklistor", "&omrade=crowds&fraga=crowds.stop-level")

    page.get_by_role("link", name="Tidigare svar").first.click()

    rows = page.locator("[class*=st-key-post-varde-]")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("Kön står på <b>gatan</b>")
    assert "falt=assessment" in page.url
    page.get_by_role("button", name="Sätt tillbaka det som var före").click()
    expect(rows).to_have_count(3)
    answer = grounds.dossier(dossier).assessment.answers["crowds.stop-level"]
    assert (answer.value, answer.comment) == ("no", "Kön står på <b>gatan</b>")


def test_the_history_of_one_person_is_chosen_and_kept_in_the_address(grounds: Grounds, page: Page) -> None:
    dossier = grounds.event("Urvalsfesten")
    grounds.workspace.do(dossier, NoteInLog(what="Saras rad"), SARA)
    grounds.workspace.do(dossier, NoteInLog(what="Jonas rad"), Actor(name="Jonas Berg"))
    grounds.visit(page, dossier, "historik")

    page.get_by_role("combobox", name="Vem").click()
    page.get_by_role("option", name="Jonas Berg").click()

    expect(page.get_by_role("row")).to_have_count(2)
    expect(page.get_by_role("row").nth(1)).to_contain_text("Jonas rad")
    assert "vem=Jonas" in page.url
