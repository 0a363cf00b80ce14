"""What is said where people write long texts: how much a field holds, and what becomes of odd characters."""

from __future__ import annotations

from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.saying import number

LIMIT = Text(
    sv=f"Högst {number(LONGEST_TEXT, 'sv')} tecken; andra styrtecken än tabb och radbyte blir mellanslag.",
    en=f"At most {number(LONGEST_TEXT, 'en')} characters; control characters other than tab and line break "
    "become spaces.",
)
