"""What the fields and the values in the journal's pictures are called."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.text import Text


def _words(**pairs: tuple[str, str]) -> Mapping[str, Text]:
    return {key: Text(sv=sv, en=en) for key, (sv, en) in pairs.items()}


TOLD = frozenset(
    {"id", "alias", "question", "given", "noted", "judged", "walked", "asked", "opened", "added", "since"}
    | {"history", "earlier", "levels", "default", "origin", "index", "version", "by"}
)
"""Told by the row itself: when, who, which; or too deep for one line."""

PLAIN = frozenset({"value", "title", "do", "what", "text", "name", "ask", "status", "group_view", "answer"})
"""Fields that need no label: they are what the row is about."""

PEOPLE = frozenset({"owner", "officer", "by"})

JUDGED = Text(
    sv="sannolikhet {likelihood}, konsekvens {consequence}",
    en="likelihood {likelihood}, consequence {consequence}",
)

KEYS = _words(
    comment=("Kommentar", "Comment"),
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
    answer_changed=("Svaret har ändrats", "The answer has changed"),
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
    calculator=("Beräkning", "Calculation"),
    inputs=("Indata", "Inputs"),
    outputs=("Resultat", "Results"),
    norms=("Tal som användes", "Figures used"),
)

VALUES: Mapping[str, Text] = {
    "yes": Text(sv="Ja", en="Yes"),
    "no": Text(sv="Nej", en="No"),
    "partly": Text(sv="Delvis", en="Partly"),
    "unknown": Text(sv="Vet inte", en="Not known"),
    "near-miss": Text(sv="Nästan", en="Nearly"),
    "not-relevant": Text(sv="Ej aktuellt", en="Not relevant"),
    "none": Text(sv="Ingen risk", en="No risk"),
    "taken-in": Text(sv="Görs i år", en="Done this year"),
    "declined": Text(sv="Görs inte", en="Not done"),
    "no-longer": Text(sv="Gäller inte längre", en="No longer holds"),
    "proposed": Text(sv="Föreslagen", en="Proposed"),
    "decided": Text(sv="Beslutad", en="Decided"),
    "started": Text(sv="Påbörjad", en="Started"),
    "done": Text(sv="Klar", en="Done"),
    "verified": Text(sv="Verifierad", en="Verified"),
    "dropped": Text(sv="Avskriven", en="Dropped"),
    "accepted": Text(sv="Bedömd", en="Judged"),
    "dismissed": Text(sv="Avfärdad", en="Dismissed"),
    "planning": Text(sv="Planering", en="Planning"),
    "build-up": Text(sv="Uppbyggnad", en="Build-up"),
    "running": Text(sv="Genomförande", en="Running"),
    "strike": Text(sv="Nedmontering", en="Strike"),
    "preventive": Text(sv="Förebyggande", en="Preventive"),
    "mitigating": Text(sv="Begränsande", en="Mitigating"),
    "people": Text(sv="Människor", en="People"),
    "property": Text(sv="Egendom", en="Property"),
    "high": Text(sv="Hög", en="High"),
    "medium": Text(sv="Medel", en="Medium"),
    "low": Text(sv="Låg", en="Low"),
    "approved": Text(sv="Tillstyrks", en="Approved"),
    "approved-with-conditions": Text(sv="Tillstyrks med villkor", en="Approved with conditions"),
    "rejected": Text(sv="Avstyrks", en="Rejected"),
    "to-complete": Text(sv="Kompletteras", en="To be completed"),
    "no-objection": Text(sv="Inget att erinra", en="No objection"),
    "open": Text(sv="Öppen", en="Open"),
    "internal": Text(sv="Intern", en="Internal"),
    "secret": Text(sv="Hemlig", en="Secret"),
}
