"""Conditions in CEL, with three values: yes, no, not known yet.

What is not known is left out of the facts. CEL then says KeyError (a fact, an answer) or RuntimeError (the
answer itself), unless another part of the condition settles it: unknown || true is true, unknown && false is
false. Every other exception is a fault of the condition, and is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from evenemang.catalogue.engine import compile_cel
from evenemang.catalogue.names import Unscannable, names_in
from evenemang.catalogue.refusals import Refusal, said
from evenemang.domain.checklist import NOT_RELEVANT
from evenemang.domain.condition import Evaluator, Facts, Value
from evenemang.domain.errors import ContentFaulty
from evenemang.domain.text import Text

TOLD: dict[type[Exception], Text] = {
    TypeError: Text(sv="olika slags värden möts", en="different kinds of values meet"),
    ValueError: Text(sv="ett ord är inget tal", en="a word is not a number"),
    ZeroDivisionError: Text(sv="division med noll", en="division by zero"),
    KeyError: Text(sv="ett namn är okänt", en="a name is unknown"),
}
UNTOLD = Text(sv="ett fel i villkoret", en="a fault in the condition")
LONGEST = 2_000  # characters; the longest of ours has about 220
REMEMBERED = 64  # outcomes kept of one condition


class ConditionUnreadable(ValueError):
    """A source that is not a condition, told in both languages."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.what.en)
        self.refusal = refusal


Known = tuple[object, ...]
"""All that a condition asks about, None where not known, after their types: true and 1 are equal here."""


@dataclass(frozen=True)
class Compiled:
    """A condition ready to be asked. The same is seldom not asked again: outcomes are remembered."""

    source: str
    names: frozenset[str]
    program: Any = field(repr=False, compare=False)
    _outcomes: dict[Known, tuple[bool | None]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __call__(self, facts: Facts) -> bool | None:
        """Return yes, no, or None where a needed fact is not known yet.

        Raises:
            ContentFaulty: If the condition is at fault for these facts.
        """
        known = self._known(facts)
        kept = self._outcomes.get(known)
        if kept is None:
            kept = (self._ask(facts),)
            if len(self._outcomes) >= REMEMBERED:
                self._outcomes.clear()
            self._outcomes[known] = kept
        return kept[0]

    def _ask(self, facts: Facts) -> bool | None:
        try:
            return self._worked_out(facts)
        except ContentFaulty:
            relevant = _without_not_relevant(facts)
            if relevant == facts:
                raise
            return self._worked_out(relevant)  # a sum cannot use "not relevant": that number is not known

    def _known(self, facts: Facts) -> Known:
        values: tuple[Value | None, ...] = (
            *map(facts.event.get, self._event),
            *map(facts.answers.get, self._answers),
            facts.answer if self._about_answer else None,
        )
        return (*map(type, values), *values)

    @cached_property
    def _event(self) -> tuple[str, ...]:
        return tuple(name.removeprefix("event.") for name in self.names if name.startswith("event."))

    @cached_property
    def _answers(self) -> tuple[str, ...]:
        return tuple(name.removeprefix("answers.") for name in self.names if name.startswith("answers."))

    @cached_property
    def _about_answer(self) -> bool:
        return "answer" in self.names

    def _worked_out(self, facts: Facts) -> bool | None:
        try:
            held = self.program.execute(self._context(facts))
        except KeyError as error:
            if self._asks_for(str(error.args[0])):
                return None
            raise self._fault(error) from error
        except RuntimeError as error:
            if facts.answer is None and "answer" in self.names and "'answer'" in str(error):
                return None
            raise self._fault(error) from error
        except Exception as error:  # CEL raises what Python has: TypeError, ZeroDivisionError, …
            raise self._fault(error) from error
        if not isinstance(held, bool):
            raise self._fault(TypeError(f"{held!r} is neither yes nor no"))
        return held

    def _context(self, facts: Facts) -> dict[str, Any]:
        """Only what is asked about is handed over: turning every fact into CEL's values costs the most."""
        context: dict[str, Any] = {
            "event": {name: facts.event[name] for name in self._event if name in facts.event},
            "answers": {name: facts.answers[name] for name in self._answers if name in facts.answers},
        }
        if facts.answer is not None:
            context["answer"] = facts.answer
        return context

    def _asks_for(self, name: str) -> bool:
        return f"event.{name}" in self.names or f"answers.{name}" in self.names

    def _fault(self, error: Exception) -> ContentFaulty:
        told = next((told for kind, told in TOLD.items() if isinstance(error, kind)), UNTOLD)
        return ContentFaulty(
            f"{self.source}: {error}",
            count=1,
            faults=Text(
                sv=f"Villkoret {self.source} går inte att räkna ut: {told.sv}",
                en=f"The condition {self.source} cannot be worked out: {told.en}",
            ),
        )


@lru_cache(maxsize=4096)
def compile_condition(source: str) -> tuple[Evaluator, frozenset[str]]:
    """Return the evaluator of a condition, and the names it asks about.

    Raises:
        ConditionUnreadable: If the source is not a condition, or its names cannot be known.
    """
    if len(source) > LONGEST:
        raise ConditionUnreadable(_too_long(len(source)))
    try:
        names = names_in(source)
        compiled = Compiled(source, names, compile_cel(source))
    except Unscannable as error:
        raise ConditionUnreadable(error.refusal) from error
    except Exception as error:  # the parser's own exceptions are not one family
        raise ConditionUnreadable(_not_cel(str(error))) from error
    return compiled, names


def _without_not_relevant(facts: Facts) -> Facts:
    answers = {question: value for question, value in facts.answers.items() if value != NOT_RELEVANT}
    return Facts(event=facts.event, answers=answers, answer=facts.answer)


def _too_long(length: int) -> Refusal:
    return said(
        f"Villkoret har {length} tecken.",
        f"The condition has {length} characters.",
        f"Dela det: högst {LONGEST}.",
        f"Split it: at most {LONGEST}.",
    )


def _not_cel(error: str) -> Refusal:
    first = next((line.split("Syntax error: ")[-1] for line in error.splitlines() if "error" in line), "")
    told = first.split(" expecting")[0][:120]
    return said(
        f"Villkoret går inte att tolka ({told}).",
        f"The condition cannot be understood ({told}).",
        "Skriv som event.peak_visitors >= 300 && event.stage.",
        "Write as event.peak_visitors >= 300 && event.stage.",
    )
