"""The look of a workbook: one family of formats, the palette of the program."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

INK, MUTED, PRIMARY, TINT = "#1B2A30", "#4A5A61", "#0F4C5C", "#F2F5F5"
HAIRLINE, EDGE, FIELD, PLUM = "#DDE3E5", "#C9D2D5", "#F1F8FA", "#8E3B7A"
LEVEL = {  # text on ground
    "low": ("#1D5533", "#E2F0E5"),
    "medium": ("#4D3A00", "#F6E3A1"),
    "high": ("#3D1900", "#F0A868"),
    "very-high": ("#FFFFFF", "#9B1C22"),
}
FONT = "Arial"  # everywhere at home, or with a double of the same widths

CELL: dict[str, Any] = {
    "valign": "top", "align": "left", "indent": 1, "text_wrap": True, "bottom": 1, "bottom_color": HAIRLINE,
}  # fmt: skip
KINDS: dict[str, dict[str, Any]] = {
    "text": {**CELL, "quote_prefix": True, "num_format": "@"},
    "number": {**CELL, "num_format": "#,##0"},
    "decimal": {**CELL, "num_format": "General"},
    "day": {**CELL, "num_format": "yyyy-mm-dd"},
    "moment": {**CELL, "num_format": "yyyy-mm-dd hh:mm"},
    "title": {"font_size": 16, "bold": True, "font_color": PRIMARY},
    "about": {"font_color": MUTED},
    "beside": {"font_color": MUTED, "valign": "vcenter", "text_wrap": True},
    "table": {"font_size": 12, "bold": True, "font_color": PRIMARY},
    "heading": {
        "bold": True, "font_color": "#FFFFFF", "bg_color": PRIMARY, "border": 1, "border_color": PRIMARY,
        "valign": "vcenter", "align": "left", "indent": 1, "text_wrap": True,
    },
    "code": {"font_color": MUTED, "font_size": 8, "num_format": ";;;"},
}  # fmt: skip


OPEN = ":open"  # ends the name of a format for a cell that may be written in, on a sheet that is protected
OPENED: dict[str, Any] = {"locked": False, "bg_color": FIELD, "border": 1, "border_color": EDGE}


class Styles(dict[str, Format]):
    """The formats of one workbook by name, each made when it is first asked for."""

    def __init__(self, workbook: Workbook) -> None:
        """Make formats in a workbook."""
        self.workbook = workbook
        self._made: dict[str, Format] = {}

    def __missing__(self, name: str) -> Format:
        """Return a named format, made now."""
        kind = KINDS[name.removesuffix(OPEN)]
        made = self[name] = self.make(**kind, **(OPENED if name.endswith(OPEN) else {}))
        return made

    def changed(self, look: dict[str, Any]) -> Format:
        """Return what a cell's look changes to while a condition holds: only what differs."""
        key = repr(("changed", sorted(look.items())))
        if key not in self._made:
            self._made[key] = self.workbook.add_format(look)
        return self._made[key]

    def make(self, **look: Any) -> Format:
        """Return a format of its own, in our type."""
        key = repr(sorted(look.items()))
        if key not in self._made:
            base = {"font_name": FONT, "font_size": 10, "font_color": INK}
            self._made[key] = self.workbook.add_format({**base, **look})
        return self._made[key]
