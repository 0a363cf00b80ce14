"""A workbook that comes back: what differs, and taking in what a person accepts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from evenemang import bootstrap
from evenemang.bootstrap.returning import look
from evenemang.bootstrap.settling import Settling
from evenemang.commands.dossiers import NO_NAME, NOT_JSON
from evenemang.commands.speaking import AsJson, By, Data, Exit, language, put, put_line, refusals, say
from evenemang.domain.actor import Actor
from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.returning.looking import BEFORE, Difference, Looked
from evenemang.flow.returning.registers import accept_register, register_of
from evenemang.flow.returning.taking import accept as take_in

CANNOT_READ = Text(sv="{file} går inte att läsa: {why}", en="{file} cannot be read: {why}")
HEAD = Text(
    sv="{name} ({dossier}): filen är av version {sent}, här är nu version {version}.",
    en="{name} ({dossier}): the file is of version {sent}, here is now version {version}.",
)
REGISTER = Text(
    sv="Registret {name}: här nu står bredvid det som filen säger.",
    en="The register {name}: what is here now stands beside what the file says.",
)
NOTHING = Text(sv="Inget i filen skiljer sig.", en="Nothing in the file differs.")
SAME = Text(
    sv="Står redan här, av det som är ändrat i filen: {count}.",
    en="Of what is changed in the file, this stands here already: {count}.",
)
HOW = Text(
    sv="Inget är ändrat. Ta in allt med --accept all --by NAMN, eller välj: spara det som --json skriver, "
    "lägg till en lista ”accept” med nycklar och kör --accept FIL.json --by NAMN.",
    en="Nothing has changed. Take all in with --accept all --by NAME, or choose: keep what --json writes, "
    "add a list “accept” of keys and run --accept FILE.json --by NAME.",
)
TAKEN = Text(sv="Intaget i {dossier}: {keys}.", en="Taken in to {dossier}: {keys}.")
SETTLED = Text(sv="Filen är avslutad och ligger i {path}.", en="The file is settled and lies in {path}.")
NOT_ASIDE = Text(
    sv="{file} är ingen undanlagd arbetsbok av {dossier} som väntar. Ange filen ur returns/ som den är.",
    en="{file} is no workbook of {dossier} that is set aside and waits. Name the file in returns/ as it is.",
)
TAKEN_NONE = Text(sv="Inget är ändrat.", en="Nothing has changed.")
NOT_ALL = Text(
    sv="Inget är ändrat: något i filen förstås inte (celler: {count}), så allt kan inte tas in. Rätta det i "
    "filen, eller välj med --accept FIL.json.",
    en="Nothing has changed: something in the file is not understood (cells: {count}), so not all can be "
    "taken in. Mend it in the file, or choose with --accept FILE.json.",
)
NOT_A_CHOICE = Text(
    sv="{file} säger inte vad som ska tas in. Skriv en lista med nycklar, eller ett objekt med ”accept”.",
    en="{file} does not say what to take in. Write a list of keys, or an object with the list “accept”.",
)
UNKNOWN = Text(
    sv="Inget är ändrat: {keys} finns inte bland skillnaderna. Kör --dry-run och välj på nytt.",
    en="Nothing has changed: {keys} is not among the differences. Run --dry-run and choose anew.",
)
OUTCOMES = {
    "theirs": Text(sv="ändrad bara i filen", en="changed in the file alone"),
    "conflict": Text(sv="ändrad både i filen och här", en="changed both in the file and here"),
    "unknown": Text(
        sv="vad som skickades går inte längre att säga", en="what was sent cannot be told any more"
    ),
}
ADDED = Text(sv="tillagd i filen", en="added in the file")
SENT = Text(sv="skickat", en="sent")
RETURNED = Text(sv="i filen", en="in the file")
STORED = Text(sv="här nu", en="here now")
KEY = Text(sv="nyckel", en="key")
EMPTY = Text(sv="(tomt)", en="(empty)")
WIDTH = 11  # characters before a value in the list


@dataclass(frozen=True)
class Choice:
    """Which differences a person takes in, and the version at which they chose."""

    keys: tuple[str, ...]
    seen: int | None = None


def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="Arbetsboken som kom tillbaka.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Visa bara vad som skiljer.")] = False,
    accept: Annotated[
        str, typer.Option("--accept", metavar="all|none|FILE.json", help="Vad som ska tas in.")
    ] = "",
    by: By = "",
    sender: Annotated[str, typer.Option("--from", help="Vem filen kom från.")] = "",
    settle: Annotated[
        str,
        typer.Option("--settle", metavar="SKÄL", help="Avsluta en fil ur returns/ utan att ta in mer."),
    ] = "",
    data: Data = Path("data"),
    as_json: AsJson = False,
) -> None:
    """Jämför en ifylld arbetsbok med ärendet, och ta in det som godtas.

    En fil ur returns/ avslutas när allt i den är intaget, eller med --settle. Den flyttas då till settled.
    """
    takes = bool(accept) and accept != "none" and not dry_run
    settles = bool(settle) and not dry_run
    if (takes or settles) and not by.strip():
        say(NO_NAME)
        raise typer.Exit(Exit.WRONG_USE)
    content = _content(file)
    with refusals():
        opened = bootstrap.open_data(data)
        looked = look(opened.workspace, content, file.name)
        choice = _choice(accept, looked) if takes else Choice(())
        if choice.keys and register_of(looked.dossier):
            accept_register(opened.workspace, looked, choice.keys, Actor(name=by), sender=sender)
        elif choice.keys:
            take_in(opened.workspace, looked, choice.keys, Actor(name=by), sender=sender, seen=choice.seen)
        taken = [one.key for one in looked.differences if one.key in choice.keys]
        settled = _settled(opened.settling, looked, content, taken, settle, by) if takes or settles else None
        if taken or settled:
            opened.write_workbooks()
    _tell(looked, taken, settled, as_json=as_json, asked=bool(accept) and not dry_run)
    if looked.not_understood:
        raise typer.Exit(Exit.NOT_FINE)


def _settled(
    settling: Settling, looked: Looked, content: bytes, taken: list[str], reason: str, by: str
) -> str | None:
    """Settle the file, where it was set aside: all of it is taken in, or the person says why."""
    waiting = settling.waiting(looked.dossier, content)
    if waiting is None:
        if reason:
            say(NOT_ASIDE, file=looked.file, dossier=looked.dossier)
            raise typer.Exit(Exit.NOT_FINE)
        return None
    if reason:
        return settling.settle(waiting, reason, Actor(name=by)).path
    settled = settling.settle_taken(looked, content, taken, Actor(name=by))
    return settled.path if settled else None


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        say(CANNOT_READ, file=file, why=fault.strerror or str(fault))
        raise typer.Exit(Exit.NOT_FINE) from fault


def _choice(accept: str, looked: Looked) -> Choice:
    """Return what the person chose; all is refused where some of it is not understood."""
    if accept != "all":
        return _known(_chosen(Path(accept)), looked)
    if looked.not_understood:
        for one in looked.not_understood:
            say(f"{one.where}: {one.says.say(language())}")
        say(NOT_ALL, count=len(looked.not_understood))
        raise typer.Exit(Exit.NOT_FINE)
    return Choice(tuple(one.key for one in looked.differences))


def _chosen(file: Path) -> Choice:
    try:
        said = json.loads(file.read_text("utf-8-sig"))
    except (OSError, ValueError) as fault:
        say(NOT_JSON, file=file, why=getattr(fault, "strerror", None) or str(fault))
        raise typer.Exit(Exit.NOT_FINE) from fault
    keys, seen = (said.get("accept"), said.get("seen")) if isinstance(said, dict) else (said, None)
    if not isinstance(keys, list) or not all(isinstance(one, str) for one in keys):
        say(NOT_A_CHOICE, file=file)
        raise typer.Exit(Exit.NOT_FINE)
    return Choice(tuple(keys), seen if isinstance(seen, int) else None)


def _known(choice: Choice, looked: Looked) -> Choice:
    known = {*(one.key for one in looked.differences), *looked.same}
    strange = [one for one in choice.keys if one not in known]
    if strange:
        say(UNKNOWN, keys=", ".join(strange))
        raise typer.Exit(Exit.NOT_FINE)
    return choice


def _tell(looked: Looked, taken: list[str], settled: str | None, *, as_json: bool, asked: bool) -> None:
    if as_json:
        put({**_plain(looked, taken), "settled": settled})
        return
    say(
        REGISTER if register_of(looked.dossier) else HEAD,
        name=looked.name,
        dossier=looked.dossier,
        sent=looked.sent_version,
        version=looked.version,
    )
    for each in looked.before:
        when = f"{each.at.astimezone(LOCAL):%Y-%m-%d %H:%M}"
        say(BEFORE, when=when, by=each.by, count=each.changes)
    for one in looked.differences:
        put_line(_said(one))
    for remark in looked.remarks:
        put_line(f"{remark.where}: {remark.says.say(language())}")
    if looked.same:
        say(SAME, count=len(looked.same))
    if not looked.differences:
        say(NOTHING)
    elif taken:
        say(TAKEN, keys=", ".join(taken), dossier=looked.dossier)
    elif not settled:
        say(TAKEN_NONE if asked else HOW)
    if settled:
        say(SETTLED, path=settled)


def _said(one: Difference) -> str:
    spoken = language()
    outcome = ADDED if one.is_new else OUTCOMES[one.outcome]
    lines = [f"{one.where}  {one.about} · {one.heading} ({outcome.say(spoken)})"]
    values = [(RETURNED, one.returned)]
    if not one.is_new:
        values = [(SENT, one.sent), *values, (STORED, one.stored)]
    for label, value in values:
        shown = EMPTY.say(spoken) if value is None else value.replace("\n", "\n" + " " * (WIDTH + 2))
        lines.append(f"  {label.say(spoken):<{WIDTH}}{shown}")
    lines.append(f"  {KEY.say(spoken):<{WIDTH}}{one.key}")
    if one.note:
        lines.append(f"  {one.note.say(spoken)}")
    return "\n".join(lines)


def _plain(looked: Looked, taken: list[str]) -> dict[str, Any]:
    return {
        "file": looked.file,
        "dossier": looked.dossier,
        "name": looked.name,
        "part": looked.part,
        "sent_version": looked.sent_version,
        "seen": looked.version,
        "before": [one.model_dump(mode="json") for one in looked.before],
        "differences": [
            {
                **one.model_dump(mode="json", exclude={"where", "note", "stored_value"}),
                "sheet": one.where.sheet,
                "cell": one.where.cell,
                "note": one.note.say(language()) if one.note else None,
            }
            for one in looked.differences
        ],
        "remarks": [
            {
                "kind": one.kind,
                "sheet": one.where.sheet,
                "cell": one.where.cell,
                "says": one.says.say(language()),
            }
            for one in looked.remarks
        ],
        "same": list(looked.same),
        "taken": taken,
    }
