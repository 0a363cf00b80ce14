"""Checking content, and doing sums, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from evenemang import bootstrap
from evenemang.commands.speaking import AsJson, Exit, language, put, put_line, refusals, say
from evenemang.domain.calculation import caveats, norms_used, run
from evenemang.domain.calculator import Calculator, CalculatorOutput, fields, shown
from evenemang.domain.describing import described
from evenemang.domain.text import Text
from evenemang.flow.content import Content

if TYPE_CHECKING:
    from evenemang.catalogue import Fault

ALL_FINE = Text(sv="Inga fel.", en="No faults.")
FAULTS = Text(sv="{count} fel.", en="{count} faults.")
UNKNOWN = Text(
    sv="Det finns ingen beräkning som heter {name}. Se: evenemang calc --list",
    en="There is no calculator called {name}. See: evenemang calc --list",
)
NOT_OBJECT = Text(
    sv="Indata ska vara ett JSON-objekt, till exempel {example}. {why}",
    en="The input must be a JSON object, for example {example}. {why}",
)
WHICH = Text(
    sv="Säg vilken beräkning (evenemang calc NAMN JSON), eller --list.",
    en="Say which calculator (evenemang calc NAME JSON), or --list.",
)


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH …]", help="Filer eller mappar.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Kontrollera checklistor, normer och matriser: alla fel på en gång."""
    with refusals():
        found = bootstrap.check_content(paths or [])
    if as_json:
        put([_plain(one) for one in found])
    for one in found:
        say(one.say(language()))
    if found:
        say(FAULTS, count=len(found))
        raise typer.Exit(Exit.NOT_FINE)
    say(ALL_FINE)


def _plain(fault: Fault) -> dict[str, Any]:
    return {
        "file": fault.file,
        "line": fault.line,
        "path": fault.path,
        "what": fault.what.model_dump(),
        "do": fault.do.model_dump(),
    }


def calc(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Beräkningens id.")] = None,
    inputs: Annotated[str, typer.Argument(metavar="JSON", help="Indata som JSON.")] = "{}",
    list_all: Annotated[bool, typer.Option("--list", help="Lista beräkningarna.")] = False,
    as_json: AsJson = False,
) -> None:
    """Gör en beräkning, eller lista dem."""
    with refusals():
        content = bootstrap.content()
        if list_all:
            _list(content, as_json=as_json)
            return
        if name is None:
            say(WHICH)
            raise typer.Exit(Exit.WRONG_USE)
        calculator = content.calculators.get(name)
        if calculator is None:
            say(UNKNOWN, name=name)
            raise typer.Exit(Exit.NOT_FINE)
        _, output = run(calculator, _object(inputs), content.norms)
        _tell(calculator, output, content, as_json=as_json)


def _in_words(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(_in_words(one) for one in value)
    if isinstance(value, Text):
        return value.say(language())
    return "–" if value is None else str(value)


def _list(content: Content, *, as_json: bool) -> None:
    calculators = sorted(content.calculators.values(), key=lambda one: one.id)
    if as_json:
        put([described(one) for one in calculators])
        return
    for one in calculators:
        put_line(f"{one.id}  {one.title.say(language())}")


def _object(inputs: str) -> dict[str, Any]:
    try:
        read = json.loads(inputs)
    except ValueError as unfit:
        say(NOT_OBJECT.say(language()).replace("{example}", '{"persons": 930}').replace("{why}", str(unfit)))
        raise typer.Exit(Exit.WRONG_USE) from unfit
    if not isinstance(read, dict):
        say(NOT_OBJECT.say(language()).replace("{example}", '{"persons": 930}').replace("{why}", ""))
        raise typer.Exit(Exit.WRONG_USE)
    return read


def _tell_fields(output: CalculatorOutput, indent: str = "") -> None:
    """Print each output with its unit; the rows of one that has several stand under it."""
    for field in fields(type(output)):
        label = f"{indent}{field.shown.label.say(language())}:"
        if field.of:
            put_line(label)
            for row in getattr(output, field.name):
                _tell_fields(row, f"{indent}  ")
            continue
        unit = field.shown.unit
        unit_said = unit.say(language()) if isinstance(unit, Text) else unit or ""
        put_line(f"{label} {_in_words(shown(output, field.name))} {unit_said}".rstrip())


def _tell(calculator: Calculator, output: Any, content: Content, *, as_json: bool) -> None:
    if as_json:
        used = norms_used(calculator, content.norms, content.norm_sources)
        put(
            {
                "outputs": output.model_dump(mode="json"),
                "norms": [one.model_dump(mode="json") for one in used],
            }
        )
        return
    _tell_fields(output)
    for caveat in caveats(calculator, content.norms):
        say(caveat)
