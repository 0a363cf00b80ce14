"""Two people at once: a change that was acknowledged is never lost, whoever was first."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.organiser import Contact
from evenemang.flow.journal import Deed, Kind, first_broken
from evenemang.flow.listing import Projection, project
from evenemang.flow.operation import Operation, Scene
from evenemang.flow.storing import Record, Search
from evenemang.flow.workspace import Workspace
from evenemang.store.sql import SqlStore
from tests.builders import NOON, dossier

SARA, BO = Actor(name="Sara Lind"), Actor(name="Bo Ek")


class Noon:
    def now(self) -> Any:
        return NOON


class NoteContact(Operation):
    """Somebody called."""

    what: str

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        contact = Contact(on=scene.today, by=scene.actor.name, how="phone", what=self.what)
        return dossier.model_copy(update={"contacts": (*dossier.contacts, contact)})


class Overtaken(SqlStore):
    """A store where another person sometimes gets in between load and save."""

    def __init__(self, where: Path) -> None:
        super().__init__(where)
        self.first: list[NoteContact] = []

    def save(
        self,
        kind: Kind,
        record: Record,
        *,
        expected: int,
        deeds: Sequence[Deed],
        projection: Projection | None = None,
    ) -> int:
        if self.first:
            other = self.first.pop()
            Workspace(self, bootstrap.content(), Noon()).do(record.id, other, BO)
        return super().save(kind, record, expected=expected, deeds=deeds, projection=projection)


class TwoPeople(RuleBasedStateMachine):
    """Each notes contacts in the same dossier; at times one overtakes the other, or the program restarts."""

    database: Path

    @initialize()
    def opens(self) -> None:
        self.folder = TemporaryDirectory()
        self.file = Path(copy(self.database, f"{self.folder.name}/evenemang.db"))
        self.store = Overtaken(self.file)
        self.acknowledged: list[str] = []
        self.workspace.add(dossier("a"), SARA)

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.store, bootstrap.content(), Noon())

    @rule(overtaken=st.integers(0, 4))
    def notes(self, overtaken: int) -> None:
        number = len(self.acknowledged)
        others = [f"contact {number + each}" for each in range(overtaken)]
        self.store.first = [NoteContact(what=one) for one in others]
        self.workspace.do("a", NoteContact(what=f"contact {number + overtaken}"), SARA)
        self.acknowledged += [*others, f"contact {number + overtaken}"]

    @rule()
    def restarts(self) -> None:
        self.store.close()
        self.store = Overtaken(self.file)

    @precondition(lambda self: hasattr(self, "store"))
    @invariant()
    def nothing_is_lost(self) -> None:
        stored = self.workspace.dossier("a")
        assert sorted(one.what for one in stored.record.contacts) == sorted(self.acknowledged)
        assert stored.version == 1 + len(self.acknowledged)

    @precondition(lambda self: hasattr(self, "store"))
    @invariant()
    def journal_and_rows_follow(self) -> None:
        stored = self.workspace.dossier("a")
        journal = self.store.journal("dossier", "a")
        assert first_broken(journal) is None
        assert {row.version for row in journal} == set(range(1, stored.version + 1))
        rows = project(stored.record, bootstrap.content(), self.workspace.read(stored.record))
        assert self.store.dossiers(Search()) == (rows.row,)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()


def test_no_acknowledged_change_is_lost(migrated: Path) -> None:
    machine = type("TwoPeopleHere", (TwoPeople,), {"database": migrated})
    quick = settings(max_examples=15, stateful_step_count=8, deadline=None)
    run_state_machine_as_test(machine, settings=quick)


def test_many_threads_write_at_once_and_all_is_kept(sql: SqlStore) -> None:
    workspace = Workspace(sql, bootstrap.content(), Noon())
    workspace.add(dossier("a"), SARA)
    for one in ("b", "c", "d"):
        workspace.add(dossier(one), SARA)

    def note(number: int) -> None:
        workspace.do("abcd"[number % 4], NoteContact(what=f"contact {number}"), SARA)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(note, range(60)))

    kept = [one.what for each in "abcd" for one in workspace.dossier(each).record.contacts]
    assert sorted(kept) == sorted(f"contact {number}" for number in range(60))
    assert sql.verify() == []
