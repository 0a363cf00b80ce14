"""Open the house behind the door, while the browser still fetches the page."""

import logging
from threading import Thread

from evenemang.domain.errors import EvenemangError
from evenemang.pages import house

LOG = logging.getLogger("evenemang.door")


def open_early() -> None:
    """Begin to open the data folder in the background: the first page then waits for less."""
    Thread(target=_open, name="opening", daemon=True).start()


def _open() -> None:
    try:
        house.current()
    except EvenemangError as refused:
        LOG.error("%s", refused.say("sv"))  # every page says the same, in its reader's language
