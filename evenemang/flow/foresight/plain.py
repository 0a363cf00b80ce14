"""Foresight as plain data, for programs: codes and ids, with every figure's interval."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evenemang.domain.frequency import Frequency
from evenemang.domain.share import Share
from evenemang.domain.text import Text
from evenemang.flow.foresight.imprint import Happened
from evenemang.flow.foresight.judged import ByStep, SameRisk
from evenemang.flow.foresight.proposing import Proposal
from evenemang.flow.foresight.seen import Foresight


def plain(found: Foresight) -> Mapping[str, Any]:
    """Return all of it."""
    looked, seen, judged = found.looked, found.foreseen, found.judged
    return {
        "since": looked.since,
        "until": looked.until,
        "events": len(looked.imprints),
        "evaluated": sum(one.evaluated for one in looked.imprints),
        "cut_short": looked.cut_short,
        "foreseen": {
            "share": _share(seen.share),
            "unjudged": seen.unjudged,
            "secret": seen.secret,
            "dismissed": seen.set_aside,
            "by_question": [
                {"area": one.area, "question": one.question, **_share(one.share)} for one in seen.questions
            ],
            "by_kind": [{"kind": one.kind, **_share(one.share)} for one in seen.kinds],
        },
        "likelihood": [_step(one) for one in judged.steps] if judged.steps else None,
        "never": [_risk(one) for one in judged.never],
        "left_out": {
            "not_evaluated": judged.not_evaluated,
            "vulnerabilities": judged.threats,
            "secret": judged.secret,
        },
        "idle": {
            "questions": [{"question": one.question, **_share(one.share)} for one in found.idle.clear],
            "too_few": found.idle.too_few,
            "asked": found.idle.asked,
        },
        "proposals": [_proposal(one) for one in found.proposals],
    }


def _share(one: Share | None) -> dict[str, Any]:
    if one is None:
        return {"part": 0, "whole": 0, "share": None, "lower": None, "upper": None}
    return {**one.model_dump(), "share": one.share}


def _frequency(one: Frequency | None) -> dict[str, Any] | None:
    return one.model_dump() if one else None


def _step(one: ByStep) -> dict[str, Any]:
    return {
        "step": one.step,
        "means": {"from": one.band.low, "below": one.band.high},
        "judgements": one.risks,
        "near_misses": one.near,
        "seen": _frequency(one.seen),
        "verdict": one.verdict,
        "verdict_without_near_misses": one.without_near,
    }


def _risk(one: SameRisk) -> dict[str, Any]:
    return {
        "title": one.title.model_dump() if isinstance(one.title, Text) else one.title,
        "area": one.area,
        "question": one.question,
        "level": one.level,
        "score": one.score,
        "occasions": one.occasions,
        "treated": one.treated,
        "seen": _frequency(one.seen),
        "dossiers": one.dossiers,
    }


def _proposal(one: Proposal) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "area": one.area,
        "question": one.question,
        "ask": one.ask.model_dump() if one.ask else None,
        "likelihood": {"from": one.steps[0], "to": one.steps[1]} if one.steps else None,
        "events": one.events,
        "incidents": [_incident(each) for each in one.incidents],
        "dossiers": one.dossiers,
    }


def _incident(one: Happened) -> dict[str, Any]:
    return {
        "dossier": one.dossier,
        "id": one.id,
        "on": one.on,
        "type": one.type,
        "severity": one.severity,
        "what": one.what,
        "foreseen": one.foreseen,
    }
