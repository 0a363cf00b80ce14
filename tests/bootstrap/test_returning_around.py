"""What stands around the work comes back too: occasions, contacts, permits, and replies to lessons."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest

from evenemang.bootstrap.returning import look
from evenemang.domain.errors import ChangedMeanwhile, ReturnRefused
from evenemang.domain.event import DailyOccasions, Occasion, ProgrammeItem
from evenemang.domain.lesson import Concerns
from evenemang.domain.organiser import Contact
from evenemang.domain.permit import Permit
from evenemang.flow.contacts import NoteContact
from evenemang.flow.learning import NewLesson, ReplyToLesson, approve_lesson, note_lesson
from evenemang.flow.opening import NewDossier, SetEvent, open_dossier
from evenemang.flow.planning import KeepPermit, PermitIsNotNeeded
from evenemang.flow.recording import whole
from evenemang.flow.rescheduling import MoveEvent
from evenemang.flow.returning.looking import Looked
from evenemang.flow.returning.taking import accept
from evenemang.workbook import write
from tests.filled_in import Filled
from tests.reviewed import ALI, SARA, STARTS, Matter

NAME = "Höstfesten.xlsx"
NEXT = STARTS + timedelta(days=1)
DAYS = DailyOccasions.model_validate(
    {
        "from": STARTS + timedelta(days=7),
        "to": STARTS + timedelta(days=9),
        "daily": {"starts": "10:00", "ends": "16:00"},
    }
)
CALL = Contact(on=date(2027, 5, 3), by="Ali Ek", how="phone", what="Arrangören frågade om tältet")
VISIT = Contact(on=date(2027, 5, 20), by="Sara Lind", how="site-visit", what="Gick runt i parken")
OCCASIONS = ("Underlag", "Dag, eller från och med")
CONTACTS = ("Underlag", "Vem")
PERMITS = ("Tidplan", "Inlämnat")
LESSON = "Ställ toaletterna längre från scenen"


@pytest.fixture
def matter() -> Matter:
    matter = Matter()
    evening = Occasion(
        date=STARTS, starts="18:00", ends="23:00", programme=(ProgrammeItem(at="19:00", what="Musik"),)
    )
    earlier = open_dossier(matter.workspace, NewDossier(name="Vårfesten"), SARA).record
    lesson = NewLesson(text=LESSON, from_event=earlier.id, concerns=Concerns())
    approve_lesson(matter.workspace, note_lesson(matter.workspace, lesson, SARA).id, None, SARA)
    matter.do(
        SetEvent(occasions=(evening, Occasion(date=NEXT, starts="12:00", ends="18:00"), DAYS)),
        NoteContact(contact=CALL),
        NoteContact(contact=VISIT),
        KeepPermit(permit=Permit(permit="food", what="Anmälan om livsmedel")),
        PermitIsNotNeeded(permit="building", because="Tältet står i tre dagar."),
    )
    return matter


def sent(matter: Matter) -> Filled:
    return Filled(write(whole(matter.workspace, matter.id), "sv"))


def back(matter: Matter, filled: Filled) -> Looked:
    return look(matter.workspace, filled.content(), NAME)


def told(looked: Looked) -> list[tuple[str, str, str | None, str | None, str]]:
    return [(one.about, one.heading, one.returned, one.stored, one.outcome) for one in looked.differences]


def take(matter: Matter, looked: Looked) -> None:
    accept(matter.workspace, looked, [one.key for one in looked.differences], ALI, sender="Åsa Ek")


def head(filled: Filled, sheet: str, first: str) -> tuple[int, dict[str, int]]:
    """The row of the headings of a table, by the first of them, and the column of each."""
    for row in filled.sheet(sheet).iter_rows():
        if row[0].value == first:
            return row[0].row or 0, {str(one.value): one.column or 0 for one in row if one.value}
    raise LookupError(first)


def write_in(filled: Filled, sheet: str, first: str, row: str, **said: Any) -> int:
    """Write in the row of a table where something says `row`, and return which row it is."""
    cells = filled.sheet(sheet)
    top, columns = head(filled, sheet, first)
    for each in cells.iter_rows(min_row=top + 1):
        if any(str(one.value).startswith(row) for one in each):
            line = each[0].row or 0
            for name, value in said.items():
                cells.cell(line, columns[name.replace("_", " ")]).value = value
            return line
    raise LookupError(row)


def add(filled: Filled, sheet: str, first: str, **said: Any) -> None:
    """Write on the first of the empty rows under a table."""
    cells = filled.sheet(sheet)
    line, columns = head(filled, sheet, first)
    while any(cells.cell(line, one).value is not None for one in columns.values()):
        line += 1
    for name, value in said.items():
        cells.cell(line, columns[name.replace("_", " ")]).value = value


def says(looked: Looked) -> list[str]:
    return [one.says.sv for one in looked.remarks]


def test_a_file_that_nobody_changed_says_nothing_though_the_event_has_moved_and_more_is_noted(
    matter: Matter,
) -> None:
    filled = sent(matter)
    matter.do(MoveEvent(days=1, because="Regn"))
    matter.do(NoteContact(contact=CALL.model_copy(update={"on": date(2027, 4, 1), "what": "Ringde"})))
    matter.do(KeepPermit(permit=Permit(permit="food", what="Livsmedel", outcome="registered")))

    looked = back(matter, filled)

    assert (looked.differences, looked.remarks) == ((), ())


def test_an_occasion_is_changed_cell_by_cell_and_keeps_its_programme(matter: Matter) -> None:
    filled = sent(matter)
    write_in(filled, *OCCASIONS, str(STARTS), Slutar=time(22, 30), Väntade_besök="1 500")

    looked = back(matter, filled)
    take(matter, looked)

    assert told(looked) == [
        ("2027-08-20", "Slutar", "22:30:00", "23:00", "theirs"),
        ("2027-08-20", "Väntade besök", "1 500", None, "theirs"),
    ]
    first = matter.dossier.event.occasions[0]
    assert isinstance(first, Occasion)
    assert (first.ends, first.visitors, [one.what for one in first.programme]) == ("22:30", 1500, ["Musik"])
    assert matter.dossier.event.occasions[2] == DAYS


def test_an_occasion_that_moved_here_is_known_by_where_it_was_and_a_changed_one_is_a_conflict(
    matter: Matter,
) -> None:
    filled = sent(matter)
    write_in(filled, *OCCASIONS, str(NEXT), Börjar="13:00")
    matter.do(MoveEvent(days=1, because="Regn"))
    (_, second, third) = matter.dossier.event.occasions
    assert isinstance(second, Occasion)
    changed = second.model_copy(update={"starts": "14:00"})
    matter.do(SetEvent(occasions=(matter.dossier.event.occasions[0], changed, third)))

    looked = back(matter, filled)

    assert told(looked) == [("2027-08-21", "Börjar", "13:00", "14:00", "conflict")]
    take(matter, looked)
    assert matter.dossier.event.occasions[1] == second.model_copy(update={"starts": "13:00"})


def test_a_new_row_is_a_new_occasion_of_one_day_or_of_every_day(matter: Matter) -> None:
    filled = sent(matter)
    add(filled, *OCCASIONS, **{OCCASIONS[1]: "24 augusti 2027"}, Börjar="10:00", Slutar="12.30")
    first: dict[str, Any] = {OCCASIONS[1]: date(2027, 9, 1)}
    add(
        filled,
        *OCCASIONS,
        **first,
        Till_och_med=date(2027, 9, 3),
        Börjar="10:00",
        Slutar="16:00",
        Väntade_besök=900,
    )

    take(matter, back(matter, filled))

    *_, single, daily = matter.dossier.event.occasions
    assert single == Occasion(date=date(2027, 8, 24), starts="10:00", ends="12:30")
    assert isinstance(daily, DailyOccasions)
    assert (daily.to, daily.visitors_total) == (date(2027, 9, 3), 900)


def test_days_and_hours_that_cannot_be_are_told_by_cell_or_refused_whole(matter: Matter) -> None:
    filled = sent(matter)
    write_in(filled, *OCCASIONS, str(STARTS), Till_och_med=date(2027, 8, 25), Börjar="på kvällen")
    write_in(filled, *OCCASIONS, str(NEXT), Hur_ofta="Varje dag, från och med till och med")

    assert says(back(matter, filled)) == [
        "”2027-08-25” förstås inte. Tillfället är en enda dag. "
        "Töm cellen, och skriv de andra dagarna på nya rader.",
        "”på kvällen” förstås inte. Skriv ett klockslag som 14:30.",
        "”Hur ofta” kan inte ändras genom en fil. Ändra det i appen.",
    ]
    other = sent(matter)
    row = write_in(other, *OCCASIONS, str(DAYS.first), Till_och_med=STARTS)
    before = matter.workspace.dossier(matter.id)
    with pytest.raises(ReturnRefused) as refused:
        take(matter, back(matter, other))
    assert f"Underlag!C{row}" in refused.value.say("sv")
    assert matter.workspace.dossier(matter.id) == before


def test_a_contact_is_mended_and_one_is_added_though_others_have_come_between(matter: Matter) -> None:
    filled = sent(matter)
    write_in(filled, *CONTACTS, VISIT.what, Dag="19 maj 2027")
    add(filled, *CONTACTS, Vem="Bo", Vad="Mejlade kartan", Dag=date(2027, 5, 1), Hur="E-post")
    between = CALL.model_copy(update={"on": date(2027, 5, 4), "what": "Ringde igen"})
    matter.do(NoteContact(contact=between))

    take(matter, back(matter, filled))

    mended = VISIT.model_copy(update={"on": date(2027, 5, 19)})
    new = Contact(on=date(2027, 5, 1), by="Bo", how="e-mail", what="Mejlade kartan")
    assert matter.dossier.contacts == (new, CALL, between, mended)
    again = back(matter, filled)
    assert again.differences == ()
    assert len(again.same) == 2


def test_a_contact_that_somebody_mended_since_the_look_is_not_written_over(matter: Matter) -> None:
    filled = sent(matter)
    write_in(filled, *CONTACTS, VISIT.what, Vad="Gick runt i parken med polisen")
    looked = back(matter, filled)
    other = sent(matter)
    write_in(other, *CONTACTS, VISIT.what, Vad="Gick runt i parken med räddningstjänsten")
    take(matter, back(matter, other))

    with pytest.raises((ChangedMeanwhile, ReturnRefused)):
        take(matter, looked)


def test_two_people_who_take_in_the_same_new_rows_at_once_make_no_doubles(matter: Matter) -> None:
    filled = sent(matter)
    first: dict[str, Any] = {OCCASIONS[1]: "24 augusti 2027"}
    add(filled, *OCCASIONS, **first, Börjar="10:00", Slutar="12.30")
    add(filled, *CONTACTS, Vem="Bo", Vad="Mejlade kartan", Dag=date(2027, 5, 1), Hur="E-post")
    why = {"Tillagt, därför att": "Markägaren kräver det"}
    add(filled, *PERMITS, Vad="Avtal om parkering", **why)
    one, other = back(matter, filled), back(matter, filled)

    take(matter, one)
    once = matter.workspace.dossier(matter.id)
    take(matter, other)

    assert len(one.differences) == 3
    assert matter.workspace.dossier(matter.id) == once


def test_a_contact_taken_away_is_told_and_stays(matter: Matter) -> None:
    filled = sent(matter)
    filled.sheet("Underlag").delete_rows(write_in(filled, *CONTACTS, CALL.what))

    looked = back(matter, filled)

    assert looked.differences == ()
    assert says(looked) == [f"Raden {CALL.what} finns inte i filen. I ärendet står den kvar."]


def test_how_far_a_permit_has_come_comes_back_and_one_can_be_added(matter: Matter) -> None:
    filled = sent(matter)
    done = {"Inlämnat": "2 juni 2027", "Läge": "registrerat", "Villkor": "Handtvätt\nKyl"}
    write_in(filled, *PERMITS, "Anmälan om livsmedel", **done, Täcker_också="Annat")
    why = {"Tillagt, därför att": "Markägaren kräver det"}
    add(filled, *PERMITS, Vad="Avtal om parkering", **why)
    looked = back(matter, filled)

    matter.at -= timedelta(days=60)  # before the day it says that it was filed
    with pytest.raises(ReturnRefused):
        take(matter, looked)
    matter.at += timedelta(days=60)
    take(matter, looked)

    assert says(looked) == ["”Täcker också” kan inte ändras genom en fil. Ändra det i appen."]
    food, own = matter.dossier.permits
    assert (food.filed, food.outcome, food.conditions) == (
        date(2027, 6, 2),
        "registered",
        ("Handtvätt", "Kyl"),
    )
    assert (own.permit, own.what, own.added_because) == (
        "own-avtal-om-parkering",
        "Avtal om parkering",
        "Markägaren kräver det",
    )
    assert back(matter, filled).differences == ()


def test_why_a_permit_is_not_needed_comes_back(matter: Matter) -> None:
    filled = sent(matter)
    cells = [one for row in filled.sheet("Tidplan").iter_rows() for one in row]
    next(one for one in cells if one.value == "Tältet står i tre dagar.").value = "Tältet står i två dagar."

    take(matter, back(matter, filled))

    assert matter.dossier.permits_not_needed[0].because == "Tältet står i två dagar."


def test_a_lesson_is_answered_in_a_file_and_the_answer_changed_in_the_next(matter: Matter) -> None:
    filled = sent(matter)
    filled.write("Lärdomar", LESSON, "Svar", "omhändertagen")
    assert says(back(matter, filled)) == ["Svaret på lärdomen saknar ”Hur, eller varför inte”. Fyll i det."]
    filled.write("Lärdomar", LESSON, "Hur, eller varför inte", "De står vid grinden")

    looked = back(matter, filled)
    take(matter, looked)

    assert told(looked) == [
        (LESSON, "Svar på lärdomen", "Omhändertagen: De står vid grinden", None, "theirs")
    ]
    (answer,) = matter.dossier.lesson_answers
    assert (answer.answer, answer.how, answer.given.by) == ("taken-in", "De står vid grinden", "Ali Ek")
    assert back(matter, filled).differences == ()
    later = sent(matter)
    later.write("Lärdomar", LESSON, "Hur, eller varför inte", "De står vid parkeringen")
    take(matter, back(matter, later))
    assert matter.dossier.lesson_answers[0].how == "De står vid parkeringen"


def test_a_lesson_answered_here_meanwhile_is_a_conflict(matter: Matter) -> None:
    filled = sent(matter)
    filled.write("Lärdomar", LESSON, "Svar", "Omhändertagen")
    filled.write("Lärdomar", LESSON, "Hur, eller varför inte", "De står vid grinden")
    (lesson,) = matter.workspace.store.all("lesson")
    matter.do(ReplyToLesson(lesson=lesson.record.id, answer="declined", how="Det finns ingen plats"))

    (one,) = back(matter, filled).differences

    assert (one.stored, one.outcome) == ("Görs inte: Det finns ingen plats", "conflict")
