"""The clock steps back, is set forward and back at night, and events go on past midnight: nothing is lost."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import days_until, state_at
from evenemang.domain.errors import ChangedMeanwhile
from evenemang.domain.event import LOCAL, Occasion, here
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.on_site import LogIncident, WalkRound
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.waiting import around
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

SARA = Actor(name="Sara Lind")
ASKED = "crowds.zone-capacity"
CLOCK = PlayedClock(datetime(2027, 8, 1, 9, 0, tzinfo=LOCAL))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def is_now(moment: datetime) -> None:
    CLOCK.at = moment.astimezone(LOCAL)


@pytest.fixture
def workspace() -> Workspace:
    is_now(datetime(2027, 8, 1, 12, 0, tzinfo=LOCAL))
    return Workspace(MemoryStore(), bootstrap.content(), CLOCK)


def opened(workspace: Workspace, *occasions: Occasion) -> str:
    new = NewDossier(name="Nattfesten", areas=("crowds",), occasions=occasions)
    return open_dossier(workspace, new, SARA).record.id


def answer(workspace: Workspace, dossier: str, comment: str, seen: object = None) -> None:
    given = GiveAnswer(question=ASKED, value="yes", comment=comment)
    workspace.do(dossier, given if seen is None else given.model_copy(update={"seen": seen}), SARA)


def test_the_journal_keeps_its_order_when_the_clock_steps_back_an_hour(workspace: Workspace) -> None:
    dossier = opened(workspace)
    for minutes in (0, 30, -29, 1):  # the third is given when the clock says an hour earlier
        is_now(datetime(2027, 8, 1, 12, 0, tzinfo=LOCAL) + timedelta(minutes=minutes))
        answer(workspace, dossier, f"{minutes}")

    journal = workspace.store.journal("dossier", dossier)

    given = [one.deed for one in journal if one.deed.touched.startswith("assessment/answers/")]
    assert [one.after["comment"] for one in given] == ["0", "30", "-29", "1"]
    assert [f"{one.at:%H:%M}" for one in given] == ["12:00", "12:30", "11:31", "12:01"]
    assert workspace.store.verify() == []
    assert workspace.dossier(dossier).record.assessment.answers[ASKED].comment == "1"


@pytest.mark.parametrize("later", [timedelta(minutes=-60), timedelta(seconds=11), timedelta(seconds=-11)])
def test_ones_own_change_is_haste_for_ten_seconds_whichever_way_the_clock_goes(
    workspace: Workspace, later: timedelta
) -> None:
    dossier = opened(workspace)
    at = datetime(2027, 8, 1, 12, 0, tzinfo=LOCAL)
    is_now(at)
    answer(workspace, dossier, "i fliken bredvid")
    older = {"value": "no", "comment": "det som syns här"}

    is_now(at + later / abs(later) * timedelta(seconds=9))
    answer(workspace, dossier, "hastigt", older)
    is_now(CLOCK.at + later)
    with pytest.raises(ChangedMeanwhile):
        answer(workspace, dossier, "från en gammal sida", older)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2027-03-28T00:59:57", "2027-03-28T01:00:02"),  # 01:59:57 and 03:00:02 on the wall
        ("2027-10-31T00:59:57", "2027-10-31T01:00:02"),  # 02:59:57 and 02:00:02
    ],
)
def test_haste_is_counted_in_seconds_also_when_the_clock_is_changed(
    workspace: Workspace, before: str, after: str
) -> None:
    dossier = opened(workspace)
    is_now(utc(before))
    answer(workspace, dossier, "först")
    is_now(utc(after))

    answer(workspace, dossier, "fem sekunder senare", {"value": "no", "comment": ""})

    assert workspace.dossier(dossier).record.assessment.answers[ASKED].comment == "fem sekunder senare"


NIGHTS = [  # the evening, how many hours 20:00–04:00 is, and moments when it has and has not ended
    (date(2027, 8, 20), 8, "2027-08-21T02:00:00", "2027-08-21T02:00:01"),
    (date(2027, 3, 27), 7, "2027-03-28T02:00:00", "2027-03-28T02:00:01"),
    (date(2027, 10, 30), 9, "2027-10-31T03:00:00", "2027-10-31T03:00:01"),
]


@pytest.mark.parametrize(("evening", "hours", "last", "over"), NIGHTS)
def test_an_event_past_midnight_runs_until_its_last_second(
    workspace: Workspace, evening: date, hours: int, last: str, over: str
) -> None:
    night = Occasion(date=evening, starts="20:00", ends="04:00")
    start, end = night.start, night.end

    assert (end.astimezone(UTC) - start.astimezone(UTC)) == timedelta(hours=hours)
    for moment, state in ((last, "running"), (over, "to-evaluate")):
        assert state_at("decided", start, end, here(utc(moment))) == state


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2027-10-31T00:29:00", "running"),  # 02:29 the first time
        ("2027-10-31T00:31:00", "to-evaluate"),
        ("2027-10-31T01:29:00", "to-evaluate"),  # 02:29 the second time, an hour after the end
    ],
)
def test_an_event_that_ends_in_the_hour_that_comes_twice_is_over_when_it_ends_first(
    workspace: Workspace, moment: str, state: str
) -> None:
    night = Occasion(date=date(2027, 10, 30), starts="20:00", ends="02:30")
    is_now(utc(moment))

    assert state_at("decided", night.start, night.end, workspace.now()) == state


@pytest.mark.parametrize("evening", [one[0] for one in NIGHTS])
def test_the_days_left_and_t_minus_are_counted_by_the_calendar_also_over_a_changed_clock(
    workspace: Workspace, evening: date
) -> None:
    dossier = workspace.dossier(
        opened(workspace, Occasion(date=evening, starts="20:00", ends="04:00"))
    ).record

    for days in (14, 1, 0, -1):
        for clock in ("00:00:01", "02:30:00", "23:59:59"):
            day = evening - timedelta(days=days)
            is_now(datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=LOCAL))
            assert days_until(dossier, workspace.now().date()) == days


@pytest.mark.parametrize(
    ("evening", "moments"),
    [
        (date(2027, 8, 20), [-10, 61, 121, 239]),
        (date(2027, 3, 27), [-10, 61, 121, 179]),
        (date(2027, 10, 30), [-10, 61, 151, 211]),  # 02:31 twice
    ],
)
def test_after_midnight_the_event_is_still_the_one_that_runs_and_its_rounds_and_incidents_are_in_order(
    workspace: Workspace, evening: date, moments: list[int]
) -> None:
    dossier = opened(workspace, Occasion(date=evening, starts="20:00", ends="04:00"))
    midnight = datetime.combine(evening + timedelta(days=1), datetime.min.time(), LOCAL).astimezone(UTC)

    for minutes in moments:
        is_now(midnight + timedelta(minutes=minutes, seconds=30))
        assert [one.id for one in around(workspace).upcoming] == [dossier]
        workspace.do(dossier, LogIncident(type="crowding", severity=0, what=f"{minutes}"), SARA)
        workspace.do(dossier, WalkRound(phase="running", note=f"{minutes}"), SARA)
    is_now(midnight + timedelta(hours=6))
    assert [one.id for one in around(workspace).past] == [dossier]

    found, said = workspace.dossier(dossier).record, [f"{one}" for one in moments]
    assert [one.what for one in found.incidents] == said
    assert [one.note for one in found.rounds] == said
    assert [one.what for one in workspace.store.incidents()] == said
    apart = [(one.at.astimezone(UTC) - midnight) // timedelta(minutes=1) for one in found.incidents]
    assert apart == moments
