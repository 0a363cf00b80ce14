"""Replies to lessons that nobody had answered when the file was sent."""

from __future__ import annotations

from evenemang.domain.lesson import Lesson
from evenemang.domain.text import Text
from evenemang.flow.journal import Json, canonical
from evenemang.flow.returning.looking import Difference
from evenemang.flow.returning.standing import REPLY, standing
from evenemang.workbook.grids import Grid
from evenemang.workbook.layout import Table
from evenemang.workbook.returning import reading, remarks
from evenemang.workbook.returning.comparing import Comparison
from evenemang.workbook.returning.reading import Asking, is_empty
from evenemang.workbook.returning.rows import Line, matched
from evenemang.workbook.returning.shown import as_shown
from evenemang.workbook.returning.telling import NotUnderstood
from evenemang.workbook.words import REPLIES

ANSWER, HOW = "~answer", "~how"
REPLY_TITLE = Text(sv="Svar på lärdomen", en="Answer to the lesson")


def compare_replies(found: Comparison, table: Table, grid: Grid) -> None:
    """Keep every reply: what is done with the lesson, and how or why not."""
    lessons: dict[str, Lesson] = {one.id: one for one in table.rows(found.before)}
    rows = matched(grid, list(lessons), "id", "~text", [one.text for one in lessons.values()])
    for key, line in rows.rows.items():
        written = [code for code in (ANSWER, HOW) if not is_empty(line.cells.get(code))]
        if written:
            _reply(found, table, line, lessons[key])
    for key, first, second in rows.doubles:
        says = remarks.double(key, first.line, second.line)
        found.remark("not-understood", second.where("~text"), says)
    for line in rows.added:
        if not is_empty(line.cells.get("~text")) and line.number is None:
            found.remark("not-understood", line.where("~text"), remarks.no_new_rows())


def _reply(found: Comparison, table: Table, line: Line, lesson: Lesson) -> None:
    titles = {one.code: found.say(one.title) for one in table.columns}
    lacking = [code for code in (ANSWER, HOW) if is_empty(line.cells.get(code))]
    if lacking:
        says = remarks.half_a_reply(titles[code] for code in lacking)
        found.remark("not-understood", line.where(lacking[0]), says)
        return
    value = _read(found, line)
    if value is None:
        return
    path = f"lesson_answers/{lesson.id}"
    key = f"{path}/{REPLY}"
    stored = standing(found.now.whole.dossier, path, REPLY, found.before.language)
    if canonical(stored) == canonical(value):
        found.same.append(key)
        return
    found.differences[key] = Difference(
        key=key,
        path=path,
        field=REPLY,
        where=line.where(ANSWER),
        about=lesson.text,
        heading=found.say(REPLY_TITLE),
        sent=None,
        returned=_shown(found, value),
        stored=_shown(found, stored),
        outcome="theirs" if stored is None else "conflict",
        value=value,
        stored_value=stored,
    )


def _read(found: Comparison, line: Line) -> dict[str, Json] | None:
    value: dict[str, Json] = {}
    readers = {ANSWER: reading.word(REPLIES), HOW: reading.required}
    for code, read in readers.items():
        raw = line.cells.get(code)
        try:
            value[code.removeprefix("~")] = read(raw, Asking(found.before))
        except NotUnderstood as unclear:
            found.remark("not-understood", line.where(code), remarks.not_understood(raw, unclear.expected))
    return value if len(value) == len(readers) else None


def _shown(found: Comparison, reply: Json) -> str | None:
    if reply is None:
        return None
    return as_shown(f"{found.say(REPLIES[reply['answer']])}: {reply['how']}")
