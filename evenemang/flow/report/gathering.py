"""What the report is told from: a year's rows and figures, the years before, places, posts, dossiers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import cast

from evenemang.domain.actor import Function
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import LOCAL
from evenemang.domain.meeting import Meeting
from evenemang.domain.organiser import Contact
from evenemang.domain.place import Place
from evenemang.domain.text import Language
from evenemang.flow.listing import DossierRow
from evenemang.flow.openness import Seen
from evenemang.flow.recording import functions, whole
from evenemang.flow.secrecy import secrets_of
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace
from evenemang.flow.year import YearFigures, figures, meetings_held
from evenemang.flow.year_rows import PAGE, YearRows, gather, years

EARLIER = 4  # years before it that it is compared with


@dataclass(frozen=True)
class Told:
    """A year as the report tells it, in one language."""

    workspace: Workspace
    language: Language
    rows: YearRows
    figures: YearFigures
    earlier: tuple[tuple[int, YearFigures], ...]  # the newest first; only years with events
    dossiers: Mapping[str, Dossier]  # of the year's events
    places: tuple[Place, ...]
    posts: Mapping[str, Function]
    cancelled: int

    @property
    def year(self) -> int:
        """The year."""
        return self.rows.year

    @property
    def is_over(self) -> bool:
        """Whether the year has ended."""
        return self.rows.today > date(self.year, 12, 31)

    @cached_property
    def events(self) -> tuple[DossierRow, ...]:
        """The year's events, in the order they began."""
        return tuple(sorted(self.rows.events, key=lambda one: (one.starts or self._last, one.id)))

    @property
    def _last(self) -> datetime:
        return datetime.combine(self.rows.today, time.max, LOCAL)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The regular meetings of the year, as they are counted."""
        return meetings_held(self.rows)

    @cached_property
    def contacts(self) -> tuple[tuple[DossierRow, Contact], ...]:
        """The contacts before the year's events, as they are counted, by event and day."""
        return tuple(
            (event, one)
            for event in self.events
            for one in sorted(self.dossiers[event.id].contacts, key=lambda one: one.on)
            if (first := self.dossiers[event.id].event.first_day) is None or one.on < first
        )

    def is_open(self, question: str) -> bool:
        """Whether what hangs on a question may be told to all: it and its area are installed and open."""
        content = self.workspace.content
        area, found = content.area_of(question), content.question(question)
        return bool(area and found and area.secrecy == "open" and area.secrecy_of(found) == "open")

    @cached_property
    def open_rows(self) -> frozenset[tuple[str, str]]:
        """The risks and actions of the year's events that nothing makes internal or secret, now or once."""
        return frozenset(
            (of, one) for of, dossier in self.dossiers.items() for one in self._open_rows(dossier)
        )

    def _open_rows(self, dossier: Dossier) -> Iterator[str]:
        content = self.workspace.content_for(dossier)
        secrets = secrets_of(dossier, content, self.workspace.store.journal("dossier", dossier.id))
        risks = {
            one.id
            for one in dossier.risks
            if one.secrecy == "open"
            and one.id not in secrets.risks
            and self.is_open_area(one.area)
            and (one.origin is None or self.is_open(one.origin.question))
        }
        yield from risks
        for one in dossier.actions:
            if one.secrecy == "open" and one.id not in secrets.actions and one.risk in (None, *risks):
                yield one.id

    def is_open_area(self, area: str) -> bool:
        """Whether an area is installed and open."""
        found = self.workspace.content.areas.get(area)
        return found is not None and found.secrecy == "open"

    def seen(self, dossier: str) -> Seen:
        """Return what of a dossier all may see."""
        return Seen(whole(self.workspace, dossier), "public")


def told_of(workspace: Workspace, year: int, language: Language) -> Told:
    """Return what the report of a year is told from, as it stands today."""
    store, today = workspace.store, workspace.now().date()
    rows = gather(store, year, today)
    before = [one for one in years(store, today) if one < year][:EARLIER]
    earlier = ((one, figures(gather(store, one, today))) for one in before)
    return Told(
        workspace=workspace,
        language=language,
        rows=rows,
        figures=figures(rows),
        earlier=tuple((one, found) for one, found in earlier if found.events.events),
        dossiers={one.id: workspace.dossier(one.id).record for one in rows.events},
        places=tuple(cast(Place, one.record) for one in store.all("place")),
        posts=functions(workspace),
        cancelled=_cancelled(workspace, year),
    )


def _cancelled(workspace: Workspace, year: int) -> int:
    span = Search(
        stage=("cancelled",), starts_from=date(year, 1, 1), starts_to=date(year, 12, 31), limit=PAGE
    )
    return len(workspace.store.dossiers(span))
