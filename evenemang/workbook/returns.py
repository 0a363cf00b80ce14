"""What people have changed in the folder: told from what we wrote, and set aside whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from evenemang.domain.event import LOCAL
from evenemang.flow.books import Footprint, Returned
from evenemang.flow.outbox import Errand, OpenElsewhere
from evenemang.workbook.knowing import cells_of, digest_of
from evenemang.workbook.replacing import put
from evenemang.workbook.saving import id_in_name, safe_name

if TYPE_CHECKING:
    from evenemang.workbook.reading import ReadBack

RETURNS, RETURNS_SECRET = "returns", "returns-secret"
SECRET = "workbooks-secret/"
STILL_AT_IT = timedelta(hours=1)  # after the last save; a sign of being open that is older was left behind


class Reader(Protocol):
    """Reads workbooks of ours (`workbook.reading`); handed in, since writing must not load openpyxl."""

    def read(self, source: bytes) -> ReadBack:
        """Return what a workbook says; raise FileUnfit where it makes no sense."""
        ...

    def identity(self, content: bytes) -> str | None:
        """Return the id of the dossier that a workbook says it is, or None."""
        ...


def returns_of(data: Path, of: str) -> tuple[Path, Path]:
    """Return where changed workbooks of a dossier or a register are set aside: open and secret ones."""
    name = id_in_name(of)
    return data / RETURNS / name, data / RETURNS_SECRET / name


def is_open(path: Path) -> bool:
    """Whether Excel or LibreOffice says that it has a workbook open."""
    return any(path.with_name(one).exists() for one in (f"~${path.name}", f".~lock.{path.name}#"))


def as_written(content: bytes, files: tuple[Footprint, ...]) -> bool:
    """Whether a file is as we wrote it, or was only saved anew without a cell saying anything else."""
    if digest_of(content) in {one.digest for one in files}:
        return True
    said = cells_of(content)
    return bool(said) and said in {one.cells for one in files}


@dataclass(frozen=True)
class Watch:
    """Looks at each file that is to be replaced, and sets it aside where somebody has changed it."""

    data: Path
    errand: Errand
    of: str  # whose the files are: the id of a dossier, or a register
    is_old: Callable[[bytes, str], bool]  # whether a file of unknown origin says what the record says

    @property
    def mark(self) -> str:
        """How the unfinished files of this record's workbook begin."""
        record = f"{self.errand.lease.kind}/{self.errand.lease.record}"
        return f"{sha256(record.encode()).hexdigest()[:12]}."

    @property
    def folders(self) -> frozenset[Path]:
        """The folders where its changed files are set aside."""
        return frozenset(returns_of(self.data, self.of))

    def at(self, name: str) -> Callable[[Path], None]:
        """Return how the file at a place in the data folder is looked at; it may have a second name then."""
        return lambda path: self._look(path, name)

    def _look(self, path: Path, name: str) -> None:
        content = path.read_bytes()
        if as_written(content, self.errand.book.files) or self._is_an_old_one(content, name):
            return
        saved = datetime.fromtimestamp(path.stat().st_mtime, LOCAL)
        if self._is_being_changed(path, self.data / name, saved):
            raise OpenElsewhere(f"{name} is open and has been changed")
        aside = self._aside(content, name, saved)
        if not aside.exists():
            put(aside, content, lambda _path: None, self.mark)
        self.errand.set_aside(
            Returned(
                kind=self.errand.lease.kind,
                record=self.errand.lease.record,
                digest=digest_of(content),
                path=aside.relative_to(self.data).as_posix(),
                name=name,
                saved=saved,
                found=self.errand.now,
            )
        )

    def _aside(self, content: bytes, name: str, saved: datetime) -> Path:
        """Return where a changed file is kept: the same content once, another beside it."""
        folder = returns_of(self.data, self.of)[name.startswith(SECRET)]
        stem = f"{saved:%Y-%m-%d %H.%M.%S} {safe_name(Path(name).stem)}"
        first = folder / f"{stem}.xlsx"
        if first.exists() and first.read_bytes() != content:
            return folder / f"{stem} {digest_of(content)[:8]}.xlsx"
        return first

    def _is_being_changed(self, path: Path, place: Path, saved: datetime) -> bool:
        """Whether somebody has the file open and saved it lately; what has lost its place cannot wait."""
        in_place = path == place or (place.exists() and path.samefile(place))
        return in_place and is_open(place) and self.errand.now - saved < STILL_AT_IT

    def _is_an_old_one(self, content: bytes, name: str) -> bool:
        """Whether a program before this one wrote the file, and it says what the record says."""
        return Footprint(name) in self.errand.book.files and self.is_old(content, name)
