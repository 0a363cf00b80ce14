"""What a twin is made of: sheets with columns, each with what it is called and what may stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from evenemang.domain.text import Text

Kind = Literal["text", "name", "word", "number", "whole", "day", "condition", "when"]
Among = Literal["sources", "sections", "questions", "risks", "calculators", "outputs"]

SPARE = 500  # rows below the last one that are ready to be written in


@dataclass(frozen=True)
class Column:
    """A column. `code` is the path in the record; `among` names the list that its value is one of."""

    code: str
    title: Text
    width: float
    kind: Kind
    help: Text
    required: bool = False
    words: Mapping[Any, Text] | None = None
    among: Among | None = None
    low: int | None = None
    high: int | None = None

    @property
    def field(self) -> str:
        """The field of the record, without a language."""
        return self.code.partition(".")[0]


@dataclass(frozen=True)
class Sheet:
    """A sheet of records, one a row; the head of the area is a form, with one fact a row."""

    code: str
    title: Text
    about: Text
    columns: tuple[Column, ...]
    is_form: bool = False

    def column(self, code: str) -> Column:
        """Return a column by its code."""
        return next(one for one in self.columns if one.code == code)


def column(  # noqa: PLR0917  # a column reads as one line of a table
    code: str, sv: str, en: str, width: float, kind: Kind, help_sv: str, help_en: str, **more: Any
) -> Column:
    """Return a column."""
    return Column(code, Text(sv=sv, en=en), width, kind, Text(sv=help_sv, en=help_en), **more)


def both(
    field: str, titles: tuple[str, str], width: float, helps: tuple[str, str], *, required: bool = True
) -> tuple[Column, Column]:
    """Return the two columns of a text in both languages."""
    sv, en = titles
    return (
        column(
            f"{field}.sv", f"{sv} på svenska", f"{en} in Swedish", width, "text", *helps, required=required
        ),
        column(
            f"{field}.en", f"{sv} på engelska", f"{en} in English", width, "text", *helps, required=required
        ),
    )
