"""Answers about weather that cannot all be true."""

from __future__ import annotations

from evenemang.domain.review import contradiction
from evenemang.domain.text import Text

RULES = (
    contradiction(
        "weather.steps-without-limits",
        Text(sv="Vindsteg utan vindgränser", en="Wind steps without wind limits"),
        Text(
            sv="Det är bestämt vid vilken vind ni utrymmer, men ingen lista säger vad tält och scen tål. "
            "Begär gränserna av leverantörerna, och pröva stegen mot dem.",
            en="It is decided at what wind you evacuate, but no list says what tents and stage withstand. "
            "Ask the suppliers for the limits, and try the steps against them.",
        ),
        {"weather.wind-steps": ("yes",), "weather.limit-list": ("no",)},
    ),
    contradiction(
        "weather.steps-unmeasured",
        Text(sv="Vindsteg som ingen mäter", en="Wind steps that nobody measures"),
        Text(
            sv="Det är bestämt vid vilken vind ni utrymmer, men vinden mäts inte på plats. "
            "Skaffa en vindmätare, eller bestäm vad stegen bygger på.",
            en="It is decided at what wind you evacuate, but the wind is not measured on site. "
            "Get a wind meter, or decide what the steps go by.",
        ),
        {"weather.anemometer": ("no",), "weather.wind-steps": ("yes",)},
    ),
)
