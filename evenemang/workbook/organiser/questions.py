"""Frågor: what the organiser answers, why it is asked, and the answer so far."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.checklist import Question
from evenemang.domain.text import Text
from evenemang.flow.blank_form import limits_said
from evenemang.workbook.layout import Column, Page, Sheet, Table, coded, column, open_to, shown
from evenemang.workbook.sheets.checklists import Asked, answered, may_answer, unit_said
from evenemang.workbook.words import ANSWERS


def _asked(page: Page) -> Iterator[Asked]:
    dossier, content = page.whole.dossier, page.whole.content
    for area_id, questions in page.whole.reading.asked.items():
        ids = {one.id for one in questions}
        for section in content.areas[area_id].sections:
            for one in section.questions:
                if one.id in ids:
                    answer = dossier.assessment.answers.get(one.id)
                    yield Asked(one.id, area_id, page.say(section.title), one, answer)


def _help(page: Page, row: Asked) -> str | None:
    found = row.found
    if found is None:
        return None
    return "\n".join(page.say(one) for one in (found.why, found.help, _how(found)) if one)


def _how(question: Question) -> Text | None:
    """Return how it is answered, where there is no list to choose from."""
    limits = limits_said(question)
    tells = {
        "number": Text(
            sv=f"Svara med ett tal{f', {limits.sv}' if limits else ''}.",
            en=f"Answer with a number{f', {limits.en}' if limits else ''}.",
        ),
        "text": Text(sv="Svara med egna ord.", en="Answer in your own words."),
        "time": Text(sv="Svara med ett klockslag, som 14:30.", en="Answer with a time, such as 14:30."),
    }
    return tells.get(question.answer)


def _basic(page: Page, row: Asked) -> str | None:
    return page.say(ANSWERS["yes"]) if row.found and row.found.depth == 1 else None


QUESTIONS = Sheet(
    "checklists",
    Text(sv="Frågor", en="Questions"),
    Text(
        sv="Välj eller skriv era svar under Svar. Det säkra svaret är ja. Vet ni inte än, lämna rutan tom. "
        "Svarar ni Ej aktuellt, skriv varför i kommentaren.",
        en="Choose or write your answers under Answer. The safe answer is yes. If you do not know yet, leave "
        "the cell empty. If you answer Not relevant, write why in the comment.",
    ),
    (
        Table(
            "answers",
            Text(sv="Frågor till er", en="Questions to you"),
            (
                shown("area", "Område", "Area", 18, lambda page, row: page.area_title(row.area)),
                shown("ask", "Fråga", "Question", 50, lambda page, row: page.asks[row.question]),
                shown(
                    "help", "Därför frågar vi, och så svarar ni", "Why we ask, and how you answer", 56, _help
                ),
                open_to(
                    Column("value", Text(sv="Svar", en="Answer"), 24, "value", pick=answered), may_answer
                ),
                shown("unit", "Enhet", "Unit", 11, unit_said),
                open_to(column("answer.comment", "Er kommentar", "Your comment", 44)),
                shown("basic", "Behövs före beslut", "Needed to decide", 10, _basic),
                coded("question"),
                coded("area"),
            ),
            _asked,
            Text(sv="Vi har inga frågor till er just nu.", en="We have no questions to you at present."),
        ),
    ),
)
