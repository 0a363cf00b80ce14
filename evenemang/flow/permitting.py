"""Which permits and duties an event needs, by its facts, and how each stands: in time, late, or not known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from evenemang.domain.condition import Facts, Value, deciding
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import LOCAL
from evenemang.domain.permit import Permit, PermitNotNeeded
from evenemang.domain.permit_rule import LeadTime, PermitFile, PermitRule
from evenemang.domain.source import Source
from evenemang.domain.text import Text
from evenemang.flow.content import Content

Standing = Literal["to-do", "not-known", "kept", "covered", "spared", "not-needed"]
"""To do (needed, nothing noted), not known yet, noted, part of another, said not to be needed, not needed."""


@dataclass(frozen=True)
class Reason:
    """A fact or an answer that a rule asks about; without a value it is not known yet."""

    name: str  # event.alcohol, answers.alcohol.serving
    value: Value | None


@dataclass(frozen=True)
class Ruled:
    """A rule with the file it stands in: whose sources it names, and whose local times count."""

    rule: PermitRule
    file: PermitFile

    @property
    def lead(self) -> LeadTime | None:
        """The time to plan by."""
        return self.rule.lead(self.file.municipality)

    def source(self, lead: LeadTime) -> Source:
        """Return where a time comes from."""
        return self.file.source(lead.source)


@dataclass(frozen=True)
class PermitLine:
    """One permit, notice or duty of an event, and how it stands on a day."""

    id: str
    standing: Standing
    ruled: Ruled | None  # None for one that the group added itself
    reasons: tuple[Reason, ...]  # what settles that it is needed or not, or what is not known yet
    kept: Permit | None  # the event's own, or the one that covers it
    spared: PermitNotNeeded | None
    last_day: date | None  # to file; None where there is no such day, or the event has none
    last_by_law: date | None
    late: int  # days after the last day: until it was filed, or until today
    late_at_opening: bool  # the last day had passed when the dossier was opened

    @property
    def title(self) -> Text | str:
        """What it is called: a person's words where it is noted, else the rule's."""
        if self.standing == "kept" and self.kept:
            return self.kept.what
        return self.ruled.rule.title if self.ruled else self.id

    @property
    def is_duty(self) -> bool:
        """Whether it is to be seen to, without any application."""
        return self.ruled is not None and self.ruled.rule.is_duty

    @property
    def waits(self) -> bool:
        """Whether it is needed and nobody has filed or seen to it."""
        return self.standing == "to-do" or (
            self.standing == "kept" and self.kept is not None and self.kept.outcome == "not-applied"
        )

    @property
    def days(self) -> int | None:
        """Its last day as days from the event's first: -60; known also where the event has no day yet."""
        lead = self.ruled.lead if self.ruled else None
        return -lead.days if lead else None


def permit_lines(dossier: Dossier, content: Content, facts: Facts, today: date) -> tuple[PermitLine, ...]:
    """Return every installed permit and duty, and those that the group added, as they stand."""
    ruled = [Ruled(rule, file) for file in content.permits for rule in file.items]
    known = {one.rule.id for one in ruled}
    lines = [_line(dossier, one.rule.id, one, facts, today) for one in ruled]
    noted = (*(one.permit for one in dossier.permits), *(one.permit for one in dossier.permits_not_needed))
    own = [one for one in noted if one not in known]
    return (*lines, *(_line(dossier, one, None, facts, today) for one in own))


def is_over(dossier: Dossier, today: date) -> bool:
    """Whether there is nothing left to file: the event has been held, or is not held at all."""
    end = dossier.event.end
    if dossier.from_list:
        return True
    return dossier.cancelled is not None or (end is not None and end.date() < today)


def _line(dossier: Dossier, permit_id: str, ruled: Ruled | None, facts: Facts, today: date) -> PermitLine:
    kept = next((one for one in dossier.permits if one.permit == permit_id), None)
    covering = next((one for one in dossier.permits if permit_id in one.covers), None)
    spared = next((one for one in dossier.permits_not_needed if one.permit == permit_id), None)
    needed = ruled.rule.needed_when.holds(facts) if ruled else True
    standing = _standing(kept, covering, spared, needed=needed)
    last = last_day(dossier.event.first_day, ruled.lead if ruled else None)
    return PermitLine(
        id=permit_id,
        standing=standing,
        ruled=ruled,
        reasons=tuple(_reasons(ruled.rule, facts, needed)) if ruled else (),
        kept=kept or covering,
        spared=spared,
        last_day=last,
        last_by_law=last_day(dossier.event.first_day, ruled.rule.statutory if ruled else None),
        late=_late(dossier, standing, kept, last, today),
        late_at_opening=last is not None and last < dossier.opened.at.astimezone(LOCAL).date(),
    )


def _standing(
    kept: Permit | None, covering: Permit | None, spared: PermitNotNeeded | None, *, needed: bool | None
) -> Standing:
    if kept:
        return "kept"
    if covering:
        return "covered"
    if spared:
        return "spared"
    if needed is None:
        return "not-known"
    return "to-do" if needed else "not-needed"


def last_day(first: date | None, lead: LeadTime | None) -> date | None:
    """Return the last day to file: calendar days back from the event's first day."""
    return first - timedelta(days=lead.days) if first and lead else None


def _late(dossier: Dossier, standing: Standing, kept: Permit | None, last: date | None, today: date) -> int:
    if last is None or standing in ("covered", "spared", "not-needed"):
        return 0
    if kept and kept.filed:
        return max(0, (kept.filed - last).days)
    if is_over(dossier, today) or (kept and kept.outcome != "not-applied"):
        return 0
    return max(0, (today - last).days)


def _reasons(rule: PermitRule, facts: Facts, needed: bool | None) -> Iterator[Reason]:
    """Return the facts that settle it; where it is open, those that are not known yet."""
    names = deciding(rule.needed_when, facts) if needed is not None else sorted(rule.needed_when.names)
    for name in names:
        group, _, key = name.partition(".")
        value = facts.event.get(key) if group == "event" else facts.answers.get(key)
        if needed is not None or value is None:
            yield Reason(name, value)
