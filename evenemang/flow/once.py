"""What is worked out once from things that never change, for all who ask about the very same things."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Once(Generic[Made]):
    """Keeps under each name what was last made, and of which things: the very same, no equal ones.

    What is kept holds on to its things, so that no other can take the place of one in memory.
    """

    def __init__(self, most: int) -> None:
        """Keep so many; the name that has rested longest gives way."""
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[tuple[object, ...], Hashable, Made]] = OrderedDict()
        self._turn = Lock()

    def of(
        self, name: Hashable, things: tuple[object, ...], made: Callable[[], Made], *, as_of: Hashable = None
    ) -> Made:
        """Return what is made of frozen things as of a moment, which is compared as such."""
        with self._turn:
            kept = self._kept.get(name)
        if kept and kept[1] == as_of and _are(kept[0], things):
            return kept[2]
        new = made()  # outside the turn: two who ask at once may both work it out, and get the same
        with self._turn:
            self._kept[name] = (things, as_of, new)
            self._kept.move_to_end(name)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return new


def _are(ones: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(ones) == len(others) and all(one is other for one, other in zip(ones, others, strict=True))
