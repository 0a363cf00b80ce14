"""The agenda, worked out from what has changed since the last meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from evenemang.domain.dossier import SETTLED, State
from evenemang.domain.event import LOCAL
from evenemang.domain.lesson import Lesson
from evenemang.domain.meeting import Item, ItemKind, Meeting
from evenemang.flow.listing import ActionRow, DossierRow, IncidentRow
from evenemang.flow.waiting import wants_evaluation

AHEAD = timedelta(weeks=8)
BEFORE_ANY = timedelta(days=30)  # how far back the first meeting looks; said where it shows
GATHERED: tuple[ItemKind, ...] = ("new-dossier", "upcoming", "action", "incident", "evaluation", "lessons")
SECTIONS: tuple[ItemKind, ...] = (
    "new-dossier",
    "upcoming",
    "site-visit",
    "decision",
    "action",
    "standing-measure",
    "incident",
    "evaluation",
    "lessons",
    "follow-up",
    "report",
    "group",
)
"""The order in which a meeting takes its points."""

About = tuple[ItemKind, str | None, str | None]
OVER: tuple[State, ...] = (*SETTLED, "to-evaluate")


@dataclass(frozen=True)
class Ahead:
    """An event to come: its class (the heavier the higher), and how much stops a decision."""

    row: DossierRow
    weight: int = 0
    errors: int = 0


@dataclass(frozen=True)
class Changes:
    """What an agenda is made of. What is secret has no words in these rows, and no point on the agenda."""

    since: datetime  # the last meeting
    on: date  # the day of this one
    now: datetime
    dossiers: tuple[DossierRow, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    incidents: tuple[IncidentRow, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    taken_up: frozenset[str] = frozenset()  # event/incident on the agenda of an earlier meeting


def previous(meetings: Iterable[Meeting], meeting: Meeting, today: date) -> Meeting | None:
    """Return the meeting held last before this one, or None."""
    held = [
        one for one in meetings if one.id != meeting.id and one.on <= meeting.on and one.ended_before(meeting)
    ]
    return max((one for one in held if one.is_held(today)), key=lambda one: (one.on, one.id), default=None)


def since_of(last: Meeting | None, meeting: Meeting) -> datetime:
    """Return from when on things are new: the end of the last meeting, or the start of its day."""
    if last and last.ended:
        return last.ended.at
    day = last.on if last else meeting.on - BEFORE_ANY
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL)


def agenda(changes: Changes) -> tuple[Item, ...]:
    """Return the points that what has changed gives, in the order they are taken; none has an id yet."""
    return (
        *_opened(changes),
        *_upcoming(changes),
        *_overdue(changes),
        *_incidents(changes),
        *_to_evaluate(changes),
        *_lessons(changes),
    )


def renewed(meeting: Meeting, found: Iterable[Item]) -> Meeting:
    """Return a meeting with its agenda as things are now.

    What somebody wrote on it stays, and so does what the meeting has said something of; what is no longer so
    goes, and what is new has a new id.
    """
    fresh = {one.about: one for one in found}
    kept = tuple(
        one
        for one in meeting.agenda
        if not is_gathered(one) or meeting.is_spoken_of(one) or one.about in fresh
    )
    known = {one.about for one in kept}
    new = [one for one in fresh.values() if one.about not in known]
    places = {about: number for number, about in enumerate(fresh)}
    return in_order(meeting.model_copy(update={"agenda": kept}).with_points(new), places)


def in_order(meeting: Meeting, places: Mapping[About, int] | None = None) -> Meeting:
    """Return a meeting with its points in the order of the sections; within one as `places` says."""
    places = places or {}

    def place(one: Item) -> tuple[int, int]:
        return SECTIONS.index(one.kind), places.get(one.about, len(places))

    return meeting.model_copy(update={"agenda": tuple(sorted(meeting.agenda, key=place))})


def is_gathered(item: Item) -> bool:
    """Whether a point comes out of what has changed, and not from a person."""
    return item.kind in GATHERED and (item.event is not None or item.record is not None)


def by_section(items: Iterable[Item]) -> Mapping[ItemKind, tuple[Item, ...]]:
    """Return points by section, in the order they are taken."""
    found = tuple(items)
    sections = {kind: tuple(one for one in found if one.kind == kind) for kind in SECTIONS}
    return {kind: rows for kind, rows in sections.items() if rows}


def _opened(changes: Changes) -> Iterable[Item]:
    rows = sorted(changes.dossiers, key=lambda one: (one.opened, one.id))
    for row in rows:
        if row.opened >= changes.since and row.state(changes.now) not in SETTLED:
            yield Item(kind="new-dossier", what=row.name, event=row.id)


def _upcoming(changes: Changes) -> Iterable[Item]:
    """Yield what is held within eight weeks: the heaviest class first, then what lacks most."""
    last = changes.on + AHEAD
    rows = [one for one in changes.ahead if _is_within(one.row, changes, last)]
    for one in sorted(rows, key=lambda each: (-each.weight, -each.errors, each.row.starts, each.row.id)):
        yield Item(kind="upcoming", what=one.row.name, event=one.row.id)


def _is_within(row: DossierRow, changes: Changes, last: date) -> bool:
    if row.starts is None or row.ends is None or row.state(changes.now) in OVER:
        return False
    begins, ends = row.starts.astimezone(LOCAL).date(), row.ends.astimezone(LOCAL).date()
    return begins <= last and ends >= changes.on


def _overdue(changes: Changes) -> Iterable[Item]:
    today = changes.now.astimezone(LOCAL).date()
    late = [one for one in changes.actions if one.do and one.due is not None and one.due < today]
    for one in sorted(late, key=lambda each: (each.due or date.max, each.dossier, each.id)):
        shared = "internal" if one.secrecy != "open" else "open"
        yield Item(kind="action", what=one.do, event=one.dossier, record=one.id, secrecy=shared)


def _incidents(changes: Changes) -> Iterable[Item]:
    """Yield what has happened since, and what is older, still open and was never taken up."""
    for one in sorted(changes.incidents, key=lambda each: (each.at, each.dossier, each.id)):
        waits = one.closed is None and f"{one.dossier}/{one.id}" not in changes.taken_up
        if not one.is_secret and (one.at >= changes.since or waits):
            yield Item(kind="incident", what=one.what, event=one.dossier, record=one.id, secrecy="internal")


def _to_evaluate(changes: Changes) -> Iterable[Item]:
    waiting = [one for one in changes.dossiers if wants_evaluation(one, changes.now)]
    for row in sorted(waiting, key=lambda one: (one.ends or changes.now, one.id)):
        yield Item(kind="evaluation", what=row.name, event=row.id)


def _lessons(changes: Changes) -> Iterable[Item]:
    for one in sorted(changes.lessons, key=lambda each: (each.noted.at, each.id)):
        if one.state == "proposed":
            yield Item(kind="lessons", what=one.text, event=one.from_event, record=one.id, secrecy="internal")
