"""Which database a data folder goes with: the file in it, or a server's that is named beside it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evenemang.domain.text import Text
    from evenemang.store.copying import Copied

DATABASE = "evenemang.db"
NAMED = "EVENEMANG_DATABASE"  # a URL; the folder still holds workbooks, attachments and checklists


def database_of(data: Path) -> str | Path:
    """Return where the records are: a URL that was named, or the file in the data folder."""
    return os.environ.get(NAMED) or data / DATABASE


def shown(data: Path) -> str:
    """Return where the records are as it may be shown: never with a password."""
    from evenemang.store import engines

    return engines.shown(database_of(data))


def is_empty(data: Path) -> bool:
    """Whether nothing is kept yet.

    Raises:
        StoreUnfit: If the database that is named cannot be used.
    """
    where = database_of(data)
    if isinstance(where, Path):
        return not where.exists()
    from evenemang.store.opening import holds_nothing

    return holds_nothing(where)


def copy_database(
    source: str, target: str, advance: Callable[[int, int], None]
) -> tuple[Copied, tuple[Text, ...]]:
    """Copy everything from one database to another that is empty; return what, and what is broken in it.

    Each is a URL, a database file (`….db`), or a data folder with one in it.

    Raises:
        NotEmpty: If the target holds something.
        StoreUnfit: If one of them cannot be used, or the copy is not equal; the target is left empty.
    """
    from evenemang.store.copying import copy_all
    from evenemang.store.sql import SqlStore

    copied = copy_all(_place(source), _place(target), advance)
    store = SqlStore(_place(target))
    try:
        return copied, tuple(store.verify())
    finally:
        store.close()


def _place(said: str) -> str | Path:
    if "://" in said:
        return said
    return Path(said) if said.endswith(".db") else Path(said, DATABASE)


def waiting_workbooks(data: Path) -> tuple[str | None, int]:
    """Return the form of the tables, and how many workbooks wait to be written; (None, 0) where none is yet.

    Raises:
        StoreUnfit: If the database cannot be used.
    """
    where = database_of(data)
    if isinstance(where, Path) and not where.exists():
        return None, 0
    from evenemang.store.opening import waiting_workbooks as waiting

    return waiting(where)


def server_version(data: Path) -> str | None:
    """Return which server answers, or None where the database is a file.

    Raises:
        StoreUnfit: If it does not.
    """
    where = database_of(data)
    if isinstance(where, Path):
        return None
    from evenemang.store.opening import answering_server

    return answering_server(where)
