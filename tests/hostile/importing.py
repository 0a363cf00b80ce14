"""A data folder that changed workbooks are put to, as `evenemang import` and the page put them.

A look may change nothing there and leave nothing anywhere. What it offers is then worked out as if it were
taken in, and not kept: it is refused in our words, or it is a dossier that can be stored and read again.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import cast

from evenemang.bootstrap import Opened, open_data
from evenemang.bootstrap.returning import look
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import Occasion
from evenemang.domain.risk import Judgement
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.following import follow
from evenemang.flow.judging import AddRisk
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.planning import AddAction
from evenemang.flow.returning.looking import Looked
from evenemang.flow.returning.taking import TakeReturn, grouped
from evenemang.store.sql import SqlStore
from tests.hostile.fuzzing import Judge

SARA = Actor(name="Sara Lind")
EVENT = NewDossier(
    name="Höstfesten",
    occasions=(Occasion(date=date(2027, 9, 4), starts="12:00", ends="22:00"),),
    areas=("weather",),
)


@dataclass(frozen=True)
class Importing:
    """An open data folder with a small dossier, and the folder where temporary files would be."""

    opened: Opened
    data: Path
    temporary: Path
    dossier: str

    def book(self) -> bytes:
        """Return the dossier's workbook."""
        return self.opened.workbook(self.dossier, "sv")[1]

    def copy(self) -> bytes:
        """Return the organiser's copy."""
        return self.opened.organisers_copy(self.dossier, "sv")[1]

    def looked(self, content: bytes) -> Looked:
        """Look at a file, and work out what taking in all of it would make of the dossier."""
        looked = look(self.opened.workspace, content, "bok.xlsx")
        if looked.differences:
            self._tried(looked)
        return looked

    def _tried(self, looked: Looked) -> None:
        workspace = self.opened.workspace
        before = workspace.dossier(looked.dossier).record
        scene = workspace.scene(SARA, before)
        taking = TakeReturn(
            file=looked.file, taken=grouped(looked.differences), language=looked.language
        ).apply(before, scene)
        after = follow(taking, scene)
        assert Dossier.model_validate_json(after.model_dump_json()) == after

    def judge(self) -> Judge:
        """Return what says what a look has changed or left behind, against how all is now."""
        before = self.files()
        return lambda _content, _looked: _other(before, self.files())

    def files(self) -> dict[str, str]:
        """Return every file with its checksum; how far SQLite's readers have come (`-shm`) is no data."""
        found = (one for folder in (self.data, self.temporary) for one in folder.rglob("*") if one.is_file())
        return {str(one): "" if one.name.endswith("-shm") else _digest(one) for one in found}


def _other(before: dict[str, str], now: dict[str, str]) -> str | None:
    other = [Path(name).name for name in {*before, *now} if before.get(name) != now.get(name)]
    return f"changed or left: {', '.join(sorted(other))}" if other else None


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


@contextmanager
def importing(home: Path) -> Iterator[Importing]:
    """Make the folder and open it; meanwhile temporary files of this process go to one of its own."""
    data, temporary, usual = home / "data", home / "temporary", tempfile.tempdir
    temporary.mkdir(parents=True)
    opened = open_data(data)
    dossier = open_dossier(opened.workspace, EVENT, SARA).record.id
    asked = opened.workspace.read(opened.workspace.dossier(dossier).record).asked["weather"]
    first, second, *_ = (one for one in asked if one.answer == "yes-no")
    for deed in (
        GiveAnswer(question=first.id, value="no", comment="Ingen är utsedd."),
        GiveAnswer(question=second.id, value="yes"),
        AddRisk(title="Träd faller", area="weather", before=Judgement(likelihood=3, consequence=4)),
        AddAction(do="Fäll de döda träden", owner="Arrangören", due_days=-21),
    ):
        opened.workspace.do(dossier, deed, SARA)
    assert opened.write_workbooks() == 0
    tempfile.tempdir = str(temporary)
    try:
        yield Importing(opened, data, temporary, dossier)
    finally:
        tempfile.tempdir = usual
        cast(SqlStore, opened.store).close()
