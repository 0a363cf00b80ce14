"""What stands around the work, accepted from a file: occasions, contacts, permits, and replies to lessons."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.event import DailyOccasions, Event, Occasion
from evenemang.domain.organiser import Contact
from evenemang.domain.permit import Permit
from evenemang.domain.text import Text
from evenemang.flow.contacts import MendContact, NoteContact
from evenemang.flow.journal import Json
from evenemang.flow.learning import ReplyToLesson
from evenemang.flow.opening import SetEvent
from evenemang.flow.operation import Operation
from evenemang.flow.planning import KeepPermit, PermitIsNotNeeded
from evenemang.flow.returning.standing import REPLY
from evenemang.flow.returning.unnumbered import CONTACTS, OCCASIONS, found, occasion_of, said

Fields = Mapping[str, Json]

LONGEST_ID = 60
DAILY_ENDS = Text(
    sv="Ett tillfälle varje dag har en sista dag. Fyll i ”Till och med”.",
    en="An occasion every day has a last day. Fill in “To and with”.",
)


def occasion(dossier: Dossier, row: str, fields: Fields) -> Iterable[Operation]:
    """Change an occasion, which keeps its place and its programme."""
    before = found(dossier, f"{OCCASIONS}/{row}")
    if not isinstance(before, Occasion | DailyOccasions):
        raise NotFound("no such occasion", what=row)
    after = _occasion({**said(before), **fields}, before)
    occasions = [after if one is before else one for one in dossier.event.occasions]
    yield SetEvent(occasions=tuple(occasions))


def new_occasion(dossier: Dossier, fields: Fields) -> Iterable[Operation]:
    """Add an occasion after those that are there.

    Raises:
        Refused: If it is every day, and does not say until when.
    """
    if fields.get("each") == "daily" and fields.get("to") is None:
        raise Refused("no last day", why=DAILY_ENDS)
    yield SetEvent(occasions=(*dossier.event.occasions, _occasion(fields)))


def _occasion(fields: Fields, before: Occasion | DailyOccasions | None = None) -> Occasion | DailyOccasions:
    """Return an occasion checked as an event checks it."""
    body = {"name": "–", "occasions": [occasion_of(fields, before)]}
    return Event.model_validate(body).occasions[0]


def contact(dossier: Dossier, row: str, fields: Fields) -> Iterable[Operation]:
    """Mend a contact."""
    before = found(dossier, f"{CONTACTS}/{row}")
    if not isinstance(before, Contact):
        raise NotFound("no such contact", what=row)
    yield MendContact(was=before, contact=Contact.model_validate({**said(before), **fields}))


def new_contact(_dossier: Dossier, fields: Fields) -> Iterable[Operation]:
    """Note a contact."""
    yield NoteContact(contact=Contact.model_validate(fields))


def permit(dossier: Dossier, permit_id: str, fields: Fields) -> Iterable[Operation]:
    """Keep how far a permit has come."""
    before = next((one for one in dossier.permits if one.permit == permit_id), None)
    if before is None:
        raise NotFound("no such permit", what=permit_id)
    yield KeepPermit(permit=Permit.model_validate({**dict(before), **fields}))


def new_permit(dossier: Dossier, fields: Fields) -> Iterable[Operation]:
    """Add a permit that the group knows of and no rule proposes."""
    known = {one.permit for one in dossier.permits} | {one.permit for one in dossier.permits_not_needed}
    name = _id_of(str(fields["what"]))
    ids = (name, *(f"{name}-{number}" for number in range(2, len(known) + 3)))
    free = next(one for one in ids if one not in known)
    yield KeepPermit(permit=Permit.model_validate({"permit": free, **fields}))


def not_needed(_dossier: Dossier, permit_id: str, fields: Fields) -> Iterable[Operation]:
    """Say anew why a permit is not needed."""
    yield PermitIsNotNeeded(permit=permit_id, because=fields["because"])


def reply(dossier: Dossier, lesson: str, fields: Fields) -> Iterable[Operation]:
    """Answer a lesson, or change what was answered."""
    before = next((one for one in dossier.lesson_answers if one.lesson == lesson), None)
    stood = {"answer": before.answer, "how": before.how} if before else {}
    words = {name: value for name, value in fields.items() if name != REPLY}
    yield ReplyToLesson.model_validate({"lesson": lesson, **stood, **(fields.get(REPLY) or {}), **words})


def _id_of(name: str) -> str:
    """Return an id made from a name: the group's own never meets an id of a rule."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return "-".join(["own", *re.findall(r"[a-z0-9]+", plain)])[:LONGEST_ID].strip("-")
