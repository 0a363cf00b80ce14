"""From and to in the journal, as a person would say it rather than as it is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from evenemang.domain.text import Language, Text
from evenemang.flow.journal import Json
from evenemang.pages.book.names import JUDGED, KEYS, NO, PEOPLE, PLAIN, TOLD, VALUES, YES
from evenemang.pages.showing import day, moment, number

NOTHING = "–"
LONGEST = 240  # characters of one side; the workbook's history holds the whole
Who = Callable[[str], str]  # a post's id → what it is called


@dataclass(frozen=True)
class Teller:
    """How stored values are told: the language, what people are called, and the codes' words by field."""

    language: Language
    who: Who
    words: Mapping[str, Mapping[Any, Text]]

    def code(self, field: str, value: Json) -> str:
        """Return what a code is called; nothing where the field holds no such code."""
        known = self.words.get(field, {})
        return known[value].say(self.language) if isinstance(value, str | int) and value in known else ""


def change(
    before: Json, after: Json, language: Language, who: Who, views: Mapping[Any, Text] | None = None
) -> tuple[str, str]:
    """Return from and to in words, at most 240 characters each; of two rows only what differs."""
    first, second = _told(before), _told(after)
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        differs = [key for key in {**first, **second} if first.get(key) != second.get(key)]
        first = {key: first.get(key) for key in differs}
        second = {key: second.get(key) for key in differs}
    of_views = dict.fromkeys(("officer_view", "group_view"), views or {})
    tell = Teller(language, who, {**VALUES, **of_views})
    return _short(_said(first, tell)), _short(_said(second, tell))


def _short(text: str) -> str:
    if not text:
        return NOTHING
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + " …"


def _told(value: Json) -> Json:
    """A row without what is told beside it; a status is the last step of its history."""
    if not isinstance(value, Mapping):
        return value
    told = {key: one for key, one in value.items() if key not in TOLD}
    history = value.get("history")
    last = history[-1] if isinstance(history, list) and history else None
    return {"status": last["status"], **told} if isinstance(last, Mapping) and "status" in last else told


def _said(value: Json, tell: Teller, field: str = "") -> str:
    if isinstance(value, Mapping):
        return _row(value, tell)
    if isinstance(value, list):
        return _list(value, tell, field)
    if isinstance(value, bool):
        return (YES if value else NO).say(tell.language)
    code = tell.code(field, value)
    if code:
        return code
    if isinstance(value, int | float):
        return number(value, tell.language, 0 if float(value).is_integer() else 2)
    return _text(value, tell.language) if isinstance(value, str) else ""


def _list(rows: list[Json], tell: Teller, field: str) -> str:
    if any(isinstance(one, Mapping) for one in rows) and len(rows) > 2:
        return str(len(rows))
    return "; ".join(_said(one, tell, field) for one in rows)


def _text(value: str, language: Language) -> str:
    return next((found for read in (_day, _moment) if (found := read(value, language))), value)


def _day(value: str, language: Language) -> str:
    try:
        return day(date.fromisoformat(value), language) if len(value) == len("2023-01-31") else ""
    except ValueError:
        return ""


def _moment(value: str, language: Language) -> str:
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return ""
    return moment(at, language) if at.tzinfo else ""


def _row(row: Mapping[str, Json], tell: Teller) -> str:
    if set(row) >= {"sv", "en"}:
        return str(row[tell.language])
    if set(row) == {"likelihood", "consequence"}:
        return JUDGED.say(tell.language).format(**row)
    return " · ".join(part for key, one in row.items() if (part := _part(key, one, tell)))


def _part(key: str, value: Json, tell: Teller) -> str:
    told = tell.who(value) if key in PEOPLE and isinstance(value, str) else _said(value, tell, key)
    if not told or key in PLAIN:
        return told
    label = KEYS[key].say(tell.language) if key in KEYS else key
    return f"{label}: {told}"
