"""What a sum came to: the figure with its unit and colour word, and what it rests on."""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import Any

import streamlit as st
from pydantic import ValidationError

from evenemang.domain.calculation import Calculation, figures, from_memory, norms_used
from evenemang.domain.calculator import Calculator, CalculatorField, CalculatorOutput, fields, shown
from evenemang.domain.matrix import LevelId
from evenemang.domain.norm import NormUsed, OwnedNorm
from evenemang.domain.text import Text
from evenemang.flow.saying import day
from evenemang.flow.words import ANSWERS
from evenemang.pages.showing import COLOUR, ICON, escaped
from evenemang.pages.walk import words
from evenemang.pages.walk.visit import Visit

LEVEL_OF: dict[str, LevelId] = {"green": "low", "yellow": "medium", "orange": "high", "red": "very-high"}
RESTS_ON = Text(sv="Formel, källor och förbehåll", en="Formula, sources and caveats")
INPUTS_AND_NORMS = Text(sv="Indata och normer", en="Inputs and norms")
KEPT = Text(sv="Sparad beräkning: {result}", en="Kept sum: {result}")
NORM = Text(sv="{title}: {value}. {source}", en="{title}: {value}. {source}")
READ = Text(sv="läst {day}", en="read {day}")
FROM_MEMORY = Text(sv="ur minnet", en="from memory")
OWN = Text(sv="Egen norm", en="Own norm")
OWN_NORM = Text(
    sv="Egen norm, {title}: {value}. Källa: {source}. I stället för {instead}.",
    en="Own norm, {title}: {value}. Source: {source}. Instead of {instead}.",
)
SOURCES = Text(sv="Källa: {sources}", en="Source: {sources}")


def show(visit: Visit, calculator: Calculator, output: CalculatorOutput, answer: str | None) -> None:
    """Show the main figure large, the colour as a badge, the rest in a line, and what is from memory."""
    asked = fields(type(output))
    main = _main(output, answer)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.metric(visit.desk.say(main.shown.label), _value(visit, output, main), width="content")
        for field in asked:
            badge = _badge(visit, output, field)
            if badge:
                st.markdown(badge, width="content")
    by_row = any(one.of for one in asked)  # then a bare list of figures says nothing more
    rest = [
        one
        for one in asked
        if one.name != main.name
        and not one.of
        and not (one.items in ("number", "integer") and by_row)
        and not _badge(visit, output, one)
    ]
    said = [(one, _value(visit, output, one)) for one in rest]
    line = " · ".join(f"{visit.desk.say(one.shown.label)}: {value}" for one, value in said if value)
    if line:
        st.caption(escaped(line))
    for field in asked:
        if field.of:
            _rows(visit, getattr(output, field.name))
    _own(visit, calculator)
    unread = from_memory(calculator, visit.desk.content.norms)
    if unread:
        st.caption(f":material/history: {escaped(visit.desk.say(unread))}")


def _rows(visit: Visit, rows: tuple[CalculatorOutput, ...]) -> None:
    """Show a result of several rows, one line each: its name, its figures, its colour."""
    for row in rows:
        first, *rest = fields(type(row))
        badges = [found for one in rest if (found := _badge(visit, row, one))]
        said = [_labelled(visit, row, one) for one in rest if not _badge(visit, row, one)]
        line = " · ".join([f"**{escaped(_value(visit, row, first))}**", *(one for one in said if one)])
        st.markdown(" ".join([line, *badges]))


def _labelled(visit: Visit, row: CalculatorOutput, field: CalculatorField) -> str:
    value = _value(visit, row, field)
    return escaped(f"{visit.desk.say(field.shown.label).lower()} {value}") if value else ""


def kept(visit: Visit, calculator: Calculator, found: Calculation, answer: str | None) -> None:
    """Show the sum that was kept: the figure, who and when, and folded its inputs and norms."""
    result = _in_short(visit, calculator, found, answer)
    said = f"{visit.desk.say(KEPT).format(result=result)} · {words.saved(found.kept, visit)}"
    st.caption(f":material/calculate: {escaped(said)}")
    lines = [
        *_inputs(visit, fields(calculator.input), found.inputs),
        *(_norm(visit, one) for one in found.norms),
    ]
    folded(visit.desk.say(INPUTS_AND_NORMS), lines)


def _in_short(visit: Visit, calculator: Calculator, found: Calculation, answer: str | None) -> str:
    """Return the figure that was kept; one of a calculator that gives something else now, as it stands."""
    try:
        output = calculator.output.model_validate(found.outputs)
    except ValidationError:
        return "; ".join(f"{name} {value}" for name, value in found.outputs.items())
    main = _main(output, answer)
    return f"{visit.desk.say(main.shown.label).lower()} {_value(visit, output, main)}"


def ground(visit: Visit, calculator: Calculator) -> None:
    """Show, folded, the formula, the norms, the sources and what a result does not say."""
    desk = visit.desk
    used = norms_used(calculator, desk.content.norms, desk.content.norm_sources)
    titles = [
        desk.content.norm_sources[one].title for one in calculator.sources if one in desk.content.norm_sources
    ]
    said = [caveat.say(desk.language) for caveat in calculator.caveats]
    norms = [" ".join([_norm(visit, one), *_note(visit, one)]) for one in used]
    lines = [*calculator.formula, *norms, desk.say(SOURCES).format(sources="; ".join(titles)), *said]
    folded(desk.say(RESTS_ON), lines)


def folded(title: str, lines: list[str]) -> None:
    """Show lines of small print, folded until somebody asks."""
    inside = "<br>".join(escape(one) for one in lines)
    st.html(f'<details class="kalla"><summary>{escape(title)}</summary>{inside}</details>')


def _main(output: CalculatorOutput, answer: str | None) -> CalculatorField:
    """Return the field shown large: the one that answers, else what is told first in words, else a figure."""
    asked = fields(type(output))
    there = [one for one in asked if getattr(output, one.name) is not None]
    first = asked[0]
    if answer is None and first in there and first.kind in ("choice", "text", "time"):
        return first
    figures = (one for one in there if one.kind in ("number", "integer"))
    return next((one for one in there if one.name == answer), None) or next(figures, asked[0])


def _value(visit: Visit, output: CalculatorOutput, field: CalculatorField) -> str:
    """Return one output in words; empty where it could not be computed."""
    value = shown(output, field.name)
    if value is None:
        return ""
    unit = words.unit_words(field.shown.unit, visit.desk.language)
    parts = value if isinstance(value, tuple) else (value,)
    said = ", ".join(_said(visit, one) for one in parts)
    return f"{said} {unit}".strip()


def _said(visit: Visit, value: Any) -> str:
    if isinstance(value, Decimal | int | float) and not isinstance(value, bool):
        return words.figure(float(value), visit.desk.language)
    return str(visit.desk.say(value)) if isinstance(value, Text | str) else str(value)


def _badge(visit: Visit, output: CalculatorOutput, field: CalculatorField) -> str:
    found = LEVEL_OF.get(str(getattr(output, field.name)))
    if found is None or field.kind != "choice":
        return ""
    return f":{COLOUR[found]}-badge[:material/{ICON[found]}: {escaped(_value(visit, output, field))}]"


def _inputs(visit: Visit, asked: tuple[CalculatorField, ...], given: dict[str, Any]) -> list[str]:
    lines = []
    for field in asked:
        value = given.get(field.name)
        if field.of and isinstance(value, list | tuple):
            lines += ["; ".join(_inputs(visit, field.of, dict(row))) for row in value]
        elif value is not None:
            unit = words.unit_words(field.shown.unit, visit.desk.language)
            label = visit.desk.say(field.shown.label)
            lines.append(f"{label}: {_input(visit, field, value)} {unit if unit != '1' else ''}".strip())
    return lines


def _input(visit: Visit, field: CalculatorField, value: Any) -> str:
    if field.kind == "choice":
        return field.word(str(value), visit.desk.content.norms).say(visit.desk.language)
    if isinstance(value, bool):
        return visit.desk.say(ANSWERS["yes" if value else "no"])
    if field.items:
        return "; ".join("–" if one is None else _said(visit, one) for one in value)
    return _said(visit, value)


def _note(visit: Visit, used: NormUsed) -> list[str]:
    note = visit.desk.content.norms[used.id].note
    return [visit.desk.say(note)] if note else []


def _norm(visit: Visit, used: NormUsed) -> str:
    say, language = visit.desk.say, visit.desk.language
    read = say(READ).format(day=day(used.checked, language)) if used.checked else say(FROM_MEMORY)
    unit = words.unit_words(used.unit, language)
    value = f"{words.with_comma(used.value, language)} {unit}".strip()
    said = say(NORM).format(title=say(used.title), value=value, source=used.source)
    return f"{say(OWN)}: {said} ({read})" if used.own else f"{said} ({read})"


def _own(visit: Visit, calculator: Calculator) -> None:
    """Say which of the figures are the municipality's own, beside the verdict that rests on them."""
    say, language = visit.desk.say, visit.desk.language
    for one in (visit.desk.content.norms[each] for each in calculator.norms):
        if isinstance(one, OwnedNorm):
            source = visit.desk.content.norm_sources[one.source]
            line = say(OWN_NORM).format(
                title=say(one.title),
                value=words.with_comma(f"{figures(one)} {words.unit_words(one.unit, language)}", language),
                source=f"{source.title}, {source.at}",
                instead=words.with_comma(figures(one.instead), language),
            )
            st.caption(f":material/account_balance: {escaped(line)}")
