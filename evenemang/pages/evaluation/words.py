"""What the codes of an evaluation are called."""

from __future__ import annotations

from typing import Literal

from evenemang.domain.evaluation import CountMethod
from evenemang.domain.source import Sure
from evenemang.domain.text import Text

METHODS: dict[CountMethod, Text] = {
    "not-counted": Text(sv="Räknades inte", en="Not counted"),
    "estimate": Text(sv="Uppskattat", en="Estimated"),
    "entrance-counters": Text(sv="Räknare vid ingångarna", en="Counters at the entrances"),
    "door-counter": Text(sv="Räknare i dörren", en="Door counter"),
    "hand-counter": Text(sv="Handräknare", en="Hand counter"),
    "fixed-counter": Text(sv="Fast räknare", en="Fixed counter"),
    "photo-count": Text(sv="Räknat på bild", en="Counted on a photo"),
}
SURE: dict[Sure, Text] = {
    "high": Text(sv="Säkert", en="Sure"),
    "medium": Text(sv="Ganska säkert", en="Fairly sure"),
    "low": Text(sv="Osäkert", en="Unsure"),
}
HAPPENED: dict[Literal["yes", "near-miss", "no"], Text] = {
    "no": Text(sv="Nej", en="No"),
    "near-miss": Text(sv="Nästan", en="Nearly"),
    "yes": Text(sv="Ja", en="Yes"),
}
HELPED: dict[Literal["yes", "partly", "no", "unknown"], Text] = {
    "yes": Text(sv="Ja", en="Yes"),
    "partly": Text(sv="Delvis", en="Partly"),
    "no": Text(sv="Nej", en="No"),
    "unknown": Text(sv="Vet inte", en="Not known"),
}
VISITORS = Text(
    sv="Antal besök, alla dagar (lämna tomt om ingen räknade)",
    en="Visits, all days (leave empty if nobody counted)",
)
METHOD = Text(sv="Hur räknades besöken?", en="How were the visits counted?")
