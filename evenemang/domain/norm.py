"""Figures as data: a value, its unit, where it comes from and who may replace it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, model_validator

from evenemang.domain.errors import Unfit
from evenemang.domain.personal import Holds
from evenemang.domain.source import Source, Sure
from evenemang.domain.text import Frozen, Id, Text

Overrider = Literal["authority", "supplier", "group", "nobody"]
Plain = Annotated[str, Holds("none")]
Unit = Text | Plain


class NormRow(Frozen):
    """One row of a table; its own columns (`level`, `at_most`, `speed_ms` …) besides the named ones."""

    model_config = ConfigDict(frozen=True, extra="allow")

    title: Text | None = None
    value: float | None = None
    source: Id | None = None
    sure: Sure | None = None

    def figure(self, column: str) -> float:
        """Return the number in a column of its own."""
        value = (self.model_extra or {})[column]
        return float(value)

    def code(self, column: str) -> str:
        """Return the word in a column of its own."""
        return str((self.model_extra or {})[column])


class Norm(Frozen):
    """A figure, a range or a table that a sum or a question rests on."""

    id: Id
    title: Text
    value: float | None = None
    low: float | None = None
    high: float | None = None
    table: tuple[NormRow, ...] = ()
    unit: Unit | None = None  # a table may hold columns of several units, told in its note
    source: Id
    checked: date | None = None
    sure: Sure
    override: tuple[Overrider, ...] = ()
    note: Text | None = None
    question: Id | None = None  # the one question this figure belongs to

    @model_validator(mode="after")
    def _says_something(self) -> Norm:
        if self.value is None and self.low is None and not self.table:
            raise Unfit(
                Text(sv="Siffran saknas.", en="The figure is missing."),
                do=Text(
                    sv="Ange value, low och high, eller table.", en="Give value, low and high, or table."
                ),
            )
        return self

    @property
    def figure(self) -> float:
        """The value as one number."""
        if self.value is None:
            msg = f"norm {self.id} is not one figure"
            raise TypeError(msg)
        return self.value


class NormFile(Frozen):
    """The figures of one area, with their sources."""

    version: date
    sources: tuple[Source, ...]
    norms: tuple[Norm, ...]


class NormUsed(Frozen):
    """A norm as it stood when a sum used it: kept with the result."""

    id: Id
    title: Text
    value: Plain
    unit: Unit | None
    source: Plain
    checked: date | None
    sure: Sure
