"""Reading a backup as what anybody may have made: nothing is unpacked before all of it is checked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from stat import S_IFMT, S_ISREG
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from pydantic import ValidationError

from evenemang.bootstrap.backups import words
from evenemang.bootstrap.backups.manifest import NAME, VERSION, Manifest, Member, fits
from evenemang.bootstrap.backups.packing import pieces
from evenemang.bootstrap.databases import DATABASE
from evenemang.domain.errors import BackupUnfit
from evenemang.domain.text import Text

LARGEST_MANIFEST = 256 * 2**20  # bytes: a million members
MOST_PACKED = 400  # times; a database is packed about ten times, and a bomb a thousand
SMALL = 2**20  # bytes that may be packed as well as they can be
ENCRYPTED = 0x1
BROKEN = (BadZipFile, ZlibError, EOFError, ValueError, NotImplementedError, RuntimeError)


class Backup:
    """A backup that has been looked at: its table of contents fits what is in it, and no name leads out."""

    def __init__(self, file: Path, archive: ZipFile, manifest: Manifest) -> None:
        self.file = file
        self.manifest = manifest
        self._archive = archive

    def read_through(self) -> None:
        """Check every member against its checksum, without writing anything.

        Raises:
            BackupUnfit: If one is not as when the backup was made.
        """
        for member in self.manifest.members:
            self._copy(member, None)

    def unpack(self, member: Member, target: Path) -> None:
        """Write a member to a new file, on the disk when this returns, checked once more on its way.

        Raises:
            BackupUnfit: If it is not as when the backup was made.
            OSError: If it cannot be written.
        """
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as into:
            self._copy(member, into)
            into.flush()
            os.fsync(into.fileno())
        os.utime(target, (member.modified, member.modified))

    def refusal(self, why: Text, **facts: object) -> BackupUnfit:
        """Return the refusal of this backup."""
        return _refusal(self.file, why, **facts)

    def _copy(self, member: Member, into: IO[bytes] | None) -> None:
        told, size = sha256(), 0
        try:
            with self._archive.open(member.path) as source:
                for piece in pieces(source):
                    size += len(piece)
                    told.update(piece)
                    if size > member.size:
                        break
                    if into:
                        into.write(piece)
        except BROKEN as torn:
            raise self.refusal(words.CHANGED, path=member.path) from torn
        if size != member.size or told.hexdigest() != member.sha256:
            raise self.refusal(words.CHANGED, path=member.path)


@contextmanager
def opened_backup(file: Path) -> Iterator[Backup]:
    """Open a backup, and check all of it that can be checked without reading it through.

    Raises:
        BackupUnfit: If it is none, is newer than this program, or is packed to deceive.
    """
    try:
        opened = file.open("rb")
    except OSError as missing:
        raise _refusal(file, words.NO_FILE) from missing
    with opened:
        try:
            archive = ZipFile(opened)
        except BROKEN as none:
            raise _none(file) from none
        with archive:
            manifest = _manifest(file, archive)
            _as_told(file, archive, manifest)
            yield Backup(file, archive, manifest)


def _manifest(file: Path, archive: ZipFile) -> Manifest:
    found = [one for one in archive.infolist() if one.filename == NAME]
    if len(found) != 1 or found[0].file_size > LARGEST_MANIFEST or _is_odd(found[0]):
        raise _none(file)
    try:
        manifest = Manifest.model_validate_json(archive.read(NAME))
    except (ValidationError, *BROKEN) as none:
        raise _refusal(file, words.NOT_ONE) from none
    if manifest.version > VERSION:
        raise _refusal(file, words.TOO_NEW)
    return manifest


def _as_told(file: Path, archive: ZipFile, manifest: Manifest) -> None:
    """Refuse a backup whose members are not those of its manifest, one by one, and of the same size."""
    told = {one.path: one for one in manifest.members}
    infos = [one for one in archive.infolist() if one.filename != NAME]
    names = [one.filename for one in infos]
    for one in infos:
        known = told.get(one.filename)
        if known is None or known.size != one.file_size or not fits(one.orig_filename) or _is_odd(one):
            raise _refusal(file, words.ODD, path=ascii(one.filename)[:100])
    if len(set(names)) < len(names) or len(told) < len(manifest.members):
        raise _refusal(file, words.ODD, path=NAME)
    missing = sorted({*told, DATABASE} - set(names))
    if missing:
        raise _refusal(file, words.CHANGED, path=missing[0])
    if sum(one.compress_size for one in infos) > file.stat().st_size:
        raise _refusal(file, words.ODD, path=NAME)  # members that lie in each other


def _is_odd(member: ZipInfo) -> bool:
    """Whether a member is a link, a device, encrypted, or packed as only a bomb is."""
    mode = member.external_attr >> 16
    return (
        (S_IFMT(mode) != 0 and not S_ISREG(mode))
        or bool(member.flag_bits & ENCRYPTED)
        or member.compress_type not in (ZIP_STORED, ZIP_DEFLATED)
        or (member.file_size > SMALL and member.file_size > MOST_PACKED * member.compress_size)
    )


def _none(file: Path) -> BackupUnfit:
    """Return the refusal of a file that is no backup: half of one still begins as one."""
    with file.open("rb") as opened:
        start = opened.read(64)
    torn = start.startswith(b"PK\x03\x04") and DATABASE.encode() in start
    return _refusal(file, words.TORN if torn else words.NOT_ONE)


def _refusal(file: Path, why: Text, **facts: object) -> BackupUnfit:
    return BackupUnfit(why.en, file=str(file), why=words.filled(why, **facts))
