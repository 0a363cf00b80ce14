"""One sum as it was done: checked inputs, the result or a refusal in words, and the norms it stood on."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from evenemang.domain.actor import Stamp
from evenemang.domain.calculator import (
    Calculator,
    CalculatorField,
    CalculatorInput,
    CalculatorOutput,
    Kind,
    Norms,
    fields,
)
from evenemang.domain.condition import Value
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import Norm, NormRow, NormUsed, OwnedNorm
from evenemang.domain.personal import Holds
from evenemang.domain.source import Source
from evenemang.domain.text import Frozen, Id, Text

NUMBERS = Text(sv="ett eller flera tal", en="one or more numbers")
Fields = tuple[CalculatorField, ...]

TOO_LOW = ("greater_than_equal", "too_short")
TOO_HIGH = ("less_than_equal", "too_long")
WANTED: dict[Kind, Text] = {
    "number": Text(sv="ett tal", en="a number"),
    "integer": Text(sv="ett heltal", en="a whole number"),
    "yes-no": Text(sv="ja eller nej", en="yes or no"),
    "choice": Text(sv="något av", en="one of"),
    "text": Text(sv="text", en="text"),
    "time": Text(sv="ett klockslag, till exempel 18:30", en="a time of day, for example 18:30"),
    "list": Text(sv="en lista", en="a list"),
}


class Drawn(Frozen):
    """A figure that came from elsewhere, as it was there: zone.torget/scen.net_m2, event.peak_visitors."""

    source: Id
    value: Value


class Calculation(Frozen):
    """A sum as it was done: inputs, outputs and the norms that were used, kept with the answer.

    `drawn` is what went in from the place register, the event's facts and other answers. `changed` names
    those of its norms and facts that have become otherwise since, and have asked for the risk again.
    """

    question: Id
    calculator: Id
    kept: Stamp
    inputs: Annotated[dict[str, Any], Holds("free")]
    outputs: Annotated[dict[str, Any], Holds("none")]  # figures, and sentences of the sum itself
    norms: tuple[NormUsed, ...]
    drawn: tuple[Drawn, ...] = ()
    changed: tuple[Id, ...] = ()

    def says_as(self, other: Calculation) -> bool:
        """Whether another sum has the same inputs, result and figures."""
        return (self.inputs, self.outputs, self.norms) == (other.inputs, other.outputs, other.norms)


def run(
    calculator: Calculator, inputs: Mapping[str, Any], norms: Norms
) -> tuple[CalculatorInput, CalculatorOutput]:
    """Return the checked input, defaults from norms filled in, and the result.

    Raises:
        CalculationRefused: If a field does not fit, named in the sentence, or the sum makes no sense.
    """
    asked = fields(calculator.input)
    given = _with_defaults(_in_a_row(inputs, asked), asked, norms)
    try:
        checked = calculator.input.model_validate(given)
    except ValidationError as fault:
        said = [_refusal(one, given, asked, norms) for one in _own_faults(fault)]
        why = Text(
            sv=" ".join(dict.fromkeys(one.sv for one in said)),
            en=" ".join(dict.fromkeys(one.en for one in said)),
        )
        raise CalculationRefused(f"{calculator.id}: unfit", why=why) from fault
    return checked, calculator.compute(checked, norms)


def norms_used(calculator: Calculator, norms: Norms, sources: Mapping[str, Source]) -> tuple[NormUsed, ...]:
    """Return the norms a calculator stands on as they are now, overridden or not."""
    return tuple(
        NormUsed(
            id=norm.id,
            title=norm.title,
            value=figures(norm),
            unit=norm.unit,
            source=sources[norm.source].title if norm.source in sources else norm.source,
            checked=norm.checked,
            sure=norm.sure,
            own=isinstance(norm, OwnedNorm),
        )
        for norm in (norms[norm_id] for norm_id in calculator.norms)
    )


def caveats(calculator: Calculator, norms: Norms) -> tuple[Text, ...]:
    """Return what a result does not say, and which of its norms nobody has read in the source."""
    unread = from_memory(calculator, norms)
    return (*calculator.caveats, *((unread,) if unread else ()))


def from_memory(calculator: Calculator, norms: Norms) -> Text | None:
    """Return which of a calculator's norms nobody has read in the source, or None."""
    unread = [norms[one].title for one in calculator.norms if not norms[one].checked]
    if not unread:
        return None
    return Text(
        sv=f"Ur minnet eller egen bedömning: {'; '.join(one.sv for one in unread)}.",
        en=f"From memory or our own judgement: {'; '.join(one.en for one in unread)}.",
    )


def figures(norm: Norm) -> str:
    """Return a norm's figure, its range, or its table row by row."""
    if norm.value is not None:
        return f"{norm.value:g}"
    if norm.low is not None:
        return f"{norm.low:g}–{norm.high:g}"
    return "; ".join(_row_in_words(row) for row in norm.table)


def _row_in_words(row: NormRow) -> str:
    """Return a row's figures and codes; its notes are sentences and are left out."""
    columns = {**({} if row.value is None else {"": row.value}), **(row.model_extra or {})}
    columns = {column: cell for column, cell in columns.items() if isinstance(cell, int | float | str)}
    name = columns.pop("id", "")
    said = ", ".join(
        f"{column} {cell:g}" if isinstance(cell, int | float) else f"{column} {cell}"
        for column, cell in columns.items()
    )
    return " ".join(f"{name} {said}".split())


def _in_a_row(given: Any, asked: Fields) -> Any:
    """Return the inputs with a single row put in its list, where it was given without one."""
    lists = [one for one in asked if one.of]
    if not isinstance(given, Mapping) or len(lists) != 1 or lists[0].name in given:
        return given
    above = {one.name for one in asked}
    row = {one.name: given[one.name] for one in lists[0].of if one.name in given and one.name not in above}
    if not row:
        return given
    return {**{name: value for name, value in given.items() if name not in row}, lists[0].name: [row]}


def _with_defaults(given: Any, asked: Fields, norms: Norms) -> Any:
    """Return the inputs with the figures of norms where a person gave none, rows of lists too."""
    if not isinstance(given, Mapping):
        return given
    filled = dict(given)
    for field in asked:
        value = filled.get(field.name)
        if value is None and field.shown.default_norm:
            filled[field.name] = field.usual(norms)
        elif field.of and isinstance(value, list | tuple):
            filled[field.name] = [_with_defaults(row, field.of, norms) for row in value]
    return filled


def _refusal(fault: ErrorDetails, given: Any, asked: Fields, norms: Norms) -> Text:
    """Return the sentence for one field that does not fit: where, what is wrong, what to do."""
    if not fault["loc"]:
        return _unknown("", asked)
    first, *rest = fault["loc"]
    field, where = _named(first, asked), []
    if field and field.of and rest:
        where.append(_row_name(given[field.name][rest[0]], field, int(rest[0])))
        asked = field.of
        field, rest = (_named(rest[1], asked) if len(rest) > 1 else field), rest[2:]
    if field and field.items and rest:
        where.append(Text(sv=f"Tal {int(rest[0]) + 1}", en=f"Figure {int(rest[0]) + 1}"))
    said = _said(fault["type"], field, norms) if field else _unknown(str(fault["loc"][-1]), asked)
    return Text(
        sv=": ".join([*(one.sv for one in where), said.sv]),
        en=": ".join([*(one.en for one in where), said.en]),
    )


def _own_faults(fault: ValidationError) -> list[ErrorDetails]:
    """Return the faults, without those of a list that only repeat the fault of a row in it."""
    found = fault.errors()
    return [
        one
        for one in found
        if not any(
            len(other["loc"]) > len(one["loc"]) and other["loc"][: len(one["loc"])] == one["loc"]
            for other in found
        )
    ]


def _named(name: str | int, asked: Fields) -> CalculatorField | None:
    return next((one for one in asked if one.name == name), None)


def _row_name(row: Any, field: CalculatorField, index: int) -> Text:
    """Return what a row of a list is called: its first text where it has one, else its place."""
    column = next((one.name for one in field.of if one.kind == "text"), "")
    name = row.get(column) if isinstance(row, Mapping) else None
    if isinstance(name, str) and name.strip():
        return Text(sv=name, en=name)
    label = field.shown.label
    return Text(sv=f"{label.sv} {index + 1}", en=f"{label.en} {index + 1}")


def _said(kind: str, field: CalculatorField, norms: Norms) -> Text:
    label, low, high = field.shown.label, field.low, field.high
    if kind in TOO_LOW and field.shown.below:
        return field.shown.below
    if kind in TOO_HIGH and field.shown.above:
        return field.shown.above
    if kind in TOO_LOW and kind != "too_short" and low is not None:
        return _limit(field, low, Text(sv="ska vara minst", en="must be at least"))
    if kind in TOO_HIGH and high is not None:
        return _limit(field, high, Text(sv="får vara högst", en="may be at most"))
    wanted = _wanted(field, norms)
    if kind == "missing":
        return Text(
            sv=f"{label.sv} saknas. Ange {wanted.sv}.",
            en=f"{label.en} is missing. Enter {wanted.en}.",
        )
    return Text(sv=f"{label.sv} ska vara {wanted.sv}.", en=f"{label.en} must be {wanted.en}.")


def _limit(field: CalculatorField, bound: Decimal, how: Text) -> Text:
    label, unit = field.shown.label, field.shown.unit or ""
    if unit == "1":
        unit = ""
    named = unit if isinstance(unit, Text) else Text.model_construct(sv=unit, en=unit)
    return Text(
        sv=f"{label.sv} {how.sv} {f'{bound:f}'.replace('.', ',')} {named.sv}".strip() + ".",
        en=f"{label.en} {how.en} {bound:f} {named.en}".strip() + ".",
    )


def _wanted(field: CalculatorField, norms: Norms) -> Text:
    words = [(code, field.word(code, norms)) for code in field.choices]
    wanted = NUMBERS if field.items in ("number", "integer") else WANTED[field.kind]
    if not words:
        return wanted
    return Text(
        sv=f"{wanted.sv} {', '.join(f'{word.sv} ({code})' for code, word in words)}",
        en=f"{wanted.en} {', '.join(f'{word.en} ({code})' for code, word in words)}",
    )


def _unknown(name: str, asked: Fields) -> Text:
    known = ", ".join(one.name for one in asked)
    return Text(
        sv=f"Fältet ”{name}” finns inte här. De som finns är {known}.",
        en=f"There is no field “{name}” here. Those that exist are {known}.",
    )
