"""What changed since last month: the last month beside the one before it."""

from datetime import date, timedelta

import pytest

from evenemang.domain.incident import Incident
from evenemang.flow.listing import ActionRow
from evenemang.flow.year_news import month_before, news
from evenemang.store.memory import MemoryStore
from tests.builders import action, deed, dossier, incident, projection
from tests.flow.year_rows_made import at


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2027, 3, 31), date(2027, 2, 28)),
        (date(2028, 3, 31), date(2028, 2, 29)),
        (date(2027, 1, 15), date(2026, 12, 15)),
    ],
)
def test_a_month_before_is_the_same_day_or_the_last_of_a_shorter_month(day: date, before: date) -> None:
    assert month_before(day) == before


def kept(*happened: Incident, rows: tuple[ActionRow, ...] = (), on: date = date(2027, 6, 1)) -> MemoryStore:
    found = MemoryStore()
    one = dossier("a", on=on, incidents=happened, actions=(action(),))
    told = projection(one)
    told = told.model_copy(update={"actions": rows}) if rows else told
    found.save("dossier", one, expected=0, deeds=[deed()], projection=told)
    return found


def test_each_incident_is_of_one_month_only_and_older_ones_of_none() -> None:
    moments = (at(6, 15), at(5, 16, 0), at(5, 15, 23), at(4, 16), at(4, 15))
    store = kept(*(incident(f"I{n}", at=moment, severity=n) for n, moment in enumerate(moments)))

    found = news(store, date(2027, 6, 15))

    assert (found.now.first, found.now.last) == (date(2027, 5, 16), date(2027, 6, 15))
    assert (found.now.incidents, found.before.incidents) == (2, 2)
    assert (found.now.serious, found.before.serious) == (0, 1)
    assert found.now.held == 1


def test_an_action_done_in_time_was_never_overdue_and_one_that_is_late_was_so_last_month_too() -> None:
    model = projection(dossier("a", actions=(action(),))).actions[0]
    due = date(2027, 4, 1)

    def row(number: int, done: date | None) -> ActionRow:
        said = {"id": f"A{number}", "due": due, "decided_on": date(2027, 3, 1), "done_on": done}
        return model.model_copy(update={**said, "status": "done" if done else "decided"})

    late = row(1, None)
    mended = row(2, date(2027, 6, 1))
    timely = row(3, due - timedelta(days=1))

    found = news(kept(rows=(late, mended, timely)), date(2027, 6, 15))

    assert (found.before.overdue, found.now.overdue) == (2, 1)
    assert (found.now.done, found.before.done, found.now.decided) == (1, 0, 0)


def test_where_nothing_is_known_nothing_has_changed() -> None:
    found = news(MemoryStore(), date(2027, 6, 15))

    assert found.now.is_empty
    assert found.before.is_empty


def test_whose_and_which_place_narrow_it() -> None:
    store = kept(incident("I1", at=at(6, 10)))

    assert news(store, date(2027, 6, 15), place="torget").now.incidents == 0
    assert news(store, date(2027, 6, 15), whose="own").now.incidents == 0
    assert news(store, date(2027, 6, 15)).now.incidents == 1
