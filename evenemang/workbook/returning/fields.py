"""Which cells may come back, and how each is read. What is not here is written by the program alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from evenemang.flow.organiser_says import VISITS as SAID_VISITS
from evenemang.workbook.organiser.sheets import ORGANISER_SHEETS
from evenemang.workbook.returning import afterwards, reading
from evenemang.workbook.returning.reading import Read
from evenemang.workbook.sheets.organiser_evaluation import PATH, VISITS, occasion_at
from evenemang.workbook.words import (
    ACTION_KINDS,
    CONTACTS,
    COUNTS,
    EACH,
    HARMS,
    INCIDENTS,
    PERMITS,
    PHASES,
    REPLIES,
    RISK_STATES,
    SEVERITIES,
    STATUSES,
    SURE,
)


@dataclass(frozen=True)
class Field:
    """A field that may come back: its name in the record, and how its cell is read."""

    name: str
    read: Read


@dataclass(frozen=True)
class Coming:
    """A table that may come back: the code that names its rows, where their records stand, its fields."""

    names: str  # the column whose code says which record a row is
    shows: str  # the visible column that says it too
    path: Callable[[str], str]
    fields: Mapping[str, Field]
    needed: tuple[str, ...] | None = None  # the columns of a new row; None: no new rows


ANSWER = {"value": Field("value", reading.answer), "answer.comment": Field("comment", reading.text)}
STATUS = Field("status", reading.word(STATUSES))
DUE_ON = Field("due-on", reading.day)  # worked out from either day; written over, it is a fixed one
ACTION = {
    "do": Field("do", reading.required),
    "owner": Field("owner", reading.person),
    "~due-on": DUE_ON,
    "due-on": DUE_ON,
    "due": Field("due", reading.day),
    "due_days": Field("due_days", reading.days_from),
    "~status": STATUS,
    "status": STATUS,
    "risk": Field("risk", reading.risk),
    "kind": Field("kind", reading.word(ACTION_KINDS)),
    "phase": Field("phase", reading.word(PHASES)),
}
RISK = {
    "title": Field("title", reading.required),
    "harm": Field("harm", reading.word(HARMS)),
    "before.likelihood": Field("before.likelihood", reading.step),
    "before.consequence": Field("before.consequence", reading.step),
    "existing_controls": Field("existing_controls", reading.texts),
    "after.likelihood": Field("after.likelihood", reading.step),
    "after.consequence": Field("after.consequence", reading.step),
    "motive": Field("motive", reading.text),
    "sure": Field("sure", reading.word(SURE, empty=True)),
    "state": Field("state", reading.word(RISK_STATES, suffix="\x00")),
    "acceptance.because": Field("acceptance.because", reading.required),
    "dismissal.because": Field("dismissal.because", reading.required),
}
INCIDENT = {
    "at": Field("at", reading.moment),
    "what": Field("what", reading.required),
    "severity": Field("severity", reading.word(SEVERITIES, whole=True)),
    "type": Field("type", reading.word(INCIDENTS, suffix="\x00")),
    "immediate": Field("immediate", reading.text),
    "cause": Field("cause", reading.text),
    "measure": Field("measure", reading.text),
    "owner": Field("owner", reading.said_person),
    "due": Field("due", reading.said_day),
    "closed": Field("closed", reading.said_day),
}
OCCASION = {
    "date": Field("date", reading.said_day),
    "to": Field("to", reading.last_day),
    "starts": Field("starts", reading.clock),
    "ends": Field("ends", reading.clock),
    "visitors": Field("visitors", reading.count),
}
CONTACT = {
    "by": Field("by", reading.said_person),
    "what": Field("what", reading.required),
    "on": Field("on", reading.said_day),
    "how": Field("how", reading.word(CONTACTS)),
}
PERMIT = {
    "filed": Field("filed", reading.day),
    "decided": Field("decided", reading.day),
    "what": Field("what", reading.required),
    "outcome": Field("outcome", reading.word(PERMITS)),
    "conditions": Field("conditions", reading.texts),
    "added_because": Field("added_because", reading.text),
    "note": Field("note", reading.text),
}
REVIEW = {"note": Field("note", reading.text), "visitors": Field("visitors", reading.count)}
REPLY = {"answer": Field("answer", reading.word(REPLIES)), "how": Field("how", reading.required)}
COMING: Mapping[str, Coming] = {
    "answers": Coming("question", "~ask", "assessment/answers/{}".format, ANSWER),
    "facts": Coming("fact", "~ask", "event/facts/{}".format, {"value": Field("value", reading.fact)}),
    "actions": Coming("id", "id", "actions/{}".format, ACTION, ("do",)),
    "risks": Coming(
        "id",
        "id",
        "risks/{}".format,
        RISK,
        ("title", "~area", "harm", "before.likelihood", "before.consequence"),
    ),
    "occasions": Coming("", "date", "event/occasions/{}".format, OCCASION, ("date", "starts", "ends")),
    "contacts": Coming("", "what", "contacts/{}".format, CONTACT, ("by", "what", "on", "how")),
    "permits": Coming("permit", "what", "permits/{}".format, PERMIT, ("what", "added_because")),
    "permits-not-needed": Coming(
        "permit", "~title", "permits_not_needed/{}".format, {"because": Field("because", reading.required)}
    ),
    "occasion-reviews": Coming("id", "~day", "occasion_reviews/{}".format, REVIEW),
    "lesson-answers": Coming("lesson", "~text", "lesson_answers/{}".format, REPLY),
    "incidents": Coming("id", "id", "incidents/{}".format, INCIDENT, ("at", "what", "severity", "type")),
}
NEW: Mapping[str, Mapping[str, Field]] = {
    "risks": {"~area": Field("area", reading.area)},
    "occasions": {"each": Field("each", reading.word(EACH))},
}
"""What a new row may say besides: of a row that is there, only the program writes it."""

NOT_NEW = {"risks": ("state", "acceptance.because", "dismissal.because")}
"""What cannot be said of a record that is not there yet."""

LINES: Mapping[str, Mapping[str, tuple[str, Field]]] = {
    "dossier": {
        "event.name": ("event/name", Field("value", reading.required)),
        "event.note": ("event/note", Field("value", reading.text)),
        "event.application_received": ("event/application_received", Field("value", reading.day)),
        "diary_number": ("diary_number", Field("value", reading.text)),
        "police_number": ("police_number", Field("value", reading.text)),
        "officer": ("officer", Field("value", reading.person)),
    },
    "evaluation": {
        f"evaluation.{name}": ("evaluation", Field(name, read))
        for name, read in {
            "visitors.total": reading.count,
            "visitors.method": reading.word(COUNTS),
            "visitors.sure": reading.word(SURE, empty=True),
            "visitors.note": reading.text,
            "worked": reading.texts,
            "change": reading.texts,
            "medical.patients": reading.count,
            "medical.transports": reading.count,
            "weather.forecast.text": reading.text,
            "weather.actual.text": reading.text,
            "costs.safety_sek": afterwards.kronor,
            "costs.damage_sek": afterwards.kronor,
            "costs.note": reading.text,
        }.items()
    },
    "organiser-evaluation": {
        f"organiser_evaluation.{name}": ("organiser_evaluation", Field(name, read))
        for name, read in {
            "nothing_happened": afterwards.truth,
            "visitors": reading.count,
            "method": reading.word(COUNTS, empty=True),
            "peak": reading.count,
            "weather": reading.text,
            "happened": reading.texts,
            "worked": reading.texts,
            "change": reading.texts,
            "safety_sek": afterwards.kronor,
            "note": reading.text,
        }.items()
    },
}
"""The single values that may come back, by table and by the path that their line says."""


def coming_line(table: str, path: str) -> tuple[str, Field] | None:
    """Return where a line of a form stands and how it is read; None where only the program writes it."""
    if path.startswith(VISITS):
        return PATH, Field(SAID_VISITS + occasion_at(path), reading.count)
    return LINES[table].get(path)


ORGANISER: Mapping[str, tuple[str, ...]] = {
    table.code: tuple(one.code for one in table.columns if one.editable)
    for sheet in ORGANISER_SHEETS
    for table in sheet.tables
    if table.code in COMING
}
"""What an organiser's copy lets its reader fill: the cells that are open there."""


def record_key(table: str, record: Any) -> str:
    """Return which record a row of a table is: its id, or what it answers."""
    if table == "facts":
        return str(record[0])
    return str(getattr(record, KEYS.get(table, "id")))


KEYS = {
    "answers": "question",
    "permits": "permit",
    "permits-not-needed": "permit",
    "lesson-answers": "lesson",
}
