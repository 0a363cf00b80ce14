"""A sheet set up for screen and paper: its widths, what is hidden, and what comes on every page."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from xlsxwriter.worksheet import Worksheet

PAGE_WIDTH = 200.0  # characters that can be read side by side on A4 landscape, at seven points
SQUEEZED = 0.1  # of a page; with so little over, smaller type is better than one more page


def pages_wide(widths: Mapping[int, float]) -> int:
    """Return how many pages stand side by side."""
    return max(1, ceil(sum(widths.values()) / PAGE_WIDTH - SQUEEZED))


def set_up(sheet: Worksheet, widths: Mapping[int, float], hidden: int, still: int, last: int) -> None:
    """Set widths, hide the block of codes, and print all of what is seen and nothing else."""
    for col, width in widths.items():
        sheet.set_column(col, col, width)
    visible = len(widths)
    sheet.set_column(visible, visible + hidden, 12, None, {"hidden": True})
    sheet.print_area(0, 0, last, visible - 1)
    wide = pages_wide(widths)
    sheet.fit_to_pages(wide, 0)
    if wide > 1 and still:
        sheet.repeat_columns(0, still - 1)
