"""The rows that a year's figures are counted from, gathered from the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import Literal, cast

from evenemang.domain.event import LOCAL
from evenemang.domain.lesson import Lesson
from evenemang.domain.meeting import Meeting
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place
from evenemang.flow.action_counts import ActionCount, count_actions
from evenemang.flow.incident_counts import IncidentCount, count_rows
from evenemang.flow.listing import ActionRow, DossierRow, IncidentRow, RiskRow
from evenemang.flow.risk_counts import RiskCount, count_risks
from evenemang.flow.storing import Search, Store
from evenemang.flow.year_kept import Kept, Read, counts_of

Whose = Literal["own", "external"]
PAGE = 1000  # rows read at a time


@dataclass(frozen=True)
class YearRows:
    """What a year is counted from. An event belongs to the year it began in; an incident to its own day's.

    `incidents` are dated in the year; `at_events` are those of the year's events, whatever their day: a rate
    needs what happened and who came from the same events. They may be many, and so may actions and risks:
    whoever only counts asks what has `happened`, is `planned` or `judged`, which the store answers without a
    row for each.
    """

    year: int
    today: date
    events: tuple[DossierRow, ...] = ()
    from_lists: tuple[DossierRow, ...] = ()  # held, and known only from a list: in no figure of the work
    actions: Sequence[ActionRow] = ()
    risks: Sequence[RiskRow] = ()
    incidents: Sequence[IncidentRow] = ()
    at_events: Sequence[IncidentRow] = ()
    meetings: tuple[Meeting, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    dated: Sequence[DossierRow] = ()  # held or to be held in the year or the one before; none is cancelled
    places: Mapping[str, str] = field(default_factory=dict)  # what each place is called

    def name(self, dossier: str) -> str:
        """Return what an event of the year is called."""
        return self._events[dossier].name

    def find(self, dossier: str) -> DossierRow | None:
        """Return an event of the year or of the one before; None where it began earlier."""
        return self._events.get(dossier) or self._dated.get(dossier)

    def place_of(self, dossier: str) -> str:
        """Return the id of an event's place; empty where it has none, or is not of these years."""
        found = self.find(dossier)
        return (found.place or "") if found else ""

    @cached_property
    def happened(self) -> tuple[IncidentCount, ...]:
        """How many of the year's incidents there were of each month, severity, and foreseen or not."""
        months = [date(self.year, number, 1) for number in range(1, 13)]
        return counts_of(self.incidents, count_rows, by=("severity", "foreseen"), spans=months)

    @cached_property
    def happened_as(self) -> tuple[IncidentCount, ...]:
        """How many of the year's incidents there were of each kind."""
        return counts_of(self.incidents, count_rows, by=["type"])

    @cached_property
    def happened_at(self) -> Counter[str]:
        """How much happened at each of the year's events."""
        found = counts_of(self.at_events, count_rows, by=["dossier"])
        return Counter({one.dossier or "": one.count for one in found})

    @cached_property
    def happened_where(self) -> tuple[IncidentCount, ...]:
        """How many of the year's incidents there were of each event and kind."""
        return counts_of(self.incidents, count_rows, by=("dossier", "type"))

    @cached_property
    def planned(self) -> tuple[ActionCount, ...]:
        """How many of the year's actions there are in each state, and which helped."""
        return counts_of(self.actions, count_actions, by=("status", "helped"))

    @cached_property
    def judged(self) -> tuple[RiskCount, ...]:
        """How many of the year's risks there are of each kind and judgement."""
        return counts_of(self.risks, count_risks)

    @cached_property
    def _events(self) -> dict[str, DossierRow]:
        return {one.id: one for one in self.events}

    @cached_property
    def _dated(self) -> dict[str, DossierRow]:
        return {one.id: one for one in self.dated}


def gather(
    store: Store, year: int, today: date, whose: Whose | None = None, place: str | None = None
) -> YearRows:
    """Return the rows of a year: of all events, or only of own or external ones, or of those at one place."""
    span = Search(place=place, limit=PAGE)
    mine = tuple(theirs(store, _within(span, year), whose))
    before = Read(lambda: tuple(theirs(store, _within(span, year - 1), whose)))
    begun = tuple(row for row in mine if _began(row, year, today))
    events = tuple(row for row in begun if row.stage != "past")
    ids = [row.id for row in events]
    known = sorted(row.id for row in (*before, *mine)) if whose or place is not None else None
    first, last = date(year, 1, 1), date(year, 12, 31)
    return YearRows(
        year=year,
        today=today,
        events=events,
        from_lists=tuple(row for row in begun if row.stage == "past"),
        actions=Kept(partial(store.actions, dossiers=ids), partial(store.action_counts, dossiers=ids)),
        risks=Kept(partial(store.risks, dossiers=ids), partial(store.risk_counts, dossiers=ids)),
        incidents=Kept(
            partial(store.incidents, dossiers=known, since=first, until=last),
            partial(store.incident_counts, dossiers=known, spans=[first], until=last),
        ),
        at_events=Kept(partial(store.incidents, dossiers=ids), partial(store.incident_counts, dossiers=ids)),
        meetings=tuple(cast(Meeting, one.record) for one in store.all("meeting")),
        lessons=tuple(cast(Lesson, one.record) for one in store.all("lesson")),
        dated=Read(lambda: tuple(row for row in (*before, *mine) if row.stage != "cancelled")),
        places={one.record.id: cast(Place, one.record).name for one in store.all("place")},
    )


def theirs(store: Store, search: Search, whose: Whose | None) -> Iterator[DossierRow]:
    """Yield all rows that a search finds, those of own or external events where one of them is asked for."""
    return (row for row in with_whose(store, every(store, search)) if whose in (None, row.organiser_kind))


def with_whose(store: Store, rows: Iterable[DossierRow]) -> Iterator[DossierRow]:
    """Yield rows; where an event's facts do not say whose it is, as the register says of its organiser."""
    kinds: dict[str, str | None] | None = None
    for row in rows:
        if row.organiser_kind is None and row.organiser is not None:
            if kinds is None:
                found = (cast(Organiser, one.record) for one in store.all("organiser"))
                kinds = {one.id: one.kind for one in found}
            yield row.model_copy(update={"organiser_kind": kinds.get(row.organiser)})
        else:
            yield row


def years(store: Store, today: date) -> tuple[int, ...]:
    """Return the years from the first event to this one, the newest first."""
    first = store.dossiers(Search(limit=1))
    begun = first[0].starts if first else None
    oldest = min(begun.astimezone(LOCAL).year, today.year) if begun else today.year
    return tuple(range(today.year, oldest - 1, -1))


def latest_begun(store: Store, choices: Sequence[int], today: date) -> int:
    """Return the newest year in which an event has begun; this year where there is none."""
    for year in choices:
        span = Search(starts_from=date(year, 1, 1), starts_to=min(today, date(year, 12, 31)), limit=PAGE)
        if any(row.stage not in ("cancelled", "past") for row in store.dossiers(span)):
            return year
    return choices[0]


def every(store: Store, search: Search) -> Iterator[DossierRow]:
    """Yield all rows that a search finds, page after page."""
    while rows := store.dossiers(search):
        yield from rows
        if len(rows) < search.limit:
            return
        search = search.model_copy(update={"after": (rows[-1].starts, rows[-1].id)})


def _within(search: Search, year: int) -> Search:
    days = {"starts_from": date(year, 1, 1), "starts_to": date(year, 12, 31)}
    return search.model_copy(update=days)


def _began(row: DossierRow, year: int, today: date) -> bool:
    if row.starts is None or row.stage == "cancelled":
        return False
    day = row.starts.astimezone(LOCAL).date()
    return day.year == year and day <= today
