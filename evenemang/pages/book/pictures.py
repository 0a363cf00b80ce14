"""From and to in the journal, as a person would say it rather than as it is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from evenemang.domain.text import Language
from evenemang.flow.journal import Json
from evenemang.pages.book.names import JUDGED, KEYS, PEOPLE, PLAIN, TOLD, VALUES
from evenemang.pages.showing import day, moment, number

NOTHING = "–"
LONGEST = 240  # characters of one side; the workbook's history holds the whole
Who = Callable[[str], str]  # a post's id → what it is called


def change(before: Json, after: Json, language: Language, who: Who) -> tuple[str, str]:
    """Return from and to in words, at most 240 characters each; of two rows only what differs."""
    first, second = _told(before), _told(after)
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        differs = [key for key in {**first, **second} if first.get(key) != second.get(key)]
        first = {key: first.get(key) for key in differs}
        second = {key: second.get(key) for key in differs}
    return _short(_said(first, language, who)), _short(_said(second, language, who))


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


def _said(value: Json, language: Language, who: Who) -> str:
    if isinstance(value, Mapping):
        return _row(value, language, who)
    if isinstance(value, list):
        return _list(value, language, who)
    if isinstance(value, bool):
        return VALUES["yes" if value else "no"].say(language)
    if isinstance(value, int | float):
        return number(value, language, 0 if float(value).is_integer() else 2)
    return _text(value, language) if isinstance(value, str) else ""


def _list(rows: list[Json], language: Language, who: Who) -> str:
    if any(isinstance(one, Mapping) for one in rows) and len(rows) > 2:
        return str(len(rows))
    return "; ".join(_said(one, language, who) for one in rows)


def _text(value: str, language: Language) -> str:
    if value in VALUES:
        return VALUES[value].say(language)
    for read in (_day, _moment):
        found = read(value, language)
        if found:
            return found
    return value


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


def _row(row: Mapping[str, Json], language: Language, who: Who) -> str:
    if set(row) >= {"sv", "en"}:
        return str(row[language])
    if set(row) == {"likelihood", "consequence"}:
        return JUDGED.say(language).format(**row)
    return " · ".join(part for key, one in row.items() if (part := _part(key, one, language, who)))


def _part(key: str, value: Json, language: Language, who: Who) -> str:
    told = who(value) if key in PEOPLE and isinstance(value, str) else _said(value, language, who)
    if not told or key in PLAIN:
        return told
    label = KEYS[key].say(language) if key in KEYS else key
    return f"{label}: {told}"
