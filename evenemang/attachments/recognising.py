"""What a file is by its bytes, whatever its name says."""

from __future__ import annotations

from evenemang.attachments.refusals import Unfit
from evenemang.distrust.packing import BEGINNING as ZIP

PICTURES = ("jpeg", "png", "webp")  # how they come; each is kept as JPEG or PNG
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")
MARKUP = (b"<!doctype html", b"<html", b"<svg", b"<?xml", b"<script", b"<head", b"<body", b"<!--")
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def form_of(content: bytes) -> str:
    """Return jpeg, png, webp, pdf or zip.

    Raises:
        Unfit: If it is anything else; where people often bring it, the word says what it is.
    """
    if not content:
        raise Unfit("empty")
    begun = {
        "jpeg": content.startswith(b"\xff\xd8\xff"),
        "png": content.startswith(b"\x89PNG\r\n\x1a\n"),
        "webp": content.startswith(b"RIFF") and content[8:12] == b"WEBP",
        "pdf": content.startswith(b"%PDF-"),
        "zip": content.startswith(ZIP),
    }
    for form, is_it in begun.items():
        if is_it:
            return form
    raise Unfit(_word(content))


def _word(content: bytes) -> str:
    if content[4:8] == b"ftyp" and content[8:12] in HEIC:
        return "heic"
    if content.startswith(COMPOUND):
        return "old-office"
    start = content[:1024]
    for mark in MARKS:
        start = start.removeprefix(mark)
    plain = start.replace(b"\0", b"").lstrip().lower()
    return "web" if plain.startswith(MARKUP) else "unknown"
