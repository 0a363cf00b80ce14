"""The example year in a data folder, filled as a person would, once for every worker of a run."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from tests.serving import COMMAND

PATIENCE = 300.0  # seconds for another worker to have played it


def example_folder(own: Path, copy_to: Path) -> Path:
    """Copy the played example year to `copy_to`; the first worker to ask plays it.

    `own` is this process's base folder. Workers of one run have the folder above it in common; above a run
    alone lie other runs, and what they left.
    """
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    played, ready = shared / "example-year", shared / "example-year.ready"
    try:
        os.mkdir(played)
    except FileExistsError:
        _wait_for(ready)
    else:
        subprocess.run([COMMAND, "demo", "--data", played / "data"], check=True, timeout=PATIENCE)
        ready.touch()
    shutil.copytree(played / "data", copy_to)
    return copy_to


def _wait_for(ready: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not ready.exists():
        assert time.monotonic() < end, "the example year was not played in time"
        time.sleep(0.2)
