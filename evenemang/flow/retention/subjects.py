"""What the rules look at: records whose time may have come, with the days that it is counted from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import cast

from evenemang.domain.dossier import SETTLED, Dossier, stage
from evenemang.domain.event import LOCAL
from evenemang.domain.lesson import Lesson
from evenemang.domain.meeting import Meeting
from evenemang.domain.organiser import Organiser
from evenemang.domain.retention import OF, Of, RetentionRule, Since
from evenemang.domain.role import Member
from evenemang.flow.journal import JournalEntry, Kind
from evenemang.flow.listing import DossierRow
from evenemang.flow.storing import MODELS, REGISTER, Record, Search, Stored
from evenemang.flow.workspace import Workspace

PAGE = 1000  # rows read at a time
EVERY = Search(limit=PAGE)
EVENTFUL: tuple[Of, ...] = ("organiser", "place")  # what events are held by, and at
Days = Mapping[Since, date | None]  # None: there is no such day yet
LastEvents = dict[tuple[Of, str], date | None]


@dataclass(frozen=True)
class Subject:
    """A record as it was read, what people call it, and the days a time may be counted from."""

    stored: Stored[Record]
    called: str
    days: Days
    workspace: Workspace

    @property
    def kind(self) -> Kind:
        """Of which kind it is."""
        return next(one for one, model in MODELS.items() if isinstance(self.stored.record, model))

    @cached_property
    def journal(self) -> tuple[JournalEntry, ...]:
        """The journal, read once for all rules."""
        return self.workspace.store.journal(self.kind, self.stored.record.id)

    def is_due(self, rule: RetentionRule, today: date) -> bool:
        """Whether a rule's time has come for it."""
        day = self.days.get(rule.since)
        return day is not None and rule.after is not None and rule.after.after(day) <= today


def dossiers(
    workspace: Workspace, rules: Sequence[RetentionRule], is_done: Callable[[RetentionRule, str], bool]
) -> Iterator[Subject]:
    """Return the dossiers that a rule may be due for, each read once; most are ruled out by their row.

    `is_done` says of a rule and a dossier that nothing of it is left there.
    """
    mine, today = [one for one in rules if one.of == "dossier"], workspace.now().date()
    for row in rows(workspace) if mine else ():
        if any(_may_be_due(row, one, today) and not is_done(one, row.id) for one in mine):
            yield dossier_of(workspace, workspace.dossier(row.id))


def dossier_of(workspace: Workspace, stored: Stored[Dossier]) -> Subject:
    """Return a dossier with its days."""
    dossier = stored.record
    ends = dossier.event.end
    decided = dossier.decision
    days: Days = {
        "event-end": ends.astimezone(LOCAL).date() if ends else _last_possible(dossier),
        "decision": decided.given.at.astimezone(LOCAL).date() if decided else None,
        "closed": closed_on(dossier),
    }
    return Subject(cast(Stored[Record], stored), dossier.event.name, days, workspace)


def closed_on(dossier: Dossier) -> date | None:
    """Return the day when the group was done with a dossier; None while it is not."""
    found = stage(dossier)
    if found not in SETTLED:
        return None
    if found == "past":
        return _last_possible(dossier)
    without = dossier.assessment.not_needed
    stamps = {
        "cancelled": dossier.cancelled and dossier.cancelled.given,
        "evaluated": dossier.evaluation and dossier.evaluation.given,
        "not-needed": without and without.judged,
    }
    done = stamps[found]
    day = done.at.astimezone(LOCAL).date() if done else None
    last = _last_possible(dossier)
    counts = last and day and found != "cancelled"  # what is not held has no days to wait for
    return max(day, last) if day and last and counts else day


def registers(workspace: Workspace, rules: Sequence[RetentionRule], last: LastEvents) -> Iterator[Subject]:
    """Return the records of the registers that a rule is about, with their `last` events."""
    about = {one.of for one in rules} - {"dossier"}
    for of in (one for one in OF if one in about):
        for stored in workspace.store.all(of):
            yield register_of(workspace, stored, last.get((of, stored.record.id)))


def register_of(workspace: Workspace, stored: Stored[Record], last: date | None) -> Subject:
    """Return a record of a register with its days; `last` is its last event's, where it has events."""
    record = stored.record
    if isinstance(record, Meeting):
        return Subject(stored, str(record.on), {"meeting": record.on}, workspace)
    if isinstance(record, Lesson):  # by its id: what it says is not told where it may be secret
        noted = record.noted.at.astimezone(LOCAL).date()
        return Subject(stored, record.alias or record.id, {"noted": noted}, workspace)
    if isinstance(record, Member):
        left = None if record.may_enter else _changed_on(workspace, "member", record.id)
        return Subject(stored, record.name, {"left": left}, workspace)
    return Subject(stored, str(getattr(record, "name", record.id)), {"last-event": last}, workspace)


def rows(workspace: Workspace, search: Search = EVERY) -> Iterator[DossierRow]:
    """Return the row of every dossier that fits."""
    while page := workspace.store.dossiers(search):
        yield from page
        if len(page) < PAGE:
            return
        search = search.model_copy(update={"after": (page[-1].starts, page[-1].id)})


def around(record: Record) -> Search:
    """Return the dossiers that show something of a record of a register."""
    if isinstance(record, Lesson):
        return EVERY.model_copy(
            update={"place": record.concerns.place, "organiser": record.concerns.organiser}
        )
    return EVERY.model_copy(update={"organiser" if isinstance(record, Organiser) else "place": record.id})


def record_of_returns(kind: str, record: str) -> str:
    """Return under which name a record's workbooks are set aside: a register's stand together."""
    return record if kind == "dossier" else REGISTER


def last_events(workspace: Workspace, rules: Sequence[RetentionRule]) -> LastEvents:
    """Return the last day of each organiser's and each place's events, where a rule asks.

    None where one has no day yet; of what has no event at all, the day when it was last changed.
    """
    found: LastEvents = {}
    for of in (one for one in EVENTFUL if any(rule.of == one for rule in rules)):
        for stored in workspace.store.all(of):
            ends = [row.ends for row in rows(workspace, around(stored.record))]
            days = [one.astimezone(LOCAL).date() for one in ends if one]
            without = _changed_on(workspace, of, stored.record.id)
            found[of, stored.record.id] = max(days, default=without) if len(days) == len(ends) else None
    return found


def _changed_on(workspace: Workspace, kind: Of, record: str) -> date:
    """Return when a record was last changed: nothing else is known of it."""
    return workspace.store.journal(kind, record)[-1].deed.at.astimezone(LOCAL).date()


def _last_possible(dossier: Dossier) -> date | None:
    ends = dossier.event.end
    if ends:
        return ends.astimezone(LOCAL).date()
    return dossier.event.some_time.last if dossier.event.some_time else None


def _may_be_due(row: DossierRow, rule: RetentionRule, today: date) -> bool:
    if rule.since == "closed":
        return row.stage in SETTLED
    if rule.since == "decision":
        return row.decision is not None
    ends = row.ends
    return ends is not None and bool(rule.after and rule.after.after(ends.astimezone(LOCAL).date()) <= today)
