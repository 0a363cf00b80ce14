"""Which pages listen to what others do: asked by the browser every few seconds, without running the page.

A page stands here, in this process, under a name that nobody can guess and that only this page was told.
Whoever asks by it is answered yes or no, never what (docs/decisions/0041).
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Protocol

MOST = 2_000  # pages that listen at the same time; one that was forgotten is run once, and known again


class Listener(Protocol):
    """A page that listens."""

    def has_news(self) -> bool:
        """Return whether there is anything that it has not shown yet."""
        ...


_LISTENING: OrderedDict[str, Listener] = OrderedDict()
_TURN = Lock()


def listen(key: str, one: Listener) -> None:
    """Let a page be asked about under a name."""
    with _TURN:
        _LISTENING[key] = one
        _LISTENING.move_to_end(key)
        if len(_LISTENING) > MOST:
            _LISTENING.popitem(last=False)


def listening(key: str) -> Listener | None:
    """Return the page that was told this name, or None."""
    with _TURN:
        return _LISTENING.get(key)
