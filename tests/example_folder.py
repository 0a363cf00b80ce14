"""The example year in a data folder, played once and shared by every worker of a run."""

import os
import shutil
import time
from pathlib import Path

from evenemang import bootstrap

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
        bootstrap.fill_with_example(played / "data").write_workbooks()
        ready.touch()
    shutil.copytree(played / "data", copy_to)
    return copy_to


def _wait_for(ready: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not ready.exists():
        assert time.monotonic() < end, "the example year was not played in time"
        time.sleep(0.2)
