"""A data folder made again from a folder of workbooks, and from what lies beside it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evenemang.bootstrap import CHECKLISTS, Opened, open_data, prepare, write_file
from evenemang.bootstrap.attaching import is_as_named
from evenemang.bootstrap.databases import database_of, is_empty
from evenemang.bootstrap.databases import shown as database_shown
from evenemang.bootstrap.retaining import OWN
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import FileUnfit, NotEmpty
from evenemang.domain.text import Text
from evenemang.flow import rebuilding_words as words
from evenemang.flow.rebuilding import DossierPart, RegisterPart, Told, take_dossiers, take_registers

ATTACHMENTS = "attachments"
SECRET = "workbooks-secret"
NO_WORKBOOKS = Text(
    sv="mappen innehåller inga arbetsböcker. Ange mappen workbooks.",
    en="the folder holds no workbooks. Name the folder workbooks.",
)


@dataclass(frozen=True)
class Rebuilt:
    """What was made: how much, what is missing or wrong, and what was chosen."""

    dossiers: int
    records: int
    workbooks: int
    faults: tuple[Text, ...]
    notes: tuple[Text, ...]


def rebuild(workbooks: Path, data: Path, secret: Path | None = None) -> Rebuilt:
    """Make a data folder from workbooks alone; what cannot be read is told, and the rest made all the same.

    The secret part is read from `secret`, or from workbooks-secret beside the folder. Kept versions of areas
    and attachments that lie beside it are taken along.

    Raises:
        NotEmpty: If the data folder, or the database that is named beside it, holds something.
        FileUnfit: If the folder holds no workbook.
    """
    if data.exists() and any(data.iterdir()):
        raise NotEmpty("data folder", where=str(data))
    if not is_empty(data):
        raise NotEmpty("database", where=database_shown(data))
    told = Told()
    parts = _read(workbooks, secret, told)
    prepare(data)
    beside = workbooks.absolute().parent
    for folder in (CHECKLISTS, OWN.parent):
        _copy(beside / folder, data / folder)
    opened = _opened(data, [one for one in parts if isinstance(one, RegisterPart)])
    workspace = opened.workspace
    records = take_registers(workspace, (one for one in parts if isinstance(one, RegisterPart)), told)
    count = 0
    for dossier in take_dossiers(workspace, (one for one in parts if isinstance(one, DossierPart)), told):
        record = workspace.dossier(dossier).record
        told.notes += _attachments(record, beside / ATTACHMENTS, data / ATTACHMENTS)
        told.notes += _versions(record, opened)
        count += 1
    opened.write_workbooks()
    notes = tuple(dict.fromkeys(told.notes))
    return Rebuilt(count, records, len(parts), tuple(told.faults), notes)


def _read(workbooks: Path, secret: Path | None, told: Told) -> list[DossierPart | RegisterPart]:
    from evenemang.workbook.folder import read_folder

    hidden = secret or workbooks.absolute().parent / SECRET
    folders = [workbooks, hidden] if hidden.is_dir() else [workbooks]
    if len(folders) == 1:
        told.notes.append(words.only_open())
    parts: list[DossierPart | RegisterPart] = []
    for folder in folders:
        for file, found in read_folder(folder):
            if isinstance(found, Text):
                told.faults.append(words.not_read(str(Path(folder.name, file)), found))
            else:
                parts.append(found)
    if not parts and not told.faults:
        raise FileUnfit("no workbooks", file=str(workbooks), why=NO_WORKBOOKS)
    return parts


def _opened(data: Path, registers: list[RegisterPart]) -> Opened:
    """Open the new folder; the example year's clock stands where its registers say."""
    from evenemang.store.sql import SqlStore

    days = [one.example_as_of for one in registers if one.example_as_of]
    if days:
        store = SqlStore(database_of(data))
        store.set("example_as_of", max(days))
        store.close()
    return open_data(data)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)


def _attachments(dossier: Dossier, source: Path, target: Path) -> Iterator[Text]:
    for one in dossier.attachments:
        try:
            content = (source / one.file).read_bytes()
        except OSError:
            yield words.no_attachment(dossier.id, one.name)
            continue
        if is_as_named(one.file, content):
            write_file(target / one.file, content)
        else:
            yield words.changed_attachment(dossier.id, one.name)


def _versions(dossier: Dossier, opened: Opened) -> Iterator[Text]:
    installed = opened.workspace.content.areas
    for one in dossier.assessment.areas:
        current = installed.get(one.area)
        if one.version and current and current.version != one.version:
            if opened.versions.area(one.area, one.version) is None:
                yield words.no_area_version(one.area, one.version.isoformat())
