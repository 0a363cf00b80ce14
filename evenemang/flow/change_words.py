"""How a change is put: what is now, and what was before."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from evenemang.domain.condition import Condition
from evenemang.domain.text import Text

InWords = Callable[[Condition], Text]


def became(name: Text, old: Text, new: Text, joint: Text | None = None) -> Text:
    """Return `name` with what it is now and what it was, each after the joint: med ett tal; förut med ja."""
    sv, en = (f"{joint.sv} ", f"{joint.en} ") if joint else ("", "")
    return Text(
        sv=f"{name.sv} nu {sv}{new.sv}; förut {sv}{old.sv}.",
        en=f"{name.en} now {en}{new.en}; before {en}{old.en}.",
    )


def quoted(text: Text) -> Text:
    """Return a text between the quotation marks of each language."""
    return Text(sv=f"”{text.sv}”", en=f"“{text.en}”")


def same(said: object) -> Text:
    """Return what is written alike in both languages."""
    return Text(sv=str(said), en=str(said))


def listed(words: Iterable[Text]) -> Text:
    """Return words with or between the last two: nej eller delvis."""
    found = tuple(words)
    return Text(
        sv=_joined([one.sv for one in found], " eller "), en=_joined([one.en for one in found], " or ")
    )


def _joined(words: list[str], joint: str) -> str:
    return joint.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
