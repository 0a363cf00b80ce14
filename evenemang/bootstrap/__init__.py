"""Bootstrap: the only module that knows all parts; it opens a data folder and joins them."""

from __future__ import annotations

import importlib
import logging
import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from evenemang.bootstrap.databases import database_of
from evenemang.bootstrap.databases import is_empty as is_empty
from evenemang.domain.errors import NotEmpty, StoreUnfit
from evenemang.domain.text import Language

# The server imports this to start. Whatever opens the house is imported behind it (0017).
if TYPE_CHECKING:
    from evenemang.bootstrap.settling import Settling
    from evenemang.bootstrap.verifying import Fault
    from evenemang.catalogue import Fault as ContentFault
    from evenemang.catalogue import KeptVersions
    from evenemang.domain.dossier import Dossier
    from evenemang.domain.ports import Clock
    from evenemang.flow.books import Key
    from evenemang.flow.content import Content
    from evenemang.flow.outbox import Errand, Kept
    from evenemang.flow.recording import Whole
    from evenemang.flow.registers import Parts
    from evenemang.flow.storing import Store
    from evenemang.flow.workspace import Workspace
    from evenemang.pages.house import House
    from evenemang.workbook.returns import Reader

LOG = logging.getLogger("evenemang")
FOLDERS = ("workbooks", "workbooks-secret", "attachments", "backups")
CHECKLISTS = "checklists"  # every version of an area that was installed here
KEPT = Path("cache", "content")  # in the data folder; may be thrown away at any time
_INSTALLED: list[Content] = []
_READING = threading.Lock()


class SystemClock:
    """The real time."""

    def now(self) -> datetime:
        """Return the time now, where the events are."""
        from evenemang.domain.event import LOCAL

        return datetime.now(LOCAL)


class LazyHome:
    """A home of a heavy library, imported the first time something in it is asked for."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(self._module), name)


def content(kept_in: Path | None = None) -> Content:
    """Return everything the installed plugins bring, checked once per process; `kept_in` may hold it.

    Raises:
        ContentFaulty: If something in it cannot be used; all faults at once.
    """
    from evenemang.catalogue import load_content
    from evenemang.hooks import collect

    with _READING:
        if not _INSTALLED:
            _INSTALLED.append(load_content(collect(), kept_in))
        return _INSTALLED[0]


@dataclass(frozen=True)
class Opened:
    """A data folder, opened."""

    data: Path
    store: Store
    workspace: Workspace
    example_as_of: date | None
    versions: KeptVersions

    def write_workbooks(self) -> int:
        """Keep the versions of areas, write every stale workbook, and return how many could not be."""
        from evenemang.flow.outbox import drain, queue_registers

        self.versions.keep(self.workspace.content)
        queue_registers(self.store)
        return drain(self.workspace, self._keep, self._keep_register)

    def workbook(self, handle: str, language: Language, *, secret: bool = False) -> tuple[str, bytes]:
        """Return the name and the bytes of a dossier's workbook: its secret parts, or all but them."""
        from evenemang.flow.recording import whole
        from evenemang.workbook import file_name, write

        found = whole(self.workspace, handle)
        return Path(file_name(found.dossier)).name, write(found, language, secret=secret)

    def organisers_copy(self, handle: str, language: Language) -> tuple[str, bytes]:
        """Return the name and the bytes of the organiser's copy: nothing in it is internal or secret."""
        from evenemang.flow.recording import whole
        from evenemang.workbook.organiser.writing import copy_name, write_copy

        found = whole(self.workspace, handle)
        return copy_name(found.dossier, language), write_copy(found, language)

    def copy_name(self, dossier: Dossier, language: Language) -> str:
        """Return what the organiser's copy is called, before it is made."""
        from evenemang.workbook.organiser.writing import copy_name

        return copy_name(dossier, language)

    def workbook_file(self, dossier: str) -> Path | None:
        """Return the workbook in the folder, where it has been written."""
        written = self.store.file_of("dossier", dossier)
        return self.data / "workbooks" / written[1] if written else None

    def remove_example(self) -> int:
        """Take the example year away, its workbooks too, and let the real clock run again."""
        from evenemang.bootstrap.removing import without_files

        removed = without_files(self, self.store.remove_example)
        self.store.set("example_as_of", None)
        return removed

    @property
    def settling(self) -> Settling:
        """Return what settles workbooks that were set aside."""
        from evenemang.bootstrap.settling import Settling

        return Settling(self.workspace, self.data)

    def verify(self, removed: Counter[Key] | None = None) -> tuple[Fault, ...]:
        """Return everything that is not whole; `removed` counts the rows emptied by rule, by record."""
        from evenemang.bootstrap.verifying import faults

        return tuple(faults(self, removed))

    def _keep(self, found: Whole, errand: Errand) -> Kept:
        from evenemang.workbook.keeping import keep

        return keep(found, self.data, errand, cast("Reader", LazyHome("evenemang.workbook.reading")))

    def _keep_register(self, parts: Parts, errand: Errand) -> Kept:
        from evenemang.workbook.registers.writing import keep_register

        return keep_register(parts, self.data, errand)


def open_data(data: Path) -> Opened:
    """Open a data folder, making it where it is missing.

    Raises:
        StoreUnfit: If the folder cannot be written, or the database is newer than this program.
        ContentFaulty: If the installed content cannot be used.
    """
    from evenemang.catalogue import KeptVersions
    from evenemang.flow.example.clock import ExampleClock
    from evenemang.flow.workspace import Workspace
    from evenemang.store.sql import SqlStore

    prepare(data)
    store: Store = SqlStore(database_of(data))
    as_of = store.setting("example_as_of")
    example = date.fromisoformat(as_of) if as_of else None
    clock: Clock = ExampleClock(example) if example else SystemClock()
    versions = KeptVersions(data / CHECKLISTS)
    workspace = Workspace(store, content(data / KEPT), clock, versions.area)
    return Opened(data, store, workspace, example, versions)


def prepare(data: Path) -> None:
    """Make the data folder; told before the server starts, though the database is opened behind it.

    Raises:
        StoreUnfit: If the folder cannot be written.
    """
    from evenemang.flow.unwritten import why

    try:
        for folder in FOLDERS:
            (data / folder).mkdir(parents=True, exist_ok=True)
    except OSError as unfit:
        raise StoreUnfit(str(unfit), where=str(data), why=why(unfit)) from unfit


def fill_with_example(data: Path, progress: Callable[[Iterable[Any]], Iterable[Any]] = iter) -> Opened:
    """Fill an empty data folder with the example year, played through the verbs.

    Raises:
        NotEmpty: If the folder holds something.
    """
    from evenemang.catalogue.example import read_example_year
    from evenemang.flow.example.playing import play

    if not is_empty(data):
        raise NotEmpty("data folder", where=str(data))
    opened = open_data(data)
    play(read_example_year(), opened.store, content(), progress)
    return open_data(data)


def check_content(paths: Sequence[Path]) -> tuple[ContentFault, ...]:
    """Return every fault in the files; without paths, in all that is installed."""
    from evenemang.catalogue import check
    from evenemang.hooks import collect

    return check(paths, collect())


def write_file(file: Path, content_bytes: bytes) -> None:
    """Write a file whole or not at all (OSError)."""
    from evenemang.workbook import save_atomically

    save_atomically(file, content_bytes)


def arms_of(picture: bytes, name: str) -> str:
    """Return a picture from outside as a small PNG in base64 (FileUnfit)."""
    from evenemang.attachments.arms import arms_of as drawn_anew

    return drawn_anew(picture, name)


def free_port() -> int:
    """Return the first free port from 8501; 0 when all up to 8599 are taken."""
    from evenemang.pages.door import serve

    return serve.free_port()


def serve(port: int, *, browser: bool, address: str) -> None:
    """Serve the app until stopped."""
    from evenemang.pages.door import serve as door

    open_when_asked()
    door.serve(port, browser=browser, address=address)


def open_when_asked() -> None:
    """Let the first page open the data folder that EVENEMANG_DATA names."""
    from evenemang.pages.house import open_with

    open_with(_furnished)


def _furnished() -> House:
    from evenemang.bootstrap.furnishing import furnish_pages

    return furnish_pages(Path(os.environ.get("EVENEMANG_DATA", "data")))
