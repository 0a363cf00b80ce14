"""A municipality's own list: its headings found and mapped, tried row by row, and kept all or none."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier, state
from evenemang.domain.errors import FileUnfit, LostRace, Refused
from evenemang.domain.lesson import Lesson
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place
from evenemang.flow.earlier import earlier
from evenemang.flow.editions import EditionOf, open_edition
from evenemang.flow.journal import Source, first_broken
from evenemang.flow.past.fields import Field
from evenemang.flow.past.headings import Cell, Listed, Sheet, first_list, listed
from evenemang.flow.past.keeping import Kept, keep
from evenemang.flow.past.making import base_name, series_of
from evenemang.flow.past.mapping import ListMapping, fitted, proposed, remembered
from evenemang.flow.past.telling import count
from evenemang.flow.past.trying import Trial, tried
from evenemang.flow.storing import Save
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import NOON

SARA = Actor(name="Sara Lind")
HEADINGS = ("Evenemang", "Datum", "Plats", "Arrangör", "Typ", "Räknade besökare", "Vad hände", "Lärdomar")
FESTIVAL: tuple[Cell, ...] = (
    *("Potatisfestivalen 2023", "25–26 aug 2023", "Stora torget", "Potatisföreningen", "Festival"),
    *("ca 11 000", "Två klämskador vid scenen", "Öppna grinden tidigare"),
)


class Noon:
    def now(self) -> datetime:
        return NOON


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(MemoryStore(), bootstrap.content(), Noon())


def a_list(*rows: Sequence[Cell], headings: Sequence[str] = HEADINGS) -> Listed:
    every = (tuple(headings), *(tuple(row) for row in rows))
    return listed("lista.xlsx", Sheet("2023", every))


def trial(workspace: Workspace, *rows: Sequence[Cell], **settled: Any) -> Trial:
    found = a_list(*rows)
    return tried(workspace, found, proposed(found.headings).model_copy(update=settled))


def kept(workspace: Workspace, *rows: Sequence[Cell], **settled: Any) -> Kept:
    return keep(workspace, trial(workspace, *rows, **settled), SARA)


def only(workspace: Workspace, made: Kept) -> Dossier:
    return workspace.dossier(made.dossiers[0]).record


def test_the_heading_is_found_under_titles_and_empty_rows() -> None:
    rows: tuple[tuple[Cell, ...], ...] = (
        ("Evenemang i kommunen 2019–2023",),
        (),
        ("Sammanställt av", "Sara Lind"),
        (None, "Namn", "Datum", None, "Plats"),
        (None, "Fest", date(2023, 8, 25), None, "Torget"),
    )
    found = listed("lista.xlsx", Sheet("Blad1", rows))

    assert found.headings == ("Namn", "Datum", "Plats")
    assert found.rows == ((5, ("Fest", date(2023, 8, 25), "Torget")),)


def test_a_heading_merged_over_two_columns_goes_on_in_the_row_below() -> None:
    rows: tuple[tuple[Cell, ...], ...] = (
        ("Evenemang", "Datum", None, "Plats"),
        (None, "Från", "Till", None),
        ("Fest", date(2023, 8, 25), date(2023, 8, 26), "Torget"),
    )
    found = listed("lista.xlsx", Sheet("Blad1", rows))

    assert found.headings == ("Evenemang", "Datum Från", "Datum Till", "Plats")
    assert [proposed(found.headings).columns[one] for one in found.headings] == [
        "name",
        "from",
        "to",
        "place",
    ]


def test_a_column_without_a_heading_and_two_with_the_same_have_names_of_their_own() -> None:
    found = listed(
        "lista.csv", Sheet("", (("Namn", "Datum", "Anteckning", "Anteckning"), ("a", "2023", "b", "c", "d")))
    )

    assert found.headings == ("Namn", "Datum", "Anteckning", "Anteckning (2)", "Kolumn E")


def test_a_sheet_without_headings_or_rows_is_refused_and_the_next_one_counts() -> None:
    empty, full = Sheet("Läs mig", (("Hej",),)), Sheet("Lista", (("Namn", "Datum"), ("Fest", "2023")))

    assert first_list("lista.xlsx", (empty, full)).sheet == "Lista"
    with pytest.raises(FileUnfit) as refused:
        first_list("lista.xlsx", (empty,))
    assert "Läs mig" in refused.value.say("sv")


def test_what_may_be_counted_or_expected_must_be_said_by_a_person(workspace: Workspace) -> None:
    found = a_list(("Fest", "2023", 900), headings=("Evenemang", "År", "Antal besökare"))
    proposal = proposed(found.headings)

    assert proposal.columns == {"Evenemang": "name", "År": "year", "Antal besökare": None}
    with pytest.raises(Refused) as refused:
        tried(workspace, found, proposal)
    assert "Antal besökare" in refused.value.say("sv")


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"Namn": "name", "Titel": "name", "Datum": "when"}, "Bara en kolumn"),
        ({"Namn": "note", "Titel": "note", "Datum": "when"}, "evenemangets namn"),
        ({"Namn": "name", "Titel": "note", "Datum": "to"}, "Sista dagen"),
        ({"Namn": "name", "Titel": "note", "Datum": "when", "Ort": "place"}, "Ort"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_with_a_sentence(
    columns: dict[str, Field | None], said: str
) -> None:
    with pytest.raises(Refused) as refused:
        fitted(ListMapping(columns=columns), ("Namn", "Titel", "Datum"))

    assert said in refused.value.say("sv")


def test_a_row_becomes_a_dossier_with_what_it_knows(workspace: Workspace) -> None:
    made = kept(workspace, FESTIVAL)
    dossier = only(workspace, made)
    told = dossier.from_list
    place = workspace.place(str(dossier.event.place))

    assert told is not None
    assert place is not None
    assert state(dossier, NOON) == "past"
    assert dossier.event.name == "Potatisfestivalen 2023"
    assert dossier.event.first_day == date(2023, 8, 25)
    assert dossier.event.series == "potatisfestivalen"
    assert dossier.event.facts == {"kind": "festival"}
    assert place.name == "Stora torget"
    assert (told.file, told.sheet, told.row, told.visitors) == ("lista.xlsx", "2023", 2, 11_000)
    assert {(one.heading, one.text) for one in told.notes} == {
        ("Räknade besökare", "ca 11 000"),
        ("Vad hände", "Två klämskador vid scenen"),
        ("Lärdomar", "Öppna grinden tidigare"),
    }
    assert not dossier.incidents


def test_the_journal_says_which_row_of_which_file_and_who_brought_it_in(workspace: Workspace) -> None:
    dossier = only(workspace, kept(workspace, FESTIVAL))
    journal = workspace.store.journal("dossier", dossier.id)

    assert [(one.deed.operation, one.deed.by) for one in journal] == [("import-from-list", "Sara Lind")]
    assert journal[0].deed.after == "Potatisfestivalen 2023"
    assert journal[0].deed.source == Source(file="lista.xlsx", cells="2023!2:2")
    assert first_broken(journal) is None


def test_a_lesson_is_proposed_at_its_place_and_comes_back_there_unapproved(workspace: Workspace) -> None:
    made = kept(workspace, FESTIVAL)
    lesson = workspace.store.load("lesson", made.lessons[0]).record
    assert isinstance(lesson, Lesson)

    after = open_edition(workspace, EditionOf(previous=made.dossiers[0]), SARA).record
    reading = workspace.read(after)

    assert (lesson.text, lesson.concerns.place, lesson.approved) == (
        "Öppna grinden tidigare",
        only(workspace, made).event.place,
        None,
    )
    assert [one.id for one in reading.lessons] == [lesson.id]
    assert reading.lessons_waiting == ()


def test_the_same_list_twice_makes_nothing_new(workspace: Workspace) -> None:
    kept(workspace, FESTIVAL)
    again = trial(workspace, FESTIVAL)

    assert [one.becomes for one in again.rows] == ["exists"]
    assert keep(workspace, again, SARA) == Kept((), (), (), ())


def test_a_row_is_known_by_its_name_and_time_or_diary_number_though_the_list_was_mended(
    workspace: Workspace,
) -> None:
    found = a_list(("Fest", "2023-08-25", "KS 12"), headings=("Namn", "Datum", "Dnr"))
    mapping = proposed(found.headings)
    keep(workspace, tried(workspace, found, mapping), SARA)
    mended = a_list(
        ("fest ", "25 aug 2023", ""), ("Stadsfesten", "2023-09-01", "ks 12"), headings=found.headings
    )

    assert [one.becomes for one in tried(workspace, mended, mapping).rows] == ["exists", "exists"]


def test_what_stands_twice_in_the_list_becomes_one(workspace: Workspace) -> None:
    found = trial(workspace, FESTIVAL, FESTIVAL)

    assert [(one.becomes, one.same_as) for one in found.rows] == [("new", None), ("same-row", 2)]


def test_a_row_without_a_name_or_ahead_in_time_becomes_no_dossier_and_says_why(workspace: Workspace) -> None:
    nameless = ("", *FESTIVAL[1:])
    ahead = ("Nästa fest", date(2030, 1, 1), *FESTIVAL[2:])
    found = trial(workspace, nameless, ahead)

    assert [one.becomes for one in found.rows] == ["cannot", "cannot"]
    assert [(one.row, one.heading) for one in found.remarks] == [(2, "Evenemang"), (3, "Datum")]


def test_what_is_not_understood_is_told_by_row_and_column_and_kept_as_a_note(workspace: Workspace) -> None:
    row = ("Fest", "sommaren", "", "", "Kalas", "massor", "", "")
    found = trial(workspace, row)
    dossier = only(workspace, keep(workspace, found, SARA))

    assert [one.heading for one in found.remarks] == ["Datum", "Räknade besökare", "Typ"]
    assert dossier.event.held is None
    assert dossier.from_list is not None
    assert dossier.from_list.visitors is None
    assert {one.text for one in dossier.from_list.notes} == {"sommaren", "massor", "Kalas"}


def test_a_column_left_out_is_told_and_one_that_is_nothing_else_is_kept_as_a_note(
    workspace: Workspace,
) -> None:
    found = a_list(("Fest", "2023", "Ja", "x"), headings=("Namn", "År", "Toaletter", "Internt"))
    mapping = proposed(found.headings)
    columns = {**mapping.columns, "Internt": "left-out"}
    tried_out = tried(workspace, found, ListMapping.model_validate({"columns": columns}))
    dossier = only(workspace, keep(workspace, tried_out, SARA))

    assert mapping.columns["Toaletter"] == "note"
    assert tried_out.left_out == ("Internt",)
    assert dossier.from_list is not None
    assert [(one.heading, one.text) for one in dossier.from_list.notes] == [("Toaletter", "Ja")]


def with_place(workspace: Workspace, name: str = "Stora Torget") -> str:
    place = Place(id="torget", name=name)
    workspace.keep("place", place, SARA, "add-place")
    return place.id


def test_a_place_of_the_very_name_is_that_place(workspace: Workspace) -> None:
    with_place(workspace)
    found = trial(workspace, FESTIVAL)

    assert found.rows[0].place == "torget"
    assert found.made("places") == ()


def test_a_name_near_one_in_the_register_is_asked_about_and_nothing_is_kept_till_it_is_answered(
    workspace: Workspace,
) -> None:
    with_place(workspace, "Stora torget, Alingsås")
    asked = trial(workspace, FESTIVAL)

    assert [(one.name, one.candidates) for one in asked.questions] == [
        ("Stora torget", {"torget": "Stora torget, Alingsås"})
    ]
    with pytest.raises(Refused):
        keep(workspace, asked, SARA)
    assert workspace.store.ids("dossier") == ()

    for answer, places in (("torget", 0), ("new", 1), ("text", 0)):
        settled = trial(workspace, FESTIVAL, places={"stora  Torget": answer})
        assert settled.questions == ()
        assert len(settled.made("places")) == places
    dossier = only(workspace, keep(workspace, settled, SARA))
    assert dossier.from_list is not None
    assert dossier.event.place is None
    assert ("Plats", "Stora torget") in {(one.heading, one.text) for one in dossier.from_list.notes}


def test_two_new_names_that_are_alike_are_told(workspace: Workspace) -> None:
    found = trial(workspace, FESTIVAL, ("Julmarknad", "2022", "Stora torgett", *FESTIVAL[3:]))

    assert [(one.name, one.other) for one in found.alike] == [("Stora torget", "Stora torgett")]


def test_an_answer_that_names_no_record_is_refused(workspace: Workspace) -> None:
    for answers in ({"places": {"Stora torget": "borta"}}, {"kinds": {"Festival": "kalas"}}):
        with pytest.raises(Refused):
            trial(workspace, FESTIVAL, **answers)


def test_a_new_organiser_is_known_by_name_alone_and_one_that_is_here_gives_its_kind(
    workspace: Workspace,
) -> None:
    workspace.keep(
        "organiser",
        Organiser(id="foreningen", name="POTATISFÖRENINGEN", kind="external"),
        SARA,
        "add-organiser",
    )
    made = kept(workspace, FESTIVAL, ("Julmarknad", "2022", "Parken", "Köpmännen", *FESTIVAL[4:]))
    first, second = (workspace.dossier(one).record for one in made.dossiers)
    new = workspace.store.load("organiser", made.organisers[0]).record

    assert (first.event.organiser, first.event.facts["organiser"]) == ("foreningen", "external")
    assert isinstance(new, Organiser)
    assert (new.name, new.kind, new.contact, second.event.organiser) == ("Köpmännen", None, None, new.id)
    assert "organiser" not in second.event.facts


def test_the_same_name_in_several_years_is_one_series_that_dossiers_here_already_have(
    workspace: Workspace,
) -> None:
    made = kept(workspace, FESTIVAL, ("Potatisfestivalen (2022)", "v. 34 2022", *FESTIVAL[2:]))

    assert {workspace.dossier(one).record.event.series for one in made.dossiers} == {"potatisfestivalen"}
    assert base_name("Lights in Alingsås 2019") == "Lights in Alingsås"
    assert series_of("Lights in Alingsås") == "lights-in-alingsas"
    assert series_of("祭り") is None


def test_the_mapping_is_remembered_for_the_same_headings_in_any_order(workspace: Workspace) -> None:
    kept(workspace, FESTIVAL, places={"Stora torget": "new"}, kinds={"Festival": "market"})
    found = remembered(workspace.store, [one.upper() for one in reversed(HEADINGS)])

    assert found is not None
    assert found.kinds == {"Festival": "market"}
    assert found.places == {}
    assert found.columns["VAD HÄNDE"] == "happened"
    assert remembered(workspace.store, ("Namn",)) is None


def test_where_one_record_cannot_be_kept_none_is(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(saves: Sequence[Save], **_once: Any) -> None:
        whole([*saves, Save("place", Place(id="torget", name="x"), expected=7, deeds=[])])

    whole = workspace.store.save_all
    monkeypatch.setattr(workspace.store, "save_all", torn)

    with pytest.raises(LostRace):
        kept(workspace, FESTIVAL)
    assert workspace.store.ids("dossier") == ()
    assert workspace.store.all("place") == ()
    assert remembered(workspace.store, HEADINGS) is None


def test_what_was_held_before_is_told_beside_the_next_edition(workspace: Workspace) -> None:
    year_before = ("Potatisfestivalen (2022)", "v. 34 2022", *FESTIVAL[2:5], 9_500, "", "")
    elsewhere = ("Julmarknad", "2023-12-09", *FESTIVAL[2:3], "Köpmännen", "Marknad", "", "Ett fall", "")
    made = kept(workspace, FESTIVAL, year_before, elsewhere)
    coming = open_edition(workspace, EditionOf(previous=made.dossiers[0], name="Potatisfesten"), SARA).record

    found = earlier(workspace, coming)

    assert [(one.row.name, one.why, one.row.visits, one.incidents) for one in found] == [
        ("Potatisfestivalen 2023", "series", 11_000, None),
        ("Potatisfestivalen (2022)", "series", 9_500, None),
        ("Julmarknad", "place", None, None),
    ]
    assert "Ett fall" in {note.text for note in found[2].notes}
    assert [one.row.id for one in earlier(workspace, only(workspace, made))] == [made.dossiers[1]]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        *((1200, 1200), (1200.0, 1200), ("1 200", 1200), ("1\u00a0200", 1200), ("ca 1.200 st", 1200)),
        *(("drygt 3 000 besökare", 3000), ("0", 0), ("12,0", 12), ("~500", 500)),
        *(("3-4000", None), ("massor", None), (12.5, None), (-3, None), (True, None), ("9" * 30, None)),
    ],
)
def test_a_number_of_people_is_read_as_people_write_it(said: Cell, number: int | None) -> None:
    assert count(said) == number
