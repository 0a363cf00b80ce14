"""The organiser's copy: only theirs, in every part of the file; found by the same codes; kind where empty."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from evenemang.domain.assessment import AreaTaken, Assessment
from evenemang.domain.dossier import Dossier
from evenemang.domain.organiser import Organiser
from evenemang.domain.text import Language
from evenemang.flow.audience import RULINGS
from evenemang.flow.content import Content
from evenemang.flow.recording import Whole
from evenemang.workbook.grids import grids
from evenemang.workbook.organiser.writing import copy_name, write_copy
from evenemang.workbook.records import form_values
from tests.marked_dossier import Marked, marked
from tests.workbook.potato import SECRET_WORDS, journal
from tests.workbook.strategies import dossiers, whole_of

Office = Callable[[Path, str], Path]
SHEETS = {
    "sv": ["Sammanfattning", "Frågor", "Åtgärder", "Villkor", "Tillstånd", "Om filen"],
    "en": ["Summary", "Questions", "Actions", "Conditions", "Permits", "About the file"],
}


@pytest.fixture
def whole(content: Content, potato: Dossier) -> Whole:
    organiser = Organiser(
        id="municipality", name="Potatisföreningen", kind="external", experience="long", contact="Eva Ek"
    )
    return replace(whole_of(potato, content, journal(potato.id)), organiser=organiser)


@pytest.fixture(scope="module")
def found(content: Content) -> Marked:
    return marked(content)


def parts_of(workbook: bytes) -> str:
    with ZipFile(BytesIO(workbook)) as parts:
        names = parts.namelist()
        return "\n".join([*names, *(parts.read(one).decode() for one in names)])


def book_of(workbook: bytes) -> Workbook:
    return load_workbook(BytesIO(workbook))


def said_on(workbook: bytes, sheet: str) -> str:
    rows = book_of(workbook)[sheet].iter_rows(values_only=True)
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_word_that_is_internal_or_secret_is_in_any_part_of_the_file(
    found: Marked, language: Language
) -> None:
    inside = parts_of(write_copy(found.whole, language))

    assert [word for word in (*found.closed, *found.not_theirs) if word in inside] == []
    kept = {
        word: way
        for word, way in found.marker.words.items()
        if not all("organiser" in RULINGS.get(model, {}).get(name, ()) for model, name in way)
    }
    assert [way for word, way in kept.items() if word in inside] == []
    told = {(way[-1][0].__name__, way[-1][1]) for word, way in found.marker.words.items() if word in inside}
    assert {("Event", "name"), ("Action", "do"), ("Decision", "conditions"), ("Answer", "value")} <= told


@pytest.mark.parametrize("language", ["sv", "en"])
def test_of_the_potato_festival_only_the_organisers_is_sent(whole: Whole, language: Language) -> None:
    inside = parts_of(write_copy(whole, language))

    for word in (
        *SECRET_WORDS,
        "threats.",
        "A99",
        "Första samtalet",
        "Bemannat och mätt",
        "Genomgånget med arrangören",
        "Kravallstaket",
        "lastbil backade",
        "Stäng Kungsgatan för fordon under",
        "Riskerna är hanterade",
        "barnvagnsparkeringen",
    ):
        assert word not in inside
    assert "Mötesplats för borttappade barn" in inside
    assert "Scenen stängs när byarna" in inside


@settings(max_examples=25)
@given(dossier=dossiers(), language=st.sampled_from(["sv", "en"]))
def test_whatever_a_dossier_holds_its_notes_stay_inside(
    content: Content, dossier: Dossier, language: Language
) -> None:
    note = "zqhemligtqz"
    event = dossier.event.model_copy(update={"note": note})
    risks = tuple(one.model_copy(update={"title": note, "secrecy": "internal"}) for one in dossier.risks)
    actions = tuple(one.model_copy(update={"do": note, "secrecy": "secret"}) for one in dossier.actions)
    decisions = tuple(one.model_copy(update={"motive": note}) for one in dossier.decisions)
    noted = dossier.model_copy(
        update={"event": event, "risks": risks, "actions": actions, "decisions": decisions}
    )

    assert note not in parts_of(write_copy(whole_of(noted, content), language))


def test_a_returned_copy_says_which_dossier_version_and_rows_it_is_about(whole: Whole) -> None:
    tables = grids(write_copy(whole, "sv"))

    told = form_values(tables["file"])
    assert (told["@part"], told["@version"], told["@language"]) == ("organiser", 7, "sv")
    assert form_values(tables["dossier"])["id"] == "3f9k"
    asked = {str(row["question"]) for row in tables["answers"].rows}
    theirs = {
        one.id
        for area in ("crowds", "traffic", "weather")
        for one in whole.content.areas[area].questions()
        if one.ask_of == "organiser"
        and one.is_planning
        and whole.content.areas[area].secrecy_of(one) == "open"
    }
    assert asked
    assert asked <= theirs
    assert [row["id"] for row in tables["actions"].rows] == ["A5", "A3"]


def test_only_the_cells_for_answers_can_be_written_in_and_lists_offer_the_questions_answers(
    whole: Whole,
) -> None:
    book = book_of(write_copy(whole, "sv"))

    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book)
    sheet = book["Frågor"]
    heads = [cell.value for cell in sheet[4]]
    row = 5
    unlocked = {heads[at] for at, cell in enumerate(sheet[row]) if not cell.protection.locked}
    assert unlocked == {"Svar", "Er kommentar"}
    offered = [one.formula1 for one in sheet.data_validations.dataValidation]
    assert '"Ja,Delvis,Nej,Ej aktuellt"' in offered
    actions = book["Åtgärder"]
    unlocked = {
        [cell.value for cell in actions[4]][at]
        for at, cell in enumerate(actions[5])
        if not cell.protection.locked
    }
    assert unlocked == {"Åtgärd", "Senast", "Vem hos er", "Läge"}


def test_a_row_that_they_add_is_read_as_a_new_action(whole: Whole, tmp_path: Path) -> None:
    book = book_of(write_copy(whole, "sv"))
    sheet = book["Åtgärder"]
    empty = next(row for row in range(5, 30) if sheet.cell(row, 2).value is None)
    assert not sheet.cell(empty, 2).protection.locked
    sheet.cell(empty, 2).value = "Hyr in fler toaletter"
    path = tmp_path / "svar.xlsx"
    book.save(path)

    rows = grids(path.read_bytes())["actions"]
    assert rows.numbers[-1] is None
    assert rows.rows[-1]["do"] == "Hyr in fler toaletter"


def test_the_front_says_what_matters_most_by_when_and_whom_to_ask(whole: Whole) -> None:
    front = said_on(write_copy(whole, "sv"), "Sammanfattning")

    assert "Det viktigaste att göra nu" in front
    assert "Mötesplats för borttappade barn" in front
    assert "Flytta ölkön" not in front, "that is done"
    assert "2023-08-20" in front
    assert "Projektledare" in front
    assert "Så skickar ni tillbaka" in front


@pytest.mark.parametrize(
    ("language", "nothing"),
    [("sv", "Vi väntar inte på något från er."), ("en", "We do not wait for anything from you.")],
)
def test_a_small_event_with_nothing_to_do_is_told_so_kindly(
    content: Content, potato: Dossier, language: Language, nothing: str
) -> None:
    small = Dossier(
        id="7aaa", event=potato.event.model_copy(update={"name": "Högläsning"}), opened=potato.opened
    )
    copy = write_copy(replace(whole_of(small, replace(content, permits=()))), language)

    assert nothing in said_on(copy, SHEETS[language][0])
    assert ("inga frågor" if language == "sv" else "no questions") in said_on(copy, SHEETS[language][1])


def test_an_event_that_is_over_only_asks_for_what_is_left_of_their_actions(whole: Whole) -> None:
    later = replace(whole, as_of=datetime(2023, 10, 1, 9, tzinfo=UTC))
    front = said_on(write_copy(later, "sv"), "Sammanfattning")

    assert "Mötesplats" in front
    assert "Svara på" not in front
    assert "Uppfyll" not in front


def test_the_file_has_a_name_fit_for_a_mail(potato: Dossier) -> None:
    assert copy_name(potato, "sv") == "Potatisfestivalen 2023, till arrangören.xlsx"
    other = potato.model_copy(update={"event": potato.event.model_copy(update={"name": "Ljus: å/ä?"})})
    assert copy_name(other, "en") == "Ljus å ä 2023, to the organiser.xlsx"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_office_prints_it_with_the_front_on_one_page(
    whole: Whole, tmp_path: Path, office: Office, language: Language
) -> None:
    book = tmp_path / "exemplar.xlsx"
    book.write_bytes(write_copy(whole, language))

    printed = subprocess.run(
        ["pdftotext", "-layout", office(book, "pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = printed.split("\f")
    assert "###" not in printed
    assert ("Så skickar ni tillbaka" if language == "sv" else "How to send it back") in pages[0]
    assert ("Frågor" if language == "sv" else "Questions") in pages[1]
    for name in SHEETS[language]:
        assert name in printed


def test_an_area_that_is_not_here_is_not_named(content: Content, potato: Dossier) -> None:
    strange = Assessment(areas=(AreaTaken(area="zqborta"),))
    dossier = potato.model_copy(update={"assessment": strange})
    assert "zqborta" not in parts_of(write_copy(whole_of(dossier, content), "sv"))
