"""What the fields and the values in the journal's pictures are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evenemang.domain.incident import FORESEEN_BY_NONE
from evenemang.domain.text import Text
from evenemang.flow.words import (
    ACTION_KINDS,
    ACTION_STATUSES,
    ANSWERS,
    ATTACHMENT_KINDS,
    AXES,
    CONTACTS,
    COUNT_METHODS,
    EDITION_PARTS,
    HAPPENED,
    HARMS,
    HELPED,
    INCIDENT_TYPES,
    PERMIT_OUTCOMES,
    PHASES,
    REPLIES,
    RISK_STATES,
    SECRECIES,
    SEVERITIES,
    SURE,
    capital,
    capitals,
)


def _words(**pairs: tuple[str, str]) -> Mapping[str, Text]:
    return {key: Text(sv=sv, en=en) for key, (sv, en) in pairs.items()}


TOLD = frozenset(
    {"id", "alias", "question", "given", "noted", "judged", "walked", "asked", "opened", "added", "since"}
    | {"chosen", "left", "heading"}
    | {"history", "earlier", "levels", "default", "origin", "index", "by", "permit"}
    | {"emptied_rows", "emptied_places", "still_secret", "retention_rule"}
)
"""Told by the row itself: when, who, which; or too deep for one line."""

PLAIN = frozenset({"value", "title", "do", "what", "text", "name", "ask", "status", "group_view", "answer"})
"""Fields that need no label: they are what the row is about."""

PEOPLE = frozenset({"owner", "officer", "by"})

JUDGED = Text(
    sv="sannolikhet {likelihood}, konsekvens {consequence}",
    en="likelihood {likelihood}, consequence {consequence}",
)
JUDGED_THREAT = Text(
    sv="sårbarhet {likelihood}, konsekvens {consequence}",
    en="vulnerability {likelihood}, consequence {consequence}",
)

KEYS = _words(
    depth=("Frågedjup", "Depth of questions"),
    first=("Första dagen", "First day"),
    last=("Sista dagen", "Last day"),
    exact=("Dagarna är kända", "The days are known"),
    said=("Skrivet", "As written"),
    counted_from=("Räknat från", "Counted from"),
    removed_fields=("Borttagna uppgifter", "Facts removed"),
    removed_attachments=("Borttagna bilagor", "Attachments removed"),
    removed_files=("Borttagna undanlagda arbetsböcker", "Set-aside workbooks removed"),
    standing_risks=("Stående risker", "Standing risks"),
    standing_measures=("Stående åtgärder", "Standing measures"),
    zones=("Delområden", "Zones"),
    flows=("Flöden", "Flows"),
    invented_figures=("Påhittade mått", "Invented figures"),
    found_on=("Funnen", "Found"),
    found_at=("Funnen vid", "Found at"),
    decided_on=("Beslutad", "Decided"),
    done_on=("Klar", "Done"),
    verified=("Kontrollerad", "Seen on site"),
    ended_on=("Gäller inte längre från", "No longer stands from"),
    ended_because=("Därför att", "Because"),
    exits=("Utgångar", "Exits"),
    width_m=("Fri bredd, meter", "Free width, metres"),
    contact=("Kontakt", "Contact"),
    experience=("Vana", "Experience"),
    present=("Närvarande", "Present"),
    absent=("Frånvarande", "Absent"),
    agenda=("Dagordning", "Agenda"),
    decisions=("Beslut", "Decisions"),
    where=("Var", "Where"),
    form=("Form", "Form"),
    part=("Roll i gruppen", "Part in the group"),
    short=("Kort namn", "Short name"),
    concerns=("Gäller", "Concerns"),
    from_event=("Lärt vid", "Learned at"),
    from_incident=("Efter händelsen", "After the incident"),
    approved=("Godkänd", "Approved"),
    approved_at=("Godkänd vid mötet", "Approved at the meeting"),
    comment=("Kommentar", "Comment"),
    description=("Beskrivning", "Description"),
    about=("Hör till", "Belongs to"),
    before=("Före", "Before"),
    after=("Efter", "After"),
    motive=("Motiv", "Motive"),
    state=("Läge", "State"),
    area=("Område", "Area"),
    harm=("Skada på", "Harm to"),
    sure=("Säkerhet", "Sureness"),
    acceptance=("Godtagen", "Accepted"),
    dismissal=("Avfärdad", "Dismissed"),
    because=("Skäl", "Reason"),
    existing_controls=("Skydd som finns", "Existing controls"),
    answer_changed=("Svaret eller dess beräkning har ändrats", "The answer or its sum has changed"),
    treatment_changed=("Åtgärden har ändrats", "The treatment has changed"),
    secrecy=("Sekretess", "Secrecy"),
    axis=("Slag", "Sort"),
    risk=("Risk", "Risk"),
    kind=("Slag", "Sort"),
    phase=("Skede", "Phase"),
    owner=("Ansvarig", "Owner"),
    due=("Senast", "Due"),
    due_days=("Dagar från start", "Days from the start"),
    standing_measure=("Stående åtgärd", "Standing measure"),
    meeting=("Möte", "Meeting"),
    officer=("Handläggare", "Officer"),
    officer_view=("Handläggarens förslag", "The officer's view"),
    conditions=("Villkor", "Conditions"),
    despite_unanswered=("Trots obesvarade frågor", "Despite unanswered questions"),
    complete_by=("Kompletteras senast", "Complete by"),
    at=("När", "When"),
    on=("När", "When"),
    how=("Hur", "How"),
    zone=("Var", "Where"),
    type=("Slag", "Sort"),
    severity=("Allvar", "Severity"),
    immediate=("Gjordes genast", "Done at once"),
    cause=("Orsak", "Cause"),
    measure=("Åtgärd", "Measure"),
    action=("Åtgärd", "Action"),
    closed=("Stängd", "Closed"),
    foreseen=("Förutsågs av", "Foreseen by"),
    note=("Anteckning", "Note"),
    visitors=("Besök", "Visits"),
    total=("Antal", "Number"),
    method=("Räkning", "Count"),
    nothing_happened=("Inget hände", "Nothing happened"),
    peaks=("Flest på en gång", "Most at one time"),
    people=("Personer", "People"),
    weather=("Väder", "Weather"),
    forecast=("Prognos", "Forecast"),
    actual=("Utfall", "Outcome"),
    temperature_c=("°C", "°C"),
    gust_m_s=("Byvind m/s", "Gust m/s"),
    medical=("Vård", "Care"),
    counted=("Räknades", "Counted"),
    patients=("Vårdade", "Cared for"),
    transports=("Till sjukhus", "To hospital"),
    worked=("Fungerade", "Worked"),
    change=("Att ändra", "To change"),
    risks=("Risker", "Risks"),
    actions=("Åtgärder", "Actions"),
    lesson=("Lärdom", "Lesson"),
    permit=("Tillstånd", "Permit"),
    covers=("Gäller", "Covers"),
    added_because=("Tillagt, därför att", "Added, because"),
    filed=("Ansökt", "Filed"),
    decided=("Beslut", "Decided"),
    outcome=("Utfall", "Outcome"),
    days=("Dagar", "Days"),
    date=("Dag", "Day"),
    starts=("Börjar", "Starts"),
    ends=("Slutar", "Ends"),
    previous=("Förra upplagan", "Previous edition"),
    copied=("Följde med", "Came along"),
    not_copied=("Följde inte med", "Did not come along"),
    changes=("Blir annorlunda", "Will differ"),
    size=("Byte", "Bytes"),
    file=("Fil", "File"),
    version=("Version", "Version"),
    calculator=("Beräkning", "Calculation"),
    inputs=("Indata", "Inputs"),
    outputs=("Resultat", "Results"),
    norms=("Tal som användes", "Figures used"),
)

LIST_NOTES = _words(
    happened=("Det som hände", "What happened"),
    lesson=("Lärdom", "Lesson"),
    decision=("Ställningstagande", "Decision"),
    other=("Annat", "Other"),
)
YES, NO = capital(ANSWERS["yes"]), capital(ANSWERS["no"])
VALUES: Mapping[str, Mapping[Any, Text]] = {
    "value": capitals(ANSWERS),
    "answer": capitals(REPLIES),
    "status": capitals(ACTION_STATUSES),
    "state": capitals(RISK_STATES),
    "kind": {**capitals(ACTION_KINDS), **capitals(ATTACHMENT_KINDS)},
    "phase": capitals(PHASES),
    "harm": capitals(HARMS),
    "axis": capitals(AXES),
    "sure": capitals(SURE),
    "secrecy": capitals(SECRECIES),
    "outcome": capitals(PERMIT_OUTCOMES),
    "type": capitals(INCIDENT_TYPES),
    "severity": capitals(SEVERITIES),
    "foreseen": {FORESEEN_BY_NONE: Text(sv="Ingen risk", en="No risk")},
    "method": capitals(COUNT_METHODS),
    "happened": capitals(HAPPENED),
    "helped": capitals(HELPED),
    "how": capitals(CONTACTS),
    "about": LIST_NOTES,
    "copied": EDITION_PARTS,
    "not_copied": EDITION_PARTS,
}
"""What the codes in each field are called; a decision's views are the matrix's own words."""
