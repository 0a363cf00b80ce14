"""What codes are called on a sheet: every word begins with a capital."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evenemang.domain.text import Text
from evenemang.flow import words
from evenemang.flow.paragraphs import PARAGRAPHS
from evenemang.flow.words import capitals

Words = Mapping[str, Text]


def _on_sheet(found: Mapping[Any, Text]) -> Words:
    return capitals({str(code): word for code, word in found.items()})


def _words(**pairs: tuple[str, str]) -> dict[str, Text]:
    return {code: Text(sv=sv, en=en) for code, (sv, en) in pairs.items()}


def _numbered(severity: int, word: Text) -> Text:
    return Text(sv=f"{severity} {word.sv}", en=f"{severity} {word.en}")


ANSWERS = _on_sheet(words.ANSWERS)
STATES = _on_sheet(words.STATES)
STATUSES = _on_sheet(words.ACTION_STATUSES)
RISK_STATES = _on_sheet(words.RISK_STATES)
ACTION_KINDS = _on_sheet(words.ACTION_KINDS)
PHASES = _on_sheet(words.PHASES)
HARMS = _on_sheet(words.HARMS)
AXES = _on_sheet(words.AXES)
SECRECIES = _on_sheet(words.SECRECIES)
PARAGRAPH_NAMES: Words = {one.id: one.name for one in PARAGRAPHS.values()}
ATTACHMENT_KINDS = _on_sheet(words.ATTACHMENT_KINDS)
SURE = _on_sheet(words.SURE)
INCIDENTS = _on_sheet(words.INCIDENT_TYPES)
HAPPENED = _on_sheet(words.HAPPENED)
HELPED = _on_sheet(words.HELPED)
COUNTS = _on_sheet(words.COUNT_METHODS)
CONTACTS = _on_sheet(words.CONTACTS)
PERMITS = _on_sheet(words.PERMIT_OUTCOMES)
REPLIES = _on_sheet(words.REPLIES)
NOTES = _on_sheet(words.NOTES_ABOUT)
LOG_KINDS = _on_sheet(words.LOG_KINDS)
EDITION = _on_sheet(words.EDITION_PARTS)
SEVERITIES: Words = {str(code): _numbered(code, word) for code, word in words.SEVERITIES.items()}
TRUTH = capitals({"true": words.ANSWERS["yes"], "false": words.ANSWERS["no"]})
FORESEEN = _words(none=("Ingen hade förutsett det", "Nobody had foreseen it"))
EACH = _words(
    once=("En gång", "Once"),
    daily=("Varje dag, från och med till och med", "Every day, from and with to and with"),
)
SIDES = _words(inputs=("In", "In"), outputs=("Ut", "Out"))
ORGANISER_KINDS = _on_sheet(words.ORGANISER_KINDS)
EXPERIENCES = _on_sheet(words.EXPERIENCES)
PARTS = _on_sheet(words.GROUP_PARTS)
FLOWS = _words(
    traffic=("Fordon", "Vehicles"),
    audience=("Gående", "Walkers"),
    deliveries=("Leveranser", "Deliveries"),
    rescue=("Räddningsfordon", "Rescue vehicles"),
)
WEEKDAYS = _words(
    mon=("Måndag", "Monday"),
    tue=("Tisdag", "Tuesday"),
    wed=("Onsdag", "Wednesday"),
    thu=("Torsdag", "Thursday"),
    fri=("Fredag", "Friday"),
    sat=("Lördag", "Saturday"),
    sun=("Söndag", "Sunday"),
)
MEETING_KINDS = _words(regular=("Ordinarie", "Regular"), extra=("Extra", "Extra"))
MEETING_FORMS = {
    "in-person": Text(sv="På plats", en="In person"),
    "remote": Text(sv="På distans", en="Remote"),
}
ITEM_PLACES = _words(agenda=("Dagordning", "Agenda"), decisions=("Beslut", "Decision"))
PRESENCE = _words(
    called=("Kallad", "Called"), present=("Närvarande", "Present"), absent=("Frånvarande", "Absent")
)
OUTCOMES = _words(yes=("Ja", "Yes"), partly=("Delvis", "Partly"), no=("Nej", "No"))
ITEM_KINDS = _words(
    decision=("Ställningstagande", "Decision"),
    upcoming=("Kommande evenemang", "Coming event"),
    incident=("Händelse", "Incident"),
    evaluation=("Utvärdering", "Evaluation"),
    action=("Åtgärd", "Action"),
    lessons=("Lärdomar", "Lessons"),
    report=("Rapport", "Report"),
    group=("Gruppens arbete", "The group's work"),
) | {
    "new-dossier": Text(sv="Nytt ärende", en="New dossier"),
    "site-visit": Text(sv="Platsbesök", en="Site visit"),
    "follow-up": Text(sv="Uppföljning", en="Follow-up"),
    "standing-measure": Text(sv="Stående åtgärd", en="Standing measure"),
}
