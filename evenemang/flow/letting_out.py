"""What leaves the house: a dossier with only what its audience may see, by the rulings.

A copy is made from this and nothing else, so that what is not in it can stand nowhere in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic import BaseModel

from evenemang.domain.assessment import progress, together
from evenemang.domain.condition import Facts
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import LOCAL
from evenemang.domain.profile import classify
from evenemang.flow.audience import FACTS, NEUTRAL, RULINGS, WITHHELD, Audience
from evenemang.flow.openness import OPEN, Seen
from evenemang.flow.permitting import PermitLine, permit_lines
from evenemang.flow.reading import Reading
from evenemang.flow.recording import Whole
from evenemang.flow.reviewing import Review

Kept = TypeVar("Kept", bound=BaseModel)


@dataclass(frozen=True)
class Outgoing:
    """What an audience may see of a dossier, and its permits and duties as all the facts settle them."""

    audience: Audience
    whole: Whole
    permits: tuple[PermitLine, ...]  # without the facts and answers that settled them


def let_out(whole: Whole, audience: Audience) -> Outgoing:
    """Return what an audience may see; nothing secret, nothing internal."""
    seen = Seen(whole, audience)
    dossier = _dossier(seen)
    reading = _reading(seen, dossier)
    out = Whole(
        dossier=dossier,
        version=whole.version,
        reading=reading,
        content=replace(whole.content, areas=seen.areas, area_files={}, rules=()),
        places=tuple(told(one, audience) for one in whole.places),
        organiser=told(whole.organiser, audience) if whole.organiser else None,
        functions={key: told(one, audience) for key, one in whole.functions.items() if seen.may_name(key)},
        lessons_from=(),
        journal=(),
        as_of=whole.as_of,
        review=Review(),
    )
    return Outgoing(audience, out, tuple(_permits(seen)))


def told(one: Kept, audience: Audience) -> Kept:
    """Return a record with only the fields that an audience may see.

    Raises:
        KeyError: If a field, or the kind of record, has no ruling: it stays inside.
    """
    kind = type(one)
    rulings = RULINGS[kind]
    fields = {
        name: _value(getattr(one, name), audience) if audience in rulings[name] else _emptied(kind, name)
        for name in kind.model_fields
    }
    return one.model_copy(update=fields)


def _value(value: Any, audience: Audience) -> Any:
    if isinstance(value, BaseModel):
        return told(value, audience)
    if isinstance(value, tuple):
        return tuple(_value(one, audience) for one in value)
    if isinstance(value, Mapping):
        return {key: _value(one, audience) for key, one in value.items()}
    return value


def _emptied(kind: type[BaseModel], name: str) -> Any:
    field = kind.model_fields[name]
    if field.is_required():
        return NEUTRAL.get((kind, name), WITHHELD)
    return field.get_default(call_default_factory=True)


def _dossier(seen: Seen) -> Dossier:
    """Return the dossier by its rows first, then by the fields of what is left."""
    whole = seen.whole.dossier
    before, event = whole.assessment, whole.event
    risks = tuple(one for one in whole.risks if seen.shows_risk(one))
    told_of = {one.id for one in risks}
    open_rows = {
        *(f"actions/{one.id}" for one in whole.actions if seen.shows_action(one)),
        *(f"permits/{one.permit}" for one in whole.permits),
    }
    assessment = before.model_copy(
        update={
            "areas": tuple(one for one in before.areas if seen.is_open(one.area)),
            "answers": {key: one for key, one in before.answers.items() if seen.answers(key)},
            "own_questions": tuple(one for one in before.own_questions if one.id in seen.own),
        }
    )
    rows = {
        "assessment": assessment,
        "event": event.model_copy(
            update={"facts": {key: one for key, one in event.facts.items() if key in FACTS}}
        ),
        "risks": risks,
        "actions": tuple(
            one if one.risk in told_of else one.model_copy(update={"risk": None})
            for one in whole.actions
            if seen.shows_action(one)
        ),
        "decisions": whole.decisions if seen.audience == "public" else whole.decisions[-1:],
        "attachments": tuple(
            one
            for one in whole.attachments
            if one.secrecy == OPEN
            and (one.question is None or seen.asks_openly(one.question))
            and all(about in open_rows for about in one.about)
        ),
    }
    return told(whole.model_copy(update=rows), seen.audience)


def _reading(seen: Seen, dossier: Dossier) -> Reading:
    before, content = seen.whole.reading, seen.whole.content
    shown = {key: {one.id for one in area.questions()} for key, area in seen.areas.items()}
    asked = {
        area: tuple(one for one in questions if one.id in shown.get(area, ()))
        for area, questions in before.asked.items()
    }
    asked = {area: found for area, found in asked.items() if found}
    answers = dossier.assessment.answers
    counted = {area: progress(found, answers) for area, found in asked.items()}
    facts = Facts(
        event={key: one for key, one in before.facts.event.items() if key in FACTS},
        answers=dossier.assessment.values(),
    )
    return Reading(
        facts=facts,
        standing=classify(content.profile.classification, facts.event),
        depth=before.depth,
        asked=asked,
        progress=counted,
        total=together(counted.values()),
        not_installed=(),
        lessons=(),
        lessons_waiting=(),
        needs_assessment_after_all=False,
    )


def _permits(seen: Seen) -> Iterable[PermitLine]:
    """Yield the permits as all facts settle them; none that hangs on a question that is not open."""
    whole = seen.whole
    today = whole.as_of.astimezone(LOCAL).date()
    for line in permit_lines(whole.dossier, whole.content, whole.reading.facts, today):
        names = line.ruled.rule.needed_when.names if line.ruled else frozenset[str]()
        asked = (one.removeprefix("answers.") for one in names if one.startswith("answers."))
        if all(map(seen.asks_openly, asked)):
            yield replace(
                line,
                reasons=(),
                kept=told(line.kept, seen.audience) if line.kept else None,
                spared=told(line.spared, seen.audience) if line.spared else None,
            )
