"""Looking at a file that somebody brings: what it is by its bytes, and what of it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from evenemang.attachments import packages
from evenemang.attachments.agreed import CLEAN, DONE, LOOK, SMALL
from evenemang.attachments.kinds import KINDS, LARGEST, FileKind
from evenemang.attachments.recognising import PICTURES, form_of
from evenemang.attachments.refusals import WHYS, Unfit, refusal
from evenemang.distrust.readers import NotStarted, Readers
from evenemang.distrust.worker import Failed

READERS = Readers("evenemang.attachments.inside")
BEGINNINGS = {"jpg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n"}  # of what the process apart may tell
KIND = 3  # bytes before a picture that was written anew


@dataclass(frozen=True)
class Looked:
    """A file as it is kept: its kind, and its bytes."""

    kind: FileKind
    content: bytes

    @property
    def file(self) -> str:
        """What it is kept as: the checksum of its bytes, and its kind."""
        return f"{sha256(self.content).hexdigest()}.{self.kind.id}"


def look(content: bytes, name: str) -> Looked:
    """Return what is kept of a file; a picture is written anew, everything else is taken as it is.

    Raises:
        AttachmentUnfit: If it is too large, of no kind we keep, torn, or would act when somebody opens it.
    """
    try:
        if len(content) > LARGEST:
            raise Unfit("large")
        kind, kept = _looked_at(content)
        if len(kept) > KINDS[kind].largest:
            raise Unfit("large")
    except Unfit as unfit:
        raise refusal(unfit.word, name) from unfit
    return Looked(KINDS[kind], kept)


def thumbnail(content: bytes, name: str) -> bytes:
    """Return a small JPEG of a picture that is kept.

    Raises:
        AttachmentUnfit: If it is no picture.
    """
    try:
        if form_of(content) not in PICTURES:
            raise Unfit("unknown")
        return _picture("jpg", _apart(SMALL, content))
    except Unfit as unfit:
        raise refusal(unfit.word, name) from unfit


def _looked_at(content: bytes) -> tuple[str, bytes]:
    form = form_of(content)
    if form == "zip":
        return packages.kind_of(content), content
    if form == "pdf":
        _apart(LOOK, content)
        return "pdf", content
    told = _apart(CLEAN, content)
    kind = told[:KIND].decode("ascii", "replace")
    return kind, _picture(kind, told[KIND:])


def _picture(kind: str, told: bytes) -> bytes:
    """Return a picture as it was told; the teller has read hostile bytes, and is not believed unseen."""
    if not told.startswith(BEGINNINGS.get(kind, b"\0none")):
        raise Unfit("heavy")
    return told


def _apart(work: bytes, content: bytes) -> bytes:
    """Return what a process apart makes of a file.

    Raises:
        Unfit: If it refuses, dies, or takes too long.
    """
    try:
        answer = READERS.ask(work + content)
    except NotStarted as unfit:
        raise Unfit("not-started") from unfit
    except Failed as failed:
        raise Unfit("heavy") from failed
    if answer[:1] == DONE:
        return answer[1:]
    word = answer[1:].decode("ascii", "replace")
    raise Unfit(word if word in WHYS else "heavy")
