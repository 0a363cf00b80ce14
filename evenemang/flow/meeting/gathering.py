"""Gathering what an agenda is made of: lists, and the few dossiers that are near."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import cast

from evenemang.domain.dossier import Dossier
from evenemang.domain.lesson import Lesson
from evenemang.domain.meeting import Meeting
from evenemang.flow.listing import DossierRow
from evenemang.flow.meeting.agenda import AHEAD, OVER, Ahead, Changes, previous, since_of
from evenemang.flow.secrecy import is_secret_question
from evenemang.flow.sight import Sight
from evenemang.flow.storing import Search
from evenemang.flow.waiting import LOOK_BACK
from evenemang.flow.workspace import Workspace

MOST = 500  # dossiers on either side of today: as much work whatever is stored


def meetings(workspace: Workspace) -> tuple[Meeting, ...]:
    """Return every meeting, the latest first."""
    found = [cast(Meeting, one.record) for one in workspace.store.all("meeting")]
    return tuple(sorted(found, key=lambda one: (one.on, one.starts or "", one.id), reverse=True))


def coming(workspace: Workspace) -> Meeting | None:
    """Return the meeting that goes on, else the next one that is planned, or None."""
    today = workspace.now().date()
    found = [(one.state(today), one) for one in meetings(workspace)]
    going_on = [one for state, one in found if state == "running"]
    planned = [one for state, one in found if state == "planned" and one.on >= today]
    return next(iter(going_on), None) or next(reversed(planned), None)


def last_before(workspace: Workspace, meeting: Meeting) -> Meeting | None:
    """Return the meeting held last before this one, or None."""
    return previous(meetings(workspace), meeting, workspace.now().date())


def gathered(workspace: Workspace, meeting: Meeting) -> Changes:
    """Return what has changed since the last meeting, for the agenda of this one."""
    now = workspace.now()
    before = [one for one in meetings(workspace) if one.id != meeting.id]
    since = since_of(previous(before, meeting, now.date()), meeting)
    rows = _rows(workspace, meeting)
    return Changes(
        since=since,
        on=meeting.on,
        now=now,
        dossiers=rows,
        ahead=tuple(_ahead(workspace, rows, meeting)),
        actions=workspace.store.actions(open_only=True, due_before=now.date()),
        incidents=workspace.store.incidents(since=min(since, now - LOOK_BACK).date()),
        lessons=tuple(_lessons(workspace)),
        taken_up=frozenset(
            f"{one.event}/{one.record}" for held in before for one in held.agenda if one.kind == "incident"
        ),
    )


def shared(workspace: Workspace, dossier: Dossier) -> Sight:
    """Return a dossier as everybody in the room may see it: nothing secret, whoever is there."""
    content, lessons = workspace.content_for(dossier), workspace.lessons_for(dossier)
    rows_after = partial(workspace.store.journal_after, "dossier", dossier.id)
    return workspace.reckoning.out_of_sight(dossier, content, lessons, rows_after)


def errors_in(workspace: Workspace, dossier: Dossier) -> int:
    """Return how many things stop a decision, what is secret counted."""
    return sum(one.severity == "error" for one in workspace.review(dossier).findings)


def class_of(workspace: Workspace, dossier: Dossier) -> int:
    """Return the class of an event as far as it is known: the higher it may be."""
    return workspace.read(dossier).standing.at_most


def _rows(workspace: Workspace, meeting: Meeting) -> tuple[DossierRow, ...]:
    """Return the dossiers near in time, and those without a day."""
    today = workspace.now().date()
    first, last = min(today, meeting.on), max(today, meeting.on) + AHEAD
    store = workspace.store
    found = (
        *store.dossiers(Search(starts_from=first, limit=MOST)),
        *store.dossiers(
            Search(starts_from=first - LOOK_BACK, starts_to=first, newest_first=True, limit=MOST)
        ),
        *store.dossiers(Search(starts_from=first, starts_to=last, limit=MOST)),
        *store.dossiers(Search(undated=True, limit=MOST)),
    )
    return tuple({one.id: one for one in found}.values())


def _ahead(workspace: Workspace, rows: Iterable[DossierRow], meeting: Meeting) -> Iterable[Ahead]:
    """Yield the events near enough to be opened, with their class and what stops a decision."""
    now, last = workspace.now(), meeting.on + AHEAD
    weights = {one.id: at for at, one in enumerate(workspace.content.profile.classification.classes)}
    for row in rows:
        near = row.starts is not None and row.starts.date() <= last and row.state(now) not in OVER
        if near and row.ends is not None and row.ends.date() >= meeting.on:
            dossier = workspace.dossier(row.id).record
            weight = weights.get(class_of(workspace, dossier), 0)
            yield Ahead(row, weight=weight, errors=errors_in(workspace, dossier))


def _lessons(workspace: Workspace) -> Iterable[Lesson]:
    """Yield the lessons that wait for the group; none that is or was at a secret question or area."""
    for stored in workspace.store.all("lesson"):
        lesson = cast(Lesson, stored.record)
        if lesson.state == "proposed" and _is_shared(workspace, lesson):
            yield lesson


def _is_shared(workspace: Workspace, lesson: Lesson) -> bool:
    rows = workspace.store.journal("lesson", lesson.id)
    pictures = [one for row in rows for one in (row.deed.before, row.deed.after) if isinstance(one, dict)]
    now = {"question": lesson.concerns.question, "area": lesson.concerns.area}
    stood = {each.get(name) for each in (now, *(one.get("concerns", {}) for one in pictures)) for name in now}
    content = workspace.content
    return all(is_secret_question(str(one), content) is False for one in stood if one)
