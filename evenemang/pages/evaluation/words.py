"""What the codes of an evaluation are called."""

from __future__ import annotations

from evenemang.domain.text import Text

VISITORS = Text(
    sv="Antal besök, alla dagar (lämna tomt om ingen räknade)",
    en="Visits, all days (leave empty if nobody counted)",
)
METHOD = Text(sv="Hur räknades besöken?", en="How were the visits counted?")
