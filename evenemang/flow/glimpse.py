"""A glimpse of a store: what a guest sees of it. What is not named here is not there for them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from typing import cast

from evenemang.domain.errors import NotFound
from evenemang.domain.lesson import Lesson
from evenemang.domain.meeting import Meeting
from evenemang.flow.action_counts import ActionCount, ActionTrait
from evenemang.flow.ballots import Ballot
from evenemang.flow.books import Book, Returned
from evenemang.flow.incident_counts import IncidentCount, Trait
from evenemang.flow.journal import Deed, JournalEntry, Kind
from evenemang.flow.listing import ActionRow, DossierRow, IncidentRow, Projection, RiskRow
from evenemang.flow.presence import Presence
from evenemang.flow.risk_counts import RiskCount
from evenemang.flow.storing import Record, Search, Store, Stored

Seen = Callable[[], frozenset[str] | None]  # asked at each look: a role may have been taken back

OPEN: frozenset[Kind] = frozenset({"place", "function", "setting"})  # registers that any dossier draws on


class Glimpse:
    """The store, with some dossiers and what belongs to them; other verbs than these are no guest's."""

    def __init__(self, store: Store, seen: Seen) -> None:
        """Show of `store` the dossiers that `seen` names."""
        self._store = store
        self._seen = seen

    def identify(self, kind: Kind, handle: str) -> str:
        """Return the id behind a handle, if it is theirs: a beginning is only tried among what they see."""
        if kind != "dossier":
            return self._store.identify(kind, handle)
        rows = [self._store.load(kind, one).record for one in sorted(self._ids())]
        fits = [
            one.id
            for one in rows
            if handle and (one.id.startswith(handle) or getattr(one, "alias", None) == handle)
        ]
        if len(fits) != 1:
            raise NotFound("not seen", what=handle)
        return fits[0]

    def load(self, kind: Kind, record_id: str) -> Stored[Record]:
        """Return a record that they see."""
        stored = self._store.load(kind, record_id)
        if isinstance(stored.record, Meeting):
            stored = Stored(self._asked(stored.record), stored.version)
        if not self._sees(kind, stored.record):
            raise NotFound("not seen", what=record_id)
        return stored

    def save(
        self,
        kind: Kind,
        record: Record,
        *,
        expected: int,
        deeds: Sequence[Deed],
        projection: Projection | None = None,
    ) -> int:
        """Write a record; whether they may was asked before."""
        return self._store.save(kind, record, expected=expected, deeds=deeds, projection=projection)

    def all(self, kind: Kind) -> tuple[Stored[Record], ...]:
        """Return the records of a register that they see."""
        found = self._store.all(kind)
        if kind == "meeting":
            found = tuple(Stored(self._asked(cast(Meeting, one.record)), one.version) for one in found)
        return tuple(one for one in found if self._sees(kind, one.record))

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """Return the ids of what they see of a kind."""
        if kind == "dossier":
            return tuple(one for one in self._store.ids(kind) if one in self._ids())
        return tuple(one.record.id for one in self.all(kind))

    def lessons_for(self, places: Sequence[str], organiser: str | None) -> tuple[Lesson, ...]:
        """Return the lessons that a dossier of theirs must answer."""
        return self._store.lessons_for(places, organiser)

    def journal(self, kind: Kind, record_id: str) -> tuple[JournalEntry, ...]:
        """Return the journal of a record that they see."""
        self.load(kind, record_id)
        return self._store.journal(kind, record_id)

    def version(self, kind: Kind, record_id: str) -> int:
        """Return the version of a dossier that they see; 0 where it is not theirs."""
        return self._store.version(kind, record_id) if self._is_theirs(kind, record_id) else 0

    def journal_after(self, kind: Kind, record_id: str, version: int) -> tuple[JournalEntry, ...]:
        """Return what is new in the journal of a dossier that they see."""
        is_theirs = self._is_theirs(kind, record_id)
        return self._store.journal_after(kind, record_id, version) if is_theirs else ()

    def be_present(self, presence: Presence) -> None:
        """Say where they are, in a dossier that they see."""
        if self._is_theirs("dossier", presence.dossier):
            self._store.be_present(presence)

    def present(self, dossier: str, since: datetime) -> tuple[Presence, ...]:
        """Return who is in a dossier that they see."""
        return self._store.present(dossier, since) if self._is_theirs("dossier", dossier) else ()

    def stamps(self, kind: Kind, ids: Sequence[str]) -> dict[str, str]:
        """Return what the dossiers that they see are at."""
        return self._store.stamps(kind, self._among(ids)) if kind == "dossier" else {}

    def dossiers(self, search: Search) -> tuple[DossierRow, ...]:
        """Return the rows that they see."""
        return self._store.dossiers(self._within(search))

    def actions(
        self,
        *,
        dossiers: Sequence[str] | None = None,
        open_only: bool = False,
        due_before: date | None = None,
    ) -> tuple[ActionRow, ...]:
        """Return the actions in what they see."""
        among = self._among(dossiers)
        return self._store.actions(dossiers=among, open_only=open_only, due_before=due_before)

    def action_counts(
        self,
        *,
        by: Collection[ActionTrait],
        dossiers: Sequence[str] | Search | None = None,
        spans: Sequence[date] = (),
    ) -> tuple[ActionCount, ...]:
        """Return how many actions were alike in what they see."""
        return self._store.action_counts(by=by, dossiers=self._of(dossiers), spans=spans)

    def risks(self, *, dossiers: Sequence[str] | None = None) -> tuple[RiskRow, ...]:
        """Return the risks in what they see."""
        return self._store.risks(dossiers=self._among(dossiers))

    def risk_counts(self, *, dossiers: Sequence[str] | Search | None = None) -> tuple[RiskCount, ...]:
        """Return how many risks were judged alike in what they see."""
        return self._store.risk_counts(dossiers=self._of(dossiers))

    def incidents(
        self,
        *,
        dossiers: Sequence[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        open_only: bool = False,
    ) -> tuple[IncidentRow, ...]:
        """Return the incidents in what they see."""
        among = self._among(dossiers)
        return self._store.incidents(dossiers=among, since=since, until=until, open_only=open_only)

    def incident_counts(
        self,
        *,
        by: Collection[Trait],
        dossiers: Sequence[str] | Search | None = None,
        spans: Sequence[date] = (),
        until: date | None = None,
    ) -> tuple[IncidentCount, ...]:
        """Return how many incidents were alike in what they see."""
        return self._store.incident_counts(by=by, dossiers=self._of(dossiers), spans=spans, until=until)

    def cast(self, ballot: Ballot) -> None:
        """Keep what they judge alone of a dossier that they see."""
        if self._is_theirs("dossier", ballot.event):
            self._store.cast(ballot)

    def ballots(self, meeting: str, event: str, risk: str) -> tuple[Ballot, ...]:
        """Return what was judged alone in a dossier that they see; the flow tells each only their own."""
        return self._store.ballots(meeting, event, risk) if self._is_theirs("dossier", event) else ()

    def setting(self, name: str) -> str | None:
        """Return a setting: none of them is about a dossier."""
        return self._store.setting(name)

    def restale(self, kind: Kind, record_id: str) -> None:
        """Say that a workbook must be written anew."""
        self._store.restale(kind, record_id)

    def file_of(self, kind: Kind, record_id: str) -> tuple[int, str] | None:
        """Return the file of a workbook that they see."""
        self.load(kind, record_id)
        return self._store.file_of(kind, record_id)

    def files(self) -> dict[tuple[Kind, str], tuple[int, str]]:
        """Return the files of the workbooks that they see."""
        ids = self._ids()
        return {key: one for key, one in self._store.files().items() if key[0] == "dossier" and key[1] in ids}

    def book(self, kind: Kind, record_id: str) -> Book:
        """Return what is known of a workbook that they see."""
        self.load(kind, record_id)
        return self._store.book(kind, record_id)

    def returns(self, kind: Kind | None = None, record_id: str | None = None) -> tuple[Returned, ...]:
        """Return what was set aside of what they see."""
        ids = self._ids()
        found = self._store.returns(kind, record_id)
        return tuple(one for one in found if one.kind == "dossier" and one.record in ids)

    def _ids(self) -> frozenset[str]:
        seen = self._seen()
        return frozenset(self._store.ids("dossier")) if seen is None else seen

    def _is_theirs(self, kind: Kind, record_id: str) -> bool:
        seen = self._seen()
        return kind == "dossier" and (seen is None or record_id in seen)

    def _among(self, dossiers: Sequence[str] | None) -> list[str]:
        ids = self._ids()
        return sorted(ids if dossiers is None else ids.intersection(dossiers))

    def _asked(self, meeting: Meeting) -> Meeting:
        """Return of a meeting that goes on what it asks about their dossiers, and nothing else of it."""
        asked = tuple(one for one in meeting.weighings if one.event in self._ids())
        now = meeting.begun if not meeting.ended and not meeting.cancelled else None
        return Meeting(id=meeting.id, on=meeting.on, begun=now, weighings=asked if now else ())

    def _within(self, search: Search) -> Search:
        return search.model_copy(update={"among": tuple(self._among(search.among))})

    def _of(self, dossiers: Sequence[str] | Search | None) -> Sequence[str] | Search:
        return self._within(dossiers) if isinstance(dossiers, Search) else self._among(dossiers)

    def _sees(self, kind: Kind, record: Record) -> bool:
        if isinstance(record, Meeting):
            return bool(record.weighings)
        if kind == "dossier":
            return record.id in self._ids()
        if isinstance(record, Lesson):
            return record.from_event in self._ids()
        if kind == "organiser":
            return any(row.organiser == record.id for row in self.dossiers(Search(organiser=record.id)))
        return kind in OPEN


def glimpse(store: Store, seen: Seen) -> Store:
    """Return what a guest sees of a store; a verb that is no guest's raises AttributeError: nothing opens."""
    return cast(Store, Glimpse(store, seen))
