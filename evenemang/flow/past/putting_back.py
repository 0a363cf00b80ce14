"""Taking back what was taken in of a list read again: what stood before, where nobody changed it since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.lesson import Lesson
from evenemang.domain.text import Text
from evenemang.flow.difference import changes
from evenemang.flow.following import follow
from evenemang.flow.journal import Deed, JournalEntry, Kind, Source
from evenemang.flow.listing import project
from evenemang.flow.past.changing import PUT_BACK, UPDATED
from evenemang.flow.past.taking_back import (
    ATTEMPTS,
    LEARNED,
    Stays,
    TakenBack,
    list_rows,
    only_theirs,
    standing,
)
from evenemang.flow.racing import tried_again
from evenemang.flow.returning.sent import put_at
from evenemang.flow.storing import Record, Removal, Save, Stored
from evenemang.flow.workspace import Workspace

CHANGED = Text(
    sv="något av det som togs in är ändrat sedan dess, och det står kvar",
    en="something of what was taken in has been changed since, and stands",
)
NOT_KNOWN = Text(
    sv="vad som stod före är gallrat, så det som togs in står kvar",
    en="what stood before is lawfully removed, so what was taken in stands",
)


@dataclass(frozen=True)
class Update:
    """What was taken in of a list that was read again: which file, by whom and when, in which dossiers."""

    file: str
    by: str
    at: datetime
    dossiers: tuple[str, ...]

    def did(self, entry: JournalEntry) -> bool:
        """Whether a row of a journal is of this update."""
        deed = entry.deed
        of = (deed.operation, deed.by, deed.at, deed.source.file if deed.source else "")
        return of == (UPDATED, self.by, self.at, self.file)


def updates_taken_in(workspace: Workspace) -> tuple[Update, ...]:
    """Return the updates of which something stands, the newest first."""
    found: dict[tuple[datetime, str, str], list[str]] = {}
    for row in list_rows(workspace):
        journal = (
            workspace.store.journal("dossier", row.id)
            if workspace.store.version("dossier", row.id) > 1
            else ()
        )
        for one in standing(journal):
            assert one.deed.source is not None
            ids = found.setdefault((one.deed.at, one.deed.by, one.deed.source.file), [])
            if row.id not in ids:
                ids.append(row.id)
    return tuple(
        Update(file, by, at, tuple(ids)) for (at, by, file), ids in sorted(found.items(), reverse=True)
    )


def put_back(workspace: Workspace, update: Update, by: Actor) -> TakenBack:
    """Take an update back as a whole, in one transaction; what somebody has changed since stays.

    Raises:
        NotAllowed: If who acts may not.
        Refused: If somebody else took it in.
        LostRace: If its dossiers are changed again and again meanwhile; nothing is changed.
    """
    workspace.require(by, "take-back-update")
    only_theirs(update.file, update.by, by)

    def once() -> TakenBack:
        plan = _Plan(workspace, update, by)
        workspace.store.save_all(plan.saves, without=plan.going)
        return plan.told

    return tried_again(ATTEMPTS, once)


def tried_put_back(workspace: Workspace, update: Update, by: Actor) -> TakenBack:
    """Return what taking an update back would do; nothing is changed."""
    return _Plan(workspace, update, by).told


class _Plan:
    """What is put back and what stays of one update, as things stand now."""

    def __init__(self, workspace: Workspace, update: Update, by: Actor) -> None:
        self.workspace, self.update, self.by = workspace, update, by
        self.stays: list[Stays] = []
        here = set(workspace.store.ids("dossier"))
        stored = [workspace.dossier(one) for one in update.dossiers if one in here]
        self.saves = [found for one in stored if (found := self._put_back(one))]
        self.going = list(self._lessons(stored))
        self.going += [*self._records("place"), *self._records("organiser")]

    @property
    def told(self) -> TakenBack:
        """What it comes to."""

        def gone(kind: Kind) -> tuple[str, ...]:
            return tuple(one.id for one in self.going if one.kind == kind)

        changed = tuple(one.record.id for one in self.saves)
        return TakenBack(changed, gone("place"), gone("organiser"), gone("lesson"), tuple(self.stays))

    def _put_back(self, stored: Stored[Dossier]) -> Save | None:
        before, journal = stored.record, self.workspace.store.journal("dossier", stored.record.id)
        mine = [one for one in journal if self.update.did(one)]
        last = {one.deed.touched: one for one in journal}
        still = [one for one in mine if last[one.deed.touched] is one]
        known = [one for one in still if one.salt is not None]
        if any(last[one.deed.touched].deed.operation != PUT_BACK for one in mine if one not in still):
            self._stays(before, CHANGED)
        elif len(known) < len(still):
            self._stays(before, NOT_KNOWN)
        scene = self.workspace.scene(self.by, before)
        values = {one.deed.touched: one.deed.before for one in reversed(known)}
        after = follow(put_at(before, values), scene)
        deeds = [self._deed(one.path, one.before, one.after) for one in changes(before, after)]
        if not deeds:
            return None
        rows = project(after, scene.content, self.workspace.read(after))
        return Save("dossier", after, stored.version, deeds, rows)

    def _stays(self, dossier: Dossier, why: Text) -> None:
        self.stays.append(Stays(dossier.id, dossier.event.name, why))

    def _lessons(self, stored: Sequence[Stored[Dossier]]) -> Iterator[Removal]:
        """Yield the lessons that came with the update, and that nobody has approved, changed or answered."""
        names = {one.record.id: one.record for one in stored}
        for one in self.workspace.store.all("lesson"):
            lesson = cast(Lesson, one.record)
            if lesson.from_event not in names or not self._came(one, "lesson"):
                continue
            if one.version > 1 or self._is_answered(lesson):
                self._stays(names[lesson.from_event], LEARNED)
            else:
                yield self._removal("lesson", one)

    def _records(self, kind: Kind) -> Iterator[Removal]:
        """Yield the places or organisers that came with the update, and that nothing uses after it."""
        changed = {one.record.id: cast(Dossier, one.record).event for one in self.saves}
        rows = (one for one in list_rows(self.workspace, every=True) if one.id not in changed)
        gone = {one.id for one in self.going if one.kind == "lesson"}
        lessons = (cast(Lesson, one.record) for one in self.workspace.store.all("lesson"))
        concerns = (one.concerns for one in lessons if one.id not in gone)
        used = {getattr(one, kind) for each in (rows, changed.values(), concerns) for one in each}
        for one in self.workspace.store.all(kind):
            if one.version == 1 and one.record.id not in used and self._came(one, kind):
                yield self._removal(kind, one)

    def _came(self, one: Stored[Record], kind: Kind) -> bool:
        return self.update.did(self.workspace.store.journal(kind, one.record.id)[0])

    def _is_answered(self, lesson: Lesson) -> bool:
        rows = list_rows(self.workspace, every=True)
        near = (one.id for one in rows if lesson.concerns.place in (None, one.place))
        dossiers = (self.workspace.dossier(one).record for one in near)
        return any(reply.lesson == lesson.id for one in dossiers for reply in one.lesson_answers)

    def _removal(self, kind: Kind, one: Stored[Record]) -> Removal:
        before = one.record.model_dump(mode="json", exclude_defaults=True)
        return Removal(kind, one.record.id, one.version, [self._deed(kind, before, None)])

    def _deed(self, touched: str, before: object, after: object) -> Deed:
        return Deed(
            operation=PUT_BACK,
            touched=touched,
            before=before,
            after=after,
            by=self.by.name,
            at=self.workspace.clock.now(),
            source=Source(file=self.update.file),
        )
