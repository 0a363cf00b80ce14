"""Putting a backup back, into a new folder, and proving one without putting it anywhere."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING, cast

from evenemang.bootstrap import open_data
from evenemang.bootstrap.backups import words
from evenemang.bootstrap.backups.reading import Backup, opened_backup
from evenemang.bootstrap.databases import DATABASE, NAMED, database_of
from evenemang.domain.errors import NotEmpty, StoreUnfit
from evenemang.domain.text import Text
from evenemang.flow.unwritten import why

if TYPE_CHECKING:
    from evenemang.store.sql import SqlStore

ROOM_BESIDE = 50_000_000  # bytes: workbooks that are written anew


@dataclass(frozen=True)
class Found:
    """A backup that was looked through: when it was made, how much is in it, and what is not whole."""

    made: datetime
    dossiers: int
    files: int
    faults: tuple[Text, ...]


def prove(file: Path) -> Found:
    """Check a backup: every checksum, the database and its journals, and that each attachment is there.

    Raises:
        BackupUnfit: If it is none, or something in it is not as when it was made.
        StoreUnfit: If the database in it cannot be opened.
    """
    with opened_backup(file) as backup, TemporaryDirectory(prefix="evenemang-") as place:
        _is_known(backup)
        backup.read_through()
        try:
            store = _database(backup, Path(place))
            try:
                faults = (*_left_out(backup), *store.verify(), *_attachments(store, backup))
            finally:
                store.close()
        except OSError as refused:
            raise StoreUnfit(str(refused), where=place, why=why(refused)) from refused
        return _found(backup, faults)


def restore(file: Path, data: Path) -> Found:
    """Make a new data folder of a backup, whole or not at all; only its owner may look into it.

    Every checksum is checked before anything is written. Then the workbooks are brought up to the database.

    Raises:
        NotEmpty: If there is something in the folder.
        BackupUnfit: If the backup cannot be used.
        StoreUnfit: If the folder cannot be written, or its records would be on a server.
    """
    if data.exists() and (not data.is_dir() or any(data.iterdir())):
        raise NotEmpty("data folder", where=str(data))
    if not isinstance(database_of(data), Path):
        raise StoreUnfit("a server is named", where=str(data), why=words.filled(words.ON_SERVER, named=NAMED))
    with opened_backup(file) as backup:
        _is_known(backup)
        backup.read_through()
        try:
            return _into(backup, data.absolute())
        except OSError as refused:
            raise StoreUnfit(str(refused), where=str(data), why=why(refused)) from refused


def _into(backup: Backup, data: Path) -> Found:
    data.parent.mkdir(parents=True, exist_ok=True)
    _has_room(backup, data.parent)
    unfinished = Path(mkdtemp(dir=data.parent, prefix=f".{data.name}-"))
    try:
        _database(backup, unfinished).close()
        for member in backup.manifest.members:
            if member.path != DATABASE:
                backup.unpack(member, unfinished / member.path)
        faults = (*_left_out(backup), *_brought_up(unfinished))
        _sync(unfinished)
        if data.exists():
            data.rmdir()
        os.rename(unfinished, data)
        _sync_one(data.parent)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return _found(backup, faults)


def _database(backup: Backup, place: Path) -> SqlStore:
    """Unpack the database and open it, brought up to the newest form."""
    from evenemang.store.sql import SqlStore

    member = next(one for one in backup.manifest.members if one.path == DATABASE)
    backup.unpack(member, place / DATABASE)
    if _has_programs(place / DATABASE):
        raise backup.refusal(words.HAS_PROGRAMS)
    return SqlStore(place / DATABASE)


def _has_programs(database: Path) -> bool:
    """Whether a database holds triggers or views, that would run as soon as somebody writes."""
    query = "SELECT count(*) FROM sqlite_master WHERE type NOT IN ('table', 'index')"
    try:
        with closing(sqlite3.connect(database)) as raw:
            return bool(raw.execute(query).fetchone()[0])
    except sqlite3.DatabaseError:
        return False  # the store says what is wrong with it


def _brought_up(data: Path) -> Iterator[Text]:
    """Write the workbooks that are not in the backup as the database has them, and say what is not whole."""
    opened = open_data(data)
    store = cast("SqlStore", opened.store)
    try:
        for book in store.books():
            if book.stale or not all((data / one.path).is_file() for one in book.files):
                store.restale(book.kind, book.record)  # whoever was writing it is not here
        opened.write_workbooks()
        faults = [one.text for one in opened.verify()]
    finally:
        store.close()
    yield from faults


def _is_known(backup: Backup) -> None:
    from evenemang.store.tables import HEAD

    if backup.manifest.form > HEAD:
        raise backup.refusal(words.TOO_NEW)


def _has_room(backup: Backup, place: Path) -> None:
    free, needed = shutil.disk_usage(place).free, backup.manifest.size + ROOM_BESIDE
    if free < needed:
        raise backup.refusal(words.NO_ROOM, needed=needed // 10**6, free=free // 10**6)


def _attachments(store: SqlStore, backup: Backup) -> Iterator[Text]:
    there = {one.path: one.sha256 for one in backup.manifest.members}
    for dossier, file in store.attached():
        digest = there.get(f"attachments/{file}")
        if digest is None or digest != file.partition(".")[0]:
            text = words.NO_ATTACHMENT if digest is None else words.OTHER_ATTACHMENT
            yield words.filled(text, file=file, dossier=dossier)  # what it is called may be secret


def _left_out(backup: Backup) -> Iterator[Text]:
    return (words.filled(words.LEFT_OUT, path=one) for one in backup.manifest.left_out)


def _found(backup: Backup, faults: tuple[Text, ...]) -> Found:
    manifest = backup.manifest
    return Found(manifest.made, manifest.dossiers, len(manifest.members), faults)


def _sync(folder: Path) -> None:
    for above, _, _ in os.walk(folder):
        _sync_one(Path(above))


def _sync_one(folder: Path) -> None:
    from evenemang.workbook.saving import sync_folder

    sync_folder(folder)
