"""Text from people on its way into a workbook and out again: whole, and never anything but text.

XlsxWriter takes a text that looks like `<r>…</r>` for its own XML, and escapes `_x0041_x0042_` by halves;
openpyxl drops every `x005F_` it meets. Both are put right here, in one place (docs/workbook.md).
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from xlsxwriter.sharedstrings import SharedStrings, SharedStringTable

CONTROLS = r"\x00-\x08\x0b-\x1f\ufffe\uffff"
TRICKY = re.compile(rf"^<r>|_x[0-9A-Fa-f]{{4}}_|[{CONTROLS}]")
ESCAPE = re.compile(rf"_(?=x[0-9A-Fa-f]{{4}}[_{CONTROLS}])")
CONTROL = re.compile(f"[{CONTROLS}]")
HALF = re.compile(r"[\ud800-\udfff]")
LONGEST_CELL = 32_000  # UTF-16 units; Excel holds 32 767


class TextTable(SharedStringTable):  # type: ignore[misc]  # XlsxWriter's base is not typed
    """The workbook's texts; the ones that XlsxWriter would take for something else are spelt out as XML."""

    def _get_shared_string_index(self, string: str) -> int:
        known = self.string_table.get(string)
        if known is not None:
            self.count += 1
            return int(known)
        index: int = super()._get_shared_string_index(string if is_plain(string) else _harmless(string))
        return index


class Texts(SharedStrings):  # type: ignore[misc]  # as above
    """The file with the texts of a `TextTable`, where what XlsxWriter would look for again is put right."""

    def _write_sst_strings(self) -> None:
        self.fh.write("".join(map(_told, self.string_table.string_array)))


def _told(text: str) -> str:
    if text.startswith("<r>"):  # spelt out
        return f"<si>{text}</si>"
    space = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f"<si><t{space}>{escape(text, quote=False)}</t></si>"


def is_plain(text: str) -> bool:
    """Whether a text is one line with nothing tricky in it, as nearly all are: seen at a glance."""
    return text.isprintable() and "_x" not in text and not text.startswith("<r>")


def _harmless(text: str) -> str:
    whole = whole_characters(text)
    return spelt_out(whole) if TRICKY.search(whole) else whole


def spelt_out(text: str) -> str:
    """Return a text as the XML of one run, with nothing left for XlsxWriter to escape."""
    safe = ESCAPE.sub("&#95;x005F&#95;", escape(text, quote=False))
    safe = CONTROL.sub(lambda one: f"&#95;x{ord(one[0]):04X}&#95;", safe)
    return f'<r><t xml:space="preserve">{safe}</t></r>'


def whole_characters(text: str) -> str:
    """Return a text that UTF-8 can hold: half characters become U+FFFD."""
    try:
        text.encode()  # three times as fast as to look for them
    except UnicodeEncodeError:
        return HALF.sub("\ufffd", text)
    return text


def parts(text: str) -> list[str]:
    """Return a text in pieces that a cell holds."""
    if len(text) * 2 <= LONGEST_CELL:
        return [text]
    pieces, begun, size = [], 0, 0
    for place, character in enumerate(text):
        units = 2 if ord(character) > 0xFFFF else 1
        if size + units > LONGEST_CELL:
            pieces.append(text[begun:place])
            begun, size = place, 0
        size += units
    return [*pieces, text[begun:]]


@lru_cache(maxsize=4096)  # the same areas, sections and questions stand on many rows, and in every workbook
def lines_of(text: str, width: float) -> int:
    """Return how many lines a text takes in so many characters; LibreOffice does not work it out itself."""
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(_wrapped(line, width) for line in text.split("\n"))


def _wrapped(line: str, width: float) -> int:
    """Words go to the next line where they do not fit; one longer than a line is broken."""
    if len(line) <= width:
        return 1
    lines, used = 1, 0.0
    for word in line.split(" "):
        size = len(word)
        if used and used + 1 + size > width:
            lines, used = lines + 1, 0.0
        used += size + 1 if used else size
        while used > width:
            lines, used = lines + 1, used - width
    return lines
