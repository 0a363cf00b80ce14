"""Permits, notices and duties: what the rules ask for, and how far each has come for one event."""

from __future__ import annotations

from datetime import date
from typing import Literal

from evenemang.domain.actor import Stamp
from evenemang.domain.text import Frozen, Id, PersonText, Required, Text

PermitOutcome = Literal["not-applied", "applied", "granted", "approved", "registered", "seen-to", "refused"]


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


def is_begun(permit: Permit) -> bool:
    """Whether something has been done about it."""
    return permit.filed is not None or permit.outcome != "not-applied"


def contradiction(permit: Permit, today: date) -> Text | None:
    """Return what in a permit's days and state cannot be so; None where all fits."""
    if permit.filed and permit.outcome == "not-applied":
        return Text(
            sv="Dagen då det lämnades in är ifylld, men läget är ”ej sökt”. Ändra det ena.",
            en="The day it was filed is given, but the state is “not applied for”. Change one of them.",
        )
    if permit.filed and permit.decided and permit.decided < permit.filed:
        return Text(
            sv="Beslutsdagen ligger före dagen då det lämnades in. Rätta den ena.",
            en="The day of the decision is before the day it was filed. Mend one of them.",
        )
    if permit.filed and permit.filed > today:
        return Text(
            sv="Dagen då det lämnades in har inte varit än. Ange den när det är gjort.",
            en="The day it was filed has not been yet. Give it when it is done.",
        )
    return None
