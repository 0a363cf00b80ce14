"""A word in a cell as the code it stands for: in both languages, in any case, as people shorten it."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.text import Text
from evenemang.workbook.cells import Plain
from evenemang.workbook.returning.telling import NotUnderstood, one_of

SHORT = {
    "yes": "j y x ok ✓ ✔ true sant",
    "partly": "delvist partially",
    "no": "n nä false falskt",
    "not-relevant": "ej relevant|inte aktuellt|ej aktuell|inte relevant|not applicable|n/a|na|e/a",
    "unknown": "vet ej|unknown|okänt",
}
"""How people write the words without the drop-down; any other word is asked about."""


def chosen(shown: Plain, words: Mapping[str, Text], *, suffix: str = ", ") -> str:
    """Return the code of a word; what a sheet adds after `suffix` (Beslutad, försenad) is no part of it.

    Raises:
        NotUnderstood: If the words have no such word, or more than one.
    """
    said = _bare("true" if shown is True else "false" if shown is False else shown)
    found = _codes(said, words) or _codes(said.split(suffix)[0], words)
    if len(found) != 1:
        raise NotUnderstood(one_of(words.values()))
    return found.pop()


def _codes(said: str, words: Mapping[str, Text]) -> set[str]:
    exact = {code for code, word in words.items() if said in _ways(code, word)}
    if exact or not said:
        return exact
    return {code for code in words if said in _shortened(code)}


def _ways(code: str, word: Text) -> set[str]:
    """The code and its word; a word with its number (0 Tillbud) may stand without either."""
    ways = {_bare(code), _bare(word.sv), _bare(word.en)}
    return ways | {way.split(" ", 1)[1] for way in ways if way[:1].isdigit() and " " in way}


def _shortened(code: str) -> list[str]:
    ways = SHORT.get(code, "")
    return ways.split("|") if "|" in ways else ways.split()


def _bare(shown: object) -> str:
    if isinstance(shown, float) and shown.is_integer():
        shown = int(shown)
    text = "" if shown is None else str(shown)
    return " ".join(text.casefold().split()).strip(" .!?:;\u00a0")
