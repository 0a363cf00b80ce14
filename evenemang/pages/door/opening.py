"""Open the house behind the door, while the browser still fetches the page."""

import gc
import logging
import sys
from importlib import import_module
from threading import Thread

from evenemang.domain.errors import EvenemangError
from evenemang.pages import house

LOG = logging.getLogger("evenemang.door")
# Seconds a thread may keep the interpreter while the house is opened. At the usual 5 ms each file that the
# browser asks for waits its turn behind the opening several times over.
BRIEFLY = 0.0001
FIRST_PAGE = "evenemang.pages.overview"  # by name, or it would be read before the server listens


def open_early() -> None:
    """Begin to open the data folder in the background: the first page then waits for less."""
    Thread(target=_open, name="opening", daemon=True).start()


def _open() -> None:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(BRIEFLY)
    gc.disable()  # what is opened stays: looking through it again and again takes a tenth of the time
    try:
        house.current()
        import_module(FIRST_PAGE)
    except EvenemangError as refused:
        # Every page says the same, in its reader's language. Nobody has typed anything yet.
        LOG.error("cannot open: %s", refused.say("sv"), extra={"facts": refused.for_log})
    finally:
        gc.freeze()  # nor need any later collection go through it
        gc.enable()
        sys.setswitchinterval(usual)
