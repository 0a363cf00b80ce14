"""Answers about traffic that cannot all be true."""

from __future__ import annotations

from evenemang.domain.review import contradiction
from evenemang.domain.text import Text

RULES = (
    contradiction(
        "traffic.closed-but-open",
        Text(sv="Stängt för trafik, men inget hinder", en="Closed to traffic, but nothing in the way"),
        Text(
            sv="Ytan är stängd för genomfartstrafik, men inget hindrar fordon vid den största infarten. "
            "Bestäm ett hinder, eller ändra svaret.",
            en="The place is closed to through-traffic, but nothing keeps vehicles out at the largest "
            "entrance. Decide on a barrier, or change the answer.",
        ),
        {"traffic.closure-kind": ("open",), "traffic.through-traffic": ("yes",)},
    ),
)
