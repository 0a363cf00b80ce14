"""Published ids: each one ever published stands on a line of its own and never means anything else.

The list, `published-ids.txt`, stands beside the files it is about, or in the folder above. A line is a kind,
an id, the version the id came with, and `retired` with a day once it is out of use:

    question crowds.queue-space 2026-11-22
    norm crowds.old-density 2026-11-22 retired 2027-03-01
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from evenemang.catalogue.fault import Fault, Place
from evenemang.catalogue.files import Read
from evenemang.catalogue.kinds import kind_of
from evenemang.catalogue.reader import Document
from evenemang.catalogue.refusals import Refusal, said
from evenemang.domain.calculator import Calculator

FILE = "published-ids.txt"
LINE = re.compile(r"(\w+) (\S+) (\d{4}-\d\d-\d\d)(?: retired (\d{4}-\d\d-\d\d))?")
KINDS = {
    "area": ("Området", "The area"),
    "question": ("Frågan", "The question"),
    "norm": ("Siffran", "The figure"),
    "calculator": ("Beräkningen", "The calculator"),
    "fact": ("Uppgiften", "The fact"),
    "permit": ("Tillståndet", "The permit"),
}
LISTED = {"norms": ("norms", "norm"), "profile": ("facts", "fact"), "permits": ("items", "permit")}
"""For each kind of file: the key its records stand under, and what they are called here."""
HEAD = (
    "# Alla id som någonsin har publicerats: slag, id och versionen de kom med. Skrivs av: make ids\n"
    "# Ett id byter aldrig betydelse och används aldrig på nytt. Ta aldrig bort en rad.\n"
    "# En fråga tas ur bruk med retired: i sin fil. För annat skrivs retired och dagen sist på raden här.\n"
)

Key = tuple[str, str]


@dataclass(frozen=True)
class Published:
    """One id that has been published."""

    kind: str
    id: str
    version: date
    retired: date | None = None
    line: int = 0

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return self.kind, self.id

    def written(self) -> str:
        """Return it as a line."""
        return f"{self.kind} {self.id} {self.version}" + (f" retired {self.retired}" if self.retired else "")


@dataclass(frozen=True)
class Lock:
    """A list of published ids, as it stands in its file."""

    path: Path
    entries: tuple[Published, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Standing:
    """An id as it stands in content now."""

    document: Document | None
    place: Place
    version: date
    retired: date | None


def read_locks(files: Iterable[str]) -> tuple[Lock, ...]:
    """Return the lists that stand beside some files of content, or in the folder above."""
    folders = {folder for file in files for folder in list(Path(file).resolve().parents)[:2]}
    return tuple(read_lock(folder / FILE) for folder in sorted(folders) if (folder / FILE).is_file())


def read_lock(path: Path) -> Lock:
    """Return a list; every line that cannot be read, or stands twice, is a fault of its own."""
    entries: dict[Key, Published] = {}
    faults: list[Fault] = []
    text = path.read_text("utf-8") if path.is_file() else ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        entry = _entry(line, number)
        if entry is None or entry.key in entries:
            faults.append(_fault(path, number, line, _unreadable_line()))
        else:
            entries[entry.key] = entry
    return Lock(path, tuple(entries.values()), tuple(faults))


def published_faults(
    locks: Iterable[Lock], read: Read, calculators: Iterable[Calculator] | None = None
) -> Iterator[Fault]:
    """Return every published id that is gone, and every retired one that is used anew.

    Args:
        locks: The lists.
        read: Content. Of its areas every published question must be there.
        calculators: The sums that go with it, if it is all there is: then nothing else may be gone either.
    """
    standing = dict(ids_of(read, calculators or ()))
    areas = {name for kind, name in standing if kind == "area"}
    kinds = {kind for kind, _ in standing} if calculators is not None else set()
    for lock in locks:
        yield from lock.faults
        for entry in lock.entries:
            now = standing.get(entry.key)
            is_question = entry.kind == "question"
            expected = entry.id.split(".")[0] in areas if is_question else entry.kind in kinds
            if now is None and entry.retired is None and expected:
                yield _fault(lock.path, entry.line, " ".join(entry.key), _gone(entry))
            elif now is not None and entry.retired is not None and now.retired is None:
                yield _told(now, lock, entry)


def ids_of(read: Read, calculators: Iterable[Calculator] = ()) -> Iterator[tuple[Key, Standing]]:
    """Return every id in content, with its version."""
    versions: dict[str, date] = {}
    for document in read.documents():
        version = _day(document.data.get("version"))
        if version is None:
            continue
        kind = kind_of(document.data)
        if kind == "area":
            versions[str(document.data["area"])] = version
            yield from _ids_of_area(document, version)
        elif kind in LISTED:
            key, name = LISTED[kind]
            for at, record in enumerate(_records(document.data, key)):
                yield (name, str(record.get("id"))), Standing(document, (key, at, "id"), version, None)
    for one in calculators:
        version = versions.get(one.id.split(".")[0])
        if version:
            yield ("calculator", one.id), Standing(None, (), version, None)


def with_new_ids(lock: Lock, standing: Mapping[Key, Standing]) -> tuple[str, tuple[Published, ...]]:
    """Return the list with every id that it lacks, and those that were added or retired."""
    entries = {entry.key: entry for entry in lock.entries}
    changed: list[Published] = []
    for (kind, name), now in standing.items():
        before = entries.get((kind, name))
        if before is None:
            after = Published(kind, name, now.version, now.retired)
        else:
            after = replace(before, retired=before.retired or now.retired)
        if after != before:
            entries[kind, name] = after
            changed.append(after)
    order = list(KINDS)
    listed = sorted(entries.values(), key=lambda one: (order.index(one.kind), one.id))
    return HEAD + "".join(f"{one.written()}\n" for one in listed), tuple(changed)


def _ids_of_area(document: Document, version: date) -> Iterator[tuple[Key, Standing]]:
    yield ("area", str(document.data["area"])), Standing(document, ("area",), version, None)
    for at, section in enumerate(_records(document.data, "sections")):
        for number, question in enumerate(_records(section, "questions")):
            place: Place = ("sections", at, "questions", number, "id")
            retired = _day(question.get("retired"))
            yield ("question", str(question.get("id"))), Standing(document, place, version, retired)


def _records(data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """Return the records under a key; what is of another form is told elsewhere."""
    held = data.get(key)
    return [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []


def _entry(line: str, number: int) -> Published | None:
    match = LINE.fullmatch(line.strip())
    if match is None or match[1] not in KINDS:
        return None
    version, retired = _day(match[3]), _day(match[4])
    if version is None or (match[4] and retired is None):
        return None
    return Published(match[1], match[2], version, retired, number)


def _day(written: Any) -> date | None:
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None


def _fault(path: Path, line: int, about: str, refusal: Refusal) -> Fault:
    return Fault(str(path), line, about, refusal.what, refusal.do)


def _told(now: Standing, lock: Lock, entry: Published) -> Fault:
    if now.document is None:
        return _fault(lock.path, entry.line, " ".join(entry.key), _used_anew(entry))
    return now.document.fault(now.place, _used_anew(entry))


def _gone(entry: Published) -> Refusal:
    sv, en = KINDS[entry.kind]
    do_sv, do_en = (
        (
            "Lägg tillbaka den, med retired: och dagen om den inte ska ställas.",
            "Put it back, with retired: and the day if it is not to be asked.",
        )
        if entry.kind == "question"
        else (
            "Lägg tillbaka det, eller skriv retired och dagen sist på raden.",
            "Put it back, or write retired and the day last on the line.",
        )
    )
    return said(
        f"{sv} ”{entry.id}” är publicerad sedan {entry.version} men finns inte längre.",
        f"{en} “{entry.id}” is published since {entry.version} but is no longer there.",
        do_sv,
        do_en,
    )


def _used_anew(entry: Published) -> Refusal:
    sv, en = KINDS[entry.kind]
    return said(
        f"{sv} ”{entry.id}” togs ur bruk {entry.retired} och får inte användas på nytt.",
        f"{en} “{entry.id}” was retired on {entry.retired} and must not be used anew.",
        "Ge den nya ett eget id.",
        "Give the new one an id of its own.",
    )


def _unreadable_line() -> Refusal:
    return said(
        "Raden går inte att läsa, eller står två gånger.",
        "The line cannot be read, or stands twice.",
        "Skriv slag, id och dag, eller återställ filen.",
        "Write kind, id and day, or restore the file.",
    )
