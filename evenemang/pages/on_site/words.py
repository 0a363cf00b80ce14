"""Words on site: the buttons of an incident are short, for a thumb."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from evenemang.domain.counting import Standing
from evenemang.domain.event import LOCAL
from evenemang.domain.incident import IncidentType
from evenemang.domain.text import Language, Text
from evenemang.flow.saying import day
from evenemang.pages.showing import clock

BUTTONS: Mapping[IncidentType, Text] = {
    "crowding": Text(sv="Trängsel", en="Crowding"),
    "injury": Text(sv="Personskada", en="Injury"),
    "illness": Text(sv="Sjukdom", en="Illness"),
    "structure-weather": Text(sv="Väder, konstruktion", en="Weather, structure"),
    "fire": Text(sv="Brand, gasol", en="Fire, gas"),
    "traffic": Text(sv="Trafik", en="Traffic"),
    "lost-person": Text(sv="Bortsprungen", en="Lost person"),
    "disorder": Text(sv="Ordning", en="Disorder"),
    "alcohol-drugs": Text(sv="Alkohol, droger", en="Alcohol, drugs"),
    "power": Text(sv="El", en="Power"),
    "water": Text(sv="Vatten", en="Water"),
    "theft": Text(sv="Stöld, skadegörelse", en="Theft, damage"),
    "suspicious": Text(sv="Misstänkt föremål", en="Suspicious object"),
    "drone": Text(sv="Drönare", en="Drone"),
    "food": Text(sv="Livsmedel", en="Food"),
    "accessibility": Text(sv="Tillgänglighet", en="Accessibility"),
    "environment": Text(sv="Miljö, buller", en="Environment, noise"),
    "animal": Text(sv="Djur", en="Animal"),
    "privacy": Text(sv="Dataskydd", en="Data protection"),
    "communication": Text(sv="Kommunikation", en="Communication"),
    "other": Text(sv="Övrigt", en="Other"),
}
COMMON = tuple(BUTTONS)[:8]
"""The types shown at once; the rest stand behind one more tap."""

NO_NAMES = Text(
    sv="Skriv inga namn, personnummer eller hälsouppgifter.",
    en="Write no names, identity numbers or health details.",
)
SAVED = Text(sv="Sparat {when}", en="Saved {when}")


def moment_short(at: datetime, now: datetime, language: Language) -> str:
    """Return the time of day where it was today, else the day and the time."""
    here = at.astimezone(LOCAL)
    if here.date() == now.date():
        return clock(here)
    return f"{day(here.date(), language, year=here.year != now.year)} {clock(here)}"


STANDINGS: Mapping[Standing, Text] = {
    "calm": Text(sv="Lugnt", en="Calm"),
    "watch": Text(sv="Bevaka", en="Watch"),
    "stop": Text(sv="Stopp", en="Stop"),
}
STANDING_LOOK: Mapping[Standing, tuple[str, str]] = {
    "calm": ("check", "gray"),
    "watch": ("visibility", "yellow"),
    "stop": ("pan_tool", "red"),
}
"""The sign and the colour that stand beside the word."""

DECIDES = Text(sv="Beslutar", en="Decides")
NOBODY_DECIDES = Text(sv="Ingen är utsedd att besluta", en="Nobody is named to decide")
