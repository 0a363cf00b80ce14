"""What the process apart does with pictures and PDFs: one letter says what, one byte how it went."""

from __future__ import annotations

from collections.abc import Callable

from evenemang.attachments import documents, pictures
from evenemang.attachments.agreed import CLEAN, DONE, LOOK, REFUSED, SMALL
from evenemang.attachments.refusals import Unfit
from evenemang.distrust.inside import serve


def main() -> None:
    """Answer one file after another."""
    serve(answered)


def answered(asked: bytes) -> bytes:
    """Return what became of a file, or the word why it is refused."""
    try:
        return DONE + WORK[asked[:1]](asked[1:])
    except Unfit as unfit:
        return REFUSED + unfit.word.encode()
    except MemoryError:
        return REFUSED + b"heavy"


def _cleaned(content: bytes) -> bytes:
    kind, made = pictures.cleaned(content)
    return kind.encode() + made


def _looked(content: bytes) -> bytes:
    documents.look_through(content)
    return b""


WORK: dict[bytes, Callable[[bytes], bytes]] = {CLEAN: _cleaned, SMALL: pictures.small, LOOK: _looked}
