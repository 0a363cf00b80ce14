"""Backups as nobody honest makes them: each like a good one, but for one thing."""

from __future__ import annotations

import json
import sqlite3
import warnings
from collections.abc import Callable, Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from stat import S_IFLNK, S_IFREG
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Manifest = dict[str, Any]


class Draft:
    """What a backup holds, to be packed again with something else in it."""

    def __init__(self, good: Path) -> None:
        with ZipFile(good) as archive:
            self.files = {one: archive.read(one) for one in archive.namelist() if one != "manifest.json"}
            self.manifest: Manifest = json.loads(archive.read("manifest.json"))
        self.modes: dict[str, int] = {}
        self.twice: list[str] = []
        self.method = ZIP_STORED

    def put(self, path: str, content: bytes, mode: int = S_IFREG | 0o600) -> None:
        """Put a file in, and in the manifest as it should stand there."""
        self.files[path], self.modes[path] = content, mode
        self.manifest["members"] = [one for one in self.manifest["members"] if one["path"] != path]
        digest = sha256(content).hexdigest()
        self.manifest["members"].append({"path": path, "size": len(content), "modified": 0, "sha256": digest})

    def told(self, path: str) -> dict[str, Any]:
        """Return what the manifest says of a file."""
        return next(one for one in self.manifest["members"] if one["path"] == path)

    def pack(self, target: Path) -> None:
        with warnings.catch_warnings(), ZipFile(target, "w") as archive:
            warnings.simplefilter("ignore", UserWarning)  # of the name that is there twice
            for path in [*self.files, *self.twice]:
                info = ZipInfo("x")
                info.filename = path
                info.compress_type = self.method
                info.external_attr = self.modes.get(path, S_IFREG | 0o600) << 16
                archive.writestr(info, self.files[path])
            archive.writestr("manifest.json", json.dumps(self.manifest))


def at(path: str) -> Callable[[Draft], None]:
    return lambda draft: draft.put(path, b"ond")


def saying(**facts: object) -> Callable[[Draft], None]:
    return lambda draft: draft.manifest.update(facts)


def of_database(**facts: object) -> Callable[[Draft], None]:
    return lambda draft: draft.told("evenemang.db").update(facts)


def bomb(draft: Draft) -> None:
    draft.method = ZIP_DEFLATED
    draft.put("returns/x/stor.xlsx", b"\0" * 20_000_000)


def extra(draft: Draft) -> None:
    draft.files["workbooks/extra.xlsx"] = b"extra"


def with_trigger(draft: Draft) -> None:
    changed(draft, "CREATE TRIGGER ond AFTER INSERT ON journal BEGIN DELETE FROM record; END")


def changed(draft: Draft, statement: str) -> None:
    """Change the database in a draft, honestly told in the manifest."""
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.deserialize(draft.files["evenemang.db"])
        raw.execute(statement)
        raw.commit()
        draft.put("evenemang.db", raw.serialize())


HOSTILE: Mapping[str, tuple[Callable[[Draft], object], str]] = {
    "above": (at("../ond.txt"), "inte packad som programmet packar"),
    "above inside": (at("workbooks/../../ond.txt"), "inte packad som programmet packar"),
    "absolute": (at("/tmp/ond.txt"), "inte packad som programmet packar"),
    "drive": (at("workbooks/C:/ond.txt"), "inte packad som programmet packar"),
    "backslash": (at("workbooks\\..\\ond.txt"), "inte packad som programmet packar"),
    "elsewhere": (at("cache/content"), "inte packad som programmet packar"),
    "beside": (at("evenemang.db-wal"), "inte packad som programmet packar"),
    "newline": (at("workbooks/a\nb.xlsx"), "inte packad som programmet packar"),
    "link": (
        lambda one: one.put("workbooks/x.xlsx", b"/etc/passwd", S_IFLNK | 0o777),
        "inte packad som programmet packar",
    ),
    "bomb": (bomb, "inte packad som programmet packar"),
    "extra": (extra, "inte packad som programmet packar"),
    "twice": (lambda one: one.twice.append("evenemang.db"), "inte packad som programmet packar"),
    "size": (of_database(size=3), "inte packad som programmet packar"),
    "checksum": (of_database(sha256="0" * 64), "evenemang.db är inte som när kopian gjordes"),
    "no database": (lambda one: one.files.pop("evenemang.db"), "evenemang.db är inte som när kopian gjordes"),
    "newer": (saying(version=2), "nyare version av programmet"),
    "newer tables": (saying(form="9999"), "nyare version av programmet"),
    "other": (saying(format="annat"), "ingen säkerhetskopia härifrån"),
    "trigger": (with_trigger, "egna program"),
}
