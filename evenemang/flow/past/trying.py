"""What a list would become: tried row by row against what is stored, before anything is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from evenemang.domain.actor import Function
from evenemang.domain.text import Id, Text
from evenemang.flow.listing import DossierRow
from evenemang.flow.past.changing import ListDifference, Looked, Names, differing
from evenemang.flow.past.fields import Field
from evenemang.flow.past.headings import Cell, Listed
from evenemang.flow.past.here import Here, fingerprint_of
from evenemang.flow.past.mapping import NEW, ListMapping, fitted
from evenemang.flow.past.matching import each_once, same
from evenemang.flow.past.records import REGISTERS, Alike, Kinds, Question, Records, Register, name_in
from evenemang.flow.past.saying import Meant
from evenemang.flow.past.telling import Remark, Told, told
from evenemang.flow.recording import functions
from evenemang.flow.workspace import Workspace

Becomes = Literal["new", "exists", "same-row", "cannot"]


@dataclass(frozen=True)
class Tried:
    """One row: what it tells, what becomes of it, and where it is already."""

    told: Told
    becomes: Becomes
    place: Id | None = None  # an id, `new`, or None: none, or its name kept as text
    organiser: Id | None = None
    kind: Id | None = None
    officer: str | None = None
    fingerprint: str = ""
    existing: DossierRow | None = None
    same_as: int | None = None  # the row above that says the same
    remarks: tuple[Remark, ...] = ()
    differences: tuple[ListDifference, ...] = ()  # what it says otherwise than the dossier that came from it

    @property
    def meant(self) -> Meant:
        """What its names mean."""
        return Meant(self.place, self.organiser, self.kind, self.officer)


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
    def differences(self) -> tuple[ListDifference, ...]:
        """What rows say otherwise than the dossiers that came from them."""
        return tuple(each for one in self.rows for each in one.differences)

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
    around = _Around(workspace, listed, rows, settled)
    seen: dict[str, int] = {}
    found = tuple(_tried(one, around, seen) for one in rows)
    trial = Trial(listed, settled, found, around.records.questions(rows), ())
    alike = (around.records.alike(one, trial.made(one)) for one in REGISTERS)
    return replace(trial, alike=tuple(each for several in alike for each in several))


class _Around:
    """What is stored around a list: the registers, and the dossiers that a row may be already."""

    def __init__(
        self, workspace: Workspace, listed: Listed, rows: Sequence[Told], mapping: ListMapping
    ) -> None:
        store = workspace.store
        self.workspace = workspace
        self.listed = listed
        self.cells = dict(listed.rows)
        self.today = workspace.now().date()
        self.mapping = mapping
        self.kinds = Kinds(workspace.content.profile, mapping)
        self.records = Records(store, mapping)
        posts = functions(workspace).values()
        self.posts = {same(word): one.id for one in posts for word in (one.id, one.title, one.short)}
        self.names = _names(workspace, self.records, posts)
        self.here = Here(workspace, listed, rows)

    def meant(self, told: Told) -> Meant:
        """Return what the names of a row mean."""
        return Meant(
            self.records.record(told, "places"),
            self.records.record(told, "organisers"),
            self.kinds.of(told.kind),
            self.posts.get(same(told.officer), told.officer) or None,
        )

    def differing(self, told: Told, meant: Meant, existing: DossierRow | None) -> tuple[ListDifference, ...]:
        """Return what a row says otherwise than the dossier that came from it."""
        if existing is None or not existing.from_list or self._asks_of(told):
            return ()
        stored = self.workspace.dossier(existing.id)
        journal = self.workspace.store.journal("dossier", existing.id) if stored.version > 1 else ()
        cells: dict[str, Cell] = dict(zip(self.listed.headings, self.cells[told.row], strict=True))
        looked = Looked(self.listed, cells, told, meant, stored.record, journal)
        return tuple(differing(looked, self.mapping, self.names))

    def _asks_of(self, told: Told) -> bool:
        """Whether a person must first say what a name of the row means."""
        names = ((name_in(told, register), register) for register in REGISTERS)
        return any(name and self.records.is_asked(name, register) for name, register in names)


def _names(workspace: Workspace, records: Records, posts: Iterable[Function]) -> Names:
    kinds = workspace.content.profile.fact("kind").choices
    return Names(
        {
            "event/place": records.known["places"],
            "event/organiser": records.known["organisers"],
            "event/facts/kind": {one.id: one.text for one in kinds},
            "officer": {one.id: one.title for one in posts},
        }
    )


def _tried(told: Told, around: _Around, seen: dict[str, int]) -> Tried:
    refused = _cannot(told, around)
    if refused:
        return Tried(told, "cannot", remarks=(refused,))
    meant = around.meant(told)
    fingerprint = fingerprint_of(told)
    existing = around.here.find(told, meant.place)
    above = seen.setdefault(fingerprint, told.row)
    first = seen.setdefault(existing.id, told.row) if existing else above  # two rows may be one dossier
    becomes: Becomes = "exists" if existing else "new" if above == told.row else "same-row"
    unknown = [_unknown_kind(told, around.mapping)] if told.kind and meant.kind is None else []
    return Tried(
        told,
        becomes,
        **vars(meant),
        fingerprint=fingerprint,
        existing=existing,
        same_as=above if becomes == "same-row" else None,
        remarks=(*told.remarks, *unknown) if becomes == "new" else (),
        differences=around.differing(told, meant, existing) if first == told.row else (),
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
