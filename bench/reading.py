"""Reading a folder of 1 000 workbooks, as `rebuild` does, against calamine alone reading all their cells."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from bench.floors.calamine_reading import read
from bench.measuring import Ratio, compare, say, timed
from bench.running import FLOORS
from evenemang.bootstrap import fill_with_example
from evenemang.flow.rebuilding import DossierPart
from evenemang.workbook.folder import MOST_PROCESSES, read_folder, workbooks_in

TARGET = 2.0
WORKBOOKS = 1_000
NEVER = sys.maxsize  # so many workbooks must there be before several processes read them


def measure(home: Path, times: int, workbooks: int = WORKBOOKS) -> Iterator[Ratio]:
    """Return the ratios of time, by the processes we use and by one, and of peak memory."""
    folder = _folder(home, workbooks)
    floor = timed(lambda: read(folder))
    name = f"{workbooks} workbooks read"
    yield compare(name, timed(lambda: _ours(folder)), floor, times=times, target=TARGET)
    alone = timed(lambda: _ours(folder, NEVER))
    yield compare(f"{name}, by one process", alone, floor, times=max(1, times // 2))
    ours = _peak("ours", ["-m", "bench.reading", str(folder)])
    bare = _peak("calamine", [str(FLOORS / "calamine_reading.py"), str(folder)])
    yield Ratio(f"memory, {name}", ours, bare, ours / bare, None, "MB")


def _folder(home: Path, workbooks: int) -> Path:
    """Return a folder with the example year's workbooks, copied until there are enough."""
    data = home / "example"
    if not data.exists():
        fill_with_example(data).write_workbooks()
    folder = home / "many"
    folder.mkdir()
    written = [one for one in workbooks_in(data / "workbooks") if one.parent.name != "register"]
    for number, one in enumerate(islice(cycle(written), workbooks)):
        shutil.copyfile(one, folder / f"{number} {one.name}")
    return folder


def _ours(folder: Path, many: int | None = None) -> int:
    read = list(read_folder(folder) if many is None else read_folder(folder, many=many))
    assert all(isinstance(part, DossierPart) for _, part in read)
    return len(read)


def _peak(side: str, command: Sequence[str]) -> float:
    """Return the most memory that a process of its own takes for it, with those it starts, in MB."""
    told = subprocess.run([sys.executable, *command], check=True, capture_output=True, text=True).stdout
    say(f"  peak memory, {side}: {float(told):.0f} MB")
    return float(told)


def _main(folder: Path) -> None:
    _ours(folder)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Of the processes it started the largest is known; none is larger, so all together are at most this.
    each = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    started = min(os.cpu_count() or 1, MOST_PROCESSES) if each else 0
    print((own + started * each) / 1024)


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
