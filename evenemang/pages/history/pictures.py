"""From and to in the journal, short enough for a row on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from evenemang.domain.matrix import View
from evenemang.domain.text import Language, Text
from evenemang.flow.journal import Json
from evenemang.flow.saying import day, number
from evenemang.flow.telling import Teller, Who, told
from evenemang.pages.showing import moment

if TYPE_CHECKING:  # the desk shows clashes, and they tell changes
    from evenemang.pages.desk import Desk

NOTHING = "–"
LONGEST = 240  # characters of one side; the workbook's history holds the whole


def change(
    before: Json,
    after: Json,
    language: Language,
    who: Who,
    *,
    views: Mapping[View, Text] | None = None,
    areas: Mapping[str, Text] | None = None,
) -> tuple[str, str]:
    """Return from and to in words, at most 240 characters each; of two rows only what differs."""
    tell = Teller(
        language,
        who,
        number=lambda value, decimals: number(value, language, decimals),
        day=partial(day, language=language),
        moment=partial(moment, language=language),
        views=views or {},
        areas=areas or {},
    )
    first, second = told(before, after, tell)
    return _short(first), _short(second)


def change_at(desk: Desk, before: Json, after: Json, who: Who) -> tuple[str, str]:
    """Return the same of something in a dossier: its views and areas by their names."""
    views = {rule.view: rule.word for rule in desk.content.matrix.decisions}
    areas = {area.area: area.title for area in desk.content.areas.values()}
    return change(before, after, desk.language, who, views=views, areas=areas)


def _short(text: str) -> str:
    if not text:
        return NOTHING
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + " …"
