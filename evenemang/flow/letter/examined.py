"""What the group looked at: areas, questions, the risks by level; and how much of it is not told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evenemang.domain.risk import Judgement, Risk
from evenemang.flow.letter import words
from evenemang.flow.letter.parts import Block, Point, Points, facts
from evenemang.flow.letter.reasons import sources, told_risk
from evenemang.flow.openness import Seen
from evenemang.flow.paper.parts import Said, Teller

HEAVY = ("high", "very-high")


def examined(tell: Teller, seen: Seen) -> Iterator[Block]:
    """Yield the areas, how many of their questions are answered, and the risks before and after."""
    whole, content = tell.whole, tell.whole.content
    areas = [tell.text(one.title) for one in sorted(content.areas.values(), key=lambda one: one.order)]
    total = whole.reading.total
    risks = whole.dossier.risks
    counted = {one.id: one.residual for one in seen.whole.dossier.standing_risks}
    waiting = sum(one.state == "proposed" and seen.tells_of(one) for one in seen.whole.dossier.risks)
    yield from facts(
        (tell.say("Riskområden", "Areas of risk"), ", ".join(areas)),
        (
            tell.say("Planeringsfrågor", "Planning questions"),
            tell.say(
                f"{total.answered} av {total.asked} besvarade", f"{total.answered} of {total.asked} answered"
            ),
        ),
        (tell.say("Bedömda risker", "Judged risks"), str(len(risks))),
        (tell.say("Före åtgärder", "Before treatment"), _by_level(tell, (one.before for one in risks))),
        (
            tell.say("Efter åtgärder", "After treatment"),
            _by_level(tell, (counted.get(one.id, one.residual) for one in risks)),
        ),
        (tell.say("Förslag som ingen har bedömt", "Proposals nobody has judged"), str(waiting or "")),
    )


def _by_level(tell: Teller, judged: Iterable[Judgement]) -> str:
    matrix = tell.whole.content.matrix
    found = [one.level(matrix) for one in judged]
    counts = ((level.id, found.count(level.id)) for level in reversed(matrix.levels))
    return ", ".join(f"{tell.text(matrix.word(level)).lower()}: {count}" for level, count in counts if count)


def heaviest(tell: Teller, seen: Seen) -> Iterator[Block]:
    """Yield the open risks that were high or worse before treatment, worst first, with their sources."""
    matrix = tell.whole.content.matrix
    heavy = sorted(
        (one for one in tell.whole.dossier.risks if one.before.level(matrix) in HEAVY),
        key=lambda one: -one.before.score,
    )
    if heavy:
        yield Points(tuple(Point(told_risk(tell, seen, one), _behind(tell, seen, one)) for one in heavy))


def _behind(tell: Teller, seen: Seen, risk: Risk) -> tuple[str, ...]:
    key = risk.origin.question if risk.origin else ""
    question, area = tell.whole.content.question(key), tell.whole.content.area_of(key)
    if not (question and area and seen.asks_openly(key)):
        return ()
    return tuple(sources(tell, area, question))


def withheld(tell: Teller, seen: Seen) -> Iterator[Block]:
    """Yield how much is not told; nothing where all is."""
    dossier = seen.whole.dossier
    risks = sum(one.counts and not seen.tells_of(one) for one in dossier.risks)
    actions = sum(one.in_force and not seen.shows_action(one) for one in dossier.actions)
    areas = sum(not seen.is_open(one.area) for one in dossier.assessment.areas)
    found = [
        _count(tell, areas, ("riskområde", "riskområden"), ("area", "areas")),
        _count(tell, risks, ("risk", "risker"), ("risk", "risks")),
        _count(tell, actions, ("åtgärd", "åtgärder"), ("action", "actions")),
    ]
    what = ", ".join(filter(None, found))
    if what:
        yield Said(tell.text(words.WITHHELD).format(what=what))


def _count(tell: Teller, count: int, sv: tuple[str, str], en: tuple[str, str]) -> str:
    return f"{count} {tell.say(*((sv[0], en[0]) if count == 1 else (sv[1], en[1])))}" if count else ""
