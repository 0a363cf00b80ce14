"""The command line: `evenemang` starts the app, `evenemang VERB` does one thing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import typer

from evenemang.commands import start
from evenemang.commands.databases import name_database, taking_database
from evenemang.commands.speaking import Data, Database, Exit, language, say
from evenemang.domain.text import Text

WRONG = Text(
    sv="{what} Se: {verb} --help",
    en="{what} See: {verb} --help",
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
    *,
    data: Data = Path("data"),
    port: start.Port = 0,
    browser: start.Browser = True,
    address: start.Address = start.HOST,
    database: Database = "",
) -> None:
    name_database(database)
    if context.invoked_subcommand is None:
        start.start(data, port, browser=browser, address=address)
    else:
        os.environ["EVENEMANG_DATA"] = str(data)  # said before the verb: the verb takes it from there


VERBS = {  # name: the module in commands, and the function in it
    "demo": ("filling", "demo"),
    "list": ("dossiers", "list_dossiers"),
    "show": ("dossiers", "show"),
    "review": ("reviewing", "review"),
    "foresight": ("foreseeing", "foresight"),
    "new": ("dossiers", "new"),
    "answer": ("dossiers", "answer"),
    "attach": ("attaching", "attach"),
    "export": ("exporting", "export"),
    "report": ("reporting", "report"),
    "person": ("persons", "person"),
    "retention": ("retention", "retention"),
    "import-list": ("listing", "import_list"),
    "import": ("returning", "import_file"),
    "check": ("content", "check"),
    "calc": ("content", "calc"),
    "rebuild": ("rebuilding", "rebuild"),
    "copy": ("copying", "copy"),
    "backup": ("backing_up", "backup"),
    "restore": ("backing_up", "restore"),
    "verify": ("health", "verify"),
    "doctor": ("health", "doctor"),
}
GROUPS = {  # name: what it is for, and its verbs in the same form
    "settings": (
        "Inställningar: kommunens namn och vapen, lokala tider, egna normer.",
        {
            "show": ("settings", "show"),
            "set": ("settings", "set_one"),
            "drop": ("settings", "drop"),
            "put-back": ("settings", "put_back"),
        },
    ),
    "meeting": (
        "Gruppens möten: planera, dagordning, minnesanteckningar, kallelse.",
        {
            "list": ("meetings", "list_meetings"),
            "new": ("meetings", "new"),
            "agenda": ("meetings", "agenda"),
            "minutes": ("meetings", "minutes"),
            "invite": ("meetings", "invite"),
        },
    ),
    "checklist": (
        "Checklistor: skriv ett riskområde i Excel, läs tillbaka, jämför, skriv ut, för bok över id.",
        {
            "to-excel": ("checklists", "to_excel"),
            "from-excel": ("checklists", "from_excel"),
            "diff": ("comparing", "diff"),
            "print": ("printing", "print_form"),
            "ids": ("checklists", "ids"),
        },
    ),
}
TAKES_VALUE = ("--data", "--port", "--database")


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
    _learn(app, VERBS)
    for name, (about, verbs) in GROUPS.items():
        group = typer.Typer(help=about, rich_markup_mode=None)
        _learn(group, verbs)
        app.add_typer(group, name=name)


def _learn(group: typer.Typer, verbs: Mapping[str, tuple[str, str]]) -> None:
    for verb, (module, function) in verbs.items():
        done = getattr(import_module(f"evenemang.commands.{module}"), function)
        group.command(verb)(taking_database(done))


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
        say(WRONG, what=_in_words(wrong), verb=_verb(wrong))
        sys.exit(Exit.WRONG_USE)
    sys.exit(code or Exit.FINE)


def _verb(wrong: Any) -> str:
    """Return the verb, or group of verbs, that was used wrongly; whatever name the program was started by."""
    context = getattr(wrong, "ctx", None)
    words = context.command_path.split() if context else []
    known = {*VERBS, *GROUPS}
    first = next((at for at, word in enumerate(words) if word in known), len(words))
    return " ".join(["evenemang", *words[first:]])


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
