"""Events held before they were kept here: in every list, in no figure of the work, and asking for nothing."""

from datetime import date
from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier, state
from evenemang.domain.event import LOCAL, Held
from evenemang.flow.browsing import browse
from evenemang.flow.editions import EditionOf, open_edition
from evenemang.flow.evaluating import Evaluate
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.permitting import permit_lines
from evenemang.flow.storing import Search
from evenemang.flow.waiting import around, waiting_for
from evenemang.flow.workspace import Workspace
from evenemang.flow.year import figures
from evenemang.flow.year_rows import gather, latest_begun
from evenemang.store.memory import MemoryStore
from tests.builders import NOON, dossier

SARA = Actor(name="Sara Lind")
LAST_WEEK = Held(first=date(2027, 4, 24), last=date(2027, 4, 25))


class Noon:
    def now(self) -> Any:
        return NOON


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(MemoryStore(), bootstrap.content(), Noon())


def past(workspace: Workspace, held: Held | None = LAST_WEEK, name: str = "Vårmarknad") -> Dossier:
    """Keep a dossier as a list tells of it: held, with 900 visits, by an officer."""
    new = workspace.new_id("dossier")
    told = {"file": "evenemang.xlsx", "row": 14, "fingerprint": f"{new}f", "visitors": 900}
    one = dossier(new, name=name, event={"held": held}, officer=SARA.name, from_list=told)
    return workspace.add(one, SARA).record


def test_a_past_event_waits_for_nobody_and_nothing_in_it_is_late(workspace: Workspace) -> None:
    found = past(workspace)
    near = around(workspace)

    mine = [one for one in waiting_for(workspace, near, SARA) if one.dossier.id == found.id]
    lines = permit_lines(found, workspace.content, workspace.read(found).facts, NOON.date())

    assert state(found, NOON) == "past"
    assert not mine
    assert found.id not in {one.id for one in near.upcoming}
    assert not workspace.review(found).groups
    assert not any(one.late for one in lines)


def test_a_list_that_says_days_but_no_hours_leaves_the_hours_open(workspace: Workspace) -> None:
    event = past(workspace).event

    assert event.first_day == date(2027, 4, 24)
    assert event.each_occasion() == ()
    assert event.end is not None
    assert event.end.astimezone(LOCAL).date() == date(2027, 4, 25)


def test_a_year_alone_is_never_made_into_its_first_of_january(workspace: Workspace) -> None:
    some_time = Held(first=date(2023, 1, 1), last=date(2023, 12, 31), exact=False, said="2023")
    found = past(workspace, some_time)
    row = next(one for one in browse(workspace, Search(stage=("past",))) if one.id == found.id)

    assert found.event.first_day is None
    assert found.event.start is None
    assert "season" not in workspace.read(found).facts.event
    assert (row.some_time, row.stage) == ("2023", "past")


def test_the_list_of_dossiers_shows_past_events_last_and_all_of_them_when_asked(
    workspace: Workspace,
) -> None:
    old = past(workspace, Held(first=date(2019, 8, 1), last=date(2019, 8, 1)))
    undated = past(workspace, None)
    coming = open_dossier(workspace, NewDossier(name="Vårmarknad 2028"), SARA).record

    everything = [one.id for one in browse(workspace, Search(text="vårmarknad"))]
    asked = [one.id for one in browse(workspace, Search(stage=("past",)))]

    assert everything.index(coming.id) < everything.index(old.id) < everything.index(undated.id)
    assert asked == [old.id, undated.id]


def test_past_events_stand_apart_in_the_figures_of_their_year(workspace: Workspace) -> None:
    past(workspace)
    past(workspace, Held(first=date(2027, 3, 1), last=date(2027, 3, 31), exact=False, said="mars 2027"))
    rows = gather(workspace.store, 2027, NOON.date())
    found = figures(rows)

    assert (found.lists.events, found.lists.counted, found.lists.visits) == (2, 2, 1800)
    assert found.events.events == 0
    assert found.visits.rate is None
    assert latest_begun(workspace.store, (2027, 2026), NOON.date()) == 2027


def test_the_next_edition_of_a_past_event_gets_the_areas_that_its_facts_propose(workspace: Workspace) -> None:
    before = past(workspace)

    after = open_edition(workspace, EditionOf(previous=before.id), SARA).record

    assert after.assessment.areas
    assert after.from_list is None
    assert after.event.held is None


def test_a_past_event_that_somebody_evaluates_is_evaluated_and_counts(workspace: Workspace) -> None:
    found = past(workspace)

    done = workspace.do(
        found.id, Evaluate.model_validate({"visitors": {"method": "estimate", "total": 950}}), SARA
    )

    assert state(done.record, NOON) == "evaluated"
    assert figures(gather(workspace.store, 2027, NOON.date())).visits.visits == 950
