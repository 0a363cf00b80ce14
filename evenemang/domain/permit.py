"""Permits, notices and duties: what the rules ask for, and how far each has come for one event."""

from __future__ import annotations

from datetime import date
from typing import Literal

from evenemang.domain.actor import Stamp
from evenemang.domain.text import Frozen, Id, PersonText, Required

PermitOutcome = Literal["not-applied", "applied", "granted", "approved", "registered", "refused"]


class Permit(Frozen):
    """One permit or notice of this event, by its id in permits.yaml."""

    permit: Id
    what: Required
    covers: tuple[Id, ...] = ()
    added_because: PersonText = ""
    filed: date | None = None
    decided: date | None = None
    outcome: PermitOutcome = "not-applied"
    conditions: tuple[Required, ...] = ()
    note: PersonText = ""


class PermitNotNeeded(Frozen):
    """A permit that the rules propose and this event does without, and why."""

    permit: Id
    because: Required
    given: Stamp
