"""Emptying fields in a picture of a record, by their types: of its body, and of a row of its journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from evenemang.domain.personal import models
from evenemang.flow.journal import Json, Kind

REMOVED = "[gallrat]"
"""What stands where a text must stand and was removed."""

VALUED = ("Answer.value", "EarlierAnswer.value")  # a word of the checklist, or what somebody wrote
KINDS: tuple[Kind, ...] = get_args(Kind)
IsText = Callable[[str, Json], bool]  # a question's id and a value of it: whether a person wrote it


@dataclass
class Emptying:
    """Empties some fields, Model.field, and counts what was in them."""

    fields: frozenset[str]
    is_text: IsText
    found: Counter[str] = field(default_factory=Counter)
    _asked: str = ""  # the question whose answer is being looked at

    def picture(self, typed: Any, value: Json) -> Json:
        """Return a picture of something of a type without what stood in the fields."""
        kind = _fitting(typed, value)
        if kind is None:
            return value
        if not isinstance(value, Mapping):
            return [self.picture(_inner(kind), one) for one in value]
        if get_origin(kind) is dict:
            return {key: self.picture(_inner(kind), one) for key, one in value.items()}
        return self._model(kind, value)

    def at(self, root: type[BaseModel], path: str, value: Json) -> Json:
        """Return the same of what a row of the journal says of a path of a record, such as incidents/I1."""
        if path in KINDS:  # the record as a whole, or (of a dossier when it is opened) its event's name
            named = isinstance(value, str) and path == "dossier"
            return self.at(root, "event/name", value) if named else self.picture(root, value)
        model, steps = root, path.split("/")
        while len(steps) > 1 and (inner := _model_in(model, steps[0])):
            model, steps = inner, steps[1:]
        if steps[0] not in _reach(model, self.fields):
            return value
        typed = _typed(model, steps[0])
        if len(steps) == 1:
            return self._field(model, steps[0], value)
        rows = next((one for one in _parts(typed) if get_origin(one)), None)
        return value if rows is None else self.picture(_inner(rows), value)

    def _model(self, model: type[BaseModel], value: Mapping[str, Json]) -> Json:
        self._asked = str(value.get("question") or self._asked)
        within, known = _reach(model, self.fields), model.model_fields
        if not within:
            return value
        return {
            name: one if name in known and name not in within else self._field(model, name, one)
            for name, one in value.items()
        }

    def _field(self, model: type[BaseModel], name: str, value: Json) -> Json:
        qualified = f"{model.__name__}.{name}"
        if name not in model.model_fields:  # of an older form: it may have held what a field holds now
            self.found[qualified] += _says(value)
            return value
        if qualified in self.fields and _says(value):
            if qualified not in VALUED or self.is_text(self._asked, value):
                self.found[qualified] += 1
                return _emptied(model, name, value)
        return self.picture(_typed(model, name), value)


def _emptied(model: type[BaseModel], name: str, value: Json) -> Json:
    default = model.model_fields[name].default
    if isinstance(value, list):
        return [] if default == () else [REMOVED]
    return default if default is not PydanticUndefined and default in ("", None) else REMOVED


def _says(value: Json) -> bool:
    """Whether there is a text left; what a checklist says in both languages is not a person's."""
    texts = value if isinstance(value, list) else [value]
    return any(isinstance(one, str) and one.strip() and one != REMOVED for one in texts)


def _fitting(typed: Any, value: Json) -> Any:
    """Return the part of a type that a picture is of: rows, or the model that knows most of its keys."""
    parts = list(_parts(typed))
    if isinstance(value, list):
        return next((one for one in parts if get_origin(one) in (tuple, list)), None)
    if not isinstance(value, Mapping):
        return None
    models = [one for one in parts if isinstance(one, type)]
    rows = next((one for one in parts if get_origin(one) is dict), None)
    return min(models, key=lambda one: len(set(value) - set(one.model_fields)), default=rows)


def _inner(rows: Any) -> Any:
    """Return what rows are of."""
    return get_args(rows)[-1] if get_origin(rows) is dict else get_args(rows)[0]


def _parts(typed: Any) -> Iterator[Any]:
    """Yield the models and the rows in a type, out of its marks and its alternatives."""
    origin = get_origin(typed)
    if origin is Annotated:
        yield from _parts(get_args(typed)[0])
    elif origin in (Union, UnionType):
        for one in get_args(typed):
            yield from _parts(one)
    elif origin in (tuple, list, dict) or (isinstance(typed, type) and issubclass(typed, BaseModel)):
        yield typed


@cache
def _reach(root: type[BaseModel], fields: frozenset[str]) -> frozenset[str]:
    """Return the fields of a model in which something may stand that goes."""

    def holds(name: str) -> bool:
        within = models(*(_models_of(_typed(root, name))))
        return any(one.partition(".")[0] in {each.__name__ for each in within} for one in fields)

    return frozenset(name for name in root.model_fields if f"{root.__name__}.{name}" in fields or holds(name))


def _models_of(typed: Any) -> Iterator[type[BaseModel]]:
    for one in _parts(typed):
        if isinstance(one, type):
            yield one
        else:
            yield from _models_of(_inner(one))


def _model_in(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    """Return the model that a field is one of, where it is no row of them."""
    if name not in model.model_fields:
        return None
    return next((one for one in _parts(_typed(model, name)) if isinstance(one, type)), None)


@cache
def _typed(model: type[BaseModel], name: str) -> Any:
    return model.model_fields[name].rebuild_annotation()
