"""A workbook from outside, read in a process apart: with no more time and memory than a workbook needs."""

from __future__ import annotations

from evenemang.distrust.readers import NotStarted, Readers
from evenemang.distrust.worker import CLOCK, Failed
from evenemang.domain.errors import FileUnfit
from evenemang.workbook.opening import Sheet, Value
from evenemang.workbook.refusals import NOT_STARTED, refusal
from evenemang.workbook.telling import Untrue, heard
from evenemang.workbook.unzipping import checked

INSIDE = "evenemang.workbook.inside"
READERS = Readers(INSIDE)


def cells_apart(content: bytes, name: str = "xlsx", seconds: float = CLOCK) -> list[Sheet]:
    """Return every sheet of a workbook that has cells, in order, read in a process apart.

    Raises:
        FileUnfit: If it is no workbook, too much, makes no sense, or takes longer than `seconds`.
    """
    checked(content, name).close()
    try:
        found = heard(READERS.ask(content, seconds))
    except NotStarted as unfit:
        raise FileUnfit(str(unfit), file="xlsx", why=NOT_STARTED) from unfit
    except (Failed, Untrue) as fault:
        raise refusal("heavy", str(fault), name) from fault
    if isinstance(found, str):
        raise refusal(found, "refused by the reader", name)
    return found


def rows_apart(content: bytes, name: str = "xlsx") -> list[tuple[str, list[tuple[Value, ...]]]]:
    """Return every sheet of anyone's workbook: its title, and its rows from the first to the last written.

    A row without cells is `()`; a formula shows what it came to; a day is a `datetime`, as Excel has it.

    Raises:
        FileUnfit: If it is no workbook, too much, makes no sense, or takes too long.
    """
    return [(sheet.title, list(sheet.dense())) for sheet in cells_apart(content, name)]
