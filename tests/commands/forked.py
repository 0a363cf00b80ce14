"""A process of its own for each command, forked from one that has imported and read everything already.

A command is a second of imports and a tenth of work. What an ending interpreter does is not seen here:
`shell` is for that.
"""

from __future__ import annotations

import gc
import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

from evenemang.__main__ import main

TEMPLATES = get_context("forkserver")
TEMPLATES.set_forkserver_preload(["tests.commands.preloaded"])


def fork(words: tuple[str, ...], env: Mapping[str, str], home: Path, patience: float) -> tuple[int, str, str]:
    """Run a command in `home`, and return its exit code and what it said on stdout and stderr."""
    out, err = home / "said.out", home / "said.err"
    process = TEMPLATES.Process(target=_command, args=(words, dict(env), home, out, err))
    with _no_main():
        process.start()
    process.join(patience)
    assert process.exitcode is not None, f"{words} did not end"
    return process.exitcode, _taken(out), _taken(err)


@contextmanager
def _no_main() -> Iterator[None]:
    """Leave out `__main__`: Streamlit's AppTest makes it its script, and a new process would run that."""
    before, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = before


def _taken(file: Path) -> str:
    said = file.read_text("utf-8")
    file.unlink()
    return said


def _command(words: tuple[str, ...], env: dict[str, str], home: Path, out: Path, err: Path) -> None:
    for stream, file in ((sys.stdout, out), (sys.stderr, err)):
        with file.open("wb") as opened:
            os.dup2(opened.fileno(), stream.fileno())
    os.environ.clear()
    os.environ.update(env)
    os.chdir(home)
    sys.argv = ["evenemang", *words]
    warnings.simplefilter("error", ResourceWarning)
    try:
        main()
    finally:
        gc.collect()  # a file left open is told on stderr
