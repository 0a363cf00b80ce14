"""Putting files into a backup, each with its checksum, in pieces: a large one is never whole in memory."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from evenemang.bootstrap.backups.manifest import NAME, Manifest, Member

PIECE = 2**20  # bytes
PACKED_ALREADY = (".xlsx", ".png", ".jpg", ".pdf", ".docx")
OWNER_ONLY = 0o600
EARLIEST = 315_619_200  # 1980-01-02: a zip cannot say what was before
LATEST = 2**32  # 2106


def add(archive: ZipFile, path: str, source: IO[bytes], modified: float) -> Member:
    """Put what a file holds into a backup, and return it as it will stand in the manifest."""
    told, size = sha256(), 0
    with archive.open(_info(path, modified), "w", force_zip64=True) as into:
        for piece in pieces(source):
            told.update(piece)
            size += len(piece)
            into.write(piece)
    return Member(
        path=path, size=size, modified=int(modified) if 0 <= modified < LATEST else 0, sha256=told.hexdigest()
    )


def add_manifest(archive: ZipFile, manifest: Manifest) -> None:
    """Put the table of contents in, last."""
    said = manifest.model_dump_json(indent=1).encode()
    archive.writestr(_info(NAME, manifest.made.timestamp()), said)


def pieces(source: IO[bytes]) -> Iterator[bytes]:
    """Return what is left of a stream, a piece at a time."""
    while piece := source.read(PIECE):
        yield piece


def files_in(folder: Path) -> Iterator[tuple[str, bool]]:
    """Return the files in a folder and those below, by path within it, and whether each is a plain file.

    What another program holds open or has not finished (names that begin with a dot or ~$) is passed by. A
    link is told and not followed: it may lead anywhere.
    """
    for above, folders, names in os.walk(folder):
        folders.sort()
        linked = [one for one in folders if Path(above, one).is_symlink()]
        for name in sorted([*names, *linked]):
            if not name.startswith((".", "~$")):
                path = Path(above, name)
                yield path.relative_to(folder).as_posix(), path.is_file() and not path.is_symlink()


def _info(path: str, modified: float) -> ZipInfo:
    info = ZipInfo(path, time.localtime(min(max(modified, EARLIEST), LATEST))[:6])
    packed = path.lower().endswith(PACKED_ALREADY)
    info.compress_type = ZIP_STORED if packed else ZIP_DEFLATED
    info.external_attr = OWNER_ONLY << 16
    return info
