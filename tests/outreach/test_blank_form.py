"""A blank form as it comes out of the printer: what is asked, what is not, and nothing taken for markup."""

from datetime import date
from pathlib import Path

import pytest

from evenemang import bootstrap
from evenemang.bootstrap import authoring, printing
from evenemang.domain.actor import Actor
from evenemang.domain.checklist import Area, Question
from evenemang.domain.errors import Refused
from evenemang.domain.event import Occasion
from evenemang.domain.text import Language
from evenemang.flow.assessing import AskOwnQuestion
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.workspace import Workspace
from tests.outreach.reading import pages, solid, words

SARA = Actor(name="Sara Lind")
HOSTILE = '#import "x": * $a^2$ \\ *b* _c_ <d> @e `f` "g" \'h\' -- // i /* ~ = [j] {k} שלום مرحبا'
AREAS = bootstrap.content().areas


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return bootstrap.open_data(tmp_path_factory.mktemp("data")).workspace


def event(workspace: Workspace, *areas: str, name: str = "Potatisfestivalen", **facts: bool | int) -> str:
    new = NewDossier(
        name=name,
        occasions=(Occasion(date=date(2027, 8, 20), starts="11:00", ends="23:00"),),
        facts=facts,
        areas=areas,
        officer="Åsa Öst",
    )
    return open_dossier(workspace, new, SARA).record.id


def asked(workspace: Workspace, dossier: str) -> list[Question]:
    reading = workspace.read(workspace.dossier(dossier).record)
    return [one for found in reading.asked.values() for one in found]


def missing(pdf: bytes, *said: str) -> list[str]:
    text = solid(words(pdf))
    return [one for one in said if solid(one) not in text]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("area", AREAS.values(), ids=AREAS.keys())
def test_the_form_of_an_area_asks_all_its_questions_and_why(area: Area, language: Language) -> None:
    pdf = printing.print_area(area, language)
    questions = [one for one in area.questions() if not one.retired]

    said = [text.say(language) for one in questions for text in (one.ask, one.why)]
    choices = [choice.text.say(language) for one in questions for choice in one.choices]
    assert missing(pdf, area.title.say(language), *said, *choices) == []
    assert missing(pdf, *(one.id for one in questions)) == []
    assert 1 + len(questions) / 8 < pages(pdf) < 3 + len(questions) / 4


def test_what_bad_answers_raise_is_not_printed() -> None:
    text = solid(words(printing.print_area(AREAS["crowds"], "sv")))
    raised = [each for one in AREAS["crowds"].questions() for each in one.raises]

    assert raised
    assert [each.hazard.sv for each in raised if solid(each.hazard.sv) in text] == []
    assert [one.do.sv for each in raised for one in each.actions if solid(one.do.sv) in text] == []


def test_a_condition_stands_in_plain_words_under_its_question() -> None:
    sv = words(printing.print_area(AREAS["crowds"], "sv"))
    en = words(printing.print_area(AREAS["crowds"], "en"))

    assert "Ställs om: ”Hur många delområden har evenemanget?” är mer än 1" in sv
    assert "Asked if: “" in en
    assert "event." not in sv + en


def test_a_number_has_its_unit_and_limits_and_a_choice_its_answers() -> None:
    sv = words(printing.print_area(AREAS["weather"], "sv"))

    assert "°C (minst −30, högst 45) Ej aktuellt, skäl:" in sv
    assert "m/s (högst 60) Ej aktuellt, skäl:" in sv
    assert "Ingen varning Meddelande från SMHI, men ingen varning Gul Orange" in sv


def test_an_event_is_asked_what_it_is_asked_in_the_app_and_rounds_stand_apart(workspace: Workspace) -> None:
    dossier = event(workspace, "crowds", "fire", peak_visitors=7500, zones=3, outdoors=True, after_dark=True)
    questions = asked(workspace, dossier)
    planning = [one.ask.sv for one in questions if one.is_planning]
    rounds = [one.ask.sv for one in questions if not one.is_planning]

    walk = printing.print_event(workspace, dossier, "sv")
    walked = printing.print_event(workspace, dossier, "sv", rounds=True)

    assert planning
    assert rounds
    assert missing(walk, *planning, "Potatisfestivalen", "2027-08-20 kl. 11:00–23:00", "Åsa Öst") == []
    assert len(missing(walk, *rounds)) == len(rounds)
    assert missing(walked, *rounds, "Rond vid uppbyggnad", "Gick ronden", "Sida 1 av") == []
    assert len(missing(walked, *planning)) == len(planning)
    assert 3 < pages(walk) < 40


def test_a_condition_that_the_facts_have_settled_is_not_told_and_an_open_one_is(workspace: Workspace) -> None:
    told = "Ställs om: ”Hur många delområden har evenemanget?” är mer än 1"

    settled = printing.print_event(workspace, event(workspace, "crowds", peak_visitors=7500, zones=3), "sv")
    still_open = printing.print_event(workspace, event(workspace, "crowds", peak_visitors=7500), "sv")

    assert told not in words(settled)
    assert told in words(still_open)


def test_nothing_secret_is_on_paper_unless_asked_for_and_the_paper_says_so(workspace: Workspace) -> None:
    dossier = event(workspace, "crowds", "threats", peak_visitors=7500, outdoors=True)
    workspace.do(
        dossier,
        AskOwnQuestion(question="own.koden", area="crowds", ask="Känner vakten koden?", secrecy="secret"),
        SARA,
    )
    secret = [
        one.ask.sv for one in asked(workspace, dossier) if one.is_planning and one.id.startswith("threats.")
    ]

    left_out = printing.print_event(workspace, dossier, "sv")
    taken = printing.print_event(workspace, dossier, "sv", secret=True)

    assert secret
    assert len(missing(left_out, *secret, "Känner vakten koden?")) == len(secret) + 1
    assert f"Hemliga frågor står inte på blanketten: {len(secret) + 1}." in words(left_out)
    assert missing(taken, *secret, "Känner vakten koden?", "Lås in den när den är ifylld") == []


def test_an_event_with_nothing_to_print_is_refused_with_a_sentence(workspace: Workspace) -> None:
    dossier = event(workspace, "threats", peak_visitors=7500)

    with pytest.raises(Refused) as refused:
        printing.print_event(workspace, dossier, "sv")
    with pytest.raises(Refused) as lost:
        printing.print_event(workspace, dossier, "sv", area="crowds")

    assert "hemliga" in refused.value.say("sv")
    assert "crowds är inte valt" in lost.value.say("sv")


def test_text_from_people_and_files_comes_out_as_it_was_typed(workspace: Workspace) -> None:
    dossier = event(workspace, "crowds", name=HOSTILE, peak_visitors=7500)
    workspace.do(
        dossier, AskOwnQuestion(question="own.koden", area="crowds", ask=f"Är {HOSTILE} lagat?"), SARA
    )

    pdf = printing.print_event(workspace, dossier, "sv")

    text = solid(words(pdf))
    for piece in (*HOSTILE.split(" שלום")[:1], "שלום", "مرحبا"):
        assert text.count(solid(piece)) >= 2, piece


def test_a_letter_that_no_font_has_stops_nothing(workspace: Workspace) -> None:
    dossier = event(workspace, "crowds", name="Kalas 🥔 \U0001f9ff \U00013000", peak_visitors=7500)

    pdf = printing.print_event(workspace, dossier, "sv")

    assert "Kalas" in words(pdf)
    assert missing(pdf, *(one.ask.sv for one in asked(workspace, dossier) if one.is_planning)) == []


def test_the_file_is_made_to_be_kept_and_to_be_read_aloud() -> None:
    pdf = printing.print_area(AREAS["weather"], "en")

    assert b"<pdfaid:part>2<" in pdf
    assert b"<pdfuaid:part>1<" in pdf
    assert b"/Lang (en)" in pdf or b"/Lang(en)" in pdf


def test_an_area_in_a_file_prints_before_it_is_installed() -> None:
    file = Path(__file__).parents[1] / "third_party_area" / "marathon.yaml"

    area = authoring.area_of(str(file))
    pdf = printing.print_area(retitled(area), "sv")

    assert missing(pdf, "Finns det vatten var femte kilometer?", "#Lopp*") == []


def retitled(area: Area) -> Area:
    return area.model_copy(update={"title": area.title.model_copy(update={"sv": "#Lopp*"})})
