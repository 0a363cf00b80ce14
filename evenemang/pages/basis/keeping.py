"""Keeping a file that somebody brings: looked at first, then named by its content."""

from __future__ import annotations

import os
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from zipfile import BadZipFile, ZipFile

from evenemang.domain.errors import FileUnfit, StoreUnfit
from evenemang.domain.text import Text
from evenemang.flow.unwritten import why

LARGEST = 10_000_000  # bytes

STARTS: dict[bytes, str] = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg", b"%PDF-": "pdf"}
PARTS: dict[str, str] = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}

TOO_LARGE = Text(sv="den är större än 10 MB. Gör den mindre.", en="it is larger than 10 MB. Make it smaller.")
UNKNOWN = Text(
    sv="den är varken PNG, JPEG, PDF, Word (docx) eller Excel (xlsx). Spara om den som en av dem.",
    en="it is neither PNG, JPEG, PDF, Word (docx) nor Excel (xlsx). Save it again as one of them.",
)


def folder(data: Path) -> Path:
    """Return where attachments are kept."""
    return data / "attachments"


def keep(data: Path, name: str, content: bytes) -> tuple[str, int]:
    """Keep a file and return what it is kept as (content hash and kind) and its size in bytes.

    Raises:
        FileUnfit: If it is too large, or not of a kind we keep, whatever its name says.
        StoreUnfit: If it cannot be written: then nothing of it is there.
    """
    if len(content) > LARGEST:
        raise FileUnfit("too large", file=name, why=TOO_LARGE)
    kind = kind_of(content)
    if kind is None:
        raise FileUnfit("unknown kind", file=name, why=UNKNOWN)
    file = folder(data) / f"{sha256(content).hexdigest()}.{kind}"
    try:
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(file, content)
    except OSError as refused:
        raise StoreUnfit(str(refused), where=str(file.parent), why=why(refused)) from refused
    return file.name, len(content)


def kind_of(content: bytes) -> str | None:
    """Return what a file is by its first bytes and inner parts; None for what we do not keep."""
    for start, kind in STARTS.items():
        if content.startswith(start):
            return kind
    if not content.startswith(b"PK\x03\x04"):
        return None
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, OSError):
        return None
    macros = any(name.endswith("vbaProject.bin") for name in names)
    return None if macros else next((kind for part, kind in PARTS.items() if part in names), None)


def _write(file: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=file.parent, prefix=".", suffix=".tmp", delete=False) as part:
        try:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
            Path(part.name).replace(file)
        finally:
            Path(part.name).unlink(missing_ok=True)
