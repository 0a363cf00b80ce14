"""Many hands on one dossier: whatever the order, what was acknowledged stands, or its loss was shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.errors import ChangedMeanwhile
from evenemang.domain.event import LOCAL
from evenemang.domain.ports import Clock
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.difference import picture
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.journal import Json
from evenemang.flow.on_site import NoteInLog
from evenemang.flow.opening import NewDossier, SetFact, SetOfficer, open_dossier
from evenemang.flow.operation import Operation
from evenemang.flow.planning import AddAction, ChangeAction
from evenemang.flow.scoping import ChooseDepth
from evenemang.flow.workspace import OWN_HASTE, Workspace
from evenemang.store.memory import MemoryStore
from evenemang.store.sql import SqlStore
from tests.postgres import Server

PEOPLE = tuple(Actor(name=one) for one in ("Sara Lind", "Jonas Berg", "Amira Haddad"))
QUESTIONS = ("crowds.queue-space", "weather.watcher")
BEGINS = datetime(2027, 8, 1, 9, 0, tzinfo=LOCAL)
A_MOMENT_LATER = OWN_HASTE + timedelta(seconds=1)  # one's own haste is a rule of its own
NEW = NewDossier(name="Höstfesten", areas=("crowds", "weather"), facts={"queueing": True})

ANSWERING = st.builds(
    GiveAnswer,
    question=st.sampled_from(QUESTIONS),
    value=st.sampled_from(("yes", "partly", "no")),
    comment=st.sampled_from(("", "Vid grinden")),
)
OTHERWISE = st.one_of(
    st.builds(SetFact, fact=st.just("queueing"), value=st.booleans()),
    st.builds(ChooseDepth, depth=st.sampled_from((1, 3)), because=st.just("Stort")),
    st.builds(SetOfficer, officer=st.sampled_from(("Sara Lind", "Jonas Berg"))),
    st.builds(
        ChangeAction,
        action=st.just("A1"),
        do=st.sampled_from(("Sätt ut en vakt", "Stäng grinden")),
        owner=st.sampled_from((None, "Driften")),
        phase=st.just("planning"),
        kind=st.just("preventive"),
    ),
)


class ManyHands(RuleBasedStateMachine):
    """Three people with pages of different ages; a store of their own each where they share a database."""

    where: Path | str | None = None  # None: in memory

    def __init__(self) -> None:
        """Open one dossier, and three pages on it."""
        super().__init__()
        self.clock = PlayedClock(BEGINS)
        shared = MemoryStore() if self.where is None else None
        self.stores = [shared or SqlStore(str(self.where)) for _ in PEOPLE]
        self.workspaces = [Workspace(one, bootstrap.content(), self.clock) for one in self.stores]
        self.dossier = open_dossier(self.workspaces[0], NEW, PEOPLE[0]).record.id
        action = AddAction(do="Ställ ut staket", kind="preventive", phase="planning")
        self.workspaces[0].do(self.dossier, action, PEOPLE[0])
        self.pages = [one.dossier(self.dossier).record for one in self.workspaces]
        self.acknowledged: dict[str, Json] = {}
        self.lines: list[str] = []

    @rule(who=st.integers(0, 2))
    def looks_again(self, who: int) -> None:
        self.pages[who] = self.workspaces[who].dossier(self.dossier).record

    @rule(who=st.integers(0, 2), operation=st.one_of(ANSWERING, OTHERWISE))
    def does(self, who: int, operation: Operation) -> None:
        self.clock.at += A_MOMENT_LATER
        path = operation.subject or ""
        seen = picture(self.pages[who], path)
        stands = self.acknowledged.get(path, picture(self.pages[who], path))
        try:
            stored = self.workspaces[who].do(
                self.dossier, operation.model_copy(update={"seen": seen}), PEOPLE[who]
            )
        except ChangedMeanwhile:
            assert seen != stands, "refused though nothing had changed"
            return
        assert seen == stands, "written over what was never seen"
        self.acknowledged[path] = picture(stored.record, path)
        self.pages[who] = stored.record

    @rule(who=st.integers(0, 2))
    def writes_in_the_log(self, who: int) -> None:
        line = f"Rad {len(self.lines)}"
        self.workspaces[who].do(self.dossier, NoteInLog(what=line), PEOPLE[who])
        self.lines.append(line)

    @invariant()
    def everything_acknowledged_stands(self) -> None:
        for one in self.workspaces:
            record = one.dossier(self.dossier).record
            assert {path: picture(record, path) for path in self.acknowledged} == self.acknowledged
            assert [row.what for row in record.day_log] == self.lines

    def teardown(self) -> None:
        for one in self.stores:
            if isinstance(one, SqlStore):
                one.close()


def _play(where: Path | str | None, examples: int, steps: int) -> None:
    machine = type("Played", (ManyHands,), {"where": where})
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=checks
        ),
    )


def test_in_any_order_what_was_acknowledged_stands_or_a_conflict_was_shown() -> None:
    _play(None, examples=12, steps=14)


def test_so_it_is_for_three_stores_on_one_database(database: Path) -> None:
    _play(database, examples=4, steps=12)


@pytest.mark.prove
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("kind", ["memory", "sqlite", "postgresql"])
def test_in_any_of_very_many_orders(kind: str, request: pytest.FixtureRequest) -> None:
    _play(_where(kind, request), examples=150, steps=40)


def _where(kind: str, request: pytest.FixtureRequest) -> Path | str | None:
    if kind == "memory":
        return None
    if kind == "sqlite":
        return Path(request.getfixturevalue("database"))
    server: Server = request.getfixturevalue("postgres")
    return server.database()


@dataclass(frozen=True)
class Hand:
    """One of those who all work at the same time: looks, then writes what was seen to be so."""

    where: Path | str
    dossier: str
    number: int
    turns: int

    def work(self, out: Path) -> None:
        """Do the turns, and write down what was acknowledged, as it is."""
        store = SqlStore(str(self.where))
        workspace = Workspace(store, bootstrap.content(), _Running())
        me = Actor(name=f"Hand {self.number}")
        with out.open("a", encoding="utf-8") as told:
            for turn in range(self.turns):
                mark = f"{self.number}-{turn}"
                workspace.do(self.dossier, NoteInLog(what=mark), me)
                told.write(f"log {mark}\n")
                seen = picture(workspace.dossier(self.dossier).record, f"assessment/answers/{QUESTIONS[0]}")
                deed = GiveAnswer(question=QUESTIONS[0], value="no", comment=mark, seen=seen)
                try:
                    workspace.do(self.dossier, deed, me)
                except ChangedMeanwhile:
                    told.write(f"shown {mark}\n")
                else:
                    told.write(f"answer {mark} {(seen or {}).get('comment', '-')}\n")
        store.close()


class _Running(Clock):
    """The time of day."""

    def now(self) -> datetime:
        """Return the time now."""
        return datetime.now(LOCAL)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@pytest.mark.parametrize("hands", ["threads", "processes"])
def test_hands_at_the_same_time_lose_nothing(
    kind: str, hands: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    where = _where(kind, request)
    assert where is not None
    store = SqlStore(str(where))
    dossier = open_dossier(Workspace(store, bootstrap.content(), _Running()), NEW, PEOPLE[0]).record.id
    outs = [tmp_path / f"hand-{number}" for number in range(3)]
    make: Any = Thread if hands == "threads" else get_context("fork").Process
    crew = [make(target=Hand(where, dossier, number, 6).work, args=(out,)) for number, out in enumerate(outs)]
    for one in crew:
        one.start()
    for one in crew:
        one.join(timeout=120)

    told = [line.split() for out in outs for line in out.read_text("utf-8").splitlines()]
    record = store.load("dossier", dossier).record
    rows = [row.deed for row in store.journal("dossier", dossier) if row.deed.touched.endswith(QUESTIONS[0])]
    store.close()
    assert len(told) == 3 * 6 * 2
    written = {row.what for row in getattr(record, "day_log")}  # noqa: B009  # any record, by its type
    assert written == {mark for kind_of, mark, *_ in told if kind_of == "log"}
    changed = {row.after["comment"]: (row.before or {}).get("comment", "-") for row in rows}
    # each acknowledged answer stands in the journal, on what its giver had seen or had just written
    for kind_of, mark, *seen in told:
        if kind_of == "answer":
            assert mark in changed
            assert changed[mark] == seen[0] or changed[mark].split("-")[0] == mark.split("-")[0]
        if kind_of == "shown":
            assert mark not in changed
