"""The answers area by area: the question, what was answered, the comment, and who gave it."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.assessment import Answer
from evenemang.domain.checklist import Question
from evenemang.flow.paper.parts import Block, Said, Teller, rows
from evenemang.flow.words import ANSWERS

Asked = tuple[str, Question | None, Answer | None]  # what was asked, the question where it is installed


def answers(tell: Teller) -> Iterator[Block]:
    """Yield a table an area, with every question that is asked of the event or has been answered."""
    heads = (
        tell.say("Fråga", "Question"),
        tell.say("Svar", "Answer"),
        tell.say("Kommentar", "Comment"),
        tell.say("Vem och när", "By and when"),
    )
    found = _by_area(tell)
    for area, asked in found.items():
        known = tell.whole.content.areas.get(area)
        given = [(ask, one, answer) for ask, one, answer in asked if answer is not None]
        title = tell.text(known.title) if known else area
        yield from rows(heads, (6, 2, 4, 3), (_row(tell, one) for one in given), title)
        left = sum(1 for _, one, answer in asked if answer is None and (one is None or one.is_planning))
        if left:
            yield Said(
                tell.say(
                    f"{title}: {left} planeringsfrågor utan svar.",
                    f"{title}: {left} planning questions without an answer.",
                )
            )


def _by_area(tell: Teller) -> dict[str, list[Asked]]:
    """Return what is asked by area; an answer to a question that is asked no more stands with its area."""
    whole = tell.whole
    left, found = dict(whole.dossier.assessment.answers), dict[str, list[Asked]]()
    for area, questions in whole.reading.asked.items():
        for one in questions:
            found.setdefault(area, []).append((tell.text(one.ask), one, left.pop(one.id, None)))
    for own in whole.dossier.assessment.own_questions:
        found.setdefault(own.area, []).append((own.ask, None, left.pop(own.id, None)))
    for key, answer in left.items():
        question, home = whole.content.question(key), whole.content.area_of(key)
        asked = tell.text(question.ask) if question else key
        found.setdefault(home.area if home else key.split(".")[0], []).append((asked, question, answer))
    return found


def _row(tell: Teller, asked: Asked) -> tuple[str, ...]:
    ask, question, answer = asked
    if answer is None:
        return (ask, "", "", "")
    return (
        ask,
        answer_said(tell, question, answer),
        answer.comment,
        tell.signed(answer.given.by, answer.given.at),
    )


def answer_said(tell: Teller, question: Question | None, answer: Answer) -> str:
    """Return an answer in words, a number with its unit."""
    value = answer.value
    if value is None:
        return tell.say("Inte besvarad", "Not answered")
    if str(value) in ANSWERS and (question is None or question.answer != "text" or value == "not-relevant"):
        return tell.word(ANSWERS[str(value)])
    unit = tell.text(question.unit) if question and question.answer == "number" else ""
    return f"{tell.value(value, question.choices if question else ())} {unit}".strip()
