"""The form of a sum, made from its model: one field each, rows where it takes a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import isfinite
from typing import Any

import streamlit as st

from evenemang.domain.calculation import figures
from evenemang.domain.calculator import Calculator, CalculatorField, fields
from evenemang.domain.norm import OwnedNorm
from evenemang.domain.text import Text
from evenemang.pages.showing import CHOOSE, escaped
from evenemang.pages.walk import words
from evenemang.pages.walk.calculation_result import folded
from evenemang.pages.walk.visit import Visit

ADD = Text(sv="Lägg till rad i {label}", en="Add a row to {label}")
REMOVE = Text(sv="Ta bort raden", en="Remove the row")
MORE = Text(sv="Fler uppgifter", en="More details")
SEVERAL = Text(sv="Skilj talen åt med semikolon: 24; 26,5.", en="Part the figures with semicolons: 24; 26.5.")
GAPS = Text(sv="Skriv ett streck där ett tal saknas.", en="Write a dash where a figure is missing.")
NORM_SAYS = Text(sv="Normen säger {value}. {source}.", en="The norm says {value}. {source}.")
OWN_NORM_SAYS = Text(
    sv="Kommunens egen norm säger {value}. {source}.",
    en="The municipality's own norm says {value}. {source}.",
)
OFFERED = Text(sv="Värden ur normen", en="Values from the norm")
ACROSS = 4  # fields beside each other on a desk


def show(visit: Visit, question: str, calculator: Calculator, start: Mapping[str, Any]) -> dict[str, Any]:
    """Show the fields and return what they hold, as `run` takes it; where nothing starts them, norms do."""
    asked = fields(calculator.input)
    prefix = f"{question}:{calculator.id}"
    given: dict[str, Any] = {}
    for field in asked:
        if field.of:
            given[field.name] = _rows(visit, field, f"{prefix}:{field.name}", start.get(field.name) or ())
    given |= _fields(visit, [one for one in asked if not one.of], prefix, start)
    return given


def _rows(visit: Visit, field: CalculatorField, key: str, start: Sequence[Any]) -> list[dict[str, Any]]:
    """Show the rows of a list; each keeps its number, so that removing one leaves the others alone."""
    numbers: list[int] = st.session_state.setdefault(f"{key}:rader", list(range(max(1, len(start)))))
    rows = []
    for number in numbers:
        with st.container(key=f"rad-{key}:{number}"):
            begun = start[number] if number < len(start) else {}
            rows.append(_row(visit, field, f"{key}:{number}", begun, numbers))
    label = escaped(visit.desk.say(field.shown.label).lower())
    st.button(
        visit.desk.say(ADD).format(label=label),
        key=f"ny-{key}",
        type="tertiary",
        icon=":material/add:",
        on_click=lambda: numbers.append(max(numbers) + 1),
    )
    return rows


def _row(
    visit: Visit, field: CalculatorField, key: str, start: Mapping[str, Any], numbers: list[int]
) -> dict[str, Any]:
    far = [one for one in field.of if _has_usual_value(one)]
    near = [one for one in field.of if one not in far]
    given = _fields(visit, near, key, start)
    with st.container(horizontal=True, vertical_alignment="center", key=f"radknappar-{key}"):
        if far:
            with st.popover(visit.desk.say(MORE), type="tertiary", key=f"fler-{key}"):
                given |= {one.name: _ask(visit, one, f"{key}:{one.name}", start.get(one.name)) for one in far}
        if len(numbers) > 1:
            st.button(
                visit.desk.say(REMOVE),
                key=f"bort-{key}",
                type="tertiary",
                icon=":material/close:",
                on_click=numbers.remove,
                args=(int(key.rsplit(":", 1)[1]),),
            )
    return {name: value for name, value in given.items() if value is not None}


def _has_usual_value(field: CalculatorField) -> bool:
    """Whether a number may be left as it is by most: it is asked for only when somebody wants to."""
    return field.kind in ("number", "integer") and field.default is not None


def _fields(
    visit: Visit, asked: Sequence[CalculatorField], key: str, start: Mapping[str, Any]
) -> dict[str, Any]:
    given = {}
    ticked = [one for one in asked if one.kind == "yes-no"]
    for some in _in_lines([one for one in asked if one not in ticked]):
        for column, field in zip(st.columns(ACROSS, vertical_alignment="top"), some, strict=False):
            with column:
                given[field.name] = _ask(visit, field, f"{key}:{field.name}", start.get(field.name))
    for field in ticked:
        given[field.name] = _ask(visit, field, f"{key}:{field.name}", start.get(field.name))
    return {name: value for name, value in given.items() if value is not None}


def _in_lines(asked: Sequence[CalculatorField]) -> Iterator[Sequence[CalculatorField]]:
    for first in range(0, len(asked), ACROSS):
        yield asked[first : first + ACROSS]


def _ask(visit: Visit, field: CalculatorField, key: str, start: Any) -> Any:
    """Show one field and return what it holds; an empty one is None."""
    if key not in st.session_state:
        st.session_state[key] = _begin(visit, field, start)
    label = _label(visit, field)
    value: Any
    if field.kind == "yes-no":
        value = st.checkbox(label, key=key)
    elif field.kind == "choice":
        norms, language = visit.desk.content.norms, visit.desk.language
        value = st.selectbox(
            label,
            field.choices,
            index=None,
            format_func=lambda one: field.word(one, norms).say(language),
            placeholder=visit.desk.say(CHOOSE),
            key=key,
        )
    else:
        value = _typed(field, st.text_input(label, key=key).strip())
    _help(visit, field)
    return None if value == "" else value


def _begin(visit: Visit, field: CalculatorField, start: Any) -> Any:
    value = start if start is not None else field.usual(visit.desk.content.norms)
    if field.kind == "yes-no":
        return bool(value)
    if field.kind == "choice":
        return value if value in field.choices else None
    if field.items:
        return words.figures(value or (), visit.desk.language)
    if isinstance(value, int | float | Decimal):
        return words.figure(float(value), visit.desk.language)
    return "" if value is None else str(value)


def _typed(field: CalculatorField, typed: str) -> Any:
    if field.items in ("number", "integer"):
        return typed_numbers(typed) if typed else ""
    return typed_number(typed) if field.kind in ("number", "integer") else typed


def _label(visit: Visit, field: CalculatorField) -> str:
    unit = words.unit_words(field.shown.unit, visit.desk.language)
    label = visit.desk.say(field.shown.label)
    said = unit in ("", "1") or unit.lower() in re.split(r"\W+", label.lower())
    return escaped(label if said else f"{label} ({unit})")


def _help(visit: Visit, field: CalculatorField) -> None:
    say, norms = visit.desk.say, visit.desk.content.norms
    if field.shown.help:
        st.caption(escaped(say(field.shown.help)))
    if field.items:
        st.caption(escaped(" ".join(say(one) for one in (SEVERAL, *((GAPS,) if field.gaps else ())))))
    if field.shown.default_norm:
        norm = norms[field.shown.default_norm]
        source = visit.desk.content.norm_sources[norm.source].title
        value = words.with_comma(figures(norm), visit.desk.language)
        says = OWN_NORM_SAYS if isinstance(norm, OwnedNorm) else NORM_SAYS
        st.caption(escaped(say(says).format(value=value, source=source)))
    if field.kind == "number" and field.shown.rows_of:
        rows = [
            f"{words.figure(one.value, visit.desk.language)}: {say(one.title)}"
            for one in norms[field.shown.rows_of].table
            if one.value is not None and one.title is not None
        ]
        if rows:
            folded(say(OFFERED), rows)


def typed_numbers(typed: str) -> list[float | str | None]:
    """Return numbers typed as 24; 26,5; –, a dash where one is missing; what is no number stays as typed.

    Without semicolons spaces part them. With them a space is only read as in 1 000: 24 26; 28 is not 2 426.
    """
    plain = typed.strip("; \n")
    parts = plain.split(";") if ";" in plain else re.split(r",? +|\n+", plain)
    return [_in_list(one.strip()) for one in parts]


def _in_list(typed: str) -> float | str | None:
    if typed in ("", "-", "–", "?"):
        return None
    grouped = re.fullmatch(r"-?\d{1,3}( \d{3})*([.,]\d+)?", typed)
    return typed_number(typed) if grouped or " " not in typed else typed


def typed_number(typed: str) -> float | str:
    """Return a number typed as 1 850 or 2,5; what is no number stays as it is, for the sum to refuse."""
    plain = typed.replace("\u00a0", "").replace(" ", "").replace(",", ".")
    try:
        number = float(plain)
    except ValueError:
        return typed
    if not isfinite(number):
        return typed
    return int(number) if number == int(number) else number
