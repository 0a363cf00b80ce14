"""How much of each list the summary has room for: it is one A4, and nothing on it is made smaller to fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from evenemang.workbook.gist import LINE, Said
from evenemang.workbook.paper import LINE as LINE_HEIGHT
from evenemang.workbook.paper import LISTED
from evenemang.workbook.text import lines_of

MOST, FEWEST = 6, 1  # rows in each list


@dataclass
class Fitting:
    """How many rows of each list stand on the paper."""

    conditions: int = MOST
    worst: int = MOST
    waiting: int = MOST
    look_over: int = MOST

    def shrink(self) -> bool:
        """Take a row from the longest list; whether there was one to take."""
        longest = max(vars(self), key=lambda name: int(getattr(self, name)))
        left = int(getattr(self, longest)) - 1
        if left < FEWEST:
            return False
        setattr(self, longest, left)
        return True


def fitted(room: float, facts: list[Said], decided: Callable[[int], list[Said]], counts: Fitting) -> Fitting:
    """Return what fits in a number of points; `decided` tells the decision with so many conditions."""
    while (
        beside(facts, decided(counts.conditions))
        + LISTED * (counts.worst + counts.waiting + counts.look_over)
        > room
    ):
        if not counts.shrink():
            break
    return counts


def beside(left: list[Said], right: list[Said]) -> float:
    """Return how many points two lists side by side take."""
    return LINE_HEIGHT * sum(lines_beside(left, right))


def lines_beside(left: list[Said], right: list[Said]) -> list[int]:
    """Return how many lines each row of two lists side by side takes."""
    each = [
        [lines_of(text, LINE) for _, text in side] + [1] * (max(len(left), len(right)) - len(side))
        for side in (left, right)
    ]
    return [max(both) for both in zip(*each, strict=True)]
