"""What stands in the way of a decision, told to somebody who does not see all of it: how many, never what."""

from __future__ import annotations

from collections.abc import Iterable

from evenemang.domain.decision import Obstacle
from evenemang.domain.text import Text
from evenemang.flow.secrecy import Secrets


def veiled(obstacles: Iterable[Obstacle], secrets: Secrets | None) -> tuple[Obstacle, ...]:
    """Return what stands in the way, with what is about something secret told as a count at the end."""
    found = tuple(obstacles)
    if secrets is None:
        return found
    shown = [one for one in found if not _is_secret(one, secrets)]
    risks = {one.risk for one in found if one.risk in secrets.risks}
    lessons = {one.lesson for one in found if one.lesson and _is_secret(one, secrets)}
    questions = {
        one.question for one in found if one.question and not one.lesson and secrets.asks(one.question)
    }
    if risks:
        shown.append(Obstacle(rule="risk-too-high", why=_more(len(risks), RISK, RISKS)))
    if questions:
        shown.append(Obstacle(rule="question-unanswered", why=_more(len(questions), QUESTION, QUESTIONS)))
    if lessons:
        shown.append(Obstacle(rule="lesson-unanswered", why=_more(len(lessons), LESSON, LESSONS)))
    return tuple(shown)


def _is_secret(one: Obstacle, secrets: Secrets) -> bool:
    return (
        one.risk in secrets.risks
        or one.area in secrets.areas
        or bool(one.question and secrets.asks(one.question))
    )


def _more(count: int, one: Text, many: Text) -> Text:
    said = one if count == 1 else many
    return Text(sv=said.sv.format(count=count), en=said.en.format(count=count))


RISK = Text(
    sv="1 risk som bara visas för dem som är utsedda hindrar. Be någon av dem att bedöma den.",
    en="1 risk shown only to those who are named is in the way. Ask one of them to judge it.",
)
RISKS = Text(
    sv="{count} risker som bara visas för dem som är utsedda hindrar. Be någon av dem att bedöma dem.",
    en="{count} risks shown only to those who are named are in the way. Ask one of them to judge them.",
)
QUESTION = Text(
    sv="1 grundfråga som bara visas för dem som är utsedda är inte besvarad. Be någon av dem att svara.",
    en="1 basic question shown only to those who are named is not answered. Ask one of them to answer.",
)
QUESTIONS = Text(
    sv="{count} grundfrågor som bara visas för dem som är utsedda är inte besvarade. "
    "Be någon av dem att svara.",
    en="{count} basic questions shown only to those who are named are not answered. Ask one of them.",
)
LESSON = Text(
    sv="1 lärdom som bara visas för dem som är utsedda är inte besvarad. Be någon av dem att svara.",
    en="1 lesson shown only to those who are named is not answered. Ask one of them to answer.",
)
LESSONS = Text(
    sv="{count} lärdomar som bara visas för dem som är utsedda är inte besvarade. Be någon av dem att svara.",
    en="{count} lessons shown only to those who are named are not answered. Ask one of them.",
)
