"""Figures as data: a value, its unit, where it comes from and who may replace it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, model_validator

from evenemang.domain.errors import Unfit
from evenemang.domain.personal import Holds
from evenemang.domain.source import Source, Sure
from evenemang.domain.text import Frozen, Id, Text

Overrider = Literal["authority", "supplier", "group", "nobody"]
Stricter = Literal["higher", "lower"]
Plain = Annotated[str, Holds("none")]
Unit = Text | Plain
Number = Annotated[float, Field(allow_inf_nan=False)]


ENDS = Text(
    sv="Spannets lägre ände är större än dess högre.", en="The lower end of the range is above its higher."
)


class NormRow(Frozen):
    """One row of a table; its own columns (`level`, `at_most`, `speed_ms` …) besides the named ones."""

    model_config = ConfigDict(frozen=True, extra="allow")

    title: Text | None = None
    value: Number | None = None
    source: Id | None = None
    sure: Sure | None = None
    stricter: Stricter | None = None  # where it is another way than the norm's

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
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    table: tuple[NormRow, ...] = ()
    unit: Unit | None = None  # a table may hold columns of several units, told in its note
    source: Id
    checked: date | None = None
    sure: Sure
    override: tuple[Overrider, ...] = ()
    stricter: Stricter | None = None  # the only way that own figures may go; None: either way
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
        if (self.low is None) != (self.high is None):
            raise Unfit(
                Text(sv="Ett spann behöver båda ändarna.", en="A range needs both ends."),
                do=Text(sv="Ange både low och high.", en="Give both low and high."),
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            raise Unfit(ENDS, do=Text(sv="Byt plats på dem.", en="Change their places."))
        return self

    @property
    def figure(self) -> float:
        """The value as one number."""
        if self.value is None:
            msg = f"norm {self.id} is not one figure"
            raise TypeError(msg)
        return self.value


class OwnedNorm(Norm):
    """A norm whose figures are the municipality's own; `instead` is the norm as it is installed."""

    decided_by: Overrider
    decision: Plain
    valid_from: date
    instead: Norm


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
    own: bool = False  # the municipality's own figure, not the one that came with the program


def figures_at(norm: Norm) -> dict[str, float]:
    """Return the figures of a norm by where they stand: value, low, high, or row/column of its table."""
    ends = {"value": norm.value, "low": norm.low, "high": norm.high}
    found = {at: figure for at, figure in ends.items() if figure is not None}
    for name, row in _named(norm):
        found |= {f"{name}/{column}": float(figure) for column, figure in _columns(row).items()}
    return found


def stricter_at(norm: Norm) -> dict[str, Stricter]:
    """Return the one way that own figures may go, for each place of a norm where there is only one."""
    rows = {name: row.stricter or norm.stricter for name, row in _named(norm)}
    ways = {at: rows.get(at.partition("/")[0], norm.stricter) for at in figures_at(norm)}
    return {at: way for at, way in ways.items() if way}


def with_figures(norm: Norm, figures: Mapping[str, float], source: str | None = None) -> Norm:
    """Return a norm with other figures in these places, checked as any norm; rows take the source too.

    Raises:
        ValidationError: If what it becomes is no norm.
    """
    body = {name: getattr(norm, name) for name in Norm.model_fields}
    ends = {at: figure for at, figure in figures.items() if "/" not in at}
    rows = [_row(name, row, figures, source) for name, row in _named(norm)]
    return Norm.model_validate({**body, **ends, "table": rows})


def out_of_order(norm: Norm, other: Norm) -> Iterator[Text]:
    """Return what no longer rises or falls as it does in a norm: the steps of its table."""
    columns = dict.fromkeys(column for row in norm.table for column in _columns(row))
    for column in columns:
        for sign in (1, -1):
            if _rises(norm, column, sign) and not _rises(other, column, sign):
                yield Text(
                    sv=f"Stegen i tabellen ({column}) kommer inte längre i ordning.",
                    en=f"The steps of the table ({column}) no longer come in order.",
                )


def _rises(norm: Norm, column: str, sign: int) -> bool:
    found = [_columns(row)[column] for row in norm.table if column in _columns(row)]
    return len(found) > 1 and all(sign * (after - before) > 0 for before, after in pairwise(found))


def _named(norm: Norm) -> list[tuple[str, NormRow]]:
    """Return the rows by their own codes, or by their numbers where the codes do not tell them apart."""
    codes = [(row.model_extra or {}).get("id") or (row.model_extra or {}).get("level") for row in norm.table]
    told = all(isinstance(one, str) for one in codes) and len(set(codes)) == len(codes)
    return [
        (str(code) if told else str(number), row)
        for number, (code, row) in enumerate(zip(codes, norm.table, strict=True), 1)
    ]


def _columns(row: NormRow) -> dict[str, float]:
    cells = {"value": row.value, **(row.model_extra or {})}
    return {
        column: cell
        for column, cell in cells.items()
        if isinstance(cell, int | float) and not isinstance(cell, bool)
    }


def _row(name: str, row: NormRow, figures: Mapping[str, float], source: str | None) -> Any:
    mine = {column: figures[f"{name}/{column}"] for column in _columns(row) if f"{name}/{column}" in figures}
    if not mine:
        return row
    return {**row.model_dump(), **mine, **({"source": source} if source else {})}
