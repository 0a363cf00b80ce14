"""Making a database again from the folder of workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evenemang.bootstrap.rebuilding import rebuild as rebuild_data
from evenemang.commands.speaking import AsJson, Data, Exit, language, put, refusals, say
from evenemang.domain.text import Text

REBUILT = Text(
    sv="{data}: {dossiers} ärenden och {records} poster i registren, ur {workbooks} arbetsböcker.",
    en="{data}: {dossiers} dossiers and {records} records in the registers, from {workbooks} workbooks.",
)
NOT_ALL = Text(
    sv="Allt är inte återbyggt. Läs raderna ovan, hämta det som saknas och bygg om till en ny mapp.",
    en="Not all is rebuilt. Read the lines above, fetch what is missing, and rebuild into a new folder.",
)

Workbooks = Annotated[
    Path, typer.Option("--workbooks", exists=True, file_okay=False, help="Mappen med arbetsböckerna.")
]
Secret = Annotated[
    Path | None,
    typer.Option(
        "--secret", exists=True, file_okay=False, help="De skyddade, om de ligger någon annanstans."
    ),
]


def rebuild(
    workbooks: Workbooks, data: Data = Path("data"), secret: Secret = None, as_json: AsJson = False
) -> None:
    """Bygg upp databasen igen ur mappen med arbetsböcker, i en ny och tom datamapp."""
    with refusals():
        made = rebuild_data(workbooks, data, secret)
    counted = {"dossiers": made.dossiers, "records": made.records, "workbooks": made.workbooks}
    for note in (*made.notes, *made.faults):
        say(note)
    if as_json:
        spoken = language()
        said = {
            "faults": [one.say(spoken) for one in made.faults],
            "notes": [one.say(spoken) for one in made.notes],
        }
        put({**counted, **said})
    say(REBUILT, data=data, **counted)
    if made.faults:
        say(NOT_ALL)
        raise typer.Exit(Exit.NOT_FINE)
