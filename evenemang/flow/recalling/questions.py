"""What earlier events have to say at a question: the last edition's answer, and incidents that came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from evenemang.domain.actor import Actor
from evenemang.domain.assessment import Answer
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound
from evenemang.domain.event import LOCAL
from evenemang.domain.incident import FORESEEN_BY_NONE, Incident
from evenemang.flow.listing import HIDDEN, DossierRow
from evenemang.flow.recalling.editions import edition_before, editions_of
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace

LOOK_BACK = timedelta(days=5 * 366)  # at the place; the same event however long ago
MOST = 200  # events read at a place
OPENED = 6  # dossiers with incidents that are opened, the latest
FEW = 3  # incidents told of at one question, the latest


@dataclass(frozen=True)
class AnswerThen:
    """What the edition before answered, as its source."""

    event: DossierRow
    answer: Answer


@dataclass(frozen=True)
class IncidentThen:
    """An incident that a risk of this question had foreseen, and at which event."""

    event: DossierRow
    incident: Incident


@dataclass(frozen=True)
class Remembered:
    """What stands at one question from before."""

    answer: AnswerThen | None = None
    incidents: tuple[IncidentThen, ...] = ()  # the latest first, a few
    more: int = 0  # incidents besides those


NOTHING = Remembered()


@dataclass(frozen=True)
class AllRemembered:
    """What stands at each question from before, and how many events with incidents were not opened for it."""

    at: Mapping[str, Remembered]
    unopened: int


def remembered(workspace: Workspace, actor: Actor | None, dossier: Dossier) -> AllRemembered:
    """Return what earlier events say at each question, as somebody sees those events."""
    editions = [one for one in editions_of(workspace, dossier) if one.stage != "past"]
    before = edition_before(editions, dossier)
    sought = Sought(frozenset(one.id for one in editions), dossier.event.places)
    all_telling = _telling(workspace, _earlier(workspace, dossier, editions, sought), sought)
    telling = all_telling[:OPENED]
    wanted = dict.fromkeys([*([before.id] if before else []), *(one.id for one in telling)])
    opened = {one: seen for one in wanted if (seen := _seen(workspace, actor, one))}
    answers = _answers(before, opened[before.id]) if before and before.id in opened else {}
    incidents = _incidents(telling, opened, sought)
    at = {
        question: Remembered(
            answer=answers.get(question),
            incidents=tuple(incidents[question][:FEW]),
            more=max(0, len(incidents[question]) - FEW),
        )
        for question in {*answers, *incidents}
    }
    return AllRemembered(at, unopened=len(all_telling) - len(telling))


@dataclass(frozen=True)
class Sought:
    """Where what happened concerns an event: at the same event in other years, or at the same places."""

    editions: frozenset[str]
    places: frozenset[str]

    def concerns(self, event: DossierRow, zone: str | None) -> bool:
        """Whether an incident does: of an edition always, else one at one of the places."""
        place = zone.split("/")[0] if zone else event.place
        return event.id in self.editions or place in self.places


def _earlier(
    workspace: Workspace, dossier: Dossier, editions: Sequence[DossierRow], sought: Sought
) -> list[DossierRow]:
    """Return the events that began before this one, the latest first."""
    start = dossier.event.start or workspace.now()
    last = start.astimezone(LOCAL).date()
    since = max(date(1, 1, 2), last - LOOK_BACK)
    found = {row.id: row for row in editions}
    for place in sorted(sought.places):
        near = Search(place=place, starts_from=since, starts_to=last, newest_first=True, limit=MOST)
        found |= {row.id: row for row in workspace.store.dossiers(near)}
    begun = [row for row in found.values() if row.id != dossier.id and row.starts and row.starts < start]
    return sorted(begun, key=lambda row: (row.starts or start, row.id), reverse=True)


def _telling(workspace: Workspace, rows: Sequence[DossierRow], sought: Sought) -> list[DossierRow]:
    """Return the events with incidents that a risk had foreseen, the latest first."""
    events = {row.id: row for row in rows}
    telling = {
        one.dossier
        for one in workspace.store.incidents(dossiers=list(events))
        if one.foreseen not in (None, FORESEEN_BY_NONE, HIDDEN)
        and sought.concerns(events[one.dossier], one.zone)
    }
    return [row for row in rows if row.id in telling]


def _seen(workspace: Workspace, actor: Actor | None, dossier: str) -> Dossier | None:
    """Return an earlier dossier as somebody sees it; None where it is gone."""
    try:
        found = workspace.dossier(dossier).record
    except NotFound:
        return None
    return workspace.sight(actor, found).dossier


def _answers(row: DossierRow, before: Dossier) -> dict[str, AnswerThen]:
    answers = before.assessment.answers
    return {key: AnswerThen(row, one) for key, one in answers.items() if one.value is not None}


def _incidents(
    telling: Iterable[DossierRow], opened: Mapping[str, Dossier], sought: Sought
) -> dict[str, list[IncidentThen]]:
    found: dict[str, list[IncidentThen]] = defaultdict(list)
    for row in telling:
        if row.id in opened:
            for question, one in _foreseen(row, opened[row.id], sought):
                found[question].append(IncidentThen(row, one))
    return found


def _foreseen(row: DossierRow, dossier: Dossier, sought: Sought) -> Iterator[tuple[str, Incident]]:
    """Return the incidents of an event with the question whose risk had foreseen each, the latest first."""
    raised_by = {one.id: one.origin.question for one in dossier.risks if one.origin}
    for one in sorted(dossier.incidents, key=lambda one: (one.at, one.id), reverse=True):
        if one.foreseen in raised_by and sought.concerns(row, one.zone):
            yield raised_by[one.foreseen], one
