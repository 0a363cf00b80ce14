"""A calculator as plain data, for a command line and whoever reads JSON."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from evenemang.domain.calculator import Calculator, CalculatorField, fields
from evenemang.domain.text import Text


def described(calculator: Calculator) -> dict[str, Any]:
    """Return a calculator as plain data: id, titles, norms, formula, caveats, inputs and outputs."""
    return {
        "id": calculator.id,
        "area": calculator.area,
        "title": calculator.title.model_dump(),
        "purpose": calculator.purpose.model_dump(),
        "inputs": [_described(one) for one in fields(calculator.input)],
        "outputs": [_described(one) for one in fields(calculator.output)],
        "norms": list(calculator.norms),
        "formula": list(calculator.formula),
        "caveats": [caveat.model_dump() for caveat in calculator.caveats],
        "sources": list(calculator.sources),
        "examples": [
            {"inputs": one.inputs, "outputs": one.outputs, "arithmetic": one.arithmetic}
            for one in calculator.examples
        ],
    }


def _described(field: CalculatorField) -> dict[str, Any]:
    look = field.shown
    facts = {
        "name": field.name,
        "type": f"list of {field.items}" if field.items else field.kind,
        "label": look.label.model_dump(),
        "unit": look.unit.model_dump() if isinstance(look.unit, Text) else look.unit,
        "required": field.required,
        "default": float(field.default) if isinstance(field.default, Decimal) else field.default,
        "default_norm": look.default_norm,
        "default_end": look.default_end,
        "rows_of": look.rows_of,
        "starts": look.starts,
        "min": None if field.low is None else float(field.low),
        "max": None if field.high is None else float(field.high),
        "choices": list(field.choices),
        "words": {code: word.model_dump() for code, word in (look.words or {}).items()},
        "rounding": None
        if look.rounding is None
        else {"direction": look.rounding[0], "step": look.rounding[1]},
        "help": look.help and look.help.model_dump(),
        "of": [_described(one) for one in field.of],
    }
    return {name: fact for name, fact in facts.items() if fact not in (None, (), [], {})}
