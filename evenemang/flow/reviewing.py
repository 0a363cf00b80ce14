"""Looking an assessment over: what stops the decision, and what the installed rules warn of or hint at."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from evenemang.domain.decision import Obstacle, ObstacleRule
from evenemang.domain.dossier import SETTLED, Dossier, stage
from evenemang.domain.event import LOCAL
from evenemang.domain.review import (
    SEVERITIES,
    At,
    Finding,
    Found,
    PlaceKind,
    Rule,
    Severity,
    UnderReview,
    at_question,
)
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.deciding import (
    POSITIVE,
    asks_for_decision,
    in_the_way_of_approval,
    standing_in_the_way,
)
from evenemang.flow.reading import Reading

LOG = logging.getLogger("evenemang.review")

STOPS: Mapping[ObstacleRule, Text] = {
    "risk-too-high": Text(sv="Restrisk för hög för att tillstyrka", en="Residual risk too high to approve"),
    "risk-not-judged": Text(sv="Allvarligt förslag som ingen har bedömt", en="Serious proposal not judged"),
    "risk-without-action": Text(sv="Hög risk utan beslutad åtgärd", en="High risk without a decided action"),
    "risk-not-accepted": Text(sv="Hög restrisk som inte är godtagen", en="High residual risk not accepted"),
    "question-unanswered": Text(sv="Grundfrågor utan svar", en="Basic questions without an answer"),
    "lesson-unanswered": Text(sv="Lärdomar utan svar", en="Lessons without an answer"),
}
"""What stops a decision, worst first; the table itself stands with the matrix (design.md §4.13)."""

UNDERMINED = "decision-undermined"
UNDERMINED_TITLE = Text(
    sv="Beslutet vilar inte längre på det som krävdes", en="The decision no longer has what it took"
)
OURS: tuple[str, ...] = (*STOPS, UNDERMINED)
"""The ids that no plugin may take."""


@dataclass(frozen=True)
class RuleFault:
    """A rule that could not be run, told as its plugin's fault; the other rules counted."""

    rule: str
    plugin: str
    told: Text


@dataclass(frozen=True)
class Group:
    """The findings of one rule."""

    rule: str
    severity: Severity
    title: Text
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Review:
    """Everything to look over in one dossier, worst first."""

    groups: tuple[Group, ...] = ()
    faults: tuple[RuleFault, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, worst first."""
        return tuple(one for group in self.groups for one in group.findings)

    @property
    def pressing(self) -> int:
        """How many kinds of findings stop the decision or warn; hints can wait."""
        return sum(one.severity != "hint" for one in self.groups)

    def at(self, kind: PlaceKind, thing: str | None = None) -> tuple[Finding, ...]:
        """Return what is to be shown at a thing; what stops the decision is told there anyway."""
        return tuple(one for one in self.findings if one.severity != "error" and one.is_at(kind, thing))

    def only(self, keep: Callable[[Finding], bool]) -> Review:
        """Return what is kept of it."""
        kept = [replace(one, findings=tuple(filter(keep, one.findings))) for one in self.groups]
        return Review(tuple(one for one in kept if one.findings), self.faults)

    def of(self, severity: Severity) -> tuple[Group, ...]:
        """Return the groups of one severity."""
        return tuple(one for one in self.groups if one.severity == severity)


def review(dossier: Dossier, content: Content, reading: Reading, now: datetime) -> Review:
    """Return what there is to look over; nothing where it is over, or no assessment is asked for."""
    if stage(dossier) in SETTLED:
        return Review()
    under = UnderReview(
        dossier=dossier,
        now=now.astimezone(LOCAL),
        facts=reading.facts,
        asked=reading.asked,
        areas=content.areas,
        matrix=content.matrix,
        norms=content.norms,
    )
    found: list[Group] = [
        *_stopping(dossier, content, reading),
        *_undermined(dossier, content, reading),
    ]
    faults: list[RuleFault] = []
    for rule in content.rules:
        seen = _looked(rule, under)
        if isinstance(seen, RuleFault):
            faults.append(seen)
        elif seen:
            found.append(Group(rule.id, rule.severity, rule.title, seen))
    return Review(tuple(sorted(found, key=lambda one: SEVERITIES.index(one.severity))), tuple(faults))


def titles(content: Content) -> dict[str, tuple[Severity, Text]]:
    """Return every rule by id: how serious it is, and what it looks for."""
    return {
        **{rule: ("error", title) for rule, title in STOPS.items()},
        UNDERMINED: ("warning", UNDERMINED_TITLE),
        **{one.id: (one.severity, one.title) for one in content.rules},
    }


def _stopping(dossier: Dossier, content: Content, reading: Reading) -> Iterator[Group]:
    """What refuses a decision now, as the decision itself tells it."""
    if not asks_for_decision(dossier):
        return
    obstacles = in_the_way_of_approval(dossier, content, reading)
    for rule, each in groupby(sorted(obstacles, key=_rank), key=lambda one: one.rule):
        findings = tuple(
            Finding(rule=rule, severity="error", says=one.why, at=tuple(_places(one))) for one in each
        )
        yield Group(rule, "error", STOPS[rule], findings)


def _undermined(dossier: Dossier, content: Content, reading: Reading) -> Iterator[Group]:
    """What would refuse the decision that stands, were it made today."""
    decision = dossier.decision
    if decision is None or decision.group_view not in POSITIVE or asks_for_decision(dossier):
        return
    obstacles = standing_in_the_way(decision.group_view, dossier, content, reading)
    if obstacles:
        findings = tuple(
            Finding(rule=UNDERMINED, severity="warning", says=one.why, at=tuple(_places(one)))
            for one in obstacles
        )
        yield Group(UNDERMINED, "warning", UNDERMINED_TITLE, findings)


def _rank(obstacle: Obstacle) -> int:
    return list(STOPS).index(obstacle.rule)


def _places(obstacle: Obstacle) -> Iterator[At]:
    if obstacle.risk:
        yield At(kind="risk", id=obstacle.risk)
    if obstacle.question:
        yield at_question(obstacle.question)
    if obstacle.area:
        yield At(kind="area", id=obstacle.area)
    yield At(kind="decision")


def _looked(rule: Rule, under: UnderReview) -> tuple[Finding, ...] | RuleFault:
    """Return what a rule finds; whatever a stranger's code does, it is told and the rest goes on."""
    try:
        return tuple(_finding(rule, one) for one in rule.look(under))
    except Exception as fault:
        facts = {"rule": rule.id, "plugin": rule.brought_by}
        LOG.error("rule failed", exc_info=fault, extra={"facts": facts})
        return RuleFault(rule.id, rule.brought_by, _told(rule, fault))


def _finding(rule: Rule, found: object) -> Finding:
    if not isinstance(found, Found) or not found.at:
        msg = f"{found!r} is no Found with a place"
        raise TypeError(msg)
    return Finding.model_construct(rule=rule.id, severity=rule.severity, **vars(found))  # each is checked


def _told(rule: Rule, fault: Exception) -> Text:
    what = f"{type(fault).__name__}: {fault}"
    return Text(
        sv=f"Regeln ”{rule.id}” i tillägget ”{rule.brought_by}” kunde inte köras ({what}). "
        "Övriga regler räknas. Be den som sköter tillägget rätta den.",
        en=f"The rule “{rule.id}” of the plugin “{rule.brought_by}” could not be run ({what}). "
        "The other rules count. Ask whoever keeps the plugin to mend it.",
    )
