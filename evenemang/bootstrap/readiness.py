"""Whether the app can work: what a watchman is told by yes or no, and the log by name."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evenemang.bootstrap.outbox import Outbox
    from evenemang.flow.storing import Store

LOG = logging.getLogger("evenemang.health")


def wrong(store: Store, data: Path, outbox: Outbox) -> tuple[str, ...]:
    """Return what stops the work: database, folder, outbox. The tables were brought up when it was opened."""
    found = []
    if not _answers(store):
        found.append("database")
    if not _takes_files(data):
        found.append("folder")
    if outbox.is_stuck:
        found.append("outbox")
    return tuple(found)


def _answers(store: Store) -> bool:
    try:
        store.setting("example_as_of")
    except Exception as fault:  # whatever it is, the database does not answer
        LOG.warning("the database does not answer", extra={"facts": {"fault": type(fault).__name__}})
        return False
    return True


def _takes_files(data: Path) -> bool:
    """Whether a file can be written where workbooks are; permission alone does not tell of a full disk."""
    folder = data / "workbooks"
    try:
        with TemporaryFile(dir=folder) as file:
            file.write(b".")
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return False
    return True
