"""The conditions, each with its reason: the risk, the question or the norm that whoever wrote it named.

A condition names what it rests on in brackets: ”Högst 95 besökare per pass (R3)”. Nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evenemang.domain.checklist import Area, Question
from evenemang.domain.dossier import Dossier
from evenemang.domain.norm import Norm
from evenemang.domain.risk import Risk
from evenemang.domain.source import Source
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.letter.parts import Point
from evenemang.flow.openness import Seen
from evenemang.flow.paper.parts import Teller

IN_BRACKETS = re.compile(r"\s*\(([^()]{1,400})\)")
BETWEEN = re.compile(r"\s*(?:,|;|\boch\b|\band\b|&)\s*")


@dataclass(frozen=True)
class Tied:
    """A condition as it is told, and the ids of what it rests on."""

    text: str
    named: tuple[str, ...]


def tied(condition: str, dossier: Dossier, content: Content) -> Tied:
    """Return a condition apart from what it names; brackets that name anything else are left as they are."""
    risks = {key: one.id for one in dossier.risks for key in (one.alias, one.id) if key}
    named: list[str] = []

    def known(key: str) -> str | None:
        return risks.get(key) or (key if content.question(key) or key in content.norms else None)

    def taken(found: re.Match[str]) -> str:
        ids = [known(one) for one in BETWEEN.split(found[1].strip())]
        if not all(ids):
            return found[0]
        named.extend(one for one in ids if one)
        return ""

    text = IN_BRACKETS.sub(taken, condition).strip()
    return Tied(text or condition.strip(), tuple(dict.fromkeys(named)))


def points(tell: Teller, seen: Seen, conditions: Iterable[str]) -> tuple[Point, ...]:
    """Return the conditions in order, each with the lines that tell why."""
    whole = seen.whole
    found = [tied(one, whole.dossier, whole.content) for one in conditions]
    return tuple(Point(one.text, tuple(_why(tell, seen, one.named))) for one in found)


def _why(tell: Teller, seen: Seen, named: Iterable[str]) -> Iterator[str]:
    shut = False
    risks = {one.id: one for one in tell.whole.dossier.risks}
    for key in named:
        if key in risks:
            yield from _risk(tell, seen, risks[key])
        elif seen.whole.content.question(key) and seen.asks_openly(key):
            yield from _question(tell, key)
        elif key in seen.whole.content.norms:
            yield _norm(tell, seen.whole.content.norms[key])
        else:
            shut = True
    if shut:
        yield tell.say(
            "Ett skäl återges inte, eftersom det rör uppgifter som är hemliga eller interna.",
            "A reason is not given, since it concerns what is secret or internal.",
        )


def _risk(tell: Teller, seen: Seen, risk: Risk) -> Iterator[str]:
    yield tell.say("Skäl: risken ", "Reason: the risk ") + told_risk(tell, seen, risk)
    if risk.origin and seen.asks_openly(risk.origin.question):
        yield from _question(tell, risk.origin.question)


def told_risk(tell: Teller, seen: Seen, risk: Risk) -> str:
    """Return a risk in a line: what it is, and its level before treatment and as the decision counts it."""
    counted = {one.id: one.residual for one in seen.whole.dossier.standing_risks}
    before, after = tell.level(risk.before), tell.level(counted.get(risk.id, risk.residual))
    levels = tell.say(
        f"före åtgärder {before.lower()}, efter {after.lower()}",
        f"before treatment {before.lower()}, after {after.lower()}",
    )
    kept = levels.replace(" × ", "\u00a0×\u00a0")  # a sum is read on one line
    return f"{risk.id} {risk.says(tell.language).rstrip('.')}, {kept}."


def _question(tell: Teller, key: str) -> Iterator[str]:
    question, area = tell.whole.content.question(key), tell.whole.content.area_of(key)
    if question is None or area is None:
        return
    yield tell.say("Fråga i checklistan: ", "Question in the checklist: ") + tell.text(question.ask)
    for norm in tell.whole.content.norms.values():
        if norm.question == key:
            yield _norm(tell, norm)
    yield from sources(tell, area, question)


def sources(tell: Teller, area: Area, question: Question) -> Iterator[str]:
    """Yield where a question comes from, in one line; nothing where that is not said."""
    found = [one for one in area.sources if one.id in question.source]
    if found:
        label = tell.say("Källa: ", "Source: ")
        yield label + "; ".join(_source(tell, one) for one in found) + "."


def _source(tell: Teller, source: Source) -> str:
    how = (
        tell.say(f"kontrollerad {source.checked}", f"checked {source.checked}")
        if source.checked
        else tell.say("ur minnet, inte kontrollerad", "from memory, not checked")
    )
    return f"{source.title}, {source.at} ({how})"


def _norm(tell: Teller, norm: Norm) -> str:
    unit = (
        norm.unit if isinstance(norm.unit, Text) else Text(sv=norm.unit, en=norm.unit) if norm.unit else None
    )
    figure = ""
    if norm.value is not None:
        figure = tell.number(norm.value)
    elif norm.low is not None and norm.high is not None:
        figure = f"{tell.number(norm.low)}–{tell.number(norm.high)}"
    said = f"{tell.text(norm.title)}: {figure} {tell.text(unit)}".strip() if figure else tell.text(norm.title)
    source = tell.whole.content.norm_sources.get(norm.source)
    where = f" ({_source(tell, source)})" if source else ""
    return tell.say("Norm: ", "Norm: ") + said + where + "."
