"""Beräkningar: each sum with what went in, what came out, and the figures it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from evenemang.domain.calculation import Calculation
from evenemang.domain.calculator import CalculatorField, fields
from evenemang.domain.text import Text
from evenemang.flow.starting import filled_by
from evenemang.workbook.cells import Said
from evenemang.workbook.layout import (
    Column,
    Page,
    Part,
    Sheet,
    Table,
    coded,
    column,
    parts_of,
    shown,
    stamped,
)
from evenemang.workbook.words import SIDES, SURE, TRUTH

FROM = {
    "zone": Text(sv="Platsregistret", en="The register of places"),
    "event": Text(sv="Uppgifterna", en="The facts"),
    "answers": Text(sv="Svaren", en="The answers"),
}


@dataclass(frozen=True)
class Figure:
    """One value in a sum: on which side, and its path within it (steps as JSON Pointer, #3 in lists)."""

    of: str
    side: str
    path: str
    value: object


def _figures(page: Page) -> Iterator[Figure]:
    for number, one in enumerate(page.whole.dossier.calculations):
        dumped = one.model_dump(mode="json")
        for side in SIDES:
            for path, value in leaves(dumped[side]):
                yield Figure(str(number), side, path, value)


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, object]]:
    """Return every value inside a JSON value with its path; an empty list or map is a value itself."""
    if isinstance(value, dict) and (value or path):
        if not value:
            yield path, {}
        for key, one in value.items():
            yield from leaves(one, f"{path}/{_step(key)}")
    elif isinstance(value, list) and value:
        for number, one in enumerate(value):
            yield from leaves(one, f"{path}/#{number}")
    elif path:
        yield path, value


def _step(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1").replace("#", "~2")


def _calculation(page: Page, of: str) -> Calculation:
    return page.whole.dossier.calculations[int(of)]


def _title(page: Page, calculator: str) -> str:
    found = page.whole.content.calculators.get(calculator)
    return page.say(found.title) if found else calculator


def _fields(page: Page, figure: Figure) -> list[CalculatorField]:
    """Return the fields on the way to a figure; none where its calculator is not installed as it was."""
    found = page.whole.content.calculators.get(_calculation(page, figure.of).calculator)
    if found is None:
        return []
    known, way = fields(found.input if figure.side == "inputs" else found.output), []
    for step in figure.path.strip("/").split("/"):
        if not step.startswith("#"):
            field = next((one for one in known if one.name == step), None)
            if field is None:
                return []
            way.append(field)
            known = field.of
    return way


def _label(page: Page, figure: Figure) -> str:
    """Return what a figure is called, with the place of its row: Delområden 1 Hela ytan."""
    called = iter(page.say(one.shown.label) for one in _fields(page, figure))
    steps = figure.path.strip("/").split("/")
    named = [
        f"{int(one[1:]) + 1}" if one.startswith("#") else next(called, one.replace("_", " ")) for one in steps
    ]
    return " ".join(named)


def _unit(page: Page, figure: Figure) -> str:
    unit = next((one.shown.unit for one in reversed(_fields(page, figure))), None)
    said = page.say(unit) if isinstance(unit, Text) else unit or ""
    return "" if said == "1" else said


def _said(page: Page, figure: Figure) -> Said:
    if isinstance(figure.value, bool):
        return Said(figure.value, page.say(TRUTH[str(figure.value).lower()]))
    way = _fields(page, figure)
    if way and way[-1].kind == "choice" and isinstance(figure.value, str):
        return Said(figure.value, page.say(way[-1].word(figure.value, page.whole.content.norms)))
    return Said(figure.value)


def _norms(page: Page) -> list[Part]:
    return parts_of((str(number), one.norms) for number, one in enumerate(page.whole.dossier.calculations))


def _drawn(page: Page) -> list[Part]:
    return parts_of((str(number), one.drawn) for number, one in enumerate(page.whole.dossier.calculations))


def _changed(page: Page, kept: Calculation) -> str:
    return "; ".join(_source(page, kept, one) for one in kept.changed)


def _source(page: Page, kept: Calculation, source: str) -> str:
    """Return in words where a figure is from: Platsregistret, Scenytan: Hela ytan; a norm by its title."""
    content = page.whole.content
    if source in content.norms:
        return page.say(content.norms[source].title)
    calculator = content.calculators.get(kept.calculator)
    field = filled_by(calculator, source) if calculator else None
    label = page.say(field.shown.label) if field else source
    kind, _, rest = source.partition(".")
    if kind == "zone":
        zone = page.whole.zone_name(rest.rpartition(".")[0])
        return f"{page.say(FROM['zone'])}, {zone}: {label}"
    return f"{page.say(FROM[kind])}: {label}" if kind in FROM else label


def _drawn_said(_page: Page, part: Part) -> Said:
    return Said(part.one.value)


CALCULATIONS = Sheet(
    "calculations",
    Text(sv="Beräkningar", en="Calculations"),
    Text(
        sv="Varje beräkning med vad som gick in, vad som kom ut och vilka tal den vilar på.",
        en="Each sum with what went in, what came out, and the figures it stands on.",
    ),
    (
        Table(
            "calculations",
            Text(sv="Beräkningar", en="Calculations"),
            (
                shown(
                    "title", "Beräkning", "Calculation", 34, lambda page, one: _title(page, one.calculator)
                ),
                shown(
                    "ask",
                    "Vid frågan",
                    "At the question",
                    44,
                    lambda page, one: page.asks.get(one.question, one.question),
                ),
                *stamped("kept"),
                shown("since", "Ändrat sedan dess", "Changed since", 26, _changed),
                Column("changed", Text(sv="changed", en="changed"), kind="list", hidden=True),
                coded("question"),
                coded("calculator"),
            ),
            lambda page: page.whole.dossier.calculations,
            Text(sv="Inga beräkningar är sparade.", en="No calculations are kept."),
        ),
        Table(
            "calculation-values",
            Text(sv="Tal in och ut", en="Figures in and out"),
            (
                shown(
                    "title",
                    "Beräkning",
                    "Calculation",
                    34,
                    lambda page, one: _title(page, _calculation(page, one.of).calculator),
                ),
                shown("label", "Uppgift", "Figure", 44, _label),
                Column("value", Text(sv="Värde", en="Value"), 16, "value", pick=_said),
                shown("unit", "Enhet", "Unit", 16, _unit),
                column("side", "In eller ut", "In or out", 16, "coded", SIDES),
                coded("of"),
                coded("path"),
            ),
            _figures,
        ),
        Table(
            "calculation-norms",
            Text(sv="Tal som användes", en="Figures that were used"),
            (
                shown(
                    "calc",
                    "Beräkning",
                    "Calculation",
                    34,
                    lambda page, part: _title(page, _calculation(page, part.of).calculator),
                ),
                column("one.title", "Tal", "Figure", 44, "both"),
                column("one.value", "Värde", "Value", 16),
                column("one.unit", "Enhet", "Unit", 16, "both"),
                column("one.source", "Källa", "Source", 36),
                column("one.checked", "Kontrollerad", "Checked", 14, "day"),
                column("one.sure", "Hur säkert", "How sure", 11, "coded", SURE),
                Column(
                    "one.own",
                    Text(sv="Egen norm", en="Own norm"),
                    11,
                    "coded",
                    TRUTH,
                    pick=lambda _page, part: str(part.one.own).lower(),
                ),
                coded("of"),
                coded("one.id"),
            ),
            _norms,
        ),
        Table(
            "calculation-drawn",
            Text(sv="Tal som hämtades", en="Figures that were drawn"),
            (
                shown(
                    "calc",
                    "Beräkning",
                    "Calculation",
                    34,
                    lambda page, part: _title(page, _calculation(page, part.of).calculator),
                ),
                shown(
                    "from",
                    "Hämtat från",
                    "Drawn from",
                    44,
                    lambda page, part: _source(page, _calculation(page, part.of), part.one.source),
                ),
                Column("one.value", Text(sv="Värde då", en="Value then"), 16, "value", pick=_drawn_said),
                coded("of"),
                coded("one.source"),
            ),
            _drawn,
        ),
    ),
)
