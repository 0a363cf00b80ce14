"""The kinds of files that are kept: what each is called, how large it may be, and why."""

from __future__ import annotations

from dataclasses import dataclass

from evenemang.domain.text import Text

MEGABYTE = 1_000_000  # bytes
FROM_POLICE = "Polisens e-tjänst tar bilagor på högst 10 MB (polisen.se, 2026-11); server.maxUploadSize"
MOST_PIXELS = 50_000_000  # a phone takes 12 to 50 million; each is 3 bytes where it is written anew
LONGEST_SIDE = 4_096  # pixels of a photograph: 12 million, as a phone takes it, in a file of some MB
SMALL_SIDE = 320  # pixels of a thumbnail: twice what is shown, for sharp screens


@dataclass(frozen=True)
class FileKind:
    """A kind of file, by the ending it is kept under."""

    id: str
    title: Text
    mime: str
    is_picture: bool = False
    largest: int = 10 * MEGABYTE  # bytes, as it is brought and as it is kept
    because: str = FROM_POLICE


KINDS = {
    one.id: one
    for one in (
        FileKind("jpg", Text(sv="Bild (JPEG)", en="Picture (JPEG)"), "image/jpeg", is_picture=True),
        FileKind("png", Text(sv="Bild (PNG)", en="Picture (PNG)"), "image/png", is_picture=True),
        FileKind("pdf", Text(sv="PDF", en="PDF"), "application/pdf"),
        FileKind(
            "docx",
            Text(sv="Word", en="Word"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        FileKind(
            "xlsx",
            Text(sv="Excel", en="Excel"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        FileKind(
            "odt", Text(sv="OpenDocument", en="OpenDocument"), "application/vnd.oasis.opendocument.text"
        ),
    )
}
LARGEST = max(one.largest for one in KINDS.values())
