"""Whether all is well: the data (verify), and the machine (doctor)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from evenemang import bootstrap
from evenemang.commands import backing_up
from evenemang.commands.examining import examine
from evenemang.commands.examining_folders import folders, nightly
from evenemang.commands.examining_running import running
from evenemang.commands.speaking import AsJson, Data, Exit, language, put, put_line, refusals, say
from evenemang.domain.text import Text
from evenemang.flow.books import Key
from evenemang.flow.retention.words import number

WHOLE = Text(
    sv="Allt är helt: {dossiers} ärenden, {workbooks} arbetsböcker.",
    en="All is whole: {dossiers} dossiers, {workbooks} workbooks.",
)
WAITING = Text(
    sv="{count} ändrade arbetsböcker är undanlagda i mappen returns. De väntar på att någon läser dem.",
    en="{count} changed workbooks are set aside in the folder returns. They wait for somebody to read them.",
)
REMOVED = Text(
    sv="Gallrat enligt regel: värdena i {rows}, i {records}. Det är inte ändrat i efterhand.",
    en="Removed by rule: the values of {rows}, in {records}. Nothing was changed afterwards.",
)
WELL = Text(sv="Allt som behövs finns.", en="Everything needed is here.")


Backup = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FILE]",
        help="En säkerhetskopia att bevisa, utan att den läggs tillbaka.",
        show_default=False,
    ),
]


def verify(file: Backup = None, data: Data = Path("data"), as_json: AsJson = False) -> None:
    """Kontrollera att databasen är hel och att arbetsböckerna stämmer, eller att en säkerhetskopia håller."""
    if file is not None:
        backing_up.prove_backup(file, as_json=as_json)
        return
    with refusals():
        opened = bootstrap.open_data(data)
        removed: Counter[Key] = Counter()
        faults = opened.verify(removed)
        returns = sum(not one.settled for one in opened.store.returns())
        counted = {"dossiers": len(opened.store.ids("dossier")), "workbooks": len(opened.store.files())}
    if as_json:
        told = [one.text.say(language()) for one in faults]
        emptied = {"records": len(removed), "rows": removed.total()}
        found = [one.data for one in faults]
        put({**counted, "returns": returns, "removed": emptied, "faults": told, "found": found})
    for fault in faults:
        say(fault.text)
    if returns:
        say(WAITING, count=returns)
    if removed:
        rows = number("history", removed.total(), language())
        say(REMOVED, rows=rows, records=number("records", len(removed), language()))
    if faults:
        raise typer.Exit(Exit.NOT_FINE)
    say(WHOLE, **counted)


def doctor(data: Data = Path("data"), as_json: AsJson = False) -> None:
    """Kontrollera versioner, mappar, diskutrymme och vad som saknas."""
    readings = (*examine(data), *folders(data), *running(data), nightly(data))
    if as_json:
        put([one.model_dump(mode="json") for one in readings])
    else:
        for one in readings:
            put_line(f"{'ok ' if one.fine else '!! '} {one.what.say(language())}: {one.found}")
    bad = [one for one in readings if not one.fine]
    for one in bad:
        say(one.do)
    if bad:
        raise typer.Exit(Exit.NOT_FINE)
    say(WELL)
