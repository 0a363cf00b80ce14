"""A condition in plain words, for paper: ”Kommer det att drickas alkohol?” är ja, eller …"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from evenemang.catalogue.names import Token, folded, word
from evenemang.domain.checklist import Choice, Question
from evenemang.domain.condition import Condition
from evenemang.domain.profile import FactQuestion
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.words import ANSWERS

SIGNS = {
    "==": Text(sv="är", en="is"),
    "!=": Text(sv="är inte", en="is not"),
    ">=": Text(sv="är minst", en="is at least"),
    "<=": Text(sv="är högst", en="is at most"),
    ">": Text(sv="är mer än", en="is more than"),
    "<": Text(sv="är mindre än", en="is less than"),
    "in": Text(sv="är", en="is"),
}
SUMS = {
    "*": Text(sv="gånger", en="times"),
    "+": Text(sv="plus", en="plus"),
    "-": Text(sv="minus", en="minus"),
    "/": Text(sv="delat med", en="divided by"),
}
AND, OR = Text(sv="och", en="and"), Text(sv="eller", en="or")
IS_YES, IS_NO = Text(sv="är ja", en="is yes"), Text(sv="är nej", en="is no")
ALWAYS, NEVER = Text(sv="alltid", en="always"), Text(sv="aldrig", en="never")
THE_ANSWER = Text(sv="svaret", en="the answer")
NOT_SO = Text(sv="det är inte så att", en="it is not so that")


def in_plain_words(condition: Condition, content: Content) -> Text:
    """Return a condition as a person would say it; facts and answers by the words they are asked in."""
    return _Reader(list(folded(condition.source)), content).whole()


@dataclass
class _Said:
    """A piece of a condition in words; `choices` are what the fact it tells of may be called."""

    text: Text
    is_fact: bool = False  # stands alone for yes
    is_joined: bool = False  # an eller or och in it: takes parentheses inside another
    choices: Mapping[str, Text] | None = None


class _Reader:
    """Reads a condition from left to right: or, and, not, comparison, sum, value; each by the one below."""

    def __init__(self, tokens: list[Token], content: Content) -> None:
        self.tokens = tokens
        self.content = content
        self.at = 0

    def whole(self) -> Text:
        return _as_true(self._or()).text

    def _next(self) -> str:
        return self.tokens[self.at].text if self.at < len(self.tokens) else ""

    def _take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _or(self) -> _Said:
        return self._joined("||", OR, self._and)

    def _and(self) -> _Said:
        return self._joined("&&", AND, self._not)

    def _joined(self, sign: str, joint: Text, part: Callable[[], _Said]) -> _Said:
        found: list[_Said] = [part()]
        while self._next() == sign:
            self._take()
            found.append(part())
        if len(found) == 1:
            return found[0]
        words = [_in_parentheses(_as_true(one)) for one in found]
        return _Said(
            Text(
                sv=f" {joint.sv} ".join(one.sv for one in words),
                en=f" {joint.en} ".join(one.en for one in words),
            ),
            is_joined=True,
        )

    def _not(self) -> _Said:
        if self._next() != "!":
            return self._compared()
        self._take()
        denied = self._not()
        if denied.is_fact:
            return _Said(_pair(denied.text, IS_NO))
        return _Said(_pair(NOT_SO, _in_parentheses(_Said(denied.text, is_joined=True))))

    def _compared(self) -> _Said:
        left = self._sum()
        if self._next() not in SIGNS:
            return left
        sign = SIGNS[self._take().text]
        right = self._sum(left.choices)
        return _Said(_pair(_pair(left.text, sign), right.text))

    def _sum(self, choices: Mapping[str, Text] | None = None) -> _Said:
        left = self._value(choices)
        while self._next() in SUMS:
            sign = SUMS[self._take().text]
            left = _Said(_pair(_pair(left.text, sign), self._value(choices).text))
        return left

    def _value(self, choices: Mapping[str, Text] | None) -> _Said:
        token = self._take()
        if token.kind == "fact":
            return self._fact(token.text)
        if token.kind in ("text", "number") or token.text in ("true", "false"):
            return _Said(_literal(token, choices or {}))
        if token.text == "[":
            return self._listed(choices)
        if token.text == "(":
            inside = self._or()
            self._take()
            return inside
        return self._value(choices)  # double( … ) and its like say nothing to a person

    def _listed(self, choices: Mapping[str, Text] | None) -> _Said:
        found = [self._value(choices)]
        while self._take().text == ",":
            found.append(self._value(choices))
        return _Said(
            Text(
                sv=f" {OR.sv} ".join(one.text.sv for one in found),
                en=f" {OR.en} ".join(one.text.en for one in found),
            )
        )

    def _fact(self, name: str) -> _Said:
        if name == "answer":
            return _Said(THE_ANSWER)
        group, _, key = name.partition(".")
        asked = self._profile(key) if group == "event" else self.content.question(key)
        if asked is None:
            return _Said(Text(sv=key, en=key), is_fact=True)
        quoted = Text(sv=f"”{asked.ask.sv}”", en=f"“{asked.ask.en}”")
        if isinstance(asked, Question):
            return _Said(quoted, choices={**ANSWERS, **_called(asked.choices)})
        return _Said(quoted, is_fact=asked.type == "yes-no", choices=_called(asked.choices))

    def _profile(self, key: str) -> FactQuestion | None:
        return next((one for one in self.content.profile.facts if one.id == key), None)


def _literal(token: Token, choices: Mapping[str, Text]) -> Text:
    if token.kind == "text":
        code = word(token)
        return choices.get(code) or Text(sv=code, en=code)
    if token.kind == "number":
        figure = token.text.removesuffix(".0")
        return Text(sv=figure.replace(".", ","), en=figure)
    return ALWAYS if token.text == "true" else NEVER


def _called(choices: tuple[Choice, ...]) -> dict[str, Text]:
    return {
        one.id: Text(
            sv=one.text.sv[:1].lower() + one.text.sv[1:], en=one.text.en[:1].lower() + one.text.en[1:]
        )
        for one in choices
    }


def _as_true(said: _Said) -> _Said:
    return _Said(_pair(said.text, IS_YES)) if said.is_fact else said


def _in_parentheses(said: _Said) -> Text:
    return Text(sv=f"({said.text.sv})", en=f"({said.text.en})") if said.is_joined else said.text


def _pair(one: Text, other: Text) -> Text:
    return Text(sv=f"{one.sv} {other.sv}", en=f"{one.en} {other.en}")
