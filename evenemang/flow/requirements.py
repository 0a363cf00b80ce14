"""What a positive decision takes, as facts that are true or not yet; and what else is good to have done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evenemang.domain.dossier import Dossier
from evenemang.domain.matrix import LevelId, Matrix, worse
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.reading import Reading
from evenemang.flow.weighing import RiskPicture, Weighed, weighed


@dataclass(frozen=True)
class Requirement:
    """One fact. `left` counts what is not so yet; only some of them hold the decision."""

    what: Text
    left: int
    holds: bool  # whether the decision is refused meanwhile

    @property
    def met(self) -> bool:
        """Whether it is so."""
        return self.left == 0


def requirements(dossier: Dossier, content: Content, reading: Reading) -> tuple[Requirement, ...]:
    """Return what it takes to decide for the event with conditions, those that hold it first."""
    unanswered = reading.unanswered(dossier)
    picture = weighed(dossier, content.matrix)
    return (
        Requirement(
            Text(sv="Alla grundfrågor är besvarade", en="Every basic question is answered"),
            len(unanswered.depth_one),
            holds=True,
        ),
        Requirement(
            Text(sv="Alla lärdomar är besvarade", en="Every lesson is answered"),
            len(reading.lessons_waiting),
            holds=True,
        ),
        *_of_risks(picture, content.matrix),
        Requirement(
            Text(
                sv="Övriga frågor är besvarade, eller gruppen säger varför den beslutar ändå",
                en="Other questions are answered, or the group says why it decides all the same",
            ),
            len(unanswered.deeper),
            holds=False,
        ),
        Requirement(
            Text(sv="Alla förslag på risker är bedömda", en="Every proposed risk is judged"),
            len(picture.proposals),
            holds=False,
        ),
    )


def _of_risks(picture: RiskPicture, matrix: Matrix) -> Iterator[Requirement]:
    rule = next((one for one in matrix.decisions if one.handled_at), None)
    if rule is None or rule.handled_at is None:
        return
    standing = (*picture.proposals, *picture.judged)
    bears = matrix.word(rule.highest_residual)
    yield Requirement(
        Text(sv=f"Ingen restrisk är högre än {bears.sv}", en=f"No residual risk is above {bears.en}"),
        sum(worse(one.level_after, rule.highest_residual) for one in standing),
        holds=True,
    )
    level = matrix.word(rule.handled_at)
    yield Requirement(
        Text(
            sv=f"Varje restrisk på nivå {level.sv} har en beslutad åtgärd med ansvarig och datum",
            en=f"Every residual risk at level {level.en} has a decided action with an owner and a date",
        ),
        _count(standing, rule.handled_at, lambda one: one.treated),
        holds=True,
    )
    yield Requirement(
        Text(
            sv=f"Varje restrisk på nivå {level.sv} är godtagen med ett skäl",
            en=f"Every residual risk at level {level.en} is accepted with a reason",
        ),
        _count(standing, rule.handled_at, lambda one: one.risk.acceptance is not None),
        holds=True,
    )


def _count(standing: tuple[Weighed, ...], level: LevelId, so: Callable[[Weighed], bool]) -> int:
    return sum(one.level_after == level and not so(one) for one in standing)
