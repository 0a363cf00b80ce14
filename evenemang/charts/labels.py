"""Labels beside horizontal bars, points and cells: one a row, the long ones on several lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from evenemang.charts.template import escaped

LONGEST = 26  # letters of a line


def label_axis(
    labels: Sequence[str], numbers: Sequence[str] = (), *, lines: int = 2, longest: int = LONGEST
) -> dict[str, Any]:
    """Return an axis with one label a row, the first on top; labels may be text from people.

    With numbers, each stands in bold on a line of its own under its label.
    """
    shown = [escaped_lines(label, lines, longest) for label in labels]
    return {
        "tickvals": list(range(len(labels))),
        "ticktext": _with(numbers, shown) if numbers else shown,
        "range": [len(labels) - 0.5, -0.5],
        "showgrid": False,
        "ticks": "",
        "ticklabelstandoff": 6,
    }


def escaped_lines(label: str, most: int = 2, longest: int = LONGEST) -> str:
    """Return a label in lines no longer than that where its words allow, and in so many at most."""
    lines = [""]
    for word in label.split():
        longer = f"{lines[-1]} {word}".strip()
        lines[-1:] = [longer] if len(longer) <= longest or not lines[-1] else [lines[-1], word]
    shown = lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]
    return "<br>".join(escaped(_cut(line)) for line in shown)


def _with(numbers: Sequence[str], labels: Sequence[str]) -> list[str]:
    return [f"{label}<br><b>{escaped(number)}</b>" for label, number in zip(labels, numbers, strict=True)]


def _cut(label: str) -> str:
    return label if len(label) <= LONGEST + 2 else f"{label[:LONGEST].rstrip()}…"
