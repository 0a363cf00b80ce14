"""The other half of text.py, for the reader: it must not need XlsxWriter."""

from __future__ import annotations

import re

MORE = " […]"  # ends the first part of a text whose rest stands on the sheet for long texts
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def decoded(text: str) -> str:
    """Return a text of a workbook with its escapes undone."""
    return ESCAPED.sub(lambda one: chr(int(one[1], 16)), text) if "_x" in text else text
