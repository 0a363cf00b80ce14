"""Drawing lessons: what an event's own records teach, found by rule, worded by people, ruled on by the group.

Pure. A rule only points: the sentence is the words that somebody wrote, and a person says it anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from evenemang.domain.dossier import Dossier
from evenemang.domain.incident import FORESEEN_BY_NONE
from evenemang.domain.lesson import Concerns, Lesson
from evenemang.domain.text import Text
from evenemang.flow.secrecy import Secrets

DrawnBy = Literal["unforeseen", "incident", "did-not-help", "came-true", "to-change", "organiser"]
CARE = 2  # severity of an incident from which it teaches whatever was written: somebody needed care

BECAUSE: Mapping[DrawnBy, Text] = {
    "unforeseen": Text(sv="Händelsen hade ingen förutsett", en="Nobody had foreseen the incident"),
    "incident": Text(sv="Det här hände", en="This happened"),
    "did-not-help": Text(sv="Åtgärden hjälpte inte fullt ut", en="The action did not help all the way"),
    "came-true": Text(sv="Risken inträffade trots åtgärderna", en="The risk came true despite the actions"),
    "to-change": Text(
        sv="Utvärderingen vill göra det annorlunda", en="The evaluation would do it differently"
    ),
    "organiser": Text(sv="Arrangören vill göra det annorlunda", en="The organiser would do it differently"),
}


@dataclass(frozen=True)
class Candidate:
    """What may be a lesson: why, from which row, the words that stand there, and what it concerns."""

    by: DrawnBy
    drawn_from: str  # incidents/I1, actions/A3, risks/R2, or a line of the evaluation by its checksum
    source: str  # what the row says, as people know it: I1 Elbilen körde in bland publiken
    text: str  # what the sentence may begin with
    concerns: Concerns
    incident: str | None = None


def candidates(dossier: Dossier, lessons: Iterable[Lesson], secrets: Secrets) -> tuple[Candidate, ...]:
    """Return what the event may teach and nobody has ruled on yet, the unforeseen first.

    `lessons` are those noted here: what they were drawn from is not drawn again. From a secret row is drawn
    only what will be secret itself, by the question or the area it concerns.
    """
    there = list(lessons)
    said = {one.drawn_from for one in there} | {f"incidents/{one.from_incident}" for one in there}
    found = [*_incidents(dossier), *_actions(dossier), *_risks(dossier), *_to_change(dossier)]
    order = list(BECAUSE)
    left = [one for one in found if one.drawn_from not in said and not _would_leak(one, secrets)]
    return tuple(sorted(left, key=lambda one: order.index(one.by)))


def _would_leak(one: Candidate, secrets: Secrets) -> bool:
    about = one.concerns
    kept = bool(about.question and secrets.asks(about.question)) or about.area in secrets.areas
    return one.drawn_from.rsplit("/", 1)[-1] in secrets.words and not kept


def _incidents(dossier: Dossier) -> Iterator[Candidate]:
    for one in dossier.incidents:
        unforeseen = one.foreseen == FORESEEN_BY_NONE
        if unforeseen or one.measure.strip() or one.severity >= CARE:
            yield Candidate(
                by="unforeseen" if unforeseen else "incident",
                drawn_from=f"incidents/{one.id}",
                source=f"{one.id} {one.what}",
                text=one.measure.strip() or one.what,
                concerns=_where(dossier, _at_risk(dossier, one.foreseen), one.zone),
                incident=one.id,
            )


def _actions(dossier: Dossier) -> Iterator[Candidate]:
    outcomes = dossier.evaluation.actions if dossier.evaluation else ()
    actions = {one.id: one for one in dossier.actions}
    for one in outcomes:
        action = actions.get(one.action)
        if action and one.helped in ("no", "partly"):
            yield Candidate(
                by="did-not-help",
                drawn_from=f"actions/{action.id}",
                source=f"{action.id} {action.do}",
                text=one.note.strip() or action.do,
                concerns=_where(dossier, _at_risk(dossier, action.risk)),
            )


def _risks(dossier: Dossier) -> Iterator[Candidate]:
    """Yield the risks that came true without an incident that tells of it: that one teaches already."""
    outcomes = dossier.evaluation.risks if dossier.evaluation else ()
    risks = {one.id: one for one in dossier.risks}
    told = {one.foreseen for one in dossier.incidents}
    for one in outcomes:
        risk = risks.get(one.risk)
        if risk and one.happened == "yes" and risk.id not in told:
            title = risk.says("sv")
            yield Candidate(
                by="came-true",
                drawn_from=f"risks/{risk.id}",
                source=f"{risk.id} {title}",
                text=one.note.strip() or title,
                concerns=_where(dossier, _at_risk(dossier, risk.id)),
            )


def _to_change(dossier: Dossier) -> Iterator[Candidate]:
    """Yield what the group would change, and what the organiser would that the group does not say too."""
    ours = dossier.evaluation.change if dossier.evaluation else ()
    theirs = dossier.organiser_evaluation.change if dossier.organiser_evaluation else ()
    here = _where(dossier, Concerns())
    for line in ours:
        yield Candidate("to-change", f"evaluation/{_checksum(line)}", line, line, here)
    about = here.model_copy(update={"organiser": dossier.event.organiser})
    for line in theirs:
        if line not in ours:
            yield Candidate("organiser", f"organiser_evaluation/{_checksum(line)}", line, line, about)


def _checksum(line: str) -> str:
    return sha256(line.encode()).hexdigest()[:8]


def _at_risk(dossier: Dossier, risk_id: str | None) -> Concerns:
    """Return what a risk is about: the question that raised it, or else its whole area."""
    risk = next((one for one in dossier.risks if one.id == risk_id), None)
    if risk is None:
        return Concerns()
    return Concerns(question=risk.origin.question) if risk.origin else Concerns(area=risk.area)


def _where(dossier: Dossier, about: Concerns, zone: str | None = None) -> Concerns:
    """Return it tied to the place too, and to the zone where one is known."""
    place, _, part = (zone or "").partition("/")
    return about.model_copy(update={"place": place or dossier.event.place, "zone": part or None})
