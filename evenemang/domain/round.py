"""Rounds and the day log: what somebody saw on site, before opening and while it runs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime

from evenemang.domain.actor import Name, Stamp
from evenemang.domain.checklist import Phase
from evenemang.domain.norm import Number
from evenemang.domain.personal import Holds
from evenemang.domain.text import Frozen, Id, PersonText, Required

LogKind = Literal["note", "decision", "reading"]


class Round(Frozen):
    """A walk of the site. Answers to round questions stand among the answers; here is that it was walked.

    One without `begun` was written down afterwards; one with it and without `ended` is being walked.
    """

    id: Id
    phase: Phase
    zone: Id | None = None
    note: PersonText = ""
    walked: Stamp
    begun: AwareDatetime | None = None
    ended: AwareDatetime | None = None

    @property
    def is_going(self) -> bool:
        """Whether somebody is walking it now."""
        return self.begun is not None and self.ended is None


class LogEntry(Frozen):
    """A line in the day log: what happened, what was decided and by whom, or what was read off.

    `at` is when it happened, where it was written down afterwards; `value` what was read, in the unit of
    the stop criterion `stop`.
    """

    id: Id
    kind: LogKind = "note"
    what: Annotated[Required, Holds("health")]
    at: AwareDatetime | None = None
    decided_by: Name | None = None
    stop: Id | None = None
    value: Number | None = None
    noted: Stamp

    @property
    def when(self) -> AwareDatetime:
        """When it happened, as far as anybody has said."""
        return self.at or self.noted.at
