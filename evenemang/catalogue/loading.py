"""All that is installed, read and checked: the content the app stands on."""

from __future__ import annotations

from pathlib import Path

from evenemang.catalogue.fault import Fault, refused
from evenemang.catalogue.files import Read, read_files, together
from evenemang.catalogue.half_checks import ids_in
from evenemang.catalogue.keeping import keep, kept
from evenemang.catalogue.kinds import Kind
from evenemang.catalogue.known import Known, gather
from evenemang.catalogue.suite_checks import none_at_all, norms_missing, only_one, suite_faults
from evenemang.domain.calculator import Calculator
from evenemang.domain.checklist import Area
from evenemang.domain.matrix import Matrix
from evenemang.domain.norm import NormFile
from evenemang.domain.permit_rule import PermitFile
from evenemang.domain.profile import Profile
from evenemang.domain.review import Rule
from evenemang.domain.stop import Stop
from evenemang.flow.content import Content
from evenemang.hooks import Registrations


def load_content(registrations: Registrations, kept_in: Path | None = None) -> Content:
    """Return the installed content, whole and checked; `kept_in` is a file that may hold it already.

    Raises:
        ContentFaulty: With every fault of every file.
    """
    read = kept(kept_in, registrations) if kept_in else None
    if read is None:
        read = read_registered(registrations)
        faults = registered_faults(read, registrations)
        if faults:
            raise refused(faults)
        if kept_in:
            keep(kept_in, registrations, read)
    files = [one.model for one in read.of(NormFile)]
    areas = sorted((one.model for one in read.of(Area)), key=lambda area: (area.order, area.area))
    return Content(
        areas={area.area: area for area in areas},
        profile=read.of(Profile)[0].model,
        matrix=read.of(Matrix)[0].model,
        norms={norm.id: norm for file in files for norm in file.norms},
        norm_sources={source.id: source for file in files for source in file.sources},
        calculators={one.id: one for one in registrations.calculators},
        permits=tuple(one.model for one in read.of(PermitFile)),
        rules=registrations.rules,
        stops=registrations.stops,
        area_files={one.model.area: one.document.file for one in read.of(Area)},
    )


def read_registered(registrations: Registrations) -> Read:
    """Return the files that plugins brought, with their faults of form."""
    brought: tuple[tuple[Kind, list[Path]], ...] = (
        ("profile", [one.path for one in registrations.profiles]),
        ("matrix", [one.path for one in registrations.matrices]),
        ("permits", [one.path for one in registrations.permits]),
        ("norms", [one.path for one in registrations.norms]),
        ("area", [one.path for one in registrations.areas]),
    )
    return together(read_files(paths, wanted=kind) for kind, paths in brought)


def registered_faults(read: Read, registrations: Registrations) -> tuple[Fault, ...]:
    """Return every fault of what is installed; without a profile nothing can be said of conditions."""
    if read.faults and not read.of(Profile):
        return read.faults
    norms = [norm.id for one in read.of(NormFile) for norm in one.model.norms]
    known = known_in(read, registrations)
    standing_on: tuple[Calculator | Rule | Stop, ...] = (
        *registrations.calculators,
        *registrations.rules,
        *registrations.stops,
    )
    return (
        *read.faults,
        *none_at_all(read, Profile, "profile"),
        *none_at_all(read, Matrix, "matrix"),
        *only_one(read, Profile),
        *only_one(read, Matrix),
        *suite_faults(read, known),
        *([] if read.faults else norms_missing(standing_on, norms)),
    )


def known_in(read: Read, registrations: Registrations) -> Known:
    """Return what conditions may refer to."""
    profiles = [one.model for one in read.of(Profile)]
    areas = (one.model for one in read.of(Area))
    unfinished = frozenset(name for document in read.unfinished for name in ids_in(document))
    return gather(areas, profiles[-1] if profiles else None, registrations.calculators, unfinished)
