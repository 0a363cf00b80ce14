"""Incidenter: near misses and worse, the day log and the rounds."""

from __future__ import annotations

from evenemang.domain.incident import Incident
from evenemang.domain.text import Text
from evenemang.workbook.layout import Page, Sheet, Table, coded, column, shown, stamped
from evenemang.workbook.words import FORESEEN, LOG_KINDS, PHASES, SEVERITIES
from evenemang.workbook.words import INCIDENTS as TYPES


def _foreseen(page: Page, incident: Incident) -> str | None:
    if incident.foreseen is None:
        return None
    found = next((one for one in page.whole.dossier.risks if one.id == incident.foreseen), None)
    return f"{found.id} {found.says(page.language)}" if found else page.word(FORESEEN, incident.foreseen)


def _zone(page: Page, record: object) -> str:
    return page.whole.zone_name(getattr(record, "zone", None))


INCIDENTS = Sheet(
    "incidents",
    Text(sv="Incidenter", en="Incidents"),
    Text(
        sv="Tillbud räknas med. Inga namn, personnummer eller hälsouppgifter.",
        en="Near misses count. No names, identity numbers or health details.",
    ),
    (
        Table(
            "incidents",
            Text(sv="Incidenter och tillbud", en="Incidents and near misses"),
            (
                column("id", "Nr", "No", 6),
                column("at", "När", "When", 16, "moment"),
                shown("zone", "Var", "Where", 18, _zone),
                column("what", "Vad hände", "What happened", 44),
                column("severity", "Allvar", "Severity", 14, "coded", SEVERITIES),
                column("type", "Slag", "Type", 24, "coded", TYPES),
                column("immediate", "Gjordes genast", "Done at once", 28),
                column("cause", "Orsak", "Cause", 28),
                column("measure", "Åtgärd", "Measure", 28),
                shown("foreseen", "Förutsedd av", "Foreseen by", 24, _foreseen),
                column("action", "Åtgärd nr", "Action no", 8),
                column("owner", "Ansvarig", "Owner", 16, "person"),
                column("due", "Senast", "Due", 12, "day"),
                column("closed", "Avslutad", "Closed", 12, "day"),
                *stamped("noted", "Noterat av", "Noted by"),
                coded("alias"),
                coded("zone"),
                coded("foreseen"),
            ),
            lambda page: page.whole.dossier.incidents,
            Text(
                sv="Inga incidenter eller tillbud är noterade.", en="No incidents or near misses are noted."
            ),
        ),
        Table(
            "day-log",
            Text(sv="Dagbok", en="Day log"),
            (
                column("id", "Nr", "No", 6),
                column("noted.at", "När", "When", 16, "moment"),
                column("noted.by", "Vem", "By", 18, "person"),
                column("what", "Vad", "What", 44),
                column("kind", "Slag", "Kind", 14, "coded", LOG_KINDS),
                column("at", "Hände", "Happened", 16, "moment"),
                column("decided_by", "Beslutade", "Decided by", 20, "person"),
                column("value", "Avläst", "Read off", 10, "value"),
                column("stop", "Stoppkriterium", "Stop criterion", 24),
            ),
            lambda page: page.whole.dossier.day_log,
        ),
        Table(
            "rounds",
            Text(sv="Ronder", en="Rounds"),
            (
                column("id", "Nr", "No", 6),
                column("walked.at", "När", "When", 16, "moment"),
                column("walked.by", "Vem", "By", 18, "person"),
                column("note", "Anteckning", "Note", 44),
                column("phase", "Skede", "Phase", 15, "coded", PHASES),
                shown("zone", "Var", "Where", 18, _zone),
                column("begun", "Påbörjad", "Begun", 16, "moment"),
                column("ended", "Avslutad", "Ended", 16, "moment"),
                coded("zone"),
            ),
            lambda page: page.whole.dossier.rounds,
        ),
    ),
    still=2,
)
