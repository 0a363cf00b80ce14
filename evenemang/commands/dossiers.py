"""Dossiers from the command line: list, show, new, answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from evenemang import bootstrap
from evenemang.bootstrap import Opened
from evenemang.commands.speaking import AsJson, By, Data, Exit, language, put, put_line, refusals, say, unfit
from evenemang.domain.actor import Actor
from evenemang.domain.assessment import AttachmentKind
from evenemang.domain.condition import Value
from evenemang.domain.dossier import SCHEMA
from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.listing import DossierRow
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.storing import Search
from evenemang.flow.words import ATTACHMENT_KINDS

Id = Annotated[str, typer.Argument(metavar="ID", help="Id, alias eller början på ett id.")]

NOTHING = Text(sv="Inga ärenden.", en="No dossiers.")
ATTACHMENT = Text(
    sv="Bilaga: {name} ({kind}, {size} byte) {file}", en="Attachment: {name} ({kind}, {size} bytes) {file}"
)
MADE = Text(sv="Ärendet {id} är öppnat.", en="Dossier {id} is open.")
SAVED = Text(sv="Sparat: {question} = {value}.", en="Saved: {question} = {value}.")
NOT_JSON = Text(sv="{file} är inte läsbar JSON: {why}", en="{file} is not JSON that can be read: {why}")
NOT_A_DOSSIER = Text(
    sv="{file} beskriver inget ärende:\n{faults}", en="{file} does not describe a dossier:\n{faults}"
)
NO_NAME = Text(
    sv="Säg vem som gör det: --by NAMN (eller EVENEMANG_BY).",
    en="Say who does it: --by NAME (or EVENEMANG_BY).",
)


def list_dossiers(data: Data = Path("data"), as_json: AsJson = False) -> None:
    """Lista ärendena."""
    with refusals():
        opened = bootstrap.open_data(data)
        rows = opened.store.dossiers(Search(limit=100_000))
        if as_json:
            put([_row(row, opened) for row in rows])
            return
        for row in rows:
            put_line(_line(row, opened))
        if not rows:
            say(NOTHING)


def _row(row: DossierRow, opened: Opened) -> dict[str, Any]:
    return {**row.model_dump(mode="json"), "state": row.state(opened.workspace.now())}


def _line(row: DossierRow, opened: Opened) -> str:
    starts = f"{row.starts.astimezone(LOCAL):%Y-%m-%d}" if row.starts else "–"
    starts = starts if row.some_time is None else row.some_time[: len("2023-08-25")]
    level = f"{row.worst_level} {row.worst_score}" if row.worst_level else "–"
    state = row.state(opened.workspace.now())
    answered = f"{row.answered}/{row.asked}"
    return f"{row.id}  {starts:<10}  {state:<19}  {answered:>7}  {level:<12}  {row.name} {row.alias or ''}"


def show(handle: Id, data: Data = Path("data"), as_json: AsJson = False) -> None:
    """Visa ett ärende som det är lagrat, med schemanummer."""
    with refusals():
        opened = bootstrap.open_data(data)
        stored = opened.workspace.dossier(handle)
        body = stored.record.model_dump(mode="json")
        if as_json:
            put({"schema": SCHEMA, "version": stored.version, "body": body})
            return
        put_line(f"schema {SCHEMA}, version {stored.version}")
        for one in stored.record.attachments:
            say(ATTACHMENT, name=one.name, kind=_kind(one.kind), size=one.size, file=one.file)
        put(body)


def _kind(kind: AttachmentKind) -> str:
    return ATTACHMENT_KINDS[kind].say(language())


def new(
    file: Annotated[Path, typer.Argument(metavar="FILE.json", help="Ärendet som JSON.")],
    data: Data = Path("data"),
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Öppna ett ärende ur en JSON-fil."""
    said = _new_dossier(file)
    actor = actor_of(by)
    with refusals():
        opened = bootstrap.open_data(data)
        stored = open_dossier(opened.workspace, said, actor)
        opened.write_workbooks()
    if as_json:
        put({"id": stored.record.id, "version": stored.version})
    else:
        put_line(stored.record.id)
    say(MADE, id=stored.record.id)


def _new_dossier(file: Path) -> NewDossier:
    try:
        return NewDossier.model_validate(json.loads(file.read_text("utf-8-sig")))
    except (OSError, ValueError) as fault:
        if isinstance(fault, ValidationError):
            say(NOT_A_DOSSIER, file=file, faults=unfit(fault))
        else:
            say(NOT_JSON, file=file, why=getattr(fault, "strerror", None) or str(fault))
        raise typer.Exit(Exit.NOT_FINE) from fault


def answer(
    handle: Id,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="Frågans id.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="yes, partly, no, ett tal …")],
    comment: Annotated[str, typer.Option("--comment", help="Kommentar, eller skäl.")] = "",
    by: By = "",
    data: Data = Path("data"),
    as_json: AsJson = False,
) -> None:
    """Besvara en fråga."""
    actor = actor_of(by)
    with refusals():
        opened = bootstrap.open_data(data)
        operation = GiveAnswer(question=question, value=_typed(value), comment=comment)
        stored = opened.workspace.do(handle, operation, actor)
        opened.write_workbooks()
    kept = stored.record.assessment.answers[question]
    if as_json:
        put({"id": stored.record.id, "version": stored.version, "answer": kept.model_dump(mode="json")})
    say(SAVED, question=question, value=kept.value)


def _typed(value: str) -> Value:
    """The shell knows only text; the question itself checks what it is."""
    return value


def actor_of(by: str) -> Actor:
    """Return who does it; without a name nothing is done."""
    if not by.strip():
        say(NO_NAME)
        raise typer.Exit(Exit.WRONG_USE)
    return Actor(name=by)
