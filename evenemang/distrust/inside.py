"""The process that reads what comes from outside: without secrets, without writing, killed at any time.

Started by `worker`. It limits itself before the first byte of a file comes in: memory, open files, no
writing, and for each file a time of the processor. Windows has no such limits; there `worker` has the
only clock.
"""

from __future__ import annotations

import struct
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import IO

MEMORY = 1_200 * 2**20  # bytes of addresses, of which the libraries take a quarter
SECONDS = 15  # of the processor, for one file
FILES = 32  # open at the same time
LENGTH = struct.Struct("<Q")
READY = b"READY\n"


def serve(answered: Callable[[bytes], bytes]) -> None:
    """Answer one file after another until there are no more.

    `answered` returns what a file says, or why it is refused; anything it raises ends the process: what it
    then holds is not to be trusted.
    """
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing that prints may get among the answers
    warnings.simplefilter("ignore")
    limit()
    answers.write(READY)
    answers.flush()
    while content := _next(asked):
        allow_time()
        answer = answered(content)
        del content
        answers.write(LENGTH.pack(len(answer)) + answer)
        answers.flush()


def _next(asked: IO[bytes]) -> bytes:
    head = asked.read(LENGTH.size)
    return asked.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""


if sys.platform == "win32":

    def limit() -> None:
        """Windows has no limits that a process can set for itself."""

    def allow_time() -> None:
        """The same."""
else:
    import resource

    def limit() -> None:
        """Take away what reading a file does not need."""
        most = {
            resource.RLIMIT_AS: MEMORY,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_NOFILE: FILES,
            resource.RLIMIT_CORE: 0,
        }
        for what, much in most.items():
            with suppress(ValueError, OSError):  # macOS refuses some
                resource.setrlimit(what, (much, much))

    def allow_time() -> None:
        """Let the processor work so long from now; then the system ends this process."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, hard))
