"""A register with everything its workbook shows, and the two parts it is kept in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, cast

from evenemang.domain.actor import Function
from evenemang.domain.errors import NotFound
from evenemang.domain.lesson import Lesson
from evenemang.domain.meeting import Meeting
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place
from evenemang.flow.ballots import Ballot, Half, Sealed, halved
from evenemang.flow.content import Content
from evenemang.flow.joining import Among, places_among
from evenemang.flow.journal import JournalEntry, Kind
from evenemang.flow.recording import functions
from evenemang.flow.secrecy import is_secret_question, secrets_of
from evenemang.flow.sides import names_any, told_without_values
from evenemang.flow.storing import Record, Search, Store
from evenemang.flow.workspace import Workspace

REGISTERS: tuple[Kind, ...] = ("place", "organiser", "lesson", "meeting", "function", "setting")
EVERY_EVENT = Search(limit=1_000_000)


@dataclass(frozen=True)
class Entry:
    """A record of a register: at which version, where it came in order of arrival, and its journal."""

    record: Any  # of the register's kind
    version: int
    order: int
    example: bool
    journal: tuple[JournalEntry, ...]
    among: Among = field(default_factory=dict)  # of a secret part: where its rows stand in the whole's lists


@dataclass(frozen=True)
class Register:
    """One register, oldest record first, with what its ids are called."""

    kind: Kind
    entries: tuple[Entry, ...]
    content: Content
    functions: Mapping[str, Function]
    places: Mapping[str, Place]
    organisers: Mapping[str, str]
    events: Mapping[str, str]
    example_as_of: str | None
    as_of: datetime
    ballots: tuple[Ballot, ...] = ()  # of meetings: what waits to be shown; a workbook has it in two halves
    sealed: tuple[Sealed, ...] = ()
    halves: tuple[Half, ...] = ()

    @property
    def version(self) -> int:
        """The versions of its records together: it goes up with every change."""
        return sum(one.version for one in self.entries)

    def name_of(self, by: str) -> str:
        """Return how a person or a post is shown."""
        return self.functions[by].short if by in self.functions else by


def register(workspace: Workspace, kind: Kind) -> Register:
    """Return a register as it is now."""
    store = workspace.store
    stored = {one.record.id: one for one in store.all(kind)}
    examples = store.examples(kind)
    order = [one for one in store.ids(kind) if one in stored]
    return Register(
        kind=kind,
        entries=tuple(
            Entry(stored[one].record, stored[one].version, number, one in examples, store.journal(kind, one))
            for number, one in enumerate(order)
        ),
        content=workspace.content,
        functions=functions(workspace),
        places={one.record.id: cast(Place, one.record) for one in store.all("place")},
        organisers={one.record.id: cast(Organiser, one.record).name for one in store.all("organiser")},
        events={row.id: row.name for row in store.dossiers(EVERY_EVENT)},
        example_as_of=store.setting("example_as_of"),
        as_of=workspace.now(),
        ballots=tuple(_ballots(store, [stored[one].record for one in order])),
    )


def _ballots(store: Store, records: Iterable[Record]) -> Iterator[Ballot]:
    """Yield what has been judged alone at meetings and not been shown."""
    for meeting in records:
        for one in meeting.weighings if isinstance(meeting, Meeting) else ():
            if one.revealed is None:
                yield from store.ballots(meeting.id, one.event, one.risk)


Parts = tuple[Register, Register | None]  # without what is secret, and only that


def parted(found: Register, workspace: Workspace) -> Parts:
    """Return a register without what is secret, and one with only that; None where nothing is."""
    if found.kind == "meeting":
        return _parted_meetings(found)
    if found.kind == "lesson":
        secret = frozenset(_secret_lessons(found, workspace))
        sides = [
            tuple(one for one in found.entries if (one.record.id in secret) is side) for side in (False, True)
        ]
    elif found.kind == "place":
        pairs = [_parted_place(one, found.content) for one in found.entries]
        sides = [tuple(one for one, _ in pairs), tuple(one for _, one in pairs if one)]
    else:
        sides = [found.entries, ()]
    return replace(found, entries=sides[0]), replace(found, entries=sides[1]) if sides[1] else None


def _parted_meetings(found: Register) -> Parts:
    """Return the meetings as all read them, and the other halves of what waits to be shown, if anything."""
    pairs = [halved(one) for one in found.ballots]
    plain = replace(found, ballots=(), sealed=tuple(one for one, _ in pairs))
    hidden = replace(found, entries=(), ballots=(), halves=tuple(one for _, one in pairs))
    return plain, hidden if pairs else None


def _secret_lessons(found: Register, workspace: Workspace) -> Iterator[str]:
    """Return the lessons at a secret question or area, now or once; of one not installed its dossier says."""
    unknown: dict[str, list[Entry]] = {}
    for one in found.entries:
        lesson: Lesson = one.record
        verdicts = {is_secret_question(place, found.content) for place in _stood_at(one)}
        if True in verdicts:
            yield lesson.id
        elif None in verdicts:
            unknown.setdefault(lesson.from_event, []).append(one)
    for event, entries in unknown.items():
        yield from _by_dossier(event, entries, workspace)


def _stood_at(entry: Entry) -> set[str]:
    """Return the questions and whole areas a lesson stands at or ever stood at."""
    lesson: Lesson = entry.record
    pictures = [one for row in entry.journal for one in (row.deed.before, row.deed.after)]
    said = [one.get("concerns", {}) for one in pictures if isinstance(one, dict)]
    now = {"question": lesson.concerns.question, "area": lesson.concerns.area}
    return {str(each[name]) for each in (now, *said) for name in now if each.get(name)}


def _by_dossier(event: str, entries: Iterable[Entry], workspace: Workspace) -> Iterator[str]:
    try:
        dossier = workspace.dossier(event).record
    except NotFound:
        yield from (one.record.id for one in entries)  # nobody can say: it stays where only few read
        return
    journal = workspace.store.journal("dossier", dossier.id)
    secrets = secrets_of(dossier, workspace.content_for(dossier), journal)
    for one in entries:
        if any(map(secrets.asks, _stood_at(one))):
            yield one.record.id


def _is_of_secret_file(row: JournalEntry) -> bool:
    """Whether a row says why somebody was done with a secret workbook: its reason tells what is secret."""
    return row.deed.touched.startswith("returns-secret/")


def _parted_place(entry: Entry, content: Content) -> tuple[Entry, Entry | None]:
    """Return a place without the standing picture at secret questions, and one with only that."""
    place: Place = entry.record

    def is_secret(question: str) -> bool:
        return is_secret_question(question, content) is True

    sides = {
        side: {
            "standing_risks": tuple(one for one in place.standing_risks if is_secret(one.question) is side),
            "standing_measures": tuple(
                one for one in place.standing_measures if is_secret(one.question) is side
            ),
        }
        for side in (False, True)
    }
    mentions = [_is_of_secret_file(row) or names_any(row, is_secret) for row in entry.journal]
    if not any(mentions) and not any(sides[True].values()):
        return entry, None
    told = tuple(
        told_without_values(row) if secret else row
        for row, secret in zip(entry.journal, mentions, strict=True)
    )
    hidden = tuple(row for row, secret in zip(entry.journal, mentions, strict=True) if secret)
    only = {"zones": (), "flows": (), **sides[True]}
    part = place.model_copy(update=only)
    among = places_among(place, part, sides[True])
    return (
        replace(entry, record=place.model_copy(update=sides[False]), journal=told),
        replace(entry, record=part, journal=hidden, among=among),
    )
