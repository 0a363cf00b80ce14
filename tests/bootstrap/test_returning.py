"""A workbook that comes back: compared three ways, and taken in as the app would, all of it or nothing."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256

import pytest

from evenemang.bootstrap.returning import look
from evenemang.domain.checklist import Question
from evenemang.domain.errors import ChangedMeanwhile, FileUnfit, ReturnRefused
from evenemang.domain.risk import Judged, Judgement
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.journal import first_broken
from evenemang.flow.judging import AddRisk, JudgeRisk
from evenemang.flow.letting_out import let_out
from evenemang.flow.on_site import LogIncident
from evenemang.flow.opening import SetEvent, SetFact
from evenemang.flow.planning import AddAction, ChangeAction
from evenemang.flow.recording import whole
from evenemang.flow.returning.looking import Looked
from evenemang.flow.returning.taking import accept
from evenemang.workbook import write
from evenemang.workbook.organiser.writing import write_copy
from evenemang.workbook.reading import read
from tests.filled_in import Filled
from tests.reviewed import ALI, SARA, STARTS, Matter

NAME = "Höstfesten.xlsx"
DUE = STARTS - timedelta(days=14)


@pytest.fixture
def matter() -> Matter:
    """A dossier with answers, a risk, two actions and an incident, as it is sent out."""
    matter = Matter()
    first, second, *_ = _questions(matter)
    matter.do(
        GiveAnswer(question=first.id, value="no", comment="Ingen är utsedd."),
        GiveAnswer(question=second.id, value="yes"),
        AddRisk(title="Träd faller", area="weather", before=Judgement(likelihood=3, consequence=4)),
        AddAction(do="Fäll de döda träden", owner="Parkenheten", due_days=-21),
        AddAction(do="Stäng stigen vid vind"),
        LogIncident(type="structure-weather", severity=0, what="En gren föll"),
        SetFact(fact="alcohol", value=False),
    )
    return matter


def _questions(matter: Matter) -> list[Question]:
    asked = matter.workspace.read(matter.dossier).asked["weather"]
    return [one for one in asked if one.answer == "yes-no"]


def sent(matter: Matter) -> Filled:
    return Filled(write(whole(matter.workspace, matter.id), "sv"))


def back(matter: Matter, filled: Filled) -> Looked:
    return look(matter.workspace, filled.content(), NAME)


def told(looked: Looked) -> dict[str, tuple[str | None, str | None, str | None, str]]:
    return {one.key: (one.sent, one.returned, one.stored, one.outcome) for one in looked.differences}


def take(matter: Matter, looked: Looked, *keys: str) -> None:
    accept(matter.workspace, looked, keys or [one.key for one in looked.differences], ALI, sender="Åsa Ek")


def remarked(looked: Looked) -> list[tuple[str, str]]:
    return [(str(one.where), one.says.sv) for one in looked.remarks]


def test_a_workbook_that_nobody_changed_differs_in_nothing_even_when_the_dossier_has_moved_on(
    matter: Matter,
) -> None:
    filled = sent(matter)
    matter.do(AddAction(do="Ring SMHI"), SetFact(fact="alcohol", value=True), SetEvent(note="Flyttad scen"))
    matter.do(GiveAnswer(question=_questions(matter)[1].id, value="no"))

    looked = back(matter, filled)

    assert looked.differences == ()
    assert looked.remarks == ()
    assert looked.version > looked.sent_version


def test_a_field_is_told_by_cell_as_sent_as_returned_and_as_it_is_now(matter: Matter) -> None:
    filled = sent(matter)
    cell = filled.write("Åtgärder", "A1", "Ansvarig", "Åsa Ek")

    looked = back(matter, filled)

    (one,) = looked.differences
    assert (str(one.where), one.about, one.heading) == (
        f"Åtgärder!{cell}",
        "A1 Fäll de döda träden",
        "Ansvarig",
    )
    assert told(looked) == {"actions/A1/owner": ("Parkenheten", "Åsa Ek", "Parkenheten", "theirs")}


def test_changed_in_the_file_and_here_is_a_conflict_and_the_same_in_both_is_nothing_to_do(
    matter: Matter,
) -> None:
    filled = sent(matter)
    filled.write("Åtgärder", "A1", "Ansvarig", "Åsa Ek")
    filled.write("Åtgärder", "A1", "Åtgärd", "Fäll träden")
    change = {"action": "A1", "phase": "planning", "kind": "preventive", "due_days": -21}
    matter.do(ChangeAction.model_validate({**change, "do": "Fäll träden", "owner": "Bo"}))

    looked = back(matter, filled)

    assert told(looked) == {"actions/A1/owner": ("Parkenheten", "Åsa Ek", "Bo", "conflict")}
    assert looked.same == ("actions/A1/do",)


def test_accepted_changes_are_one_version_with_a_row_for_each_cell_by_file_and_sender(matter: Matter) -> None:
    question = _questions(matter)[1]
    before = matter.workspace.dossier(matter.id).version
    filled = sent(matter)
    answer = _answer(filled, question, "nej ")
    comment = _answer(filled, question, "Ingen mätare finns", "Kommentar")
    owner = filled.write("Åtgärder", "A2", "Ansvarig", "Åsa Ek")

    content = filled.content()
    take(matter, look(matter.workspace, content, NAME))

    stored = matter.workspace.dossier(matter.id)
    given = stored.record.assessment.answers[question.id]
    assert (given.value, given.comment, given.given.by) == ("no", "Ingen mätare finns", "Ali Ek")
    assert stored.record.action("A2").owner == "Åsa Ek"
    assert stored.version == before + 1
    rows = [one for one in matter.workspace.store.journal("dossier", matter.id) if one.version > before]
    sources = [(one.deed.touched, one.deed.source) for one in rows if one.deed.source]
    asked = f"assessment/answers/{question.id}"
    assert len(sources) == len(rows)
    assert [(path, one.cells) for path, one in sources][:3] == [
        (asked, f"Checklistor!{answer}"),
        (asked, f"Checklistor!{comment}"),
        ("actions/A2", f"Åtgärder!{owner}"),
    ]
    assert {(one.file, one.sender, one.checksum) for _, one in sources} == {
        (NAME, "Åsa Ek", sha256(content).hexdigest())
    }
    assert any(path.startswith("risks/") for path, _ in sources), "what the answer raises follows"
    steps = [one.deed for one in rows if one.deed.touched == asked]
    assert steps[0].after == steps[1].before, "from and to of each cell are right"
    assert "comment" not in steps[0].after
    assert first_broken(matter.workspace.store.journal("dossier", matter.id)) is None


def _answer(filled: Filled, question: Question, value: object, heading: str = "Svar") -> str:
    return filled.write("Checklistor", question.ask.sv, heading, value)


def test_the_source_stands_on_the_history_sheet_and_comes_back(matter: Matter) -> None:
    filled = sent(matter)
    filled.write("Åtgärder", "A1", "Ansvarig", "Åsa Ek")
    take(matter, back(matter, filled))

    written = write(whole(matter.workspace, matter.id), "sv")

    assert read(written).journal == matter.workspace.store.journal("dossier", matter.id)
    shown = [one.value for row in Filled(written).sheet("Historik").iter_rows() for one in row]
    assert any(str(one).startswith(f"ur {NAME} (Åtgärder!C") for one in shown)


def test_the_same_file_taken_in_twice_changes_nothing_the_second_time(matter: Matter) -> None:
    filled = sent(matter)
    filled.write("Risker", "Träd faller", "Konsekvens före", 5)
    filled.insert("Åtgärder", "A2", Åtgärd="Hyr vindmätare", Skede="Uppbyggnad")
    take(matter, back(matter, filled))
    once = matter.workspace.dossier(matter.id)

    again = back(matter, filled)
    take(matter, again)

    assert again.differences == ()
    assert len(again.same) == 2
    assert matter.workspace.dossier(matter.id).version == once.version


def test_cells_that_cannot_stand_alone_are_one_row_of_the_history(matter: Matter) -> None:
    filled = sent(matter)
    risk = matter.dossier.risks[-1]
    cells = [
        filled.write("Risker", risk.id, heading, value)
        for heading, value in {
            "Sannolikhet efter": 2,
            "Konsekvens efter": 3,
            "Motiv": "Fällda",
            "Hur säkra är vi": "Hög",
        }.items()
    ]
    take(matter, back(matter, filled))

    rows = [one.deed.source for one in matter.workspace.store.journal("dossier", matter.id)]
    assert [one.cells for one in rows if one and one.cells] == [
        f"Risker!{cells[0]}, {cells[1]}, {cells[2]}",
        f"Risker!{cells[3]}",
    ]


def test_a_file_taken_in_before_is_known_by_its_bytes_and_one_that_differs_is_not(matter: Matter) -> None:
    filled = sent(matter)
    filled.write("Åtgärder", "A1", "Ansvarig", "Åsa Ek")
    filled.write("Åtgärder", "A2", "Ansvarig", "Åsa Ek")
    content = filled.content()
    first = look(matter.workspace, content, NAME)
    assert first.before == ()
    accept(matter.workspace, first, ["actions/A1/owner"], ALI, sender="Åsa Ek")

    again = look(matter.workspace, content, "Höstfesten (1).xlsx")

    (before,) = again.before
    assert (before.by, before.sender, before.changes) == ("Ali Ek", "Åsa Ek", 1)
    assert [one.key for one in again.differences] == ["actions/A2/owner"]
    filled.write("Åtgärder", "A2", "Ansvarig", "Bo")
    assert back(matter, filled).before == ()


def test_two_people_who_take_in_the_same_new_rows_at_once_make_no_doubles(matter: Matter) -> None:
    filled = sent(matter)
    filled.insert("Åtgärder", "A2", Åtgärd="Hyr vindmätare", Skede="Uppbyggnad")
    filled.write("Åtgärder", "A1", "Ansvarig", "Åsa Ek")
    one, other = back(matter, filled), back(matter, filled)

    take(matter, one)
    once = matter.workspace.dossier(matter.id)
    take(matter, other)

    assert matter.workspace.dossier(matter.id) == once
    assert [each.do for each in once.record.actions].count("Hyr vindmätare") == 1


def test_a_refusal_of_one_refuses_all_and_each_is_told_by_its_cells(matter: Matter) -> None:
    filled = sent(matter)
    filled.write("Åtgärder", "A1", "Ansvarig", "Åsa Ek")
    status = filled.write("Åtgärder", "A2", "Läge", "Beslutad")
    question = _questions(matter)[1]
    answer = _answer(filled, question, "Ej aktuellt")
    before = matter.workspace.dossier(matter.id)

    with pytest.raises(ReturnRefused) as refused:
        take(matter, back(matter, filled))

    said = refused.value.say("sv")
    assert f"Åtgärder!{status}: Åtgärden behöver en ansvarig och ett datum" in said
    assert f"Checklistor!{answer}: Skriv varför" in said
    assert matter.workspace.dossier(matter.id) == before


def test_what_somebody_changed_since_the_look_is_not_written_over(matter: Matter) -> None:
    filled = sent(matter)
    filled.write("Risker", "Träd faller", "Sannolikhet före", 5)
    filled.write("Åtgärder", "A1", "Ansvarig", "Åsa Ek")
    looked = back(matter, filled)
    (risk,) = [one.path for one in looked.differences if one.path.startswith("risks/")]
    said = Judged(before=Judgement(likelihood=1, consequence=4))
    matter.do(JudgeRisk(risk=risk.removeprefix("risks/"), said=said))

    with pytest.raises(ChangedMeanwhile) as overtaken:
        take(matter, looked)

    assert "Sara Lind" in overtaken.value.say("sv")
    assert matter.dossier.action("A1").owner == "Parkenheten"


def test_what_was_chosen_at_an_earlier_look_is_held_to_what_stood_then(matter: Matter) -> None:
    filled = sent(matter)
    filled.write("Åtgärder", "A1", "Ansvarig", "Åsa Ek")
    seen = back(matter, filled).version
    change = {"action": "A1", "phase": "planning", "kind": "preventive", "do": "Fäll träden"}
    matter.do(ChangeAction.model_validate({**change, "owner": "Bo"}))

    with pytest.raises(ChangedMeanwhile):
        accept(matter.workspace, back(matter, filled), ["actions/A1/owner"], ALI, seen=seen)

    matter.do(ChangeAction.model_validate({**change, "owner": "Parkenheten"}))
    accept(matter.workspace, back(matter, filled), ["actions/A1/owner"], ALI, seen=seen)
    assert matter.dossier.action("A1").owner == "Åsa Ek"


def test_a_new_row_under_actions_or_risks_is_a_new_record(matter: Matter) -> None:
    filled = sent(matter)
    filled.insert(
        "Åtgärder", "A2", Åtgärd="Hyr vindmätare", Ansvarig="Bo", Senast="13 augusti 2027", Läge="Beslutad"
    )
    filled.insert(
        "Risker",
        "Träd faller",
        Vad_kan_hända="Hagel",
        Riskområde="Väder",
        Drabbar="Människor",
        Sannolikhet_före=2,
        Konsekvens_före="3",
    )
    _rename(filled)

    take(matter, back(matter, filled))

    action, risk = matter.dossier.action("A3"), matter.dossier.risks[-1]
    assert (action.do, action.owner, action.due, action.status) == (
        "Hyr vindmätare",
        "Bo",
        date(2027, 8, 13),
        "decided",
    )
    assert (risk.title, risk.area, risk.before.score, risk.state) == ("Hagel", "weather", 6, "accepted")


def _rename(filled: Filled) -> None:
    """Translate sheets' names, as a person may."""
    filled.sheet("Åtgärder").title = "To do"


def test_a_new_row_that_lacks_something_is_told_with_what(matter: Matter) -> None:
    filled = sent(matter)
    filled.insert("Risker", "Träd faller", Vad_kan_hända="Hagel", Riskområde="Väder")

    looked = back(matter, filled)

    assert looked.differences == ()
    (says,) = [says for _, says in remarked(looked)]
    assert says.startswith("Raden är ny, men det saknas: ”Drabbar”, ”Sannolikhet")


def test_what_is_not_understood_is_told_by_sheet_and_cell_with_what_would_be(matter: Matter) -> None:
    filled = sent(matter)
    answer = _answer(filled, _questions(matter)[0], "kanske")
    step = filled.write("Risker", "Träd faller", "Konsekvens före", "6")
    day = filled.write("Åtgärder", "A1", "Senast", "5/8/2027")

    looked = back(matter, filled)

    assert remarked(looked) == [
        (f"Checklistor!{answer}", "”kanske” förstås inte. Skriv Ja, Delvis, Nej eller Ej aktuellt."),
        (f"Risker!{step}", "”6” förstås inte. Skriv ett helt tal från 1 till 5."),
        (
            f"Åtgärder!{day}",
            "”5/8/2027” förstås inte. Dag och månad kan vara omkastade. Skriv dagen som 2027-08-25.",
        ),
    ]
    assert len(looked.not_understood) == 3


def test_what_only_the_program_writes_is_told_and_never_taken(matter: Matter) -> None:
    filled = sent(matter)
    cells = [
        f"Checklistor!{_answer(filled, _questions(matter)[0], 'Någon annan', 'Vem')}",
        f"Historik!{filled.write('Historik', '2027', 'Vem', 'Någon annan')}",
    ]

    looked = back(matter, filled)

    assert looked.differences == ()
    assert remarked(looked) == [
        (cell, "”Vem” är ändrad i filen men skrivs bara av programmet. Ändringen tas inte in.")
        for cell in cells
    ]


def test_a_row_taken_away_is_told_and_stays(matter: Matter) -> None:
    filled = sent(matter)
    line = filled.at("Åtgärder", "A1", "Nr").row
    filled.sheet("Åtgärder").delete_rows(line)

    looked = back(matter, filled)

    assert looked.differences == ()
    assert remarked(looked) == [("Åtgärder", "Raden A1 finns inte i filen. I ärendet står den kvar.")]


def test_a_sort_that_leaves_the_hidden_columns_behind_moves_no_answer(matter: Matter) -> None:
    filled = sent(matter)
    cells = filled.sheet("Checklistor")
    first = filled.at("Checklistor", _questions(matter)[0].ask.sv, "Svar").row
    second = filled.at("Checklistor", _questions(matter)[1].ask.sv, "Svar").row
    for column in range(1, 11):
        one, other = cells.cell(first, column), cells.cell(second, column)
        one.value, other.value = other.value, one.value

    looked = back(matter, filled)

    assert looked.differences == ()
    assert looked.remarks == ()


def test_a_judged_risk_and_its_texts_come_back_as_the_app_would_judge_it(matter: Matter) -> None:
    filled = sent(matter)
    risk = matter.dossier.risks[-1]
    for heading, value in {
        "Befintligt skydd": "Avspärrning\n- Vakter",
        "Sannolikhet efter": "2",
        "Konsekvens efter": 3,
        "Motiv": "Träden är fällda",
        "Hur säkra är vi": "hög",
    }.items():
        filled.write("Risker", risk.id, heading, value)

    take(matter, back(matter, filled))

    judged = matter.dossier.risk(risk.id)
    assert judged.existing_controls == ("Avspärrning", "Vakter")
    assert judged.after == Judgement(likelihood=2, consequence=3)
    assert (judged.motive, judged.sure) == ("Träden är fällda", "high")


def test_the_events_basics_its_facts_and_its_incidents_come_back(matter: Matter) -> None:
    filled = sent(matter)
    _line(filled, "Höstfesten", "Höstfesten i parken")
    _fact(filled, matter, "alcohol", "ja")
    filled.write("Incidenter", "I1", "Orsak", "Röta")
    filled.write("Incidenter", "I1", "Allvar", "Lindrig")

    take(matter, back(matter, filled))

    assert matter.dossier.event.name == "Höstfesten i parken"
    assert matter.dossier.event.facts["alcohol"] is True
    incident = matter.dossier.incident("I1")
    assert (incident.cause, incident.severity) == ("Röta", 1)


def _line(filled: Filled, said: str, value: str) -> None:
    (cell,) = [one for row in filled.sheet("Underlag").iter_rows() for one in row if one.value == said]
    cell.value = value


def _fact(filled: Filled, matter: Matter, fact: str, value: str) -> None:
    ask = next(one.ask.sv for one in matter.content.profile.facts if one.id == fact)
    filled.write("Underlag", ask, "Svar", value)


def test_a_file_of_a_dossier_that_is_not_here_is_refused(matter: Matter) -> None:
    filled = sent(matter)

    with pytest.raises(FileUnfit) as refused:
        back(Matter(), filled)

    assert "finns inte i den här datamappen" in refused.value.say("sv")


def test_a_file_without_its_hidden_columns_is_refused_with_what_to_do(matter: Matter) -> None:
    filled = sent(matter)
    for title in filled.book.sheetnames:
        for row in filled.sheet(title).iter_rows():
            for one in row:
                if str(one.value).startswith("evenemang:"):
                    one.value = None

    with pytest.raises(FileUnfit) as refused:
        back(matter, filled)

    assert "inte ett ärendes arbetsbok" in refused.value.say("sv")


def test_nothing_stored_says_who_sent_it_but_what_the_person_says(matter: Matter) -> None:
    filled = sent(matter)
    filled.write("Åtgärder", "A1", "Ansvarig", "Åsa Ek")
    accept(matter.workspace, back(matter, filled), ["actions/A1/owner"], SARA)

    source = matter.workspace.store.journal("dossier", matter.id)[-1].deed.source

    assert source is not None
    assert source.sender == ""


def test_an_organisers_copy_lets_its_reader_fill_and_propose_and_no_more(matter: Matter) -> None:
    (asked, *_) = let_out(whole(matter.workspace, matter.id), "organiser").whole.reading.asked["weather"]
    matter.do(GiveAnswer(question=asked.id, value=None, comment="Gruppens egen anteckning."))
    filled = Filled(write_copy(whole(matter.workspace, matter.id), "sv"))
    unchanged = back(matter, filled)
    filled.write("Frågor", asked.ask.sv, "Er kommentar", "Vi ringer SMHI varje dag.")
    assert (unchanged.part, unchanged.differences, unchanged.remarks) == ("organiser", (), ())

    for heading, value in {"Åtgärd": "Vi ställer ut vindflaggor", "Läge": "Klar"}.items():
        cells = [one for row in filled.sheet("Åtgärder").iter_rows() for one in row]
        at = next(one for one in cells if one.value == heading)
        at.offset(row=1).value = value

    looked = back(matter, filled)

    (one,) = looked.differences
    assert (one.sent, one.returned, one.stored, one.outcome) == (
        None,
        "Vi ringer SMHI varje dag.",
        "Gruppens egen anteckning.",
        "conflict",
    )
    assert [one.says.sv for one in looked.remarks] == [
        "”Klar” förstås inte. En ny åtgärd är ett förslag tills gruppen har beslutat den. Töm läget."
    ]
