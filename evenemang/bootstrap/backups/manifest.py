"""What a backup says of itself: when it was made, by which program, and the checksum of every member."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from evenemang.bootstrap import CHECKLISTS
from evenemang.bootstrap.databases import DATABASE
from evenemang.domain.text import Frozen

NAME = "manifest.json"
VERSION = 1
FOLDERS = (
    "workbooks",
    "workbooks-secret",
    "returns",
    "returns-secret",
    "attachments",
    CHECKLISTS,
    "retention",
)
"""What is taken along beside the database; backups/ and cache/ are not."""

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Member(Frozen):
    """A file in a backup: its place in the data folder, bytes, when it was last changed, and its checksum."""

    path: str
    size: Annotated[int, Field(ge=0)]
    modified: Annotated[int, Field(ge=0, lt=2**32)]  # seconds since 1970
    sha256: Digest


class Manifest(Frozen):
    """The table of contents, last in the file."""

    format: Literal["evenemang-backup"] = "evenemang-backup"
    version: int = VERSION
    program: str
    form: str  # of the tables: the migration they stand at
    made: AwareDatetime
    dossiers: Annotated[int, Field(ge=0)]
    left_out: tuple[str, ...] = ()  # whose names no backup can hold, and links
    members: tuple[Member, ...]

    @property
    def size(self) -> int:
        """The bytes of all members, unpacked."""
        return sum(one.size for one in self.members)


def fits(path: str) -> bool:
    """Whether a path may stand in a backup: the database, or a file inside one of the folders.

    Nothing that leads out of the folder on any system, and no sign that one of them refuses in a name.
    """
    parts = path.split("/")
    if any(one in ("", ".", "..") for one in parts) or not path.isprintable():
        return False
    if set("\\:") & set(path) or PurePosixPath(path).is_absolute():
        return False
    return path == DATABASE or (len(parts) > 1 and parts[0] in FOLDERS)
