"""The risks in the matrix, before and after treatment, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from evenemang.domain.checklist import Axis
from evenemang.domain.event import LOCAL
from evenemang.domain.risk import Judgement, Risk
from evenemang.workbook.paper import GAP, HALF, HEADING, SPACE, Paper, heading
from evenemang.workbook.style import LEVEL, MUTED

ABREAST = 3  # numbers of risks on one line of a cell
CALLED = 2 * ABREAST  # numbers of risks that a cell has room for
STEP, TALLER, WORDS = 25.0, 35.0, 22.0  # points: a step of the grid, one with many risks, its words


Placed = Mapping[tuple[int, int], list[str]]  # numbers of risks, by likelihood and consequence


@dataclass(frozen=True)
class Pair:
    """Risks on one axis before and after, and what the two grids are called."""

    axis: Axis
    before: Placed
    after: Placed
    called: tuple[str, str]

    def heights(self) -> Iterator[float]:
        """Yield how tall each step is, the likeliest on top."""
        for likelihood in range(5, 0, -1):
            most = max(
                len(side.get((likelihood, consequence), ()))
                for side in (self.before, self.after)
                for consequence in range(1, 6)
            )
            yield TALLER if most > ABREAST else STEP


def pairs(sheet: Paper) -> list[Pair]:
    """Return the grids that are needed: threats stand in grids of their own."""
    risks = sheet.page.whole.dossier.standing_risks
    threats = [one for one in risks if one.axis == "threat"]
    accidents = [one for one in risks if one.axis == "accident"]
    found = []
    if accidents or not threats:
        before = sheet.say("Riskbilden före åtgärder", "The risks before treatment")
        after = sheet.say("Riskbilden efter åtgärder", "The risks after treatment")
        found.append(_pair_of("accident", accidents, (before, after)))
    if threats:
        before = sheet.say("Hoten för sig före åtgärder", "The threats apart before treatment")
        after = sheet.say("Hoten för sig efter åtgärder", "The threats apart after treatment")
        found.append(_pair_of("threat", threats, (before, after)))
    return found


def _pair_of(axis: Axis, risks: list[Risk], called: tuple[str, str]) -> Pair:
    before = _placed((one.id, one.before) for one in risks)
    return Pair(axis, before, _placed((one.id, one.residual) for one in risks), called)


def _placed(judged: Iterable[tuple[str, Judgement]]) -> Placed:
    found: dict[tuple[int, int], list[str]] = {}
    for number, one in judged:
        found.setdefault((one.likelihood, one.consequence), []).append(number)
    return found


def height(found: list[Pair]) -> float:
    """Return how many points the grids take."""
    return sum(HEADING + WORDS + SPACE + sum(one.heights()) for one in found)


def draw_matrices(sheet: Paper, found: list[Pair]) -> None:
    """Draw before and after side by side, and leave the row after them."""
    day = sheet.page.whole.as_of.astimezone(LOCAL).date()
    for pair in found:
        for first, title, placed in zip((0, HALF + GAP), pair.called, (pair.before, pair.after), strict=True):
            heading(sheet, sheet.row, first, f"{title}, {day}")
            _matrix(sheet, first, placed, pair.axis)
        for row, tall in enumerate(pair.heights(), sheet.row + 1):
            sheet.on.set_row(row, tall)
        sheet.on.set_row(sheet.row + 6, WORDS)
        sheet.row += 7
        sheet.space()


def _matrix(sheet: Paper, first: int, placed: Placed, axis: Axis) -> None:
    """Draw the grid, the likeliest on top; each cell says its level, its number and the risks in it."""
    matrix = sheet.page.whole.content.matrix
    upright = matrix.vulnerability if axis == "threat" else matrix.likelihood
    small: dict[str, Any] = {"font_size": 9, "font_color": MUTED, "valign": "vcenter"}
    cell = (HALF - 4) // 5
    for row, likelihood in enumerate(range(5, 0, -1), sheet.row + 1):
        step = f"{likelihood} {sheet.page.say(upright.word(likelihood))}"
        sheet.put(row, first, 4, step, **small, align="right", indent=1)
        for consequence in range(1, 6):
            level = matrix.level(likelihood, consequence)
            here = placed.get((likelihood, consequence), [])
            text, ground = LEVEL[level]
            said = f"{sheet.page.say(matrix.word(level))} {likelihood * consequence}"
            sheet.put(
                row,
                first + 4 + cell * (consequence - 1),
                cell,
                "\n".join([said, *_named(here)]),
                font_size=8,
                bold=bool(here),
                font_color=text,
                bg_color=ground,
                border=1,
                border_color="#FFFFFF",
                align="center",
                valign="vcenter",
            )
    row = sheet.row + 6
    axes = f"{sheet.page.say(upright.title)} ↑  {sheet.page.say(matrix.consequence.title)} →"
    sheet.put(row, first, 4, axes, font_size=8, font_color=MUTED, align="right", indent=1)
    small["font_size"] = 8
    for consequence in range(1, 6):
        word = f"{consequence} {sheet.page.say(matrix.consequence.word(consequence))}"
        sheet.put(row, first + 4 + cell * (consequence - 1), cell, word, **small, align="center")


def _named(ids: list[str]) -> list[str]:
    """Return the numbers of the risks in a cell, line by line; of many the worst and how many more."""
    if len(ids) > CALLED:
        ids = [*ids[: CALLED - 1], f"+{len(ids) - CALLED + 1}"]
    return [" ".join(ids[start : start + ABREAST]) for start in range(0, len(ids), ABREAST)]
