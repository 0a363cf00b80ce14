"""The thread that writes workbooks, and looks at what people do with them."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from typing import TYPE_CHECKING

from evenemang.bootstrap.attaching import DataShelf
from evenemang.bootstrap.scribe import Failed, Scribe
from evenemang.domain.errors import StoreUnfit

if TYPE_CHECKING:
    from evenemang.bootstrap import Opened
    from evenemang.workbook.noticing import Watchman

LOG = logging.getLogger("evenemang")
ROUND = 10.0  # seconds between two looks at the folder
SOON = 2.0  # seconds, while something waits to be written
CALM = 0.8  # seconds without a change before writing: answers and pages come first, on the same interpreter
STUCK = 900.0  # seconds without a round; ten thousand workbooks at once take less
TIDY = 900.0  # seconds between two looks for attachments that nobody names any more
LONGEST = 20.0  # seconds that a workbook waits where one change follows another
MANY, WITHIN = 15, 10.0  # changes, and in how many seconds: nobody makes so many alone
CROWDED = 120.0  # seconds that a crowd is reckoned with, since it was last seen


class Outbox(threading.Thread):
    """Writes workbooks in the background: at once when woken, and again and again what was left."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(name="outbox", daemon=True)
        self._opened = opened
        self._woken = threading.Event()
        self._stopped = False
        self._next_round = 0.0
        self._next_tidying = 0.0
        self._seen = time.monotonic()
        self._scribe = Scribe(opened.data)
        self._changes: deque[float] = deque(maxlen=MANY)  # when each of the latest was
        self._crowd_until = 0.0

    def stop(self) -> None:
        """Write what is left, and end."""
        self._stopped = True
        self._woken.set()

    @property
    def is_stuck(self) -> bool:
        """Whether nothing has come round for long. A file that somebody has open stops nothing."""
        return not self._stopped and (not self.is_alive() or time.monotonic() - self._seen > STUCK)

    def wake(self) -> None:
        """Say that something has changed."""
        self._changes.append(time.monotonic())
        self._woken.set()

    def run(self) -> None:
        """Drain until stopped; a fault is logged and tried again, never swallowed."""
        watchman, pause = None, ROUND
        while not self._stopped:
            if self._woken.wait(timeout=pause):
                self._until_calm()
            watchman = watchman or self._watchman()
            self._seen = time.monotonic()
            try:
                self._look(watchman)
                self._write()
                self._tidy()
                pause = SOON if self._opened.store.stale() else ROUND
            except StoreUnfit as away:  # the database is gone just now: a line at each try, no more
                LOG.warning("outbox: %s", away)
            except Exception:  # the thread must live on; the log tells
                LOG.exception("outbox")
        self._scribe.end()

    def _write(self) -> None:
        """Write here while one or a few are at work; in a process apart while a crowd is (0041)."""
        if self._is_crowded():
            try:
                self._scribe.write()
            except Failed as why:
                LOG.warning("outbox: %s", why)
            else:
                return
        else:
            self._scribe.end()
        self._opened.write_workbooks()

    def _is_crowded(self) -> bool:
        now = time.monotonic()
        if len(self._changes) == MANY and now - self._changes[0] < WITHIN:
            self._crowd_until = now + CROWDED
        return now < self._crowd_until

    def _watchman(self) -> Watchman:
        # When the first work comes: what makes workbooks is not loaded beside the first page of a start.
        from evenemang.workbook.noticing import Watchman

        return Watchman(self._opened.data)

    def _tidy(self) -> None:
        """Throw away the attachments that no dossier names, at the start and now and then."""
        if time.monotonic() >= self._next_tidying:
            self._next_tidying = time.monotonic() + TIDY
            DataShelf(self._opened.data).throw_away(self._opened.store)

    def _until_calm(self) -> None:
        """Wait while one change follows another: the workbook is there within two seconds of the last."""
        latest = time.monotonic() + LONGEST
        while not self._stopped:
            self._woken.clear()
            left = latest - time.monotonic()
            if left <= 0:  # nobody paused for all that time
                self._crowd_until = time.monotonic() + CROWDED
                return
            if not self._woken.wait(timeout=min(CALM, left)) and left >= CALM:
                return

    def _look(self, watchman: Watchman) -> None:
        """Go round the folder, at the start and every ten seconds."""
        if time.monotonic() >= self._next_round:
            if not self._next_round:
                watchman.clear_up()
            watchman.go_round(self._opened.store)
            self._next_round = time.monotonic() + ROUND
