"""A list from outside as sheets of plain cells: looked at first, and within limits."""

from __future__ import annotations

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Text
from evenemang.flow.past.headings import Sheet
from evenemang.workbook.lists.apart import Rows, rows_apart
from evenemang.workbook.lists.text import rows_of_text
from evenemang.workbook.refusals import NOT_A_WORKBOOK

MOST_ROWS = 5_000
MOST_COLUMNS = 200
MOST_CELLS = 200_000
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
ZIP = b"PK"

OLD = Text(
    sv="den är i det äldre Excelformatet (.xls), eller låst med lösenord. Öppna den i Excel, spara den som "
    "Excelarbetsbok (.xlsx) utan lösenord och försök igen.",
    en="it is in the older Excel format (.xls), or locked with a password. Open it in Excel, save it as an "
    "Excel workbook (.xlsx) without a password and try again.",
)
TOO_MANY = Text(
    sv=f"den har fler än {MOST_ROWS} rader, {MOST_COLUMNS} kolumner eller {MOST_CELLS} celler. "
    "Dela den i flera listor, till exempel en för varje år.",
    en=f"it has more than {MOST_ROWS} rows, {MOST_COLUMNS} columns or {MOST_CELLS} cells. "
    "Part it into several lists, such as one for each year.",
)
EMPTY = Text(
    sv="den är tom. Kontrollera att det är rätt fil.", en="it is empty. Check that it is the right file."
)


def read_list(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook (.xlsx) or the one of a text file (.csv), those with something in.

    Raises:
        FileUnfit: If it is neither, or more than a list is.
    """
    if content.startswith(OLD_EXCEL):
        raise FileUnfit("old Excel", file=name, why=OLD)
    if content.startswith(ZIP):
        found = rows_apart(content, name, MOST_ROWS, MOST_COLUMNS)
    elif name.lower().endswith((".xlsx", ".xlsm", ".xls", ".ods", ".numbers", ".pdf")):
        raise FileUnfit("not a workbook", file=name, why=NOT_A_WORKBOOK)
    else:
        found = [("", rows_of_text(content, name, MOST_ROWS))]
    sheets = tuple(Sheet(title, rows) for title, rows in found if any(rows))
    if not sheets:
        raise FileUnfit("empty", file=name, why=EMPTY)
    if any(_too_many(sheet.rows) for sheet in sheets):
        raise FileUnfit("too many cells", file=name, why=TOO_MANY)
    return sheets


def _too_many(rows: Rows) -> bool:
    return (
        len(rows) > MOST_ROWS
        or any(len(row) > MOST_COLUMNS for row in rows)
        or sum(len(row) for row in rows) > MOST_CELLS
    )
