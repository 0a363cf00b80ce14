"""The risks in the matrix, before and after treatment, side by side."""

from __future__ import annotations

from typing import Any

from evenemang.domain.risk import Judgement
from evenemang.workbook.paper import GAP, HALF, Paper, heading
from evenemang.workbook.style import LEVEL, MUTED


def draw_matrices(sheet: Paper) -> None:
    """Draw the two grids side by side, and leave the row after them as the next."""
    risks = sheet.page.whole.dossier.standing_risks
    heading(sheet, sheet.row, 0, sheet.say("Riskbilden före åtgärder", "The risks before treatment"))
    heading(sheet, sheet.row, HALF + GAP, sheet.say("Riskbilden efter åtgärder", "The risks after treatment"))
    _matrix(sheet, 0, {one.id: one.before for one in risks})
    _matrix(sheet, HALF + GAP, {one.id: one.residual for one in risks})
    sheet.row += 8


def _matrix(sheet: Paper, first: int, placed: dict[str, Judgement]) -> None:
    """Draw the grid, the likeliest on top; each cell says its level, its number and the risks in it."""
    matrix = sheet.page.whole.content.matrix
    small: dict[str, Any] = {"font_size": 8, "font_color": MUTED, "valign": "vcenter"}
    cell = (HALF - 4) // 5
    for up in range(5):
        likelihood, row = 5 - up, sheet.row + 1 + up
        sheet.put(
            row,
            first,
            4,
            f"{likelihood} {sheet.page.say(matrix.likelihood.word(likelihood))}",
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
    axes = sheet.say("Sannolikhet ↑  Konsekvens →", "Likelihood ↑  Consequence →")
    sheet.put(row, first, 4, axes, font_size=7, font_color=MUTED, align="right", indent=1)
    for consequence in range(1, 6):
        word = f"{consequence} {sheet.page.say(matrix.consequence.word(consequence))}"
        sheet.put(row, first + 4 + cell * (consequence - 1), cell, word, **small, align="center")
    sheet.on.set_row(row, 24)


def _named(ids: list[str]) -> str:
    return " ".join(ids) if len(ids) <= 3 else " ".join(ids[:2]) + f" +{len(ids) - 2}"
