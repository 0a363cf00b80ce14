"""Everything that a data folder holds of one person, as the content of a file."""

from __future__ import annotations

import json
from dataclasses import asdict

from evenemang.domain.text import Language
from evenemang.flow.person import Everything


def as_workbook(found: Everything, language: Language) -> bytes:
    """Return it as a workbook."""
    from evenemang.workbook.person import person_book

    return person_book(found, language)


def as_json(found: Everything) -> bytes:
    """Return it as JSON, in UTF-8."""
    told = asdict(found) | {"secret": found.secret}
    return json.dumps(told, ensure_ascii=False, indent=2, default=str).encode("utf-8", "replace")
