"""What this machine and this data folder are like: what `doctor` looks at."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from evenemang.bootstrap import databases
from evenemang.domain.errors import StoreUnfit
from evenemang.domain.text import Frozen, Text

LIBRARIES = (
    "evenemang",
    "streamlit",
    "pydantic",
    "sqlalchemy",
    "psycopg",
    "plotly",
    "xlsxwriter",
    "openpyxl",
)
OLDEST_PYTHON = (3, 11)
LEAST_FREE = 500_000_000  # bytes: a year of workbooks, attachments and a backup beside the database

INSTALL = Text(sv="Kör make setup igen.", en="Run make setup again.")
FREE_DISK = Text(
    sv="Disken är nästan full. Frigör minst 500 MB.", en="The disk is almost full. Free at least 500 MB."
)


class Found(Frozen):
    """One thing that was looked at."""

    what: Text
    found: str
    fine: bool = True
    do: Text = INSTALL


def examine(data: Path) -> tuple[Found, ...]:
    """Return what was found, each with what to do where it is not fine."""
    return (_python(), *map(_library, LIBRARIES), _folder(data), _disk(data), *_server(data))


def _python() -> Found:
    return Found(
        what=Text(sv="Python", en="Python"),
        found=platform.python_version(),
        fine=sys.version_info >= OLDEST_PYTHON,
        do=Text(sv="Installera Python 3.11 eller nyare.", en="Install Python 3.11 or newer."),
    )


def _library(name: str) -> Found:
    try:
        return Found(what=Text(sv=name, en=name), found=version(name))
    except PackageNotFoundError:
        return Found(what=Text(sv=name, en=name), found="–", fine=False)


def _folder(data: Path) -> Found:
    nearest = next(one for one in (data.absolute(), *data.absolute().parents) if one.exists())
    return Found(
        what=Text(sv="Datamapp", en="Data folder"),
        found=str(data.absolute()),
        fine=nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK),
        do=Text(
            sv=f"Mappen {nearest} går inte att skriva i. Välj en annan med --data.",
            en=f"The folder {nearest} cannot be written. Choose another with --data.",
        ),
    )


def _disk(data: Path) -> Found:
    nearest = next(one for one in (data.absolute(), *data.absolute().parents) if one.exists())
    free = shutil.disk_usage(nearest).free
    return Found(
        what=Text(sv="Ledigt på disken", en="Free on disk"),
        found=f"{free / 1e9:.1f} GB",
        fine=free >= LEAST_FREE,
        do=FREE_DISK,
    )


def _server(data: Path) -> tuple[Found, ...]:
    """Return how the database server answers, where one is named; never its password."""
    what = Text(sv="Databas", en="Database")
    try:
        version = databases.server_version(data)
    except StoreUnfit as refused:
        do = refused.told
        return (Found(what=what, found=str(refused.facts["where"]), fine=False, do=do),)
    return (Found(what=what, found=f"{databases.shown(data)} ({version})"),) if version else ()
