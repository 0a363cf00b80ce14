"""Actions as a group plans them: from the checklist's suggestion to verified, and late in words."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from evenemang.domain.risk import Judged, Judgement
from evenemang.flow.judging import JudgeRisk
from evenemang.flow.planning import AddAction
from tests.pages.matter import Hall, dialog, matters, post, press, write


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with matters(tmp_path_factory.mktemp("atgarder")) as found:
        yield found


def test_a_suggestion_becomes_an_action_that_needs_an_owner_and_ends_in_a_new_look(
    hall: Hall, page: Page
) -> None:
    event = hall.event("Tältfesten")
    event.answer(limit_list="no")
    event.do(JudgeRisk(risk="R1", said=Judged(before=Judgement(likelihood=2, consequence=5))))
    event.open(page, "atgarder")

    post(page, "foreslaget", "R1").get_by_role("button", name="Lägg till").first.click()
    form = dialog(page)
    expect(form.get_by_label("Åtgärd", exact=True)).to_have_value(
        "Begär vindgränsen i meter per sekund från varje leverantör"
    )
    expect(form.get_by_text("T−21")).to_be_visible()
    press(form, "Spara åtgärd")
    expect(form).to_be_hidden()
    row = post(page, "atgard", "A1")
    press(row, "Besluta")
    expect(page.get_by_text("Åtgärden behöver en ansvarig och ett datum")).to_be_visible()

    press(row, "Ändra")
    form = dialog(page)
    owner = form.get_by_role("combobox", name="Ansvarig")
    owner.fill("Gatuenheten")
    owner.press("Enter")
    press(form, "Spara åtgärd")
    expect(form).to_be_hidden()
    expect(row).to_contain_text("Gatuenheten")
    press(row, "Besluta")
    expect(row).to_contain_text("Beslutad")
    press(row, "Klar")
    expect(page.get_by_text("Avslutade (1)")).to_be_visible()

    assert event.dossier.action("A1").status == "done"
    event.open(page, "risker")
    expect(post(page, "risk", "R1")).to_contain_text(
        "Åtgärd A1 är klar sedan R1 bedömdes. Bedöm risken på nytt"
    )


def test_a_late_action_says_so_and_dropping_it_takes_a_reason(hall: Hall, page: Page) -> None:
    event = hall.event("Torgdagen")
    late = hall.workspace.now().date() - timedelta(days=2)
    event.do(AddAction(do="Ring leverantören", owner="Gatuenheten", due=late, decided=True))
    event.do(AddAction(do="Boka vakter", owner="Arrangören", due_days=-14))
    event.open(page, "atgarder")

    expect(page.get_by_role("heading", name="1 av 2 öppna åtgärder är försenad")).to_be_visible()
    row = post(page, "atgard", "A1")
    expect(row).to_contain_text("Försenad 2 dagar")
    expect(post(page, "atgard", "A2")).to_contain_text("T−14")
    press(row, "Avskriv")
    form = dialog(page)
    press(form, "Avskriv")
    expect(form.get_by_text("Skriv varför")).to_be_visible()
    write(form.get_by_label("Varför avskrivs åtgärden?"), "Leverantören är utbytt.")
    press(form, "Avskriv")
    expect(form).to_be_hidden()

    expect(page.get_by_role("heading", name="1 åtgärd är öppen, ingen är försenad")).to_be_visible()
    assert event.dossier.action("A1").history[-1].because == "Leverantören är utbytt."
