"""What belongs to the example year: dossiers say so themselves, the registers by when they were written."""

from __future__ import annotations

from evenemang.domain.dossier import Dossier
from evenemang.flow.storing import Record

LOADING = "example_loading"  # setting: "1" while the example year is being played
IS_LOADING = "1"


def is_example(record: Record, loading: str | None) -> bool:
    """Whether a new record belongs to the example year.

    A dossier carries its own mark; a place, organiser, lesson, meeting or function has none, and counts
    as example when it is first saved while the setting `example_loading` is "1".
    """
    if isinstance(record, Dossier):
        return record.example
    return loading == IS_LOADING
