"""Removing by rule: each rule and record in a transaction of its own, so that a run may be broken off.

Files go before the transaction: broken off between, the record still tells what goes, and a next run sees it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, cast

from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound
from evenemang.domain.meeting import Meeting
from evenemang.domain.retention import Retention, RetentionRule, removable
from evenemang.domain.role import Member
from evenemang.flow.difference import changes
from evenemang.flow.journal import REMOVED_BY_RULE, REMOVED_WHOLE, Deed
from evenemang.flow.listing import project
from evenemang.flow.membership import take_back_guest
from evenemang.flow.racing import tried_again
from evenemang.flow.registers import REGISTERS
from evenemang.flow.retention.planning import UNFINISHED, VOICE, Going, due_pairs, planned
from evenemang.flow.retention.subjects import Subject, around, dossier_of, register_of, rows
from evenemang.flow.secrecy import STILL_SECRET, once_secret
from evenemang.flow.storing import REGISTER, Record, Redaction, Stored
from evenemang.flow.workspace import Workspace

LOG = logging.getLogger("evenemang.retention")
ATTEMPTS = 4
SHOWN_IN_DOSSIERS = ("organiser", "place", "lesson")
SHOWN_AROUND = frozenset(  # in the workbooks of others too
    {"Event.name", "Organiser.name", *removable("place"), *removable("lesson")}
)
ATTACHED, SMALL = "attachments", "cache/small"  # the files, and small pictures of some of them


class Files(Protocol):
    """What lies beside the database."""

    def take_away(self, path: str) -> None:
        """Remove a file of the data folder, by its path there; one that is gone is gone."""
        ...


@dataclass
class Removing:
    """One run, by one person, over all records whose time has come."""

    workspace: Workspace
    retention: Retention
    by: Actor
    files: Files
    waits: list[Going] = field(default_factory=list)  # what somebody must settle a workbook for first

    def each(self) -> Iterator[Going]:
        """Remove from one record after the other, and yield what went.

        Raises:
            NotAllowed: If who acts may not.
            LostRace: If a record is changed again and again meanwhile; what went before stays gone.
        """
        self.workspace.require(self.by, "remove-by-rule")
        for subject, rule in due_pairs(self.workspace, self.retention):
            done = self._from(subject, rule)
            if done:
                facts = {"rule": rule.id, "kind": done.kind, "record": done.record, "values": done.values}
                LOG.info("removed by rule", extra={"facts": facts})
                yield done

    def _from(self, subject: Subject, rule: RetentionRule) -> Going | None:
        def once() -> Going | None:
            now, today = self._newest(subject), self.workspace.now().date()
            going = planned(self.workspace, rule, now) if now and now.is_due(rule, today) else None
            if going is None or now is None:
                return None
            if going.waits:
                self.waits.append(going)
                return None
            self._remove(now, rule, going)
            return going

        return tried_again(ATTEMPTS, once)

    def _newest(self, subject: Subject) -> Subject | None:
        """Return a record as it is now; an earlier rule of this run may have changed it or taken it away."""
        record = subject.stored.record
        try:
            if isinstance(record, Dossier):
                return dossier_of(self.workspace, self.workspace.dossier(record.id))
            stored: Stored[Record] = self.workspace.store.load(subject.kind, record.id)
        except NotFound:
            return None
        return register_of(self.workspace, stored, subject.days.get("last-event"))

    def _remove(self, subject: Subject, rule: RetentionRule, going: Going) -> None:
        store = self.workspace.store
        if store.setting(UNFINISHED) is None:
            store.set(UNFINISHED, self.workspace.now().isoformat())
        beside = self._files_of(going)
        for path in beside:
            self.files.take_away(path)
        if going.whole and going.kind == "dossier":
            self._take_guests_back(going.record)
        if VOICE in going.fields:
            self._forget_ballots(cast(Meeting, subject.stored.record))
        projection = None
        if isinstance(going.left, Dossier):
            content, reading = self.workspace.content_for(going.left), self.workspace.read(going.left)
            projection = project(going.left, content, reading)
        store.redact(
            Redaction(
                kind=going.kind,
                id=going.record,
                expected=going.version,
                deeds=[self._deed(subject, rule, going)],
                record=going.left,
                rows=going.rows,
                returned=tuple(one.digest for one in going.returned),
                projection=projection,
            )
        )
        if going.attachments:
            self._named_by[going.record] = set()
        if going.whole or SHOWN_AROUND & going.fields.keys():
            shown = going.kind in SHOWN_IN_DOSSIERS
            rewrite_around(self.workspace, subject.stored.record if shown else None)
        if going.whole:  # written again meanwhile by an outbox that was not told yet
            for path in beside:
                self.files.take_away(path)

    def _files_of(self, going: Going) -> list[str]:
        """Return the files that go: those set aside, attachments of nobody else, workbooks of the whole."""
        found = [one.path for one in going.returned]
        if going.attachments:
            others = {file for one, files in self._named_by.items() if one != going.record for file in files}
            mine = [one for one in going.attachments if one not in others]
            found += [f"{ATTACHED}/{one}" for one in mine] + [f"{SMALL}/{one}.jpg" for one in mine]
        if going.whole and going.kind == "dossier":
            found += [one.path for one in self.workspace.store.book(going.kind, going.record).files]
        return found

    @cached_property
    def _named_by(self) -> dict[str, set[str]]:
        """The attachments that each dossier names: one file may belong to several."""
        found: dict[str, set[str]] = {}
        for dossier, file in self.workspace.store.attached():
            found.setdefault(dossier, set()).add(file)
        return found

    def _forget_ballots(self, meeting: Meeting) -> None:
        for one in meeting.weighings:
            self.workspace.store.forget_ballots(meeting.id, one.event, one.risk)

    def _take_guests_back(self, dossier: str) -> None:
        for stored in self.workspace.store.all("member"):
            member = cast(Member, stored.record)
            if any(one.dossier == dossier for one in member.guest_in):
                take_back_guest(self.workspace, member.id, dossier, self.by)

    def _deed(self, subject: Subject, rule: RetentionRule, going: Going) -> Deed:
        """Return the fact, without the content: which rule, what and how much, and which rows it took."""
        emptied = set(going.rows)
        secret = once_secret(one for one in subject.journal if (one.version, one.number) in emptied)
        return Deed(
            operation=REMOVED_WHOLE if going.whole else REMOVED_BY_RULE,
            touched=f"retention/{rule.id}",
            after={
                "retention_rule": rule.id,
                "counted_from": going.day.isoformat(),
                "removed_fields": dict(sorted(going.fields.items())),
                "removed_attachments": len(going.attachments),
                "removed_files": len(going.returned),
                "emptied_rows": [f"{version}.{number}" for version, number in going.rows],
                "emptied_places": _places(subject.stored.record, going),
                STILL_SECRET: {kind: sorted(ids) for kind, ids in secret.items() if ids},
            },
            by=self.by.name,
            at=self.workspace.now(),
        )


def rewrite_around(workspace: Workspace, record: Record | None = None) -> None:
    """Have the workbooks written anew that show the names of other records: registers, its dossiers."""
    for kind in REGISTERS:
        workspace.store.restale(kind, REGISTER)
    for row in rows(workspace, around(record)) if record else ():
        workspace.store.restale("dossier", row.id)


def _places(before: Record, going: Going) -> dict[str, list[str]]:
    """Return where in a dossier something went, by part: ids alone, so that a secret one is known as such."""
    found: dict[str, list[str]] = {}
    if isinstance(before, Dossier) and isinstance(going.left, Dossier):
        for one in changes(before, going.left):
            steps = one.path.split("/")
            depth = 2 if steps[0] in ("assessment", "event") else 1
            found.setdefault("/".join(steps[:depth]), []).append("/".join(steps[depth:]))
    return found
