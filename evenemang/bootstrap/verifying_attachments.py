"""Verifying the attachments: each file that a dossier names is there, and as it was kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from evenemang.bootstrap.attaching import FOLDER, DataShelf, is_as_named
from evenemang.bootstrap.attachment_words import A_SECRET_ONE, MISSING, NOT_AS_KEPT, STRAY
from evenemang.bootstrap.verifying import Fault, fault
from evenemang.domain.dossier import Dossier
from evenemang.domain.text import Text
from evenemang.flow.secrecy import secrets_of

if TYPE_CHECKING:
    from evenemang.bootstrap import Opened

OURS = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{2,5}")


def attachment_faults(opened: Opened) -> Iterator[Fault]:
    """Return every attachment that is missing or changed, and what else lies in the folder."""
    folder = opened.data / FOLDER
    whole: dict[str, bool | None] = {}  # the same file may be named by many
    for dossier, file in opened.store.attached():
        if file not in whole:
            path = folder / file
            whole[file] = is_as_named(file, path.read_bytes()) if path.is_file() else None
        if not whole[file]:
            kind, text = (
                ("attachment-missing", MISSING)
                if whole[file] is None
                else ("attachment-changed", NOT_AS_KEPT)
            )
            yield fault(kind, text, dossier=dossier, file=file, name=_name(opened, dossier, file))
    for one in DataShelf(opened.data).files():
        if not OURS.fullmatch(one.name):
            yield fault("attachment-stray", STRAY, file=one.name)


def _name(opened: Opened, dossier: str, file: str) -> str | Text:
    """Return what an attachment is called; not of a secret one, for anybody may read what verify says."""
    record = cast(Dossier, opened.store.load("dossier", dossier).record)
    secrets = secrets_of(record, opened.workspace.content_for(record))
    note = next((one for one in record.attachments if one.file == file), None)
    return A_SECRET_ONE if note is None or file in secrets.attachments else note.name
