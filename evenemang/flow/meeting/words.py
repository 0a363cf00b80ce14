"""What is said of meetings, wherever it is shown or written."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.meeting import ItemKind, MeetingState, Outcome
from evenemang.domain.text import Text

SECTION_TITLES: Mapping[ItemKind, Text] = {
    "new-dossier": Text(sv="Nya ärenden", en="New dossiers"),
    "upcoming": Text(sv="Evenemang inom åtta veckor", en="Events within eight weeks"),
    "site-visit": Text(sv="Platsbesök", en="Site visits"),
    "decision": Text(sv="Ställningstaganden", en="Decisions"),
    "action": Text(sv="Försenade åtgärder", en="Overdue actions"),
    "standing-measure": Text(sv="Stående åtgärder", en="Standing measures"),
    "incident": Text(sv="Händelser och tillbud", en="Incidents and near misses"),
    "evaluation": Text(sv="Utvärderingar som saknas", en="Evaluations missing"),
    "lessons": Text(sv="Lärdomar att godkänna", en="Lessons to approve"),
    "follow-up": Text(sv="Uppföljning", en="Follow-up"),
    "report": Text(sv="Rapporter", en="Reports"),
    "group": Text(sv="Gruppens arbete", en="The group's work"),
}
STATES: Mapping[MeetingState, Text] = {
    "planned": Text(sv="Planerat", en="Planned"),
    "running": Text(sv="Pågår", en="Going on"),
    "held": Text(sv="Hållet", en="Held"),
    "cancelled": Text(sv="Inställt", en="Cancelled"),
}
OUTCOMES: Mapping[Outcome, Text] = {
    "yes": Text(sv="Ja", en="Yes"),
    "partly": Text(sv="Delvis", en="Partly"),
    "no": Text(sv="Nej", en="No"),
}
FORMS: Mapping[str, Text] = {
    "in-person": Text(sv="På plats", en="In person"),
    "remote": Text(sv="På distans", en="Remote"),
}
KINDS: Mapping[str, Text] = {
    "regular": Text(sv="Ordinarie möte", en="Regular meeting"),
    "extra": Text(sv="Extra möte", en="Extra meeting"),
}
GROUP = Text(sv="Evenemangssäkerhetsgruppen", en="The event-safety group")
AGENDA = Text(sv="Dagordning", en="Agenda")
MINUTES = Text(sv="Minnesanteckningar", en="Minutes")
MEETING_ON = Text(sv="{what} {day}", en="{what}, {day}")
SUMMARY = Text(sv="Evenemangssäkerhetsgruppens möte", en="Meeting of the event-safety group")
CLOSED_POINTS = Text(
    sv="Punkter som inte återges, eftersom de är interna: {count}.",
    en="Points not given, since they are internal: {count}.",
)
CLOSED_DECISIONS = Text(
    sv="Beslut som inte återges, eftersom de är interna: {count}.",
    en="Decisions not given, since they are internal: {count}.",
)
EXAMPLE = Text(sv="Uppgifterna är påhittade.", en="The facts are invented.")
NOTHING_NEW = Text(
    sv="Inget har tillkommit sedan förra mötet.", en="Nothing has come up since the last meeting."
)
NOTHING_DECIDED = Text(sv="Inga beslut antecknades.", en="No decisions were noted.")
