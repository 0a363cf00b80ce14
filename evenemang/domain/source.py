"""Where a statement or a figure comes from, and how sure we are of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from evenemang.domain.text import Frozen, Id, Required

Sure = Literal["high", "medium", "low"]


class Source(Frozen):
    """A publication, a page, or our own judgement.

    `checked` is the day someone read it; without it the statement is from memory, and is shown so.
    """

    id: Id
    title: Required
    at: Required
    checked: date | None = None
    sure: Sure
