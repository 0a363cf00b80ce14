"""Meetings from the command line: plan one, its agenda, its minutes, its invitation."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from evenemang import bootstrap
from evenemang.bootstrap.meetings import Kind, MeetingFiles
from evenemang.commands.dossiers import actor_of
from evenemang.commands.speaking import AsJson, By, Data, Exit, language, put, put_line, refusals, say
from evenemang.domain.meeting import Item, Meeting
from evenemang.domain.text import Text
from evenemang.flow.meeting.agenda import by_section
from evenemang.flow.meeting.gathering import meetings
from evenemang.flow.meeting.holding import meeting_of
from evenemang.flow.meeting.paper import Which
from evenemang.flow.meeting.planning import Plan, plan_meeting, renew_agenda, usually_called
from evenemang.flow.meeting.words import SECTION_TITLES, STATES

NOTHING = Text(sv="Inga möten.", en="No meetings.")
MADE = (
    Text(
        sv="Mötet {id} är planerat. Inget har hänt som kräver en punkt: dagordningen är tom.",
        en="Meeting {id} is planned. Nothing has happened that asks for a point: its agenda is empty.",
    ),
    Text(
        sv="Mötet {id} är planerat, med en punkt på dagordningen.",
        en="Meeting {id} is planned, with one point on its agenda.",
    ),
    Text(
        sv="Mötet {id} är planerat, med {count} punkter på dagordningen.",
        en="Meeting {id} is planned, with {count} points on its agenda.",
    ),
)
EMPTY = Text(sv="Dagordningen är tom.", en="The agenda is empty.")
WRITTEN = Text(
    sv="Skrivet: {file}. Inget internt eller hemligt står i filen.",
    en="Written: {file}. Nothing internal or secret is in the file.",
)
WRITTEN_INSIDE = Text(
    sv="Skrivet: {file}. Interna uppgifter står i filen: den är för gruppen.",
    en="Written: {file}. Internal facts are in the file: it is for the group.",
)
INVITED = Text(
    sv="Kallelsen är skriven: {file}. Bara öppna punkter står i den.",
    en="The invitation is written: {file}. Only open points are in it.",
)
WRONG_ENDING = Text(sv="{file} ska sluta på {endings}.", en="{file} should end in {endings}.")
NO_DAY = Text(
    sv="{day} är ingen dag. Skriv till exempel 2027-03-09.", en="{day} is no day. Write 2027-03-09, say."
)
THERE_ALREADY = Text(
    sv="{file} finns redan. Välj ett annat namn, eller skriv över med --force.",
    en="{file} is there already. Choose another name, or write over it with --force.",
)
WRITE_FAILED = Text(sv="{file} går inte att skriva: {why}", en="{file} cannot be written: {why}")

Id = Annotated[str, typer.Argument(metavar="ID", help="Mötets id, eller början på det.")]
Force = Annotated[bool, typer.Option("--force", help="Skriv över en fil som finns.")]
Inside = Annotated[
    bool, typer.Option("--internal", help="Ta med det som är internt. Utan den bara det öppna.")
]


def new(
    day: Annotated[str, typer.Argument(metavar="DAY", help="Dagen, som 2027-03-09.")],
    starts: Annotated[str | None, typer.Option("--starts", metavar="HH:MM", help="När det börjar.")] = None,
    ends: Annotated[str | None, typer.Option("--ends", metavar="HH:MM", help="När det slutar.")] = None,
    where: Annotated[str, typer.Option("--where", help="Var det är, eller länken till det.")] = "",
    remote: Annotated[bool, typer.Option("--remote", help="På distans.")] = False,
    extra: Annotated[bool, typer.Option("--extra", help="Ett extra möte, utöver de ordinarie.")] = False,
    call: Annotated[
        list[str] | None,
        typer.Option(
            "--call", metavar="WHO", help="Vem som kallas; flera gånger. Annars gruppens funktioner."
        ),
    ] = None,
    by: By = "",
    data: Data = Path("data"),
    as_json: AsJson = False,
) -> None:
    """Planera ett möte, med den dagordning som det som har hänt sedan sist ger."""
    actor = actor_of(by)
    with refusals():
        opened = bootstrap.open_data(data)
        called = tuple(call) if call else usually_called(opened.workspace)
        said = {"on": _day(day), "starts": starts, "ends": ends, "where": where, "called": called}
        form, kind = "remote" if remote else "in-person", "extra" if extra else "regular"
        plan = Plan.model_validate({**said, "form": form, "kind": kind})
        meeting = plan_meeting(opened.workspace, plan, actor)
        opened.write_workbooks()
    if as_json:
        put({"id": meeting.id, "points": len(meeting.agenda)})
    else:
        put_line(meeting.id)
    say(MADE[min(len(meeting.agenda), 2)], id=meeting.id, count=len(meeting.agenda))


def _day(day: str) -> Any:
    try:
        return datetime.strptime(day, "%Y-%m-%d").date()
    except ValueError as fault:
        say(NO_DAY, day=day)
        raise typer.Exit(Exit.WRONG_USE) from fault


def list_meetings(data: Data = Path("data"), as_json: AsJson = False) -> None:
    """Lista mötena, det senaste först."""
    with refusals():
        opened = bootstrap.open_data(data)
        found, today = meetings(opened.workspace), opened.workspace.now().date()
    if as_json:
        put([{**one.model_dump(mode="json"), "state": one.state(today)} for one in found])
        return
    for one in found:
        state = STATES[one.state(today)].say(language())
        put_line(f"{one.id}  {one.on}  {one.starts or '–':<5}  {state:<9}  {one.where}")
    if not found:
        say(NOTHING)


def agenda(
    handle: Id,
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE.docx|FILE.pdf]", help="Filen att skriva.")
    ] = None,
    renew: Annotated[
        bool, typer.Option("--renew", help="Gör om dagordningen efter läget nu. Kräver --by.")
    ] = False,
    inside: Inside = False,
    force: Force = False,
    by: By = "",
    data: Data = Path("data"),
    as_json: AsJson = False,
) -> None:
    """Visa ett mötes dagordning, eller skriv den som Word eller PDF."""
    if file:
        _fitting(file, (".docx", ".pdf"), force=force)
    actor = actor_of(by) if renew else None
    with refusals():
        opened = bootstrap.open_data(data)
        if actor:
            renew_agenda(opened.workspace, handle, actor)
            opened.write_workbooks()
        meeting = meeting_of(opened.workspace, handle)
        if file:
            _write_paper(opened, meeting, "agenda", file, inside=inside)
            return
    if as_json:
        put([one.model_dump(mode="json") for one in meeting.agenda])
    else:
        _show(meeting)


def minutes(
    handle: Id,
    file: Annotated[Path, typer.Argument(metavar="FILE.docx|FILE.pdf", help="Filen att skriva.")],
    inside: Inside = False,
    force: Force = False,
    data: Data = Path("data"),
) -> None:
    """Skriv minnesanteckningarna från ett möte som Word eller PDF."""
    _fitting(file, (".docx", ".pdf"), force=force)
    with refusals():
        opened = bootstrap.open_data(data)
        _write_paper(opened, meeting_of(opened.workspace, handle), "minutes", file, inside=inside)


def invite(
    handle: Id,
    file: Annotated[Path, typer.Argument(metavar="FILE.ics", help="Filen att skriva.")],
    force: Force = False,
    data: Data = Path("data"),
) -> None:
    """Skriv kallelsen till ett möte som en kalenderfil."""
    _fitting(file, (".ics",), force=force)
    with refusals():
        opened = bootstrap.open_data(data)
        content = MeetingFiles(opened.workspace).invitation(handle, language())
    _write(file, content)
    say(INVITED, file=file)


def _show(meeting: Meeting) -> None:
    for kind, items in by_section(meeting.agenda).items():
        put_line(SECTION_TITLES[kind].say(language()))
        for one in items:
            put_line(f"  {one.id or '–':<4} {_line(one)}")
    if not meeting.agenda:
        say(EMPTY)


def _line(item: Item) -> str:
    about = "/".join(filter(None, (item.event, item.record)))
    return " ".join(item.what.split()) + (f"  ({about})" if about else "")


def _write_paper(
    opened: bootstrap.Opened, meeting: Meeting, which: Which, file: Path, *, inside: bool
) -> None:
    kind: Kind = "docx" if file.suffix.lower() == ".docx" else "pdf"
    files = MeetingFiles(opened.workspace)
    _write(file, files.paper(meeting.id, which, language(), kind, public=not inside))
    say(WRITTEN_INSIDE if inside else WRITTEN, file=file)


def _fitting(file: Path, endings: tuple[str, ...], *, force: bool) -> None:
    if file.suffix.lower() not in endings:
        say(WRONG_ENDING, file=file, endings=" / ".join(endings))
        raise typer.Exit(Exit.WRONG_USE)
    if file.exists() and not force:
        say(THERE_ALREADY, file=file)
        raise typer.Exit(Exit.NOT_FINE)


def _write(file: Path, content: bytes) -> None:
    try:
        bootstrap.write_file(file, content)
    except OSError as fault:
        say(WRITE_FAILED, file=file, why=fault.strerror or str(fault))
        raise typer.Exit(Exit.NOT_FINE) from fault
