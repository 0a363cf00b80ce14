"""Where the marks of risks stand inside the cells of a matrix, so that none hides another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Cell = tuple[int, int]  # likelihood, consequence
Point = tuple[float, float]  # x along consequence, y along likelihood

# Lower right first, as far apart as a cell allows: on a phone the first four still do not touch.
SLOTS: tuple[Point, ...] = (
    (0.28, -0.24),
    (-0.28, -0.24),
    (0.28, 0.1),
    (-0.28, 0.1),
    (0.0, -0.24),
    (0.0, 0.1),
)


@dataclass(frozen=True)
class MatrixMark:
    """A risk on the matrix: its cell before treatment and after it."""

    risk_id: str
    before: Cell
    after: Cell


@dataclass(frozen=True)
class PlacedMark:
    """A mark with its points; None where the cell is full and a count stands for it."""

    risk_id: str
    before: Point | None  # also None where treatment moves nothing: then only the filled mark is drawn
    after: Point | None


@dataclass(frozen=True)
class Placing:
    """All marks with their points, and how many are only counted in a full cell."""

    marks: tuple[PlacedMark, ...]
    crowded: dict[Point, int]


def placed(marks: Sequence[MatrixMark]) -> Placing:
    """Return where each mark stands, in the same slot of both cells where it is free: arrows run straight."""
    load = Counter(cell for mark in marks for cell in {mark.before, mark.after})
    taken: set[tuple[Cell, Point]] = set()
    overflow: Counter[Cell] = Counter()
    found = []
    for mark in marks:
        cells = list(dict.fromkeys((mark.before, mark.after)))
        slots = _slots(cells, load, taken)
        taken |= {(cell, slot) for cell, slot in slots.items() if slot}
        overflow.update(cell for cell, slot in slots.items() if slot is None)
        after = _point(mark.after, slots[mark.after])
        before = _point(mark.before, slots[mark.before]) if mark.before != mark.after else None
        found.append(PlacedMark(mark.risk_id, before, after))
    crowded = {_at(cell, SLOTS[-1]): count for cell, count in overflow.items()}
    return Placing(tuple(found), crowded)


def _slots(
    cells: list[Cell], load: Counter[Cell], taken: set[tuple[Cell, Point]]
) -> dict[Cell, Point | None]:
    free = {cell: [slot for slot in _room(load[cell]) if (cell, slot) not in taken] for cell in cells}
    shared = next((slot for slot in SLOTS if all(slot in free[cell] for cell in cells)), None)
    return {cell: shared or next(iter(free[cell]), None) for cell in cells}


def _room(load: int) -> Iterable[Point]:
    """The slots of a cell; the last is kept for a count when there are more marks than slots."""
    return SLOTS if load <= len(SLOTS) else SLOTS[:-1]


def _point(cell: Cell, slot: Point | None) -> Point | None:
    return _at(cell, slot) if slot else None


def _at(cell: Cell, slot: Point) -> Point:
    likelihood, consequence = cell
    return (round(consequence + slot[0], 2), round(likelihood + slot[1], 2))
