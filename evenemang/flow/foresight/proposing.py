"""What the checklists should ask or weigh otherwise, with the incidents and events behind each proposal.

A proposal changes nothing: a person chooses, and rewrites it in the checklist's own words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from evenemang.domain.frequency import bands, touched
from evenemang.domain.incident import IncidentType
from evenemang.domain.text import PersonText, Text
from evenemang.flow.content import Content
from evenemang.flow.foresight.gathering import LookedBack
from evenemang.flow.foresight.idle import IdleQuestions
from evenemang.flow.foresight.imprint import Happened
from evenemang.flow.foresight.judged import JudgedAndSeen, SameRisk

ProposalKind = Literal["new-question", "raise-likelihood", "look-again", "ask-less"]
KINDS: tuple[ProposalKind, ...] = ("new-question", "raise-likelihood", "look-again", "ask-less")
OFTEN = 2  # times before once may no longer be chance
SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])|\n")
DONE = Text(sv="Är detta ordnat: {what}?", en="Has this been seen to: {what}?")
PREVENTED = Text(sv="Är det förebyggt att detta händer: {what}?", en="Is this kept from happening: {what}?")


@dataclass(frozen=True)
class Proposal:
    """One change to a checklist, and what it rests on.

    `area` is None where a person must say which: nothing in the data does. `steps` is from and to, of the
    likelihood of a raise.
    """

    id: str
    kind: ProposalKind
    area: str | None
    question: str | None = None
    ask: Text | None = None  # a draft, made of what people wrote
    hazard: PersonText = ""
    incident_type: IncidentType | None = None
    raised: int = 0
    steps: tuple[int, int] | None = None
    happened: int = 0  # how often, where likelihood is in question
    events: int = 0  # at which it was judged, or answered
    incidents: tuple[Happened, ...] = ()
    dossiers: tuple[str, ...] = ()


def proposals(
    looked: LookedBack, judged: JudgedAndSeen, idle: IdleQuestions, content: Content
) -> tuple[Proposal, ...]:
    """Return all proposals, new questions first."""
    incidents = [one for each in looked.imprints for one in each.incidents if not one.secret]
    return (
        *_new_questions(incidents),
        *_likelihoods(judged, incidents, content),
        *_set_aside(incidents),
        *_ask_less(idle),
    )


def _new_questions(incidents: list[Happened]) -> Iterator[Proposal]:
    """One for each thing that no question covers; those with the very same measure are one."""
    areas = _areas_by_kind(incidents)
    found: dict[tuple[str, str], list[Happened]] = {}
    for one in incidents:
        if one.foreseen == "none" or (one.foreseen == "risk" and one.area and not one.question):
            said = (one.measure.strip() or one.what.strip()).casefold()
            found.setdefault((one.area or "", said), []).append(one)
    groups = [
        sorted(those, key=lambda one: (-one.severity, -one.on.toordinal(), one.dossier, one.id))
        for those in found.values()
    ]
    groups.sort(key=lambda those: (-those[0].severity, -len(those), -those[0].on.toordinal(), those[0].what))
    for those in groups:
        worst = those[0]
        yield Proposal(
            id=f"{worst.dossier}/{worst.id}",
            kind="new-question",
            area=worst.area or areas.get(worst.type),
            ask=_drafted(worst),
            hazard=worst.what,
            incident_type=worst.type,
            incidents=tuple(those),
            dossiers=_dossiers(those),
        )


def _drafted(one: Happened) -> Text:
    """The safe answer is yes: what was to be done is done. One thing is asked: the first sentence."""
    words = one.measure.strip() or one.what.strip()
    form = DONE if one.measure.strip() else PREVENTED
    what = SENTENCE_ENDS.split(words)[0].rstrip(".!? ")
    what = what[:1].lower() + what[1:] if what[1:2].islower() else what
    return Text(sv=form.sv.replace("{what}", what), en=form.en.replace("{what}", what))


def _areas_by_kind(incidents: Iterable[Happened]) -> dict[IncidentType, str]:
    """Return the area whose risks foresaw more than half of a kind, and more than one; else a person says."""
    those = tuple(incidents)
    kinds = Counter(one.type for one in those)
    foresaw = Counter((one.type, one.area) for one in those if one.area)
    return {
        kind: area
        for (kind, area), count in foresaw.items()
        if area and count >= OFTEN and 2 * count > kinds[kind]
    }


def _likelihoods(judged: JudgedAndSeen, incidents: list[Happened], content: Content) -> Iterator[Proposal]:
    """What came true oftener than the checklist's own step means, though it was treated.

    At more than one event: of hundreds of questions, chance alone lets some come true once.
    """
    known = bands(content.matrix.likelihood)
    for one in judged.risks if known else ():
        default = _default(one, content)
        steps = touched(one.seen, known) if known else ()
        if one.question and one.came_true_at >= OFTEN and default is not None and default < steps[0]:
            those = [each for each in incidents if each.raised == (one.question, one.what[2])]
            yield Proposal(
                id=f"{one.question}/{one.what[2]}",
                kind="raise-likelihood",
                area=one.area,
                question=one.question,
                raised=one.what[2],
                steps=(default, steps[0]),
                happened=one.seen.happened,
                events=one.seen.events,
                incidents=tuple(those),
                dossiers=one.dossiers,
            )


def _default(one: SameRisk, content: Content) -> int | None:
    question = content.question(one.question) if one.question else None
    at = one.what[2]
    return question.raises[at].likelihood if question and at < len(question.raises) else None


def _set_aside(incidents: list[Happened]) -> Iterator[Proposal]:
    """The question raised it, somebody dismissed it, and it happened."""
    found: dict[str, list[Happened]] = {}
    for one in incidents:
        if one.set_aside and one.question:
            found.setdefault(one.question, []).append(one)
    for question, those in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        yield Proposal(
            id=f"{question}/dismissed",
            kind="look-again",
            area=those[0].area,
            question=question,
            incidents=tuple(those),
            dossiers=_dossiers(those),
        )


def _ask_less(idle: IdleQuestions) -> Iterator[Proposal]:
    for one in idle.clear:
        yield Proposal(
            id=f"{one.question}/idle",
            kind="ask-less",
            area=one.area,
            question=one.question,
            events=one.share.whole,
            dossiers=one.dossiers,
        )


def _dossiers(incidents: Iterable[Happened]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.dossier for one in incidents))
