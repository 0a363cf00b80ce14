"""Conditions with three values: yes, no, not known yet.

The language (CEL) lives in the catalogue; here stand only what a condition is and what it may ask about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Protocol

from pydantic import AllowInfNan, GetCoreSchemaHandler
from pydantic_core import core_schema

from evenemang.domain.text import PersonText

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

Value = bool | int | Annotated[float, AllowInfNan(False)] | PersonText


@dataclass(frozen=True)
class Facts:
    """What is known: the event's facts and the answers given. What is not known is left out."""

    event: Mapping[str, Value] = field(default_factory=dict)
    answers: Mapping[str, Value] = field(default_factory=dict)
    answer: Value | None = None  # the answer that a question's own raise is about

    def about(self, answer: Value) -> Facts:
        """Return the same facts, seen from one answer."""
        return Facts(event=self.event, answers=self.answers, answer=answer)


class Evaluator(Protocol):
    """A compiled condition."""

    def __call__(self, facts: Facts) -> bool | None:
        """Return yes, no, or None where a needed fact is not known yet.

        Raises:
            ContentFaulty: If the condition itself is at fault for these facts.
        """
        ...


@dataclass(frozen=True)
class Condition:
    """A question about the facts, written by a checklist."""

    source: str
    names: frozenset[str]
    evaluate: Evaluator = field(repr=False, compare=False)

    def holds(self, facts: Facts) -> bool | None:
        """Return yes, no, or None where a needed fact is not known yet."""
        return self.evaluate(facts)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Read a condition from its source, compiled by the `compile` of the validation context."""
        return core_schema.with_info_plain_validator_function(
            _read,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda self: self.source),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say to editors that a condition is a string."""
        return {
            "type": ["string", "boolean"],
            "description": "CEL over event.*, answers[…] and answer",
        }


def deciding(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """Return the names that settle a condition: without any of them it would not be known.

    Where several suffice by themselves, one of them is told. Empty while the condition is not settled.
    """
    settled = condition.holds(facts)
    if settled is None:
        return ()
    kept = sorted(condition.names)
    for name in sorted(condition.names):
        fewer = [one for one in kept if one != name]
        if condition.holds(_only(facts, fewer)) is settled:
            kept = fewer
    return tuple(kept)


def _only(facts: Facts, names: list[str]) -> Facts:
    return Facts(
        event={key: value for key, value in facts.event.items() if f"event.{key}" in names},
        answers={key: value for key, value in facts.answers.items() if f"answers.{key}" in names},
        answer=facts.answer if "answer" in names else None,
    )


def _read(value: object, info: core_schema.ValidationInfo) -> Condition:
    if isinstance(value, Condition):
        return value
    if isinstance(value, bool):
        value = "true" if value else "false"
    if not isinstance(value, str) or not info.context or "compile" not in info.context:
        msg = "a condition is written as text"
        raise ValueError(msg)
    evaluate, names = info.context["compile"](value)
    return Condition(source=value, names=names, evaluate=evaluate)
