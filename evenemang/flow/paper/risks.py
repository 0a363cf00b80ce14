"""The risks: in the matrix before and after treatment, then worst first with what is done about each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evenemang.domain.action import Action
from evenemang.domain.checklist import Axis
from evenemang.domain.risk import Judgement, Risk, by_severity
from evenemang.flow.paper.parts import Block, Cell, Pair, Square, Teller, lines, listed, rows
from evenemang.flow.words import ACTION_STATUSES, HARMS, RISK_STATES, SURE


def summary(tell: Teller) -> Iterator[Block]:
    """Yield the matrices, threats apart, with what the numbers in them mean."""
    standing = tell.whole.dossier.standing_risks
    called: tuple[tuple[Axis, str, str], ...] = (
        ("accident", "Riskerna", "The risks"),
        ("threat", "Hoten för sig", "The threats apart"),
    )
    note = tell.say(
        "Talet efter nivån är risktalet: sannolikhet (för hot sårbarhet) gånger konsekvens. "
        "R med ett nummer är en risk i avsnittet Risker och åtgärder.",
        "The number after the level is the score: likelihood (for threats vulnerability) times "
        "consequence. R with a number is a risk in the section Risks and actions.",
    )
    for axis, sv, en in called:
        found = [one for one in standing if one.axis == axis]
        if found:
            before = {one.id: one.before for one in found}
            after = {one.id: one.residual for one in found}
            yield Pair(
                _square(tell, axis, before, tell.say(f"{sv} före åtgärder", f"{en} before treatment")),
                _square(tell, axis, after, tell.say(f"{sv} efter åtgärder", f"{en} after treatment")),
                note,
            )


def _square(tell: Teller, axis: Axis, placed: dict[str, Judgement], title: str) -> Square:
    matrix = tell.whole.content.matrix
    scale = matrix.vulnerability if axis == "threat" else matrix.likelihood

    def cell(likelihood: int, consequence: int) -> Cell:
        judged = Judgement(likelihood=likelihood, consequence=consequence)
        level = judged.level(matrix)
        here = " ".join(key for key, one in placed.items() if one == judged)
        return Cell(level, f"{tell.word(matrix.word(level))} {judged.score}", here)

    return Square(
        title,
        f"{tell.text(scale.title)} ↓ {tell.text(matrix.consequence.title)} →",
        tuple(f"{step} {tell.text(matrix.consequence.word(step))}" for step in range(1, 6)),
        tuple(
            (f"{step} {tell.text(scale.word(step))}", tuple(cell(step, across) for across in range(1, 6)))
            for step in range(5, 0, -1)
        ),
    )


def risks(tell: Teller) -> Iterator[Block]:
    """Yield every risk, worst first, with its actions; those set aside and actions of no risk last."""
    dossier = tell.whole.dossier
    told = set()
    for risk in (*dossier.standing_risks, *by_severity(one for one in dossier.risks if not one.counts)):
        treating = [one for one in dossier.actions if one.risk == risk.id]
        told |= {one.id for one in treating}
        yield from _risk(tell, risk)
        yield from _actions(tell, treating)
    rest = [one for one in dossier.actions if one.id not in told]
    yield from _actions(
        tell, rest, tell.say("Åtgärder utan egen risk", "Actions without a risk of their own")
    )


def _risk(tell: Teller, risk: Risk) -> tuple[Block, ...]:
    area = tell.whole.content.areas.get(risk.area)
    after = tell.level(risk.after) if risk.after else tell.say("inte sänkt", "not lowered")
    acceptance, dismissal, judged = risk.acceptance, risk.dismissal, risk.judged
    return lines(
        (tell.say("Före och efter", "Before and after"), f"{tell.level(risk.before)} → {after}"),
        (tell.say("Riskområde", "Area"), tell.text(area.title) if area else risk.area),
        (tell.say("Skada på", "Harm to"), tell.word(HARMS[risk.harm])),
        (tell.say("Läge", "State"), tell.word(RISK_STATES[risk.state])),
        (tell.say("Finns redan", "Already there"), listed(risk.existing_controls)),
        (tell.say("Motivering", "Reason"), risk.motive),
        (tell.say("Säkerhet i bedömningen", "How sure"), tell.word(SURE[risk.sure]) if risk.sure else ""),
        (tell.say("Bedömd av", "Judged by"), tell.stamp(judged.by, judged.at) if judged else ""),
        (tell.say("Godtagen, därför att", "Accepted, because"), acceptance.because if acceptance else ""),
        (
            tell.say("Godtagen av", "Accepted by"),
            tell.stamp(acceptance.given.by, acceptance.given.at) if acceptance else "",
        ),
        (tell.say("Avfärdad, därför att", "Dismissed, because"), dismissal.because if dismissal else ""),
        title=f"{risk.id} {risk.says(tell.language)}",
    )


def _actions(tell: Teller, found: Iterable[Action], title: str = "") -> tuple[Block, ...]:
    first = tell.whole.dossier.event.first_day
    heads = (
        tell.say("Nr", "No"),
        tell.say("Åtgärd", "Action"),
        tell.say("Ansvarig", "Owner"),
        tell.say("Senast", "Due"),
        tell.say("Läge", "State"),
    )
    return rows(
        heads,
        (1.1, 6, 3, 2, 3.6),
        (
            (
                one.id,
                one.do,
                tell.person(one.owner),
                str(one.due_on(first) or ""),
                _status(tell, one),
            )
            for one in found
        ),
        title,
    )


def _status(tell: Teller, action: Action) -> str:
    last = action.history[-1]
    because = last.how or last.because
    word = tell.word(ACTION_STATUSES[last.status])
    return f"{word}: {because}" if because else word
