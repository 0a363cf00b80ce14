"""The rules of retention: ours, and a municipality's own in its data folder, read as strictly as any file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from evenemang.catalogue.fault import Fault, refused
from evenemang.catalogue.files import Loaded, Read, read_file
from evenemang.catalogue.refusals import Refusal
from evenemang.catalogue.retention_checks import retention_faults
from evenemang.domain.retention import Retention, RetentionFile, settled

FILE = Path(__file__).with_name("retention.yaml")


def read_retention(own: Path) -> Retention:
    """Return our rules, with those in the file `own` where it is there.

    Raises:
        ContentFaulty: With every fault of both files; nothing is removed by half a set of rules.
    """
    faults = shipped_faults()
    theirs = read_file(own, wanted="retention") if own.exists() else Read((), ())
    faults = (*faults, *theirs.faults, *(each for one in theirs.models for each in faults_in(one)))
    if faults:
        raise refused(faults)
    return settled(_read().models[0].model, theirs.models[0].model if theirs.models else None)


def faults_in(loaded: Loaded[RetentionFile]) -> tuple[Fault, ...]:
    """Return what the model alone cannot say is wrong with a file."""
    found = retention_faults(loaded.model, shipped())
    return tuple(loaded.document.fault(one.place, Refusal(one.what, one.do)) for one in found)


def shipped_faults() -> tuple[Fault, ...]:
    """Return every fault of our own file."""
    read = _read()
    return (*read.faults, *(each for one in read.models for each in faults_in(one)))


def shipped() -> RetentionFile | None:
    """Return our own file; None where it cannot be read."""
    return next((one.model for one in _read().models), None)


@cache
def _read() -> Read:
    return read_file(FILE, wanted="retention")
