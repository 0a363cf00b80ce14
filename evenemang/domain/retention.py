"""Rules of retention (gallring) as data: what is removed, how long after what, and on whose word."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, Field, model_validator

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import Unfit
from evenemang.domain.lesson import Lesson
from evenemang.domain.meeting import Meeting
from evenemang.domain.organiser import Organiser
from evenemang.domain.personal import Holds, models, rulings
from evenemang.domain.personal import Kind as Mark
from evenemang.domain.place import Place
from evenemang.domain.role import Member
from evenemang.domain.source import Source, Sure
from evenemang.domain.text import Frozen, Id, Required, Text

Of = Literal["dossier", "organiser", "place", "lesson", "meeting", "member"]
Since = Literal["event-end", "decision", "closed", "last-event", "noted", "meeting", "left"]
Removed = Annotated[str, Holds("none")]  # a mark, Model.field, or one of WHOLE, HISTORY and ATTACHMENTS
Count = Annotated[int, Field(ge=0, le=1200)]

WHOLE, HISTORY, ATTACHMENTS = "whole", "history", "attachments"
MARKS: tuple[Mark, ...] = ("name", "contact", "health", "free")
OF: Mapping[Of, type[BaseModel]] = {
    "dossier": Dossier,
    "organiser": Organiser,
    "place": Place,
    "lesson": Lesson,
    "meeting": Meeting,
    "member": Member,
}
MAY_GO_WHOLE: tuple[Of, ...] = ("dossier", "lesson", "member")  # nothing else is counted on them
SINCE: Mapping[Of, tuple[Since, ...]] = {
    "dossier": ("event-end", "decision", "closed"),
    "organiser": ("last-event",),
    "place": ("last-event",),
    "lesson": ("noted",),
    "meeting": ("meeting",),
    "member": ("left",),
}
NOT_ALONE = frozenset(
    {"Event.facts", "Calculation.inputs", "Drawn.value", "Named.name", "Lesson.text", "Member.name"}
)
"""What sums and conditions read, who sees what is secret, what a lesson or a member is: with the whole."""


class Period(Frozen):
    """How long something is kept: years, months and days together."""

    years: Count = 0
    months: Count = 0
    days: Annotated[int, Field(ge=0, le=36_500)] = 0

    @model_validator(mode="after")
    def _is_some_time(self) -> Period:
        if not (self.years or self.months or self.days):
            raise Unfit(
                Text(sv="Tiden är noll.", en="The time is nothing."),
                do=Text(
                    sv="Ange years, months eller days, eller ta bort tiden.",
                    en="Give years, months or days, or take the time away.",
                ),
            )
        return self

    def after(self, day: date) -> date:
        """Return the day that lies so long after another; of a month without that day, its last."""
        months = day.year * 12 + day.month - 1 + self.years * 12 + self.months
        year, month = min(months // 12, date.max.year), months % 12 + 1
        there = date(year, month, min(day.day, monthrange(year, month)[1]))
        return there + min(timedelta(days=self.days), date.max - there)


class RetentionRule(Frozen):
    """One rule. Without `after` nobody has set its time, and it removes nothing."""

    id: Id
    title: Text
    of: Of = "dossier"
    removes: Annotated[tuple[Removed, ...], Field(min_length=1)]
    since: Since
    after: Period | None = None
    decided: Required | None = None  # by whom the time was set, and where that stands
    basis: Text
    source: Annotated[tuple[Id, ...], Field(min_length=1)]
    sure: Sure
    note: Text | None = None

    @property
    def whole(self) -> bool:
        """Whether the record goes, with all of it."""
        return WHOLE in self.removes

    @property
    def fields(self) -> frozenset[str]:
        """The fields it removes, Model.field; a mark stands for every field that bears it."""
        marked = {one for mark in MARKS if mark in self.removes for one in removable(self.of, mark)}
        return frozenset(marked | {one for one in self.removes if "." in one})


class RetentionTime(Frozen):
    """A time that a municipality has set for a rule, and where it was decided."""

    rule: Id
    after: Period
    decided: Required


class RetentionFile(Frozen):
    """A file of rules; a municipality's own sets times for ours, and may have rules of its own."""

    retention: Id
    version: date
    title: Text
    summary: Text
    sources: tuple[Source, ...] = ()
    rules: tuple[RetentionRule, ...] = ()
    times: tuple[RetentionTime, ...] = ()


@dataclass(frozen=True)
class Retention:
    """The rules that count in one data folder, with their sources by id."""

    rules: tuple[RetentionRule, ...]
    sources: Mapping[str, Source]

    @property
    def in_force(self) -> tuple[RetentionRule, ...]:
        """The rules with a time."""
        return tuple(one for one in self.rules if one.after)


def settled(shipped: RetentionFile, own: RetentionFile | None = None) -> Retention:
    """Return our rules with a municipality's own in their place or after them, and its times."""
    files = [shipped, *([own] if own else [])]
    rules = {rule.id: rule for file in files for rule in file.rules}
    for one in (time for file in files for time in file.times):
        set_time = {"after": one.after, "decided": one.decided}
        rules[one.rule] = rules[one.rule].model_copy(update=set_time)
    return Retention(tuple(rules.values()), {source.id: source for file in files for source in file.sources})


@cache
def removable(of: Of, mark: Mark | None = None) -> frozenset[str]:
    """Return the fields of a kind of record that may be removed: those with a mark, or all that hold any."""
    wanted = set(MARKS) if mark is None else {mark}
    found = _fields(models(OF[of]), wanted)
    return frozenset(found) - NOT_ALONE


def _fields(of: Iterable[type[BaseModel]], wanted: set[Mark]) -> Iterable[str]:
    for model in of:
        for field, held in rulings(model).items():
            if wanted & held:
                yield f"{model.__name__}.{field}"
