"""From the folder of workbooks alone an equal database is made; what is missing is told."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st

from evenemang.bootstrap import Opened, open_data
from evenemang.bootstrap.rebuilding import Rebuilt, rebuild
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import FileUnfit, NotEmpty
from evenemang.domain.event import Occasion
from evenemang.domain.risk import Judgement
from evenemang.flow.assessing import AskOwnQuestion, GiveAnswer
from evenemang.flow.journal import JournalEntry, Kind
from evenemang.flow.judging import AddRisk
from evenemang.flow.listing import project
from evenemang.flow.meeting.holding import begin_meeting
from evenemang.flow.meeting.planning import Plan, plan_meeting
from evenemang.flow.meeting.weighing import ask_alone, judge_alone, reveal
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.registers import REGISTERS, Entry
from evenemang.workbook.folder import read_folder, workbooks_in
from tests.bootstrap.same_stores import assert_equal
from tests.example_folder import example_folder
from tests.workbook.registers import entries
from tests.workbook.same_grids import assert_same_grids
from tests.workbook.strategies import dossiers, journals, unique

SARA = Actor(name="Sara Lind")
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a whole database shrinks for minutes
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
Kept = tuple[Dossier, tuple[JournalEntry, ...]]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example_folder(tmp_path_factory.getbasetemp(), tmp_path_factory.mktemp("example") / "lost")


def test_the_example_year_is_the_same_again(example: Path, tmp_path: Path) -> None:
    lost = open_data(example)

    made = rebuild(example / "workbooks", tmp_path / "new")

    again = open_data(tmp_path / "new")
    assert (made.faults, made.notes) == ((), ())
    assert_equal(lost.store, again.store)
    assert again.example_as_of == lost.example_as_of
    assert again.verify() == ()


def test_every_workbook_of_the_example_year_is_read_alike_by_both_readers(example: Path) -> None:
    for file in workbooks_in(example):
        assert_same_grids(file.read_bytes())


def test_many_are_read_by_several_processes_and_say_the_same(lost: Path) -> None:
    (lost / "workbooks" / "skadad.xlsx").write_bytes(b"PK\x03\x04 nonsense")

    at_once = list(read_folder(lost / "workbooks", many=1))

    assert at_once == list(read_folder(lost / "workbooks"))
    assert len(at_once) == 8


@st.composite
def databases(draw: st.DrawFn) -> tuple[dict[Kind, tuple[Entry, ...]], list[Kept]]:
    registers = {kind: draw(entries(kind, 1, 1)) for kind in REGISTERS}
    found = unique(tuple(draw(st.lists(dossiers(), min_size=1, max_size=2))))
    return registers, [(one, draw(journals(one.id, fewest=1))) for one in found]


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
@settings(max_examples=4, deadline=None, suppress_health_check=SLOW, phases=PHASES)
@given(database=databases())
def test_any_database_is_the_same_again(
    tmp_path_factory: pytest.TempPathFactory, database: tuple[dict[Kind, tuple[Entry, ...]], list[Kept]]
) -> None:
    home = tmp_path_factory.mktemp("any")
    lost = open_data(home / "lost")
    _fill(lost, *database)
    lost.write_workbooks()

    made = rebuild(home / "lost" / "workbooks", home / "new")

    assert made.faults == ()
    again = open_data(home / "new")
    assert_equal(lost.store, again.store)
    assert again.verify() == lost.verify()  # made up: no file of an attachment was ever there


def _fill(lost: Opened, registers: dict[Kind, tuple[Entry, ...]], found: list[Kept]) -> None:
    workspace = lost.workspace
    for kind in REGISTERS:
        for entry in registers[kind]:
            lost.store.take(
                kind, entry.record, version=entry.version, journal=entry.journal, example=entry.example
            )
    for dossier, rows in sorted(found, key=lambda one: (one[1][0].deed.at, one[0].id)):
        projection = project(dossier, workspace.content_for(dossier), workspace.read(dossier))
        try:
            lost.store.take("dossier", dossier, version=len(rows), journal=rows, projection=projection)
        except OverflowError:  # a number of visits that no database counts to
            reject()


@pytest.fixture(scope="module")
def kept_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a dossier that has open and secret parts between each other."""
    data = tmp_path_factory.mktemp("kept") / "data"
    opened = open_data(data)
    occasions = (Occasion(date=date(2027, 8, 20), starts="12:00", ends="23:00"),)
    new = NewDossier(name="Stadsfesten", occasions=occasions, areas=("crowds", "threats"))
    name = open_dossier(opened.workspace, new, SARA).record.id
    for question in ("crowds.bottlenecks", "threats.assessed", "crowds.queue-space"):
        opened.workspace.do(name, GiveAnswer(question=question, value="no"), SARA)
    own = AskOwnQuestion(question="crowds.vakter", area="crowds", ask="Hur många vakter?", secrecy="secret")
    opened.workspace.do(name, own, SARA)
    opened.write_workbooks()
    return data


@pytest.fixture
def lost(kept_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept_folder, tmp_path / "lost"))


def dossier_file(folder: Path) -> Path:
    return next((folder / "2027").glob("*.xlsx"))


def said(made: Rebuilt) -> str:
    return "\n".join(one.sv for one in made.faults)


def test_secret_rows_stand_again_where_they_stood(lost: Path, tmp_path: Path) -> None:
    made = rebuild(lost / "workbooks", tmp_path / "new")

    assert (made.faults, made.notes) == ((), ())
    assert_equal(open_data(lost).store, open_data(tmp_path / "new").store)
    assert any((tmp_path / "new" / "workbooks-secret").rglob("*.xlsx"))


def judged_alone(lost: Path) -> tuple[str, str]:
    """Let one judge a risk alone at a meeting that goes on, and return the meeting and the event."""
    opened = open_data(lost)
    event = opened.store.ids("dossier")[0]
    serious = Judgement(likelihood=4, consequence=5)
    risk = opened.workspace.do(event, AddRisk(title="Trängsel", area="crowds", before=serious), SARA)
    number = risk.record.risks[-1].id
    meeting = plan_meeting(opened.workspace, Plan(on=opened.workspace.now().date()), SARA)
    begin_meeting(opened.workspace, meeting.id, (), SARA)
    ask_alone(opened.workspace, meeting.id, event, number, SARA)
    for one, said in ((SARA, (2, 5)), (Actor(name="Ali Ek"), (4, 3))):
        judge_alone(opened.workspace, meeting.id, (event, number), said, one)
    opened.write_workbooks()
    return meeting.id, number


def test_what_was_judged_alone_and_not_shown_is_not_lost_and_neither_folder_alone_tells_it(
    lost: Path, tmp_path: Path
) -> None:
    meeting, risk = judged_alone(lost)

    made = rebuild(lost / "workbooks", tmp_path / "new")

    assert (made.faults, made.notes) == ((), ())
    before, after = (open_data(one).store for one in (lost, tmp_path / "new"))
    event = before.ids("dossier")[0]
    assert after.ballots(meeting, event, risk) == before.ballots(meeting, event, risk)
    assert [(one.who, one.likelihood, one.consequence) for one in after.ballots(meeting, event, risk)] == [
        ("Ali Ek", 4, 3),
        ("Sara Lind", 2, 5),
    ]
    assert open_data(tmp_path / "new").verify() == ()


def test_a_judgement_whose_other_half_is_gone_is_told_and_not_guessed(lost: Path, tmp_path: Path) -> None:
    meeting, risk = judged_alone(lost)
    (lost / "workbooks-secret" / "register" / "Möten.xlsx").unlink()

    made = rebuild(lost / "workbooks", tmp_path / "new")

    assert "Det som Ali Ek bedömde för sig om" in said(made)
    store = open_data(tmp_path / "new").store
    assert store.ballots(meeting, store.ids("dossier")[0], risk) == ()


def test_once_all_is_shown_nothing_of_it_is_left_in_the_protected_folder(lost: Path) -> None:
    meeting, risk = judged_alone(lost)
    opened = open_data(lost)

    reveal(opened.workspace, meeting, opened.store.ids("dossier")[0], risk, SARA)
    opened.write_workbooks()

    assert not (lost / "workbooks-secret" / "register" / "Möten.xlsx").exists()


def test_a_folder_without_its_secret_part_says_that_it_is_not_equal(lost: Path, tmp_path: Path) -> None:
    shutil.rmtree(lost / "workbooks-secret")

    made = rebuild(lost / "workbooks", tmp_path / "new")

    assert made.dossiers == 1
    assert "rader saknas, eller står bara i den skyddade mappen" in said(made)
    assert any("Ingen skyddad mapp" in one.sv for one in made.notes)


def test_the_secret_part_may_lie_elsewhere(lost: Path, tmp_path: Path) -> None:
    shutil.move(lost / "workbooks-secret", tmp_path / "elsewhere")

    made = rebuild(lost / "workbooks", tmp_path / "new", tmp_path / "elsewhere")

    assert made.faults == ()


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_made(lost: Path, tmp_path: Path) -> None:
    (lost / "workbooks" / "2027" / "skadad.xlsx").write_bytes(b"PK\x03\x04 nonsense")

    made = rebuild(lost / "workbooks", tmp_path / "new")

    assert made.dossiers == 1
    assert len(made.faults) == 1
    assert "workbooks/2027/skadad.xlsx är inte återbyggd" in said(made).replace("\\", "/")


def test_a_register_that_is_gone_is_named(lost: Path, tmp_path: Path) -> None:
    (lost / "workbooks" / "register" / "Platser.xlsx").unlink()

    assert "Registret Platser finns inte" in said(rebuild(lost / "workbooks", tmp_path / "new"))


def test_of_two_files_of_one_dossier_the_newer_counts(lost: Path, tmp_path: Path) -> None:
    old = shutil.copy(dossier_file(lost / "workbooks"), lost / "workbooks" / "gammal.xlsx")
    opened = open_data(lost)
    name = opened.store.ids("dossier")[0]
    opened.workspace.do(name, GiveAnswer(question="crowds.queue-space", value="yes"), SARA)
    opened.write_workbooks()

    made = rebuild(lost / "workbooks", tmp_path / "new")

    assert made.faults == ()
    assert any(Path(old).name in one.sv and "nyare" in one.sv for one in made.notes)
    assert_equal(opened.store, open_data(tmp_path / "new").store)


def test_a_renamed_file_is_known_by_what_it_says(lost: Path, tmp_path: Path) -> None:
    (lost / "workbooks" / "bortflyttad").mkdir()
    dossier_file(lost / "workbooks").rename(lost / "workbooks" / "bortflyttad" / "nytt namn.xlsx")
    (lost / "workbooks" / "bortflyttad" / "~$nytt namn.xlsx").write_bytes(b"Sara")  # open in Excel

    made = rebuild(lost / "workbooks", tmp_path / "new")

    assert (made.faults, made.dossiers) == ((), 1)


def test_a_secret_part_alone_makes_no_dossier(lost: Path, tmp_path: Path) -> None:
    dossier_file(lost / "workbooks").unlink()

    made = rebuild(lost / "workbooks", tmp_path / "new")

    assert made.dossiers == 0
    assert "bara dess skyddade del finns" in said(made)


def test_nothing_is_rebuilt_into_a_folder_that_holds_something(lost: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "minnen.txt").write_text("kvar", "utf-8")

    with pytest.raises(NotEmpty):
        rebuild(lost / "workbooks", tmp_path / "full")

    assert [one.name for one in (tmp_path / "full").iterdir()] == ["minnen.txt"]


def test_a_folder_without_workbooks_is_refused_and_nothing_made(tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()

    with pytest.raises(FileUnfit):
        rebuild(tmp_path / "tom", tmp_path / "new")

    assert not (tmp_path / "new").exists()
