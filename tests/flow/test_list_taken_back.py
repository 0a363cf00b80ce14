"""A list that was read in is taken back whole, but for what something has been built on since."""

from threading import Barrier, Thread

import pytest

from evenemang import bootstrap
from evenemang.domain.errors import Refused
from evenemang.domain.lesson import Lesson
from evenemang.flow.editions import EditionOf, open_edition
from evenemang.flow.journal import first_broken
from evenemang.flow.learning import approve_lesson
from evenemang.flow.opening import NewDossier, SetEvent, open_dossier
from evenemang.flow.past.keeping import Kept, keep
from evenemang.flow.past.mapping import proposed
from evenemang.flow.past.taking_back import lists_read_in, take_back
from evenemang.flow.past.trying import tried
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from evenemang.store.sql import SqlStore
from tests.flow.test_past_list import FESTIVAL, SARA, Noon, a_list, kept
from tests.reviewed import ALI

MARKET = ("Julmarknad", "2022-12-10", "Rådhuset", "Köpmännen", "Marknad", "", "", "Sanda isen tidigare")
RUN = ("Stadsloppet", "2022-05-14", "Stora torget", "Klubben", "", "", "", "")


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(MemoryStore(), bootstrap.content(), Noon())


def counts(workspace: Workspace) -> tuple[int, ...]:
    return tuple(len(workspace.store.ids(kind)) for kind in ("dossier", "place", "organiser", "lesson"))


def test_a_list_is_taken_back_with_all_that_came_with_it_and_the_journal_says_by_whom(
    workspace: Workspace,
) -> None:
    made = kept(workspace, FESTIVAL, MARKET, RUN)
    assert counts(workspace) == (3, 2, 3, 2)

    (read_in,) = lists_read_in(workspace)
    done = take_back(workspace, read_in, SARA)

    assert (read_in.file, read_in.by, len(read_in.dossiers)) == ("lista.xlsx", "Sara Lind", 3)
    assert sorted(done.dossiers) == sorted(made.dossiers)
    assert counts(workspace) == (0, 0, 0, 0)
    journal = workspace.store.journal("dossier", made.dossiers[0])
    last = journal[-1].deed
    assert (last.operation, last.by, last.before) == ("take-back-list", "Sara Lind", "Potatisfestivalen 2023")
    assert last.source is not None
    assert last.source.file == "lista.xlsx"
    assert first_broken(journal) is None
    assert lists_read_in(workspace) == ()
    assert len(kept(workspace, FESTIVAL, MARKET, RUN).dossiers) == 3, "and may be read in anew"


def test_what_something_is_built_on_stays_and_says_why(workspace: Workspace) -> None:
    other = ("Gatufest", "2021-06-05", "Parken", "Föreningen", "", "", "", "")
    made = kept(workspace, FESTIVAL, MARKET, RUN, other)
    names = {workspace.dossier(one).record.event.name: one for one in made.dossiers}
    open_edition(workspace, EditionOf(previous=names["Potatisfestivalen 2023"]), SARA)
    workspace.do(names["Stadsloppet"], SetEvent(note="Banan är mätt."), SARA)
    lessons = [one.record for one in workspace.store.all("lesson")]
    (iced,) = [one for one in lessons if isinstance(one, Lesson) and one.text == MARKET[7]]
    approve_lesson(workspace, iced.id, None, SARA)

    (read_in,) = lists_read_in(workspace)
    done = take_back(workspace, read_in, SARA)

    assert done.dossiers == (names["Gatufest"],)
    assert {one.name: one.why.sv for one in done.stays} == {
        "Potatisfestivalen 2023": "en senare upplaga bygger på det",
        "Stadsloppet": "ärendet är ändrat sedan dess",
        "Julmarknad": "en lärdom därifrån är godkänd, ändrad eller besvarad",
    }
    assert counts(workspace) == (4, 2, 3, 2)


def test_a_place_that_another_dossier_uses_stays(workspace: Workspace) -> None:
    made = kept(workspace, FESTIVAL, MARKET)
    (torget, *_) = [one for one in made.places if workspace.place(one).name == "Stora torget"]  # type: ignore[union-attr]
    open_dossier(workspace, NewDossier(name="Invigningen", place=torget), SARA)

    (read_in,) = lists_read_in(workspace)
    done = take_back(workspace, read_in, SARA)

    assert len(done.dossiers) == 2
    assert workspace.store.ids("place") == (torget,)


def test_only_the_one_who_read_a_list_in_takes_it_back(workspace: Workspace) -> None:
    kept(workspace, FESTIVAL)
    (read_in,) = lists_read_in(workspace)

    with pytest.raises(Refused) as refused:
        take_back(workspace, read_in, ALI)

    assert "lästes in av Sara Lind" in refused.value.say("sv")
    assert counts(workspace)[0] == 1


def test_two_who_read_in_the_same_list_at_once_make_each_row_once(tmp_path: object) -> None:
    store = SqlStore(f"{tmp_path}/evenemang.db")
    both = [Workspace(SqlStore(f"{tmp_path}/evenemang.db"), bootstrap.content(), Noon()) for _ in range(2)]
    found = a_list(FESTIVAL, MARKET, RUN)
    trials = [tried(one, found, proposed(found.headings)) for one in both]
    start, made = Barrier(2), list[Kept]()

    def read_in(number: int) -> None:
        start.wait()
        made.append(keep(both[number], trials[number], SARA))

    threads = [Thread(target=read_in, args=(number,)) for number in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert sorted(len(one.dossiers) for one in made) == [0, 3]
    assert len(store.ids("dossier")) == 3
    assert len(store.ids("place")) == 2
    workspace = Workspace(store, bootstrap.content(), Noon())
    take_back(workspace, lists_read_in(workspace)[0], SARA)
    assert store.verify() == []
    assert store.ids("dossier") == ()
