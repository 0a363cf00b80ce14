"""How the command line speaks: JSON on stdout, sentences on stderr, three exit codes."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import LONGEST_TEXT, Language, Text

LOG = logging.getLogger("evenemang.commands")


class Exit(IntEnum):
    """What the shell is told."""

    FINE = 0
    NOT_FINE = 1  # the thing asked about is not fine, or was refused
    WRONG_USE = 2


UNFIT = {
    "string_too_long": Text(
        sv=f"Texten är för lång. Högst {LONGEST_TEXT} tecken.",
        en=f"The text is too long. At most {LONGEST_TEXT} characters.",
    ),
    "missing": Text(sv="Saknas. Fyll i det.", en="Missing. Fill it in."),
    "extra_forbidden": Text(
        sv="Det fältet finns inte. Ta bort det, eller rätta stavningen.",
        en="There is no such field. Remove it, or mend its spelling.",
    ),
    "string_pattern_mismatch": Text(
        sv="Tomt, eller i en form som inte går att använda.", en="Empty, or in a form that cannot be used."
    ),
}
UNFIT_FORM = Text(sv="Har fel form.", en="Has the wrong form.")

Data = Annotated[Path, typer.Option("--data", envvar="EVENEMANG_DATA", help="Datamapp.", show_envvar=False)]
Database = Annotated[
    str,
    typer.Option(
        "--database",
        metavar="URL",
        envvar="EVENEMANG_DATABASE",
        help="Databasen på en PostgreSQL-server, i stället för den i datamappen.",
        show_envvar=False,
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Skriv bara JSON.")]
By = Annotated[str, typer.Option("--by", envvar="EVENEMANG_BY", help="Vem som gör det.", show_envvar=False)]


def language() -> Language:
    """Return the reader's language: Swedish, unless EVENEMANG_LANG says en."""
    return "en" if os.environ.get("EVENEMANG_LANG", "sv").lower().startswith("en") else "sv"


def say(text: Text | str, **facts: object) -> None:
    """Say something to the person, on stderr."""
    spoken = text.say(language()) if isinstance(text, Text) else text
    print(spoken.format(**facts) if facts else spoken, file=sys.stderr)


def put(value: Any) -> None:
    """Put JSON on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def put_line(line: str) -> None:
    """Put a line of a listing on stdout."""
    print(line)


def unfit(error: ValidationError) -> str:
    """Return what does not fit, field by field, in the reader's language."""
    return "\n".join(
        f"  {'.'.join(map(str, one['loc']))}: {UNFIT.get(one['type'], UNFIT_FORM).say(language())}"
        for one in error.errors()
    )


@contextmanager
def refusals() -> Iterator[None]:
    """Turn a refusal into its sentence and exit code 1."""
    try:
        yield
    except EvenemangError as refused:
        LOG.debug("%s %s", refused, refused.facts)
        say(refused.say(language()))
        raise typer.Exit(Exit.NOT_FINE) from refused
    except ValidationError as error:
        say(unfit(error))
        raise typer.Exit(Exit.NOT_FINE) from error
