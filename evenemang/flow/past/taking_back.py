"""Taking back a list that was read in: all that nothing has been built on since, and what is kept by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import Refused
from evenemang.domain.lesson import Lesson
from evenemang.domain.text import Text
from evenemang.flow.journal import Deed, JournalEntry, Json, Kind, Source
from evenemang.flow.listing import DossierRow
from evenemang.flow.past.changing import BY_LISTS, READ_IN, UPDATED
from evenemang.flow.racing import tried_again
from evenemang.flow.storing import Record, Removal, Search, Stored
from evenemang.flow.workspace import Workspace

OPERATION = "take-back-list"
PAGE = 1000  # rows read at a time
ATTEMPTS = 4

CHANGED = Text(sv="ärendet är ändrat sedan dess", en="the dossier has been changed since")
UPDATED_SINCE = Text(
    sv="det är uppdaterat ur en lista sedan dess; ta tillbaka uppdateringen först",
    en="it has been updated from a list since; take the update back first",
)
EDITION = Text(sv="en senare upplaga bygger på det", en="a later edition builds on it")
LEARNED = Text(
    sv="en lärdom därifrån är godkänd, ändrad eller besvarad",
    en="a lesson from it is approved, changed or answered",
)
NOT_YOURS = Text(
    sv="{file} lästes in av {who}. Bara den som läste in listan kan ta tillbaka den.",
    en="{file} was read in by {who}. Only the one who read the list in can take it back.",
)


@dataclass(frozen=True)
class ReadIn:
    """A list that was read in: which file, by whom and when, and the dossiers that are left of it."""

    file: str
    by: str
    at: datetime
    dossiers: tuple[str, ...]


@dataclass(frozen=True)
class Stays:
    """A dossier that is kept, and why."""

    id: str
    name: str
    why: Text


@dataclass(frozen=True)
class TakenBack:
    """What was taken away, by id, and what is kept."""

    dossiers: tuple[str, ...]
    places: tuple[str, ...]
    organisers: tuple[str, ...]
    lessons: tuple[str, ...]
    stays: tuple[Stays, ...]


def lists_read_in(workspace: Workspace) -> tuple[ReadIn, ...]:
    """Return the lists that were read in and of which dossiers are left, the newest first."""
    found: dict[tuple[datetime, str, str], list[str]] = {}
    for row in _rows(workspace):
        if row.from_list:
            dossier = workspace.dossier(row.id).record
            assert dossier.from_list is not None
            found.setdefault((dossier.opened.at, dossier.opened.by, dossier.from_list.file), []).append(
                row.id
            )
    return tuple(
        ReadIn(file, by, at, tuple(ids)) for (at, by, file), ids in sorted(found.items(), reverse=True)
    )


def take_back(workspace: Workspace, read_in: ReadIn, by: Actor) -> TakenBack:
    """Take a list back as a whole, in one transaction; what something has been built on stays.

    Raises:
        NotAllowed: If who acts may not.
        Refused: If somebody else read it in.
        LostRace: If what the list made is changed again and again meanwhile; nothing is taken away.
    """
    workspace.require(by, OPERATION)
    only_theirs(read_in.file, read_in.by, by)

    def once() -> TakenBack:
        going, found = _planned(workspace, read_in, by)
        workspace.store.remove_all(going)
        return found

    return tried_again(ATTEMPTS, once)


def only_theirs(file: str, who: str, by: Actor) -> None:
    """Go on only where who acts is the one who read a list in.

    Raises:
        Refused: If it was somebody else.
    """
    if by.name != who:
        facts = {"file": file, "who": who}
        raise Refused("not yours", why=Text(sv=NOT_YOURS.sv.format(**facts), en=NOT_YOURS.en.format(**facts)))


def standing(journal: Iterable[JournalEntry]) -> tuple[JournalEntry, ...]:
    """Return the rows of a dossier's journal that a list read again wrote, where nothing came after them."""
    last = {one.deed.touched: one for one in journal}
    return tuple(one for one in last.values() if one.deed.operation == UPDATED)


def tried_back(workspace: Workspace, read_in: ReadIn, by: Actor) -> TakenBack:
    """Return what taking a list back would do; nothing is changed."""
    return _planned(workspace, read_in, by)[1]


def _planned(workspace: Workspace, read_in: ReadIn, by: Actor) -> tuple[list[Removal], TakenBack]:
    plan = _Plan(workspace, read_in)
    removals = [plan.removal(kind, one, by) for kind in ORDER for one in plan.going(kind)]

    def ids(kind: Kind) -> tuple[str, ...]:
        return tuple(one.id for one in removals if one.kind == kind)

    return removals, TakenBack(
        ids("dossier"), ids("place"), ids("organiser"), ids("lesson"), tuple(plan.stays())
    )


ORDER: tuple[Kind, ...] = ("lesson", "dossier", "place", "organiser")


class _Plan:
    """What goes and what stays of one list, as things stand now."""

    def __init__(self, workspace: Workspace, read_in: ReadIn) -> None:
        self.workspace, self.read_in = workspace, read_in
        here = set(workspace.store.ids("dossier"))
        self.stored = [workspace.dossier(one) for one in read_in.dossiers if one in here]
        ids = {one.record.id for one in self.stored}
        every = [cast(Stored[Lesson], one) for one in workspace.store.all("lesson")]
        self.lessons = [one for one in every if one.record.from_event in ids]
        self.others = list(_rows(workspace, but=ids))
        self.near = [workspace.dossier(one.id).record for one in self.others if self._is_near(one)]
        reasons = ((one, self._why(one)) for one in self.stored)
        self.why = {one.record.id: why for one, why in reasons if why}

    def stays(self) -> Iterator[Stays]:
        """Return the dossiers that something has been built on."""
        for one in self.stored:
            if one.record.id in self.why:
                yield Stays(one.record.id, one.record.event.name, self.why[one.record.id])

    def going(self, kind: Kind) -> list[Stored[Record]]:
        """Return the records of a kind that go, with the versions they have."""
        if kind == "dossier":
            return [one for one in self.stored if one.record.id not in self.why]
        if kind == "lesson":
            return [one for one in self.lessons if one.record.from_event not in self.why]
        return [one for one in self.workspace.store.all(kind) if self._came_alone(kind, one)]

    def removal(self, kind: Kind, one: Stored[Record], by: Actor) -> Removal:
        """Return the removal of a record, as the last row of its journal tells it."""
        name: Json = one.record.event.name if isinstance(one.record, Dossier) else None
        deed = Deed(
            operation=OPERATION,
            touched=kind,
            before=name or one.record.model_dump(mode="json", exclude_defaults=True),
            by=by.name,
            at=self.workspace.clock.now(),
            source=Source(file=self.read_in.file),
        )
        return Removal(kind, one.record.id, one.version, [deed])

    def _is_near(self, row: DossierRow) -> bool:
        """Whether another dossier may have drawn on one of the list: by series, place or organiser."""
        if row.from_list and not row.series:
            return False
        return any(
            row.place is None
            or (event.series and event.series == row.series)
            or (event.place and event.place == row.place)
            or (event.organiser and event.organiser == row.organiser)
            for event in (one.record.event for one in self.stored)
        )

    def _why(self, one: Stored[Dossier]) -> Text | None:
        dossier = one.record.id
        if one.version > 1:
            journal = self.workspace.store.journal("dossier", dossier)
            if any(row.deed.operation not in BY_LISTS for row in journal):
                return CHANGED
            if standing(journal):
                return UPDATED_SINCE
        if any(each.edition and each.edition.previous == dossier for each in self.near):
            return EDITION
        mine = [each for each in self.lessons if each.record.from_event == dossier]
        answered = {reply.lesson for each in self.near for reply in each.lesson_answers}
        return LEARNED if any(each.version > 1 or each.record.id in answered for each in mine) else None

    def _came_alone(self, kind: Kind, one: Stored[Record]) -> bool:
        """Whether a place or an organiser came with the list, is as it came, and is used by nothing else."""
        first, *later = self.workspace.store.journal(kind, one.record.id)
        deed, listed = first.deed, self.read_in
        came = (deed.operation, deed.by, deed.at) == (READ_IN, listed.by, listed.at)
        return came and not later and not self._is_used(kind, one.record.id)

    def _is_used(self, kind: Kind, record: str) -> bool:
        field = "place" if kind == "place" else "organiser"
        kept = [one.record.event for one in self.stored if one.record.id in self.why]
        zones = {zone.split("/")[0] for each in self.near for zone in each.event.zones}
        lessons = (
            cast(Lesson, one.record)
            for one in self.workspace.store.all("lesson")
            if one.record.id not in {each.record.id for each in self.going("lesson")}
        )
        return (
            any(getattr(row, field) == record for row in self.others)
            or any(getattr(event, field) == record for event in kept)
            or (kind == "place" and record in zones)
            or any(getattr(one.concerns, field) == record for one in lessons)
        )


def list_rows(workspace: Workspace, *, every: bool = False) -> tuple[DossierRow, ...]:
    """Return the dossiers that came from lists, or every one."""
    return tuple(one for one in _rows(workspace) if every or one.from_list)


def _rows(workspace: Workspace, but: set[str] | frozenset[str] = frozenset()) -> Iterator[DossierRow]:
    search = Search(limit=PAGE)
    while page := workspace.store.dossiers(search):
        yield from (one for one in page if one.id not in but)
        if len(page) < PAGE:
            return
        search = search.model_copy(update={"after": (page[-1].starts, page[-1].id)})
