"""Filling an empty folder with the example year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from evenemang import bootstrap
from evenemang.commands.speaking import Data, language, refusals, say
from evenemang.domain.text import Text

FILLING = Text(sv="Fyller med exempelåret", en="Filling with the example year")
FILLED = Text(
    sv="Exempelåret ligger i {data}. Starta med: evenemang --data {data}",
    en="The example year is in {data}. Start with: evenemang --data {data}",
)

IfEmpty = Annotated[bool, typer.Option("--if-empty", help="Gör inget om mappen redan används.")]


def demo(data: Data = Path("data"), if_empty: IfEmpty = False) -> None:
    """Fyll en tom datamapp med exempelåret."""
    with refusals():
        if if_empty and not bootstrap.is_empty(data):
            return
        opened = bootstrap.fill_with_example(data, _with_progress)
        opened.write_workbooks()
    say(FILLED, data=data)


def _with_progress(steps: Iterable[Any]) -> Iterator[Any]:
    console = Console(stderr=True)
    yield from track(list(steps), description=FILLING.say(language()), console=console, transient=True)
