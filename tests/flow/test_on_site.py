"""What is written on the day: an incident is closed when it is looked into, a decision has who took it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotLookedInto, Refused
from evenemang.domain.event import LOCAL
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.on_site import CompleteIncident, LogIncident, NoteInLog
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

SARA = Actor(name="Sara Lind")
NOW = datetime(2027, 8, 21, 20, 0, tzinfo=LOCAL)
TOLD = {
    "cause": "Kabeln låg i skugga",
    "measure": "Ljus vid bron",
    "owner": "driftledare",
    "foreseen": "none",
}


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(MemoryStore(), bootstrap.content(), PlayedClock(NOW))


@pytest.fixture
def dossier(workspace: Workspace) -> str:
    opened = open_dossier(workspace, NewDossier(name="Höstfesten"), SARA).record.id
    workspace.do(opened, LogIncident(type="injury", severity=1, what="Fall vid kabelbron"), SARA)
    return opened


@pytest.mark.parametrize(
    ("missing", "said"), [*zip(TOLD, ("orsak", "åtgärd", "ansvarig", "risk"), strict=True)]
)
def test_an_incident_is_closed_only_with_cause_measure_owner_and_what_foresaw_it(
    workspace: Workspace, dossier: str, missing: str, said: str
) -> None:
    told: dict[str, Any] = {name: value for name, value in TOLD.items() if name != missing}

    with pytest.raises(NotLookedInto) as refused:
        workspace.do(dossier, CompleteIncident(incident="I1", closed=NOW.date(), **told), SARA)

    assert said in refused.value.say("sv")
    assert workspace.dossier(dossier).record.incident("I1").is_open


def test_what_is_all_told_is_closed_and_stays_so_when_it_is_worded_better(
    workspace: Workspace, dossier: str
) -> None:
    told: dict[str, Any] = TOLD
    workspace.do(dossier, CompleteIncident(incident="I1", closed=date(2027, 8, 21), **told), SARA)
    workspace.do(dossier, CompleteIncident(incident="I1", what="Fall vid kabelbron, söder"), SARA)

    assert workspace.dossier(dossier).record.incident("I1").closed == date(2027, 8, 21)


def test_a_decision_in_the_log_says_who_took_it_and_when(workspace: Workspace, dossier: str) -> None:
    with pytest.raises(Refused):
        workspace.do(dossier, NoteInLog(kind="decision", what="Insläppet stoppas"), SARA)
    with pytest.raises(Refused):
        workspace.do(dossier, NoteInLog(what="Insläppet stoppas", at=NOW + timedelta(minutes=1)), SARA)
    earlier = NOW - timedelta(minutes=20)

    deed = NoteInLog(kind="decision", what="Insläppet stoppas", decided_by="arrangor-sakerhet", at=earlier)
    line = workspace.do(dossier, deed, SARA).record.day_log[-1]

    assert (line.kind, line.decided_by, line.when, line.noted.at) == (
        "decision", "arrangor-sakerhet", earlier, NOW,
    )  # fmt: skip
