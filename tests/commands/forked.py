"""A process of its own for each command, forked from one that has imported and read everything already.

A command is a second of imports and a tenth of work. What an ending interpreter does is not seen here:
`shell` is for that.
"""

from __future__ import annotations

import gc
import os
import sys
import warnings
from collections.abc import Mapping
from multiprocessing import get_context
from pathlib import Path

from evenemang.__main__ import main

TEMPLATES = get_context("forkserver")
TEMPLATES.set_forkserver_preload(["tests.commands.preloaded"])


def fork(words: tuple[str, ...], env: Mapping[str, str], home: Path, patience: float) -> tuple[int, str, str]:
    """Run a command in `home`, and return its exit code and what it said on stdout and stderr."""
    out, err = home / "said.out", home / "said.err"
    process = TEMPLATES.Process(target=_command, args=(words, dict(env), home, out, err))
    process.start()
    process.join(patience)
    assert process.exitcode is not None, f"{words} did not end"
    return process.exitcode, _taken(out), _taken(err)


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
