"""The numbers of stacked bars: each inside its part, and beside the bar where the last part is too thin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from evenemang.charts.template import Ink

DIGIT = 0.045  # of the longest bar: what a digit needs, on a phone too
ROOM = 1.08  # of the longest bar, so that a number beside it has room


Parts = Sequence[Sequence[int]]  # the series, each with a count for each bar


def longest(parts: Parts) -> int:
    """Return what the longest bar counts."""
    return max(1, *map(sum, _bars(parts)))


def inside(parts: Parts, index: int) -> list[str]:
    """Return the numbers of one series, empty where there is nothing or the number stands beside the bar."""
    return [
        f"<b>{bar[index]}</b>"
        if bar[index] and not (_at_end(bar) == index and _thin(bar[index], parts))
        else ""
        for bar in _bars(parts)
    ]


def beside(parts: Parts, colours: Ink) -> list[dict[str, Any]]:
    """Return the annotations of those that stand beside their bar."""
    return [
        {
            "x": sum(bar),
            "y": row,
            "text": f"<b>{bar[_at_end(bar)]}</b>",
            "showarrow": False,
            "xanchor": "left",
            "font": {"size": 14, "color": colours.text},
        }
        for row, bar in enumerate(_bars(parts))
        if sum(bar) and _thin(bar[_at_end(bar)], parts)
    ]


def _bars(parts: Parts) -> list[tuple[int, ...]]:
    return list(zip(*parts, strict=True))


def _at_end(bar: Sequence[int]) -> int:
    """Return which part of a bar is its last; 0 of an empty one."""
    return max([at for at, count in enumerate(bar) if count], default=0)


def _thin(count: int, parts: Parts) -> bool:
    return count < DIGIT * len(str(count)) * longest(parts)
