"""Which dossier a row of a list is already: by the row, its diary number, its name and day, or mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256

from evenemang.domain.event import LOCAL
from evenemang.flow.listing import DossierRow
from evenemang.flow.past.headings import Listed
from evenemang.flow.past.mapping import NEW
from evenemang.flow.past.matching import same
from evenemang.flow.past.telling import Told
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace

PAGE = 1000  # rows read at a time
SEPARATOR = "\x1f"


class Here:
    """The dossiers that the rows of a list may be already."""

    def __init__(self, workspace: Workspace, listed: Listed, rows: Sequence[Told]) -> None:
        """Read those that come from such rows, and those near in time."""
        store = workspace.store
        self.workspace, self.listed = workspace, listed
        self.prints = frozenset(map(fingerprint_of, rows))
        prints = tuple(self.prints)
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

    def find(self, told: Told, place: str | None) -> DossierRow | None:
        """Return the dossier that a row is already, or None; `place` is what its place means."""
        if (known := self.by_print.get(fingerprint_of(told))) is not None:
            return known
        numbered = self.by_diary.get(same(told.diary_number)) if told.diary_number else None
        named = self.by_name.get(same(told.name), ())
        then = (one for one in named if _same_day(one, told) and self._may_be_there(one, place))
        mended = (one for one in named if self._was_mended(one, told))
        return numbered or next(then, None) or next(mended, None)

    def _may_be_there(self, row: DossierRow, place: str | None) -> bool:
        """Whether an event of the same name and day is the same one by its place.

        On one evening bonfires burn in many villages: the dossier of another row of the list is that row's.
        """
        if None in (place, row.place) or place == row.place:
            return True
        return place == NEW and row.from_list not in self.prints

    def _was_mended(self, row: DossierRow, told: Told) -> bool:
        """Whether a row stood in this very list when it was read before, with another day or place."""
        if not row.from_list or row.from_list in self.prints:
            return False
        was = self.workspace.dossier(row.id).record.from_list
        here = (self.listed.file, self.listed.sheet)
        if was is None or (was.file, was.sheet) != here:
            return False
        return was.row == told.row or _same_day(row, told) or _overlaps(row, told)


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


def _same_day(row: DossierRow, told: Told) -> bool:
    """Whether a dossier was held when a row says: by its first day, or neither has one."""
    if told.held is None or row.starts is None:
        return told.held is None and row.starts is None
    return told.held.first <= row.starts.astimezone(LOCAL).date() <= told.held.last


def _overlaps(row: DossierRow, told: Told) -> bool:
    """Whether a row may mean a day of those when a dossier was held: week 34, and then the 25th of August."""
    if told.held is None or row.starts is None or row.ends is None:
        return False
    first, last = (one.astimezone(LOCAL).date() for one in (row.starts, row.ends))
    return told.held.first <= last and first <= told.held.last


def fingerprint_of(told: Told) -> str:
    """Return what tells a row from every other: its name, time, place and organiser, or its diary number."""
    held = told.held
    time = (held.first.isoformat(), held.last.isoformat(), str(held.exact)) if held else ("",)
    said = (told.name, told.diary_number, told.place, told.organiser, *time)
    return sha256(SEPARATOR.join(same(one) for one in said).encode()).hexdigest()[:40]
