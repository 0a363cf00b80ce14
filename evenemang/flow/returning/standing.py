"""What stands in one field of a dossier, as a returned workbook compares it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from evenemang.domain.action import Action
from evenemang.domain.dossier import Dossier
from evenemang.domain.evaluation import OrganiserEvaluation
from evenemang.domain.lesson import LessonAnswer
from evenemang.domain.text import Language, Text
from evenemang.flow.difference import element
from evenemang.flow.journal import Json
from evenemang.flow.organiser_says import VISITS, visits_said
from evenemang.flow.returning import unnumbered

REPLY = "reply"  # to a lesson, as a whole: what is done with it, and how or why not


def standing(dossier: Dossier, path: str, field: str, language: Language) -> Json:
    """Return the value of a field of the record at a path; None where it, or the record, is not there."""
    if unnumbered.is_unnumbered(path):
        record = unnumbered.found(dossier, path)
        return unnumbered.said(record).get(field) if record else None
    found = element(dossier, path)
    if field == REPLY and isinstance(found, LessonAnswer):
        return {"answer": found.answer, "how": found.how}
    if field.startswith(VISITS):
        said = visits_said(found) if isinstance(found, OrganiserEvaluation) else {}
        return said.get(field.removeprefix(VISITS))
    if field == "value" and not isinstance(found, BaseModel):
        return plain(found, language)
    if field == "due-on" and isinstance(found, Action):
        return plain(found.due_on(dossier.event.first_day), language)
    return field_of(found, field, language)


def field_of(record: Any, field: str, language: Language) -> Json:
    """Return the value of a field of a record, which may be nothing."""
    for step in field.split("."):
        record = getattr(record, step, None)
    return plain(record, language)


def is_there(dossier: Dossier, path: str) -> bool:
    """Whether there is anything at a path."""
    if unnumbered.is_unnumbered(path):
        return unnumbered.found(dossier, path) is not None
    return element(dossier, path) is not None


def plain(value: Any, language: Language) -> Json:
    """Return a value as JSON takes it; a text of ours in one language, as a cell shows it."""
    if isinstance(value, Text):
        return value.say(language)
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, tuple | list):
        return [plain(one, language) for one in value]
    if isinstance(value, str | int | float | bool | None):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
