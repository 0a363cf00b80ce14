"""Filling an empty folder with the example year, and where asked for with made-up years before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from evenemang import bootstrap
from evenemang.bootstrap import making_up
from evenemang.commands.speaking import Data, Exit, language, refusals, say
from evenemang.domain.text import Text
from evenemang.flow.made_up.scale import scale

FILLING = Text(sv="Fyller med exempelåret", en="Filling with the example year")
MAKING_UP = Text(sv="Hittar på åren före", en="Making up the years before")
FILLED = Text(
    sv="Exempelåret ligger i {data}. Starta med: evenemang --data {data}",
    en="The example year is in {data}. Start with: evenemang --data {data}",
)
MADE_UP = Text(
    sv="Exempelåret och {years} påhittade år före det ligger i {data}: {events} evenemang och {incidents} "
    "händelser (seed {seed}). Arbetsböckerna skrivs när appen är igång. Starta med: evenemang --data {data}",
    en="The example year and {years} made-up years before it are in {data}: {events} events and {incidents} "
    "incidents (seed {seed}). The workbooks are written while the app runs. Start with: "
    "evenemang --data {data}",
)
WITHOUT_YEARS = Text(
    sv="--events, --incidents och --seed gäller påhittade år. Ange hur många år med --years.",
    en="--events, --incidents and --seed are about made-up years. Say how many years with --years.",
)

IfEmpty = Annotated[bool, typer.Option("--if-empty", help="Gör inget om mappen redan används.")]
Years = Annotated[
    int | None, typer.Option("--years", help="Påhittade år före exempelåret.", show_default=False)
]
Events = Annotated[
    int | None, typer.Option("--events", help="Påhittade evenemang, annars 200 om året.", show_default=False)
]
Incidents = Annotated[
    int | None,
    typer.Option("--incidents", help="Påhittade händelser, annars 50 per evenemang.", show_default=False),
]
Seed = Annotated[int | None, typer.Option("--seed", help="Samma tal ger samma historia.", show_default=False)]


def demo(
    data: Data = Path("data"),
    if_empty: IfEmpty = False,
    years: Years = None,
    events: Events = None,
    incidents: Incidents = None,
    seed: Seed = None,
) -> None:
    """Fyll en tom datamapp med exempelåret, och med --years påhittade år före det."""
    if years is None and (events, incidents, seed) != (None, None, None):
        say(WITHOUT_YEARS)
        raise typer.Exit(Exit.WRONG_USE)
    with refusals():
        if if_empty and not bootstrap.is_empty(data):
            return
        if years is None:
            bootstrap.fill_with_example(data, _with_progress).write_workbooks()
            say(FILLED, data=data)
            return
        wanted = scale(years, events, incidents, seed)
        making_up.fill_with_history(data, wanted, _with_progress, _counted)
    said = {name: getattr(wanted, name) for name in ("years", "events", "incidents", "seed")}
    say(MADE_UP, data=data, **said)


def _with_progress(steps: Iterable[Any]) -> Iterator[Any]:
    yield from _counted(list(steps), None)


def _counted(made: Iterable[Any], total: int | None) -> Iterator[Any]:
    """Yield what is made, and show how far it has come; without a total, of a list of its own length."""
    console = Console(stderr=True)
    words = FILLING if total is None else MAKING_UP
    yield from track(made, description=words.say(language()), total=total, console=console, transient=True)
