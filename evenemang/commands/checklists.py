"""The verbs about checklists, `evenemang checklist VERB`: each a function here and a line in `__main__`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evenemang import bootstrap
from evenemang.bootstrap import authoring
from evenemang.commands.speaking import AsJson, Exit, language, put, refusals, say
from evenemang.domain.text import Text

if TYPE_CHECKING:
    from evenemang.workbook.twin.faults import CellFault

TO_EXCEL = Text(
    sv="Arbetsboken är skriven: {file}. Läs den tillbaka med: evenemang checklist from-excel {file}",
    en="The workbook is written: {file}. Read it back with: evenemang checklist from-excel {file}",
)
FROM_EXCEL = Text(sv="Checklistan är skriven: {file}", en="The checklist is written: {file}")
FAULTS = Text(
    sv="{count} fel i {file}. Inget är skrivet. Rätta arbetsboken och försök igen.",
    en="{count} faults in {file}. Nothing is written. Mend the workbook and try again.",
)
THERE_ALREADY = Text(
    sv="{file} finns redan. Välj ett annat namn, eller skriv över med --force.",
    en="{file} is there already. Choose another name, or write over it with --force.",
)
NOT_XLSX = Text(
    sv="{file} ska sluta på .xlsx, annars öppnar inte Excel den.",
    en="{file} should end with .xlsx, or Excel does not open it.",
)
WRITE_FAILED = Text(sv="{file} går inte att skriva: {why}", en="{file} cannot be written: {why}")
IDS_ADDED = Text(
    sv="{count} id tillagda eller ändrade i {file}.", en="{count} ids added or changed in {file}."
)
IDS_SAME = Text(sv="Inget nytt: alla id står i {file}.", en="Nothing new: all ids are in {file}.")

Force = Annotated[bool, typer.Option("--force", help="Skriv över en fil som finns.")]
Book = Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="Arbetsboken.")]


def to_excel(
    area: Annotated[str, typer.Argument(metavar="AREA", help="Ett områdes id, eller en checklist.yaml.")],
    file: Book,
    force: Force = False,
) -> None:
    """Skriv ett riskområde som en arbetsbok att fylla i."""
    if file.suffix.lower() != ".xlsx":
        say(NOT_XLSX, file=file)
        raise typer.Exit(Exit.WRONG_USE)
    refuse_to_overwrite(file, force)
    with refusals():
        book = authoring.area_to_excel(authoring.area_of(area), language())
    write(file, book)
    say(TO_EXCEL, file=file)


def from_excel(
    file: Book,
    out: Annotated[Path | None, typer.Argument(metavar="OUT.yaml", help="Filen att skriva.")] = None,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Läs tillbaka ett riskområde ur en arbetsbok, kontrollera det och skriv det som YAML."""
    target = out or file.with_suffix(".yaml")
    refuse_to_overwrite(target, force)
    with refusals():
        found = authoring.area_from_excel(file)
    if as_json:
        put([_plain(one) for one in found.faults])
    for one in found.faults:
        say(one.say(language()))
    if found.faults:
        say(FAULTS, count=len(found.faults), file=file)
        raise typer.Exit(Exit.NOT_FINE)
    write(target, found.text.encode())
    say(FROM_EXCEL, file=target)


def ids(
    file: Annotated[Path, typer.Argument(metavar="FILE.txt", help="Listan över publicerade id.")],
    as_json: AsJson = False,
) -> None:
    """För in nya id i listan över alla som har publicerats."""
    with refusals():
        try:
            changed = authoring.publish_ids(file)
        except OSError as fault:
            _say_unwritten(file, fault)
    if as_json:
        put([one.written() for one in changed])
    say(IDS_ADDED if changed else IDS_SAME, count=len(changed), file=file)


def _plain(fault: CellFault) -> dict[str, object]:
    cell = fault.cell
    heading = cell.heading.model_dump() if cell.heading else None
    return {
        "sheet": cell.sheet or None,
        "row": cell.row or None,
        "column": cell.column or None,
        "heading": heading,
        "what": fault.what.model_dump(),
        "do": fault.do.model_dump(),
    }


def refuse_to_overwrite(file: Path, force: bool) -> None:
    """Stop where a file is there already, unless told to write over it."""
    if file.exists() and not force:
        say(THERE_ALREADY, file=file)
        raise typer.Exit(Exit.NOT_FINE)


def write(file: Path, written: bytes) -> None:
    """Write a file whole, or say why not."""
    try:
        bootstrap.write_file(file, written)
    except OSError as fault:
        _say_unwritten(file, fault)


def _say_unwritten(file: Path, fault: OSError) -> None:
    say(WRITE_FAILED, file=file, why=fault.strerror or str(fault))
    raise typer.Exit(Exit.NOT_FINE) from fault
