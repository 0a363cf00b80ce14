"""The workspace: where a person's deed meets the newest version of a record, and is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from secrets import choice, randbelow
from time import sleep
from typing import cast

from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import ChangedMeanwhile, LostRace, NotFound
from evenemang.domain.event import LOCAL, here
from evenemang.domain.lesson import Lesson
from evenemang.domain.place import Place
from evenemang.domain.ports import Clock
from evenemang.flow.access import EVERYONE, Access
from evenemang.flow.content import Content
from evenemang.flow.following import follow
from evenemang.flow.glimpse import glimpse
from evenemang.flow.journal import Deed, Json, Kind
from evenemang.flow.listing import project, project_on
from evenemang.flow.meanwhile import Seen, last_touching, short
from evenemang.flow.minding import minded, refuse_what_is_hidden
from evenemang.flow.operation import Operation, Scene, Stage
from evenemang.flow.pinning import Kept, none_kept
from evenemang.flow.racing import tried_again
from evenemang.flow.reading import Reading, read, read_on
from evenemang.flow.reckoning import Reckoning
from evenemang.flow.remembering import Worked, answered_otherwise
from evenemang.flow.reviewing import Review
from evenemang.flow.settings.prevailing import Prevailing
from evenemang.flow.sight import Sight, sees
from evenemang.flow.staging import changed_by
from evenemang.flow.starting import places_drawn_from
from evenemang.flow.storing import Record, Store, Stored

OWN_HASTE = timedelta(seconds=10)  # one's own change, either way, before the page has followed: no conflict
ATTEMPTS = 20  # a lost race is re-applied on the newer version this many times
LONGEST_WAIT_MS = 100  # before the next attempt: some wait longer than others, so that not all lose again
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0/o, 1/i/l: ids are read aloud


class Workspace:
    """All verbs of the work on one store. Every deed says who acts."""

    def __init__(
        self,
        store: Store,
        content: Content,
        clock: Clock,
        kept: Kept = none_kept,
        *,
        access: Access = EVERYONE,
    ) -> None:
        """Work on a store; `kept` gives earlier versions of areas, `access` rules on who may what."""
        self.store = store
        self.access = access
        self.clock = clock
        self.reckoning = Reckoning()
        self.prevailing = Prevailing(store, content, kept, clock)

    @property
    def content(self) -> Content:
        """What is installed, with what the municipality has set."""
        return self.prevailing.content()

    def dossier(self, handle: str) -> Stored[Dossier]:
        """Return a dossier by id, alias or unique prefix.

        Raises:
            NotFound: If nothing answers to it.
            Ambiguous: If a prefix fits several.
        """
        try:
            found = self.store.load("dossier", handle)  # mostly it is the id: one question less
        except NotFound:
            found = self.store.load("dossier", self.store.identify("dossier", handle))
        return cast(Stored[Dossier], found)

    def require(self, by: Actor, verb: str, dossier: str | None = None) -> None:
        """Go on only where somebody may do a verb, in a dossier or (None) in what is in none.

        Raises:
            NotAllowed: If they may not.
        """
        if not self.access.may(by, verb, dossier):
            raise self.access.refusal(by, verb, dossier)

    def seen_by(self, actor: Actor | None) -> Workspace:
        """Return the workspace as somebody sees it: of a guest's, nothing but their own dossiers is there."""
        if self.access.sees(actor) is None:
            return self
        theirs = copy(self)
        theirs.store = glimpse(self.store, lambda: self.access.sees(actor))
        return theirs

    def do(self, handle: str, operation: Operation, by: Actor) -> Stored[Dossier]:
        """Do one thing to a dossier, on its newest version; re-applied when somebody else was first.

        Raises:
            NotAllowed: If who acts may not.
            ChangedMeanwhile: If what the person saw has been changed by somebody else.
            Refused: If a rule of the work says no.
            NotFound: If the dossier, or what the deed is about, is not there.
        """
        for attempt in range(ATTEMPTS):
            stored = self.dossier(handle)
            self.require(by, operation.name, stored.record.id)
            sight = self.sight(by, stored.record)
            scene = self._scene(by, stored.record, sight)
            refuse_what_is_hidden(operation, scene)
            self._as_seen(sight.dossier, operation, scene)
            try:
                return self._keep(stored, minded(operation, stored.record, scene), operation, scene)
            except LostRace:
                sleep(randbelow(min(2 ** (attempt + 1), LONGEST_WAIT_MS)) / 1000)
        raise LostRace(f"{ATTEMPTS} times")

    def add(self, dossier: Dossier, by: Actor) -> Stored[Dossier]:
        """Keep a new dossier; its id is already made (`new_id`).

        Raises:
            NotAllowed: If who acts may not.
        """
        self.require(by, "open-dossier")
        scene = self.scene(by, dossier)
        whole = follow(dossier, scene)
        deed = self._deed("open-dossier", "dossier", None, whole.event.name, scene)
        return self._save(whole, [deed], self._worked_out(0, whole, scene))

    def sight(self, actor: Actor | None, dossier: Dossier) -> Sight:
        """Return a dossier as somebody sees it: what is secret only where they are named to see it."""
        if sees(self.access, actor, dossier):
            return Sight(dossier)
        content, lessons = self.content_for(dossier), self.lessons_for(dossier)
        rows_after = partial(self.store.journal_after, "dossier", dossier.id)
        return self.reckoning.out_of_sight(dossier, content, lessons, rows_after)

    def scene(self, by: Actor, dossier: Dossier) -> Scene:
        """Return who acts and when, with the lessons and the places that may concern the dossier."""
        return self._scene(by, dossier, self.sight(by, dossier))

    def _scene(self, by: Actor, dossier: Dossier, sight: Sight) -> Scene:
        return Scene(
            actor=by,
            now=self.now(),
            content=self.content_for(dossier),
            installed=self.content,
            lessons=self.lessons_for(dossier),
            places=tuple(place for one in places_drawn_from(dossier) if (place := self.place(one))),
            hidden=sight.hidden.secrets if sight.hidden else None,
        )

    def read(self, dossier: Dossier, version: int | None = None) -> Reading:
        """Return a dossier read against the checklists and the lessons; `version` is the stored one."""
        by = self.content_for(dossier), self.lessons_for(dossier), self.now().date()
        return self.reckoning.read(dossier, version, by)

    def content_for(self, dossier: Dossier) -> Content:
        """Return what counts for a dossier, with the earlier versions of areas that it answers."""
        return self.prevailing.content_for(dossier)

    def review(self, dossier: Dossier) -> Review:
        """Return what there is to look over in a dossier."""
        content = self.content_for(dossier)
        return self.reckoning.review(dossier, content, self.read(dossier), self.now(), "whole")

    def now(self) -> datetime:
        """Return the time now, where the events are."""
        return here(self.clock.now())

    def lessons_for(self, dossier: Dossier) -> tuple[Lesson, ...]:
        """Return the lessons that name none but this event's places and organiser."""
        event = dossier.event
        places = {zone.split("/")[0] for zone in event.zones} | ({event.place} if event.place else set())
        return self.store.lessons_for(sorted(places), event.organiser)

    def new_id(self, kind: Kind) -> str:
        """Return an id of four characters that nothing else of its kind begins with."""
        while True:
            found = "".join(choice(LETTERS) for _ in range(4))
            try:
                self.store.identify(kind, found)
            except NotFound:
                if not self.store.journal(kind, found):  # of one that was taken away
                    return found

    def keep(self, kind: Kind, record: Record, by: Actor, operation: str, *, expected: int = 0) -> int:
        """Keep a record of a register as a whole.

        Raises:
            NotAllowed: If who acts may not.
            LostRace: If the stored version is not `expected` (0: it is new).
        """
        self.require(by, operation, record.from_event if isinstance(record, Lesson) else None)
        before = None if expected == 0 else _dump(self.store.load(kind, record.id).record)
        after = _dump(record)
        deed = Deed(operation=operation, touched=kind, before=before, after=after, by=by.name, at=self.now())
        return self.store.save(kind, record, expected=expected, deeds=[deed])

    def change(
        self,
        kind: Kind,
        handle: str,
        how: Callable[[Record], Record],
        by: Actor,
        operation: str,
        *,
        seen: Seen | None = None,
    ) -> Record:
        """Change a register's record on its newest version; re-applied when somebody else was first.

        Raises:
            ChangedMeanwhile: If what the person saw in it has been changed by somebody else.
        """
        record_id = self.store.identify(kind, handle)

        def once() -> Record:
            stored = self.store.load(kind, record_id)
            if seen:
                seen.hold(_dump(stored.record), self.store.journal(kind, record_id))
            after = how(stored.record)
            self.keep(kind, after, by, operation, expected=stored.version)
            return after

        return tried_again(ATTEMPTS, once)

    def place(self, place_id: str) -> Place | None:
        """Return a place, or None."""
        try:
            return cast(Place, self.store.load("place", place_id).record)
        except NotFound:
            return None

    def _keep(
        self, stored: Stored[Dossier], stages: Sequence[Stage], operation: Operation, scene: Scene
    ) -> Stored[Dossier]:
        """Keep what was done, and what follows from it; nothing where nothing differs."""
        before, done = stored.record, stages[-1].after
        worked = self.reckoning.memory.of(before.id, stored.version)
        changed = answered_otherwise(before, done) if worked else None
        scene = replace(scene, content=self.content_for(done))  # a deed may take a newer version
        after = follow(done, scene, changed)
        deeds = [
            self._deed(operation.name, one.path, one.before, one.after, scene).with_source(source)
            for one, source in changed_by(before, stages, after)
        ]
        if not deeds:
            return stored
        if worked is None or changed is None:
            return self._save(after, deeds, self._worked_out(stored.version, after, scene))
        reading = read_on(worked.reading, after, *scene.read_by, changed=changed)
        projection = project_on(worked.projection, before, after, reading)
        listed = projection or project(after, scene.content, reading)
        return self._save(after, deeds, Worked(stored.version + 1, reading, listed, scene.read_by))

    def _worked_out(self, version: int, after: Dossier, scene: Scene) -> Worked:
        reading = read(after, *scene.read_by)
        return Worked(version + 1, reading, project(after, scene.content, reading), scene.read_by)

    def _save(self, after: Dossier, deeds: Sequence[Deed], worked: Worked) -> Stored[Dossier]:
        version = self.store.save(
            "dossier", after, expected=worked.version - 1, deeds=deeds, projection=worked.projection
        )
        self.reckoning.memory.keep(after.id, worked)
        return Stored(after, version)

    def _deed(self, operation: str, path: str, before: Json, after: Json, scene: Scene) -> Deed:
        return Deed(
            operation=operation,
            touched=path,
            before=before,
            after=after,
            by=scene.actor.name,
            at=scene.now,
        )

    def _as_seen(self, dossier: Dossier, operation: Operation, scene: Scene) -> None:
        found = operation.overtaken(dossier)
        if found is None:
            return
        last = last_touching(self.store.journal("dossier", dossier.id), found.path)
        if last and last.deed.by == scene.actor.name and abs(scene.now - last.deed.at) < OWN_HASTE:
            return
        raise ChangedMeanwhile(
            "seen and stored differ",
            who=last.deed.by if last else "?",
            when=f"{last.deed.at.astimezone(LOCAL):%Y-%m-%d %H:%M}" if last else "?",
            what=found.path.rsplit("/", 1)[-1],
            seen=short(found.seen),
            now=short(found.now),
            wanted=found.wanted,
        )


def _dump(record: Record) -> Json:
    return record.model_dump(mode="json", exclude_defaults=True)
