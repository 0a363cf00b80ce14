"""A list of past events from the command line: tried, told row by row, and kept all at once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from evenemang import bootstrap
from evenemang.bootstrap import Opened
from evenemang.bootstrap.listing import list_in
from evenemang.commands import listing_again
from evenemang.commands.listing_back import take_back_list
from evenemang.commands.speaking import AsJson, By, Data, Exit, language, put, put_line, refusals, say, unfit
from evenemang.domain.actor import Actor
from evenemang.domain.text import Text
from evenemang.flow.past.changing import ListDifference
from evenemang.flow.past.fields import TITLES
from evenemang.flow.past.headings import Listed
from evenemang.flow.past.keeping import Kept, keep
from evenemang.flow.past.mapping import ListMapping, proposed, remembered
from evenemang.flow.past.trying import Trial, Tried, tried
from evenemang.flow.past.words import ALIKE, REGISTERS, becomes, summary

SETTLE = Text(
    sv="Så här ser kolumnerna ut. Inget är sparat. Spara förslaget i en fil (evenemang import-list {file} "
    "--json > kolumner.json), rätta det och kör igen med --map kolumner.json.",
    en="This is what the columns seem to be. Nothing is saved. Keep the proposal in a file (evenemang "
    "import-list {file} --json > columns.json), mend it and run again with --map columns.json.",
)
ASK = Text(sv="måste anges", en="must be said")
QUESTION = Text(
    sv="{register} ”{name}” (rad {rows}) liknar {candidates}. Svara i --map, under {key}: ett id, new "
    "eller text.",
    en="{register} “{name}” (row {rows}) is like {candidates}. Answer in --map, under {key}: an id, new "
    "or text.",
)
ROW = Text(sv="rad {row}, {heading}: {says}", en="row {row}, {heading}: {says}")
LEFT_OUT = Text(sv="Kolumner som inte tas med: {headings}", en="Columns left out: {headings}")
MADE = Text(
    sv="Nya platser: {places}. Nya arrangörer: {organisers}.",
    en="New places: {places}. New organisers: {organisers}.",
)
NONE = Text(sv="inga", en="none")
KEPT = Text(
    sv="Lagrade ärenden: {dossiers}. Nya platser: {places}. Nya arrangörer: {organisers}. Föreslagna "
    "lärdomar: {lessons}. Kolumnerna är ihågkomna till nästa lista med samma rubriker.",
    en="Dossiers kept: {dossiers}. New places: {places}. New organisers: {organisers}. Proposed lessons: "
    "{lessons}. The columns are remembered for the next list with the same headings.",
)
UPDATED = Text(sv="Ändringar intagna: {count}, i {dossiers}.", en="Changes taken in: {count}, in {dossiers}.")
NOT_JSON = Text(sv="{file} är inte läsbar JSON: {why}", en="{file} is not JSON that can be read: {why}")
NO_MAPPING = Text(
    sv="{file} säger inte vad kolumnerna är:\n{faults}",
    en="{file} does not say what the columns are:\n{faults}",
)
NO_NAME = Text(
    sv="Säg vem som läser in listan: --by NAMN (eller EVENEMANG_BY), eller pröva med --dry-run.",
    en="Say who reads the list: --by NAME (or EVENEMANG_BY), or try it with --dry-run.",
)
SHORT = 60  # characters of a name in a listing

File = Annotated[Path, typer.Argument(metavar="FILE", help="Listan: .xlsx eller .csv.")]
SheetName = Annotated[
    str | None, typer.Option("--sheet", metavar="NAME", help="Bladet; annars det första med en lista.")
]
MapFile = Annotated[Path | None, typer.Option("--map", metavar="FILE.json", help="Vad kolumnerna är.")]
TakeBack = Annotated[
    bool, typer.Option("--take-back", help="Ta tillbaka det som lästes in ur filen; den läses inte.")
]
TakeBackUpdate = Annotated[
    bool, typer.Option("--take-back-update", help="Ta bara tillbaka det som en ny inläsning ändrade.")
]
Accept = Annotated[
    str,
    typer.Option(
        "--accept", metavar="all|none|FILE.json", help="Vad som ska tas in i ärenden som redan finns."
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Visa vad det blir, spara inget.")]


def import_list(
    file: File,
    sheet: SheetName = None,
    mapping: MapFile = None,
    dry_run: DryRun = False,
    by: By = "",
    data: Data = Path("data"),
    as_json: AsJson = False,
    back: TakeBack = False,
    update_back: TakeBackUpdate = False,
    accept: Accept = "",
) -> None:
    """Läs in en lista över tidigare evenemang: varje rad blir ett ärende, alla på en gång.

    En rad som redan är ett ärende men säger något annat nu ändrar inget, om den inte godtas med --accept.
    """
    if back or update_back:
        take_back_list(file, by, data, only_update=not back, dry_run=dry_run, as_json=as_json)
        return
    given = _mapping(mapping) if mapping else None
    with refusals():
        opened = bootstrap.open_data(data)
        listed = list_in(file, sheet)
        settled = given or remembered(opened.store, listed.headings)
        if settled is None:
            _propose(listed, file, as_json)
            raise typer.Exit(Exit.NOT_FINE)
        trial = tried(opened.workspace, listed, settled)
        taken = listing_again.chosen(accept, trial)
        kept = None if dry_run or trial.questions else _keep(opened, trial, taken, by)
    if as_json:
        put({**_plain(trial), "kept": kept and vars(kept)})
    else:
        _tell(trial)
        listing_again.tell(trial)
        if trial.differences and not taken:
            say(listing_again.HOW)
    for question in _questions(trial):
        say(question)
    if kept:
        say(KEPT, **{name: len(ids) for name, ids in vars(kept).items()})
        if kept.updated:
            say(UPDATED, count=len(taken), dossiers=", ".join(kept.updated))
    if trial.questions:
        raise typer.Exit(Exit.NOT_FINE)


def _keep(opened: Opened, trial: Trial, taken: Sequence[ListDifference], by: str) -> Kept:
    if not by.strip():
        say(NO_NAME)
        raise typer.Exit(Exit.WRONG_USE)
    kept = keep(opened.workspace, trial, Actor(name=by), chosen=taken)
    opened.write_workbooks()
    return kept


def _mapping(file: Path) -> ListMapping:
    try:
        return ListMapping.model_validate(json.loads(file.read_text("utf-8-sig")))
    except (OSError, ValueError) as fault:
        if isinstance(fault, ValidationError):
            say(NO_MAPPING, file=file, faults=unfit(fault))
        else:
            say(NOT_JSON, file=file, why=getattr(fault, "strerror", None) or str(fault))
        raise typer.Exit(Exit.NOT_FINE) from fault


def _propose(listed: Listed, file: Path, as_json: bool) -> None:
    found = proposed(listed.headings)
    if as_json:
        put({"columns": found.columns})
    else:
        for heading, field in found.columns.items():
            put_line(f"{heading}: {(TITLES[field] if field else ASK).say(language())} ({field})")
    say(SETTLE, file=file)


def _questions(trial: Trial) -> list[str]:
    return [
        QUESTION.say(language()).format(
            register=REGISTERS[one.register].say(language()),
            name=one.name,
            rows=", ".join(map(str, one.rows)),
            candidates=", ".join(f"{name} ({record})" for record, name in one.candidates.items()),
            key=one.register,
        )
        for one in trial.questions
    ]


def _tell(trial: Trial) -> None:
    said = language()
    for one in trial.rows:
        put_line(f"{one.told.row:>5}  {_when(one):<23}  {becomes(one, said):<18}  {one.told.name[:SHORT]}")
    put_line("")
    put_line(summary(trial, said))
    for remark in trial.remarks:
        put_line(ROW.say(said).format(row=remark.row, heading=remark.heading, says=remark.says.say(said)))
    for alike in trial.alike:
        put_line(ALIKE.say(said).format(name=alike.name, other=alike.other))
    new = {register: ", ".join(trial.made(register)) or NONE.say(said) for register in REGISTERS}
    put_line(MADE.say(said).format(**new))
    if trial.left_out:
        put_line(LEFT_OUT.say(said).format(headings=", ".join(trial.left_out)))


def _when(one: Tried) -> str:
    held = one.told.held
    if held is None:
        return "–"
    if not held.exact:
        return held.said[:23]
    return f"{held.first}" if held.first == held.last else f"{held.first} – {held.last}"


def _plain(trial: Trial) -> dict[str, Any]:
    return {
        "file": trial.listed.file,
        "sheet": trial.listed.sheet,
        "mapping": trial.mapping.model_dump(),
        "rows": [_row(one) for one in trial.rows],
        "differences": [one.model_dump(mode="json") for one in trial.differences],
        "questions": [vars(one) for one in trial.questions],
        "alike": [vars(one) for one in trial.alike],
        "new": {register: trial.made(register) for register in REGISTERS},
        "left_out": trial.left_out,
    }


def _row(one: Tried) -> dict[str, Any]:
    told = one.told
    return {
        "row": told.row,
        "becomes": one.becomes,
        "name": told.name,
        "held": told.held.model_dump(mode="json") if told.held else None,
        "place": one.place,
        "organiser": one.organiser,
        "kind": one.kind,
        "visitors": told.visitors,
        "expected": told.expected,
        "notes": [note.model_dump() for note in told.notes],
        "dossier": one.existing.id if one.existing else None,
        "same_as": one.same_as,
        "remarks": [{"heading": remark.heading, "says": remark.says.model_dump()} for remark in one.remarks],
    }
