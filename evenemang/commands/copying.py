"""Moving to another database: from the file to a server, or back."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from evenemang.bootstrap.databases import copy_database
from evenemang.commands.speaking import AsJson, Exit, language, put, refusals, say
from evenemang.domain.text import Text

COPYING = Text(sv="Kopierar och jämför", en="Copying and comparing")
COPIED = Text(
    sv="Allt är kopierat och jämfört rad för rad: {records} poster och {journal} rader historik, {rows} "
    "rader i allt. Arbetsböcker och bilagor ligger kvar i datamappen: använd den, eller kopiera den.",
    en="All is copied and compared row by row: {records} records and {journal} rows of history, {rows} "
    "rows in all. Workbooks and attachments are still in the data folder: use it, or copy it.",
)
MOVED_ON = Text(
    sv="Någon har skrivit i källan medan kopian gjordes. Kopian visar läget när den började. Stäng appen, "
    "töm målet och kopiera igen.",
    en="Somebody wrote in the source while it was copied. The copy shows how it was at the start. Stop the "
    "app, empty the target and copy again.",
)
AS_BEFORE = Text(
    sv="Kopian är lik källan, men felen ovan fanns redan där.",
    en="The copy equals the source, but the faults above were there already.",
)

From = Annotated[str, typer.Option("--from", metavar="URL", help="Varifrån: URL, fil (.db) eller datamapp.")]
To = Annotated[str, typer.Option("--to", metavar="URL", help="Vart, tomt: URL, fil (.db) eller datamapp.")]


def copy(source: From, target: To, as_json: AsJson = False) -> None:
    """Kopiera hela databasen till en annan, tom: fil till server eller tvärtom. Allt eller inget."""
    with refusals(), _bar() as bar:
        task = bar.add_task(COPYING.say(language()), total=None)
        copied, faults = copy_database(
            source, target, lambda done, total: bar.update(task, completed=done, total=total)
        )
    rows = sum(copied.rows.values())
    if as_json:
        told = [one.say(language()) for one in faults]
        put({"rows": copied.rows, "moved_on": copied.moved_on, "faults": told})
    for fault in faults:
        say(fault)
    if faults:
        say(AS_BEFORE)
    if copied.moved_on:
        say(MOVED_ON)
    say(COPIED, records=copied.rows["record"], journal=copied.rows["journal"], rows=rows)
    if faults or copied.moved_on:
        raise typer.Exit(Exit.NOT_FINE)


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
