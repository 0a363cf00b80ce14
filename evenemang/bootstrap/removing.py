"""Taking records away with their workbooks: the example year, and a list that was read in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from evenemang.domain.actor import Actor

if TYPE_CHECKING:
    from evenemang.bootstrap import Opened
    from evenemang.flow.past.taking_back import ReadIn, TakenBack

T = TypeVar("T")


def without_files(opened: Opened, remove: Callable[[], T]) -> T:
    """Take records away, and then the files of those that are gone."""
    before = {(one.kind, one.record): one for one in opened.store.books()}
    done = remove()
    for key in before.keys() - {(one.kind, one.record) for one in opened.store.books()}:
        for file in before[key].files:
            (opened.data / file.path).unlink(missing_ok=True)
    return done


def take_list_back(opened: Opened, read_in: ReadIn, by: Actor) -> TakenBack:
    """Take a list back that was read in, with the workbooks of what it made.

    Raises:
        Refused: If somebody else read it in.
    """
    from evenemang.flow.past.taking_back import take_back

    return without_files(opened, lambda: take_back(opened.workspace, read_in, by))
