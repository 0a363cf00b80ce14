"""What a calculator is: one formula, and models whose annotations make the form, the sheet and the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, Field, PlainSerializer, ValidationInfo, field_validator
from pydantic.fields import FieldInfo

from evenemang.domain.checklist import Secrecy
from evenemang.domain.norm import Norm, Unit
from evenemang.domain.text import Frozen, Text

Norms = Mapping[str, Norm]
Number = Annotated[Decimal, PlainSerializer(float, return_type=float)]
"""A number computed in decimals (three times 1.2 m is 3.6 m, not 3.5999), kept as a plain JSON number."""

Kind = Literal["number", "integer", "yes-no", "choice", "text", "time", "list"]
Said = Decimal | Text | str | Mapping[str, Any] | tuple[Any, ...] | None
Direction = Literal["up", "down", "nearest"]
End = Literal["low", "high"]
YES, NO = Text(sv="Ja", en="Yes"), Text(sv="Nej", en="No")


def _as_clock(value: Any) -> Any:
    """Return 9:05 and 09.05 as 09:05; what is no time of day stays, for the pattern to refuse."""
    hours, mark, minutes = str(value).strip().replace(".", ":").partition(":")
    return f"{hours:0>2}:{minutes}" if mark and hours.isdigit() else value


_CLOCK = BeforeValidator(_as_clock)
Clock = Annotated[str, _CLOCK, Field(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")]
"""A time of day, HH:MM; 24:00 ends a day and is not 00:00, which begins it."""


class CalculatorInput(Frozen):
    """What a calculator takes; each field's title, unit and words stand in its `Shown`."""

    @field_validator("*", mode="before")
    @classmethod
    def _yes_is_not_one(cls, value: Any, info: ValidationInfo) -> Any:
        field = cls.model_fields[str(info.field_name)]
        if isinstance(value, bool) and _kind(field.annotation)[0] != "yes-no":
            msg = "yes or no where something else is asked"
            raise ValueError(msg)
        return value


class CalculatorOutput(Frozen):
    """What a calculator gives; each field's label, unit and rounding stand in its `Shown`."""


@dataclass(frozen=True)
class Shown:
    """How a field is shown: annotate with it, `Annotated[Number, Field(gt=0), Shown(Text(…), "m²")]`.

    `default_norm` names the norm the default comes from: give the model no default then, `run` fills it.
    `default_end` says which end of the norm, where it is a range.
    `rows_of` names the norm whose rows are the choices, or are offered where a number is asked.
    `rounding` is the careful direction and the step, for the screen only.
    `starts` names what the form may start from: zone.area_m2 of each zone, event.peak_visitors, answers.…
    `below` and `above` are said when a bound is broken, where the field has a sentence of its own.
    """

    label: Text
    unit: Unit | None = None
    default_norm: str | None = None
    default_end: End | None = None
    rows_of: str | None = None
    starts: str | None = None
    rounding: tuple[Direction, float] | None = None
    words: Mapping[str, Text] | None = None  # what choices and results are called on the screen
    help: Text | None = None
    below: Text | None = None
    above: Text | None = None


@dataclass(frozen=True)
class CalculatorField:
    """One field of an input or output, as its annotation says.

    `of` holds the columns of a list of rows, `items` the kind of a list of plain values. `low` and `high`
    bound each value of such a list; `gaps` says that one of them may be missing.
    """

    name: str
    kind: Kind
    shown: Shown
    required: bool
    default: Any
    low: Decimal | None
    high: Decimal | None
    choices: tuple[str, ...]
    of: tuple[CalculatorField, ...]
    items: Kind | None = None
    gaps: bool = False

    def word(self, choice: str, norms: Norms) -> Text:
        """Return what a choice is called: its word, else the title of its norm row, else its code."""
        if self.shown.words and choice in self.shown.words:
            return self.shown.words[choice]
        norm = norms.get(self.shown.rows_of or "")
        rows = norm.table if norm else ()
        titles = (row.title for row in rows if (row.model_extra or {}).get("id") == choice)
        return next(titles, None) or Text(sv=choice, en=choice)

    def usual(self, norms: Norms) -> Any:
        """Return what it is where nobody says otherwise: the model's default, else the figure of its norm."""
        norm = norms[self.shown.default_norm] if self.shown.default_norm else None
        if norm is None:
            return self.default
        ends = {"low": norm.low, "high": norm.high}
        return ends[self.shown.default_end] if self.shown.default_end else norm.figure


@dataclass(frozen=True)
class Example:
    """A sum done by hand: what goes in, what must come out, and how it was worked out.

    `published` names who printed the same figures.
    """

    inputs: Mapping[str, Any]
    outputs: Mapping[str, Any]
    arithmetic: str
    published: str = ""


@dataclass(frozen=True)
class Calculator:
    """A sum with a name: its input and output models, its norms, its formula and its caveats.

    `compute(input, norms)` returns the output, or raises CalculationRefused with a sentence.
    """

    id: str
    area: str
    title: Text
    purpose: Text
    input: type[CalculatorInput]
    output: type[CalculatorOutput]
    norms: tuple[str, ...]
    formula: tuple[str, ...]
    caveats: tuple[Text, ...]
    sources: tuple[str, ...]
    compute: Callable[[Any, Norms], CalculatorOutput]
    secrecy: Secrecy = "open"
    examples: tuple[Example, ...] = ()


def fields(model: type[BaseModel]) -> tuple[CalculatorField, ...]:
    """Return the fields of an input or output in the order they are asked or shown.

    Raises:
        TypeError: If a field has no `Shown`, or is of a type that no form can ask for.
    """
    return tuple(_field(name, info) for name, info in model.model_fields.items())


def shown(result: CalculatorOutput, name: str) -> Said:
    """Return one output as it is shown: numbers rounded in the careful direction, words instead of codes.

    What could not be computed is None, never zero. A row of several outputs is a mapping of them.
    """
    field = next(one for one in fields(type(result)) if one.name == name)
    value = getattr(result, name)
    if isinstance(value, tuple):
        return tuple(_as_shown(one, field) for one in value)
    return _as_shown(value, field)


def rounded(value: Decimal | float, rounding: tuple[Direction, float] | None) -> Decimal:
    """Return a value rounded to a step, up, down or to the nearest."""
    exact = Decimal(str(value))
    if rounding is None:
        return exact
    ways = {"up": ROUND_CEILING, "down": ROUND_FLOOR, "nearest": ROUND_HALF_UP}
    step = Decimal(str(rounding[1]))
    return (exact / step).to_integral_value(ways[rounding[0]]) * step


def _field(name: str, info: FieldInfo) -> CalculatorField:
    look = next((one for one in info.metadata if isinstance(one, Shown)), None)
    if look is None:
        msg = f"{name} has no Shown"
        raise TypeError(msg)
    kind, inner = _kind(info.annotation)
    if kind == "text" and _CLOCK in info.metadata:
        kind = "time"
    plain = kind == "list" and not _is_row(inner)
    bounds = FieldInfo.from_annotation(inner) if plain else info
    return CalculatorField(
        name=name,
        kind=kind,
        shown=look,
        required=info.is_required() and look.default_norm is None,
        default=None if info.is_required() else info.default,
        low=_bound(bounds, "ge"),
        high=_bound(bounds, "le"),
        choices=get_args(inner) if kind == "choice" else (),
        of=fields(inner) if kind == "list" and not plain else (),
        items=_kind(inner)[0] if plain else None,
        gaps=plain and _may_be_missing(inner),
    )


def _kind(annotation: Any) -> tuple[Kind, Any]:
    """Return the kind of an annotation, and the type inside its Optional, Annotated or tuple."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return ("time", str) if _CLOCK in inside else _kind(inside[0])
    if origin in (Union, UnionType):
        return _kind(next(one for one in inside if one is not NoneType))
    if origin is tuple:
        return "list", inside[0]
    if origin is Literal:
        return "choice", annotation
    plain: dict[Any, Kind] = {
        Decimal: "number",
        int: "integer",
        bool: "yes-no",
        str: "text",
    }
    if annotation not in plain:
        msg = f"no form can ask for {annotation}"
        raise TypeError(msg)
    return plain[annotation], annotation


def _is_row(inner: Any) -> bool:
    return isinstance(inner, type) and issubclass(inner, BaseModel)


def _may_be_missing(inner: Any) -> bool:
    unwrapped = get_args(inner)[0] if get_origin(inner) is Annotated else inner
    return NoneType in get_args(unwrapped)


def _bound(info: FieldInfo, side: Literal["ge", "le"]) -> Decimal | None:
    found = [getattr(one, side) for one in info.metadata if hasattr(one, side)]
    return Decimal(str(found[0])) if found else None


def _as_shown(value: Any, field: CalculatorField) -> Said:
    if value is None:
        return None
    if isinstance(value, CalculatorOutput):
        return {name: shown(value, name) for name in type(value).model_fields}
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, int | float | Decimal):
        return rounded(value, field.shown.rounding)
    return (field.shown.words or {}).get(value, str(value))
