"""Retention in a data folder: what the rules say goes, and removing it from every file that is ours."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from evenemang.domain.actor import Actor

if TYPE_CHECKING:
    from evenemang.bootstrap import Opened
    from evenemang.domain.retention import Retention
    from evenemang.flow.retention.planning import Done, Going, Preview

OWN = Path("retention", "rules.yaml")  # in the data folder: the municipality's times, and rules of its own
PATIENCE = 15.0  # seconds that workbooks may take before a run is told as not through with its files


@dataclass(frozen=True)
class Backups:
    """Backups in the data folder, or where the nightly ones lie: they hold what is removed now."""

    folder: str
    count: int
    oldest: date | None
    nights: int | None  # how many nightly ones are kept; None: none are made


@dataclass(frozen=True)
class Removed:
    """What a run did."""

    going: tuple[Going, ...]
    waits: tuple[Going, ...]  # what waits for somebody to settle a workbook
    unwritten: int  # workbooks that still hold it: open elsewhere, or the disk refuses
    scrubbed: bool  # whether the database's own file was written over

    @property
    def finished(self) -> bool:
        """Whether nothing of it is left in the folder."""
        return self.scrubbed and not self.unwritten

    @property
    def records(self) -> int:
        """From how many records something went."""
        return len({(one.kind, one.record) for one in self.going})


@dataclass(frozen=True)
class Retaining:
    """The rules of one data folder, and the folder."""

    opened: Opened

    def rules(self) -> Retention:
        """Return the rules that count here, ours with the municipality's own.

        Raises:
            ContentFaulty: If a file of rules cannot be used.
        """
        from evenemang.catalogue import read_retention

        return read_retention(self.opened.data / OWN)

    def preview(self, by: Actor) -> Preview:
        """Return what a run would remove now; nothing is changed.

        Raises:
            NotAllowed: If who asks may not remove.
            ContentFaulty: If a file of rules cannot be used.
        """
        from evenemang.flow.retention.planning import preview

        return preview(self.opened.workspace, self.rules(), by, self._done)

    @cached_property
    def _done(self) -> Done:
        from evenemang.flow.retention.planning import Done

        return Done(self.opened.workspace)

    def run(self, by: Actor) -> Removed:
        """Remove what the rules say goes now. Broken off anywhere, the next run takes up what is left.

        Raises:
            NotAllowed: If who acts may not.
            ContentFaulty: If a file of rules cannot be used; nothing is removed.
        """
        from evenemang.flow.retention.planning import UNFINISHED
        from evenemang.flow.retention.running import Removing, rewrite_around

        found, store = self.preview(by), self.opened.store
        if not found.removes and not found.unfinished:
            waits = tuple(one for due in found.due for one in due.going)
            return Removed((), waits, 0, scrubbed=True)
        self._notice()
        if found.unfinished:  # broken off, perhaps before what shows names from there was to be written anew
            rewrite_around(self.opened.workspace)
        removing = Removing(self.opened.workspace, self.rules(), by, self)
        gone = tuple(removing.each())
        unwritten = self._written()
        scrubbed = store.scrub()
        if scrubbed and not unwritten:
            store.set(UNFINISHED, None)
        return Removed(gone, tuple(removing.waits), unwritten, scrubbed)

    def take_away(self, path: str) -> None:
        """Remove a file of the data folder; one that is gone is gone, and an empty folder goes with it."""
        file = self.opened.data / path
        file.unlink(missing_ok=True)
        if path.startswith("returns") and file.parent.is_dir() and not any(file.parent.iterdir()):
            file.parent.rmdir()

    def backups(self) -> Backups:
        """Return which backups there are: what is removed now stands in them."""
        from evenemang.bootstrap.backups.nightly import planned
        from evenemang.domain.errors import BackupFailed

        try:
            plan = planned(self.opened.data)
        except BackupFailed:
            plan = None
        folder = plan.folder if plan else self.opened.data / "backups"
        days = sorted(_made(folder))
        return Backups(str(folder), len(days), days[0] if days else None, plan.keep if plan else None)

    def _notice(self) -> None:
        """Set aside what people have changed in the folder: it is theirs, and may wait for somebody."""
        from evenemang.workbook.noticing import AT_A_TIME, Watchman

        watchman = Watchman(self.opened.data)
        for _ in range(len(self.opened.store.ids("dossier")) // AT_A_TIME + 1):
            watchman.go_round(self.opened.store)
        self._written()

    def _written(self) -> int:
        """Write the workbooks anew, and return how many still stand as before; others may be writing too."""
        end = time.monotonic() + PATIENCE
        self.opened.write_workbooks()
        while self.opened.store.stale() and time.monotonic() < end:
            if any(one.held for one in self.opened.store.books() if one.stale):
                break
            time.sleep(0.2)
            self.opened.write_workbooks()
        return self.opened.store.stale()


def _made(folder: Path) -> Iterator[date]:
    for one in folder.iterdir() if folder.is_dir() else ():
        if one.suffix in (".zip", ".db"):
            yield datetime.fromtimestamp(one.stat().st_mtime).date()
