"""What foresight looks back on: the events of some years, each read once and kept in short."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import Lock
from typing import cast

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound
from evenemang.domain.lesson import Lesson
from evenemang.flow.content import Content
from evenemang.flow.foresight.imprint import Imprint, imprint
from evenemang.flow.listing import DossierRow
from evenemang.flow.secrecy import is_secret_question
from evenemang.flow.storing import Search, Store

YEARS = (3, 5, 10)  # that may be looked back on; a question has three to change something
MOST = 2000  # dossiers at most, the latest first: no look grows with all that is stored
PAGE = 500  # rows read at a time


@dataclass(frozen=True)
class LookedBack:
    """The events that began in a span of days and are over, and what each of them says."""

    since: date
    until: date
    imprints: tuple[Imprint, ...]
    cut_short: bool  # there were more than are looked back on
    lessons: frozenset[str] = frozenset()  # questions that a lesson concerns

    def name(self, dossier: str) -> str:
        """Return what an event is called."""
        return self._names[dossier]

    @cached_property
    def _names(self) -> dict[str, str]:
        return {one.dossier: one.name for one in self.imprints}


class Imprints:
    """What dossiers say, kept in this process by what each was at; nothing here is truth."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._kept: OrderedDict[str, tuple[str, Imprint]] = OrderedDict()
        self._content: Content | None = None
        self._turn = Lock()

    def known(self) -> tuple[str, ...]:
        """Return the dossiers that something is kept of."""
        with self._turn:
            return tuple(self._kept)

    def forget_all_but(self, stamps: Mapping[str, str]) -> None:
        """Keep nothing of what is at another stamp by now, or is no longer there."""
        with self._turn:
            for dossier in [one for one, kept in self._kept.items() if stamps.get(one) != kept[0]]:
                del self._kept[dossier]

    def of(self, dossier: str, stamp: str | None, content: Content, load: Callable[[], Dossier]) -> Imprint:
        """Return what a dossier says; read where it is at another stamp, or the content is another."""
        with self._turn:
            if self._content is not content:
                self._content = content
                self._kept.clear()
            kept = self._kept.get(dossier)
        if kept and kept[0] == stamp:
            return kept[1]
        found = imprint(load(), content)
        if stamp:
            with self._turn:
                if self._content is content:
                    self._kept[dossier] = (stamp, found)
                if len(self._kept) > MOST:
                    self._kept.popitem(last=False)
        return found


def look_back(store: Store, content: Content, imprints: Imprints, today: date, years: int) -> LookedBack:
    """Return what the events of the last years say.

    Read: the rows of the list of dossiers, the stamp of each, and the body of each that is not known as it
    stands; at most `MOST`.
    """
    since = _years_before(today, years)
    rows = list(_begun(store, since, today))
    ids = [row.id for row in rows[:MOST]]
    stamps = store.stamps("dossier", sorted({*ids, *imprints.known()}))
    imprints.forget_all_but(stamps)
    found = [one for row in ids if (one := _of(row, stamps.get(row), store, content, imprints))]
    return LookedBack(since, today, tuple(found), len(rows) > MOST, _learned(store, content))


def _of(
    dossier: str, stamp: str | None, store: Store, content: Content, imprints: Imprints
) -> Imprint | None:
    try:
        return imprints.of(
            dossier, stamp, content, lambda: cast(Dossier, store.load("dossier", dossier).record)
        )
    except NotFound:  # taken away meanwhile
        return None


def _begun(store: Store, since: date, today: date) -> Iterator[DossierRow]:
    search = Search(starts_from=since, starts_to=today, newest_first=True, limit=PAGE)
    found = 0
    while found <= MOST:
        rows = store.dossiers(search)
        held = [row for row in rows if row.stage not in ("cancelled", "past")]
        yield from held
        found += len(held)
        if len(rows) < PAGE:
            return
        search = search.model_copy(update={"after": (rows[-1].starts, rows[-1].id)})


def _learned(store: Store, content: Content) -> frozenset[str]:
    lessons: Sequence[Lesson] = [cast(Lesson, one.record) for one in store.all("lesson")]
    asked = {one.concerns.question for one in lessons if one.concerns.question}
    return frozenset(one for one in asked if not is_secret_question(one, content))


def _years_before(today: date, years: int) -> date:
    """The same day so many years ago; 29 February is the 28th where there is none."""
    last = 28 if (today.month, today.day) == (2, 29) else today.day
    return today.replace(year=today.year - years, day=last)
