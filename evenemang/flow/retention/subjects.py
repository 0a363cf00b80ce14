"""What the rules look at: records whose time may have come, with the days that it is counted from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import cast

from evenemang.domain.dossier import SETTLED, Dossier, stage
from evenemang.domain.event import LOCAL
from evenemang.domain.meeting import Meeting
from evenemang.domain.organiser import Organiser
from evenemang.domain.retention import RetentionRule, Since
from evenemang.flow.journal import JournalEntry, Kind
from evenemang.flow.listing import DossierRow
from evenemang.flow.storing import MODELS, REGISTER, Record, Search, Stored
from evenemang.flow.workspace import Workspace

PAGE = 1000  # rows read at a time
Days = Mapping[Since, date | None]  # None: there is no such day yet


@dataclass(frozen=True)
class Subject:
    """A record as it was read, what people call it, and the days a time may be counted from."""

    stored: Stored[Record]
    called: str
    days: Days
    workspace: Workspace

    @cached_property
    def journal(self) -> tuple[JournalEntry, ...]:
        """The journal, read once for all rules."""
        kind: Kind = next(one for one, model in MODELS.items() if isinstance(self.stored.record, model))
        return self.workspace.store.journal(kind, self.stored.record.id)

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


def registers(
    workspace: Workspace, rules: Sequence[RetentionRule], last: Mapping[str, date | None]
) -> Iterator[Subject]:
    """Return the organisers, with their `last` events, and the meetings, where a rule is about them."""
    kinds = {one.of for one in rules}
    if "organiser" in kinds:
        for one in workspace.store.all("organiser"):
            known = one.record.id in last
            day = last[one.record.id] if known else _changed_on(workspace, one.record.id)
            yield organiser_of(workspace, one, day)
    if "meeting" in kinds:
        for one in workspace.store.all("meeting"):
            meeting = cast(Meeting, one.record)
            yield Subject(one, str(meeting.on), {"meeting": meeting.on}, workspace)


def organiser_of(workspace: Workspace, stored: Stored[Record], last: date | None) -> Subject:
    """Return an organiser with the day of its last event."""
    return Subject(stored, cast(Organiser, stored.record).name, {"last-event": last}, workspace)


def rows(workspace: Workspace) -> Iterator[DossierRow]:
    """Return the row of every dossier."""
    search = Search(limit=PAGE)
    while page := workspace.store.dossiers(search):
        yield from page
        if len(page) < PAGE:
            return
        search = search.model_copy(update={"after": (page[-1].starts, page[-1].id)})


def record_of_returns(kind: str, record: str) -> str:
    """Return under which name a record's workbooks are set aside: a register's stand together."""
    return record if kind == "dossier" else REGISTER


def last_events(workspace: Workspace, rules: Sequence[RetentionRule]) -> Mapping[str, date | None]:
    """Return the last day of each organiser's events, where a rule asks; None where one has no day yet."""
    found: dict[str, date | None] = {}
    asked = any(one.of == "organiser" for one in rules)
    for row in rows(workspace) if asked else ():
        if row.organiser is None:
            continue
        day = row.ends.astimezone(LOCAL).date() if row.ends else None
        before = found.get(row.organiser, date.min)
        found[row.organiser] = max(before, day) if before and day else None
    return found


def _changed_on(workspace: Workspace, organiser: str) -> date:
    """Return when an organiser without any event was last changed: nothing else is known of it."""
    return workspace.store.journal("organiser", organiser)[-1].deed.at.astimezone(LOCAL).date()


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
