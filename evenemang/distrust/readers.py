"""The processes that read files from outside: one is kept for the next file, two read at once."""

from __future__ import annotations

import atexit
from threading import BoundedSemaphore, Lock

from evenemang.distrust.worker import CLOCK, Failed, Worker

MOST_AT_ONCE = 2  # a municipality's people seldom send two files in the same second; the rest wait
MOST_FILES = 200  # read by one process: then another takes its place


class NotStarted(Failed):
    """No process could be started on this computer."""


class Readers:
    """Processes of one kind: one is kept for the next file, for starting one takes half a second."""

    def __init__(self, module: str) -> None:
        """Start none before it is needed; `module` is one of ours, whose `main` reads."""
        self._module = module
        self._idle: list[tuple[Worker, int]] = []
        self._lock = Lock()
        self._turns = BoundedSemaphore(MOST_AT_ONCE)
        atexit.register(self.end)

    def ask(self, content: bytes, seconds: float = CLOCK) -> bytes:
        """Return the answer for a file that has been looked at.

        Raises:
            NotStarted: If no process could be started.
            Failed: If there is no answer.
        """
        with self._turns:
            worker, read = self._taken()
            answer = worker.ask(content, seconds)
            if read + 1 < MOST_FILES:
                with self._lock:
                    self._idle.append((worker, read + 1))
            else:
                worker.end()
            return answer

    def end(self) -> None:
        """End those that wait for the next file."""
        with self._lock:
            for worker, _ in self._idle:
                worker.end()
            self._idle.clear()

    def _taken(self) -> tuple[Worker, int]:
        """Return one that waits, or a new one; one that has died meanwhile is left behind."""
        with self._lock:
            while self._idle:
                worker, read = self._idle.pop()
                if worker.process.poll() is None:
                    return worker, read
                worker.end()
        try:
            return Worker(self._module), 0
        except Failed as unfit:
            raise NotStarted(str(unfit)) from unfit
