"""Saving an answer, against the least that keeps it: load, validate, change, dump, update, durably."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import Any, cast

import psycopg
from sqlalchemy import URL

from bench.matter import SARA, full, grown
from bench.measuring import Ratio, compare, ratio_of, timed
from bench.stock import Stock
from evenemang.bootstrap import SystemClock, content, open_data
from evenemang.bootstrap.outbox import Outbox
from evenemang.domain.dossier import Dossier
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.workspace import Workspace
from evenemang.store.sql import SqlStore

TARGET = 2.0
BESIDE = 1.1  # not slowed: what is over 1 is what one run differs from another
THOUGHTS = (0.3, 0.5, 1.0, 2.0)  # seconds between two answers, of somebody quick and somebody who reads
QUESTION = "crowds.stop-level"
Bare = sqlite3.Connection | psycopg.Connection[Any]
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL")


def measure(home: Path, times: int) -> Ratio:
    """Return the ratio of a saved answer; every question of the 500 is installed and asked about."""
    store = SqlStore(home / "ours.db")
    workspace = Workspace(store, grown(content()), SystemClock())
    dossier = full(workspace)
    with closing(_bare(home / "floor.db", dossier)) as bare:
        found = compare(
            "an answer saved in the store",
            timed(_ours(workspace, dossier.id)),
            timed(_floor(bare)),
            times=times,
            target=TARGET,
        )
    store.close()
    return found


def against_a_bare_update(engine: str, stock: Stock, times: int) -> Ratio:
    """Return the ratio of an answer saved on an engine, to the least that keeps it on the same engine."""
    dossier = cast(Dossier, stock.store.load("dossier", stock.dossier).record)
    url = stock.store._engine.url
    with closing(_bare_beside(url, dossier)) as bare:
        return compare(
            f"an answer saved, {engine}",
            timed(_ours(stock.workspace, stock.dossier)),
            timed(_floor(bare)),
            times=times,
            target=TARGET,
        )


def _bare_beside(url: URL, dossier: Dossier) -> Bare:
    """Return a bare database on the same disk: a file beside, or a table in the same server's database."""
    if url.get_backend_name() == "sqlite":
        return _bare(Path(f"{url.database}.bare"), dossier)
    connection = psycopg.connect(
        url.set(drivername="postgresql").render_as_string(hide_password=False), autocommit=True
    )
    connection.execute("CREATE TABLE bare (id TEXT PRIMARY KEY, body TEXT)")
    connection.execute("INSERT INTO bare VALUES ('a', %s)", (dossier.model_dump_json(),))
    return connection


def beside_the_workbook(home: Path, times: int) -> Ratio:
    """Return the ratio of an answer saved while the outbox writes the workbook, to one saved without it."""
    opened = open_data(home / "beside")
    dossier = full(opened.workspace)
    opened.write_workbooks()
    outbox = Outbox(opened)
    outbox.start()
    save = _ours(opened.workspace, dossier.id)

    thoughts = cycle(THOUGHTS)

    def saved() -> float:
        cost = timed(save)()
        outbox.wake()
        time.sleep(next(thoughts))
        return cost

    saved()  # the first works everything out
    found = [saved() for _ in range(times)]
    outbox.stop()
    outbox.join()
    return ratio_of(
        "an answer saved while its workbook is written",
        list(zip(found, [saved() for _ in range(times)], strict=True)),
        BESIDE,
    )


def _ours(workspace: Workspace, dossier: str) -> Callable[[], None]:
    values = cycle(("partly", "yes"))

    def save() -> None:
        workspace.do(dossier, GiveAnswer(question=QUESTION, value=next(values)), SARA)

    return save


def _bare(file: Path, dossier: Dossier) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE bare (id TEXT PRIMARY KEY, body TEXT)")
    connection.execute("INSERT INTO bare VALUES ('a', ?)", (dossier.model_dump_json(),))
    return connection


def _floor(connection: Bare) -> Callable[[], None]:
    values = cycle(("partly", "yes"))
    here = isinstance(connection, sqlite3.Connection)
    begin = "BEGIN IMMEDIATE" if here else "BEGIN"
    update = f"UPDATE bare SET body = {'?' if here else '%s'} WHERE id = 'a'"
    do: Any = connection.execute

    def save() -> None:
        do(begin)
        (body,) = do("SELECT body FROM bare WHERE id = 'a'").fetchone()
        changed = _changed(Dossier.model_validate_json(body), next(values))
        do(update, (changed.model_dump_json(),))
        do("COMMIT")

    return save


def _changed(dossier: Dossier, value: Any) -> Dossier:
    assessment = dossier.assessment
    answer = assessment.answers[QUESTION].model_copy(update={"value": value})
    answers = {**assessment.answers, QUESTION: answer}
    return dossier.model_copy(update={"assessment": assessment.model_copy(update={"answers": answers})})
