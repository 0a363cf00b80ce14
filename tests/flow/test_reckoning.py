"""What is worked out of a version is worked out once, and anew when anything it hangs on is otherwise."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.event import LOCAL, Occasion
from evenemang.domain.risk import Judgement
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.judging import AddRisk
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.reading import Reading, read
from evenemang.flow.rights import ByRole
from evenemang.flow.sight import out_of_sight
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import deed, lesson
from tests.secret_dossier import ASK, NILS, guarded, members
from tests.secret_dossier import SARA as COORDINATOR

SARA = Actor(name="Sara Lind")
NOW = datetime(2027, 8, 1, 9, 0, tzinfo=LOCAL)
ASKED = "crowds.stop-level"


@pytest.fixture
def clock() -> PlayedClock:
    return PlayedClock(NOW)


@pytest.fixture
def workspace(clock: PlayedClock) -> Workspace:
    return Workspace(MemoryStore(), bootstrap.content(), clock)


@pytest.fixture
def dossier(workspace: Workspace) -> str:
    days = (Occasion(date=date(2027, 8, 20), starts="12:00", ends="22:00"),)
    return open_dossier(
        workspace, NewDossier(name="Höstfesten", occasions=days, areas=("crowds",)), SARA
    ).record.id


def reading(workspace: Workspace, dossier: str) -> Reading:
    stored = workspace.dossier(dossier)
    return workspace.read(stored.record, stored.version)


def test_all_who_have_a_version_open_share_what_was_worked_out_when_it_was_saved(
    workspace: Workspace, dossier: str
) -> None:
    workspace.do(dossier, GiveAnswer(question=ASKED, value="yes"), SARA)

    one, other = reading(workspace, dossier), reading(workspace, dossier)

    assert one is other
    record = workspace.dossier(dossier).record
    assert one == read(record, workspace.content_for(record), (), NOW.date())
    assert one.progress["crowds"].answered == 1


def test_a_lesson_learned_elsewhere_and_another_day_are_read_by_at_once(
    workspace: Workspace, clock: PlayedClock, dossier: str
) -> None:
    before = reading(workspace, dossier)
    learned = lesson("insats")
    workspace.store.save("lesson", learned, expected=0, deeds=[deed()])

    with_lesson = reading(workspace, dossier)
    clock.at += timedelta(days=1)

    assert (before.lessons, with_lesson.lessons) == ((), (learned,))
    assert reading(workspace, dossier) is not with_lesson


def test_a_version_is_looked_over_once_a_minute(
    workspace: Workspace, clock: PlayedClock, dossier: str
) -> None:
    record = workspace.dossier(dossier).record
    first = workspace.review(record)
    clock.at += timedelta(seconds=59)
    assert workspace.review(record) is first

    clock.at += timedelta(seconds=1)
    again = workspace.review(record)
    workspace.do(
        dossier, AddRisk(title="Trängsel", area="crowds", before=Judgement(likelihood=4, consequence=4)), SARA
    )

    assert again is not first
    assert again == first
    assert len(workspace.review(workspace.dossier(dossier).record).findings) > len(again.findings)


def test_what_was_secret_once_stays_hidden_though_only_new_rows_of_the_journal_are_read() -> None:
    store = MemoryStore()
    members(store)
    workspace = Workspace(store, bootstrap.content(), bootstrap.SystemClock(), access=ByRole(store, ASK))
    here = guarded(workspace)

    for _ in range(2):
        record = workspace.dossier(here.id).record
        journal, lessons = store.journal("dossier", here.id), workspace.lessons_for(record)
        whole_journal = out_of_sight(record, workspace.content_for(record), journal, lessons)
        assert workspace.sight(NILS, record) == whole_journal
        workspace.do(here.id, GiveAnswer(question=ASKED, value="no", comment="Öppet"), COORDINATOR)
