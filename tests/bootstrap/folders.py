"""A small data folder for tests, and what people do in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import cast

from openpyxl import load_workbook

from evenemang.bootstrap import Opened, open_data
from evenemang.domain.actor import Actor
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.opening import SetEvent
from evenemang.flow.outbox import LEASE_SECONDS, drain
from evenemang.store.sql import SqlStore
from evenemang.workbook.reading import read

SARA = Actor(name="Sara Lind")
ASKED = "crowds.zone-capacity"
SECRET_ASKED = "threats.assessed"


def clock(later: float) -> Callable[[], datetime]:
    """Return a clock that goes so many seconds ahead."""
    return lambda: datetime.now(UTC) + timedelta(seconds=later)


def still(moment: datetime) -> Callable[[], datetime]:
    """Return a clock that stands still."""
    return lambda: moment


def close(opened: Opened) -> None:
    cast(SqlStore, opened.store).close()


@dataclass(frozen=True)
class Folder:
    """A data folder with one dossier, opened anew each time: as another process would."""

    data: Path
    dossier: str

    def opened(self) -> Opened:
        return open_data(self.data)

    def books(self) -> list[Path]:
        found = self.data.glob("workbooks*/*/*.xlsx")
        return sorted(one for one in found if one.parent.name != "register")

    def digests(self) -> set[str]:
        return {sha256(one.read_bytes()).hexdigest() for one in self.books()}

    def litter(self) -> list[Path]:
        return list(self.data.rglob("*.tmp"))

    def catch_up(self, after: float = LEASE_SECONDS) -> Opened:
        """Start anew, so many seconds from now, and write what is stale."""
        opened = self.opened()
        assert drain(opened.workspace, opened._keep, opened._keep_register, clock(after)) == 0
        return opened


def copied(source: Path, target: Path) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(source, target))


def answer(folder: Folder, comment: str) -> None:
    opened = folder.opened()
    opened.workspace.do(folder.dossier, GiveAnswer(question=ASKED, value="yes", comment=comment), SARA)
    secret = GiveAnswer(question=SECRET_ASKED, value="yes", comment=comment)
    opened.workspace.do(folder.dossier, secret, SARA)
    close(opened)


def rename(folder: Folder, name: str) -> None:
    opened = folder.opened()
    opened.workspace.do(folder.dossier, SetEvent(event_name=name), SARA)
    close(opened)


def by_hand(path: Path, asked: str = ASKED) -> bytes:
    """Change a comment in a workbook as a person would, and return what the file is then."""
    book = load_workbook(path)
    sheet = book["Checklistor"]
    rows = list(sheet.iter_rows())
    comments = next(one.column for row in rows for one in row if one.value == "answer.comment")
    line = next(one.row for row in rows for one in row if one.value == asked)
    sheet.cell(line, comments, "Skrivet i Excel")
    book.save(path)
    return path.read_bytes()


def versions(folder: Folder) -> set[int]:
    return {read(one.read_bytes()).version for one in folder.books()}


def sharing_violation(*_paths: object) -> None:
    raise PermissionError(13, "The process cannot access the file because it is being used")
