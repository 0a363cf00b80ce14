"""What the rules would remove now, record by record: counted and never told, and nothing is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import cast

from evenemang.domain.actor import Actor
from evenemang.domain.checklist import NOT_RELEVANT, YES_NO
from evenemang.domain.dossier import Dossier
from evenemang.domain.meeting import Meeting, Weighing
from evenemang.domain.retention import ATTACHMENTS, HISTORY, OF, Retention, RetentionRule
from evenemang.domain.source import Source
from evenemang.flow.ballots import Ballot
from evenemang.flow.books import Returned
from evenemang.flow.journal import REMOVALS, REMOVED_BY_RULE, JournalEntry, Json, Kind
from evenemang.flow.retention.emptying import Emptying, IsText
from evenemang.flow.retention.subjects import Subject, dossiers, last_events, record_of_returns, registers
from evenemang.flow.storing import Record
from evenemang.flow.workspace import Workspace

UNFINISHED = "retention_unfinished"  # a setting: when a removal began that is not through with its files

VOICE = "Voice.by"  # who judged alone

Rows = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Going:
    """What one rule would remove from one record: how much of what, never what it says."""

    rule: str
    kind: Kind
    record: str
    called: str
    version: int
    day: date  # the time is counted from
    fields: Mapping[str, int]
    rows: Rows  # of its journal, that lose their values
    attachments: tuple[str, ...]
    returned: tuple[Returned, ...]  # workbooks set aside and settled, that hold what goes
    whole: bool
    left: Record | None  # what is left of it
    waits: tuple[Returned, ...] = ()  # workbooks set aside that nobody has settled: it waits for that

    @property
    def values(self) -> int:
        """How many fields lose what stood in them."""
        return sum(self.fields.values())


@dataclass(frozen=True)
class Due:
    """A rule with a time, and what it would remove now."""

    rule: RetentionRule
    going: tuple[Going, ...]


@dataclass(frozen=True)
class Preview:
    """What a run would do now; the rules without a time do nothing."""

    due: tuple[Due, ...]
    without_time: tuple[RetentionRule, ...]
    unfinished: bool  # a run was broken off, or a workbook could not be written
    sources: Mapping[str, Source]  # that the rules stand on, by id

    @property
    def removes(self) -> int:
        """How many records something goes from."""
        return len({(one.kind, one.record) for due in self.due for one in due.going if not one.waits})

    @property
    def waits(self) -> int:
        """How many records wait for somebody to settle a workbook."""
        return len({(one.kind, one.record) for due in self.due for one in due.going if one.waits})


class Done:
    """Which rules had nothing left to remove from a dossier at a version; remembered for the next look."""

    def __init__(self, workspace: Workspace) -> None:
        """Know nothing yet."""
        self._workspace = workspace
        self._known: set[tuple[RetentionRule, str, int, int]] = set()

    def note(self, rule: RetentionRule, dossier: str) -> None:
        """Say that a rule has nothing left to remove from a dossier as it is now."""
        self._known.add(self._key(rule, dossier))

    def holds(self, rule: RetentionRule, dossier: str) -> bool:
        """Whether that is known; a change, or one more workbook set aside, makes it unknown."""
        return self._key(rule, dossier) in self._known

    def _key(self, rule: RetentionRule, dossier: str) -> tuple[RetentionRule, str, int, int]:
        store = self._workspace.store
        return rule, dossier, store.version("dossier", dossier), len(store.returns("dossier", dossier))


def preview(workspace: Workspace, retention: Retention, by: Actor, done: Done | None = None) -> Preview:
    """Return what the rules would remove now; `done` remembers from one look to the next.

    Raises:
        NotAllowed: If who asks may not remove.
    """
    workspace.require(by, "remove-by-rule")
    rules = retention.in_force
    found: dict[str, list[Going]] = {one.id: [] for one in rules}
    done = done or Done(workspace)
    for subject, rule in due_pairs(workspace, retention, done.holds):
        going = planned(workspace, rule, subject)
        if going:
            found[rule.id].append(going)
        elif rule.of == "dossier":
            done.note(rule, subject.stored.record.id)
    return Preview(
        tuple(Due(one, tuple(found[one.id])) for one in rules),
        tuple(one for one in retention.rules if not one.after),
        workspace.store.setting(UNFINISHED) is not None,
        retention.sources,
    )


def due_pairs(
    workspace: Workspace,
    retention: Retention,
    is_done: Callable[[RetentionRule, str], bool] = lambda _rule, _dossier: False,
) -> Iterator[tuple[Subject, RetentionRule]]:
    """Return each record with each rule whose time has come for it, and that may not be done there."""
    rules, today = retention.in_force, workspace.now().date()
    last = last_events(workspace, rules)  # before a dossier goes: its organiser's time is counted from it
    for subject in chain(dossiers(workspace, rules, is_done), registers(workspace, rules, last)):
        for rule in rules:
            if isinstance(subject.stored.record, OF[rule.of]) and subject.is_due(rule, today):
                yield subject, rule


def planned(workspace: Workspace, rule: RetentionRule, subject: Subject) -> Going | None:
    """Return what a rule removes from a record whose time has come; None where there is nothing left."""
    record, kind = subject.stored.record, cast(Kind, rule.of)
    journal = subject.journal
    is_text = _texts_of(workspace, record)
    left, fields = _left(rule, record, is_text)
    fields += _alone(workspace, rule, record)
    rows = tuple(
        (one.version, one.number)
        for one in journal
        if one.salt is not None and one.deed.operation not in REMOVALS and _goes(one, rule, is_text)
    )
    attachments = _attachments(record) if rule.whole or ATTACHMENTS in rule.removes else ()
    anything = bool(rule.whole or fields or rows or attachments)
    files = _set_aside(workspace, rule, subject, journal, anything=anything)
    if not anything and not files:
        return None
    day = subject.days[rule.since]
    assert day is not None
    return Going(
        rule=rule.id,
        kind=kind,
        record=record.id,
        called=subject.called,
        version=subject.stored.version,
        day=day,
        fields=fields,
        rows=rows,
        attachments=tuple(dict.fromkeys(attachments)),
        returned=tuple(one for one in files if one.settled),
        whole=rule.whole,
        left=left,
        waits=tuple(one for one in files if not one.settled),
    )


def _left(rule: RetentionRule, record: Record, is_text: IsText) -> tuple[Record | None, Counter[str]]:
    if rule.whole:
        return None, Counter()
    emptying = Emptying(rule.fields, is_text)
    body = emptying.picture(type(record), record.model_dump(mode="json"))
    if ATTACHMENTS in rule.removes:
        marks = [one for one in body["markings"] if not one["id"].startswith(f"{ATTACHMENTS}/")]
        body = {**body, "attachments": [], "markings": marks}
    gone = +emptying.found
    kept = not gone and ATTACHMENTS not in rule.removes
    return record if kept else type(record).model_validate(body), gone


def _alone(workspace: Workspace, rule: RetentionRule, record: Record) -> Counter[str]:
    """Return how many judged alone at a meeting and were never shown: no body and no journal holds it."""
    if VOICE not in rule.fields or not isinstance(record, Meeting):
        return Counter()
    return Counter({VOICE: sum(len(found) for _, found in ballots_of(workspace, record))})


def ballots_of(workspace: Workspace, meeting: Meeting) -> Iterator[tuple[Weighing, tuple[Ballot, ...]]]:
    """Yield what was judged alone at a meeting and is shown to nobody yet."""
    for asked in meeting.weighings:
        yield asked, workspace.store.ballots(meeting.id, asked.event, asked.risk)


def _goes(row: JournalEntry, rule: RetentionRule, is_text: IsText) -> bool:
    """Whether a row of a journal holds what a rule removes."""
    if rule.whole or HISTORY in rule.removes:
        return True
    if ATTACHMENTS in rule.removes and row.deed.touched.startswith(f"{ATTACHMENTS}/"):
        return True
    emptying = Emptying(rule.fields, is_text)
    for picture in (row.deed.before, row.deed.after):
        emptying.at(OF[rule.of], row.deed.touched, picture)
    return bool(+emptying.found)


def _attachments(record: Record) -> tuple[str, ...]:
    return tuple(one.file for one in record.attachments) if isinstance(record, Dossier) else ()


def _texts_of(workspace: Workspace, record: Record) -> IsText:
    """Return whether a value of an answer is what a person wrote, and no word of the checklist."""
    content = workspace.content_for(record) if isinstance(record, Dossier) else workspace.content

    def is_text(question: str, value: Json) -> bool:
        known = content.question(question)
        if known is not None:
            return known.answer == "text" and value != NOT_RELEVANT
        return value not in (*YES_NO, NOT_RELEVANT)

    return is_text


def _set_aside(
    workspace: Workspace,
    rule: RetentionRule,
    subject: Subject,
    journal: tuple[JournalEntry, ...],
    *,
    anything: bool,
) -> list[Returned]:
    """Return the workbooks set aside that hold what goes, or what went when the rule was used before."""
    record = subject.stored.record
    found = workspace.store.returns(cast(Kind, rule.of), record_of_returns(rule.of, record.id))
    if anything:
        return list(found)
    before = [one.deed.at for one in journal if one.deed.operation == REMOVED_BY_RULE]
    return [one for one in found if before and one.saved < before[-1]]
