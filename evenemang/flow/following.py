"""What follows by itself from a change: proposals follow their answers, a lifted risk asks for a new look."""

from __future__ import annotations

from collections.abc import Iterable

from evenemang.domain.checklist import Area, Question
from evenemang.domain.condition import Facts
from evenemang.domain.decision import lifted_since
from evenemang.domain.dossier import Dossier, Reconsider
from evenemang.domain.risk import Judgement, Risk, following_answer, proposal, raised
from evenemang.flow.operation import Scene
from evenemang.flow.reading import facts_of


def follow(dossier: Dossier, scene: Scene) -> Dossier:
    """Return the dossier with everything that follows from its answers and judgements."""
    return _reconsidered(_raised(dossier, scene), scene)


def _raised(dossier: Dossier, scene: Scene) -> Dossier:
    facts = facts_of(dossier, scene.content)
    there = _by_question(dossier.risks)
    for area in scene.content.areas.values():
        if dossier.assessment.takes(area.area):
            for question in area.questions():
                dossier = _follow_question(dossier, area, question, facts, there.get(question.id, {}))
    return dossier


def _by_question(risks: Iterable[Risk]) -> dict[str, dict[int, Risk]]:
    found: dict[str, dict[int, Risk]] = {}
    for risk in risks:
        if risk.origin:
            found.setdefault(risk.origin.question, {})[risk.origin.index] = risk
    return found


def _follow_question(
    dossier: Dossier, area: Area, question: Question, facts: Facts, there: dict[int, Risk]
) -> Dossier:
    answer = dossier.assessment.answers.get(question.id)
    found = raised(question, answer, facts) if answer else {}
    if not found and not there:
        return dossier
    defaults = found if question.shown(facts) else {}
    if {index: risk.default for index, risk in there.items()} != defaults:
        dossier = dossier.model_copy(update={"risks": following_answer(dossier.risks, question.id, defaults)})
    for index, default in defaults.items():
        if index not in there:
            dossier = _proposed(dossier, area, question, index, default)
    return dossier


def _proposed(dossier: Dossier, area: Area, question: Question, index: int, default: Judgement) -> Dossier:
    risk_id, dossier = dossier.numbered("R")
    found = proposal(area, question, index, default, risk_id)
    return dossier.model_copy(update={"risks": (*dossier.risks, found)})


def _reconsidered(dossier: Dossier, scene: Scene) -> Dossier:
    decision = dossier.decision
    if decision is None or decision.group_view in ("rejected", "to-complete"):
        return dossier
    lifted = lifted_since(decision, dossier.risks, dossier.actions, scene.content.matrix)
    if lifted and (dossier.reconsider is None or set(lifted) - set(dossier.reconsider.risks)):
        mark = Reconsider(risks=lifted, since=scene.stamp)
        return dossier.model_copy(update={"reconsider": mark})
    return dossier
