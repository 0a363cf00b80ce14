"""The command line as a shell sees it: a process, its exit code, and what it says where."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.commands.forked import fork

PATIENCE = 120.0  # seconds until a command must have ended


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it said on stdout, which is nothing but JSON."""
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs a command in a process forked for it."""

    def command(*words: str, language: str = "sv") -> Said:
        said = Said(*fork(words, _env(tmp_path, language), tmp_path, PATIENCE))
        assert "Traceback" not in said.err, said.err
        return said

    return command


@pytest.fixture
def shell(tmp_path: Path) -> Run:
    """Return a function that runs a command as a shell does, from a cold start to the interpreter's end."""

    def command(*words: str, language: str = "sv") -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "evenemang", *words],
            capture_output=True,
            text=True,
            env=_env(tmp_path, language) | {"PYTHONWARNINGS": "error::ResourceWarning"},
            cwd=tmp_path,
            check=False,
            timeout=PATIENCE,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Said(done.returncode, done.stdout, done.stderr)

    return command


def _env(home: Path, language: str) -> dict[str, str]:
    return {**os.environ, "EVENEMANG_DATA": str(home / "data"), "EVENEMANG_LANG": language}


@pytest.fixture
def dossier(run: Run, tmp_path: Path) -> str:
    """A dossier opened from a file, by its id."""
    told = {
        "name": "Potatisfestivalen",
        "alias": "potatis",
        "occasions": [{"date": "2027-08-20", "starts": "11:00", "ends": "23:00", "visitors": 12000}],
        "facts": {"peak_visitors": 7500, "outdoors": True, "indoors": False, "queueing": True},
    }
    (tmp_path / "new.json").write_text(json.dumps(told), "utf-8")
    made = run("new", "new.json", "--by", "Sara Lind")
    assert made.code == 0, made.err
    return made.out.strip()
