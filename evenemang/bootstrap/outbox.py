"""The thread that writes workbooks."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evenemang.bootstrap import Opened

LOG = logging.getLogger("evenemang")


class Outbox(threading.Thread):
    """Writes workbooks in the background: at once when woken, and every ten seconds for what was left."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(name="outbox", daemon=True)
        self._opened = opened
        self._woken = threading.Event()
        self._stopped = False

    def stop(self) -> None:
        """Write what is left, and end."""
        self._stopped = True
        self._woken.set()

    def wake(self) -> None:
        """Say that something has changed."""
        self._woken.set()

    def run(self) -> None:
        """Drain until stopped; a fault is logged and tried again, never swallowed."""
        while not self._stopped:
            self._woken.wait(timeout=10)
            self._woken.clear()
            try:
                self._opened.write_workbooks()
            except Exception:  # the thread must live on; the log tells
                LOG.exception("outbox")
