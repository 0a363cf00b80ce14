"""Collect garbage now and then, since Streamlit is told not to do it after every run."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

INTERVAL = 60.0
"""Seconds between two collections. A collection takes about 80 ms, so one a minute is not felt."""


@contextmanager
def sweeping(interval: float = INTERVAL) -> Iterator[None]:
    """Collect garbage every `interval` seconds while inside."""
    stop = Event()
    thread = Thread(target=_sweep, args=(stop, interval), name="evenemang-sweep", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()


def _sweep(stop: Event, interval: float) -> None:
    while not stop.wait(interval):
        gc.collect()
