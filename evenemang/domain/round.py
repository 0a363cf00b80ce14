"""Rounds and the day log: what somebody saw on site, before opening and while it runs."""

from __future__ import annotations

from typing import Annotated

from evenemang.domain.actor import Stamp
from evenemang.domain.checklist import Phase
from evenemang.domain.personal import Holds
from evenemang.domain.text import Frozen, Id, PersonText, Required


class Round(Frozen):
    """A walk of the site. Answers to round questions stand among the answers; here is that it was walked."""

    id: Id
    phase: Phase
    zone: Id | None = None
    note: PersonText = ""
    walked: Stamp


class LogEntry(Frozen):
    """A line in the day log."""

    id: Id
    what: Annotated[Required, Holds("health")]
    noted: Stamp
