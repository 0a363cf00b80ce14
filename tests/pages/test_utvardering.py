"""Utvärdering as it is done: in under a minute when nothing happened, whole when something did."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from evenemang.domain.actor import Stamp
from evenemang.domain.evaluation import Evaluation, Peak, VisitorCount
from evenemang.domain.event import Occasion
from evenemang.domain.lesson import Lesson
from evenemang.domain.meeting import Meeting
from evenemang.domain.risk import Judgement
from evenemang.flow import saying
from evenemang.flow.judging import AddRisk
from evenemang.flow.on_site import LogIncident
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.pages.evaluation import building
from tests.builders import dossier
from tests.pages.grounds import SARA, Grounds, open_grounds
from tests.pages.visiting import pick_option


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grounds]:
    with open_grounds(tmp_path_factory.mktemp("grounds")) as found:
        today = found.workspace.now().date()
        found.workspace.keep("meeting", Meeting(id="mote-1", on=today), SARA, "hold-meeting")
        yield found


def test_nothing_happened_takes_three_taps(grounds: Grounds, phone: Page) -> None:
    dossier = grounds.event("Lugna festen")
    page = grounds.visit(phone, dossier, "utvardering")

    page.get_by_role("radio", name="Räknades inte").first.tap()
    page.get_by_text("Inget hände: inga tillbud").tap()
    page.get_by_role("button", name="Spara utvärdering", exact=True).tap()

    expect(page.get_by_role("heading", name="Inget hände")).to_be_visible()
    expect(page.get_by_text("hur ofta något hände per besök går inte att räkna")).to_be_visible()
    kept = grounds.dossier(dossier).evaluation
    assert kept
    assert kept.nothing_happened
    assert (kept.visitors.total, kept.visitors.method) == (None, "not-counted")


def test_nothing_happened_is_never_taken_for_granted(grounds: Grounds, page: Page) -> None:
    dossier = grounds.event("Tysta festen")
    grounds.visit(page, dossier, "utvardering")

    page.get_by_label("Antal besök").first.fill("800")
    page.get_by_role("button", name="Spara utvärdering", exact=True).click()

    expect(page.get_by_text("Kryssa för att inget hände")).to_be_visible()
    assert grounds.dossier(dossier).evaluation is None


@pytest.mark.parametrize("days", [30, 0])
def test_an_event_that_is_not_over_is_not_evaluated_and_says_when_it_will_be(
    grounds: Grounds, page: Page, days: int
) -> None:
    grounds.visit(page, grounds.event("Framtidsfesten", days=days), "utvardering")

    expect(page.get_by_role("heading", name="Utvärderingen öppnas när evenemanget är slut")).to_be_visible()
    by = grounds.workspace.now().date() + timedelta(days=days + 30)
    expect(page.get_by_text("Den ska vara klar senast")).to_contain_text(saying.day(by, "sv"))
    expect(page.get_by_role("button", name="Spara utvärdering")).to_have_count(0)
    expect(page.get_by_role("button", name="Spara utvärdering")).to_have_count(0)


def test_the_whole_evaluation_gives_a_rate_with_its_interval(grounds: Grounds, page: Page) -> None:
    dossier = grounds.event("Stora festen")
    risk = AddRisk(
        area="crowds", title="Trångt vid entrén", harm="people", before=Judgement(likelihood=3, consequence=3)
    )
    grounds.workspace.do(dossier, risk, SARA)
    grounds.workspace.do(dossier, LogIncident(type="injury", severity=1, what="Fall"), SARA)
    grounds.visit(page, dossier, "utvardering")

    page.get_by_role("button", name="Spara hela utvärderingen").click()
    expect(page.get_by_text("Säg hur besöken räknades")).to_be_in_viewport()  # the form is long
    page.get_by_label("Antal besök").fill("28000")
    page.get_by_role("radio", name="Räknare vid ingångarna").click()
    page.get_by_label("Vad ska göras annorlunda?").fill("Bredare entré\n\nFler skyltar")
    page.get_by_role("button", name="Spara hela utvärderingen").click()

    expect(page.get_by_role("heading", name="1 händelse, 2 saker att göra annorlunda")).to_be_visible()
    expect(page.get_by_text("händelser per 10 000 besök (95 % intervall 0,01–1,99)")).to_be_visible()
    kept = grounds.dossier(dossier).evaluation
    assert kept
    assert kept.change == ("Bredare entré", "Fler skyltar")
    assert kept.risks == (), "a risk that nobody judged must not be taken for one that did not happen"


def test_a_lesson_noted_and_approved_waits_at_the_next_edition(grounds: Grounds, page: Page) -> None:
    dossier = grounds.event("Lärofesten")
    grounds.visit(page, dossier, "utvardering")

    page.get_by_text("Notera en lärdom").click()
    page.get_by_label("Lärdomen i en mening").fill("Matkön får inte korsa gångstråket.")
    pick_option(page.get_by_role("combobox", name="Vilken fråga gäller den?"), "gångstråk")
    page.get_by_role("button", name="Spara lärdomen").click()
    expect(page.get_by_role("heading", name="1 lärdom, 1 väntar på gruppen")).to_be_visible()
    page.get_by_label("Vid vilket möte?").click()
    page.get_by_role("option").first.click()
    page.get_by_role("button", name="Godkänn lärdomen").click()
    expect(page.get_by_role("heading", name="1 lärdom, godkänd av gruppen")).to_be_visible()
    page.get_by_role("link", name="Öppna nästa upplaga").click()
    page.get_by_role("button", name="Öppna ny upplaga").click()

    expect(page.get_by_role("heading", name="Lärofesten", level=1)).to_be_visible()
    page.wait_for_url(lambda url: "steg=underlag" in url and dossier not in url)
    opened = grounds.dossier(page.url.split("id=")[1].split("&")[0])
    assert opened.edition
    assert opened.edition.previous == dossier
    (lesson,) = grounds.workspace.read(opened).lessons_waiting
    assert lesson.text == "Matkön får inte korsa gångstråket."
    assert lesson.approved_at == "mote-1"
    assert lesson.concerns.place == "torget"


def test_many_quiet_evenings_take_one_tap_and_the_odd_one_says_what_happened(
    grounds: Grounds, phone: Page
) -> None:
    today = grounds.workspace.now().date()
    days = tuple(
        Occasion(date=today - timedelta(days=one), starts="16:00", ends="21:00") for one in range(7, 1, -1)
    )
    opened = open_dossier(grounds.workspace, NewDossier(name="Ljusfesten", occasions=days), SARA).record.id
    page = grounds.visit(phone, opened, "utvardering")
    expect(page.get_by_role("heading", name="6 tillfällen att utvärdera")).to_be_visible()

    page.get_by_role("toolbar", name="Vid vilka tillfällen").get_by_role("button").first.tap()
    page.get_by_role("button", name="Inget hände vid de andra 5").tap()
    expect(page.get_by_role("heading", name="1 tillfälle att utvärdera")).to_be_visible()
    page.get_by_role("toolbar", name="Vid vilka tillfällen").get_by_role("button").first.tap()
    page.get_by_label("Vad hände?").fill("En lykta föll")
    page.get_by_role("button", name="Spara tillfället").tap()

    expect(page.get_by_role("heading", name="Alla tillfällen hittills är utvärderade")).to_be_visible()
    expect(page.get_by_text("En lykta föll")).to_be_visible()
    kept = grounds.dossier(opened).occasion_reviews
    assert [one.happened for one in kept] == [True, *[False] * 5]


def test_what_happened_is_proposed_as_a_lesson_that_the_group_may_decline(
    grounds: Grounds, page: Page
) -> None:
    dossier = grounds.event("Händelsefesten")
    grounds.workspace.do(
        dossier,
        LogIncident(type="crowding", severity=0, what="Trångt", measure="Bredare grind", foreseen="none"),
        SARA,
    )
    grounds.visit(page, dossier, "utvardering")

    expect(page.get_by_role("heading", name="1 förslag på lärdom")).to_be_visible()
    expect(page.get_by_text("Händelsen hade ingen förutsett: I1 Trångt")).to_be_visible()
    expect(page.get_by_role("textbox", name="Lärdomen i en mening", exact=True)).to_have_value(
        "Bredare grind"
    )
    page.get_by_role("button", name="Lägg fram för gruppen").click()
    expect(page.get_by_role("heading", name="1 lärdom, 1 väntar på gruppen")).to_be_visible()
    expect(page.get_by_role("heading", name="1 förslag på lärdom")).to_have_count(0)
    page.get_by_role("button", name="Avslå med skäl").click()
    page.get_by_label("Varför godkänner gruppen den inte?").fill("Grinden är redan bytt")
    page.get_by_role("button", name="Avslå lärdomen").click()

    expect(page.get_by_text("Inte lärdomar, med skäl: 1")).to_be_visible()
    (kept,) = [
        lesson
        for one in grounds.workspace.store.all("lesson")
        if isinstance(lesson := one.record, Lesson) and lesson.from_event == dossier
    ]
    assert (kept.state, kept.drawn_from, kept.concerns.place) == ("declined", "incidents/I1", "torget")


def test_what_the_form_does_not_ask_for_stays_when_an_evaluation_is_changed() -> None:
    given = Stamp(by="Sara", at="2023-09-01T10:00:00+02:00")
    peaks = (Peak(people=900, at="2023-08-25T21:00:00+02:00"), Peak(people=400))
    before = Evaluation(given=given, visitors=VisitorCount(method="estimate", total=5000), peaks=peaks)

    whole = dossier("ab12", evaluation=before)
    changed = building.evaluation({"method": "estimate", "visitors": 5200, "peak": 950}, whole, None)

    assert changed.visitors.total == 5200
    assert [one.people for one in changed.peaks] == [950, 400]
    assert changed.peaks[0].at == peaks[0].at
