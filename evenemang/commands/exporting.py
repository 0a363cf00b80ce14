"""Exporting from the command line: a dossier as workbook, as PDF, or its answer to the police."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from evenemang import bootstrap
from evenemang.bootstrap import Opened, printing
from evenemang.commands.dossiers import Id
from evenemang.commands.speaking import Data, Exit, language, refusals, say
from evenemang.domain.text import Language, Text

Audience = Literal["organiser", "public", "police"]
ENDINGS = (".xlsx", ".pdf", ".docx")

BOOK = Text(sv="Arbetsboken är skriven: {file}", en="The workbook is written: {file}")
PAPER = Text(
    sv="Ärendet är skrivet som PDF: {file}. Hemliga uppgifter står inte i filen.",
    en="The dossier is written as PDF: {file}. Secret facts are not in the file.",
)
OPEN_PAPER = Text(
    sv="Den öppna versionen är skriven som PDF: {file}. Inget internt eller hemligt står i filen.",
    en="The open version is written as PDF: {file}. Nothing internal or secret is in the file.",
)
LETTER = Text(
    sv="Yttrandet är skrivet: {file}. Hemliga uppgifter står inte i filen. Läs igenom det och skriv under.",
    en="The answer is written: {file}. Secret facts are not in the file. Read it through and sign it.",
)
WRITE_FAILED = Text(sv="{file} går inte att skriva: {why}", en="{file} cannot be written: {why}")
OTHER_ENDING = Text(
    sv="{file} slutar varken på .xlsx, .pdf eller .docx. Ge filen ett namn som slutar på .xlsx för "
    "arbetsboken, .pdf för ärendet på papper eller .docx för yttrandet till Polisen.",
    en="{file} ends neither in .xlsx, .pdf nor .docx. Give the file a name that ends in .xlsx for the "
    "workbook, .pdf for the dossier on paper or .docx for the answer to the police.",
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
ONLY_A_LETTER = Text(
    sv="Bara yttrandet till Polisen skrivs som .docx. Ta bort --for, eller skriv --for police.",
    en="Only the answer to the police is written as .docx. Leave out --for, or write --for police.",
)
NO_LETTERS_BOOK = Text(
    sv="Yttrandet skrivs som .docx eller .pdf. Ge filen ett namn som slutar på något av dem.",
    en="The answer is written as .docx or .pdf. Give the file a name that ends in one of them.",
)
NO_NUMBER = Text(
    sv="--their-number hör till yttrandet till Polisen. Skriv --for police också, eller ta bort det.",
    en="--their-number belongs to the answer to the police. Write --for police as well, or leave it out.",
)


def export(
    handle: Id,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx|FILE.pdf|FILE.docx", help="Filen att skriva.")],
    audience: Annotated[
        Audience | None,
        typer.Option(
            "--for",
            help="organiser: arrangörens exemplar (.xlsx). public: den öppna versionen (.pdf). "
            "Båda utan det som är internt. police: yttrandet till Polisen (.docx eller .pdf).",
        ),
    ] = None,
    theirs: Annotated[
        str,
        typer.Option(
            "--their-number", help="Polisens diarienummer, i yttrandet; annars ärendets.", show_default=False
        ),
    ] = "",
    spoken: Annotated[
        Language | None, typer.Option("--language", help="Filens språk: sv eller en.", show_default=False)
    ] = None,
    data: Data = Path("data"),
) -> None:
    """Skriv ärendet till en fil: arbetsbok (.xlsx), papper (.pdf) eller yttrande (.docx)."""
    done = _fitting(file, audience, numbered=bool(theirs))
    with refusals():
        opened = bootstrap.open_data(data)
        if done is LETTER:
            kind: printing.Kind = "docx" if file.suffix.lower() == ".docx" else "pdf"
            content = printing.print_letter(opened.workspace, handle, spoken or language(), kind, theirs)
        else:
            content = _content(opened, handle, spoken or language(), file, audience)
    try:
        bootstrap.write_file(file, content)
    except OSError as fault:
        say(WRITE_FAILED, file=file, why=fault.strerror or str(fault))
        raise typer.Exit(Exit.NOT_FINE) from fault
    say(done, file=file)


def _fitting(file: Path, audience: Audience | None, *, numbered: bool) -> Text:
    """Return what is said once the file is written; what cannot be written is refused before anything."""
    ending = file.suffix.lower()
    wrong = _wrong(ending, audience)
    letter = ending == ".docx" or audience == "police"
    if wrong is None and numbered and not letter:
        wrong = NO_NUMBER
    if wrong:
        say(wrong, file=file)
        raise typer.Exit(Exit.WRONG_USE)
    if letter:
        return LETTER
    if ending == ".xlsx":
        return BOOK
    return OPEN_PAPER if audience == "public" else PAPER


def _wrong(ending: str, audience: Audience | None) -> Text | None:
    """Return why nothing is written with that ending for that audience."""
    if ending not in ENDINGS:
        return OTHER_ENDING
    if ending == ".docx":
        return None if audience in (None, "police") else ONLY_A_LETTER
    unwritten: dict[tuple[str, Audience | None], Text] = {
        (".xlsx", "public"): NO_OPEN_BOOK,
        (".xlsx", "police"): NO_LETTERS_BOOK,
        (".pdf", "organiser"): NO_ORGANISERS_PAPER,
    }
    return unwritten.get((ending, audience))


def _content(opened: Opened, handle: str, spoken: Language, file: Path, audience: Audience | None) -> bytes:
    if file.suffix.lower() == ".pdf":
        return printing.print_dossier(opened.workspace, handle, spoken, public=audience == "public")
    write = opened.organisers_copy if audience else opened.workbook
    return write(handle, spoken)[1]
