"""Starting the app, and filling an empty folder with the example year."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from evenemang import bootstrap
from evenemang.commands.speaking import Data, Exit, language, refusals, say
from evenemang.domain.text import Text

FILLING = Text(sv="Fyller med exempelåret", en="Filling with the example year")
FILLED = Text(
    sv="Exempelåret ligger i {data}. Starta med: evenemang --data {data}",
    en="The example year is in {data}. Start with: evenemang --data {data}",
)
ADDRESS = Text(sv="Evenemang: {address}  (avsluta med Ctrl+C)", en="Evenemang: {address}  (stop with Ctrl+C)")
NO_PORT = Text(
    sv="Alla portar 8501–8599 är upptagna. Välj en ledig med --port.",
    en="All ports 8501–8599 are taken. Choose a free one with --port.",
)
NOT_FILLED = Text(
    sv="Datamappen är tom. Fyll den med exempelåret: evenemang demo --data {data}",
    en="The data folder is empty. Fill it with the example year: evenemang demo --data {data}",
)

Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="Port; 0 tar första lediga från 8501.")]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help="Öppna webbläsaren.")]


def start(data: Path, port: int, *, browser: bool) -> None:
    """Start the app and tell its address."""
    os.environ["EVENEMANG_DATA"] = str(data)
    chosen = port or bootstrap.free_port()
    if not chosen:
        say(NO_PORT)
        raise typer.Exit(Exit.NOT_FINE)
    with refusals():
        if bootstrap.is_empty(data):
            say(NOT_FILLED, data=data)
        bootstrap.prepare(data)
    say(ADDRESS, address=f"http://127.0.0.1:{chosen}")
    bootstrap.serve(chosen, browser=browser)


IfEmpty = Annotated[bool, typer.Option("--if-empty", help="Gör inget om mappen redan används.")]


def demo(data: Data = Path("data"), if_empty: IfEmpty = False) -> None:
    """Fyll en tom datamapp med exempelåret."""
    if if_empty and not bootstrap.is_empty(data):
        return
    with refusals():
        opened = bootstrap.fill_with_example(data, _with_progress)
        opened.write_workbooks()
    say(FILLED, data=data)


def _with_progress(steps: Iterable[Any]) -> Iterator[Any]:
    console = Console(stderr=True)
    yield from track(list(steps), description=FILLING.say(language()), console=console, transient=True)
