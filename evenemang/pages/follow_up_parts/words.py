"""Words of the follow-up: kinds, severities, states, and small numbers written out."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.action import ActionStatus
from evenemang.domain.incident import IncidentType
from evenemang.domain.text import Language, Text
from evenemang.pages.showing import NBSP, number

NUMBERS: dict[Language, tuple[str, ...]] = {
    "sv": ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
    "en": (
        *("zero", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
}
KINDS: Mapping[IncidentType, Text] = {
    "injury": Text(sv="Personskada", en="Injury"),
    "illness": Text(sv="Sjukdom, värme eller kyla", en="Illness, heat or cold"),
    "alcohol-drugs": Text(sv="Alkohol eller droger", en="Alcohol or drugs"),
    "crowding": Text(sv="Trängsel eller kö", en="Crowding or queue"),
    "fire": Text(sv="Brand, rök eller gasol", en="Fire, smoke or gas"),
    "power": Text(sv="El eller bortfall", en="Power or outage"),
    "structure-weather": Text(sv="Konstruktion eller väder", en="Structure or weather"),
    "traffic": Text(sv="Trafik eller påkörning", en="Traffic or collision"),
    "water": Text(sv="Vatten eller drunkning", en="Water or drowning"),
    "lost-person": Text(sv="Bortsprunget barn eller vuxen", en="Lost child or adult"),
    "disorder": Text(sv="Ordningsstörning, hot eller våld", en="Disorder, threat or violence"),
    "theft": Text(sv="Stöld eller skadegörelse", en="Theft or damage"),
    "suspicious": Text(sv="Misstänkt föremål eller fordon", en="Suspicious object or vehicle"),
    "drone": Text(sv="Drönare", en="Drone"),
    "food": Text(sv="Livsmedel", en="Food"),
    "accessibility": Text(sv="Tillgänglighet", en="Accessibility"),
    "environment": Text(sv="Miljö eller ljudklagomål", en="Environment or noise complaint"),
    "animal": Text(sv="Djur", en="Animal"),
    "privacy": Text(sv="Dataskydd", en="Data protection"),
    "communication": Text(sv="Kommunikationsbortfall", en="Loss of communication"),
    "other": Text(sv="Övrigt", en="Other"),
}
SEVERITIES = (
    Text(sv="Tillbud", en="Near miss"),
    Text(sv="Lindrig", en="Slight"),
    Text(sv="Måttlig", en="Moderate"),
    Text(sv="Allvarlig", en="Serious"),
    Text(sv="Mycket allvarlig", en="Very serious"),
)
STATUSES: Mapping[ActionStatus, Text] = {
    "proposed": Text(sv="Föreslagen", en="Proposed"),
    "decided": Text(sv="Beslutad", en="Decided"),
    "started": Text(sv="Påbörjad", en="Started"),
    "done": Text(sv="Klar", en="Done"),
    "verified": Text(sv="Verifierad", en="Verified"),
    "dropped": Text(sv="Avskriven", en="Dropped"),
}


def in_words(count: int, language: Language) -> str:
    """Return a number as it is written in running text: words up to twelve."""
    return NUMBERS[language][count] if count < len(NUMBERS[language]) else number(count, language)


def plural(count: int, one: Text, many: Text, language: Language) -> str:
    """Return a number with its noun: en åtgärd, tre åtgärder."""
    return f"{in_words(count, language)} {(one if count == 1 else many).say(language)}"


def sentence(text: str) -> str:
    """Return a text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def percent(share: float, language: Language) -> str:
    """Return a share as 79 %; English writes it together."""
    return f"{round(100 * share)}{NBSP if language == 'sv' else ''}%"


def listed(names: list[str], language: Language) -> str:
    """Return names as they stand in a sentence: a, b och c."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} {'och' if language == 'sv' else 'and'} {names[-1]}"
