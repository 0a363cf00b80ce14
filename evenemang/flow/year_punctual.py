"""What was done in time: permits filed, actions done, evaluations given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from evenemang.domain.event import LOCAL
from evenemang.flow.circumstances import filings
from evenemang.flow.content import Content
from evenemang.flow.listing import ActionRow, DossierRow
from evenemang.flow.year import IN_TIME
from evenemang.flow.year_rows import YearRows

What = Literal["permit", "action"]
Kept = Literal["in-time", "late", "not-done"]
Given = Literal["week", "two-weeks", "month", "two-months", "later", "missing", "waiting"]
WITHIN: tuple[tuple[Given, int], ...] = (
    ("week", 7),
    ("two-weeks", 14),
    ("month", IN_TIME),
    ("two-months", 60),
)
GIVEN: tuple[Given, ...] = ("week", "two-weeks", "month", "two-months", "later", "missing", "waiting")
TIMELY: tuple[Given, ...] = ("week", "two-weeks", "month")
LATE: tuple[Given, ...] = ("two-months", "later", "missing")


@dataclass(frozen=True)
class Promise:
    """Something that had its day, and whether that day was kept; `days` is how late, 0 in time."""

    what: What
    dossier: str
    id: str
    kept: Kept
    days: int


def leads(content: Content) -> dict[str, int]:
    """Return how many days before the event each permit is to be filed, by the time that counts here."""
    found = {one.id: one.lead(file.municipality) for file in content.permits for one in file.items}
    return {permit: lead.days for permit, lead in found.items() if lead}


def promises(rows: YearRows, days_before: Mapping[str, int]) -> tuple[Promise, ...]:
    """Return the year's permits that were filed and its actions whose day has come, as they were kept.

    A permit that nobody noted a day for is not among them: whether it was filed is not known.
    """
    filed = [one for event in rows.events for one in _filed(event, days_before)]
    return (*filed, *(found for row in rows.actions if (found := _of_action(row, rows.today))))


def _filed(event: DossierRow, days_before: Mapping[str, int]) -> list[Promise]:
    if event.starts is None:
        return []
    first = event.starts.astimezone(LOCAL).date()
    found = []
    for permit, day in filings(event.filed).items():
        if permit in days_before:
            late = (day - (first - timedelta(days=days_before[permit]))).days
            kept: Kept = "late" if late > 0 else "in-time"
            found.append(Promise("permit", event.id, permit, kept, max(0, late)))
    return found


def _of_action(row: ActionRow, today: date) -> Promise | None:
    if row.due is None or row.status in ("dropped", "proposed"):
        return None
    if row.done_on is None:
        late = (today - row.due).days
        is_open = row.status in ("decided", "started") and late > 0
        return Promise("action", row.dossier, row.id, "not-done", late) if is_open else None
    late = (row.done_on - row.due).days
    return Promise("action", row.dossier, row.id, "late" if late > 0 else "in-time", max(0, late))


def counted(found: tuple[Promise, ...], what: What) -> Counter[Kept]:
    """Return how many of one sort were kept, late, and not done."""
    return Counter(one.kept for one in found if one.what == what)


def given(event: DossierRow, today: date) -> Given | None:
    """Return how soon after its last day an event was evaluated; None while nobody waits for it."""
    if event.ends is None:
        return None
    last = event.ends.astimezone(LOCAL).date()
    if event.evaluated_on is None:
        if last >= today or event.not_assessed:
            return None
        return "waiting" if (today - last).days <= IN_TIME else "missing"
    days = (event.evaluated_on - last).days
    return next((word for word, limit in WITHIN if days <= limit), "later")


def evaluations(rows: YearRows) -> Counter[Given]:
    """Return how soon after their last day the year's events were evaluated."""
    return Counter(found for one in rows.events if (found := given(one, rows.today)))
