"""Lists of past events: the file read, the list found on its sheet, and the mapping that is known for it."""

from __future__ import annotations

from pathlib import Path

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Text
from evenemang.flow.past.headings import Listed, Sheet, first_list

MISSING = Text(sv="den finns inte.", en="it is not there.")


def read_list(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Return the sheets of a list from outside.

    Raises:
        FileUnfit: If it is no list that can be read.
    """
    from evenemang.workbook.lists.reading import read_list as read

    return read(content, name)


def list_in(file: Path, sheet: str | None) -> Listed:
    """Return the list in a file: on the sheet that is named, or the first with anything in it.

    Raises:
        FileUnfit: If it is no list that can be read.
        NotFound: If there is no such sheet.
    """
    try:
        content = file.read_bytes()
    except FileNotFoundError as missing:
        raise FileUnfit("missing", file=str(file), why=MISSING) from missing
    except OSError as unreadable:
        why = unreadable.strerror or type(unreadable).__name__
        raise FileUnfit(str(unreadable), file=str(file), why=why) from unreadable
    sheets = read_list(content, file.name)
    return first_list(file.name, [one for one in sheets if sheet in (None, one.title)], sheet or "")
