"""Taking back, from the command line, what a list made."""

from __future__ import annotations

from pathlib import Path

import typer

from evenemang import bootstrap
from evenemang.bootstrap.removing import take_list_back
from evenemang.commands.dossiers import NO_NAME
from evenemang.commands.speaking import Exit, language, put, put_line, refusals, say
from evenemang.domain.actor import Actor
from evenemang.domain.text import Text
from evenemang.flow.past.taking_back import ReadIn, TakenBack, lists_read_in, tried_back
from evenemang.flow.past.words import stays_said, taken_back_said

NONE = Text(
    sv="Inget ärende kommer ur {file}. Inlästa listor: {files}.",
    en="No dossier comes from {file}. Lists that were read in: {files}.",
)
WOULD = Text(sv="Inget är ändrat. Det här skulle tas bort.", en="Nothing has changed. This would go.")
TAKEN = Text(sv="Listan {file} är tillbakatagen.", en="The list {file} has been taken back.")


def take_back_list(file: Path, by: str, data: Path, *, dry_run: bool, as_json: bool) -> None:
    """Take back every list of a file's name that the person read in; the file itself is not needed."""
    if not by.strip():
        say(NO_NAME)
        raise typer.Exit(Exit.WRONG_USE)
    actor = Actor(name=by)
    with refusals():
        opened = bootstrap.open_data(data)
        every = lists_read_in(opened.workspace)
        named = [one for one in every if one.file == file.name]
        if not named:
            say(NONE, file=file.name, files=", ".join(dict.fromkeys(one.file for one in every)) or "–")
            raise typer.Exit(Exit.NOT_FINE)
        mine = [one for one in named if one.by == by] or named
        found = [
            (one, tried_back(opened.workspace, one, actor) if dry_run else take_list_back(opened, one, actor))
            for one in mine
        ]
        opened.write_workbooks()
    if as_json:
        put([_plain(one, done) for one, done in found])
        return
    for one, done in found:
        say(WOULD if dry_run else TAKEN, file=one.file)
        put_line(taken_back_said(done, language()))
        if done.stays:
            put_line(stays_said(done, language()))
        for each in done.stays:
            put_line(f"{each.id}  {each.name}: {each.why.say(language())}")


def _plain(one: ReadIn, done: TakenBack) -> dict[str, object]:
    return {
        "file": one.file,
        "by": one.by,
        "at": one.at,
        **{name: list(getattr(done, name)) for name in ("dossiers", "places", "organisers", "lessons")},
        "stays": [{"id": each.id, "name": each.name, "why": each.why.say(language())} for each in done.stays],
    }
