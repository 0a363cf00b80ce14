"""The calculations in short: what went in, what came out, and the figures used, with their sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evenemang.domain.calculation import Calculation
from evenemang.domain.calculator import CalculatorField, fields
from evenemang.flow.paper.parts import Block, Teller, lines, listed, rows
from evenemang.flow.words import SURE


def calculations(tell: Teller) -> Iterator[Block]:
    """Yield each sum that is kept with the dossier."""
    for kept in tell.whole.dossier.calculations:
        found = tell.whole.content.calculators.get(kept.calculator)
        asked = tell.whole.content.question(kept.question)
        yield from lines(
            (tell.say("Vid frågan", "At the question"), tell.text(asked.ask) if asked else kept.question),
            (tell.say("In", "In"), listed(_figures(tell, kept.inputs, fields(found.input) if found else ()))),
            (
                tell.say("Ut", "Out"),
                listed(_figures(tell, kept.outputs, fields(found.output) if found else ())),
            ),
            (tell.say("Sparad av", "Kept by"), tell.stamp(kept.kept.by, kept.kept.at)),
            title=tell.text(found.title) if found else kept.calculator,
        )
        yield from _norms(tell, kept)


def _norms(tell: Teller, kept: Calculation) -> tuple[Block, ...]:
    heads = (
        tell.say("Tal som användes", "Figure used"),
        tell.say("Värde", "Value"),
        tell.say("Enhet", "Unit"),
        tell.say("Källa", "Source"),
        tell.say("Kontrollerad", "Checked"),
        tell.say("Hur säkert", "How sure"),
    )
    own = tell.say(" (egen norm)", " (own norm)")
    from_memory = tell.say("ur minnet", "from memory")
    found = (
        (
            tell.text(one.title) + (own if one.own else ""),
            one.value if tell.language == "en" else one.value.replace(".", ","),
            tell.text(one.unit),
            one.source,
            str(one.checked or from_memory),
            tell.word(SURE[one.sure]),
        )
        for one in kept.norms
    )
    return rows(heads, (4, 3, 1.6, 4, 2, 1.6), found)


def _figures(tell: Teller, values: Mapping[str, Any], known: tuple[CalculatorField, ...]) -> Iterator[str]:
    """Yield every figure with what it is called and its unit; rows of a list one after the other."""
    named = {one.name: one for one in known}
    for key, value in values.items():
        field = named.get(key)
        label = tell.text(field.shown.label) if field else key.replace("_", " ")
        if isinstance(value, Mapping):
            yield from (f"{label}: {one}" for one in _figures(tell, value, field.of if field else ()))
        elif isinstance(value, list | tuple) and any(isinstance(one, Mapping) for one in value):
            for number, row in enumerate(value, 1):
                told = (
                    "; ".join(_figures(tell, row, field.of if field else ()))
                    if isinstance(row, Mapping)
                    else str(row)
                )
                yield f"{label} {number}: {told}"
        elif value is not None and value != []:
            yield f"{label}: {_value(tell, value, field)}"


def _value(tell: Teller, value: Any, field: CalculatorField | None) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_value(tell, one, field) for one in value)
    if field and field.kind == "choice" and isinstance(value, str):
        return tell.text(field.word(value, tell.whole.content.norms))
    if field and field.shown.words and isinstance(value, str):
        return tell.text(field.shown.words.get(value, value))
    unit = tell.text(field.shown.unit) if field else ""
    return f"{tell.value(_number(value, field))} {'' if unit == '1' else unit}".strip()


def _number(value: Any, field: CalculatorField | None) -> Any:
    """Return a decimal that was kept as text as the number it is."""
    if isinstance(value, str) and field and "number" in (field.kind, field.items):
        return float(value)
    return value
