"""The journal of a dossier that was made up whole: each element by its own hand at its own time.

It is the difference between the dossier as it was opened and as it stands: every value is the body's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from evenemang.domain.assessment import Assessment
from evenemang.domain.dossier import Dossier
from evenemang.flow.difference import Change, changes
from evenemang.flow.journal import Deed, Json

OPERATIONS: Mapping[
    str, str
] = {  # the first step of a path that fits: the verb that a person would have used
    "assessment/answers": "give-answer",
    "assessment/own_questions": "ask-own-question",
    "assessment/left_out": "leave-out-area",
    "assessment/areas": "take-area",
    "contacts": "note-contact",
    "calculations": "keep-calculation",
    "risks": "judge-risk",
    "actions": "add-action",
    "permits_not_needed": "permit-is-not-needed",
    "permits": "keep-permit",
    "decisions": "decide",
    "rounds": "walk-round",
    "incidents": "log-incident",
    "evaluation": "evaluate",
}
STAMPS = ("given", "judged", "noted", "asked", "added", "left", "kept", "walked")


def opened(dossier: Dossier) -> Dossier:
    """Return a dossier as it was on its first day: its event and its areas, and nothing looked at yet."""
    return Dossier(
        id=dossier.id,
        example=dossier.example,
        diary_number=dossier.diary_number,
        event=dossier.event,
        officer=dossier.officer,
        opened=dossier.opened,
        assessment=Assessment(areas=dossier.assessment.areas),
    )


def deeds(dossier: Dossier) -> list[Deed]:
    """Return what was done in a dossier from its first day on, in the order it was done."""
    first = dossier.opened
    begun = Deed(
        operation="open-dossier", touched="dossier", after=dossier.event.name, by=first.by, at=first.at
    )
    later = [_deed(one, dossier) for one in changes(opened(dossier), dossier)]
    return [begun, *sorted(later, key=lambda one: one.at)]


def _deed(one: Change, dossier: Dossier) -> Deed:
    by, at = next(_stamps(one.after), (dossier.opened.by, dossier.opened.at))
    return Deed(
        operation=next((verb for path, verb in OPERATIONS.items() if one.path.startswith(path)), "set-event"),
        touched=one.path,
        before=one.before,
        after=one.after,
        by=by,
        at=max(at, dossier.opened.at),
    )


def _stamps(picture: Json) -> Iterator[tuple[str, datetime]]:
    """Yield who did it and when, as the element itself tells."""
    told: Any = picture
    if not isinstance(told, dict):
        return
    for name in STAMPS:
        found = told.get(name)
        if isinstance(found, dict) and {"by", "at"} <= found.keys():
            yield found["by"], datetime.fromisoformat(found["at"])
    if told.get("history"):
        yield from _stamps(told["history"][0])
