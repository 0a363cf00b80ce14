"""Records with a word of its own in every text field, made from the models: a new field has one at once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge
from pydantic import AwareDatetime, BaseModel
from pydantic.fields import FieldInfo

Way = tuple[tuple[type[BaseModel], str], ...]  # from the outermost record to the field
Given = dict[tuple[type[BaseModel], str], Any]
FIXED: dict[Any, Any] = {
    NoneType: None,
    bool: True,
    float: 17.5,
    datetime: datetime(2023, 6, 1, 10, tzinfo=UTC),
    AwareDatetime: datetime(2023, 6, 1, 10, tzinfo=UTC),
    date: date(2023, 8, 25),
}


class Marker:
    """Makes records, and remembers which word stands where."""

    def __init__(self, sort: str) -> None:
        self._sort = sort
        self.words: dict[str, Way] = {}
        self._numbers = count(101)

    def record(self, model: type[BaseModel], given: Given | None = None, way: Way = ()) -> Any:
        """Return a record with every field filled; `given` says what some fields are."""
        given, body = given or {}, {}
        for name, field in model.model_fields.items():
            here: Way = (*way, (model, name))
            body[field.alias or name] = (
                given[model, name]
                if (model, name) in given
                else self._value(field.annotation, tuple(field.metadata), here, given)
            )
        if {"due", "due_days"} <= body.keys():
            body["due_days"] = None
        return model.model_validate(body)

    def word(self, way: Way = (), pattern: str = "") -> str:
        """Return a new word, fit for a text or for a name; a clock or a file has none."""
        if pattern.startswith("^([01]"):
            return "17:00"
        if pattern.startswith("^[0-9a-f]"):
            return f"{next(self._numbers):064x}.png"
        word = f"zq{self._sort}{next(self._numbers)}qz"
        self.words[word] = way
        return word

    def _value(  # noqa: PLR0911  # one line a kind
        self, kind: Any, limits: tuple[Any, ...], way: Way, given: Given
    ) -> Any:
        origin, args = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._value(args[0], (*args[1:], *limits), way, given)
        if origin is Literal:
            return args[0]
        if origin in (Union, UnionType):
            best = [one for one in args if one not in (NoneType, bool)] or [bool]
            return self._value(next((one for one in best if is_text(one)), best[0]), (), way, given)
        if origin is tuple:
            return (self._value(args[0], (), way, given),)
        if origin is dict:
            return {self._value(args[0], (), way, given): self._value(args[1], (), way, given)}
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self.record(kind, given, way)
        flat = [each for one in limits for each in (one.metadata if isinstance(one, FieldInfo) else [one])]
        if kind is str:
            return self.word(way, next((one.pattern for one in flat if getattr(one, "pattern", None)), ""))
        if kind is int:
            return max((int(one.ge) for one in flat if isinstance(one, Ge)), default=1)  # type: ignore[call-overload]  # whole numbers here
        return self.word(way) if kind is Any else FIXED[kind]


def is_text(kind: Any) -> bool:
    """Whether an annotation is a plain text."""
    return kind is str or (get_origin(kind) is Annotated and is_text(get_args(kind)[0]))
