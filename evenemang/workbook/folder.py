"""Every workbook of a folder read: what each says, or why it cannot be read; many by several processes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Text
from evenemang.flow.rebuilding import DossierPart, RegisterPart, packed
from evenemang.workbook.finding import names_in
from evenemang.workbook.reading import ReadBack, read_own

Part = DossierPart | RegisterPart
MANY = 100  # workbooks; fewer are read sooner than the processes are up
MOST_PROCESSES = 8
CANNOT_OPEN = Text(sv="filen går inte att öppna.", en="the file cannot be opened.")


def workbooks_in(folder: Path) -> list[Path]:
    """Return the workbooks in a folder and the folders in it, by name."""
    return [folder / name for name in names_in(folder)]


def read_folder(folder: Path, *, many: int = MANY) -> Iterator[tuple[str, Part | Text]]:
    """Return what every workbook of a folder says, or why it cannot be read, by its name in the folder."""
    names = list(names_in(folder))
    files = [folder / name for name in names]
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    if len(files) < many or processes == 1:
        yield from zip(names, map(read_part, files, names), strict=True)
        return
    # Spawned, as everywhere: a fork would carry threads and locks over that nobody lets go of.
    with ProcessPoolExecutor(processes, get_context("spawn"), initializer=_end_with_parent) as pool:
        yield from zip(names, pool.map(read_part, files, names, chunksize=8), strict=True)


def _end_with_parent() -> None:
    """Let this process end when the one that started it is gone, killed or not: nothing is left behind."""

    def wait() -> None:
        parent = parent_process()
        if parent:
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


def read_part(file: Path, name: str) -> Part | Text:
    """Return what a workbook says, packed to be held and sent, or why it cannot be read."""
    try:
        back = read_own(file)
    except FileUnfit as unfit:
        why = unfit.facts.get("why")
        return why if isinstance(why, Text) else CANNOT_OPEN
    except OSError:
        return CANNOT_OPEN
    if isinstance(back, ReadBack):
        return packed(name, back.dossier, back.version, back.secret, back.journal, back.among)
    return RegisterPart(
        name, back.kind, back.secret, back.entries, back.example_as_of, back.sealed, back.halves
    )
