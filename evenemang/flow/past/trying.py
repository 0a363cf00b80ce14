"""What a list would become: tried row by row against what is stored, before anything is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Literal

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Id, Text
from evenemang.flow.listing import DossierRow
from evenemang.flow.past.changing import differing
from evenemang.flow.past.fields import Field
from evenemang.flow.past.headings import Listed
from evenemang.flow.past.mapping import NEW, ListMapping, fitted
from evenemang.flow.past.matching import each_once, same
from evenemang.flow.past.records import REGISTERS, Alike, Kinds, Question, Records, Register, name_in
from evenemang.flow.past.telling import Remark, Told, told
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace

PAGE = 1000  # rows read at a time
SEPARATOR = "\x1f"

Becomes = Literal["new", "exists", "same-row", "cannot"]


@dataclass(frozen=True)
class Tried:
    """One row: what it tells, what becomes of it, and where it is already."""

    told: Told
    becomes: Becomes
    place: Id | None = None  # an id, `new`, or None: none, or its name kept as text
    organiser: Id | None = None
    kind: Id | None = None
    fingerprint: str = ""
    existing: DossierRow | None = None
    same_as: int | None = None  # the row above that says the same
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Trial:
    """What a list would become, as things stand now."""

    listed: Listed
    mapping: ListMapping
    rows: tuple[Tried, ...]
    questions: tuple[Question, ...]
    alike: tuple[Alike, ...]

    def of(self, becomes: Becomes) -> tuple[Tried, ...]:
        """Return the rows that become one thing."""
        return tuple(one for one in self.rows if one.becomes == becomes)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What could not be understood, by row."""
        return tuple(remark for one in self.rows for remark in one.remarks)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The columns that do not come along."""
        return self.mapping.of("left-out")

    def made(self, register: Register) -> tuple[str, ...]:
        """Return the names that become new records, each once."""
        fields = ((one.told, one.place if register == "places" else one.organiser) for one in self.of("new"))
        return each_once(name_in(told, register) for told, record in fields if record == NEW)


def tried(workspace: Workspace, listed: Listed, mapping: ListMapping) -> Trial:
    """Return what a list would become; nothing is kept.

    Raises:
        Refused: If the mapping does not fit the list, or answers with a record that is not here.
    """
    settled = fitted(mapping, listed.headings)
    rows = told(listed, settled)
    around = _Around(workspace, rows, settled)
    seen: dict[str, int] = {}
    found = tuple(_tried(one, around, seen) for one in rows)
    trial = Trial(listed, settled, found, around.records.questions(rows), ())
    alike = (around.records.alike(one, trial.made(one)) for one in REGISTERS)
    return replace(trial, alike=tuple(each for several in alike for each in several))


class _Around:
    """What is stored around a list: the registers, and the dossiers that a row may be already."""

    def __init__(self, workspace: Workspace, rows: Sequence[Told], mapping: ListMapping) -> None:
        store = workspace.store
        self.workspace = workspace
        self.today = workspace.now().date()
        self.mapping = mapping
        self.kinds = Kinds(workspace.content.profile, mapping)
        self.records = Records(store, mapping)
        prints = tuple({_fingerprint(one) for one in rows})
        self.by_print = {
            one.from_list: one
            for at in range(0, len(prints), PAGE)
            for one in store.dossiers(Search(from_list=prints[at : at + PAGE], limit=PAGE * 2))
        }
        self.by_name: dict[str, list[DossierRow]] = {}
        self.by_diary: dict[str, DossierRow] = {}
        for row in _near_in_time(workspace, rows):
            self.by_name.setdefault(same(row.name), []).append(row)
            if row.diary_number.strip():
                self.by_diary.setdefault(same(row.diary_number), row)

    def existing(self, told: Told, fingerprint: str, place: str | None) -> DossierRow | None:
        """Return the dossier that a row is already: the same row, diary number, or name and time."""
        if fingerprint in self.by_print:
            return self.by_print[fingerprint]
        numbered = self.by_diary.get(same(told.diary_number)) if told.diary_number else None
        return numbered or next(
            (one for one in self.by_name.get(same(told.name), ()) if _same_time(one, told, place)), None
        )

    def differing(self, told: Told, existing: DossierRow | None) -> tuple[Remark, ...]:
        """Return what a row says otherwise than the dossier that came from it."""
        if existing is None or not existing.from_list:
            return ()

        def heading(field: Field) -> str:
            return next(iter(self.mapping.of(field)), "")

        dossier = self.workspace.dossier(existing.id).record
        return tuple(differing(told, dossier, heading))


def _near_in_time(workspace: Workspace, rows: Sequence[Told]) -> Iterator[DossierRow]:
    """The dossiers of the years that the list is about, and those without a day."""
    store = workspace.store
    yield from store.dossiers(Search(undated=True, limit=PAGE))
    held = [one.held for one in rows if one.held]
    if not held:
        return
    span = Search(
        starts_from=date(min(one.first.year for one in held), 1, 1),
        starts_to=date(max(one.last.year for one in held), 12, 31),
        limit=PAGE,
    )
    while page := store.dossiers(span):
        yield from page
        if len(page) < PAGE:
            return
        span = span.model_copy(update={"after": (page[-1].starts, page[-1].id)})


def _same_time(row: DossierRow, told: Told, place: str | None) -> bool:
    """Whether a dossier of the same name is the same event: by its first day, or neither has one."""
    if place and row.place and place not in (NEW, row.place):
        return False
    if told.held is None or row.starts is None:
        return told.held is None and row.starts is None
    return told.held.first <= row.starts.astimezone(LOCAL).date() <= told.held.last


def _fingerprint(told: Told) -> str:
    """Return what tells a row from every other: its name, time, place and organiser, or its diary number."""
    held = told.held
    time = (held.first.isoformat(), held.last.isoformat(), str(held.exact)) if held else ("",)
    said = (told.name, told.diary_number, told.place, told.organiser, *time)
    return sha256(SEPARATOR.join(same(one) for one in said).encode()).hexdigest()[:40]


def _tried(told: Told, around: _Around, seen: dict[str, int]) -> Tried:
    refused = _cannot(told, around)
    if refused:
        return Tried(told, "cannot", remarks=(refused,))
    place = around.records.record(told, "places")
    kind = around.kinds.of(told.kind)
    fingerprint = _fingerprint(told)
    existing = around.existing(told, fingerprint, place)
    above = seen.setdefault(fingerprint, told.row)
    becomes: Becomes = "exists" if existing else "new" if above == told.row else "same-row"
    unknown = [_unknown_kind(told, around.mapping)] if told.kind and kind is None else []
    return Tried(
        told,
        becomes,
        place,
        around.records.record(told, "organisers"),
        kind,
        fingerprint,
        existing,
        above if becomes == "same-row" else None,
        (*told.remarks, *unknown) if becomes == "new" else around.differing(told, existing),
    )


def _cannot(told: Told, around: _Around) -> Remark | None:
    def heading(*fields: Field) -> str:
        return next((one for field in fields for one in around.mapping.of(field)), "")

    if not told.name:
        return Remark(told.row, heading("name"), NAMELESS)
    held = told.held
    if held and (held.last >= around.today if held.exact else held.first > around.today):
        return Remark(told.row, heading("from", "when", "year"), AHEAD)
    return None


def _unknown_kind(told: Told, mapping: ListMapping) -> Remark:
    says = Text(
        sv=UNKNOWN_KIND.sv.replace("{said}", told.kind), en=UNKNOWN_KIND.en.replace("{said}", told.kind)
    )
    return Remark(told.row, next(iter(mapping.of("kind"))), says)


NAMELESS = Text(
    sv="Raden saknar namn och blir inget ärende. Skriv evenemangets namn i listan om den ska med.",
    en="The row has no name and becomes no dossier. Write the name of the event in the list to bring it in.",
)
AHEAD = Text(
    sv="Tiden är inte förbi än, så raden blir inget ärende. Lägg upp evenemanget under Nytt ärende.",
    en="The time is not past yet, so the row becomes no dossier. Add the event as a new dossier.",
)
UNKNOWN_KIND = Text(
    sv="”{said}” är inget slag av evenemang som finns här. "
    "Ordet sparas som anteckning, och slaget lämnas öppet.",
    en="“{said}” is no kind of event here. The word is kept as a note, and the kind is left open.",
)
