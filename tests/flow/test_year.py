"""A year in figures: the example year by its own key, and what must never be counted wrong."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang import bootstrap
from evenemang.catalogue.example import read_example_year
from evenemang.domain.actor import Actor
from evenemang.domain.event import LOCAL, Occasion
from evenemang.domain.meeting import Meeting
from evenemang.domain.organiser import Organiser
from evenemang.flow.example.clock import ExampleClock
from evenemang.flow.example.playing import play
from evenemang.flow.foresight.seen import Foresight, foresight
from evenemang.flow.foresight.words import interval, spoken
from evenemang.flow.listing import DossierRow, IncidentRow
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.workspace import Workspace
from evenemang.flow.year import figures
from evenemang.flow.year_rows import YearRows, gather, latest_begun, years
from evenemang.flow.year_series import event_rates, kinds, level_changes, months, open_actions, worst_after
from evenemang.store.memory import MemoryStore
from tests.builders import deed, dossier, incident, projection

YEAR = read_example_year()
KEY: dict[str, Any] = YEAR.year["expected"]
NEW_YEARS_EVE = date(2027, 12, 31)
SARA = Actor(name="Sara Lind")


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    played = MemoryStore()
    play(YEAR, played, bootstrap.content())
    return played


@pytest.fixture(scope="module")
def example(store: MemoryStore) -> YearRows:
    return gather(store, 2023, YEAR.as_of)


@pytest.fixture(scope="module")
def looked_back(store: MemoryStore) -> Foresight:
    return foresight(Workspace(store, bootstrap.content(), ExampleClock(YEAR.as_of)))


def aliases(rows: Any) -> list[str]:
    return sorted(row.alias for row in rows)


def test_the_example_years_work_is_that_of_its_key(example: YearRows) -> None:
    events = figures(example).events

    assert {
        "meetings": events.meetings,
        "events": events.events,
        "own": events.own,
        "external": events.external,
        "occasions": events.occasions,
        "contacts_before": events.contacts_before,
        "decisions_with_conditions": events.decisions_with_conditions,
        "evaluated": events.evaluated,
        "evaluated_within_30_days": events.evaluated_in_time,
        "lessons": events.lessons,
    }.items() <= KEY.items()


def test_the_example_years_risks_are_those_of_its_key(example: YearRows) -> None:
    risks = figures(example).risks

    assert {
        "raised": risks.raised,
        "dismissed": risks.dismissed,
        "risks": risks.risks,
        "risks_high_before": risks.high_before,
        "risks_very_high_before": risks.very_high_before,
        "risks_high_after": risks.high_after,
        "risks_very_high_after": risks.very_high_after,
    }.items() <= KEY.items()


def test_the_example_year_was_foreseen_as_its_key_says(looked_back: Foresight) -> None:
    share = looked_back.foreseen.share

    assert share
    assert (share.part, share.whole) == (KEY["foreseen"], KEY["incidents"])
    assert interval(share, "sv") == "52–92\u00a0%"
    assert "Så få händelser säger lite" in spoken(share, "sv")
    assert sum(one.share.part for one in looked_back.foreseen.questions) == KEY["foreseen"]


def test_the_example_years_unforeseen_incidents_are_proposed_as_questions(looked_back: Foresight) -> None:
    asked = [one.ask.sv for one in looked_back.proposals if one.kind == "new-question" and one.ask]

    assert "Är detta ordnat: stativplats före bron skyltas?" in asked
    assert len(asked) == KEY["incidents"] - KEY["foreseen"]


def test_the_example_years_actions_are_those_of_its_key(example: YearRows) -> None:
    actions = figures(example).actions

    assert {
        "actions": actions.actions,
        "actions_done": actions.done,
        "actions_verified": actions.verified,
        "actions_dropped": actions.dropped,
        "verification_share": actions.verification_share,
        "actions_helped": actions.helped,
    }.items() <= KEY.items()
    assert aliases(actions.open) == sorted(KEY["actions_open"])
    assert aliases(actions.overdue) == sorted(KEY["actions_overdue"])


def test_what_happened_in_the_example_year_is_that_of_its_key(example: YearRows) -> None:
    found = figures(example).incidents

    assert found.incidents == KEY["incidents"]
    assert found.by_severity[:3] == (KEY["near_misses"], KEY["minor"], KEY["moderate"])
    assert sum(found.by_severity[3:]) == KEY["serious"]
    assert found.near_miss_share == pytest.approx(KEY["near_miss_share"], abs=0.0001)
    assert (found.foreseen, aliases(found.open)) == (KEY["foreseen"], KEY["open_incidents"])
    assert found.foreseen_share == pytest.approx(KEY["foreseen_share"], abs=0.0001)
    assert [one.total for one in months(example)] == [row["count"] for row in KEY["incidents_per_month"]]


def test_the_example_years_rate_leaves_out_the_event_that_nobody_counted(example: YearRows) -> None:
    visits = figures(example).visits

    assert visits.visits == KEY["visitors_counted"]
    assert aliases(visits.without_count) == KEY["events_without_count"]
    assert visits.incidents == KEY["incidents_at_counted_events"]
    assert visits.rate is not None
    assert visits.rate.per_10_000 == pytest.approx(KEY["rate_per_10000"], abs=0.001)
    assert visits.rate.lower == pytest.approx(KEY["rate_interval_95"]["lower"], abs=0.01)
    assert visits.rate.upper == pytest.approx(KEY["rate_interval_95"]["upper"], abs=0.01)
    assert {one.dossier for one in event_rates(example)} == {one.id for one in visits.counted}


def test_series_add_up_to_the_figures(example: YearRows) -> None:
    found = figures(example)

    assert sum(one.before for one in level_changes(example)) == found.risks.risks
    assert sum(one.after for one in level_changes(example)) == found.risks.risks
    assert kinds(example)[-1].running == found.incidents.incidents
    assert [one.row.alias for one in open_actions(example) if one.late > 0] == KEY["actions_overdue"]
    worst = worst_after(example, "accident")
    assert worst is not None
    assert worst.level_after == "high"


def test_own_and_external_events_make_the_whole_year(store: MemoryStore, example: YearRows) -> None:
    own = figures(gather(store, 2023, YEAR.as_of, "own"))
    external = figures(gather(store, 2023, YEAR.as_of, "external"))
    whole = figures(example)

    assert own.events.events + external.events.events == whole.events.events
    assert own.incidents.incidents + external.incidents.incidents == whole.incidents.incidents
    assert own.actions.actions + external.actions.actions == whole.actions.actions


def test_whose_an_event_is_the_register_says_where_its_facts_do_not() -> None:
    work = Workspace(MemoryStore(), bootstrap.content(), bootstrap.SystemClock())
    work.keep("organiser", Organiser(id="kultur", name="Kultur", kind="own"), SARA, "add-organiser")
    work.keep("organiser", Organiser(id="klubben", name="Klubben"), SARA, "add-organiser")
    today = work.now().date()
    for name, of in (("Dans", "kultur"), ("Match", "klubben"), ("Fest", None)):
        occasions = (Occasion(date=today, starts="00:00", ends="23:00"),)
        open_dossier(work, NewDossier(name=name, organiser=of, occasions=occasions), SARA)

    found = figures(gather(work.store, today.year, today)).events

    assert (found.own, found.external, found.unknown) == (1, 0, 2)
    assert [one.name for one in gather(work.store, today.year, today, "own").events] == ["Dans"]


def test_the_year_shown_first_is_the_newest_in_which_an_event_has_begun(store: MemoryStore) -> None:
    choices = years(store, YEAR.as_of)

    assert choices == (2024, 2023)
    assert latest_begun(store, choices, YEAR.as_of) == 2023
    assert latest_begun(MemoryStore(), (2027,), NEW_YEARS_EVE) == 2027


def kept(*events: tuple[str, date, dict[str, Any], tuple[datetime, ...]]) -> MemoryStore:
    """Return a store with events: id, first day, what its row says, and when something happened there."""
    found = MemoryStore()
    for record_id, on, said, moments in events:
        happened = tuple(incident(f"I{number}", at=at) for number, at in enumerate(moments, 1))
        one = dossier(record_id, on=on, incidents=happened)
        rows = projection(one)
        rows = rows.model_copy(update={"row": DossierRow.model_validate({**dict(rows.row), **said})})
        found.save("dossier", one, expected=0, deeds=[deed()], projection=rows)
    return found


def at(year: int, month: int, day: int, hour: int = 12) -> datetime:
    return datetime(year, month, day, hour, tzinfo=LOCAL)


def test_an_event_over_new_year_is_of_the_year_it_began_and_each_incident_of_its_own_day() -> None:
    store = kept(("a", date(2026, 12, 31), {"visits": 1000}, (at(2026, 12, 31, 23), at(2027, 1, 1, 1))))

    before = figures(gather(store, 2026, NEW_YEARS_EVE))
    after = figures(gather(store, 2027, NEW_YEARS_EVE))

    assert (before.events.events, before.incidents.incidents) == (1, 1)
    assert (after.events.events, after.incidents.incidents) == (0, 1)
    assert before.visits.incidents == 2  # who came and what happened are of the same event
    assert after.visits.rate is None


def test_an_event_that_is_cancelled_or_has_not_begun_is_not_counted() -> None:
    store = kept(
        ("a", date(2027, 5, 1), {"stage": "cancelled"}, ()),
        ("b", date(2027, 9, 1), {}, ()),
        ("c", date(2027, 6, 1), {}, ()),
    )

    found = gather(store, 2027, date(2027, 6, 1))

    assert [one.id for one in found.events] == ["c"]


def test_a_month_without_incidents_is_0_and_one_that_has_not_begun_is_nothing() -> None:
    store = kept(("a", date(2027, 2, 1), {}, (at(2027, 2, 1),)))

    found = months(gather(store, 2027, date(2027, 3, 15)))

    assert [one.total for one in found[:3]] == [0, 1, 0]
    assert [one.by_severity is None for one in found] == [False] * 3 + [True] * 9


def test_where_nobody_counted_there_is_no_rate() -> None:
    store = kept(("a", date(2027, 2, 1), {"visits": None}, (at(2027, 2, 1),)))

    visits = figures(gather(store, 2027, NEW_YEARS_EVE)).visits

    assert visits.rate is None
    assert [one.id for one in visits.without_count] == ["a"]


def test_a_small_event_with_one_near_miss_does_not_stand_out_but_twenty_at_a_large_one_do() -> None:
    rows = [("big", date(2027, 2, 1), {"visits": 100_000}, (at(2027, 2, 1),) * 7)]
    small = ("small", date(2027, 3, 1), {"visits": 300}, (at(2027, 3, 1),))
    bad = ("bad", date(2027, 4, 1), {"visits": 10_000}, tuple(at(2027, 4, 1, hour) for hour in range(20)))

    unusual = {
        one.dossier: one.unusual for one in event_rates(gather(kept(*rows, small, bad), 2027, NEW_YEARS_EVE))
    }

    assert unusual == {"big": False, "small": False, "bad": True}


def test_only_regular_meetings_of_the_year_count() -> None:
    store = MemoryStore()
    for number, (on, kind) in enumerate(
        [(date(2027, 1, 12), "regular"), (date(2027, 2, 1), "extra"), (date(2026, 12, 1), "regular")]
    ):
        meeting = Meeting.model_validate({"id": f"m{number}", "on": on, "kind": kind})
        store.save("meeting", meeting, expected=0, deeds=[deed()])

    assert figures(gather(store, 2027, NEW_YEARS_EVE)).events.meetings == 1


def row(number: int, on: datetime, severity: int) -> IncidentRow:
    return IncidentRow(
        dossier="a",
        id=f"I{number}",
        alias=None,
        at=on,
        type="crowding",
        severity=severity,
        zone=None,
        what="Kö",
        foreseen=None,
        closed=None,
    )


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 28), st.integers(0, 4)), max_size=60))
def test_no_incident_is_lost_between_months_and_severities(told: list[tuple[int, int, int]]) -> None:
    happened = tuple(
        row(number, at(2027, month, day), severity) for number, (month, day, severity) in enumerate(told)
    )
    rows = YearRows(year=2027, today=NEW_YEARS_EVE, incidents=happened)

    by_month = [one.by_severity or () for one in months(rows)]

    assert len(by_month) == 12
    assert tuple(map(sum, zip(*by_month, strict=True))) == figures(rows).incidents.by_severity
    assert sum(map(sum, by_month)) == len(told)


def test_what_happened_at_the_years_events_is_all_of_it_oldest_first(
    store: MemoryStore, example: YearRows
) -> None:
    over_new_year = kept(("a", date(2026, 12, 31), {}, (at(2026, 12, 30), at(2027, 1, 1), at(2026, 12, 31))))
    rows = gather(over_new_year, 2026, NEW_YEARS_EVE)

    assert tuple(rows.at_events) == over_new_year.incidents(dossiers=["a"])
    assert [len(rows.incidents), len(rows.at_events)] == [2, 3]
    assert tuple(example.at_events) == store.incidents(dossiers=[one.id for one in example.events])


def test_the_places_make_the_whole_year_and_an_event_is_of_each_place_it_uses(
    store: MemoryStore, example: YearRows
) -> None:
    places = sorted({one.place for one in example.events if one.place})
    each = {place: gather(store, 2023, YEAR.as_of, place=place) for place in places}

    assert {one.id for rows in each.values() for one in rows.events} == {one.id for one in example.events}
    for place, rows in each.items():
        theirs = {one.id for one in rows.events}
        assert theirs >= {one.id for one in example.events if one.place == place}
        assert {one.id for one in rows.at_events} == {
            one.id for one in example.at_events if one.dossier in theirs
        }
    assert set(places) <= set(example.places)
