"""How text is searched: without regard to case, å ä ö included, the same in every store."""

from __future__ import annotations

from typing import cast

from evenemang.domain.text import clean
from evenemang.flow.listing import DossierRow


def folded(typed: str) -> str:
    """Return text as it is compared."""
    return cast(str, clean(typed)).strip().casefold()


def searched(row: DossierRow) -> str:
    """Return the text that a search looks in: name, diary number and alias."""
    return "\n".join(folded(one) for one in (row.name, row.diary_number, row.alias or ""))
