"""A blank form to print: `evenemang checklist print`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evenemang import bootstrap
from evenemang.bootstrap import authoring, printing
from evenemang.commands.speaking import Data, Exit, language, refusals, say
from evenemang.domain.text import Text

PRINTED = Text(sv="Blanketten är skriven: {file}", en="The form is written: {file}")
NOT_PDF = Text(sv="{file} ska sluta på .pdf.", en="{file} should end with .pdf.")
WHAT = Text(
    sv="Säg vad som ska skrivas ut: evenemang checklist print AREA FILE.pdf, "
    "eller evenemang checklist print --event ID FILE.pdf.",
    en="Say what to print: evenemang checklist print AREA FILE.pdf, "
    "or evenemang checklist print --event ID FILE.pdf.",
)
ONLY_EVENT = Text(
    sv="--rounds och --secret gäller ett evenemang. Säg vilket med --event ID.",
    en="--rounds and --secret are about an event. Say which with --event ID.",
)
THERE_ALREADY = Text(
    sv="{file} finns redan. Välj ett annat namn, eller skriv över med --force.",
    en="{file} is there already. Choose another name, or write over it with --force.",
)
WRITE_FAILED = Text(sv="{file} går inte att skriva: {why}", en="{file} cannot be written: {why}")


def print_form(
    what: Annotated[
        list[str],
        typer.Argument(metavar="[AREA] FILE.pdf", help="Ett områdes id eller en checklist.yaml, och filen."),
    ],
    event: Annotated[str | None, typer.Option("--event", metavar="ID", help="Ett evenemangs frågor.")] = None,
    rounds: Annotated[bool, typer.Option("--rounds", help="Ronderna i stället för planeringen.")] = False,
    secret: Annotated[bool, typer.Option("--secret", help="Ta med hemliga frågor.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Skriv över en fil som finns.")] = False,
    data: Data = Path("data"),
) -> None:
    """Skriv en tom blankett som PDF: ett område helt, eller ett evenemangs frågor eller ronder."""
    *areas, name = what
    file = Path(name)
    _refuse_wrong_use(areas, file, event, for_event=rounds or secret)
    if file.exists() and not force:
        say(THERE_ALREADY, file=file)
        raise typer.Exit(Exit.NOT_FINE)
    with refusals():
        if event is None:
            pdf = printing.print_area(authoring.area_of(areas[0]), language())
        else:
            pdf = printing.print_event(
                bootstrap.open_data(data).workspace,
                event,
                language(),
                rounds=rounds,
                secret=secret,
                area=areas[0] if areas else None,
            )
    _write(file, pdf)
    say(PRINTED, file=file)


def _refuse_wrong_use(areas: list[str], file: Path, event: str | None, *, for_event: bool) -> None:
    if len(areas) > 1 or not (areas or event):
        said = WHAT
    elif for_event and event is None:
        said = ONLY_EVENT
    elif file.suffix.lower() != ".pdf":
        said = NOT_PDF
    else:
        return
    say(said, file=file)
    raise typer.Exit(Exit.WRONG_USE)


def _write(file: Path, pdf: bytes) -> None:
    try:
        bootstrap.write_file(file, pdf)
    except OSError as fault:
        say(WRITE_FAILED, file=file, why=fault.strerror or str(fault))
        raise typer.Exit(Exit.NOT_FINE) from fault
