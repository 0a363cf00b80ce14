"""Putting a file in another's place without losing what somebody else has just saved there.

What stands there is first given a second name, so that it stays whatever happens to the first; it is looked
at under that name, replaced, and looked at once more. What is left: a program that renames a file of its own
into place between the last look and the replacement, a few microseconds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from evenemang.flow.outbox import OpenElsewhere
from evenemang.workbook.saving import UNFINISHED, sync_folder, unfinished

Look = Callable[[Path], None]
"""Looks at what is to go away, and keeps it elsewhere if it must; may be asked twice."""

LOOKS = 5  # at a file that is saved again and again while we look


def put(path: Path, content: bytes, look: Look, mark: str = "") -> None:
    """Write a file whole in place of another.

    Raises:
        OpenElsewhere: If another program holds the file.
        OSError: If it cannot be written.
    """
    with unfinished(path, content, mark) as new:
        _away(path, look, mark, lambda: os.replace(new, path))
    sync_folder(path.parent)


def take_away(path: Path, look: Look, mark: str = "") -> None:
    """Remove a file, where there is one.

    Raises:
        OpenElsewhere: If another program holds the file.
        OSError: If it cannot be removed.
    """
    if path.exists():
        _away(path, look, mark, lambda: path.unlink(missing_ok=True))
        sync_folder(path.parent)


def clear_up(folder: Path, mark: str) -> None:
    """Remove what a process that ended left unfinished under a mark."""
    for one in folder.glob(f".{mark}*{UNFINISHED}"):
        one.unlink(missing_ok=True)


def _away(path: Path, look: Look, mark: str, deed: Callable[[], None]) -> None:
    for _ in range(LOOKS):
        with _second_name(path, mark) as held:
            if held is not None:
                look(held)
            seen = _state(held)
            if _state(path) != seen:
                continue  # saved meanwhile: look at that instead
            try:
                deed()
            except PermissionError as refused:  # the folder took a new file: it is this one that is held
                raise OpenElsewhere(*refused.args) from refused
            if held not in (None, path) and _state(held) != seen:
                look(held)  # saved in the same place while it was replaced
            return
    raise OpenElsewhere(f"{path.name} is being saved")


@contextmanager
def _second_name(path: Path, mark: str) -> Iterator[Path | None]:
    """Give a second name to what stands at a path; the path itself where the disk has no second names."""
    held = path.with_name(f".{mark}{token_hex(8)}{UNFINISHED}")
    try:
        os.link(path, held)
    except FileNotFoundError:
        yield None
        return
    except OSError:
        yield path
        return
    try:
        yield held
    finally:
        held.unlink(missing_ok=True)


def _state(path: Path | None) -> tuple[int, int, int] | None:
    """Return what changes when a file is saved, in place or anew; None where there is none."""
    if path is None:
        return None
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
