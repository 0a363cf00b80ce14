"""A workbook from outside, read in a process apart: with no more time and memory than a workbook needs."""

from __future__ import annotations

import atexit
from threading import BoundedSemaphore, Lock

from evenemang.domain.errors import FileUnfit
from evenemang.workbook.opening import Sheet, Value
from evenemang.workbook.refusals import NOT_STARTED, refusal
from evenemang.workbook.telling import Untrue, heard
from evenemang.workbook.unzipping import checked
from evenemang.workbook.worker import CLOCK, Failed, Worker

MOST_AT_ONCE = 2  # a municipality's people seldom send two files in the same second; the rest wait
MOST_FILES = 200  # read by one process: then another takes its place


class Readers:
    """The processes that read: one is kept for the next file, for starting one takes half a second."""

    def __init__(self) -> None:
        """Start none before it is needed."""
        self._idle: list[tuple[Worker, int]] = []
        self._lock = Lock()
        self._turns = BoundedSemaphore(MOST_AT_ONCE)

    def ask(self, content: bytes, seconds: float = CLOCK) -> bytes:
        """Return the answer for a file that has been looked at.

        Raises:
            Failed: If there is none.
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
            return Worker(), 0
        except Failed as unfit:
            raise FileUnfit(str(unfit), file="xlsx", why=NOT_STARTED) from unfit


READERS = Readers()
atexit.register(READERS.end)


def cells_apart(content: bytes, name: str = "xlsx", seconds: float = CLOCK) -> list[Sheet]:
    """Return every sheet of a workbook that has cells, in order, read in a process apart.

    Raises:
        FileUnfit: If it is no workbook, too much, makes no sense, or takes longer than `seconds`.
    """
    checked(content, name).close()
    try:
        found = heard(READERS.ask(content, seconds))
    except (Failed, Untrue) as fault:
        raise refusal("heavy", str(fault), name) from fault
    if isinstance(found, str):
        raise refusal(found, "refused by the reader", name)
    return found


def rows_apart(content: bytes, name: str = "xlsx") -> list[tuple[str, list[tuple[Value, ...]]]]:
    """Return every sheet of anyone's workbook: its title, and its rows from the first to the last written.

    A row without cells is `()`; a formula shows what it came to; a day is a `datetime`, as Excel has it.

    Raises:
        FileUnfit: If it is no workbook, too much, makes no sense, or takes too long.
    """
    return [(sheet.title, list(sheet.dense())) for sheet in cells_apart(content, name)]
