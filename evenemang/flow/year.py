"""A year in figures: what was done, what happened, and out of how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evenemang.domain.action import CLOSED, ActionStatus
from evenemang.domain.evaluation import DAYS_TO_EVALUATE, Rate, rate
from evenemang.domain.event import LOCAL
from evenemang.domain.matrix import LevelId
from evenemang.domain.meeting import Meeting
from evenemang.flow.incident_counts import IncidentCount, judged
from evenemang.flow.listing import ActionRow, DossierRow, IncidentRow
from evenemang.flow.year_kept import open_of
from evenemang.flow.year_rows import YearRows

IN_TIME = DAYS_TO_EVALUATE  # from an event's last day to its evaluation
SEVERE: tuple[LevelId, ...] = ("high", "very-high")


@dataclass(frozen=True)
class EventFigures:
    """How many events there were, and how far the work around them came."""

    meetings: int  # regular ones in the year that have been held
    events: int
    own: int
    external: int
    unknown: int  # nobody has said whose they are
    occasions: int
    contacts_before: int
    decisions_with_conditions: int
    not_assessed: int  # of the smallest kind, left without an assessment with a reason
    evaluated: int
    evaluated_in_time: int  # within 30 days of the last day
    lessons: int  # approved ones that come from the year's events


@dataclass(frozen=True)
class RiskFigures:
    """Risks before and after their actions; `raised` is what was judged, set aside or still waits."""

    raised: int
    dismissed: int
    risks: int
    high_before: int  # high or worse
    very_high_before: int
    high_after: int  # high, not worse
    very_high_after: int


@dataclass(frozen=True)
class ActionFigures:
    """Actions of the year's events, and which are still open on the day they are counted."""

    actions: int
    done: int  # done or verified
    verified: int
    dropped: int
    open: tuple[ActionRow, ...]
    overdue: tuple[ActionRow, ...]
    helped: Mapping[str, int]

    @property
    def verification_share(self) -> float | None:
        """Verified out of done; None where nothing is done."""
        return _share(self.verified, self.done)


@dataclass(frozen=True)
class IncidentFigures:
    """What happened in the year. A high share of near misses is a sign of good reporting, not of danger."""

    incidents: int
    by_severity: tuple[int, int, int, int, int]  # near miss, slight, moderate, serious, very serious
    foreseen: int
    open: tuple[IncidentRow, ...]

    @property
    def near_misses(self) -> int:
        """Those where nobody was hurt."""
        return self.by_severity[0]

    @property
    def near_miss_share(self) -> float | None:
        """Near misses out of all; None where nothing happened."""
        return _share(self.near_misses, self.incidents)

    @property
    def foreseen_share(self) -> float | None:
        """Those a risk had foreseen out of all; None where nothing happened."""
        return _share(self.foreseen, self.incidents)


@dataclass(frozen=True)
class VisitFigures:
    """Visits where they were counted, and what happened there; elsewhere there is no rate, which is not 0."""

    visits: int
    counted: tuple[DossierRow, ...]
    without_count: tuple[DossierRow, ...]
    incidents: int  # at counted events only

    @property
    def rate(self) -> Rate | None:
        """Incidents per 10 000 visits with an exact interval; None where nobody counted."""
        return rate(self.incidents, self.visits) if self.visits else None


@dataclass(frozen=True)
class ListFigures:
    """Events that only a list tells of. They stand apart: nobody logged what happened there."""

    events: int
    counted: int  # those whose visits the list tells
    visits: int


@dataclass(frozen=True)
class YearFigures:
    """All figures of a year."""

    events: EventFigures
    risks: RiskFigures
    actions: ActionFigures
    incidents: IncidentFigures
    visits: VisitFigures
    lists: ListFigures


def figures(rows: YearRows) -> YearFigures:
    """Return the figures of a year on the day its rows were gathered."""
    return YearFigures(
        events=event_figures(rows),
        risks=risk_figures(rows),
        actions=action_figures(rows),
        incidents=incident_figures(rows),
        visits=visit_figures(rows),
        lists=list_figures(rows),
    )


def event_figures(rows: YearRows) -> EventFigures:
    """Return how many events there were, and how far the work around them came."""
    events = rows.events
    ids = {one.id for one in events}
    return EventFigures(
        meetings=len(meetings_held(rows)),
        events=len(events),
        own=sum(one.organiser_kind == "own" for one in events),
        external=sum(one.organiser_kind == "external" for one in events),
        unknown=sum(one.organiser_kind is None for one in events),
        occasions=sum(one.occasions for one in events),
        contacts_before=sum(one.contacts_before for one in events),
        not_assessed=sum(one.not_assessed for one in events),
        decisions_with_conditions=sum(one.decision == "approved-with-conditions" for one in events),
        evaluated=sum(one.evaluated_on is not None for one in events),
        evaluated_in_time=sum(_in_time(one) for one in events),
        lessons=sum(one.approved is not None and one.from_event in ids for one in rows.lessons),
    )


def meetings_held(rows: YearRows) -> tuple[Meeting, ...]:
    """Return the year's regular meetings that have been held, in their order."""
    regular = (one for one in rows.meetings if one.on.year == rows.year and one.kind == "regular")
    return tuple(
        sorted((one for one in regular if one.is_held(rows.today)), key=lambda one: (one.on, one.id))
    )


def risk_figures(rows: YearRows) -> RiskFigures:
    """Return the year's risks before and after their actions."""
    before: Counter[LevelId] = Counter()
    after: Counter[LevelId] = Counter()
    for one in rows.judged:
        before[one.level_before] += one.count
        after[one.level_after] += one.count
    risks, dismissed = before.total(), sum(one.dismissed for one in rows.events)
    return RiskFigures(
        raised=risks + dismissed + sum(one.proposals for one in rows.events),
        dismissed=dismissed,
        risks=risks,
        high_before=sum(before[level] for level in SEVERE),
        very_high_before=before["very-high"],
        high_after=after["high"],
        very_high_after=after["very-high"],
    )


def action_figures(rows: YearRows) -> ActionFigures:
    """Return what became of the actions."""
    status: Counter[ActionStatus | None] = Counter()
    helped: Counter[str] = Counter()
    for one in rows.planned:
        status[one.status] += one.count
        if one.helped:
            helped[one.helped] += one.count
    left = open_actions_of(rows)
    return ActionFigures(
        actions=status.total(),
        done=status["done"] + status["verified"],
        verified=status["verified"],
        dropped=status["dropped"],
        open=left,
        overdue=tuple(one for one in left if one.due is not None and one.due < rows.today),
        helped=helped,
    )


def open_actions_of(rows: YearRows) -> tuple[ActionRow, ...]:
    """Return the year's actions that are not done, verified or dropped."""
    return open_of(rows.actions, lambda one: one.status not in CLOSED)


def incident_figures(rows: YearRows) -> IncidentFigures:
    """Return what happened, by severity."""
    happened = rows.happened
    return IncidentFigures(
        incidents=sum(one.count for one in happened),
        by_severity=by_severity(happened),
        foreseen=sum(one.count for one in happened if one.foreseen),
        open=open_of(rows.incidents, lambda one: one.closed is None),
    )


def by_severity(happened: Iterable[IncidentCount]) -> tuple[int, int, int, int, int]:
    """Return how many there were of each severity, near misses first."""
    found: Counter[int | None] = Counter()
    for one in happened:
        found[one.severity] += one.count
    return (found[0], found[1], found[2], found[3], found[4])


def was_foreseen(incident: IncidentRow) -> bool:
    """Whether a risk had foreseen it; one that nobody has judged yet does not count."""
    return judged(incident) is True


def visit_figures(rows: YearRows) -> VisitFigures:
    """Return the visits counted, and the incidents that they may be set against."""
    counted = tuple(one for one in rows.events if one.visits)
    return VisitFigures(
        visits=sum(one.visits or 0 for one in counted),
        counted=counted,
        without_count=tuple(one for one in rows.events if not one.visits),
        incidents=sum(rows.happened_at[one.id] for one in counted),
    )


def list_figures(rows: YearRows) -> ListFigures:
    """Return how many events only a list tells of, and the visits it says were counted."""
    counted = [one.visits for one in rows.from_lists if one.visits is not None]
    return ListFigures(len(rows.from_lists), len(counted), sum(counted))


def _in_time(event: DossierRow) -> bool:
    if event.evaluated_on is None or event.ends is None:
        return False
    return (event.evaluated_on - event.ends.astimezone(LOCAL).date()).days <= IN_TIME


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
