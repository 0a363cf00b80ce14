"""The thread that writes workbooks, and looks at what people do with them."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evenemang.bootstrap import Opened
    from evenemang.workbook.noticing import Watchman

LOG = logging.getLogger("evenemang")
ROUND = 10.0  # seconds between two looks at the folder
SOON = 2.0  # seconds, while something waits to be written


class Outbox(threading.Thread):
    """Writes workbooks in the background: at once when woken, and again and again what was left."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(name="outbox", daemon=True)
        self._opened = opened
        self._woken = threading.Event()
        self._stopped = False
        self._next_round = 0.0

    def stop(self) -> None:
        """Write what is left, and end."""
        self._stopped = True
        self._woken.set()

    def wake(self) -> None:
        """Say that something has changed."""
        self._woken.set()

    def run(self) -> None:
        """Drain until stopped; a fault is logged and tried again, never swallowed."""
        from evenemang.workbook.noticing import Watchman

        watchman = Watchman(self._opened.data)
        pause = ROUND
        while not self._stopped:
            self._woken.wait(timeout=pause)
            self._woken.clear()
            try:
                self._look(watchman)
                self._opened.write_workbooks()
                pause = SOON if self._opened.store.stale() else ROUND
            except Exception:  # the thread must live on; the log tells
                LOG.exception("outbox")

    def _look(self, watchman: Watchman) -> None:
        """Go round the folder, at the start and every ten seconds."""
        if time.monotonic() >= self._next_round:
            if not self._next_round:
                watchman.clear_up()
            watchman.go_round(self._opened.store)
            self._next_round = time.monotonic() + ROUND
