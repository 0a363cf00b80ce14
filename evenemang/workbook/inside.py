"""What the process apart does with a workbook from outside: its cells, told as JSON, or why it is refused."""

from __future__ import annotations

from evenemang.distrust.inside import serve
from evenemang.domain.errors import FileUnfit
from evenemang.workbook.opening import cells_of
from evenemang.workbook.refusals import word_of
from evenemang.workbook.telling import refused, told


def main() -> None:
    """Answer one workbook after another."""
    serve(answered)


def answered(content: bytes) -> bytes:
    """Return what a file says, or why it is refused."""
    try:
        return told(cells_of(content))
    except FileUnfit as unfit:
        return refused(word_of(unfit))
    except MemoryError:
        return refused("heavy")
