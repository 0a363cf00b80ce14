"""What a condition asks about: a scan of its source, since CEL itself tells only the top names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from evenemang.catalogue.refusals import Refusal, said

FUNCTIONS = frozenset(
    {"double", "int", "string", "size", "contains", "startsWith", "endsWith", "matches", "in"}
)
WORDS = frozenset({"true", "false"})
TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*)
      | (?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
      | (?P<number>\d+(?:\.\d+)?(?:[eE][-+]?\d+)?[uU]?)
      | (?P<name>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<sign>&&|\|\||[<>=!]=|.)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Token:
    """One word or sign of a condition."""

    kind: str
    text: str


@dataclass(frozen=True)
class Comparison:
    """A name compared with a word: `event.kind == "concert"`, `answer in ["tape", "light"]`."""

    name: str
    words: tuple[str, ...]


class Unscannable(Exception):
    """The source asks in a way whose names cannot be known beforehand."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.what.en)
        self.refusal = refusal


def names_in(source: str) -> frozenset[str]:
    """Return what a condition asks about: `event.x`, `answers.y`, `answer`.

    Raises:
        Unscannable: If a name cannot be known, or a function is not one of ours.
    """
    return frozenset(token.text for token in folded(source) if token.kind == "fact")


def comparisons_in(source: str) -> tuple[Comparison, ...]:
    """Return the names that are compared with words."""
    tokens = list(folded(source))
    return tuple(_comparisons(tokens))


def _comparisons(tokens: list[Token]) -> Iterator[Comparison]:
    signs = {"==", "!="}
    for at, token in enumerate(tokens):
        after, before = tokens[at + 1 : at + 3], tokens[max(0, at - 2) : at]
        if token.kind != "fact":
            continue
        if len(after) == 2 and after[0].text in signs and after[1].kind == "text":
            yield Comparison(token.text, (word(after[1]),))
        if len(before) == 2 and before[1].text in signs and before[0].kind == "text":
            yield Comparison(token.text, (word(before[0]),))
        if len(after) == 2 and (after[0].text, after[1].text) == ("in", "["):
            yield Comparison(token.text, tuple(_listed(tokens[at + 3 :])))


def _listed(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.text == "]":
            return
        if token.kind == "text":
            yield word(token)


def folded(source: str) -> Iterator[Token]:
    """Return the tokens with `event.x`, `answers["y"]` and `answer` folded to one each."""
    tokens = _tokens(source)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        member = at > 0 and tokens[at - 1].text == "."
        if token.kind != "name" or token.text in FUNCTIONS | WORDS:
            yield token
            at += 1
        elif token.text == "answer" and not member:
            yield Token("fact", "answer")
            at += 1
        elif token.text in ("event", "answers") and not member:
            name, length = _asked(tokens[at : at + 4])
            yield Token("fact", f"{token.text}.{name}")
            at += length
        else:
            raise Unscannable(_stranger(token.text))


def _asked(tokens: list[Token]) -> tuple[str, int]:
    """Return the name after `event` or `answers`, and how many tokens it took."""
    kinds = [token.kind for token in tokens]
    signs = [token.text for token in tokens]
    if signs[1:2] == ["."] and kinds[2:3] == ["name"] and signs[0] == "event":
        return signs[2], 3
    if signs[1:2] == ["["] and kinds[2:3] == ["text"] and signs[3:4] == ["]"]:
        return word(tokens[2]), 4
    raise Unscannable(_nameless(tokens[0].text))


def _tokens(source: str) -> list[Token]:
    found = (Token(str(match.lastgroup), match.group()) for match in TOKEN.finditer(source))
    return [token for token in found if token.kind != "space"]


def word(token: Token) -> str:
    """Return what stands between a text's quotation marks."""
    return re.sub(r"\\(.)", r"\1", token.text[1:-1])


def _nameless(root: str) -> Refusal:
    return said(
        f"Villkoret säger inte vad det frågar efter i {root}.",
        f"The condition does not say what it asks of {root}.",
        'Skriv event.uppgift eller answers["område.fråga"].',
        'Write event.fact or answers["area.question"].',
    )


def _stranger(name: str) -> Refusal:
    near = get_close_matches(name, ["event", "answers", "answer", *FUNCTIONS], n=1)
    if near:
        return said(
            f"Villkoret använder {name}, som inte finns.",
            f"The condition uses {name}, which does not exist.",
            f"Menas {near[0]}?",
            f"Is {near[0]} meant?",
        )
    return said(
        f"Villkoret använder {name}, som inte finns.",
        f"The condition uses {name}, which does not exist.",
        f'Det som finns är event.…, answers["…"], answer och {", ".join(sorted(FUNCTIONS))}.',
        f'There are event.…, answers["…"], answer and {", ".join(sorted(FUNCTIONS))}.',
    )
