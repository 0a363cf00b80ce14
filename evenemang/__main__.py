"""The command line: `evenemang` starts the app, `evenemang VERB` does one thing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import typer

from evenemang.commands import start
from evenemang.commands.speaking import Data, Exit, language, say
from evenemang.domain.text import Text

WRONG = Text(
    sv="{what} Se: evenemang --help",
    en="{what} See: evenemang --help",
)
STOPPED = Text(sv="Avbrutet.", en="Stopped.")

WrongUse = cast(type[Exception], typer.BadParameter.__base__)  # usage errors of every kind

app = typer.Typer(
    help="Evenemang: gruppens minne för säkra evenemang. Utan verb startar appen.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def _without_verb(
    context: typer.Context,
    data: Data = Path("data"),
    port: start.Port = 0,
    browser: start.Browser = True,
) -> None:
    if context.invoked_subcommand is None:
        start.start(data, port, browser=browser)
    else:
        os.environ["EVENEMANG_DATA"] = str(data)  # said before the verb: the verb takes it from there


VERBS = {  # name: the module in commands, and the function in it
    "demo": ("filling", "demo"),
    "list": ("dossiers", "list_dossiers"),
    "show": ("dossiers", "show"),
    "review": ("reviewing", "review"),
    "new": ("dossiers", "new"),
    "answer": ("dossiers", "answer"),
    "export": ("dossiers", "export"),
    "check": ("content", "check"),
    "calc": ("content", "calc"),
    "verify": ("health", "verify"),
    "doctor": ("health", "doctor"),
}
TAKES_VALUE = ("--data", "--port")


def _starts(arguments: Iterable[str]) -> bool:
    """Whether nothing but options of the start is given."""
    rest = iter(arguments)
    for one in rest:
        if one in TAKES_VALUE:
            next(rest, None)
        elif one == "--help" or not one.startswith("-"):
            return False
    return True


def _learn_verbs() -> None:
    """Bring in the verbs, by name: what they need would be read before the server listens (0017)."""
    for verb, (module, function) in VERBS.items():
        app.command(verb)(getattr(import_module(f"evenemang.commands.{module}"), function))


def main() -> None:
    """Run the command line; wrong use is told in a sentence, with exit code 2."""
    if not _starts(sys.argv[1:]):
        _learn_verbs()
    try:
        code = app(standalone_mode=False)
    except typer.Abort:
        say(STOPPED)
        sys.exit(Exit.NOT_FINE)
    except WrongUse as wrong:
        say(WRONG, what=_in_words(wrong))
        sys.exit(Exit.WRONG_USE)
    sys.exit(code or Exit.FINE)


def _in_words(wrong: Any) -> str:
    """Return a wrong use in the reader's language; its kind is known by name, typer shows no other way."""
    told = wrong.format_message()
    if language() == "en":
        return str(told)
    name = getattr(getattr(wrong, "param", None), "metavar", None) or getattr(wrong, "option_name", "")
    sentences = {
        "NoSuchOption": f"Valet {name} finns inte.",
        "MissingParameter": f"{name or 'Ett värde'} saknas.",
        "BadParameter": f"Värdet för {name or 'ett val'} går inte att använda.",
    }
    return sentences.get(type(wrong).__name__, "Kommandot finns inte.")


if __name__ == "__main__":
    main()
