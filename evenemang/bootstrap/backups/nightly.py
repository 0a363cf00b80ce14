"""A backup every night, made by the running app where that is asked for; and what became of the last one."""

from __future__ import annotations

import logging
import os
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from time import monotonic

from evenemang.bootstrap import SystemClock
from evenemang.bootstrap.backups import words
from evenemang.bootstrap.backups.making import back_up_folder
from evenemang.domain.errors import BackupFailed, EvenemangError
from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text

LOG = logging.getLogger("evenemang.backup")
AT, KEEP, FOLDER = "EVENEMANG_BACKUP", "EVENEMANG_BACKUP_KEEP", "EVENEMANG_BACKUP_FOLDER"
UNLESS_SAID = 14  # nights kept
NAME = re.compile(r"evenemang-\d{4}-\d{2}-\d{2}\.zip")
LOOK = 60.0  # seconds between two looks at the clock
PATIENCE = timedelta(hours=1)  # between two tries at one that failed
GRACE = timedelta(hours=2)  # for one that is being made, or an app that was just started
_STARTED: dict[Path, Nightly] = {}
_FAILED: dict[Path, Text] = {}


@dataclass(frozen=True)
class Plan:
    """When a backup is made each day, in local time, where, and how many are kept."""

    at: time
    keep: int
    folder: Path

    def due(self, now: datetime) -> datetime:
        """Return the latest moment when one should have been made."""
        today = datetime.combine(now.astimezone(LOCAL).date(), self.at, LOCAL)
        # Compared as moments: at the hour that does not exist or comes twice, clocks would mislead.
        passed = today.timestamp() <= now.timestamp()
        return today if passed else datetime.combine(today.date() - timedelta(days=1), self.at, LOCAL)

    def file(self, due: datetime) -> Path:
        """Return what the backup of a night is called."""
        return self.folder / f"evenemang-{due:%Y-%m-%d}.zip"

    def made(self) -> list[Path]:
        """Return the nightly backups that are there, oldest first."""
        if not self.folder.is_dir():
            return []
        return sorted(one for one in self.folder.iterdir() if NAME.fullmatch(one.name))


def planned(data: Path, said: Mapping[str, str] = os.environ) -> Plan | None:
    """Return what is asked for, or None where no backup is.

    Raises:
        BackupFailed: If it cannot be understood.
    """
    if not said.get(AT):
        return None
    try:
        at = time.fromisoformat(said[AT])
        keep = int(said.get(KEEP) or UNLESS_SAID)
        if at.tzinfo or keep < 1:
            raise ValueError(said)
    except ValueError as unfit:
        asked = f"{AT}={said[AT]}, {KEEP}={said.get(KEEP, UNLESS_SAID)}"
        raise BackupFailed(str(unfit), file=asked, why=words.PLAN) from unfit
    return Plan(at, keep, Path(said.get(FOLDER) or data / "backups"))


def trouble(data: Path, now: datetime | None = None) -> Text | None:
    """Return what somebody should see to, where a nightly backup is asked for and is not as it should be."""
    now = now or SystemClock().now()
    try:
        plan = planned(data)
    except BackupFailed as unfit:
        return unfit.told
    if plan is None:
        return None
    failed = _failure(data)
    if failed:
        return failed
    there = plan.made()
    is_fresh = bool(there) and plan.file(plan.due(now - GRACE)).name <= there[-1].name
    if is_fresh or (data in _STARTED and _STARTED[data].is_new()):
        return None
    return words.filled(words.OLD, file=there[-1].name, folder=plan.folder) if there else words.NONE_YET


class Nightly(threading.Thread):
    """Makes the backup that is due, as soon as it is, and takes the oldest away."""

    def __init__(self, data: Path, plan: Plan) -> None:
        super().__init__(name="nightly backup", daemon=True)
        self._data = data
        self._plan = plan
        self._again = datetime.min.replace(tzinfo=LOCAL)
        self._began = monotonic()
        self.stopped = threading.Event()

    def is_new(self) -> bool:
        """Whether it has hardly had the time to make one that was missed."""
        return monotonic() - self._began < GRACE.total_seconds()

    def run(self) -> None:
        """Look at the clock every minute, until stopped."""
        while not self.stopped.wait(timeout=LOOK):
            self.look(SystemClock().now())

    def look(self, now: datetime) -> None:
        """Make the backup that is due, unless it is there; one that fails is told and tried again later."""
        file = self._plan.file(self._plan.due(now))
        if file.exists() or (now < self._again <= now + PATIENCE):
            return
        try:
            made = back_up_folder(self._data, file)
        except EvenemangError as refused:
            self._again = now + PATIENCE
            LOG.error("nightly backup: %s", refused.say("sv"))
            _remember(self._data, _dated(now, refused))
            return
        except Exception:  # the thread must live on; the log tells
            self._again = now + PATIENCE
            LOG.exception("nightly backup")
            return
        LOG.info("nightly backup %s made and read through: %s files", file, len(made.members))
        _forget(self._data)
        for old in self._plan.made()[: -self._plan.keep]:
            old.unlink(missing_ok=True)


def start(data: Path) -> None:
    """Begin to make nightly backups of a folder, once per process; where none are asked for, nothing."""
    try:
        plan = planned(data)
    except BackupFailed as unfit:
        LOG.error("%s", unfit.say("sv"))
        return
    if plan and data not in _STARTED:
        _STARTED[data] = Nightly(data, plan)
        _STARTED[data].start()


def _dated(now: datetime, refused: EvenemangError) -> Text:
    when = f"{now.astimezone(LOCAL):%Y-%m-%d %H:%M}"
    return Text(sv=f"{when}: {refused.told.sv}", en=f"{when}: {refused.told.en}")


def _remember(data: Path, failure: Text) -> None:
    """Keep a failure for this process, and where the disk takes it for `doctor` and the next start."""
    _FAILED[data] = failure
    try:
        _note(data).write_text(failure.model_dump_json(), "utf-8")
    except OSError:
        LOG.warning("nightly backup: %s cannot be written either", _note(data))


def _forget(data: Path) -> None:
    _FAILED.pop(data, None)
    _note(data).unlink(missing_ok=True)


def _failure(data: Path) -> Text | None:
    try:
        return Text.model_validate_json(_note(data).read_text("utf-8"))
    except (OSError, ValueError):
        return _FAILED.get(data)


def _note(data: Path) -> Path:
    return data / "backups" / "nightly-failed.json"
