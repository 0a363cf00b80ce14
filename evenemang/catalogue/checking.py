"""`evenemang check`: every fault of some files, or of all that is installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from evenemang.catalogue.fault import Fault
from evenemang.catalogue.files import Loaded, Read, read_document, read_files
from evenemang.catalogue.loading import known_in, read_registered, registered_faults
from evenemang.catalogue.published import published_faults, read_locks
from evenemang.catalogue.reader import LARGEST, read_text
from evenemang.catalogue.refusals import too_large
from evenemang.catalogue.retention import shipped_faults
from evenemang.catalogue.suite_checks import suite_faults
from evenemang.domain.checklist import Area
from evenemang.domain.norm import NormFile
from evenemang.domain.permit_rule import PermitFile
from evenemang.domain.text import Text
from evenemang.hooks import Registrations

ENDINGS = (".yaml", ".yml")


def check(paths: Iterable[Path], registrations: Registrations) -> tuple[Fault, ...]:
    """Return all faults of checklists, norms, matrices, profiles, permits, retention and published ids.

    Args:
        paths: Files, or folders that are searched through; none means everything that is installed.
        registrations: What is installed: files may refer to it, and one that is given stands for the
            installed file of the same path or the same ids.
    """
    asked = tuple(paths)
    installed = read_registered(registrations)
    if not asked:
        locks = read_locks(installed.files())
        lost = published_faults(locks, installed, registrations.calculators)
        return (*registered_faults(installed, registrations), *lost, *shipped_faults())
    files = {file.resolve(): file for path in asked for file in files_in(path)}
    found = _beside(read_files(files.values()), installed, registrations)
    return _in_order((*_nothing_there(asked), *found))


def check_text(text: str, name: str, registrations: Registrations) -> tuple[Fault, ...]:
    """Return all faults of a file not written yet; it stands for the installed file of the same ids."""
    size = len(text.encode())
    if size > LARGEST:
        refusal = too_large(size, LARGEST)
        return (Fault(name, 0, "", refusal.what, refusal.do),)
    given = read_document(*read_text(text, name))
    return _in_order(_beside(given, read_registered(registrations), registrations))


def _beside(given: Read, installed: Read, registrations: Registrations) -> Iterator[Fault]:
    """Return the faults of what is given, seen beside all else that is installed."""
    around = tuple(one for one in installed.models if not _stands_for(given, one))
    whole = Read((*around, *given.models), (), given.unfinished)
    mine = set(given.files())
    yield from given.faults
    for fault in suite_faults(whole, known_in(whole, registrations)):
        if fault.file in mine:
            yield fault
    yield from published_faults(read_locks((*installed.files(), *given.files())), given)


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.file, fault.line)))


def files_in(path: Path) -> list[Path]:
    """Return the files of a folder that may be content; a file is itself."""
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.suffix in ENDINGS)
    return [path]


def _nothing_there(paths: Iterable[Path]) -> Iterator[Fault]:
    """A folder without content is a slip of the finger, and must not pass as fine."""
    for path in paths:
        if path.is_dir() and not files_in(path):
            yield Fault(
                str(path),
                0,
                "",
                Text(sv="Mappen har inga yaml-filer.", en="The folder has no yaml files."),
                Text(sv="Ange en annan mapp.", en="Name another folder."),
            )


def _stands_for(given: Read, installed: Loaded[Any]) -> bool:
    """Whether something given is the installed file, or its next version."""
    return any(
        Path(one.document.file).resolve() == Path(installed.document.file).resolve()
        or _identity(one) & _identity(installed)
        for one in given.models
    )


def _identity(loaded: Loaded[Any]) -> frozenset[str]:
    model = loaded.model
    if isinstance(model, Area):
        return frozenset({f"area {model.area}"})
    if isinstance(model, NormFile):
        return frozenset(norm.id for norm in model.norms)
    if isinstance(model, PermitFile):
        return frozenset(f"permit {rule.id}" for rule in model.items)
    return frozenset({type(model).__name__})  # exactly one matrix, exactly one profile
