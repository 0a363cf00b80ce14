"""The files of attachments: brought by who may attach, fetched by who sees the attachment, nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from evenemang.domain.actor import Actor
from evenemang.domain.assessment import AttachmentNote
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound
from evenemang.flow.attaching import attachment, shown_name
from evenemang.flow.workspace import Workspace


class Shelf(Protocol):
    """Where the bytes are kept, and what looks at them first."""

    def keep(self, content: bytes, name: str) -> tuple[str, int]:
        """Look at a file, keep what may be kept of it, and return what it is kept as and its size in bytes.

        Raises:
            AttachmentUnfit: If it is not kept.
            StoreUnfit: If it cannot be written: then nothing of it is there.
        """
        ...

    def read(self, note: AttachmentNote) -> bytes:
        """Return the bytes of a file that is kept.

        Raises:
            FileUnfit: If it is gone, or is not as it was kept.
        """
        ...

    def small(self, note: AttachmentNote) -> bytes | None:
        """Return a small JPEG of a picture; None for what is no picture, or not there."""
        ...

    def label(self, note: AttachmentNote) -> tuple[str, str]:
        """Return the name a file is downloaded as, safe on every system, and its type."""
        ...

    def is_there(self, file: str) -> bool:
        """Whether the file is kept."""
        ...


@dataclass(frozen=True)
class Fetched:
    """A file as it is handed out: the name and type it goes under, and its bytes."""

    name: str
    mime: str
    content: bytes


class Filing:
    """The files of one data folder. Every way to a byte goes by a dossier as who asks sees it."""

    def __init__(self, workspace: Workspace, shelf: Shelf) -> None:
        """File what `workspace`'s dossiers name on `shelf`."""
        self._workspace = workspace
        self._shelf = shelf

    def bring(self, handle: str, content: bytes, name: str, by: Actor) -> tuple[str, str, int]:
        """Keep a file for a dossier, and return what it is kept as, what it is called, and its size.

        Raises:
            NotAllowed: If who brings it may not attach it.
            NotFound: If the dossier is not there for them.
            AttachmentUnfit: If it is not kept.
            StoreUnfit: If it cannot be written.
        """
        dossier = self._workspace.seen_by(by).dossier(handle).record
        self._workspace.require(by, "attach", dossier.id)
        shown = shown_name(name)
        file, size = self._shelf.keep(content, shown)
        return file, shown, size

    def fetch(self, handle: str, file: str, actor: Actor | None) -> Fetched:
        """Return a file of a dossier, to somebody who sees the attachment now.

        Raises:
            NotFound: If the dossier or the attachment is not there for them.
            FileUnfit: If the file is gone, or is not as it was kept.
        """
        stored = self._workspace.seen_by(actor).dossier(handle)
        note = attachment(self._workspace.sight(actor, stored.record).dossier, file)
        name, mime = self._shelf.label(note)
        return Fetched(name, mime, self._shelf.read(note))

    def small(self, seen: Dossier, file: str) -> bytes | None:
        """Return a small picture of a file that a dossier names, as somebody sees it, or None."""
        try:
            return self._shelf.small(attachment(seen, file))
        except NotFound:
            return None

    def label(self, note: AttachmentNote) -> tuple[str, str]:
        """Return the name a file is downloaded as, and its type."""
        return self._shelf.label(note)

    def is_there(self, note: AttachmentNote) -> bool:
        """Whether the file is kept."""
        return self._shelf.is_there(note.file)

    def let_go(self, file: str) -> None:
        """Say that a file was brought, and that the dossier does not name it after all."""
        self._workspace.store.let_go(file)
