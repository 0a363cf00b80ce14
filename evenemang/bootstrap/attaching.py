"""The shelf of attachments: a folder where each file is named by its checksum, and kept once."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from evenemang.bootstrap import LazyHome, write_file
from evenemang.bootstrap.attachment_words import CHANGED, GONE
from evenemang.domain.assessment import AttachmentNote
from evenemang.domain.errors import FileUnfit, StoreUnfit
from evenemang.domain.text import Text
from evenemang.flow.unwritten import why

if TYPE_CHECKING:
    from evenemang.flow.storing import Store

FOLDER = "attachments"
SMALL = Path("cache", "small")  # in the data folder; may be thrown away at any time
PICTURES = ("jpg", "png")
PATIENCE = timedelta(days=1)  # a file nobody names is kept: a backup may be at work, or a person regret it
UNFINISHED = "."  # what a name begins with that is not a file of ours yet, or any more


class DataShelf:
    """The shelf of one data folder."""

    def __init__(self, data: Path) -> None:
        """Keep files in a data folder."""
        self._folder = data / FOLDER
        self._small = data / SMALL
        self._home = LazyHome("evenemang.attachments")

    def keep(self, content: bytes, name: str) -> tuple[str, int]:
        """Look at a file, keep what may be kept of it, and return what it is kept as and its size in bytes.

        It is written also where it is there already: a file as new as this is not thrown away.

        Raises:
            AttachmentUnfit: If it is not kept.
            StoreUnfit: If it cannot be written: then nothing of it is there.
        """
        looked = self._home.look(content, name)
        try:
            write_file(self._folder / looked.file, looked.content)
        except OSError as refused:
            raise StoreUnfit(str(refused), where=str(self._folder), why=why(refused)) from refused
        return looked.file, len(looked.content)

    def read(self, note: AttachmentNote) -> bytes:
        """Return the bytes of a file, as they were kept.

        Raises:
            FileUnfit: If it is gone, or is not as it was kept.
        """
        try:
            content = (self._folder / note.file).read_bytes()
        except OSError as gone:
            raise _unfit(note, GONE) from gone
        if not is_as_named(note.file, content):
            raise _unfit(note, CHANGED)
        return content

    def small(self, note: AttachmentNote) -> bytes | None:
        """Return a small JPEG of a picture, made once; None for what is no picture, or not there."""
        if note.file.rpartition(".")[2] not in PICTURES or not self.is_there(note.file):
            return None
        made = self._small / f"{note.file}.jpg"
        try:
            return made.read_bytes()
        except OSError:
            pass
        try:
            found: bytes = self._home.thumbnail(self.read(note), note.name)
        except FileUnfit:
            return None
        try:
            write_file(made, found)
        except OSError:
            pass  # a full disk: it is made anew the next time
        return found

    def label(self, note: AttachmentNote) -> tuple[str, str]:
        """Return the name a file is downloaded as, safe on every system, and its type."""
        from evenemang.workbook.saving import safe_name

        kind = note.file.rpartition(".")[2]
        stem, dot, ending = note.name.rpartition(".")
        bare = stem if dot and len(ending) <= len("jpeg") else note.name
        found = self._home.KINDS.get(kind)
        return f"{safe_name(bare)}.{kind}", found.mime if found else "application/octet-stream"

    def is_there(self, file: str) -> bool:
        """Whether the file is kept."""
        return (self._folder / file).is_file()

    def throw_away(self, store: Store, *, patience: timedelta = PATIENCE) -> int:
        """Throw away the files that a dossier has let go of and none names, and return how many.

        A file that this database has never named is let be: it may be another's, or somebody's own.
        """
        oldest = datetime.now(UTC) - patience
        gone = 0
        for file in store.unnamed(oldest):
            if self._throw(file, oldest.timestamp()):
                store.thrown_away(file)
                gone += 1
        return gone

    def files(self) -> list[Path]:
        """Return what lies in the folder, without what is unfinished."""
        if not self._folder.is_dir():
            return []
        return [one for one in self._folder.iterdir() if not one.name.startswith(UNFINISHED)]

    def _throw(self, name: str, oldest: float) -> bool:
        """Throw one away: taken aside first, and put back where somebody has brought it anew meanwhile."""
        aside = self._folder / f"{UNFINISHED}{token_hex(8)}.tmp"
        try:
            os.rename(self._folder / name, aside)
        except FileNotFoundError:
            return True
        except OSError:
            return False  # somebody has it open: tried again
        if aside.stat().st_mtime >= oldest:
            os.replace(aside, self._folder / name)
            return False
        aside.unlink()
        (self._small / f"{name}.jpg").unlink(missing_ok=True)
        return True


def is_as_named(file: str, content: bytes) -> bool:
    """Whether bytes are those that a file is named by."""
    return sha256(content).hexdigest() == file.partition(".")[0]


def _unfit(note: AttachmentNote, reason: Text) -> FileUnfit:
    return FileUnfit("attachment", file=note.name, why=reason)
