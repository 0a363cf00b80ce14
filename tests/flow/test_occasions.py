"""Many evenings: quiet ones at once, the others one by one, and what is left to say of them with its day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.decision import Draft
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import ChangedMeanwhile, NotFound, Refused
from evenemang.domain.evaluation import VisitorCount, occasion_id
from evenemang.domain.event import LOCAL, DailyOccasions, Occasion
from evenemang.flow.deciding import Decide
from evenemang.flow.difference import picture
from evenemang.flow.evaluating import Evaluate
from evenemang.flow.occasions import (
    ReviewOccasions,
    counts_by_occasion,
    incidents_by_occasion,
    unspoken,
    visits_so_far,
)
from evenemang.flow.on_site import LogIncident
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.waiting import Waiting, around, waiting_for
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import dossier as made
from tests.builders import incident

SARA, JONAS = Actor(name="Sara Lind"), Actor(name="Jonas Berg")
FIRST = date(2023, 11, 24)
LIGHTS = DailyOccasions.model_validate(
    {"from": FIRST, "to": FIRST + timedelta(days=30), "daily": {"starts": "16:00", "ends": "21:00"}}
)


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2023, 11, 28, 22, 0, tzinfo=LOCAL)  # the fifth evening is over

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(clock: Clock) -> Workspace:
    return Workspace(MemoryStore(), bootstrap.content(), clock)


@pytest.fixture
def lights(workspace: Workspace) -> str:
    new = NewDossier(name="Lights", occasions=(LIGHTS,), officer=SARA.name)
    opened = open_dossier(workspace, new, SARA).record.id
    draft = Draft(officer=SARA.name, group_view="rejected", motive="Prövas ändå")
    workspace.do(opened, Decide(draft=draft), SARA)
    return opened


def evening(number: int) -> str:
    return f"{FIRST + timedelta(days=number)}T16.00"


def quiet(*numbers: int) -> ReviewOccasions:
    return ReviewOccasions(occasions=tuple(map(evening, numbers)), happened=False)


def found(workspace: Workspace, dossier: str) -> Dossier:
    return workspace.dossier(dossier).record


def left(workspace: Workspace, dossier: str) -> list[str]:
    return [occasion_id(one) for one in unspoken(found(workspace, dossier), workspace.now())]


def waits(workspace: Workspace) -> list[Waiting]:
    return [one for one in waiting_for(workspace, around(workspace), None) if one.matter != "proposals"]


def test_many_quiet_evenings_are_said_at_once(workspace: Workspace, lights: str) -> None:
    assert left(workspace, lights) == [evening(one) for one in range(5)]

    workspace.do(lights, quiet(0, 1, 2, 4), SARA)

    assert left(workspace, lights) == [evening(3)]
    assert [one.happened for one in found(workspace, lights).occasion_reviews] == [False] * 4


def test_what_was_said_of_an_evening_is_never_written_over_in_bulk(workspace: Workspace, lights: str) -> None:
    one = ReviewOccasions(occasions=(evening(1),), happened=True, note="Lyktan föll", visitors=900)
    workspace.do(lights, one, SARA)

    workspace.do(lights, quiet(0, 1, 2), JONAS)

    kept = {review.id: review for review in found(workspace, lights).occasion_reviews}
    assert (kept[evening(1)].note, kept[evening(1)].given.by) == ("Lyktan föll", SARA.name)
    assert kept[evening(0)].given.by == JONAS.name


def test_an_evening_with_a_logged_incident_is_not_quiet(workspace: Workspace, lights: str) -> None:
    at = datetime(2023, 11, 25, 22, 30, tzinfo=LOCAL)  # after closing, before the next evening
    workspace.do(lights, LogIncident(type="injury", severity=1, what="Fall i trappan", at=at), SARA)

    with pytest.raises(Refused, match="incidents"):
        workspace.do(lights, quiet(0, 1), SARA)
    workspace.do(lights, ReviewOccasions(occasions=(evening(1),), happened=True), SARA)

    assert found(workspace, lights).occasion_reviews[0].happened


@pytest.mark.parametrize(
    "said",
    [
        {"occasions": (evening(5),), "happened": False},  # tomorrow
        {"occasions": (evening(0),), "happened": True},  # and not what
        {"occasions": (evening(0), evening(1)), "happened": True, "note": "Regn"},
        {"occasions": (evening(0), evening(1)), "happened": False, "visitors": 900},
    ],
)
def test_what_cannot_be_said_of_an_evening_is_refused(
    workspace: Workspace, lights: str, said: dict[str, object]
) -> None:
    with pytest.raises(Refused):
        workspace.do(lights, ReviewOccasions.model_validate(said), SARA)
    with pytest.raises(NotFound):
        workspace.do(lights, ReviewOccasions(occasions=("2023-11-24T15.00",), happened=False), SARA)


def test_two_who_speak_of_one_evening_meet(workspace: Workspace, clock: Clock, lights: str) -> None:
    seen = picture(found(workspace, lights), f"occasion_reviews/{evening(0)}")
    workspace.do(lights, quiet(0), SARA)
    clock.at += timedelta(minutes=1)

    with pytest.raises(ChangedMeanwhile):
        workspace.do(
            lights,
            ReviewOccasions(occasions=(evening(0),), happened=True, note="Snö", seen=seen),
            JONAS,
        )


def test_the_evenings_wait_on_one_row_due_thirty_days_after_the_first_of_them(
    workspace: Workspace, clock: Clock, lights: str
) -> None:
    (one,) = waits(workspace)
    assert (one.matter, one.count, one.due) == ("occasions", 5, FIRST + timedelta(days=30))

    workspace.do(lights, quiet(0, 1), SARA)
    assert [(one.count, one.due) for one in waits(workspace)] == [(3, FIRST + timedelta(days=32))]

    workspace.do(lights, quiet(2, 3, 4), SARA)
    assert waits(workspace) == []

    clock.at = datetime(2023, 12, 25, 9, 0, tzinfo=LOCAL)
    assert [(one.matter, one.due) for one in waits(workspace)] == [
        ("evaluate", FIRST + timedelta(days=60))
    ], "once it has ended the whole waits, and the evenings no more"

    workspace.do(lights, Evaluate(visitors=VisitorCount(method="not-counted"), nothing_happened=True), SARA)
    assert waits(workspace) == []


def test_a_weekend_is_one_evaluation_and_an_event_held_undecided_asks_for_its_own(
    workspace: Workspace,
) -> None:
    days = tuple(Occasion(date=FIRST + timedelta(days=one), starts="12:00", ends="18:00") for one in (0, 1))
    new = NewDossier(name="Marknaden", occasions=days, areas=("crowds",), officer=SARA.name)
    opened = open_dossier(workspace, new, SARA).record.id
    draft = Draft(officer=SARA.name, group_view="to-complete", motive="Mer underlag")
    workspace.do(opened, Decide(draft=draft), SARA)

    assert unspoken(found(workspace, opened), workspace.now()) == ()
    assert [(one.matter, one.due) for one in waits(workspace)] == [("evaluate", FIRST + timedelta(days=31))]


def test_an_event_is_not_quiet_when_one_of_its_evenings_was_not(workspace: Workspace, lights: str) -> None:
    workspace.do(
        lights, ReviewOccasions(occasions=(evening(0),), happened=True, note="Snöstorm, stängt 18"), SARA
    )

    with pytest.raises(Refused, match="an occasion"):
        workspace.do(
            lights, Evaluate(visitors=VisitorCount(method="not-counted"), nothing_happened=True), SARA
        )


def test_visits_are_summed_over_the_evenings_where_somebody_counted(
    workspace: Workspace, lights: str
) -> None:
    for number, visitors in ((0, 900), (1, None), (2, 0)):
        said = ReviewOccasions(occasions=(evening(number),), happened=False, visitors=visitors)
        workspace.do(lights, said, SARA)

    kept = found(workspace, lights)

    assert visits_so_far(kept) == (900, 2)
    assert [(one.date, one.visitors) for one in counts_by_occasion(kept)] == [
        (FIRST, 900),
        (FIRST + timedelta(days=2), 0),
    ]


@given(st.lists(st.integers(-3 * 24, 40 * 24), max_size=12))
def test_every_incident_after_the_first_start_belongs_to_exactly_one_evening(hours: list[int]) -> None:
    opens = datetime(2023, 11, 24, 16, 0, tzinfo=LOCAL)
    rows = tuple(
        incident(f"I{number}", at=opens + timedelta(hours=hour)) for number, hour in enumerate(hours)
    )

    whole = made("ab12", incidents=rows)
    by = incidents_by_occasion(
        whole.model_copy(update={"event": whole.event.model_copy(update={"occasions": (LIGHTS,)})})
    )

    told = [one.id for each in by.values() for one in each]
    assert sorted(told) == sorted(one.id for one in rows if one.at >= opens)
