"""Looking a dossier over from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from evenemang import bootstrap
from evenemang.commands.dossiers import Id
from evenemang.commands.speaking import AsJson, Data, Exit, language, put, put_line, refusals, say
from evenemang.domain.text import Text
from evenemang.flow.reviewing import Review
from evenemang.flow.words import FINDINGS, capital

NOTHING = Text(sv="Inget att se över.", en="Nothing to look over.")


def review(handle: Id, data: Data = Path("data"), as_json: AsJson = False) -> None:
    """Se över ett ärende: hinder för ett beslut, varningar och påpekanden."""
    with refusals():
        opened = bootstrap.open_data(data)
        found = opened.workspace.review(opened.workspace.dossier(handle).record)
    if as_json:
        put(_plain(found))
    else:
        _tell(found)
    if found.of("error"):
        raise typer.Exit(Exit.NOT_FINE)


def _plain(found: Review) -> dict[str, Any]:
    return {
        "findings": [one.model_dump(mode="json") for one in found.findings],
        "faults": [
            {"rule": one.rule, "plugin": one.plugin, "told": one.told.model_dump()} for one in found.faults
        ],
    }


def _tell(found: Review) -> None:
    for group in found.groups:
        word = capital(FINDINGS[group.severity]).say(language())
        put_line(f"{word}: {group.title.say(language())} ({group.rule})")
        for one in group.findings:
            says, where = one.says.say(language()), one.at[0].id or one.at[0].kind
            put_line(f"  {says}" if says.startswith(where) else f"  {where}  {says}")
    if not found.groups:
        say(NOTHING)
    for fault in found.faults:
        say(fault.told)
