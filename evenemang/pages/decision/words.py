"""Words of the decision: what the button says for each view, and what a view asks for."""

from __future__ import annotations

from collections.abc import Sequence

from evenemang.domain.decision import Obstacle
from evenemang.domain.matrix import DecisionRule, View
from evenemang.domain.text import Text
from evenemang.pages.desk import Desk

BUTTON: dict[View, Text] = {
    "approved": Text(sv="Tillstyrk", en="Approve"),
    "approved-with-conditions": Text(sv="Tillstyrk med villkor", en="Approve with conditions"),
    "rejected": Text(sv="Avstyrk", en="Reject"),
    "to-complete": Text(sv="Begär komplettering", en="Ask for completion"),
    "no-objection": Text(sv="Inget att erinra", en="No objection"),
}
DECIDE = Text(sv="Ta ställning", en="Decide")
BLOCKED = Text(sv="Spärrat: {what}", en="Blocked: {what}")
QUESTIONS = Text(sv="{count} grundfrågor obesvarade", en="{count} basic questions unanswered")
ONE_QUESTION = Text(sv="1 grundfråga obesvarad", en="1 basic question unanswered")
LESSONS = Text(sv="{count} lärdomar obesvarade", en="{count} lessons unanswered")
ONE_LESSON = Text(sv="1 lärdom obesvarad", en="1 lesson unanswered")
MORE = Text(sv="{count} risker till", en="{count} more risks")
NOT_SHOWN = Text(sv="sådant som inte visas för dig", en="what is not shown to you")
NEEDS_MOTIVE = Text(sv="Kräver motivering", en="Needs a reason")
NEEDS_CONDITIONS = Text(sv="Kräver minst ett villkor", en="Needs at least one condition")
COMPLETES = Text(
    sv="Arrangören får frågorna och ett sista datum", en="The organiser gets the questions and a last day"
)
FREE = Text(sv="Går att välja", en="Can be chosen")
AT_ONCE = 4


def view_word(desk: Desk, view: View) -> str:
    """Return what a view is called."""
    return desk.say(desk.content.matrix.rule(view).word)


def caption(desk: Desk, rule: DecisionRule, in_the_way: Sequence[Obstacle]) -> str:
    """Return the line under a choice: what stops it, or what it asks for."""
    if in_the_way:
        return desk.say(BLOCKED).format(what=_short(desk, in_the_way))
    if rule.view == "to-complete":
        return desk.say(COMPLETES)
    if rule.needs_conditions:
        return desk.say(NEEDS_CONDITIONS)
    return desk.say(NEEDS_MOTIVE if rule.needs_motive else FREE)


def _short(desk: Desk, in_the_way: Sequence[Obstacle]) -> str:
    risks = list(dict.fromkeys(one.risk for one in in_the_way if one.risk))
    questions = sum(one.question is not None and one.lesson is None for one in in_the_way)
    lessons = sum(one.lesson is not None for one in in_the_way)
    parts = [", ".join(risks[:AT_ONCE])] if risks else []
    if len(risks) > AT_ONCE:
        parts.append(desk.say(MORE).format(count=len(risks) - AT_ONCE))
    if any(not (one.risk or one.question or one.lesson) for one in in_the_way):
        parts.append(desk.say(NOT_SHOWN))
    if questions:
        parts.append(desk.say(ONE_QUESTION if questions == 1 else QUESTIONS).format(count=questions))
    if lessons:
        parts.append(desk.say(ONE_LESSON if lessons == 1 else LESSONS).format(count=lessons))
    return ", ".join(parts)
