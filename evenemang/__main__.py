"""The command line."""

import os
from pathlib import Path
from typing import Annotated

import typer

from evenemang.pages.door.serve import free_port, serve


def start(
    data: Annotated[Path, typer.Option(envvar="EVENEMANG_DATA", help="Datamapp.")] = Path("data"),
    port: Annotated[int, typer.Option(help="Port; 0 tar första lediga från 8501.")] = 0,
    browser: Annotated[bool, typer.Option(help="Öppna webbläsaren.")] = True,
) -> None:
    """Starta Evenemang."""
    os.environ["EVENEMANG_DATA"] = str(data)
    port = port or free_port()
    typer.echo(f"Evenemang: http://127.0.0.1:{port}")
    serve(port, browser=browser)


def main() -> None:
    """Run the command line."""
    typer.run(start)


if __name__ == "__main__":
    main()
