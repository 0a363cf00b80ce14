"""What a dossier's row tells of the event besides its work: its days, filings, care and guards."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from evenemang.domain.dossier import Dossier
from evenemang.domain.event import Event
from evenemang.domain.text import Frozen

# What tells that an event draws on what a town has little of. Where the area is not installed, nothing does.
GUARDS = "alcohol.guards-booked"  # a question that is not relevant where no permit requires guards
AMBULANCES = "ambulances"  # an output of a sum
DAY = timedelta(days=1)


class Circumstances(Frozen):
    """Facts of an event that statistics over many need, as plain columns."""

    occasions: int = 0
    days: str = ""  # when it is held: runs of days, 2023-08-25/2023-08-27 2023-09-02
    filed: str = ""  # when each permit was filed: permit=2023-05-02, by a space
    patients: int | None = None  # None where nobody counted, which is not 0
    transports: int | None = None
    guards: bool = False  # public order guards are required
    ambulances: int = 0  # as its sum says; 0 where none is needed or nothing is worked out


def circumstances(dossier: Dossier) -> Circumstances:
    """Return them for a dossier."""
    medical = dossier.evaluation.medical if dossier.evaluation else None
    counted = medical if medical and medical.counted else None
    return Circumstances(
        occasions=len(dossier.event.each_occasion()),
        days=as_runs(days_of(dossier.event)),
        filed=" ".join(f"{one.permit}={one.filed}" for one in dossier.permits if one.filed),
        patients=counted.patients if counted else None,
        transports=counted.transports if counted else None,
        guards=_needs_guards(dossier),
        ambulances=max((_ambulances(one.outputs.get(AMBULANCES)) for one in dossier.calculations), default=0),
    )


def days_of(event: Event) -> tuple[date, ...]:
    """Return each day that an event is held, once; one that ends after midnight is of the day it began."""
    held = event.days_alone
    if held:
        return tuple(_each(held.first, held.last))
    return tuple(sorted({one.date for one in event.each_occasion()}))


def as_runs(days: Iterable[date]) -> str:
    """Return days, in order, as runs: 2023-08-25/2023-08-27 2023-09-02."""
    runs: list[list[date]] = []
    for day in days:
        if runs and runs[-1][-1] + DAY == day:
            runs[-1][1:] = [day]
        else:
            runs.append([day])
    return " ".join("/".join(str(day) for day in run) for run in runs)


def from_runs(runs: str) -> tuple[date, ...]:
    """Return the days that runs tell of."""
    return tuple(day for run in runs.split() for day in _of_run(run))


def filings(filed: str) -> dict[str, date]:
    """Return when each permit was filed."""
    pairs = (one.rpartition("=") for one in filed.split())
    return {permit: date.fromisoformat(day) for permit, _, day in pairs}


def _of_run(run: str) -> Iterable[date]:
    first, _, last = run.partition("/")
    return _each(date.fromisoformat(first), date.fromisoformat(last or first))


def _each(first: date, last: date) -> Iterable[date]:
    return (first + number * DAY for number in range((last - first).days + 1))


def _needs_guards(dossier: Dossier) -> bool:
    """Whether guards are required; whether they are booked is not said."""
    answer = dossier.assessment.answers.get(GUARDS)
    return answer is not None and answer.value in ("yes", "partly", "no")


def _ambulances(said: object) -> int:
    return said if isinstance(said, int) else 0
