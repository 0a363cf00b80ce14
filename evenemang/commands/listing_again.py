"""What a list that is read again says otherwise, on the command line: each told with a key, to choose by."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typer
from pydantic import ValidationError

from evenemang.commands.returning import NOT_A_CHOICE, UNKNOWN
from evenemang.commands.speaking import Exit, language, put_line, say
from evenemang.domain.text import Text
from evenemang.flow.past.changing import ListDifference
from evenemang.flow.past.trying import Trial
from evenemang.flow.past.words import CHANGED_BY

NOT_JSON = Text(sv="{file} är inte läsbar JSON: {why}", en="{file} is not JSON that can be read: {why}")
HOW = Text(
    sv="Ärenden som redan finns är oförändrade. Ta in allt som listan säger med --accept all, eller välj: "
    "spara det som --json skriver, lägg till en lista ”accept” med nycklar (eller ett ärendes id för hela "
    "raden) och kör --accept FIL.json.",
    en="Dossiers that are here already stand unchanged. Take in all that the list says with --accept all, or "
    "choose: keep what --json writes, add a list “accept” of keys (or a dossier's id for the whole row) and "
    "run --accept FILE.json.",
)
STORED, SAID, KEY = (
    Text(sv="här nu", en="here now"),
    Text(sv="i listan", en="in the list"),
    Text(sv="nyckel", en="key"),
)
EMPTY = Text(sv="(tomt)", en="(empty)")
WIDTH = 11  # characters before a value


def chosen(accept: str, trial: Trial) -> tuple[ListDifference, ...]:
    """Return the differences that a person takes in, as they looked when chosen."""
    if accept in ("", "none"):
        return ()
    if accept == "all":
        return trial.differences
    file = Path(accept)
    said = _read(file)
    keys = said.get("accept") if isinstance(said, dict) else said
    if not isinstance(keys, list) or not all(isinstance(one, str) for one in keys):
        raise _unfit(NOT_A_CHOICE, file=file)
    now = {one.key: one for one in trial.differences}
    seen = now | {one.key: one for one in _seen(said, file)}
    rows = {
        one.dossier: [key for key, each in seen.items() if each.dossier == one.dossier]
        for one in seen.values()
    }
    strange = [one for one in keys if one not in seen and one not in rows]
    if strange:
        raise _unfit(UNKNOWN, keys=", ".join(strange))
    wanted = dict.fromkeys(key for one in keys for key in rows.get(one, [one]))
    return tuple(seen[one] for one in wanted)


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text("utf-8-sig"))
    except (OSError, ValueError) as fault:
        raise _unfit(NOT_JSON, file=file, why=getattr(fault, "strerror", None) or str(fault)) from fault


def _seen(said: Any, file: Path) -> list[ListDifference]:
    """Return the differences as the person saw them; none where only keys are said."""
    try:
        listed = said.get("differences", []) if isinstance(said, dict) else []
        return [ListDifference.model_validate(one) for one in listed]
    except (ValidationError, TypeError) as fault:
        raise _unfit(NOT_A_CHOICE, file=file) from fault


def _unfit(text: Text, **facts: object) -> typer.Exit:
    say(text, **facts)
    return typer.Exit(Exit.NOT_FINE)


def tell(trial: Trial) -> None:
    """Tell each difference: where, what stands here, what the list says, and its key."""
    spoken = language()
    for one in trial.differences:
        put_line(f"{one.cells}  {one.name} · {one.heading} ({CHANGED_BY[one.outcome].say(spoken)})")
        stored = one.stored_shown.say(spoken) if isinstance(one.stored_shown, Text) else one.stored_shown
        for label, value in ((STORED, stored), (SAID, one.said_shown), (KEY, one.key)):
            shown = (value or EMPTY.say(spoken)).replace("\n", "\n" + " " * (WIDTH + 2))
            put_line(f"  {label.say(spoken):<{WIDTH}}{shown}")
