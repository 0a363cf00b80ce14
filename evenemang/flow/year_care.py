"""Patients and transports per 1 000 visits, at the events where both were counted."""

from __future__ import annotations

from dataclasses import dataclass

from evenemang.domain.evaluation import Rate, rate
from evenemang.flow.listing import DossierRow
from evenemang.flow.year_rows import YearRows

PER_1_000 = 0.1  # of what is per 10 000


@dataclass(frozen=True)
class Care:
    """One event, or the year: how many were cared for, and how many were taken to hospital."""

    dossier: str
    name: str
    patients: Rate
    transports: Rate | None  # None where nobody counted them

    @property
    def per_1_000(self) -> tuple[float, float, float]:
        """Patients per 1 000 visits, with the lower and the upper end of its 95 % interval."""
        found = self.patients
        return found.per_10_000 * PER_1_000, found.lower * PER_1_000, found.upper * PER_1_000

    @property
    def transports_per_1_000(self) -> float | None:
        """Transports per 1 000 visits."""
        return self.transports.per_10_000 * PER_1_000 if self.transports else None


@dataclass(frozen=True)
class CareOfYear:
    """The events that counted, the most patients per visit first; all of them together; and those without."""

    events: tuple[Care, ...]
    together: Care | None
    without: tuple[DossierRow, ...]


def care(rows: YearRows) -> CareOfYear:
    """Return the care of the year; an event without patients or visits counted is named, and in no rate."""
    counted = [one for one in rows.events if one.visits and one.patients is not None]
    events = [_care(one.id, one.name, [one]) for one in counted]
    return CareOfYear(
        events=tuple(sorted(events, key=lambda one: (-one.per_1_000[0], -one.patients.visits, one.dossier))),
        together=_care("", "", counted) if counted else None,
        without=tuple(one for one in rows.events if not one.visits or one.patients is None),
    )


def _care(dossier: str, name: str, of: list[DossierRow]) -> Care:
    transported = [one for one in of if one.transports is not None]
    return Care(
        dossier=dossier,
        name=name,
        patients=rate(sum(one.patients or 0 for one in of), sum(one.visits or 0 for one in of)),
        transports=rate(
            sum(one.transports or 0 for one in transported), sum(one.visits or 0 for one in transported)
        )
        if transported
        else None,
    )
