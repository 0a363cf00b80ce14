"""Starting the app."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Annotated

import typer

from evenemang import bootstrap
from evenemang.bootstrap.listening import address_for
from evenemang.commands.speaking import Exit, refusals, say
from evenemang.domain.text import Text

ADDRESS = Text(sv="Evenemang: {address}  (avsluta med Ctrl+C)", en="Evenemang: {address}  (stop with Ctrl+C)")
NO_PORT = Text(
    sv="Alla portar 8501–8599 är upptagna. Välj en ledig med --port.",
    en="All ports 8501–8599 are taken. Choose a free one with --port.",
)
NOT_FILLED = Text(
    sv="Datamappen är tom. Fyll den med exempelåret: evenemang demo --data {data}",
    en="The data folder is empty. Fill it with the example year: evenemang demo --data {data}",
)

HOST = "127.0.0.1"
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="Port; 0 tar första lediga från 8501.")]
Address = Annotated[
    str,
    typer.Option("--address", help="Adress att lyssna på; en annan än den egna maskinens kräver inloggning."),
]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help="Öppna webbläsaren.")]


def start(data: Path, port: int, *, browser: bool, address: str) -> None:
    """Start the app and tell its address."""
    gc.disable()  # what is read now stays; the door lets it run again when the house is opened
    os.environ["EVENEMANG_DATA"] = str(data)
    chosen = port or bootstrap.free_port()
    if not chosen:
        say(NO_PORT)
        raise typer.Exit(Exit.NOT_FINE)
    with refusals():
        if bootstrap.is_empty(data):
            say(NOT_FILLED, data=data)
        bootstrap.prepare(data)
        reached = address_for(address, chosen)
    say(ADDRESS, address=reached)
    bootstrap.serve(chosen, browser=browser, address=address)
