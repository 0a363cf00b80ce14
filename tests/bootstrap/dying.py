"""A process that ends at the n-th call that writes to a file or to the store, as if the power went."""

import io
import os
import sqlite3
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

FILES = {"open", "write", "fsync", "replace", "link", "unlink", "remove", "mkdir", "rename"}
STREAM = {"write", "flush", "close"}
STORE = {"commit"}  # before it, nothing has happened
WROTE_ALL = 0
DIED = 7


def _writes(called: Any) -> bool:
    name, owner = getattr(called, "__name__", ""), getattr(called, "__self__", None)
    if owner is os.open.__self__:  # type: ignore[attr-defined]  # a builtin knows its module
        return name in FILES
    if isinstance(owner, io.BufferedWriter | io.FileIO | io.BufferedRandom):
        return name in STREAM
    return isinstance(owner, sqlite3.Connection) and name in STORE


def dies_at(number: int, start: Callable[[], Callable[[], object]]) -> bool:
    """Start in a process of its own, and do what that gives; it ends at its n-th write.

    Return whether it came to that.
    """
    child = os.fork()
    if child == 0:
        _work_and_die(number, start)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == DIED


def _work_and_die(number: int, start: Callable[[], Callable[[], object]]) -> None:
    left = number

    def count(_frame: FrameType, event: str, called: Any) -> None:
        nonlocal left
        if event == "c_call" and _writes(called):
            left -= 1
            if left == 0:
                os._exit(DIED)

    code = 1
    try:
        work = start()
        sys.setprofile(count)
        work()
        code = WROTE_ALL
    finally:
        os._exit(code)
