"""The organiser tells how it went in their copy, and it comes back cell by cell beside the group's own."""

from __future__ import annotations

from datetime import timedelta

import pytest

from evenemang.bootstrap.returning import look
from evenemang.domain.errors import ReturnRefused
from evenemang.domain.evaluation import VisitorCount, occasion_words
from evenemang.flow.evaluating import Evaluate
from evenemang.flow.occasions import ReviewOccasions
from evenemang.flow.opening import SetEvent
from evenemang.flow.organiser_says import SAID, NoteOrganiserEvaluation, visits_said
from evenemang.flow.recording import whole
from evenemang.flow.returning.looking import Looked
from evenemang.flow.returning.taking import accept
from evenemang.workbook import write
from evenemang.workbook.organiser.writing import write_copy
from evenemang.workbook.reading import read
from tests.builders import occasion
from tests.filled_in import Filled
from tests.reviewed import ALI, STARTS, Matter, on

NAME, SHEET, ANSWER = "Höstfesten, till arrangören.xlsx", "Utvärdering", "Ert svar"


@pytest.fixture
def matter() -> Matter:
    matter = Matter()
    matter.at = on(STARTS + timedelta(days=4))
    return matter


def sent(matter: Matter) -> Filled:
    return Filled(write_copy(whole(matter.workspace, matter.id), "sv"))


def back(matter: Matter, filled: Filled) -> Looked:
    return look(matter.workspace, filled.content(), NAME)


def take(matter: Matter, looked: Looked) -> None:
    accept(matter.workspace, looked, [one.key for one in looked.differences], ALI, sender="Åsa Ek")


def test_before_the_event_the_copy_asks_nothing_and_afterwards_it_asks_first(matter: Matter) -> None:
    after = sent(matter)
    matter.at = on(STARTS - timedelta(days=4))
    before = sent(matter)

    assert SHEET not in before.book.sheetnames
    assert after.book.sheetnames[:2] == ["Sammanfattning", SHEET]
    front = [str(cell) for row in after.sheet("Sammanfattning").values for cell in row if cell]
    assert "Berätta hur det gick på bladet Utvärdering" in front
    assert str(STARTS + timedelta(days=30)) in front


def test_what_the_organiser_writes_comes_back_cell_by_cell(matter: Matter) -> None:
    filled = sent(matter)
    cells = {
        "Antal besök, alla dagar": "12 500",
        "Hur besöken räknades": "Klickräknare",
        "Det här hände": "• En barnvagn i kläm\n• Köer vid toaletterna",
        "Det här gör vi annorlunda": "Fler toaletter\nBredare grind",
        "Säkerheten kostade, kr": "45 000 kr",
    }
    where = {row: filled.write(SHEET, row, ANSWER, said) for row, said in cells.items()}

    looked = back(matter, filled)

    assert looked.remarks == ()
    assert {one.heading: (str(one.where), one.stored, one.outcome) for one in looked.differences} == {
        row: (f"{SHEET}!{cell}", None, "theirs") for row, cell in where.items()
    }
    take(matter, looked)
    told = matter.dossier.organiser_evaluation
    assert told
    assert (told.visitors, told.method, told.safety_sek) == (12500, "hand-counter", 45000)
    assert told.happened == ("En barnvagn i kläm", "Köer vid toaletterna")
    assert told.change == ("Fler toaletter", "Bredare grind")
    assert matter.dossier.evaluation is None, "it is never taken for the group's own"
    rows = matter.workspace.store.journal("dossier", matter.id)
    assert [one.deed.source.cells for one in rows if one.deed.source and one.deed.source.cells] == [
        f"{SHEET}!{cell}" for cell in where.values()
    ]


def test_the_visits_of_each_evening_come_back_and_stand_in_the_groups_workbook(matter: Matter) -> None:
    days = tuple(occasion(STARTS - timedelta(days=back)) for back in (2, 1, 0, -9))
    matter.do(SetEvent(occasions=days))
    first, second, *_, coming = (f"{day.date}T12.00" for day in days)
    filled = sent(matter)
    row = "Besök {}".format
    filled.write(SHEET, row(occasion_words(first)), ANSWER, "1 250")
    filled.write(SHEET, row(occasion_words(second)), ANSWER, 980)

    take(matter, back(matter, filled))

    told = matter.dossier.organiser_evaluation
    assert told
    assert visits_said(told) == {first: 1250, second: 980}
    again = sent(matter)
    assert again.at(SHEET, row(occasion_words(first)), ANSWER).value == 1250
    again.write(SHEET, row(occasion_words(second)), ANSWER, None)
    again.write(SHEET, row(occasion_words(coming)), ANSWER, 5)
    looked = back(matter, again)
    assert [(one.stored, one.returned, one.outcome) for one in looked.differences] == [(None, "5", "theirs")]
    with pytest.raises(ReturnRefused) as refused:
        take(matter, looked)
    assert "är inte slut än" in refused.value.say("sv")
    matter.do(SetEvent(occasions=days[1:]))  # the evening is moved: what was said of it stays
    matter.do(NoteOrganiserEvaluation(**{name: getattr(told, name) for name in SAID}))
    assert read(write(whole(matter.workspace, matter.id), "sv")).dossier == matter.dossier


def test_nothing_happened_is_three_cells_and_what_contradicts_itself_is_refused(matter: Matter) -> None:
    filled = sent(matter)
    filled.write(SHEET, "Inget hände", ANSWER, "ja")
    filled.write(SHEET, "Antal besök, alla dagar", ANSWER, 800)
    take(matter, back(matter, filled))

    again = sent(matter)
    assert again.at(SHEET, "Inget hände", ANSWER).value == "Ja"
    again.write(SHEET, "Antal besök, alla dagar", ANSWER, "många")
    again.write(SHEET, "Det här hände", ANSWER, "Ett staket föll")
    looked = back(matter, again)

    assert [one.kind for one in looked.remarks] == ["not-understood"]
    with pytest.raises(ReturnRefused) as refused:
        take(matter, looked)
    assert "både att inget hände och vad som hände" in refused.value.say("sv")


def test_an_answer_that_was_changed_here_meanwhile_is_a_conflict(matter: Matter) -> None:
    filled = sent(matter)
    filled.write(SHEET, "Antal besök, alla dagar", ANSWER, 900)
    matter.do(NoteOrganiserEvaluation(visitors=700))

    (one,) = back(matter, filled).differences

    assert (one.returned, one.stored, one.outcome) == ("900", "700", "conflict")


def test_the_groups_workbook_tells_all_of_it_and_its_cells_come_back(matter: Matter) -> None:
    days = tuple(occasion(STARTS - timedelta(days=back)) for back in (4, 3, 2, 1, 0))
    matter.do(SetEvent(occasions=days))
    evening = f"{STARTS - timedelta(days=4)}T12.00"
    matter.do(
        ReviewOccasions(occasions=(evening,), happened=True, note="Regn", visitors=90),
        NoteOrganiserEvaluation(visitors=700, nothing_happened=False, worked=("Grinden",)),
        Evaluate.model_validate(
            {
                "visitors": VisitorCount(method="estimate", total=800),
                "costs": {"safety_sek": 20000, "note": "Vakter"},
            }
        ),
    )
    filled = Filled(write(whole(matter.workspace, matter.id), "sv"))

    assert read(filled.content()).dossier == matter.dossier
    filled.write(SHEET, evening.replace("T", " ").replace(".", ":"), "Räknade besök", 95)
    filled.write(SHEET, "Säkerheten kostade, kr", "Värde", "25 000")
    looked = back(matter, filled)
    take(matter, looked)

    assert matter.dossier.occasion_reviews[0].visitors == 95
    assert matter.dossier.evaluation
    assert matter.dossier.evaluation.costs
    assert matter.dossier.evaluation.costs.safety_sek == 25000
