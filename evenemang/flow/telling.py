"""From and to in the journal, as a person would say it rather than as it is stored."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from evenemang.domain.matrix import View
from evenemang.domain.text import Language, Text
from evenemang.flow.journal import Json, Source
from evenemang.flow.picture_words import JUDGED, JUDGED_THREAT, KEYS, NO, PEOPLE, PLAIN, TOLD, VALUES, YES

Who = Callable[[str], str]  # a post's id → what it is called
CHECKSUM = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{2,5}")


@dataclass(frozen=True)
class Teller:
    """How stored values are told: the language, what people and views are called, how figures are written."""

    language: Language
    who: Who
    number: Callable[[float, int], str]  # a number with so many decimals
    day: Callable[[date], str]
    moment: Callable[[datetime], str]
    views: Mapping[View, Text] = field(default_factory=dict)
    areas: Mapping[str, Text] = field(default_factory=dict)
    threat: bool = False  # what is told is a threat: its likelihood reads vulnerability

    def code(self, name: str, value: Json) -> str:
        """Return what a code in a field is called; nothing where the field holds no such code."""
        known: Mapping[Any, Text] = VALUES.get(name, {})
        if name in ("officer_view", "group_view"):
            known = self.views
        elif name == "area":
            known = self.areas
        return known[value].say(self.language) if isinstance(value, str | int) and value in known else ""


def told(before: Json, after: Json, tell: Teller) -> tuple[str, str]:
    """Return from and to in words; of two rows only what differs."""
    if any(isinstance(one, Mapping) and one.get("axis") == "threat" for one in (before, after)):
        tell = replace(tell, threat=True)
    first, second = _without(before), _without(after)
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        differs = [key for key in {**first, **second} if first.get(key) != second.get(key)]
        first = {key: first.get(key) for key in differs}
        second = {key: second.get(key) for key in differs}
    return _said(first, tell), _said(second, tell)


def source_said(source: Source) -> Text:
    """Return which file a change came in by, and who sent it: ur Potatis.xlsx (Risker!B5), från Åsa Ek."""
    at = f" ({source.cells})" if source.cells else ""
    sv, en = (f", från {source.sender}", f", from {source.sender}") if source.sender else ("", "")
    return Text(sv=f"ur {source.file}{at}{sv}", en=f"from {source.file}{at}{en}")


def _without(value: Json) -> Json:
    """A row without what is told beside it; a status is the last step of its history."""
    if not isinstance(value, Mapping):
        return value
    kept = {key: one for key, one in value.items() if key not in TOLD and not _is_checksum(one)}
    history = value.get("history")
    last = history[-1] if isinstance(history, list) and history else None
    return {"status": last["status"], **kept} if isinstance(last, Mapping) and "status" in last else kept


def _is_checksum(value: Json) -> bool:
    """Whether it is what an attachment is kept as: its row tells which."""
    return isinstance(value, str) and CHECKSUM.fullmatch(value) is not None


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
        return tell.number(value, 0 if float(value).is_integer() else 2)
    return _text(value, tell) if isinstance(value, str) else ""


def _list(rows: list[Json], tell: Teller, field: str) -> str:
    if any(isinstance(one, Mapping) for one in rows) and len(rows) > 2:
        return str(len(rows))
    return "; ".join(_said(one, tell, field) for one in rows)


def _text(value: str, tell: Teller) -> str:
    return next((found for read in (_day, _moment) if (found := read(value, tell))), value)


def _day(value: str, tell: Teller) -> str:
    try:
        return tell.day(date.fromisoformat(value)) if len(value) == len("2023-01-31") else ""
    except ValueError:
        return ""


def _moment(value: str, tell: Teller) -> str:
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return ""
    return tell.moment(at) if at.tzinfo else ""


def _row(row: Mapping[str, Json], tell: Teller) -> str:
    if set(row) >= {"sv", "en"}:
        return str(row[tell.language])
    if set(row) == {"likelihood", "consequence"}:
        return (JUDGED_THREAT if tell.threat else JUDGED).say(tell.language).format(**row)
    parts = (_part(key, one, tell) for key, one in row.items() if key != "given")
    return " · ".join(part for part in parts if part)


def _part(key: str, value: Json, tell: Teller) -> str:
    word = tell.who(value) if key in PEOPLE and isinstance(value, str) else _said(value, tell, key)
    if not word or key in PLAIN:
        return word
    label = KEYS[key].say(tell.language) if key in KEYS else key
    return f"{label}: {word}"
