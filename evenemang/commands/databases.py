"""Which database a verb works on: every verb that takes a data folder takes a server's database beside it."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable
from functools import wraps
from typing import Any

from evenemang.bootstrap.databases import NAMED
from evenemang.commands.speaking import Database


def name_database(url: str) -> None:
    """Let whatever opens a data folder in this process take its records from there."""
    if url:
        os.environ[NAMED] = url


def taking_database(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Return a verb that takes `--database` too, where it takes a data folder."""
    signature = inspect.signature(verb, eval_str=True)
    if "data" not in signature.parameters:
        return verb

    @wraps(verb)
    def with_database(*words: Any, database: str = "", **named: Any) -> Any:
        name_database(database)
        return verb(*words, **named)

    said = inspect.Parameter("database", inspect.Parameter.KEYWORD_ONLY, default="", annotation=Database)
    with_database.__signature__ = signature.replace(  # type: ignore[attr-defined]  # what typer looks at
        parameters=[*signature.parameters.values(), said]
    )
    with_database.__annotations__ = {**verb.__annotations__, "database": Database}
    return with_database
