"""What the lists behind the numbers are called, how their records were counted, and their columns."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.text import Text
from evenemang.flow.report.parts import Key

UNKNOWN = Text(sv="inte angivet", en="not given")
NOT_JUDGED = Text(sv="inte prövad", en="not judged")
ONE_SECRET = Text(sv="1 hemlig är räknad och visas inte.", en="1 secret one is counted and not shown.")
SECRETS = Text(
    sv="{count} hemliga är räknade och visas inte.", en="{count} secret ones are counted and not shown."
)
EVENT = Text(sv="Evenemang", en="Event")
DAY = Text(sv="Dag", en="Day")
LAST = Text(sv="Sista dag", en="Last day")
ID = Text(sv="Id", en="Id")
NAMED: Mapping[Key, int] = {"measures": 1}  # where the event stands under another name
LISTS: Mapping[Key, tuple[Text, Text, tuple[Text, ...]]] = {
    "meetings": (
        Text(sv="Möten", en="Meetings"),
        Text(sv="Ordinarie möten som hölls {year}.", en="Regular meetings held in {year}."),
        (DAY, Text(sv="Deltagare", en="Participants")),
    ),
    "events": (
        Text(sv="Evenemang", en="Events"),
        Text(
            sv="Evenemang som började {year} och inte ställdes in. Flera dagar eller veckor är ett "
            "evenemang.",
            en="Events that began in {year} and were not cancelled. Several days or weeks are one event.",
        ),
        (
            EVENT,
            Text(sv="Första dag", en="First day"),
            LAST,
            Text(sv="Tillfällen", en="Occasions"),
            Text(sv="Arrangör", en="Organiser"),
            Text(sv="Ställningstagande", en="Decision"),
        ),
    ),
    "contacts": (
        Text(sv="Kontakter före", en="Contacts before"),
        Text(
            sv="Antecknade kontakter före evenemangets första dag.",
            en="Contacts noted before the first day of the event.",
        ),
        (EVENT, DAY, Text(sv="Hur", en="How")),
    ),
    "risks": (
        Text(sv="Risker", en="Risks"),
        Text(
            sv="Bedömda risker i årets ärenden. Risktalet är sannolikhet gånger konsekvens, hot läses som "
            "sårbarhet gånger konsekvens.",
            en="Judged risks in the year’s dossiers. The score is likelihood times consequence; of threats, "
            "vulnerability times consequence.",
        ),
        (
            EVENT,
            ID,
            Text(sv="Område", en="Area"),
            Text(sv="Risktal före", en="Score before"),
            Text(sv="Nivå före", en="Level before"),
            Text(sv="Risktal efter", en="Score after"),
            Text(sv="Nivå efter", en="Level after"),
        ),
    ),
    "actions": (
        Text(sv="Åtgärder", en="Actions"),
        Text(
            sv="Alla åtgärder i årets ärenden, även avskrivna. Genomförd är klar eller verifierad.",
            en="All actions in the year’s dossiers, dropped ones too. Done is done or verified.",
        ),
        (
            EVENT,
            ID,
            Text(sv="Skede", en="Phase"),
            Text(sv="Senast", en="Due"),
            Text(sv="Läge", en="Status"),
            Text(sv="Försenad", en="Overdue"),
        ),
    ),
    "measures": (
        Text(sv="Tydligaste åtgärder", en="Clearest measures"),
        Text(
            sv="Stående åtgärder som genomfördes {year}, och verifierade åtgärder som hjälpte och sänkte sin "
            "risk mest.",
            en="Standing measures done in {year}, and verified actions that helped and brought their risk "
            "down most.",
        ),
        (
            Text(sv="Åtgärd", en="Measure"),
            Text(sv="Plats eller evenemang", en="Place or event"),
            Text(sv="Beslutad", en="Decided"),
            Text(sv="Genomförd", en="Done"),
            Text(sv="Kontroller", en="Checks"),
        ),
    ),
    "incidents": (
        Text(sv="Händelser", en="Incidents"),
        Text(
            sv="Tillbud och incidenter med datum {year}. Förutsedd är den som hörde till en bedömd risk.",
            en="Near misses and incidents dated {year}. Foreseen is what belonged to a judged risk.",
        ),
        (
            DAY,
            EVENT,
            Text(sv="Slag", en="Kind"),
            Text(sv="Allvarlighet", en="Severity"),
            Text(sv="Förutsedd", en="Foreseen"),
            Text(sv="Avslutad", en="Closed"),
        ),
    ),
    "visits": (
        Text(sv="Besök", en="Visits"),
        Text(
            sv="Besök ur utvärderingarna och händelser vid årets evenemang. Utan besökstal ingår evenemanget "
            "inte i händelser per 10 000 besök; intervallet är exakt Poisson (Garwood).",
            en="Visits of the evaluations, and incidents at the year’s events. Without a count an event is "
            "not in incidents per 10,000 visits; the interval is exact Poisson (Garwood).",
        ),
        (EVENT, Text(sv="Räknade besök", en="Visits counted"), Text(sv="Händelser", en="Incidents")),
    ),
    "evaluations": (
        Text(sv="Utvärderingar", en="Evaluations"),
        Text(
            sv="Dagar från evenemangets sista dag till utvärderingen.",
            en="Days from the last day of the event to the evaluation.",
        ),
        (EVENT, LAST, Text(sv="Utvärderat", en="Evaluated"), Text(sv="Dagar", en="Days")),
    ),
    "lessons": (
        Text(sv="Lärdomar", en="Lessons"),
        Text(
            sv="Godkända lärdomar från årets evenemang. Orden står här bara där frågan de gäller är öppen.",
            en="Approved lessons from the year’s events. Their words stand here only where the question that "
            "they concern is open.",
        ),
        (EVENT, Text(sv="Godkänd", en="Approved"), Text(sv="Lärdom", en="Lesson")),
    ),
    "years": (
        Text(sv="År för år", en="Year by year"),
        Text(
            sv="Året och de år före det som har evenemang i programmet, räknade på samma sätt.",
            en="The year, and the years before it that have events in the program, counted in the same way.",
        ),
        (
            Text(sv="År", en="Year"),
            Text(sv="Möten", en="Meetings"),
            Text(sv="Evenemang", en="Events"),
            Text(sv="Kontakter", en="Contacts"),
            Text(sv="Åtgärder", en="Actions"),
            Text(sv="Händelser", en="Incidents"),
            Text(sv="Tillbud", en="Near misses"),
            Text(sv="Besök", en="Visits"),
            Text(sv="Per 10 000 besök", en="Per 10,000 visits"),
            Text(sv="Utvärderade i tid", en="Evaluated in time"),
        ),
    ),
}
