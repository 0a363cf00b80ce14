"""Making the records of a list: its dossiers, the places, organisers and lessons they need, and changes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evenemang.domain.actor import Actor, stamp
from evenemang.domain.condition import Value
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import Event
from evenemang.domain.lesson import Concerns, Lesson
from evenemang.domain.organiser import Organiser
from evenemang.domain.past import FromList
from evenemang.domain.place import Place
from evenemang.flow.following import follow
from evenemang.flow.journal import Deed, Json, Kind, Source
from evenemang.flow.listing import project
from evenemang.flow.minding import minded
from evenemang.flow.past.changing import READ_IN, UPDATED, ListDifference
from evenemang.flow.past.mapping import NEW
from evenemang.flow.past.matching import each_once, same
from evenemang.flow.past.records import REGISTERS, Register
from evenemang.flow.past.saying import NOTES_AT, REGISTERS_AT, notes_of
from evenemang.flow.past.trying import Trial, Tried
from evenemang.flow.past.updating import Cells, UpdateFromList
from evenemang.flow.staging import changed_by
from evenemang.flow.storing import Record, Save, Search
from evenemang.flow.workspace import Workspace

LONGEST_SERIES = 60
KINDS: Mapping[Register, Kind] = {"places": "place", "organisers": "organiser"}
RECORDS: Mapping[Register, type[Place | Organiser]] = {"places": Place, "organisers": Organiser}


@dataclass(frozen=True)
class Rows:
    """The rows that become dossiers, and what is chosen of those that are dossiers already."""

    new: tuple[Tried, ...] = ()
    chosen: tuple[ListDifference, ...] = ()

    def by_dossier(self) -> dict[str, list[ListDifference]]:
        """Return what is chosen of each dossier."""
        found: dict[str, list[ListDifference]] = {}
        for one in self.chosen:
            found.setdefault(one.dossier, []).append(one)
        return found


class Making:
    """Makes the records of one list; ids are new among those stored and among each other."""

    def __init__(self, workspace: Workspace, trial: Trial, rows: Rows, by: Actor) -> None:
        """Make the records of these rows of a list, as they were tried."""
        self.workspace, self.trial, self.rows, self.by = workspace, trial, rows, by
        self.given = stamp(by, workspace.clock.now())
        self.taken: set[str] = set()
        self.series = {same(base_name(name)): series for name, series in _series_here(workspace, rows)}
        self.organisers = {
            one.record.id: one.record
            for one in workspace.store.all("organiser")
            if isinstance(one.record, Organiser)
        }
        self.new: Mapping[Register, dict[str, str]] = {
            register: {same(name): self._new_id(KINDS[register]) for name in self._names(register)}
            for register in REGISTERS
        }

    def saves(self) -> list[Save]:
        """Return everything to be written, the registers first."""
        found = [
            self._register(
                KINDS[register],
                RECORDS[register](id=self.new[register][same(name)], name=name),
                READ_IN if name in self.trial.made(register) and self.rows.new else UPDATED,
            )
            for register in REGISTERS
            for name in self._names(register)
        ]
        for one in self.rows.new:
            dossier = self._dossier(one)
            found.append(self._save(dossier, one.told.row))
            found += [
                self._register("lesson", lesson, READ_IN)
                for lesson in self._lessons(one.told.lessons, dossier)
            ]
        for dossier_id, chosen in self.rows.by_dossier().items():
            found += self._updated(dossier_id, chosen)
        return found

    def _names(self, register: Register) -> tuple[str, ...]:
        """Return the names that become records of a register, each once."""
        new = self.trial.made(register) if self.rows.new else ()
        at = REGISTERS_AT[register]
        return each_once([*new, *(one.said_shown for one in self.rows.chosen if one.said.get(at) == NEW)])

    def _new_id(self, kind: Kind) -> str:
        while (found := self.workspace.new_id(kind)) in self.taken:
            continue
        self.taken.add(found)
        return found

    def _dossier(self, one: Tried) -> Dossier:
        told, listed = one.told, self.trial.listed
        place = self._id(one.place, told.place, "places")
        organiser = self._id(one.organiser, told.organiser, "organisers")
        event = Event(
            name=told.name,
            series=self._series(told.name),
            organiser=organiser,
            place=place,
            held=told.held,
            facts=self._facts(one, organiser),
        )
        from_list = FromList(
            file=listed.file,
            sheet=listed.sheet,
            row=told.row,
            fingerprint=one.fingerprint,
            visitors=told.visitors,
            notes=tuple(notes_of(told, one.meant, self.trial.mapping)),
        )
        return Dossier(
            id=self._new_id("dossier"),
            diary_number=told.diary_number,
            event=event,
            officer=one.officer,
            opened=self.given,
            from_list=from_list,
        )

    def _id(self, record: str | None, name: str, register: Register) -> str | None:
        return self.new[register][same(name)] if record == NEW else record

    def _facts(self, one: Tried, organiser: str | None) -> dict[str, Value]:
        facts: dict[str, Value] = {"kind": one.kind} if one.kind else {}
        if one.told.expected is not None:
            facts["total_visitors"] = one.told.expected
        kind = self.organisers[organiser].kind if organiser in self.organisers else None
        return {**facts, "organiser": kind} if kind else facts

    def _series(self, name: str) -> str | None:
        base = base_name(name)
        return self.series.get(same(base)) or series_of(base)

    def _lessons(self, texts: Iterable[str], dossier: Dossier) -> Iterator[Lesson]:
        """What was learned, proposed where it was learned; where neither is known it stays a note."""
        event = dossier.event
        concerns = Concerns(place=event.place) if event.place else Concerns(organiser=event.organiser)
        if event.place or event.organiser:
            for text in texts:
                yield Lesson(
                    id=self._new_id("lesson"),
                    text=text,
                    from_event=dossier.id,
                    concerns=concerns,
                    noted=self.given,
                )

    def _register(self, kind: Kind, record: Record, operation: str) -> Save:
        after = record.model_dump(mode="json", exclude_defaults=True)
        return Save(kind, record, 0, [self._deed(operation, kind, after)])

    def _updated(self, dossier_id: str, chosen: list[ListDifference]) -> Iterator[Save]:
        """Change one dossier where somebody chose so, and propose what is learned since."""
        workspace = self.workspace
        stored = workspace.dossier(dossier_id)
        scene = workspace.scene(self.by, stored.record)
        taken = tuple(Cells(cells=one.cells, stored=one.stored, said=self._said(one)) for one in chosen)
        operation = UpdateFromList(file=self.trial.listed.file, taken=taken)
        stages = minded(operation, stored.record, scene)
        after = follow(stages[-1].after, scene)
        deeds = [
            self._deed(UPDATED, one.path, one.after, before=one.before).with_source(source)
            for one, source in changed_by(stored.record, stages, after)
        ]
        if deeds:
            rows = project(after, scene.content, workspace.read(after))
            yield Save("dossier", after, stored.version, deeds, rows)
        for lesson in self._lessons(self._learned(dossier_id, chosen), after):
            yield self._register("lesson", lesson, UPDATED)

    def _said(self, one: ListDifference) -> dict[str, Json]:
        """Return what a row says, with the ids that its new names have got."""
        new = {at: self.new[register].get(same(one.said_shown)) for register, at in REGISTERS_AT.items()}
        return {
            path: new[path] if path in new and value == NEW else value for path, value in one.said.items()
        }

    def _learned(self, dossier_id: str, chosen: list[ListDifference]) -> Iterator[str]:
        """Yield what the row has learned that no lesson from this dossier says."""
        notes = [note for one in chosen for path, note in one.said.items() if path.startswith(NOTES_AT)]
        texts = [note["text"] for note in notes if note and note["about"] == "lesson"]
        if texts:
            every = (one.record for one in self.workspace.store.all("lesson"))
            known = {one.text for one in every if isinstance(one, Lesson) and one.from_event == dossier_id}
            yield from (one for one in texts if one not in known)

    def _save(self, dossier: Dossier, row: int) -> Save:
        scene = self.workspace.scene(self.by, dossier)
        whole = follow(dossier, scene)
        rows = project(whole, scene.content, self.workspace.read(whole))
        return Save("dossier", whole, 0, [self._deed(READ_IN, "dossier", whole.event.name, row)], rows)

    def _deed(  # a row of the journal, as it is read
        self, operation: str, touched: str, after: Json, row: int | None = None, *, before: Json = None
    ) -> Deed:
        """What the journal says: which list, and which row of which sheet where it is one."""
        listed = self.trial.listed
        sheet = f"{listed.sheet}!" if listed.sheet else ""
        source = Source(file=listed.file, cells=f"{sheet}{row}:{row}" if row else listed.sheet)
        return Deed(
            operation=operation,
            touched=touched,
            before=before,
            after=after,
            by=self.given.by,
            at=self.given.at,
            source=source,
        )


def _series_here(workspace: Workspace, rows: Rows) -> Iterator[tuple[str, str]]:
    """The series that dossiers of these names have already."""
    for base in {base_name(one.told.name) for one in rows.new}:
        for row in workspace.store.dossiers(Search(text=base)):
            if row.series and same(base_name(row.name)) == same(base):
                yield row.name, row.series


def base_name(name: str) -> str:
    """Return what an event is called in every year: Potatisfestivalen 2023 is Potatisfestivalen."""
    found = re.sub(r"[\s,(-]*\b(?:19|20)\d\d\b\)?\s*$", "", name).strip()
    return found or name.strip()


def series_of(base: str) -> str | None:
    """Return the id of a row of editions, made from their name; None where the name has no letter for it."""
    plain = unicodedata.normalize("NFKD", base.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    return "-".join(words)[:LONGEST_SERIES].strip("-") or None
