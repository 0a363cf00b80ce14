"""Incidents of a year as they lie in the store: counted there, and read one by one only to be listed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import overload

from evenemang.flow.incident_counts import IncidentCount, Trait, count_rows
from evenemang.flow.listing import IncidentRow
from evenemang.flow.storing import Store


class Logged(Sequence[IncidentRow]):
    """Incidents between two days, at some events or at all, oldest first."""

    def __init__(
        self,
        store: Store,
        dossiers: Sequence[str] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> None:
        """Read nothing yet."""
        self._store, self._dossiers, self._since, self._until = store, dossiers, since, until

    @cached_property
    def rows(self) -> tuple[IncidentRow, ...]:
        """All of them, read when they are first asked for: a year may have ten thousand."""
        return self._store.incidents(dossiers=self._dossiers, since=self._since, until=self._until)

    @cached_property
    def open(self) -> tuple[IncidentRow, ...]:
        """Those that nobody has closed."""
        return self._store.incidents(
            dossiers=self._dossiers, since=self._since, until=self._until, open_only=True
        )

    def counts(self, by: Collection[Trait], spans: Sequence[date] = ()) -> tuple[IncidentCount, ...]:
        """Return how many were alike; `spans` begin where these days do, or later."""
        since = (self._since,) if self._since else ()
        return self._store.incident_counts(
            by=by, dossiers=self._dossiers, spans=spans or since, until=self._until
        )

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows) if "rows" in vars(self) else sum(one.count for one in self.counts(()))

    def __iter__(self) -> Iterator[IncidentRow]:
        """Read them."""
        return iter(self.rows)

    @overload
    def __getitem__(self, at: int) -> IncidentRow: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[IncidentRow]: ...

    def __getitem__(self, at: int | slice) -> IncidentRow | Sequence[IncidentRow]:
        """Return one, or some."""
        return self.rows[at]


def counts_of(
    incidents: Sequence[IncidentRow], by: Collection[Trait], spans: Sequence[date] = ()
) -> tuple[IncidentCount, ...]:
    """Return how many incidents were alike, whether they lie in the store or have been read."""
    if isinstance(incidents, Logged):
        return incidents.counts(by, spans)
    return count_rows(incidents, by, spans)


def open_of(incidents: Sequence[IncidentRow]) -> tuple[IncidentRow, ...]:
    """Return the incidents that nobody has closed, whether they lie in the store or have been read."""
    if isinstance(incidents, Logged):
        return incidents.open
    return tuple(one for one in incidents if one.closed is None)
