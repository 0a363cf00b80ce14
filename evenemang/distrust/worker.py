"""A process of our own that reads files from outside, and the clock over it.

Started as a program of its own, never forked: the app has threads. It inherits no environment but what Python
needs to start, and talks by two pipes. After any fault it is killed and another takes its place.
"""

from __future__ import annotations

import os
import subprocess  # one command, of our own  # nosec B404
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import IO

from evenemang.distrust.inside import LENGTH, READY

ROOT = Path(__file__).parents[2]  # the same code as here, from a checkout and installed alike
BEGIN = (
    "import sys; sys.path.append(sys.argv[1]); from importlib import import_module; "
    "import_module(sys.argv[2]).main()"
)
NEEDED = ("SYSTEMROOT", "TZ")  # of the environment: Windows does not start without the first
PATIENCE = 60.0  # seconds until it has started
CLOCK = 30.0  # seconds for one file, however busy the machine
LARGEST_ANSWER = 160 * 2**20  # bytes


class Failed(Exception):
    """The process did not answer: it ended, took too long or said too much; `apart` puts it in a sentence."""


class Worker:
    """One process that reads; asked by one thread at a time."""

    def __init__(self, module: str) -> None:
        """Start it; `module` is one of ours, whose `main` reads.

        Raises:
            Failed: If it does not start.
        """
        environment = {name: os.environ[name] for name in NEEDED if name in os.environ}
        command = [sys.executable, "-I", "-B", "-X", "utf8", "-c", BEGIN, str(ROOT), module]
        try:
            self.process = subprocess.Popen(  # our own interpreter, no shell  # nosec B603
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                cwd=ROOT,
                start_new_session=True,  # Ctrl-C is for the app, which then ends this
            )
        except OSError as unfit:
            raise Failed(str(unfit)) from unfit
        with self._clock(PATIENCE):
            if _read(self._out, len(READY)) != READY:
                raise Failed("it did not start")

    def ask(self, content: bytes, seconds: float = CLOCK) -> bytes:
        """Return the answer for a file.

        Raises:
            Failed: If there is none; the process is dead then.
        """
        with self._clock(seconds):
            self._in.write(LENGTH.pack(len(content)))
            self._in.write(content)
            self._in.flush()
            (length,) = LENGTH.unpack(_read(self._out, LENGTH.size))
            if length > LARGEST_ANSWER:
                raise Failed("it says too much")
            return _read(self._out, length)

    def end(self) -> None:
        """Kill it, wait until it is gone, and close the pipes."""
        self.process.kill()
        self.process.wait()
        for pipe in (self._in, self._out):
            with suppress(OSError):
                pipe.close()

    @property
    def _in(self) -> IO[bytes]:
        assert self.process.stdin
        return self.process.stdin

    @property
    def _out(self) -> IO[bytes]:
        assert self.process.stdout
        return self.process.stdout

    @contextmanager
    def _clock(self, seconds: float) -> Iterator[None]:
        """Kill the process when its time is out, which ends every wait for it; and after any fault."""
        clock = Timer(seconds, self.process.kill)
        clock.daemon = True
        clock.start()
        try:
            yield
        except BaseException as fault:
            self.end()
            if isinstance(fault, OSError | EOFError):
                raise Failed(str(fault)) from fault
            raise
        finally:
            clock.cancel()


def _read(pipe: IO[bytes], length: int) -> bytes:
    found = pipe.read(length)
    if len(found) < length:
        raise Failed("it ended")
    return found
