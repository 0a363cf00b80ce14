"""Personal data: what a text may hold of a person stands in the type of its field, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

Kind = Literal["name", "contact", "health", "free", "none"]
"""A name; how to reach somebody; text likely to tell of health; free text that may tell anything; none."""

Ruling = frozenset[Kind | None]  # None: a text that nobody has ruled on


@dataclass(frozen=True)
class Holds:
    """Marks a type or a field of text: `Annotated[str, Holds("name")]`. The nearest to the text counts."""

    kind: Kind


@dataclass(frozen=True)
class Said:
    """A text in a record: where it stands, what its field may hold, and the text."""

    path: str
    kind: Kind
    text: str


@cache
def rulings(model: type[BaseModel]) -> Mapping[str, Ruling]:
    """Return what each field of a model may hold itself; fields without text, and models in it, apart."""
    found = {name: frozenset(_ruling(_typed(model, name))) for name in model.model_fields}
    return {name: ruling for name, ruling in found.items() if ruling}


def models(*roots: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Return some models and every model that stands in them."""
    found: dict[type[BaseModel], None] = {}
    waiting = list(roots)
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found[model] = None
            for name in model.model_fields:
                waiting += _inside(_typed(model, name))
    return tuple(found)


def said_in(record: BaseModel) -> Iterator[Said]:
    """Return every text of a record that may hold something of a person."""
    yield from _said("", record, "none")


def _said(path: str, value: Any, kind: Kind) -> Iterator[Said]:
    if isinstance(value, BaseModel):
        ruled = rulings(type(value))
        for name in type(value).model_fields:
            yield from _said(_join(path, name), getattr(value, name), _gravest(ruled.get(name, ())))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _said(_join(path, str(key)), one, kind)
    elif isinstance(value, tuple | list):
        for number, one in enumerate(value):
            yield from _said(_join(path, str(getattr(one, "id", number))), one, kind)
    elif isinstance(value, str) and kind != "none" and value.strip():
        yield Said(path, kind, value)


def _gravest(ruled: Iterable[Kind | None]) -> Kind:
    found = set(ruled)
    order: tuple[Kind, ...] = ("health", "free", "contact", "name")
    return next((kind for kind in order if kind in found), "none")


def _join(path: str, step: str) -> str:
    return f"{path}/{step}" if path else step


def _typed(model: type[BaseModel], name: str) -> Any:
    return model.model_fields[name].rebuild_annotation()


def _ruling(typed: Any, held: Kind | None = None) -> Iterator[Kind | None]:
    """Yield the ruling on each text in a type; `Any` may be text as well."""
    if get_origin(typed) is Annotated:
        inner, *marks = get_args(typed)
        held = next((one.kind for one in reversed(marks) if isinstance(one, Holds)), held)
        yield from _ruling(inner, held)
    elif typed is str or typed is Any:
        yield held
    elif get_origin(typed) is not Literal:
        for part in get_args(typed):
            yield from _ruling(part, held)


def _inside(typed: Any) -> list[type[BaseModel]]:
    if isinstance(typed, type) and issubclass(typed, BaseModel):
        return [typed]
    return [model for part in get_args(typed) for model in _inside(part)]
