"""Backups: made of a data folder in use, proved, and put back into a new one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evenemang import bootstrap
from evenemang.bootstrap.backups import making, restoring
from evenemang.bootstrap.backups.words import LEFT_OUT
from evenemang.bootstrap.retaining import Retaining
from evenemang.commands.speaking import AsJson, Data, Exit, language, put, refusals, say
from evenemang.domain.actor import Actor
from evenemang.domain.text import Text
from evenemang.flow.retention.words import number

MADE = Text(
    sv="Säkerhetskopian {file} är gjord och genomläst: {dossiers} ärenden, {files} filer, {size} MB. Den "
    "innehåller även det hemliga och är inte krypterad. Förvara den därefter, gärna på en annan disk.",
    en="The backup {file} is made and read through: {dossiers} dossiers, {files} files, {size} MB. It holds "
    "what is secret too and is not encrypted. Keep it accordingly, if possible on another disk.",
)
HOLDS = Text(
    sv="Säkerhetskopian {file} från {made} håller: {dossiers} ärenden, {files} filer.",
    en="The backup {file} of {made} holds: {dossiers} dossiers, {files} files.",
)
RESTORED = Text(
    sv="{data}: {dossiers} ärenden är tillbaka, som de var {made}. Starta med: evenemang --data {data}",
    en="{data}: {dossiers} dossiers are back, as they were {made}. Start with: evenemang --data {data}",
)

DUE = Text(
    sv="Säkerhetskopian har kvar uppgifter som ska gallras, ur {records}. Gallra dem på nytt: "
    "evenemang retention",
    en="The backup still holds facts that are to be removed, of {records}. Remove them anew: "
    "evenemang retention",
)

File = Annotated[Path, typer.Argument(metavar="FILE", help="Säkerhetskopian, en zip-fil.")]
Force = Annotated[bool, typer.Option("--force", help="Skriv över filen om den finns.")]


def backup(file: File, data: Data = Path("data"), force: Force = False, as_json: AsJson = False) -> None:
    """Gör en säkerhetskopia av hela datamappen i en fil, också medan andra arbetar."""
    with refusals():
        made = making.back_up_folder(data, file, force=force)
    counted = {"dossiers": made.dossiers, "files": len(made.members)}
    if as_json:
        put({"file": str(file), "made": made.made, **counted, "left_out": made.left_out})
    for path in made.left_out:
        say(LEFT_OUT, path=path)
    say(MADE, file=file, size=max(1, made.size // 10**6), **counted)
    if made.left_out:
        raise typer.Exit(Exit.NOT_FINE)


def restore(file: File, data: Data = Path("data"), as_json: AsJson = False) -> None:
    """Lägg tillbaka en säkerhetskopia i en ny och tom datamapp."""
    with refusals():
        found = restoring.restore(file, data)
    _tell(found, as_json=as_json)
    say(RESTORED, data=data, dossiers=found.dossiers, made=f"{found.made:%Y-%m-%d %H:%M}")
    _tell_of_retention(data)
    if found.faults:
        raise typer.Exit(Exit.NOT_FINE)


def _tell_of_retention(data: Path) -> None:
    """Say that a backup holds what the rules remove: it may be older than a removal."""
    with refusals():
        due = Retaining(bootstrap.open_data(data)).preview(Actor(name="-"))
    if due.removes or due.unfinished:
        say(DUE, records=number("records", due.removes, language()))


def prove_backup(file: Path, *, as_json: bool) -> None:
    """Check a backup, and say what of it does not hold."""
    with refusals():
        found = restoring.prove(file)
    _tell(found, as_json=as_json)
    if found.faults:
        raise typer.Exit(Exit.NOT_FINE)
    made = f"{found.made:%Y-%m-%d %H:%M}"
    say(HOLDS, file=file, made=made, dossiers=found.dossiers, files=found.files)


def _tell(found: restoring.Found, *, as_json: bool) -> None:
    told = [one.say(language()) for one in found.faults]
    if as_json:
        put({"made": found.made, "dossiers": found.dossiers, "files": found.files, "faults": told})
    for one in told:
        say(one)
