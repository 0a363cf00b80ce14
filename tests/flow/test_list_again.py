"""A list read again: what differs is told, taken in only where somebody says so, and taken back whole."""

import pytest

from evenemang import bootstrap
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import ChangedMeanwhile, Refused
from evenemang.domain.lesson import Lesson
from evenemang.domain.place import Place
from evenemang.flow.journal import first_broken
from evenemang.flow.learning import approve_lesson
from evenemang.flow.opening import SetEvent, SetFact
from evenemang.flow.past.changing import ListDifference
from evenemang.flow.past.keeping import keep
from evenemang.flow.past.putting_back import put_back, updates_taken_in
from evenemang.flow.past.taking_back import lists_read_in, take_back, tried_back
from evenemang.flow.returning.sent import sent_at
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.flow.test_past_list import FESTIVAL, SARA, Noon, kept, trial
from tests.reviewed import ALI

RUN = ("Stadsloppet", "2022-05-14", "Stora torget", "Klubben", "", 800, "", "")
MENDED = (
    *("Potatisfestivalen 2023", "25–26 aug 2023", "Nya parken", "Potatisföreningen", "Marknad"),
    *(12_500, "Två klämskador och ett fall", "Ha två grindar"),
)


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(MemoryStore(), bootstrap.content(), Noon())


def again(workspace: Workspace, *rows: tuple[object, ...]) -> dict[str, ListDifference]:
    found = trial(workspace, *rows).differences  # type: ignore[arg-type]  # cells of a list
    return {one.heading: one for one in found}


def first(workspace: Workspace) -> Dossier:
    made = kept(workspace, FESTIVAL, RUN)
    return workspace.dossier(made.dossiers[0]).record


def test_each_cell_that_differs_is_told_with_both_values_and_nothing_is_changed(workspace: Workspace) -> None:
    before = first(workspace)
    found = again(workspace, MENDED, RUN)

    assert {one.heading: (one.cells, one.stored_shown, one.said_shown) for one in found.values()} | {
        "Typ": ()
    } == {
        "Plats": ("2023!C2", "Stora torget", "Nya parken"),
        "Typ": (),
        "Räknade besökare": ("2023!F2", "ca 11 000", "12500"),
        "Vad hände": ("2023!G2", "Två klämskador vid scenen", "Två klämskador och ett fall"),
        "Lärdomar": ("2023!H2", "Öppna grinden tidigare", "Ha två grindar"),
    }
    assert found["Typ"].key == f"{before.id}/event/facts/kind"
    assert {one.outcome for one in found.values()} == {"list"}
    keep(workspace, trial(workspace, MENDED, RUN), SARA)
    assert workspace.dossier(before.id).record == before


def test_what_is_chosen_is_taken_in_cell_by_cell_and_the_journal_says_who_and_from_where(
    workspace: Workspace,
) -> None:
    before = first(workspace)
    found = trial(workspace, MENDED, RUN)
    chosen = [one for one in found.differences if one.heading in ("Plats", "Räknade besökare", "Lärdomar")]

    made = keep(workspace, found, ALI, chosen=chosen, new=False)

    after = workspace.dossier(before.id).record
    assert (made.updated, made.dossiers, len(made.places), len(made.lessons)) == ((before.id,), (), 1, 1)
    assert after.event.place == made.places[0]
    assert workspace.place(made.places[0]).name == "Nya parken"  # type: ignore[union-attr]
    assert after.from_list is not None
    assert after.from_list.visitors == 12_500
    assert {one.heading: one.text for one in after.from_list.notes} == {
        "Vad hände": "Två klämskador vid scenen",
        "Lärdomar": "Ha två grindar",
    }, "the note “ca 11 000” went with its cell, and what was not chosen stands"
    rows = [one.deed for one in workspace.store.journal("dossier", before.id)][1:]
    assert {(one.operation, one.by, one.touched, one.source and one.source.cells) for one in rows} == {
        ("update-from-list", "Ali Ek", "event/place", "2023!C2"),
        ("update-from-list", "Ali Ek", "from_list/visitors", "2023!F2"),
        ("update-from-list", "Ali Ek", "from_list/notes/Räknade besökare", "2023!F2"),
        ("update-from-list", "Ali Ek", "from_list/notes/Lärdomar", "2023!H2"),
    }
    assert first_broken(workspace.store.journal("dossier", before.id)) is None
    assert sent_at(after, workspace.store.journal("dossier", before.id), 1).dossier == before
    assert set(again(workspace, MENDED, RUN)) == {"Typ", "Vad hände"}


def test_what_somebody_changed_here_is_told_as_such_with_who_and_when(workspace: Workspace) -> None:
    before = first(workspace)
    workspace.do(before.id, SetFact(fact="kind", value="concert"), ALI)
    workspace.do(before.id, SetEvent(event_name="Potatisfesten"), ALI)

    found = again(workspace, (*FESTIVAL[:4], *MENDED[4:]), RUN)

    assert {name: found[name].outcome for name in ("Typ", "Evenemang", "Vad hände")} == {
        "Typ": "both",
        "Evenemang": "here",
        "Vad hände": "list",
    }
    assert (found["Typ"].by, found["Vad hände"].by) == ("Ali Ek", "")


def test_a_mended_place_is_the_same_event_but_a_bonfire_in_another_village_is_not(
    workspace: Workspace,
) -> None:
    bonfire = ("Valborg", "2023-04-30", "Stora torget", *[""] * 5)
    elsewhere = ("Valborg", "2023-04-30", "Hemsjö", *[""] * 5)
    made = kept(workspace, bonfire, RUN)

    assert [one.becomes for one in trial(workspace, bonfire, elsewhere).rows] == ["exists", "new"]
    mended = trial(workspace, elsewhere)
    assert [(one.dossier, one.heading) for one in mended.differences] == [(made.dossiers[0], "Plats")]
    mended_day = trial(workspace, (bonfire[0], "2023-05-01", *bonfire[2:]), RUN)
    assert [one.said_shown for one in mended_day.differences] == ["2023-05-01"], "the same row of the list"
    workspace.keep("place", Place(id="hemsjo", name="Hemsjö"), SARA, "add-place")
    assert [one.said for one in trial(workspace, elsewhere).differences] == [{"event/place": "hemsjo"}]


def test_what_is_changed_between_the_look_and_the_choice_is_refused_with_both_values(
    workspace: Workspace,
) -> None:
    before = first(workspace)
    found = trial(workspace, MENDED, RUN)
    workspace.do(before.id, SetFact(fact="kind", value="concert"), ALI)

    with pytest.raises(ChangedMeanwhile) as refused:
        keep(workspace, found, SARA, chosen=found.differences)

    assert "Ali Ek" in refused.value.say("sv")
    assert workspace.dossier(before.id).record.from_list == before.from_list
    assert workspace.store.all("place")[1:] == (), "not even a new place is kept"


def test_an_update_is_taken_back_whole_with_the_places_and_lessons_it_brought(workspace: Workspace) -> None:
    before = first(workspace)
    found = trial(workspace, MENDED, RUN)
    keep(workspace, found, SARA, chosen=found.differences)
    (update,) = updates_taken_in(workspace)
    (read_in,) = lists_read_in(workspace)
    assert [one.why.sv for one in tried_back(workspace, read_in, SARA).stays] == [
        "det är uppdaterat ur en lista sedan dess; ta tillbaka uppdateringen först"
    ]

    with pytest.raises(Refused):
        put_back(workspace, update, ALI)
    done = put_back(workspace, update, SARA)

    assert (done.dossiers, len(done.places), len(done.lessons), done.stays) == ((before.id,), 1, 1, ())
    after = workspace.dossier(before.id).record
    assert after.event == before.event
    assert after.from_list is not None
    assert before.from_list is not None
    assert set(after.from_list.notes) == set(before.from_list.notes)
    assert after.from_list.visitors == before.from_list.visitors
    assert updates_taken_in(workspace) == ()
    last = workspace.store.journal("dossier", before.id)[-1].deed
    assert (last.operation, last.by) == ("take-back-update", "Sara Lind")
    assert take_back(workspace, read_in, SARA).stays == (), "and then the list itself goes whole"
    assert [len(workspace.store.ids(one)) for one in ("dossier", "place", "lesson")] == [0, 0, 0]


def test_what_was_built_on_an_update_stays_and_is_named(workspace: Workspace) -> None:
    before = first(workspace)
    found = trial(workspace, MENDED, RUN)
    keep(workspace, found, SARA, chosen=found.differences)
    workspace.do(before.id, SetFact(fact="kind", value="concert"), ALI)
    lessons = [one.record for one in workspace.store.all("lesson")]
    (gates,) = [one for one in lessons if isinstance(one, Lesson) and one.text == "Ha två grindar"]
    approve_lesson(workspace, gates.id, None, ALI)

    done = put_back(workspace, updates_taken_in(workspace)[0], SARA)

    after = workspace.dossier(before.id).record
    assert (after.event.facts["kind"], after.event.place) == ("concert", before.event.place)
    assert sorted(one.why.sv for one in done.stays) == [
        "en lärdom därifrån är godkänd, ändrad eller besvarad",
        "något av det som togs in är ändrat sedan dess, och det står kvar",
    ]
    assert gates.id in workspace.store.ids("lesson")
