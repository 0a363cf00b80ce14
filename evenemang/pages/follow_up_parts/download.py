"""A table's numbers as a file that a Swedish spreadsheet opens as it is."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

from evenemang.domain.text import Language

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet would run
NUMBER = re.compile(r"[+-]?\d[\d \u00a0.,]*")  # runs nothing

Cell = str | int | float | date | None  # a day is a word to a reader, and a day to a spreadsheet


def csv_file(heading: Sequence[str], rows: Iterable[Sequence[Cell]], language: Language) -> bytes:
    """Return a table as UTF-8 with a mark, `;` between cells and the language's decimal sign.

    Text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_written(cell, language) for cell in heading])
    writer.writerows([_written(cell, language) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Cell, language: Language) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if _runs(cell) else cell
    if isinstance(cell, float):
        text = f"{cell:.4f}".rstrip("0").rstrip(".")
        return text if language == "en" else text.replace(".", ",")
    return str(cell)


def _runs(text: str) -> bool:
    """Whether a spreadsheet may take it for a formula; wide signs, and what stands before one, count too."""
    begins = unicodedata.normalize("NFKC", text.lstrip(" \u00a0\ufeff\n")[:1])
    return (text.startswith(FORMULA) or begins.startswith(FORMULA)) and not NUMBER.fullmatch(text)
