"""Making a backup while others work: the database, what lies beside it, and a look through it all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, cast
from zipfile import ZipFile

from evenemang.bootstrap import Opened, SystemClock, is_empty, open_data
from evenemang.bootstrap.backups import words
from evenemang.bootstrap.backups.manifest import FOLDERS, Manifest, Member, fits
from evenemang.bootstrap.backups.packing import OWNER_ONLY, add, add_manifest, files_in
from evenemang.bootstrap.backups.reading import opened_backup
from evenemang.bootstrap.databases import DATABASE
from evenemang.domain.errors import BackupFailed, StoreUnfit
from evenemang.flow.unwritten import why

if TYPE_CHECKING:
    from evenemang.store.sql import SqlStore

BOOKS = ("workbooks", "workbooks-secret")
LOOKS = 5  # at a workbook that is written again and again while we read it


@dataclass
class _Packed:
    """What has been put in so far."""

    archive: ZipFile
    members: list[Member] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def add(self, path: str, content: bytes, modified: float) -> None:
        self.members.append(add(self.archive, path, BytesIO(content), modified))


def back_up_folder(data: Path, file: Path, *, force: bool = False) -> Manifest:
    """Open a data folder, make a backup of it, and let go of it.

    Raises:
        BackupFailed: If there is nothing to copy, or it cannot be made.
    """
    if is_empty(data):
        why_not = words.filled(words.NOTHING, data=data)
        raise BackupFailed("nothing there", file=str(file), why=why_not)
    opened = open_data(data)
    try:
        return back_up(opened, file, force=force)
    finally:
        cast("SqlStore", opened.store).close()


def back_up(opened: Opened, file: Path, *, force: bool = False) -> Manifest:
    """Write everything of a data folder to one file, whole or not at all, and read it through.

    It holds the secret parts too; only its owner may read it. Everything acknowledged before this began is
    in it. A workbook newer than the copied database is left out: putting it back writes it as it was then.

    Raises:
        BackupFailed: If it cannot be written or the database not copied, or there is a file already.
    """
    if file.exists() and not force:
        raise BackupFailed("exists", file=str(file), why=words.EXISTS)
    if any(file.absolute().is_relative_to((opened.data / one).absolute()) for one in FOLDERS):
        raise BackupFailed("inside", file=str(file), why=words.INSIDE)
    try:
        with _workshop(file) as work:
            manifest = _write(opened, work)
            with opened_backup(work / "backup") as found:
                found.read_through()
            os.replace(work / "backup", file)
        _sync(file.parent)
    except OSError as refused:
        raise BackupFailed(str(refused), file=str(file), why=why(refused)) from refused
    except StoreUnfit as refused:
        raise BackupFailed(str(refused), file=str(file), why=refused.facts["why"]) from refused
    return manifest


@contextmanager
def _workshop(file: Path) -> Iterator[Path]:
    """Make a folder beside the file that only its owner may read; nothing of it is left."""
    file.parent.mkdir(parents=True, exist_ok=True)
    work = Path(mkdtemp(dir=file.parent, prefix=f".{file.name}-"))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _write(opened: Opened, work: Path) -> Manifest:
    from evenemang.store.sql import SqlStore
    from evenemang.store.tables import HEAD

    made = SystemClock().now()
    database = work / DATABASE
    cast("SqlStore", opened.store).backup(database)
    descriptor = os.open(work / "backup", os.O_RDWR | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(descriptor, "w+b") as target, ZipFile(target, "w", compresslevel=1) as archive:
        packed = _Packed(archive)
        with database.open("rb") as source:
            packed.members.append(add(archive, DATABASE, source, made.timestamp()))
        copied = SqlStore(database)
        try:
            dossiers = len(copied.ids("dossier"))
            for folder in FOLDERS:
                _add_folder(opened, folder, copied, packed)
        finally:
            copied.close()
        manifest = Manifest(
            program=version("evenemang"),
            form=HEAD,
            made=made,
            dossiers=dossiers,
            left_out=tuple(packed.left_out),
            members=tuple(packed.members),
        )
        add_manifest(archive, manifest)
        archive.close()
        target.flush()
        os.fsync(target.fileno())
    return manifest


def _add_folder(opened: Opened, folder: str, copied: SqlStore, packed: _Packed) -> None:
    known = _footprints(copied) if folder in BOOKS else {}
    for name, is_plain in files_in(opened.data / folder):
        path = f"{folder}/{name}"
        if not is_plain or not fits(path):
            packed.left_out.append(path)
        elif folder in BOOKS:
            _add_workbook(opened, path, known, packed)
        else:
            _add_file(opened.data / path, path, packed)


def _add_file(file: Path, path: str, packed: _Packed) -> None:
    try:
        source = file.open("rb")
    except FileNotFoundError:
        return  # taken away since the folder was listed
    with source:
        modified = os.fstat(source.fileno()).st_mtime
        packed.members.append(add(packed.archive, path, source, modified))


def _add_workbook(opened: Opened, path: str, known: dict[str, set[str]], packed: _Packed) -> None:
    """Put a workbook in, unless the program wrote it after the database was copied."""
    file = opened.data / path
    before = None
    for _ in range(LOOKS):
        try:
            modified, content = file.stat().st_mtime, file.read_bytes()
        except FileNotFoundError:
            return  # renamed or taken away meanwhile: it is written again from the database
        digest = sha256(content).hexdigest()
        if digest in known.get(path, ()) or digest == before:
            packed.add(path, content, modified)  # ours as the database knows it, or somebody's own
            return
        if digest in _footprints(cast("SqlStore", opened.store)).get(path, ()):
            return
        before = digest


def _footprints(store: SqlStore) -> dict[str, set[str]]:
    """Return the checksums that each workbook of ours has, by its place."""
    found: dict[str, set[str]] = {}
    for book in store.books():
        for one in book.files:
            found.setdefault(one.path, set()).add(one.digest)
    return found


def _sync(folder: Path) -> None:
    from evenemang.workbook.saving import sync_folder

    sync_folder(folder)
