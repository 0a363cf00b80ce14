"""Permits, notices and duties as data: what the law asks of an event, who decides, and how long before."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from evenemang.domain.condition import Condition
from evenemang.domain.errors import Unfit
from evenemang.domain.source import Source, Sure
from evenemang.domain.text import Frozen, Id, Required, Text

PermitForm = Literal["permit", "notification", "registration", "approval", "inspection", "duty"]
LeadKind = Literal["statutory", "recommended", "local"]


class LeadTime(Frozen):
    """How many calendar days before the event's first day it must be in, and whose figure that is."""

    kind: LeadKind
    days: Annotated[int, Field(ge=1, le=1000)]
    place: Required | None = None  # the municipality whose own time it is
    source: Id
    sure: Sure
    note: Text | None = None

    @model_validator(mode="after")
    def _local_has_a_place(self) -> LeadTime:
        if (self.kind == "local") != (self.place is not None):
            raise Unfit(
                Text(
                    sv="En lokal tid anger sin ort, och bara den.",
                    en="A local time names its place, and no other does.",
                ),
                do=Text(sv="Se över kind och place.", en="Check kind and place."),
            )
        return self


class PermitRule(Frozen):
    """One thing to apply for, report or see to, and when an event needs it."""

    id: Id
    form: PermitForm
    title: Text
    rule: Required  # the law, in its own words
    decided_by: Text
    needed_when: Condition
    lead_time: tuple[LeadTime, ...]
    attach: tuple[Text, ...] = ()
    apply_to: Text
    note: Text
    source: Annotated[tuple[Id, ...], Field(min_length=1)]

    @property
    def is_duty(self) -> bool:
        """Whether it is to be seen to, without any application."""
        return self.form == "duty"

    @property
    def holds_always(self) -> bool:
        """Whether it is a duty of every event, so that nobody can do without it."""
        return self.is_duty and not self.needed_when.names

    @property
    def statutory(self) -> LeadTime | None:
        """The law's own time, where it has one."""
        return next((one for one in self.lead_time if one.kind == "statutory"), None)

    def lead(self, municipality: str | None) -> LeadTime | None:
        """Return the time to plan by: the place's own, else the recommended, and never under the law's.

        None where nothing is filed by a day.
        """
        own = [one for one in self.lead_time if one.kind == "local" and one.place == municipality]
        advised = [one for one in self.lead_time if one.kind == "recommended"]
        chosen = next(iter([*own, *advised]), self.statutory)
        law = self.statutory
        return law if law and chosen and chosen.days < law.days else chosen


class PermitFile(Frozen):
    """A file of permits, with its sources, and the municipality whose local times count."""

    permits: Id
    version: date
    title: Text
    summary: Text
    lead_time_rule: Text
    municipality: Required | None = None
    sources: tuple[Source, ...]
    items: Annotated[tuple[PermitRule, ...], Field(min_length=1)]

    def source(self, source_id: str) -> Source:
        """Return one of its sources."""
        return next(one for one in self.sources if one.id == source_id)


def under_the_law(rule: PermitRule, days: int) -> Text | None:
    """Return what is wrong with a time that is shorter than the law's own, or None."""
    law = rule.statutory
    if law is None or days >= law.days:
        return None
    return Text(
        sv=f"Tiden är kortare än lagens, {law.days} dagar.",
        en=f"The time is shorter than the law's, {law.days} days.",
    )
