"""What waits for somebody: areas handed over, actions overdue, what an officer's dossiers ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from evenemang.domain.actor import Actor
from evenemang.domain.dossier import State
from evenemang.domain.evaluation import MANY_OCCASIONS
from evenemang.flow.listing import ActionRow, DossierRow
from evenemang.flow.occasions import evaluate_by, unspoken
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace

LOOK_BACK = timedelta(days=180)  # older events do not come up by themselves; the list still finds them
AHEAD = 60  # dossiers at most on the first page, whatever is stored
OPEN_STATES: tuple[State, ...] = ("draft", "assessing", "awaiting-completion", "decided", "running")
AHEAD_STATES: tuple[State, ...] = (*OPEN_STATES, "not-needed")

Matter = Literal["reconsider", "assess", "evaluate", "occasions", "action", "area", "lessons", "proposals"]
ORDER: tuple[Matter, ...] = (
    "reconsider",
    "assess",
    "action",
    "evaluate",
    "occasions",
    "area",
    "lessons",
    "proposals",
)
HELD_UNDECIDED: tuple[State, ...] = ("assessing", "awaiting-completion")  # and it has ended all the same


@dataclass(frozen=True)
class Waiting:
    """One thing that waits; `count` questions, lessons or proposals, `due` where it has a day."""

    matter: Matter
    dossier: DossierRow
    area: str | None = None
    action: ActionRow | None = None
    count: int = 0
    due: date | None = None
    post: str | None = None  # that it is handed to, where it is not to them by name


@dataclass(frozen=True)
class Around:
    """The dossiers that matter today, by what the time makes of them."""

    now: datetime
    upcoming: tuple[DossierRow, ...]  # running or ahead, the next first; those without a date last
    past: tuple[DossierRow, ...]
    overdue: tuple[ActionRow, ...]

    def row(self, dossier: str) -> DossierRow:
        """Return the row of one of them."""
        return next(one for one in (*self.upcoming, *self.past) if one.id == dossier)


def around(workspace: Workspace) -> Around:
    """Return what is near in time: as much work for ten dossiers stored as for half a million."""
    now = workspace.now()
    today = now.date()
    ahead = workspace.store.dossiers(Search(starts_from=today, limit=AHEAD))
    behind = Search(starts_from=today - LOOK_BACK, starts_to=today, newest_first=True, limit=AHEAD * 4)
    back = tuple(reversed(workspace.store.dossiers(behind)))  # the latest of them, the oldest first
    undated = workspace.store.dossiers(Search(stage=("draft", "assessing"), undated=True, limit=AHEAD))
    rows = {one.id: one for one in (*back, *ahead, *undated)}.values()
    upcoming = tuple(one for one in rows if _is_ahead(one, now))
    past = tuple(one for one in rows if not _is_ahead(one, now))
    overdue = workspace.store.actions(dossiers=[one.id for one in rows], open_only=True, due_before=today)
    return Around(now, upcoming, past, overdue)


def _is_ahead(row: DossierRow, now: datetime) -> bool:
    ended = row.ends is not None and row.ends < now
    return not ended and row.state(now) in AHEAD_STATES


def waiting_for(workspace: Workspace, near: Around, who: Actor | None) -> tuple[Waiting, ...]:
    """Return what waits for somebody and for their posts, the most pressing first; without who, for all."""
    mine = [one for one in (*near.upcoming, *near.past) if who is None or one.officer in who.called]
    found = [
        *_from_rows(mine, near.now),
        *_from_occasions(workspace, mine, near.now),
        *(_from_actions(near, who) if who else ()),
        *(_from_areas(workspace, near.upcoming, who) if who else ()),
    ]
    return tuple(sorted(found, key=_urgency))


def _urgency(one: Waiting) -> tuple[int, date, str]:
    return ORDER.index(one.matter), one.due or date.max, one.dossier.name


def wants_evaluation(row: DossierRow, now: datetime) -> bool:
    """Whether an event is over and not evaluated: one that nobody decided on was held all the same."""
    is_over = row.ends is not None and row.ends < now and row.some_time is None
    return is_over and row.state(now) in ("to-evaluate", *HELD_UNDECIDED)


def _from_rows(rows: Sequence[DossierRow], now: datetime) -> Iterable[Waiting]:
    for row in rows:
        state = row.state(now)
        if row.ends and wants_evaluation(row, now):
            yield Waiting("evaluate", row, due=evaluate_by(row.ends))
        if row.reconsider and state == "not-needed":
            yield Waiting("assess", row)
        if row.reconsider and state in OPEN_STATES:
            yield Waiting("reconsider", row)
        if state in OPEN_STATES and row.lessons_waiting:
            yield Waiting("lessons", row, count=row.lessons_waiting)
        if state in OPEN_STATES and row.proposals:
            yield Waiting("proposals", row, count=row.proposals)


def _from_occasions(workspace: Workspace, rows: Iterable[DossierRow], now: datetime) -> Iterable[Waiting]:
    """Yield the events under way with many occasions, of which some are over and not spoken of."""
    for row in rows:
        if row.occasions >= MANY_OCCASIONS and row.state(now) == "running":
            left = unspoken(workspace.dossier(row.id).record, now)
            if left:
                yield Waiting("occasions", row, count=len(left), due=evaluate_by(left[0].end))


def _from_actions(near: Around, who: Actor) -> Iterable[Waiting]:
    for action in near.overdue:
        if action.owner in who.called:  # one that is secret too: who is to do it must know that it waits
            row = near.row(action.dossier)
            yield Waiting("action", row, action=action, due=action.due, post=_post(action.owner, who))


def _from_areas(workspace: Workspace, rows: Iterable[DossierRow], who: Actor) -> Iterable[Waiting]:
    """Yield the areas handed to somebody, how much is left in each: no more than that is told of any."""
    for row in rows:
        dossier = workspace.dossier(row.id).record
        handed = [one for one in dossier.assessment.areas if one.owner in who.called]
        if not handed:
            continue
        progress = workspace.read(dossier).progress
        for area in handed:
            left = progress[area.area].left if area.area in progress else 0
            if left:
                post = _post(area.owner, who)
                yield Waiting("area", row, area=area.area, count=left, due=area.due, post=post)


def _post(owner: str | None, who: Actor) -> str | None:
    return None if owner == who.name else owner
