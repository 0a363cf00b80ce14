"""How many of something, in words: one has its own form."""

from __future__ import annotations

from dataclasses import dataclass

from evenemang.domain.text import Language, Text
from evenemang.flow.saying import number


@dataclass(frozen=True)
class Counted:
    """What a number of things is called: the form for one, and the form for any other number."""

    one: Text
    several: Text

    def say(self, count: int, language: Language, **facts: str) -> str:
        """Return the number with what it counts: 1 händelse, 2 händelser."""
        form = self.one if count == 1 else self.several
        return form.say(language).format(count=number(count, language), **facts)


INCIDENTS = Counted(
    Text(sv="1 händelse", en="1 incident"), Text(sv="{count} händelser", en="{count} incidents")
)
NEAR_MISSES = Counted(
    Text(sv="1 tillbud", en="1 near miss"), Text(sv="{count} tillbud", en="{count} near misses")
)
VISITS = Counted(Text(sv="1 besök", en="1 visit"), Text(sv="{count} besök", en="{count} visits"))
EVENTS = Counted(Text(sv="1 evenemang", en="1 event"), Text(sv="{count} evenemang", en="{count} events"))
CONTACTS = Counted(Text(sv="1 kontakt", en="1 contact"), Text(sv="{count} kontakter", en="{count} contacts"))
ZONES = Counted(Text(sv="1 delområde", en="1 zone"), Text(sv="{count} delområden", en="{count} zones"))
