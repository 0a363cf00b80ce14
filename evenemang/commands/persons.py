"""Everything about one person in a file, for whoever asks what is held of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evenemang import bootstrap
from evenemang.bootstrap import persons
from evenemang.commands.speaking import Data, Exit, language, refusals, say
from evenemang.domain.actor import Actor
from evenemang.domain.text import Text
from evenemang.flow.person import everything_about

WRITTEN = Text(
    sv="{file} är skriven: {standing} uppgifter och {journal} rader ur journalen. {secret} av dem är hemliga "
    "och utmärkta. Filen rymmer även andras uppgifter: pröva innan den lämnas ut. Andra stavningar, "
    "smeknamn, bilagor, säkerhetskopior och arbetsböcker är inte genomsökta.",
    en="{file} is written: {standing} facts and {journal} rows of the journal. {secret} of them are secret "
    "and marked. The file holds facts about others too: try it before it is handed out. Other spellings, "
    "nicknames, attachments, backups and workbooks are not searched.",
)
OTHER_ENDING = Text(
    sv="{file} slutar varken på .xlsx eller .json. Ge filen ett namn som gör det.",
    en="{file} ends neither in .xlsx nor in .json. Give the file a name that does.",
)
IS_THERE = Text(
    sv="{file} finns redan. Välj ett annat namn.", en="{file} is there already. Choose another name."
)
WRITE_FAILED = Text(sv="{file} går inte att skriva: {why}", en="{file} cannot be written: {why}")


def person(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Personens namn, eller en funktion.")],
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx|FILE.json", help="Filen att skriva.")],
    data: Data = Path("data"),
) -> None:
    """Skriv allt som finns om en person till en fil, även det hemliga, som då är utmärkt."""
    ending = file.suffix.lower()
    if ending not in (".xlsx", ".json"):
        say(OTHER_ENDING, file=file)
        raise typer.Exit(Exit.WRONG_USE)
    if file.exists():
        say(IS_THERE, file=file)
        raise typer.Exit(Exit.NOT_FINE)
    with refusals():
        asked = Actor(name=name)
        found = everything_about(bootstrap.open_data(data).workspace, asked.name.strip())
    content = persons.as_json(found) if ending == ".json" else persons.as_workbook(found, language())
    try:
        bootstrap.write_file(file, content)
    except OSError as fault:
        say(WRITE_FAILED, file=file, why=fault.strerror or str(fault))
        raise typer.Exit(Exit.NOT_FINE) from fault
    say(WRITTEN, file=file, standing=len(found.standing), journal=len(found.journal), secret=found.secret)
