"""The decision (ställningstagande): what the officer and the group think, and when they may."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from pydantic import Field

from evenemang.domain.action import Action, counted_residual, counted_residuals, is_treated
from evenemang.domain.actor import Name, Stamp
from evenemang.domain.matrix import DecisionRule, LevelId, Matrix, View, worse
from evenemang.domain.risk import Risk, by_severity
from evenemang.domain.text import Frozen, Id, PersonText, Required, Text


class Decision(Frozen):
    """What was decided, by whom, on what conditions; `levels` is the picture it was decided on."""

    given: Stamp
    meeting: Id | None = None
    officer: Name
    officer_view: View | None = None
    group_view: View
    conditions: tuple[Required, ...] = ()
    motive: PersonText = ""
    despite_unanswered: PersonText = ""  # why the group decides though questions are left
    complete_by: date | None = None  # where the organiser is asked for more
    levels: dict[Id, LevelId] = Field(default_factory=dict)  # residual level of each risk when it was decided


class Unanswered(Frozen):
    """Planning questions not answered yet: ids, those of depth 1 first."""

    depth_one: tuple[Id, ...] = ()
    deeper: tuple[Id, ...] = ()


ObstacleRule = Literal[
    "risk-too-high",
    "risk-not-judged",
    "risk-without-action",
    "risk-not-accepted",
    "question-unanswered",
    "lesson-unanswered",
]


class Obstacle(Frozen):
    """One thing in the way of a view, said to people; `risk`, `question` or `area` leads there."""

    rule: ObstacleRule
    why: Text
    risk: Id | None = None
    question: Id | None = None
    area: Id | None = None
    lesson: Id | None = None


class Draft(Frozen):
    """A decision about to be made."""

    officer: Name
    officer_view: View | None = None
    group_view: View
    conditions: tuple[Required, ...] = ()
    motive: PersonText = ""
    despite_unanswered: PersonText = ""
    complete_by: date | None = None
    meeting: Id | None = None


def obstacles(
    view: View,
    risks: Iterable[Risk],
    actions: Sequence[Action],
    unanswered: Unanswered,
    matrix: Matrix,
) -> tuple[Obstacle, ...]:
    """Return what stands in the way of a view, worst risk first; nothing when it may be decided.

    What a person writes with the decision (motive, conditions) is checked by `missing_words`.
    Source: design.md §4.13 and the matrix's own table.
    """
    rule = matrix.rule(view)
    standing = by_severity(counted_residuals((risk for risk in risks if risk.counts), actions))
    found = [one for risk in standing for one in _risk_obstacles(risk, rule, actions, matrix)]
    if rule.needs_depth_one:
        found += [_unanswered(question) for question in unanswered.depth_one]
    return tuple(found)


def _risk_obstacles(
    risk: Risk, rule: DecisionRule, actions: Sequence[Action], matrix: Matrix
) -> Iterable[Obstacle]:
    level = risk.residual.level(matrix)
    if worse(level, rule.highest_residual):
        yield _too_high(risk, level, matrix)
        return
    if rule.handled_at != level:
        return
    if not is_treated(risk, actions):
        yield _lacking("risk-without-action", risk, level, matrix)
    if risk.acceptance is None:
        yield _lacking("risk-not-accepted", risk, level, matrix)


def _too_high(risk: Risk, level: LevelId, matrix: Matrix) -> Obstacle:
    nobody_looked = risk.state == "proposed"
    return _lacking("risk-not-judged" if nobody_looked else "risk-too-high", risk, level, matrix)


LACKS: dict[ObstacleRule, Text] = {
    "risk-without-action": Text(
        sv="har ingen beslutad åtgärd med ansvarig och datum. Bestäm en åtgärd.",
        en="has no decided action with an owner and a date. Decide an action.",
    ),
    "risk-not-accepted": Text(
        sv="är inte godtagen. Godta det som återstår, med ett skäl, eller sänk risken.",
        en="is not accepted. Accept what remains, with a reason, or lower the risk.",
    ),
    "risk-not-judged": Text(
        sv="är ett förslag som ingen har bedömt. Bedöm det först.",
        en="is a proposal that nobody has judged. Judge it first.",
    ),
    "risk-too-high": Text(
        sv="återstår efter åtgärder. Bestäm fler åtgärder och bedöm restrisken på nytt.",
        en="remains after treatment. Decide more actions and judge the residual risk anew.",
    ),
}


def _lacking(rule: ObstacleRule, risk: Risk, level: LevelId, matrix: Matrix) -> Obstacle:
    word, score, lacks = matrix.word(level), risk.residual.score, LACKS[rule]
    return Obstacle(
        rule=rule,
        why=Text(
            sv=f"{risk.id} {risk.says('sv')} ({word.sv} {score}) {lacks.sv}",
            en=f"{risk.id} {risk.says('en')} ({word.en} {score}) {lacks.en}",
        ),
        risk=risk.id,
    )


def _unanswered(question: str) -> Obstacle:
    return Obstacle(
        rule="question-unanswered",
        why=Text(
            sv=f"Grundfrågan {question} är inte besvarad. Besvara den.",
            en=f"The basic question {question} is not answered. Answer it.",
        ),
        question=question,
    )


def missing_words(draft: Draft, unanswered: Unanswered, matrix: Matrix) -> tuple[Text, ...]:
    """Return what a person still has to write before the draft can be decided."""
    rule = matrix.rule(draft.group_view)
    missing: list[Text] = []
    if rule.needs_motive and not draft.motive.strip():
        missing.append(Text(sv="Skriv en motivering.", en="Write the reason."))
    if rule.needs_conditions and not draft.conditions:
        missing.append(Text(sv="Skriv minst ett villkor.", en="Write at least one condition."))
    if rule.needs_depth_one and unanswered.deeper and not draft.despite_unanswered.strip():
        missing.append(_left_over(len(unanswered.deeper)))
    return tuple(missing)


def _left_over(count: int) -> Text:
    sv, en = (
        ("fråga är obesvarad", "question is") if count == 1 else ("frågor är obesvarade", "questions are")
    )
    return Text(
        sv=f"{count} {sv}. Skriv varför gruppen beslutar ändå.",
        en=f"{count} {en} unanswered. Write why the group decides all the same.",
    )


def lifted_since(
    decision: Decision, risks: Iterable[Risk], actions: Sequence[Action], matrix: Matrix
) -> tuple[Id, ...]:
    """Return the risks whose residual level is worse than when it was decided, and serious new ones."""
    lifted = []
    for risk in risks:
        if not risk.counts:
            continue
        now = counted_residual(risk, actions).residual.level(matrix)
        then = decision.levels.get(risk.id, "medium")
        if worse(now, then):
            lifted.append(risk.id)
    return tuple(lifted)
