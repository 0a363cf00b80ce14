"""Comparing two versions of an area of risk, from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evenemang import bootstrap
from evenemang.bootstrap.comparing import area_at, changes_between
from evenemang.commands.speaking import AsJson, Data, Exit, language, put, put_line, refusals, say
from evenemang.domain.text import Text
from evenemang.flow.area_changes import Change, by_question

WHOLE = Text(sv="Området", en="The area")
EQUAL = Text(sv="Inget skiljer.", en="Nothing differs.")
DIFFER = Text(
    sv="{count} ändringar från {old} till {new}.",
    en="{count} changes from {old} to {new}.",
)
ONE_DIFFERS = Text(sv="En ändring från {old} till {new}.", en="One change from {old} to {new}.")
TWO_AREAS = Text(
    sv="{old} och {new} är olika områden. Jämför två versioner av samma.",
    en="{old} and {new} are different areas. Compare two versions of the same.",
)
WHICH = "Ett områdes id, AREA@VERSION ur datamappen, en checklist.yaml eller dess arbetsbok."


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=WHICH)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=WHICH)],
    data: Data = Path("data"),
    as_json: AsJson = False,
) -> None:
    """Säg vad som skiljer två versioner av ett riskområde, fråga för fråga."""
    with refusals():
        before, after = area_at(old, data), area_at(new, data)
        if before.area != after.area:
            say(TWO_AREAS, old=before.area, new=after.area)
            raise typer.Exit(Exit.WRONG_USE)
        found = changes_between(before, after, bootstrap.content())
    if as_json:
        put([_plain(one) for one in found])
    else:
        _tell(found)
    told = EQUAL if not found else ONE_DIFFERS if len(found) == 1 else DIFFER
    say(told, count=len(found), old=before.version, new=after.version)


def _tell(found: tuple[Change, ...]) -> None:
    for ask, told in by_question(found):
        put_line((ask or WHOLE).say(language()))
        for line in told:
            put_line(f"  {line.say(language())}")


def _plain(change: Change) -> dict[str, object]:
    return {
        "question": change.question,
        "ask": change.ask.model_dump() if change.ask else None,
        "told": change.told.model_dump(),
    }
