"""A piece of work in a process of its own, with less disk, fewer rights or a lock in its way."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from evenemang.domain.errors import EvenemangError
from evenemang.store import engines

NOBODY = 65534
FINE = "gick bra"


def apart(work: Callable[[], object], *, before: Callable[[], object] = lambda: None) -> str:
    """Do something in another process; return the sentence it was refused with, or that it went well.

    Anything but a refusal is a fault of ours, and comes back by its name.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        said = "dog"
        try:
            before()
            work()
            said = FINE
        except EvenemangError as refused:
            said = refused.say("sv")
        except BaseException as fault:
            said = f"{type(fault).__name__}: {fault}"
        finally:
            os.write(writing, said.encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        said = told.read().decode()
    os.waitpid(child, 0)
    return said


def no_file_above(size: int) -> Callable[[], None]:
    """Let no file grow beyond so many bytes: to a program, a disk that is full just there."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def without_rights() -> None:
    """Be nobody: a root process may write anywhere, whatever the folder says."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Let another process hold the database for writing."""
    ready, told = os.pipe()
    done, end = os.pipe()
    child = os.fork()
    if child == 0:
        with engines.writer(engines.engine_for(database)).begin():
            os.write(told, b"1")
            os.close(end)
            os.read(done, 1)
            os._exit(0)
    os.read(ready, 1)
    try:
        yield
    finally:
        os.close(end)
        os.waitpid(child, 0)
        for one in (ready, told, done):
            os.close(one)
