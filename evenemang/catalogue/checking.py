"""`evenemang check`: every fault of some files, or of all that is installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from evenemang.catalogue.fault import Fault
from evenemang.catalogue.files import Loaded, Read, read_files
from evenemang.catalogue.loading import known_in, read_registered, registered_faults
from evenemang.catalogue.suite_checks import suite_faults
from evenemang.domain.checklist import Area
from evenemang.domain.norm import NormFile
from evenemang.domain.permit_rule import PermitFile
from evenemang.domain.text import Text
from evenemang.hooks import Registrations

ENDINGS = (".yaml", ".yml")


def check(paths: Iterable[Path], registrations: Registrations) -> tuple[Fault, ...]:
    """Return all faults of checklists, norms, matrices, profiles and permits.

    Args:
        paths: Files, or folders that are searched through; none means everything that is installed.
        registrations: What is installed: files may refer to it, and one that is given stands for the
            installed file of the same path or the same ids.
    """
    asked = tuple(paths)
    installed = read_registered(registrations)
    if not asked:
        return registered_faults(installed, registrations)
    files = {file.resolve(): file for path in asked for file in _files(path)}
    given = read_files(files.values())
    around = tuple(one for one in installed.models if not _stands_for(given, one))
    whole = Read((*around, *given.models), (), given.unfinished)
    mine = {str(file) for file in files.values()}
    hanging = suite_faults(whole, known_in(whole, registrations))
    found = (*_nothing_there(asked), *given.faults, *(fault for fault in hanging if fault.file in mine))
    return tuple(sorted(found, key=lambda fault: (fault.file, fault.line)))


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.suffix in ENDINGS)
    return [path]


def _nothing_there(paths: Iterable[Path]) -> Iterator[Fault]:
    """A folder without content is a slip of the finger, and must not pass as fine."""
    for path in paths:
        if path.is_dir() and not _files(path):
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
