"""A process of our own that writes workbooks while many are at work: no answer then waits for a file.

It opens the same data folder, as any app process may, and takes its turn by the same leases. It is asked by a
line and answers with one, ends with the app, and is missed by nobody: without it the app writes by itself.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess  # one command, of our own  # nosec B404
import sys
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Any

ROOT = Path(__file__).parents[2]  # the same code as here, from a checkout and installed alike
BEGIN = "import sys; sys.path.append(sys.argv[1]); from evenemang.bootstrap import scribe; scribe.main()"
PATIENCE = 600.0  # seconds for all that waits; a crowd of thousands of workbooks takes less
ENDING = 10.0  # seconds until it has ended; it is asked to when it has nothing to do
LATER = 5  # how much it gives way to the app where both want the same core
ASKED = b"\n"


class Failed(Exception):  # no fault of a person's: the log tells, and the app writes by itself
    """The process ended, took too long, or could not write."""


class Scribe:
    """One process that writes, started when it is first asked; asked by one thread."""

    def __init__(self, data: Path) -> None:
        """Write for a data folder."""
        self._data = data
        self._process: subprocess.Popen[bytes] | None = None

    def write(self) -> None:
        """Let every stale workbook be written, and return when it is done; what it logs is logged here.

        Raises:
            Failed: If it could not; another process takes its place the next time.
        """
        process = self._process = self._process or self._started()
        assert process.stdin
        assert process.stdout
        clock = Timer(PATIENCE, process.kill)
        clock.daemon = True
        clock.start()
        try:
            process.stdin.write(ASKED)
            process.stdin.flush()
            told = json.loads(process.stdout.readline())
        except (OSError, ValueError) as ended:
            self.end()
            raise Failed("the process that writes workbooks ended") from ended
        finally:
            clock.cancel()
        for name, level, event, facts in told["log"]:
            logging.getLogger(name).log(level, "%s", event, extra={"facts": facts})
        if told["fault"]:
            raise Failed(told["fault"])

    def end(self) -> None:
        """Let the process end, when it has written what it is writing."""
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]  # both are pipes
        try:
            process.wait(ENDING)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", BEGIN, str(ROOT), str(self._data.absolute())]
        try:
            return subprocess.Popen(  # our own interpreter, no shell  # nosec B603
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        except OSError as unfit:
            raise Failed(str(unfit)) from unfit


class _Kept(logging.Handler):
    """Keeps what is logged, until the app is told."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, int, str, Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one row; of a fault no words, as in the app's own log."""
        self.rows.append((record.name, record.levelno, record.getMessage(), getattr(record, "facts", {})))


def main() -> None:
    """Write whenever a line comes, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the app, whose end this one sees
    if hasattr(os, "nice"):
        os.nice(LATER)
    from evenemang.bootstrap import open_data

    kept = _Kept()
    logging.getLogger("evenemang").handlers = [kept]
    logging.getLogger("evenemang").setLevel(logging.DEBUG)  # the app sifts what it is told
    logging.getLogger("evenemang").propagate = False
    out, sys.stdout = sys.stdout, sys.stderr  # what else might be printed is no answer
    opened = None
    for _asked in sys.stdin:
        fault = ""
        try:
            opened = opened or open_data(Path(sys.argv[2]))
            opened.write_workbooks()
        except Exception as why:  # told there, where somebody reads the log; then the app tries by itself
            fault = type(why).__name__
        rows, kept.rows = kept.rows, []
        print(json.dumps({"log": rows, "fault": fault}, default=str), file=out, flush=True)
