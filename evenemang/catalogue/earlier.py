"""Earlier versions of areas, kept in the data folder as they were published: `AREA/VERSION.yaml`.

What is kept is read as strictly as the first time. It need not fit what is installed now: sums that are gone
are left out, and a condition about something that is gone is not known yet.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path

from evenemang.catalogue.area_checks import faults_within
from evenemang.catalogue.files import read_file
from evenemang.domain.checklist import Area
from evenemang.domain.text import Text
from evenemang.flow.content import Content

LOG = logging.getLogger("evenemang.catalogue")
SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")  # a name that is no way out of the folder
VERSION = re.compile(rb"""version["']?\s*:\s*["']?(\d{4}-\d\d-\d\d)""")
REMEMBERED = 64  # versions; one has about 50 questions

CHANGED = Text(
    sv="Checklistan {area} är ändrad, men har kvar versionsdatumet {version}. Den som ger ut den behöver ge "
    "ändringen ett nytt datum. Den första är sparad: {file}.",
    en="The checklist {area} is changed, but still has the version date {version}. Whoever publishes it "
    "needs to give the change a new date. The first one is kept: {file}.",
)
UNREADABLE = Text(
    sv="Den sparade checklistan {file} går inte att läsa. Ärenden som svarar på den visas i den installerade "
    "versionen. Hämta filen ur en säkerhetskopia.",
    en="The kept checklist {file} cannot be read. Dossiers that answer it are shown in the installed "
    "version. Fetch the file from a backup.",
)


class KeptVersions:
    """The versions of areas that a data folder holds, read once per process."""

    def __init__(self, folder: Path) -> None:
        """Keep versions in a folder, made when there is something to keep."""
        self._folder = folder
        self.area = lru_cache(maxsize=REMEMBERED)(self._area)
        self._is_done = False

    def keep(self, content: Content) -> None:
        """Keep every installed version that is not kept yet, once; one that is stays as it was first."""
        if self._is_done:
            return
        self._is_done = True
        for area, file, kept in self._installed(content):
            try:
                published = file.read_bytes()
                if kept.exists():
                    if kept.read_bytes() != published:
                        LOG.warning("%s", _changed(content.areas[area], kept).en)
                elif _says(published, content.areas[area].version):
                    _write(kept, published)
            except OSError as unfit:  # read-only, or full: what is installed still works
                LOG.warning("%s is not kept: %s", file, unfit)

    def faults(self, content: Content) -> tuple[Text, ...]:
        """Return what is wrong: a version changed under its date, a kept file that cannot be read."""
        installed = {kept: (area, file) for area, file, kept in self._installed(content)}
        return tuple(self._faults(content.areas, installed))

    def _faults(
        self, areas: Mapping[str, Area], installed: Mapping[Path, tuple[str, Path]]
    ) -> Iterator[Text]:
        for kept in sorted(self._folder.glob("*/*.yaml")):
            if kept in installed:
                area, file = installed[kept]
                if kept.read_bytes() == file.read_bytes():
                    continue
                yield _changed(areas[area], kept)
            if _read(kept) is None:
                yield _filled(UNREADABLE, file=kept)

    def of(self, area: str) -> tuple[str, ...]:
        """Return the dates of the versions kept of an area, oldest first."""
        there = self._folder.glob(f"{area}/*.yaml") if SAFE.fullmatch(area) else ()
        return tuple(sorted(one.stem for one in there))

    def _area(self, area: str, version: date) -> Area | None:
        """Return a kept version, or None where it is not here or cannot be used."""
        kept = self._place(area, version)
        if kept is None or not kept.is_file():
            return None
        found = _read(kept)
        if found is None:
            LOG.warning("%s", _filled(UNREADABLE, file=kept).en)
        return found

    def _installed(self, content: Content) -> Iterator[tuple[str, Path, Path]]:
        for area, file in content.area_files.items():
            kept = self._place(area, content.areas[area].version)
            if kept:
                yield area, Path(file), kept

    def _place(self, area: str, version: date) -> Path | None:
        return self._folder / area / f"{version}.yaml" if SAFE.fullmatch(area) else None


def _read(kept: Path) -> Area | None:
    """Return the area in a file, if it is whole in itself and what its name says."""
    read = read_file(kept, wanted="area")
    if read.faults:
        return None
    area = read.of(Area)[0].model
    named = (area.area, str(area.version)) == (kept.parent.name, kept.stem)
    return area if named and not any(faults_within(area)) else None


def _says(published: bytes, version: date) -> bool:
    """Whether it is still the file that was loaded: a plugin may be exchanged under a running program."""
    found = VERSION.search(published)
    return found is not None and found[1].decode() == str(version)


def _write(file: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(file)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()
        raise


def _changed(area: Area, kept: Path) -> Text:
    return _filled(CHANGED, area=area.area, version=area.version, file=kept)


def _filled(text: Text, **facts: object) -> Text:
    return Text(sv=text.sv.format(**facts), en=text.en.format(**facts))
