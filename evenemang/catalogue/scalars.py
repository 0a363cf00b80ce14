"""A word without quotes: text, a number, or something that readers of YAML disagree about."""

from __future__ import annotations

import re

from evenemang.catalogue import refusals
from evenemang.catalogue.refusals import Refusal

Plain = str | int | float | bool | None

WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,15})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,15})\.[0-9]{1,15}")
TRUTHS = {"true": True, "false": False}
SWITCHES = re.compile(r"(?i:y|yes|n|no|on|off|true|false)")
EMPTY = re.compile(r"|~|(?i:null)")
CLOCK = re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?")
ODD_NUMBER = re.compile(
    r"[-+]?(0[xob]?[0-9a-fA-F_]+|[0-9][0-9_]*|[0-9][0-9_]*\.?[0-9_]*([eE][-+]?[0-9]+)?|\.[0-9_]+([eE][-+]?[0-9]+)?"
    r"|\.(?i:inf))|\.(?i:nan)"
)


def plain_value(word: str) -> tuple[Plain, Refusal | None]:
    """Return what a word without quotes says, or why it is refused.

    A date stays text: the model that wants a date reads it.
    """
    if WHOLE.fullmatch(word):
        return int(word), None
    if DECIMAL.fullmatch(word):
        return float(word), None
    if word in TRUTHS:
        return TRUTHS[word], None
    return word, _refusal(word)


def _refusal(word: str) -> Refusal | None:
    if EMPTY.fullmatch(word):
        return refusals.empty_value()
    if SWITCHES.fullmatch(word):
        return refusals.switch(word)
    if CLOCK.fullmatch(word):
        return refusals.clock(word)
    if ODD_NUMBER.fullmatch(word):
        return refusals.odd_number(word)
    return None
