"""What follows by itself from a change: proposals follow their answers, a lifted risk asks for a new look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from evenemang.domain.calculation import Calculation
from evenemang.domain.checklist import Area, Question
from evenemang.domain.condition import Facts
from evenemang.domain.decision import lifted_since
from evenemang.domain.dossier import Dossier, Reconsider
from evenemang.domain.risk import Judgement, Risk, asking_again, following_answer, proposal, raised
from evenemang.flow.content import Content
from evenemang.flow.operation import Scene
from evenemang.flow.reading import facts_of
from evenemang.flow.starting import Known, known, norms_otherwise, otherwise_now


def follow(dossier: Dossier, scene: Scene, changed: frozenset[str] | None = None) -> Dossier:
    """Return the dossier with everything that follows from its answers and judgements.

    With `changed`, only these answers have changed since it was followed: nothing else is looked at.
    """
    return _reconsidered(_sums_otherwise(_raised(dossier, scene, changed), scene), scene)


def _raised(dossier: Dossier, scene: Scene, changed: frozenset[str] | None) -> Dossier:
    content = scene.content
    reached = None if changed is None else content.reached_by(changed)
    if reached == frozenset():
        return dossier
    facts = facts_of(dossier, content)
    there = _by_question(dossier.risks)
    for area in content.areas.values():
        if dossier.assessment.takes(area.area):
            for question in _may_differ(dossier, content, area, there):
                if reached is None or question.id in reached:
                    dossier = _follow_question(dossier, area, question, facts, there.get(question.id, {}))
    return dossier


def _may_differ(
    dossier: Dossier, content: Content, area: Area, there: Mapping[str, object]
) -> Iterable[Question]:
    """Return the questions that have raised something, or may: of hundreds, most are answered with yes."""
    answers = dossier.assessment.answers
    for question, raised_at in content.raising[area.area]:
        answer = answers.get(question.id)
        may_raise = answer is not None and (raised_at is None or answer.value in raised_at)
        if may_raise or question.id in there:
            yield question


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


def _sums_otherwise(dossier: Dossier, scene: Scene) -> Dossier:
    """Ask once again for the risks of sums whose norms or facts are otherwise now; not after the event."""
    if dossier.evaluation or dossier.cancelled or not dossier.calculations:
        return dossier
    there = known(dossier.event, facts_of(dossier, scene.content), scene.places)
    kept, risks = [], dossier.risks
    for one in dossier.calculations:
        changed = tuple(sorted(_otherwise(one, there, scene.content)))
        if set(changed) - set(one.changed):
            risks = asking_again(risks, one.question)
        kept.append(one if changed == one.changed else one.model_copy(update={"changed": changed}))
    return dossier.model_copy(update={"calculations": tuple(kept), "risks": risks})


def _otherwise(kept: Calculation, there: Known, content: Content) -> set[str]:
    facts = {one.source for one, _ in otherwise_now(kept, there)}
    return facts | {one.id for one, _ in norms_otherwise(kept, content)}


def _reconsidered(dossier: Dossier, scene: Scene) -> Dossier:
    decision = dossier.decision
    if decision is None or decision.group_view in ("rejected", "to-complete"):
        return dossier
    lifted = lifted_since(decision, dossier.risks, dossier.actions, scene.content.matrix)
    if lifted and (dossier.reconsider is None or set(lifted) - set(dossier.reconsider.risks)):
        mark = Reconsider(risks=lifted, since=scene.stamp)
        return dossier.model_copy(update={"reconsider": mark})
    return dossier
