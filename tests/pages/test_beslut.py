"""Deciding as a group does it: refused by name, decided with conditions, reconsidered when a level rises."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from evenemang.domain.risk import Judged, Judgement
from evenemang.flow.judging import JudgeRisk
from tests.pages.matter import Hall, choose, dialog, matters, post, press, write

CONDITIONAL = "Tillstyrks med villkor"


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with matters(tmp_path_factory.mktemp("beslut")) as found:
        yield found


def test_a_high_risk_stops_the_decision_until_it_is_acted_on_and_accepted(hall: Hall, page: Page) -> None:
    event = hall.event("Tältfesten")
    event.answer(limit_list="no", watcher="yes")
    event.do(JudgeRisk(risk="R1", said=Judged(before=Judgement(likelihood=3, consequence=5))))
    event.open(page, "beslut")

    refusal = page.get_by_role("alert")
    expect(refusal).to_contain_text("R1 Ingen vet när det blåser för hårt")
    expect(refusal).to_contain_text("har ingen beslutad åtgärd med ansvarig och datum")
    expect(refusal).to_contain_text("är inte besvarad")
    page.get_by_text(CONDITIONAL, exact=True).click()
    press(page, "Tillstyrk med villkor")
    expect(page.get_by_text("Inget är beslutat. Spärrat: R1, 1 grundfråga obesvarad")).to_be_visible()
    assert event.dossier.decision is None

    event.answer(thunder_rule="yes")
    page.get_by_role("link", name="Gå till R1").click()
    _act_and_accept(page)
    event.open(page, "beslut")
    page.get_by_text(CONDITIONAL, exact=True).click()
    press(page, "Tillstyrk med villkor")
    expect(page.get_by_text("Skriv minst ett villkor.")).to_be_visible()
    write(page.get_by_label("Villkor, ett per rad"), "Tälten töms vid 10 m/s\nVindmätare vid scenen")
    write(page.get_by_label("Varför tar gruppen ställning ändå?"), "De besvaras vid nästa möte.")
    press(page, "Tillstyrk med villkor")

    expect(page.get_by_role("heading", level=2, name=CONDITIONAL)).to_be_visible()
    decision = event.dossier.decision
    assert decision is not None
    assert decision.conditions == ("Tälten töms vid 10 m/s", "Vindmätare vid scenen")
    assert decision.officer == "Sara Lind"

    event.do(JudgeRisk(risk="R1", said=Judged(before=Judgement(likelihood=5, consequence=5))))
    event.open(page, "beslut")
    expect(page.get_by_text("En risk har stigit sedan beslutet")).to_be_visible()
    expect(page.get_by_text("Omprövas").first).to_be_visible()
    assert event.dossier.decisions == (decision,)


def _act_and_accept(page: Page) -> None:
    row = post(page, "risk", "R1")
    press(row, "Bestäm åtgärd")
    form = dialog(page)
    form.get_by_text("Samla gränserna på ett blad").click()
    expect(form.get_by_role("textbox", name="Åtgärd", exact=True)).not_to_have_value("")
    owner = form.get_by_role("combobox", name="Ansvarig")
    owner.fill("Gatuenheten")
    owner.press("Enter")
    choose(form, "Sannolikhet efter åtgärder", "2")
    expect(form.get_by_text("Restrisk", exact=False).first).to_contain_text("Hög 10")
    press(form, "Spara åtgärd")
    expect(form).to_be_hidden()
    press(row, "Godta det som återstår")
    form = dialog(page)
    write(form.get_by_label("Skäl"), "Tälten töms i tid.")
    press(form, "Godta risken")
    expect(form).to_be_hidden()
    expect(row).to_contain_text("Godtagen")


def test_asking_for_completion_takes_a_reason_and_keeps_the_last_day(hall: Hall, page: Page) -> None:
    event = hall.event("Torgdagen")
    event.open(page, "beslut")
    expect(page.get_by_text("Yttrandet går inte att skriva än")).to_be_visible()

    page.get_by_text("Kompletteras", exact=True).click()
    press(page, "Begär komplettering")
    expect(page.get_by_text("Skriv en motivering.")).to_be_visible()
    write(page.get_by_label("Motivering"), "Väderplanen saknas.")
    press(page, "Begär komplettering")

    expect(page.get_by_role("heading", level=2, name="Kompletteras")).to_be_visible()
    assert event.dossier.decision is not None
    assert event.dossier.decision.motive == "Väderplanen saknas."

    _read_and_take_along_the_answer_to_the_police(page)
    assert event.dossier.police_number == "A12*3*/2027"


def _read_and_take_along_the_answer_to_the_police(page: Page) -> None:
    write(page.get_by_label("Polisens diarienummer"), "A12*3*/2027")
    expect(page.get_by_label("Polisens diarienummer")).to_have_value("A12*3*/2027")
    page.get_by_text("Visa yttrandet").click()
    letter = page.locator(".st-key-yttrande")
    expect(letter).to_contain_text("A12*3*/2027")
    expect(letter).to_contain_text(
        "Gruppen kan inte ta slutlig ställning förrän underlaget har kompletterats."
    )
    expect(letter).to_contain_text("Väderplanen saknas.")
    for button, name in (("Hämta som Word", ".docx"), ("Hämta som PDF", ".pdf")):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        assert download.value.suggested_filename.startswith("Yttrande Torgdagen")
        assert download.value.suggested_filename.endswith(name)
