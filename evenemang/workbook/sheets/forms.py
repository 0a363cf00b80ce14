"""A form: single values of the dossier, one a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from evenemang.domain.text import Text
from evenemang.flow.joining import Among
from evenemang.workbook.cells import Said
from evenemang.workbook.layout import Column, Page, Table, coded, shown

AMONG = "@among."


@dataclass(frozen=True)
class Line:
    """One value, where it stands in the dossier, and what it is called."""

    path: str
    sv: str
    en: str
    value: object
    word: str | None = None


def form(code: str, title: Text, lines: Callable[[Any], Iterable[Line]], empty: Text | None = None) -> Table:
    """Return a table of single values; what has no value is left out."""
    return Table(
        code,
        title,
        (
            shown("label", "Uppgift", "Fact", 46, lambda page, line: page.say(Text(sv=line.sv, en=line.en))),
            Column("value", Text(sv="Värde", en="Value"), 48, "value", pick=_said),
            coded("path"),
        ),
        lambda page: [line for line in lines(page) if _says(line)],
        empty,
        is_form=True,
    )


def among_lines(among: Among, start: str = "") -> Iterable[Line]:
    """Return where the rows of a secret part stand among all, list by list."""
    for name, places in among.items():
        numbers = tuple(str(one) for one in places)
        yield Line(
            AMONG + start + name,
            "Plats bland alla rader",
            "Place among all rows",
            numbers,
            ", ".join(numbers),
        )


def _said(_page: Page, line: Line) -> Said:
    return Said(line.value, line.word)


def _says(line: Line) -> bool:
    """Whether there is a value; no codes are a value where the words say so."""
    return line.value not in (None, "") and (line.value != () or line.word is not None)
