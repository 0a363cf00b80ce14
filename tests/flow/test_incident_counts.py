"""A year counted in groups: the very figures that its rows give, counted here by hand."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenemang.domain.event import LOCAL
from evenemang.domain.incident import Incident
from evenemang.flow.listing import IncidentRow
from evenemang.flow.year import figures
from evenemang.flow.year_control import control_chart
from evenemang.flow.year_kept import Read
from evenemang.flow.year_moves import moves
from evenemang.flow.year_places import places_and_kinds
from evenemang.flow.year_rows import YearRows, gather
from evenemang.flow.year_series import event_rates, kinds, level_changes, months, open_actions, worst_after
from evenemang.flow.year_shares import quarters
from evenemang.store.memory import MemoryStore
from tests.builders import action, deed, dossier, incident, projection, risk
from tests.flow.year_rows_made import NEW_YEARS_EVE

MIDNIGHTS = [datetime(2027, month, 1, tzinfo=LOCAL).astimezone(UTC) for month in range(1, 13)]
MOMENTS = st.one_of(
    st.sampled_from([one + timedelta(minutes=by) for one in MIDNIGHTS for by in (-1, 0)]),
    st.datetimes(datetime(2026, 12, 30), datetime(2028, 1, 3), timezones=st.just(UTC)),
)
TOLD = st.tuples(
    MOMENTS,
    st.sampled_from(["crowding", "fire", "theft"]),
    st.integers(0, 4),
    st.sampled_from([None, "none", "R1"]),
    st.sampled_from([None, NEW_YEARS_EVE]),
)


def kept(*events: list[Incident]) -> MemoryStore:
    found = MemoryStore()
    for number, happened in enumerate(events):
        one = dossier(f"e{number}", on=date(2027, 6, 1 + number), incidents=tuple(happened))
        told = projection(one)
        row = told.row.model_copy(update={"visits": (8000, 500, None)[number]})
        told = told.model_copy(update={"row": row})
        found.save("dossier", one, expected=0, deeds=[deed()], projection=told)
    return found


def by_hand(rows: list[IncidentRow]) -> tuple[object, ...]:
    foreseen = sum(one.foreseen not in (None, "none") for one in rows)
    severities = Counter(one.severity for one in rows)
    return len(rows), tuple(severities[one] for one in range(5)), foreseen


@settings(max_examples=40)
@given(st.lists(TOLD, max_size=30))
def test_a_year_counted_in_groups_has_the_figures_of_its_rows(told: list[tuple[Any, ...]]) -> None:
    events: tuple[list[Incident], ...] = ([], [], [])
    for number, (at, kind, severity, foreseen, closed) in enumerate(told):
        said = {"type": kind, "severity": severity, "foreseen": foreseen, "closed": closed}
        events[number % 3].append(incident(f"I{number}", at=at, **said))
    store = kept(*events)
    rows = gather(store, 2027, NEW_YEARS_EVE)
    every = store.incidents()
    mine = [one for one in every if one.at.astimezone(LOCAL).year == 2027]

    found = figures(rows).incidents
    assert (found.incidents, found.by_severity, found.foreseen) == by_hand(mine)
    assert found.open == tuple(one for one in mine if one.closed is None)
    for one in months(rows):
        of_month = [each for each in mine if each.at.astimezone(LOCAL).month == one.month]
        assert (one.total, one.by_severity) == by_hand(of_month)[:2]
    for quarter in quarters(rows):
        of_quarter = [each for each in mine if (each.at.astimezone(LOCAL).month + 2) // 3 == quarter.number]
        assert (quarter.incidents, quarter.foreseen) == (by_hand(of_quarter)[0], by_hand(of_quarter)[2])
        assert quarter.not_judged == sum(each.foreseen is None for each in of_quarter)
    assert {one.kind: one.count for one in kinds(rows)} == Counter(one.type for one in mine)
    happened = Counter(one.dossier for one in every)
    assert {one.dossier: one.rate.incidents for one in event_rates(rows)} == {
        one: happened[one] for one in ("e0", "e1")
    }
    assert sum(map(sum, places_and_kinds(rows).counts)) == len(mine)
    assert (len(rows.incidents), len(rows.at_events)) == (len(mine), len(every))
    assert tuple(rows.incidents) == tuple(mine)
    assert told_by(rows) == told_by(
        replace(rows, incidents=tuple(rows.incidents), at_events=tuple(rows.at_events))
    )


def told_by(rows: YearRows) -> tuple[object, ...]:
    counts = figures(rows), months(rows), kinds(rows), quarters(rows)
    return (*counts, event_rates(rows), control_chart(rows), places_and_kinds(rows))


def test_to_count_a_year_no_row_of_what_is_closed_or_of_a_risk_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = kept([incident("I1", at=MIDNIGHTS[5], closed=NEW_YEARS_EVE)], [], [])
    worked = dossier(
        "e9", on=date(2027, 7, 1), risks=(risk(),), actions=(action(status="verified"), action("A2"))
    )
    store.save("dossier", worked, expected=0, deeds=[deed()], projection=projection(worked))
    rows = gather(store, 2027, NEW_YEARS_EVE)
    by_rows = replace(rows, actions=tuple(rows.actions), risks=tuple(rows.risks))
    in_hand = (*told_by(by_rows), *worked_on(by_rows))
    rows = gather(store, 2027, NEW_YEARS_EVE)

    def refuse(_read: Read[Any]) -> tuple[Any, ...]:
        raise AssertionError("the rows are read")

    monkeypatch.setattr(Read, "rows", property(refuse))

    assert figures(rows).incidents.incidents == 1
    assert [one.id for one in figures(rows).actions.open] == ["A2"]
    assert (figures(rows).actions.actions, figures(rows).risks.risks) == (2, 1)
    assert (*told_by(rows), *worked_on(rows)) == in_hand


def worked_on(rows: YearRows) -> tuple[object, ...]:
    return level_changes(rows), worst_after(rows, "accident"), moves(rows, "accident"), open_actions(rows)
