"""Taking back, from the command line, what a list made."""

from __future__ import annotations

from pathlib import Path

import typer

from evenemang import bootstrap
from evenemang.bootstrap import Opened
from evenemang.bootstrap.removing import take_list_back
from evenemang.commands.dossiers import NO_NAME
from evenemang.commands.speaking import Exit, language, put, put_line, refusals, say
from evenemang.domain.actor import Actor
from evenemang.domain.text import Text
from evenemang.flow.past.putting_back import Update, put_back, tried_put_back, updates_taken_in
from evenemang.flow.past.taking_back import ReadIn, TakenBack, lists_read_in, tried_back
from evenemang.flow.past.words import put_back_said, stays_said, taken_back_said
from evenemang.flow.workspace import Workspace

NONE = Text(
    sv="Inget ärende kommer ur {file}. Att ta tillbaka finns: {files}.",
    en="No dossier comes from {file}. There is to take back: {files}.",
)
WOULD = Text(
    sv="Inget är ändrat. Det här skulle tas tillbaka.", en="Nothing has changed. This would be taken back."
)
UPDATE_TAKEN = Text(
    sv="Uppdateringen ur {file} är tillbakatagen.", en="The update from {file} has been taken back."
)
TAKEN = Text(sv="Listan {file} är tillbakatagen.", en="The list {file} has been taken back.")


def take_back_list(  # the options of the command
    file: Path, by: str, data: Path, *, only_update: bool, dry_run: bool, as_json: bool
) -> None:
    """Take back what the person read in of a file: its updates, then the lists; the file is not needed."""
    if not by.strip():
        say(NO_NAME)
        raise typer.Exit(Exit.WRONG_USE)
    with refusals():
        opened = bootstrap.open_data(data)
        mine = _named(opened.workspace, file.name, by, only_update=only_update)
        found = [(one, _taken_back(opened, one, Actor(name=by), dry_run=dry_run)) for one in mine]
        opened.write_workbooks()
    if as_json:
        put([_plain(one, done) for one, done in found])
        return
    for one, done in found:
        is_update = isinstance(one, Update)
        say(WOULD if dry_run else UPDATE_TAKEN if is_update else TAKEN, file=one.file)
        put_line((put_back_said if is_update else taken_back_said)(done, language()))
        if done.stays:
            put_line(stays_said(done, language()))
        for each in done.stays:
            put_line(f"{each.id}  {each.name}: {each.why.say(language())}")


def _named(workspace: Workspace, name: str, by: str, *, only_update: bool) -> list[Update | ReadIn]:
    """Return what was read in of a file by somebody, or else by anybody: who it was is then told."""
    every: list[Update | ReadIn] = list(updates_taken_in(workspace))
    if not only_update:
        every += lists_read_in(workspace)
    named = [one for one in every if one.file == name]
    if not named:
        say(NONE, file=name, files=", ".join(dict.fromkeys(one.file for one in every)) or "–")
        raise typer.Exit(Exit.NOT_FINE)
    return [one for one in named if one.by == by] or named


def _taken_back(opened: Opened, one: Update | ReadIn, by: Actor, *, dry_run: bool) -> TakenBack:
    if isinstance(one, Update):
        return (tried_put_back if dry_run else put_back)(opened.workspace, one, by)
    return tried_back(opened.workspace, one, by) if dry_run else take_list_back(opened, one, by)


def _plain(one: Update | ReadIn, done: TakenBack) -> dict[str, object]:
    return {
        "file": one.file,
        "update": isinstance(one, Update),
        "by": one.by,
        "at": one.at,
        **{name: list(getattr(done, name)) for name in ("dossiers", "places", "organisers", "lessons")},
        "stays": [{"id": each.id, "name": each.name, "why": each.why.say(language())} for each in done.stays],
    }
