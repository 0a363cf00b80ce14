"""Who outside the group may see what: a ruling for each field of a dossier; what has no ruling stays inside.

Two questions are asked of everything: may this kind of thing leave at all (here, field by field), and is this
one open (`flow/letting_out.py`, row by row: its secrecy, its question, its area, whose it is).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel

from evenemang.domain.action import Action, StatusChange
from evenemang.domain.actor import Function, Stamp
from evenemang.domain.assessment import (
    Answer,
    AreaTaken,
    Assessment,
    AttachmentNote,
    NotNeeded,
    OwnQuestion,
)
from evenemang.domain.decision import Decision
from evenemang.domain.dossier import Cancelled, Dossier
from evenemang.domain.evaluation import OccasionVisits, OrganiserEvaluation
from evenemang.domain.event import DailyOccasions, Event, Held, Hours, Occasion, ProgrammeItem
from evenemang.domain.organiser import Organiser
from evenemang.domain.permit import Permit, PermitNotNeeded
from evenemang.domain.place import Place, Zone
from evenemang.domain.risk import Judgement, Origin, Risk
from evenemang.domain.text import Text

Audience = Literal["organiser", "public", "police"]  # the police: in the answer to their referral
Ruling = frozenset[Audience]

ALL: Ruling = frozenset({"organiser", "public", "police"})
ORGANISER: Ruling = frozenset({"organiser"})
PUBLIC: Ruling = frozenset({"public"})
POLICE: Ruling = frozenset({"police"})
NOBODY: Ruling = frozenset()  # the group's own: notes, reasons, history, who did what

# The only facts of the event that are told: others are the group's judgement (how experienced the organiser
# is) or what nobody outside should know (that somebody needs protection).
FACTS = frozenset({"kind", "total_visitors", "peak_visitors", "outdoors", "indoors"})

RULINGS: Mapping[type[BaseModel], Mapping[str, Ruling]] = {
    Text: {"sv": ALL, "en": ALL},
    Dossier: {
        "id": ALL,
        "alias": NOBODY,
        "example": ALL,
        "diary_number": ALL,
        "police_number": POLICE,
        "event": ALL,
        "officer": ALL,  # whom to ask
        "opened": ALL,
        "edition": NOBODY,
        "contacts": NOBODY,
        "assessment": ALL,
        "calculations": NOBODY,  # they draw on other answers and on the place register
        "risks": ALL,
        "actions": ALL,
        "permits": ALL,
        "permits_not_needed": ALL,
        "decisions": ALL,
        "reconsider": NOBODY,
        "rounds": NOBODY,
        "day_log": NOBODY,
        "counters": NOBODY,
        "counts": NOBODY,
        "stops": NOBODY,
        "phones": NOBODY,
        "day_plan": NOBODY,
        "incidents": NOBODY,
        "occasion_reviews": NOBODY,
        "evaluation": NOBODY,
        "organiser_evaluation": ORGANISER,  # their own words
        "lesson_answers": NOBODY,
        "attachments": PUBLIC,
        "moves": NOBODY,
        "cancelled": ALL,
        "named": NOBODY,
        "markings": NOBODY,
        "last_number": NOBODY,
        "from_list": NOBODY,  # what somebody wrote in a list of their own
    },
    Stamp: {"by": NOBODY, "at": ALL},
    Event: {
        "name": ALL,
        "series": NOBODY,
        "organiser": ALL,
        "place": ALL,
        "zones": ALL,
        "application_received": ALL,
        "occasions": ALL,
        "held": ALL,
        "facts": ALL,
        "note": NOBODY,
    },
    Occasion: {"date": ALL, "starts": ALL, "ends": ALL, "visitors": ALL, "programme": ALL},
    DailyOccasions: {"first": ALL, "to": ALL, "daily": ALL, "visitors_total": ALL},
    Held: {"first": ALL, "last": ALL, "exact": ALL, "said": NOBODY},
    Hours: {"starts": ALL, "ends": ALL},
    ProgrammeItem: {"at": ALL, "what": ALL},
    Assessment: {
        "areas": ALL,
        "left_out": NOBODY,
        "depth": NOBODY,
        "not_needed": ALL,
        "answers": ALL,
        "own_questions": PUBLIC,
    },
    AreaTaken: {"area": ALL, "version": ALL, "owner": NOBODY, "due": NOBODY},
    NotNeeded: {"because": NOBODY, "judged": ALL},
    Answer: {"question": ALL, "value": ALL, "comment": NOBODY, "given": ALL, "earlier": NOBODY},
    OwnQuestion: {"id": PUBLIC, "area": PUBLIC, "ask": PUBLIC, "secrecy": PUBLIC, "asked": PUBLIC},
    Risk: {
        "id": ALL,
        "alias": NOBODY,
        "title": ALL,
        "area": ALL,
        "axis": ALL,
        "origin": ALL,
        "harm": ALL,
        "existing_controls": NOBODY,
        "default": NOBODY,
        "before": ALL,
        "after": ALL,
        "motive": NOBODY,
        "sure": NOBODY,
        "state": ALL,
        "judged": NOBODY,
        "acceptance": NOBODY,
        "dismissal": NOBODY,
        "answer_changed": NOBODY,
        "treatment_changed": NOBODY,
        "secrecy": ALL,
    },
    Origin: {"question": ALL, "index": ALL},
    Judgement: {"likelihood": ALL, "consequence": ALL},
    Action: {
        "id": ALL,
        "alias": NOBODY,
        "risk": ALL,
        "do": ALL,
        "kind": ALL,
        "phase": ALL,
        "question": NOBODY,
        "owner": ORGANISER | POLICE,  # their own people, and posts; the public is told no names
        "due_days": ALL,
        "due": ALL,
        "history": ALL,
        "standing_measure": NOBODY,
        "secrecy": ALL,
    },
    StatusChange: {"status": ALL, "given": ALL, "how": NOBODY, "because": NOBODY},
    Permit: {
        "permit": ALL,
        "what": ALL,
        "covers": ALL,
        "added_because": NOBODY,
        "filed": ALL,
        "decided": ALL,
        "outcome": ALL,
        "conditions": ORGANISER,  # how many guards, and where
        "note": NOBODY,
    },
    PermitNotNeeded: {"permit": ALL, "because": NOBODY, "given": ALL},
    Decision: {
        "given": ALL,
        "meeting": POLICE,  # who took part, as posts
        "officer": ALL,
        "officer_view": NOBODY,
        "group_view": ALL,
        "conditions": ALL,
        "motive": POLICE,  # an answer without its reasons is none; whoever writes it is told where it goes
        "despite_unanswered": NOBODY,
        "complete_by": ALL,
        "levels": NOBODY,
    },
    Cancelled: {"because": NOBODY, "given": ALL},
    OccasionVisits: {"id": ORGANISER, "visitors": ORGANISER},
    OrganiserEvaluation: {
        "given": ORGANISER,
        "nothing_happened": ORGANISER,
        "visitors": ORGANISER,
        "method": ORGANISER,
        "peak": ORGANISER,
        "weather": ORGANISER,
        "happened": ORGANISER,
        "worked": ORGANISER,
        "change": ORGANISER,
        "safety_sek": ORGANISER,
        "note": ORGANISER,
        "by_occasion": ORGANISER,
    },
    AttachmentNote: {
        "file": PUBLIC,
        "name": PUBLIC,
        "size": PUBLIC,
        "kind": PUBLIC,
        "description": NOBODY,  # what the group says of it
        "about": PUBLIC,
        "question": PUBLIC,
        "secrecy": PUBLIC,
        "added": PUBLIC,
    },
    Organiser: {"id": ALL, "name": ALL, "kind": NOBODY, "experience": NOBODY, "contact": ORGANISER},
    Place: {
        "id": ALL,
        "name": ALL,
        "invented_figures": NOBODY,
        "zones": ALL,
        "flows": NOBODY,
        "standing_risks": NOBODY,
        "standing_measures": NOBODY,
    },
    Zone: {
        "id": ALL,
        "name": ALL,
        "area_m2": ALL,
        "net_m2": ALL,
        "planning_density": ALL,
        "lat": NOBODY,
        "lon": NOBODY,
        "posted_limit": ALL,
        "note": NOBODY,
        "sketch_m": NOBODY,
        "exits": NOBODY,
    },
    Function: {"id": ALL, "title": ALL, "short": ALL, "part": ALL, "retired": ALL},
}

WITHHELD = "–"  # what stands where a text must stand and may not be told
NEUTRAL: Mapping[tuple[type[BaseModel], str], Any] = {  # what must have a value and may not tell it
    (Organiser, "kind"): "external",
    (Organiser, "experience"): "none",
}

# What goes out of a dossier with everything around it, and of its reading; the rest is emptied.
WHOLE: Mapping[str, Ruling] = {
    "dossier": ALL,
    "version": ALL,
    "reading": ALL,
    "content": ALL,  # the areas with only the questions that may be seen
    "places": ALL,
    "organiser": ALL,
    "functions": ALL,  # only those whom to ask, and the organiser's own
    "lessons_from": NOBODY,
    "journal": NOBODY,
    "as_of": ALL,
    "review": NOBODY,
    "among": NOBODY,
}
READING: Mapping[str, Ruling] = {
    "facts": ALL,
    "standing": ALL,  # worked out anew from the facts that are told
    "depth": ALL,
    "asked": ALL,
    "progress": ALL,
    "total": ALL,
    "not_installed": NOBODY,  # nobody can tell whether they are open
    "lessons": NOBODY,
    "lessons_waiting": NOBODY,
    "needs_assessment_after_all": NOBODY,
}
