"""Judging risks as a group does it: what nobody has looked at first, and no consequence lowered unsaid."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from evenemang.domain.risk import Judged, Judgement
from evenemang.flow.judging import AddRisk, JudgeRisk
from tests.pages.matter import Hall, choose, dialog, matters, post, press, write


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with matters(tmp_path_factory.mktemp("risker")) as found:
        yield found


def test_a_proposal_is_judged_from_its_answer_and_a_lower_consequence_asks_why(
    hall: Hall, page: Page
) -> None:
    event = hall.event("Tältfesten")
    event.answer(limit_list="no")
    event.open(page, "risker")
    proposal = post(page, "forslag", "R1")
    expect(page.get_by_role("heading", name="1 förslag att bedöma")).to_be_visible()
    expect(proposal).to_contain_text("Hög 10")
    expect(proposal.get_by_role("link")).to_contain_text("Nej på")
    expect(proposal).to_contain_text("Sagt på mötet")

    press(proposal, "Bedöm")
    form = dialog(page)
    choose(form, "Konsekvens före åtgärder", "4")
    expect(form.get_by_text("Ny nivå")).to_contain_text("Medel 8")
    press(form, "Spara bedömningen")
    expect(form.get_by_text("Skriv varför: en lägre konsekvens behöver ett skäl.")).to_be_visible()
    write(form.get_by_label("Motivering"), "Tälten står för sig.")
    press(form, "Spara bedömningen")
    expect(form).to_be_hidden()

    expect(page.get_by_role("heading", name="Ingen risk är hög efter åtgärder")).to_be_visible()
    risk = event.dossier.risk("R1")
    assert (risk.state, risk.before) == ("accepted", Judgement(likelihood=2, consequence=4))
    assert risk.motive == "Tälten står för sig."


def test_a_proposal_may_be_taken_as_it_is_or_dismissed_with_a_reason(hall: Hall, page: Page) -> None:
    event = hall.event("Torgdagen")
    event.answer(limit_list="no", watcher="partly")
    event.open(page, "risker")

    press(post(page, "forslag", "R1"), "Ta med som det är")
    expect(post(page, "risk", "R1")).to_contain_text("Särskild bedömning")
    press(post(page, "forslag", "R2"), "Avfärda")
    form = dialog(page)
    press(form, "Avfärda förslaget")
    expect(form.get_by_text("Skriv varför")).to_be_visible()
    write(form.get_by_label("Skäl"), "Inomhus om det regnar.")
    press(form, "Avfärda förslaget")
    expect(form).to_be_hidden()

    expect(page.get_by_text("1 avfärdade förslag")).to_be_visible()
    assert [risk.state for risk in event.dossier.risks] == ["accepted", "dismissed"]


def test_threats_stand_apart_and_read_vulnerability_and_each_picture_has_its_table(
    hall: Hall, page: Page
) -> None:
    event = hall.event("Tåget")
    event.do(AddRisk(title="Kö <b>välter</b>", area="crowds", before=Judgement(likelihood=3, consequence=3)))
    event.do(
        AddRisk(title="Fordon", area="threats", axis="threat", before=Judgement(likelihood=4, consequence=4))
    )
    event.open(page, "risker")

    expect(page.get_by_role("heading", name="Hot för sig")).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(2)
    expect(page.locator(".js-plotly-plot").last).to_contain_text("Sårbarhet")
    expect(page.get_by_label("Riskmatris, sårbarhet och konsekvens: R2")).to_have_count(1)
    expect(
        page.get_by_text("Talet är sannolikhet × konsekvens, för hot sårbarhet × konsekvens.")
    ).to_be_visible()
    expect(page.get_by_text("högsta restrisk, ett hot")).to_be_visible()
    expect(post(page, "risk", "R1")).to_contain_text("Kö <b>välter</b>")
    page.get_by_text("Visa som tabell").first.click()
    expect(page.get_by_role("table").first).to_contain_text("sannolikhet 3, konsekvens 3")

    press(page, "Lägg till risk")
    form = dialog(page)
    expect(form.get_by_role("radiogroup", name="Sannolikhet")).to_be_visible()
    area = form.get_by_role("combobox", name="Riskområde")
    area.fill("Antagonistiska")
    area.press("Enter")
    expect(form.get_by_role("radio", name="Hot")).to_be_checked()
    expect(form.get_by_role("radiogroup", name="Sårbarhet")).to_be_visible()


def test_an_answer_changed_after_the_judgement_asks_for_a_new_look(hall: Hall, page: Page) -> None:
    event = hall.event("Marknaden")
    event.answer(limit_list="no")
    event.do(JudgeRisk(risk="R1", said=Judged(before=Judgement(likelihood=2, consequence=5))))
    event.answer(limit_list="yes")

    event.open(page, "risker")

    expect(post(page, "risk", "R1")).to_contain_text(
        "Svaret eller dess beräkning har ändrats sedan R1 bedömdes"
    )


def test_a_risk_leads_to_its_question_and_its_address_to_its_row(hall: Hall, page: Page) -> None:
    event = hall.event("Vägfesten")
    event.answer(limit_list="no")
    event.open(page, "risker")
    row = post(page, "forslag", "R1")

    row.get_by_role("link").click()
    answer = page.locator(".st-key-fraga-weather-limit-list").get_by_role("radio", name="Nej")
    expect(answer).to_be_focused()
    expect(answer).to_be_in_viewport()
    page.goto(f"{event.address}/arende?id={event.id}&steg=risker&risk=R1")

    expect(row.locator(":focus")).to_have_count(1)
    expect(row).to_be_in_viewport()
