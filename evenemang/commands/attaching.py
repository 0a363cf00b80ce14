"""Attachments from the command line: bringing files to a dossier."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, get_args

import typer

from evenemang import bootstrap
from evenemang.bootstrap import Opened
from evenemang.bootstrap.attaching import DataShelf
from evenemang.commands.dossiers import NO_NAME, Id
from evenemang.commands.speaking import AsJson, By, Data, Exit, put, refusals, say
from evenemang.domain.actor import Actor, stamp
from evenemang.domain.assessment import AttachmentKind, AttachmentNote
from evenemang.domain.checklist import Secrecy
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Text
from evenemang.flow.attaching import Attach
from evenemang.flow.filing import Filing

LARGEST = 12_000_000  # bytes that are read of a file: what is larger is refused unread
ATTACHED = Text(sv="Bifogat: {name} som {file}.", en="Attached: {name} as {file}.")
CANNOT_READ = Text(sv="{file} går inte att läsa: {why}", en="{file} cannot be read: {why}")
NOT_A_KIND = Text(sv="--{option} är ett av: {words}.", en="--{option} is one of: {words}.")

Files = Annotated[list[Path], typer.Argument(metavar="FILE …", help="Bild, PDF, Word, Excel, OpenDocument.")]
Kind = Annotated[str, typer.Option("--kind", help=f"Vad det är: {', '.join(get_args(AttachmentKind))}.")]
About = Annotated[
    list[str] | None, typer.Option("--about", metavar="ROW", help="Vad den hör till, som actions/A3.")
]
Describe = Annotated[str, typer.Option("--describe", help="Vad den visar.")]
Protect = Annotated[str, typer.Option("--secrecy", help=f"Vem som får se: {', '.join(get_args(Secrecy))}.")]
Paragraph = Annotated[str, typer.Option("--paragraph", help="Bestämmelse för det hemliga, som osl-18-13.")]
Because = Annotated[str, typer.Option("--because", help="Varför den är hemlig.")]


def attach(
    handle: Id,
    files: Files,
    kind: Kind = "",
    secrecy: Protect = "",
    about: About = None,
    describe: Describe = "",
    paragraph: Paragraph = "",
    because: Because = "",
    by: By = "",
    data: Data = Path("data"),
    as_json: AsJson = False,
) -> None:
    """Bifoga filer till ett ärende; bilder skrivs om utan plats och kamera."""
    _one_of("kind", kind, get_args(AttachmentKind))
    _one_of("secrecy", secrecy, get_args(Secrecy))
    if not by.strip():
        say(NO_NAME)
        raise typer.Exit(Exit.WRONG_USE)
    said = {"kind": kind, "secrecy": secrecy, "about": tuple(about or ()), "description": describe}
    mark = {"paragraph": paragraph or None, "because": because}
    kept = []
    with refusals():
        opened = bootstrap.open_data(data)
        try:
            for file in files:
                note = _attached(opened, handle, file, Actor(name=by), said, mark)
                kept.append(note)
                say(ATTACHED, name=note.name, file=note.file)
        except EvenemangError:
            opened.write_workbooks()  # those that came before are attached
            raise
        opened.write_workbooks()
    if as_json:
        put([note.model_dump(mode="json") for note in kept])


def _attached(
    opened: Opened, handle: str, file: Path, by: Actor, said: Mapping[str, object], mark: Mapping[str, object]
) -> AttachmentNote:
    workspace = opened.workspace
    filing = Filing(workspace, DataShelf(opened.data))
    dossier = workspace.dossier(handle).record.id
    found, name, size = filing.bring(dossier, _content(file), file.name, by)
    given = stamp(by, workspace.clock.now())
    note = AttachmentNote.model_validate({"file": found, "name": name, "size": size, "added": given, **said})
    try:
        workspace.do(dossier, Attach.model_validate({"note": note, **mark}), by)
    except EvenemangError:
        filing.let_go(found)
        raise
    return note


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST)
    except OSError as fault:
        say(CANNOT_READ, file=file, why=fault.strerror or str(fault))
        raise typer.Exit(Exit.NOT_FINE) from fault


def _one_of(option: str, said: str, words: tuple[str, ...]) -> None:
    if said not in words:
        say(NOT_A_KIND, option=option, words=", ".join(words))
        raise typer.Exit(Exit.WRONG_USE)
