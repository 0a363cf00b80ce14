"""Keeping what a list tells: its dossiers, with the places, organisers and lessons they need, all or none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evenemang.domain.actor import Actor, stamp
from evenemang.domain.condition import Value
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import LostRace, Refused
from evenemang.domain.event import Event
from evenemang.domain.lesson import Concerns, Lesson
from evenemang.domain.organiser import Organiser
from evenemang.domain.past import FromList, ListNote
from evenemang.domain.place import Place
from evenemang.domain.text import Text
from evenemang.flow.following import follow
from evenemang.flow.journal import Deed, Json, Kind, Source
from evenemang.flow.listing import project
from evenemang.flow.past.fields import Field
from evenemang.flow.past.mapping import NEW, remember
from evenemang.flow.past.matching import same
from evenemang.flow.past.records import Register
from evenemang.flow.past.telling import Told
from evenemang.flow.past.trying import Trial, Tried, tried
from evenemang.flow.recording import functions
from evenemang.flow.storing import Record, Save, Search
from evenemang.flow.workspace import Workspace

OPERATION = "import-from-list"
LONGEST_SERIES = 60
ATTEMPTS = 4

ASK_FIRST = Text(
    sv="{count} namn i listan liknar något som redan finns. Säg först vilka som är samma.",
    en="{count} names in the list are like something that is here. First say which are the same.",
)


@dataclass(frozen=True)
class Kept:
    """What was made, by id."""

    dossiers: tuple[str, ...]
    places: tuple[str, ...]
    organisers: tuple[str, ...]
    lessons: tuple[str, ...]


def keep(workspace: Workspace, trial: Trial, by: Actor) -> Kept:
    """Keep every row that is new, tried once again on what is stored now, and remember the mapping.

    Raises:
        NotAllowed: If who acts may not.
        Refused: If a name must still be settled by a person.
        LostRace: If others read lists in again and again meanwhile; nothing is kept.
    """
    workspace.require(by, OPERATION)
    for _ in range(ATTEMPTS):
        try:
            return _kept(workspace, trial, by)
        except LostRace:  # somebody read in the same rows meanwhile: they are here now
            continue
    raise LostRace(f"{ATTEMPTS} times")


def _kept(workspace: Workspace, trial: Trial, by: Actor) -> Kept:
    now = tried(workspace, trial.listed, trial.mapping)
    if now.questions:
        count = str(len(now.questions))
        why = Text(sv=ASK_FIRST.sv.format(count=count), en=ASK_FIRST.en.format(count=count))
        raise Refused("questions", why=why)
    making = _Making(workspace, now, by)
    saves = making.saves()
    workspace.store.save_all(saves, once=[one.fingerprint for one in now.of("new")])
    remember(workspace.store, now.mapping)

    def ids(kind: Kind) -> tuple[str, ...]:
        return tuple(one.record.id for one in saves if one.kind == kind)

    return Kept(ids("dossier"), ids("place"), ids("organiser"), ids("lesson"))


class _Making:
    """Makes the records of one list; ids are new among those stored and among each other."""

    def __init__(self, workspace: Workspace, trial: Trial, by: Actor) -> None:
        self.workspace, self.trial, self.by = workspace, trial, by
        self.given = stamp(by, workspace.clock.now())
        self.taken: set[str] = set()
        self.posts = {
            same(word): post.id
            for post in functions(workspace).values()
            for word in (post.id, post.title, post.short)
        }
        self.series = {same(base_name(name)): series for name, series in _series_here(workspace, trial)}
        self.organisers = {
            one.record.id: one.record
            for one in workspace.store.all("organiser")
            if isinstance(one.record, Organiser)
        }
        self.new: Mapping[Register, dict[str, str]] = {
            "places": self._ids("place", "places"),
            "organisers": self._ids("organiser", "organisers"),
        }

    def saves(self) -> list[Save]:
        """Return everything to be written, the registers first."""
        found = [
            self._register("place", Place(id=self.new["places"][same(name)], name=name))
            for name in self.trial.made("places")
        ]
        found += [
            self._register("organiser", Organiser(id=self.new["organisers"][same(name)], name=name))
            for name in self.trial.made("organisers")
        ]
        for one in self.trial.of("new"):
            dossier = self._dossier(one)
            found.append(self._save(dossier, one.told.row))
            found += [self._register("lesson", lesson) for lesson in self._lessons(one.told, dossier)]
        return found

    def _ids(self, kind: Kind, register: Register) -> dict[str, str]:
        return {same(name): self._new_id(kind) for name in self.trial.made(register)}

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
            notes=tuple(self._notes(one, place, organiser)),
        )
        return Dossier(
            id=self._new_id("dossier"),
            diary_number=told.diary_number,
            event=event,
            officer=self.posts.get(same(told.officer), told.officer) or None,
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

    def _notes(self, one: Tried, place: str | None, organiser: str | None) -> Iterator[ListNote]:
        """The row's notes, and the names that became no record."""
        yield from one.told.notes
        named: tuple[tuple[Field, str, str | None], ...] = (
            ("place", one.told.place, place),
            ("organiser", one.told.organiser, organiser),
            ("kind", one.told.kind, one.kind),
        )
        for field, name, record in named:
            if name and record is None:
                heading = next(iter(self.trial.mapping.of(field)))
                yield ListNote(about="other", heading=heading, text=name)

    def _series(self, name: str) -> str | None:
        base = base_name(name)
        return self.series.get(same(base)) or series_of(base)

    def _lessons(self, told: Told, dossier: Dossier) -> Iterator[Lesson]:
        """What was learned, proposed where it was learned; where neither is known it stays a note."""
        event = dossier.event
        concerns = Concerns(place=event.place) if event.place else Concerns(organiser=event.organiser)
        if event.place or event.organiser:
            for text in told.lessons:
                yield Lesson(
                    id=self._new_id("lesson"),
                    text=text,
                    from_event=dossier.id,
                    concerns=concerns,
                    noted=self.given,
                )

    def _register(self, kind: Kind, record: Record) -> Save:
        deed = self._deed(kind, record.model_dump(mode="json", exclude_defaults=True))
        return Save(kind, record, 0, [deed])

    def _save(self, dossier: Dossier, row: int) -> Save:
        scene = self.workspace.scene(self.by, dossier)
        whole = follow(dossier, scene)
        rows = project(whole, scene.content, self.workspace.read(whole))
        return Save("dossier", whole, 0, [self._deed("dossier", whole.event.name, row)], rows)

    def _deed(self, touched: str, after: Json, row: int | None = None) -> Deed:
        """What the journal says: which list, and which row of which sheet where it is one."""
        listed = self.trial.listed
        sheet = f"{listed.sheet}!" if listed.sheet else ""
        source = Source(file=listed.file, cells=f"{sheet}{row}:{row}" if row else listed.sheet)
        given = self.given
        return Deed(
            operation=OPERATION, touched=touched, after=after, by=given.by, at=given.at, source=source
        )


def _series_here(workspace: Workspace, trial: Trial) -> Iterator[tuple[str, str]]:
    """The series that dossiers of these names have already."""
    for base in {base_name(one.told.name) for one in trial.of("new")}:
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
