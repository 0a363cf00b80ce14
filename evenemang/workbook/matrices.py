"""The risks in the matrix, before and after treatment, side by side."""

from __future__ import annotations

from typing import Any

from evenemang.domain.checklist import Axis
from evenemang.domain.risk import Judgement, Risk
from evenemang.workbook.paper import GAP, HALF, Paper, heading
from evenemang.workbook.style import LEVEL, MUTED


def draw_matrices(sheet: Paper) -> None:
    """Draw before and after side by side, threats in grids of their own, and leave the row after them."""
    risks = sheet.page.whole.dossier.standing_risks
    threats = [one for one in risks if one.axis == "threat"]
    accidents = [one for one in risks if one.axis == "accident"]
    if accidents or not threats:
        before = sheet.say("Riskbilden före åtgärder", "The risks before treatment")
        after = sheet.say("Riskbilden efter åtgärder", "The risks after treatment")
        _pair(sheet, accidents, "accident", before, after)
    if threats:
        before = sheet.say("Hoten för sig före åtgärder", "The threats apart before treatment")
        after = sheet.say("Hoten för sig efter åtgärder", "The threats apart after treatment")
        _pair(sheet, threats, "threat", before, after)


def _pair(sheet: Paper, risks: list[Risk], axis: Axis, before: str, after: str) -> None:
    heading(sheet, sheet.row, 0, before)
    heading(sheet, sheet.row, HALF + GAP, after)
    _matrix(sheet, 0, {one.id: one.before for one in risks}, axis)
    _matrix(sheet, HALF + GAP, {one.id: one.residual for one in risks}, axis)
    sheet.row += 8


def _matrix(sheet: Paper, first: int, placed: dict[str, Judgement], axis: Axis) -> None:
    """Draw the grid, the likeliest on top; each cell says its level, its number and the risks in it."""
    matrix = sheet.page.whole.content.matrix
    upright = matrix.vulnerability if axis == "threat" else matrix.likelihood
    small: dict[str, Any] = {"font_size": 8, "font_color": MUTED, "valign": "vcenter"}
    cell = (HALF - 4) // 5
    for up in range(5):
        likelihood, row = 5 - up, sheet.row + 1 + up
        sheet.put(
            row,
            first,
            4,
            f"{likelihood} {sheet.page.say(upright.word(likelihood))}",
            **small,
            align="right",
            indent=1,
        )
        for consequence in range(1, 6):
            level = matrix.level(likelihood, consequence)
            here = [
                key
                for key, one in placed.items()
                if (one.likelihood, one.consequence) == (likelihood, consequence)
            ]
            text, ground = LEVEL[level]
            said = f"{sheet.page.say(matrix.word(level))} {likelihood * consequence}" + (
                f"\n{_named(here)}" if here else ""
            )
            sheet.put(
                row,
                first + 4 + cell * (consequence - 1),
                cell,
                said,
                font_size=8,
                bold=bool(here),
                font_color=text,
                bg_color=ground,
                border=1,
                border_color="#FFFFFF",
                align="center",
                valign="vcenter",
            )
        sheet.on.set_row(row, 30)
    row = sheet.row + 6
    axes = f"{sheet.page.say(upright.title)} ↑  {sheet.page.say(matrix.consequence.title)} →"
    sheet.put(row, first, 4, axes, font_size=7, font_color=MUTED, align="right", indent=1)
    for consequence in range(1, 6):
        word = f"{consequence} {sheet.page.say(matrix.consequence.word(consequence))}"
        sheet.put(row, first + 4 + cell * (consequence - 1), cell, word, **small, align="center")
    sheet.on.set_row(row, 24)


def _named(ids: list[str]) -> str:
    return " ".join(ids) if len(ids) <= 3 else " ".join(ids[:2]) + f" +{len(ids) - 2}"
