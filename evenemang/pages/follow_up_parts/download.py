"""A table's numbers as a file that a Swedish spreadsheet opens as it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from evenemang.domain.text import Language

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet would run

Cell = str | int | float | None


def csv_file(heading: Sequence[str], rows: Iterable[Sequence[Cell]], language: Language) -> bytes:
    """Return a table as UTF-8 with a mark, `;` between cells and the language's decimal sign.

    Text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows([_written(cell, language) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Cell, language: Language) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA) else cell
    if isinstance(cell, float):
        text = f"{cell:.4f}".rstrip("0").rstrip(".")
        return text if language == "en" else text.replace(".", ",")
    return str(cell)
