"""The yearly report from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evenemang import bootstrap
from evenemang.bootstrap import reporting
from evenemang.commands.speaking import Data, Exit, language, refusals, say
from evenemang.domain.text import Language, Text

WRITTEN = Text(
    sv="Årets rapport för {year} är skriven: {file}. Inget internt eller hemligt står i filen. Läs igenom "
    "den innan den lämnas.",
    en="The report of {year} is written: {file}. Nothing internal or secret is in the file. Read it through "
    "before it is handed over.",
)
WRITE_FAILED = Text(sv="{file} går inte att skriva: {why}", en="{file} cannot be written: {why}")
OTHER_ENDING = Text(
    sv="{file} slutar inte på .docx, .pdf, .xlsx eller .md. Ge filen ett namn som gör det.",
    en="{file} does not end in .docx, .pdf, .xlsx or .md. Give the file a name that does.",
)


def report(
    year: Annotated[int, typer.Argument(metavar="YEAR", help="Året, till exempel 2023.")],
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE.docx|FILE.pdf|FILE.xlsx|FILE.md", help="Filen att skriva."),
    ],
    spoken: Annotated[
        Language | None, typer.Option("--language", help="Filens språk: sv eller en.", show_default=False)
    ] = None,
    data: Data = Path("data"),
) -> None:
    """Skriv årets rapport: texten till styrelsen, med diagram och posterna bakom varje tal."""
    kind = file.suffix.lower().removeprefix(".")
    if kind not in reporting.KINDS:
        say(OTHER_ENDING, file=file)
        raise typer.Exit(Exit.WRONG_USE)
    with refusals():
        workspace = bootstrap.open_data(data).workspace
        content = reporting.print_report(workspace, year, spoken or language(), kind)
    try:
        bootstrap.write_file(file, content)
    except OSError as fault:
        say(WRITE_FAILED, file=file, why=fault.strerror or str(fault))
        raise typer.Exit(Exit.NOT_FINE) from fault
    say(WRITTEN, file=file, year=year)
