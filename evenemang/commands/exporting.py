"""Exporting from the command line: a dossier as workbook or as PDF; the ending of the file decides."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from evenemang import bootstrap
from evenemang.bootstrap import Opened, printing
from evenemang.commands.dossiers import Id
from evenemang.commands.speaking import Data, Exit, language, refusals, say
from evenemang.domain.text import Language, Text

Audience = Literal["organiser", "public"]

BOOK = Text(sv="Arbetsboken är skriven: {file}", en="The workbook is written: {file}")
PAPER = Text(
    sv="Ärendet är skrivet som PDF: {file}. Hemliga uppgifter står inte i filen.",
    en="The dossier is written as PDF: {file}. Secret facts are not in the file.",
)
OPEN_PAPER = Text(
    sv="Den öppna versionen är skriven som PDF: {file}. Inget internt eller hemligt står i filen.",
    en="The open version is written as PDF: {file}. Nothing internal or secret is in the file.",
)
WRITE_FAILED = Text(sv="{file} går inte att skriva: {why}", en="{file} cannot be written: {why}")
OTHER_ENDING = Text(
    sv="{file} slutar varken på .xlsx eller .pdf. Ge filen ett namn som slutar på .xlsx för arbetsboken "
    "eller .pdf för ärendet på papper.",
    en="{file} ends neither in .xlsx nor in .pdf. Give the file a name that ends in .xlsx for the workbook "
    "or .pdf for the dossier on paper.",
)
NO_OPEN_BOOK = Text(
    sv="Den öppna versionen skrivs bara som PDF. Ge filen ett namn som slutar på .pdf.",
    en="The open version is only written as PDF. Give the file a name that ends in .pdf.",
)
NO_ORGANISERS_PAPER = Text(
    sv="Arrangörens exemplar är en arbetsbok, så att det går att svara i den. Ge filen ett namn som slutar "
    "på .xlsx.",
    en="The organiser's copy is a workbook, so that they can answer in it. Give the file a name that ends "
    "in .xlsx.",
)


def export(
    handle: Id,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx|FILE.pdf", help="Filen att skriva.")],
    audience: Annotated[
        Audience | None,
        typer.Option(
            "--for",
            help="organiser: arrangörens exemplar (.xlsx). public: den öppna versionen (.pdf). "
            "Båda utan det som är internt.",
        ),
    ] = None,
    spoken: Annotated[
        Language | None, typer.Option("--language", help="Filens språk: sv eller en.", show_default=False)
    ] = None,
    data: Data = Path("data"),
) -> None:
    """Skriv ärendet till en fil: arbetsbok (.xlsx) eller papper (.pdf)."""
    done = _fitting(file, audience)
    with refusals():
        opened = bootstrap.open_data(data)
        content = _content(opened, handle, spoken or language(), file, audience)
    try:
        bootstrap.write_file(file, content)
    except OSError as fault:
        say(WRITE_FAILED, file=file, why=fault.strerror or str(fault))
        raise typer.Exit(Exit.NOT_FINE) from fault
    say(done, file=file)


def _fitting(file: Path, audience: Audience | None) -> Text:
    """Return what is said once the file is written; what cannot be written is refused before anything."""
    ending = file.suffix.lower()
    wrong = None
    if ending not in (".xlsx", ".pdf"):
        wrong = OTHER_ENDING
    elif ending == ".xlsx" and audience == "public":
        wrong = NO_OPEN_BOOK
    elif ending == ".pdf" and audience == "organiser":
        wrong = NO_ORGANISERS_PAPER
    if wrong:
        say(wrong, file=file)
        raise typer.Exit(Exit.WRONG_USE)
    if ending == ".xlsx":
        return BOOK
    return OPEN_PAPER if audience == "public" else PAPER


def _content(opened: Opened, handle: str, spoken: Language, file: Path, audience: Audience | None) -> bytes:
    if file.suffix.lower() == ".pdf":
        return printing.print_dossier(opened.workspace, handle, spoken, public=audience == "public")
    write = opened.organisers_copy if audience else opened.workbook
    return write(handle, spoken)[1]
