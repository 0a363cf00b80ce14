"""Every sum as a page made from its model: `python -m evenemang.commands.calculators docs/calculators.md`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from evenemang import bootstrap
from evenemang.domain.calculation import caveats, figures
from evenemang.domain.calculator import Calculator, CalculatorField, Example, fields
from evenemang.domain.checklist import Question
from evenemang.domain.norm import Norm, Unit
from evenemang.domain.text import Text
from evenemang.flow.content import Content

HEAD = """\
# Calculators

Every sum that is installed, as its model tells it: what goes in, the formula, what comes out, the figures it
stands on, and what it does not say. What holds for all of them stands in [methods.md](methods.md).

Made by `python -m evenemang.commands.calculators docs/calculators.md`, and never edited by hand.
"""


def page(content: Content) -> str:
    """Return the page, one section a sum, by id."""
    sections = [_section(content.calculators[one], content) for one in sorted(content.calculators)]
    return "\n".join([HEAD, *sections])


def _section(calculator: Calculator, content: Content) -> str:
    return "\n".join(
        [
            f"## {calculator.title.en} (`{calculator.id}`)\n",
            f"{calculator.purpose.en} {_stands_beside(calculator, content)}\n",
            "```",
            *calculator.formula,
            "```\n",
            *_table(("in", "what", "unit", "from", "to", "else"), _inputs(fields(calculator.input))),
            *_table(("out", "what", "unit", "shown"), _outputs(fields(calculator.output))),
            *_table(("norm", "value", "unit", "source", "read", "sure"), _norms(calculator, content)),
            "Does not say:\n",
            *(f"- {_plain(one.en)}" for one in caveats(calculator, content.norms)),
            "",
            f"Sources: {'; '.join(_source(one, content) for one in calculator.sources)}.\n",
            *(line for one in calculator.examples for line in _example(one)),
        ]
    )


def _stands_beside(calculator: Calculator, content: Content) -> str:
    places = [
        f"`{question.id}`{_answers(question)}"
        for area in content.areas.values()
        for question in area.questions()
        if question.calculator and question.calculator.use == calculator.id
    ]
    return f"Stands beside {' and '.join(sorted(places))}." if places else ""


def _answers(question: Question) -> str:
    answer = question.calculator.answer if question.calculator else None
    return f" (`{answer}` becomes the answer)" if answer else ""


def _inputs(asked: Iterable[CalculatorField], before: str = "") -> Iterator[tuple[str, ...]]:
    for one in asked:
        choices = ", ".join(f"`{choice}`" for choice in one.choices)
        label = f"{one.shown.label.en}: {choices}" if choices else one.shown.label.en
        bounds = ["" if bound is None else f"{bound:f}" for bound in (one.low, one.high)]
        yield f"`{before}{one.name}`", label, _unit(one.shown.unit), *bounds, _otherwise(one)
        yield from _inputs(one.of, f"{before}{one.name}.")


def _otherwise(field: CalculatorField) -> str:
    if field.required:
        return "must be given"
    if field.shown.default_norm:
        return f"norm `{field.shown.default_norm}`"
    if isinstance(field.default, bool):
        return "yes" if field.default else "no"
    return "" if field.default in (None, "", ()) else str(field.default)


def _outputs(given: Iterable[CalculatorField], before: str = "") -> Iterator[tuple[str, ...]]:
    for one in given:
        rounding = one.shown.rounding
        way = f"{rounding[0]}, {rounding[1]:g}" if rounding else ""
        yield f"`{before}{one.name}`", one.shown.label.en, _unit(one.shown.unit), way
        yield from _outputs(one.of, f"{before}{one.name}.")


def _norms(calculator: Calculator, content: Content) -> Iterator[tuple[str, ...]]:
    for norm in (content.norms[one] for one in calculator.norms):
        read = str(norm.checked) if norm.checked else "from memory"
        yield f"`{norm.id}`", figures(norm), _unit(norm.unit), _source_of(norm, content), read, norm.sure


def _source_of(norm: Norm, content: Content) -> str:
    rows = (row.source for row in norm.table if row.source)
    return "; ".join(_source(one, content) for one in dict.fromkeys([norm.source, *rows]))


def _source(name: str, content: Content) -> str:
    return content.norm_sources[name].title if name in content.norm_sources else name


def _example(example: Example) -> Iterator[str]:
    yield f"Example: {_plain(example.arithmetic)}."
    if example.published:
        yield f"The same figures are printed in: {_plain(example.published)}."
    yield "\n```json"
    yield json.dumps(example.inputs, ensure_ascii=False)
    yield json.dumps(example.outputs, ensure_ascii=False)
    yield "```\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(_plain(cell) for cell in row)} |"
    yield ""


def _unit(unit: Unit | None) -> str:
    return unit.en if isinstance(unit, Text) else unit or ""


def _plain(words: str) -> str:
    """Return words on one line, without what would part a table or become a mark."""
    return " ".join(words.split()).replace("|", "\\|").replace("*", "×").replace("<", "&lt;")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(bootstrap.content()), encoding="utf-8")
