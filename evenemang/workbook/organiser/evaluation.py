"""Utvärdering: how it went in the organiser's own words, asked for from the day the event begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from evenemang.domain.text import Text
from evenemang.workbook.cells import Said
from evenemang.workbook.layout import Column, Hint, Page, Sheet, Table, coded, shown
from evenemang.workbook.sheets.forms import Line
from evenemang.workbook.sheets.organiser_evaluation import asked_at, lines

FORM = "organiser-evaluation"


def _rows(page: Page) -> list[Line]:
    return list(lines(page)) if has_begun(page) else []


def has_begun(page: Page) -> bool:
    """Whether there is anything to evaluate yet."""
    start = page.whole.dossier.event.start
    return start is not None and start <= page.whole.as_of


def _value(_page: Page, line: Line) -> Said | None:
    return Said(line.value, line.word) if line.value not in (None, "", ()) else None


def _title(page: Page, line: Line) -> str:
    return page.say(Text(sv=line.sv, en=line.en))


def _how(page: Page, line: Line) -> str:
    asked = asked_at(line.path)
    return page.say(asked.how) if asked else ""


def _words(page: Page, line: Any) -> Sequence[str]:
    asked = asked_at(line.path) if isinstance(line, Line) else None
    return [page.say(one) for one in asked.words.values()] if asked and asked.words else []


def _hint(page: Page, line: Any) -> Hint | None:
    asked = asked_at(line.path) if isinstance(line, Line) else None
    if asked is None or asked.words:
        return None
    return Hint("number" if asked.number else "text", page.say(asked.how))


EVALUATION = Sheet(
    "evaluation",
    Text(sv="Utvärdering", en="Evaluation"),
    Text(
        sv="Så gick det, med era ord. Hände inget räcker de tre första raderna. Det ni inte vet lämnar ni "
        "tomt.",
        en="How it went, in your words. If nothing happened, the first three rows will do. What you do not "
        "know, leave empty.",
    ),
    (
        Table(
            FORM,
            Text(sv="Hur gick det?", en="How did it go?"),
            (
                shown("label", "Fråga", "Question", 34, _title),
                Column(
                    "value",
                    Text(sv="Ert svar", en="Your answer"),
                    70,
                    "value",
                    pick=_value,
                    editable=True,
                    choices=_words,
                    hints=_hint,
                ),
                shown("how", "Så svarar ni", "How you answer", 60, _how),
                coded("path"),
            ),
            _rows,
        ),
    ),
)
