"""What codes are called: one word a code, wherever it is shown or written.

Words stand as they do in running text; `capital` lets one begin a line, a cell or a button.
The words of levels and views are the matrix's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeVar

from evenemang.domain.action import ActionKind, ActionStatus
from evenemang.domain.actor import Part
from evenemang.domain.assessment import AttachmentKind
from evenemang.domain.checklist import Axis, Harm, Phase, Secrecy
from evenemang.domain.dossier import EditionPart, State
from evenemang.domain.evaluation import CountMethod
from evenemang.domain.incident import IncidentType, Severity
from evenemang.domain.lesson import LessonReply
from evenemang.domain.past import NoteAbout
from evenemang.domain.permit import PermitOutcome
from evenemang.domain.review import Severity as Gravity
from evenemang.domain.risk import RiskState
from evenemang.domain.round import LogKind
from evenemang.domain.source import Sure
from evenemang.domain.text import Text

Code = TypeVar("Code")


def capital(word: Text) -> Text:
    """Return a word with a capital first letter, the rest as it is."""
    return Text(sv=sentence(word.sv), en=sentence(word.en))


def capitals(words: Mapping[Code, Text]) -> Mapping[Code, Text]:
    """Return words to begin lines with."""
    return {code: capital(word) for code, word in words.items()}


def sentence(text: str) -> str:
    """Return a text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


ANSWERS: Mapping[str, Text] = {
    "yes": Text(sv="ja", en="yes"),
    "partly": Text(sv="delvis", en="partly"),
    "no": Text(sv="nej", en="no"),
    "not-relevant": Text(sv="ej aktuellt", en="not relevant"),
}
STATES: Mapping[State, Text] = {
    "draft": Text(sv="utkast", en="draft"),
    "assessing": Text(sv="granskas", en="being assessed"),
    "awaiting-completion": Text(sv="kompletteras", en="awaiting completion"),
    "decided": Text(sv="beslutat", en="decided"),
    "running": Text(sv="pågår", en="running"),
    "to-evaluate": Text(sv="utvärderas", en="to be evaluated"),
    "evaluated": Text(sv="utvärderat", en="evaluated"),
    "not-needed": Text(sv="ingen bedömning behövs", en="no assessment needed"),
    "cancelled": Text(sv="inställt", en="cancelled"),
    "past": Text(sv="ur äldre lista", en="from an older list"),
}
PHASES: Mapping[Phase, Text] = {
    "planning": Text(sv="planering", en="planning"),
    "build-up": Text(sv="uppbyggnad", en="build-up"),
    "running": Text(sv="genomförande", en="running"),
    "strike": Text(sv="nedmontering", en="strike"),
}
SECRECIES: Mapping[Secrecy, Text] = {
    "open": Text(sv="öppen", en="open"),
    "internal": Text(sv="intern", en="internal"),
    "secret": Text(sv="hemlig", en="secret"),
}
ATTACHMENT_KINDS: Mapping[AttachmentKind, Text] = {
    "application": Text(sv="ansökan", en="application"),
    "site-plan": Text(sv="situationsplan", en="site plan"),
    "certificate": Text(sv="intyg", en="certificate"),
    "decision": Text(sv="beslut", en="decision"),
    "picture": Text(sv="bild", en="picture"),
    "other": Text(sv="annat", en="other"),
}
SURE: Mapping[Sure, Text] = {
    "high": Text(sv="hög", en="high"),
    "medium": Text(sv="medel", en="medium"),
    "low": Text(sv="låg", en="low"),
}

RISK_STATES: Mapping[RiskState, Text] = {
    "proposed": Text(sv="förslag, inte bedömd", en="proposal, not judged"),
    "accepted": Text(sv="bedömd", en="judged"),
    "dismissed": Text(sv="avfärdad", en="dismissed"),
}
AXES: Mapping[Axis, Text] = {
    "accident": Text(sv="olycka", en="accident"),
    "threat": Text(sv="hot", en="threat"),
}
HARMS: Mapping[Harm, Text] = {
    "people": Text(sv="människor", en="people"),
    "property": Text(sv="egendom", en="property"),
    "environment": Text(sv="miljö", en="environment"),
    "operations": Text(sv="verksamhet", en="operations"),
    "trust": Text(sv="förtroende", en="trust"),
}

ACTION_STATUSES: Mapping[ActionStatus, Text] = {
    "proposed": Text(sv="föreslagen", en="proposed"),
    "decided": Text(sv="beslutad", en="decided"),
    "started": Text(sv="påbörjad", en="started"),
    "done": Text(sv="klar", en="done"),
    "verified": Text(sv="verifierad", en="verified"),
    "dropped": Text(sv="avskriven", en="dropped"),
}
ACTION_KINDS: Mapping[ActionKind, Text] = {
    "preventive": Text(sv="förebyggande", en="preventive"),
    "mitigating": Text(sv="begränsar följden", en="mitigating"),
}
PERMIT_OUTCOMES: Mapping[PermitOutcome, Text] = {
    "not-applied": Text(sv="ej sökt", en="not applied for"),
    "applied": Text(sv="sökt", en="applied for"),
    "granted": Text(sv="beviljat", en="granted"),
    "approved": Text(sv="godkänt", en="approved"),
    "registered": Text(sv="registrerat", en="registered"),
    "seen-to": Text(sv="ordnat", en="seen to"),
    "refused": Text(sv="avslaget", en="refused"),
}

INCIDENT_TYPES: Mapping[IncidentType, Text] = {
    "injury": Text(sv="personskada", en="injury"),
    "illness": Text(sv="sjukdom, värme eller kyla", en="illness, heat or cold"),
    "alcohol-drugs": Text(sv="alkohol eller droger", en="alcohol or drugs"),
    "crowding": Text(sv="trängsel eller kö", en="crowding or queue"),
    "fire": Text(sv="brand, rök eller gasol", en="fire, smoke or gas"),
    "power": Text(sv="el eller bortfall", en="power or outage"),
    "structure-weather": Text(sv="konstruktion eller väder", en="structure or weather"),
    "traffic": Text(sv="trafik eller påkörning", en="traffic or collision"),
    "water": Text(sv="vatten eller drunkning", en="water or drowning"),
    "lost-person": Text(sv="bortsprunget barn eller vuxen", en="lost child or adult"),
    "disorder": Text(sv="ordningsstörning, hot eller våld", en="disorder, threat or violence"),
    "theft": Text(sv="stöld eller skadegörelse", en="theft or damage"),
    "suspicious": Text(
        sv="misstänkt föremål, fordon eller bombhot", en="suspicious object, vehicle or bomb threat"
    ),
    "drone": Text(sv="drönare", en="drone"),
    "food": Text(sv="livsmedel", en="food"),
    "accessibility": Text(sv="tillgänglighet", en="accessibility"),
    "environment": Text(sv="miljö eller ljudklagomål", en="environment or noise complaint"),
    "animal": Text(sv="djur", en="animal"),
    "privacy": Text(sv="dataskydd", en="data protection"),
    "communication": Text(sv="kommunikationsbortfall", en="loss of communication"),
    "other": Text(sv="övrigt", en="other"),
}
SEVERITIES: Mapping[Severity, Text] = {
    0: Text(sv="tillbud", en="near miss"),
    1: Text(sv="lindrig", en="slight"),
    2: Text(sv="måttlig", en="moderate"),
    3: Text(sv="allvarlig", en="serious"),
    4: Text(sv="mycket allvarlig", en="very serious"),
}

COUNT_METHODS: Mapping[CountMethod, Text] = {
    "not-counted": Text(sv="räknades inte", en="not counted"),
    "estimate": Text(sv="uppskattning", en="estimate"),
    "door-counter": Text(sv="räknare i dörren", en="door counter"),
    "hand-counter": Text(sv="klickräknare", en="hand counter"),
    "entrance-counters": Text(sv="räknare vid ingångarna", en="counters at the entrances"),
    "fixed-counter": Text(sv="fast besöksräknare", en="fixed counter"),
    "photo-count": Text(sv="räkning på bilder", en="count on photos"),
}
HAPPENED: Mapping[Literal["yes", "near-miss", "no"], Text] = {
    "yes": ANSWERS["yes"],
    "near-miss": SEVERITIES[0],
    "no": ANSWERS["no"],
}
HELPED: Mapping[Literal["yes", "partly", "no", "unknown"], Text] = {
    "yes": ANSWERS["yes"],
    "partly": ANSWERS["partly"],
    "no": ANSWERS["no"],
    "unknown": Text(sv="vet inte", en="not known"),
}
REPLIES: Mapping[LessonReply, Text] = {
    "taken-in": Text(sv="omhändertagen", en="taken in"),
    "declined": Text(sv="görs inte", en="declined"),
    "no-longer": Text(sv="gäller inte längre", en="no longer so"),
}

ORGANISER_KINDS: Mapping[Literal["own", "external"], Text] = {
    "own": Text(sv="kommunen själv", en="the municipality itself"),
    "external": Text(sv="extern", en="external"),
}
EXPERIENCES: Mapping[Literal["none", "some", "long"], Text] = {
    "none": Text(sv="ingen", en="none"),
    "some": Text(sv="viss", en="some"),
    "long": Text(sv="lång", en="long"),
}
CONTACTS: Mapping[Literal["phone", "meeting", "site-visit", "e-mail"], Text] = {
    "phone": Text(sv="telefon", en="phone"),
    "meeting": Text(sv="möte", en="meeting"),
    "site-visit": Text(sv="platsbesök", en="site visit"),
    "e-mail": Text(sv="e-post", en="e-mail"),
}
GROUP_PARTS: Mapping[Part, Text] = {
    "convener": Text(sv="sammankallande", en="convener"),
    "member": Text(sv="ledamot", en="member"),
    "guest": Text(sv="gäst", en="guest"),
    "when-needed": Text(sv="deltar vid behov", en="when needed"),
    "informed": Text(sv="informeras", en="informed"),
    "called": Text(sv="kallas", en="called"),
}

EDITION_PARTS: Mapping[EditionPart, Text] = {
    "profile": Text(sv="profil", en="profile"),
    "zones": Text(sv="delområden", en="zones"),
    "permits": Text(sv="tillståndslista", en="list of permits"),
    "standing-measures": Text(sv="stående åtgärder på platsen", en="standing measures of the place"),
    "answers": Text(sv="svar", en="answers"),
    "risks": Text(sv="riskbedömningar", en="judged risks"),
    "decision": Text(sv="ställningstagande", en="decision"),
    "day-log": Text(sv="dagbok", en="day log"),
    "incidents": Text(sv="incidenter", en="incidents"),
}
NOTES_ABOUT: Mapping[NoteAbout, Text] = {
    "happened": Text(sv="det som hände", en="what happened"),
    "lesson": Text(sv="lärdom", en="lesson"),
    "decision": Text(sv="ställningstagande", en="decision"),
    "other": Text(sv="annat", en="other"),
}
LOG_KINDS: Mapping[LogKind, Text] = {
    "note": Text(sv="anteckning", en="note"),
    "decision": Text(sv="beslut", en="decision"),
    "reading": Text(sv="avläsning", en="reading"),
}

FINDINGS: Mapping[Gravity, Text] = {
    "error": Text(sv="hinder", en="obstacle"),
    "warning": Text(sv="varning", en="warning"),
    "hint": Text(sv="påpekande", en="hint"),
}
