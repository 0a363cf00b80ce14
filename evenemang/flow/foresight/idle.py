"""Questions that never changed anything: always a good answer, and nothing came of asking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evenemang.domain.checklist import Area, Question
from evenemang.domain.share import Share, share
from evenemang.flow.content import Content
from evenemang.flow.foresight.gathering import LookedBack
from evenemang.flow.secrecy import is_secret_question

LATEST = 20  # dossiers that a question is told with


@dataclass(frozen=True)
class IdleQuestion:
    """A question that was answered and never raised a risk; `share` is none out of the events."""

    area: str
    question: str
    share: Share
    dossiers: tuple[str, ...]  # where it was answered last


@dataclass(frozen=True)
class IdleQuestions:
    """Those that have been asked often enough to say something, and how many have not."""

    clear: tuple[IdleQuestion, ...]  # the most asked first
    too_few: int  # never changed anything, and answered too few times to say
    most: int  # how often the most asked of those was answered
    asked: int  # all that could raise something and were answered


def idle(looked: LookedBack, content: Content) -> IdleQuestions:
    """Return the installed questions that never changed anything."""
    answered: dict[str, list[str]] = {}
    for one in looked.imprints:
        for key in one.answered:
            answered.setdefault(key, []).append(one.dossier)
    turned = looked.lessons.union(*(one.turned for one in looked.imprints))
    asked = [pair for pair in _that_may_raise(content) if pair[1].id in answered]
    rows = [
        IdleQuestion(
            area=area.area,
            question=question.id,
            share=counted,
            dossiers=tuple(answered[question.id][:LATEST]),
        )
        for area, question in asked
        if question.id not in turned and (counted := share(0, len(answered[question.id])))
    ]
    clear = [one for one in rows if not one.share.says_little]
    return IdleQuestions(
        clear=tuple(sorted(clear, key=lambda one: (-one.share.whole, one.question))),
        too_few=len(rows) - len(clear),
        most=max((one.share.whole for one in rows if one.share.says_little), default=0),
        asked=len(asked),
    )


def _that_may_raise(content: Content) -> Iterator[tuple[Area, Question]]:
    """What only describes is never a good or a bad answer."""
    for area in content.areas.values():
        for question in area.questions():
            if question.raises and not question.retired and not is_secret_question(question.id, content):
                yield area, question
