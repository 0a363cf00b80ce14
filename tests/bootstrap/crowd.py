"""Several who save at once, in processes and threads of their own, until they are stopped or killed."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from evenemang.bootstrap import Opened, open_data
from evenemang.bootstrap.outbox import Outbox
from evenemang.domain.actor import Actor
from evenemang.flow.assessing import GiveAnswer
from evenemang.store.sql import SqlStore
from tests.bootstrap.folders import ASKED, SECRET_ASKED, Folder

THREADS = 3  # people in the app
PATIENCE = 60.0  # seconds until the first answer must be acknowledged


@dataclass
class Crowd:
    """A group of processes: the app with its outbox and some people in it, and one at the command line."""

    leader: int
    told: int  # the end of the pipe on which each answer is acknowledged, once it is
    is_over: bool = False
    _read: bytes = b""
    acknowledged: list[str] = field(default_factory=list)

    def listen(self) -> list[str]:
        """Return what has been acknowledged up to now."""
        while True:
            try:
                piece = os.read(self.told, 2**16)
            except BlockingIOError:
                break
            if not piece:
                break
            self._read += piece
        *whole, self._read = self._read.split(b"\n")
        self.acknowledged += [one.decode() for one in whole]
        return list(self.acknowledged)

    def until(self, count: int) -> None:
        """Wait until so many answers are acknowledged."""
        end = time.monotonic() + PATIENCE
        while len(self.listen()) < count:
            assert time.monotonic() < end, "too few saved"
            time.sleep(0.005)

    def kill(self) -> list[str]:
        """Kill all of them as `kill -9` does, and return all that was acknowledged."""
        if not self.is_over:
            self.is_over = True
            os.killpg(self.leader, signal.SIGKILL)
            os.waitpid(self.leader, 0)
        os.set_blocking(self.told, True)  # its end comes when the last of them is gone
        return self.listen()


@contextmanager
def saving(folder: Folder, mark: str) -> Iterator[Crowd]:
    """Let several save in a folder; each answer says `mark`, who gave it, and its number."""
    reading, writing = os.pipe()
    leader = os.fork()
    if leader == 0:
        os.setpgid(0, 0)
        os.close(reading)
        _work(folder, mark, writing)
    with suppress(PermissionError, ProcessLookupError):  # whichever of us comes first
        os.setpgid(leader, leader)
    os.close(writing)
    os.set_blocking(reading, False)
    crowd = Crowd(leader, reading)
    try:
        yield crowd
    finally:
        crowd.kill()
        os.close(reading)


def _work(folder: Folder, mark: str, told: int) -> None:
    try:
        if os.fork() == 0:
            _at_the_command_line(folder, mark, told)
        opened = open_data(folder.data)
        outbox = Outbox(opened)
        outbox.start()
        for number in range(THREADS):
            who = f"{mark}-app{number}"
            threading.Thread(target=_save, args=(opened, folder, who, told, outbox.wake)).start()
        threading.Event().wait()
    finally:
        os._exit(1)


def _at_the_command_line(folder: Folder, mark: str, told: int) -> None:
    opened = open_data(folder.data)
    _save(opened, folder, f"{mark}-cli", told, opened.write_workbooks)


def _save(opened: Opened, folder: Folder, who: str, told: int, afterwards: Callable[[], object]) -> None:
    number = 0
    while True:
        number += 1
        said = f"{who}-{number}"
        asked = ASKED if number % 2 else SECRET_ASKED
        answer = GiveAnswer(question=asked, value="yes" if number % 3 else "no", comment=said)
        opened.workspace.do(folder.dossier, answer, Actor(name=who))
        os.write(told, f"{said}\n".encode())
        afterwards()


def kept(store: SqlStore, dossier: str) -> set[str]:
    """Return every answer that the journal of a dossier tells of, by its comment."""
    rows = (one.deed.after for one in store.journal("dossier", dossier))
    return {one["comment"] for one in rows if isinstance(one, dict) and "comment" in one}


def kept_in(database: Path, dossier: str) -> set[str]:
    """Return the same of a database file, opened anew, whose past is whole."""
    store = SqlStore(database)
    try:
        assert store.verify() == []
        return kept(store, dossier)
    finally:
        store.close()
