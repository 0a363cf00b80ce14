"""What is remembered of a place: the events held there, the incidents, and what counts of its picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from evenemang.domain.place import Place, StandingMeasure, StandingRisk
from evenemang.flow.content import Content
from evenemang.flow.listing import DossierRow, IncidentRow
from evenemang.flow.secrecy import is_secret_question
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace

MOST = 1000  # events read


@dataclass(frozen=True)
class Picture:
    """The standing picture as somebody sees it: what stands at a secret question is counted, not shown."""

    risks: tuple[StandingRisk, ...]
    measures: tuple[StandingMeasure, ...]  # that still stand
    ended: tuple[StandingMeasure, ...]
    hidden: int


@dataclass(frozen=True)
class PlaceStory:
    """The events at a place, the latest first, and the incidents there, the latest first."""

    events: tuple[DossierRow, ...]
    incidents: tuple[IncidentRow, ...]

    def event(self, dossier: str) -> DossierRow:
        """Return the event of an incident."""
        return next(one for one in self.events if one.id == dossier)

    @property
    def near_misses(self) -> int:
        """How many of the incidents are near misses."""
        return sum(one.severity == 0 for one in self.incidents)

    def held(self, today: date) -> tuple[DossierRow, ...]:
        """Return the events that have begun and were not cancelled."""
        return tuple(one for one in self.events if was_held(one, today))


def was_held(row: DossierRow, today: date) -> bool:
    """Whether an event has begun and was not cancelled."""
    return row.starts is not None and row.starts.date() <= today and row.stage != "cancelled"


def place_story(workspace: Workspace, place: str) -> PlaceStory:
    """Return what has happened at a place: at events there, in a zone of it or in none that was said."""
    events = workspace.store.dossiers(Search(place=place, newest_first=True, limit=MOST))
    main = {one.id for one in events if one.place == place}
    found = workspace.store.incidents(dossiers=[one.id for one in events])
    there = [one for one in found if _is_at(one, place, main)]
    return PlaceStory(events, tuple(reversed(there)))


def _is_at(incident: IncidentRow, place: str, main: Iterable[str]) -> bool:
    """Whether it happened at the place; one without a zone did where the event has its main place."""
    if incident.zone is None:
        return incident.dossier in main
    return incident.zone.split("/")[0] == place


def standing_picture(place: Place, content: Content, today: date, *, sees_secret: bool) -> Picture:
    """Return the standing picture of a place as somebody sees it."""

    def is_shown(question: str) -> bool:
        return sees_secret or is_secret_question(question, content) is not True

    risks = tuple(one for one in place.standing_risks if is_shown(one.question))
    measures = tuple(one for one in place.standing_measures if is_shown(one.question))
    return Picture(
        risks=risks,
        measures=tuple(one for one in measures if one.stands_on(today)),
        ended=tuple(one for one in measures if not one.stands_on(today)),
        hidden=len(place.standing_risks) + len(place.standing_measures) - len(risks) - len(measures),
    )


def last_verified(measures: Iterable[StandingMeasure], today: date) -> date | None:
    """Return the day when any of some measures was last seen on site; None where none was."""
    looks = (one.last_seen(today) for one in measures)
    return max((one.on for one in looks if one), default=None)
