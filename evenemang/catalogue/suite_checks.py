"""Checks across files: no id twice in the whole suite, one matrix and profile, no sum without figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from evenemang.catalogue.area_checks import area_faults, placed_questions
from evenemang.catalogue.fault import Fault, Found, Place
from evenemang.catalogue.figure_checks import matrix_faults, norm_faults
from evenemang.catalogue.files import Loaded, Read
from evenemang.catalogue.half_checks import half_faults
from evenemang.catalogue.known import Known
from evenemang.catalogue.permit_checks import permit_faults
from evenemang.catalogue.profile_checks import profile_faults
from evenemang.catalogue.reader import Document
from evenemang.catalogue.refusals import Refusal
from evenemang.catalogue.retention import shipped
from evenemang.catalogue.retention_checks import retention_faults
from evenemang.domain.calculator import Calculator
from evenemang.domain.checklist import Area
from evenemang.domain.matrix import Matrix
from evenemang.domain.norm import NormFile
from evenemang.domain.permit_rule import PermitFile
from evenemang.domain.profile import Profile
from evenemang.domain.retention import RetentionFile
from evenemang.domain.review import Rule
from evenemang.domain.stop import Stop
from evenemang.domain.text import Text

Named = tuple[Document, Place, str]


def suite_faults(read: Read, known: Known) -> Iterator[Fault]:
    """Return everything the models alone cannot say about the files that were read."""
    for loaded in read.models:
        for found in _own_faults(loaded.model, known):
            yield _at(loaded, found)
    for document in read.unfinished:
        yield from half_faults(document, known)
    yield from _clashes(_areas(read), Text(sv="Området", en="The area"))
    yield from _clashes(_questions(read), Text(sv="Frågan", en="The question"))
    yield from _clashes(_norms(read), Text(sv="Siffran", en="The figure"))
    yield from _clashes(_permits(read), Text(sv="Tillståndet", en="The permit"))


def only_one(read: Read, model: type[BaseModel]) -> Iterator[Fault]:
    """Return the files beyond the first where exactly one must be installed."""
    for loaded in read.of(model)[1:]:
        first = read.of(model)[0].document.file
        yield loaded.document.fault(
            (),
            Refusal(
                Text(
                    sv=f"Det finns redan en installerad: {first}.", en=f"One is installed already: {first}."
                ),
                Text(sv="Avinstallera den ena.", en="Uninstall one of them."),
            ),
        )


def none_at_all(read: Read, model: type[BaseModel], kind: str) -> Iterator[Fault]:
    """Return a fault where nothing of a kind that must be there is installed."""
    if not read.of(model) and not read.faults:
        yield Fault(
            kind,
            0,
            "",
            Text(sv="Ingen är installerad.", en="None is installed."),
            Text(sv="Installera om Evenemang (make setup).", en="Install Evenemang anew (make setup)."),
        )


def norms_missing(standing_on: Iterable[Calculator | Rule | Stop], norms: Iterable[str]) -> Iterator[Fault]:
    """Return the sums and rules whose figures are not installed."""
    there = set(norms)
    for one in standing_on:
        for name in sorted(set(one.norms) - there):
            yield Fault(
                one.id,
                0,
                "",
                Text(
                    sv=f"Siffran ”{name}” är inte installerad.", en=f"The figure “{name}” is not installed."
                ),
                Text(sv="Lägg den i områdets norms.yaml.", en="Put it in the area's norms.yaml."),
            )


def _own_faults(model: BaseModel, known: Known) -> Iterator[Found]:
    if isinstance(model, Area):
        yield from area_faults(model, known)
    elif isinstance(model, Profile):
        yield from profile_faults(model, known)
    elif isinstance(model, NormFile):
        yield from norm_faults(model, known)
    elif isinstance(model, PermitFile):
        yield from permit_faults(model, known)
    elif isinstance(model, Matrix):
        yield from matrix_faults(model)
    elif isinstance(model, RetentionFile):
        yield from retention_faults(model, shipped())


def _areas(read: Read) -> Iterator[Named]:
    return ((one.document, ("area",), one.model.area) for one in read.of(Area))


def _questions(read: Read) -> Iterator[Named]:
    for one in read.of(Area):
        for place, question in placed_questions(one.model):
            yield one.document, (*place, "id"), question.id


def _norms(read: Read) -> Iterator[Named]:
    for one in read.of(NormFile):
        for at, norm in enumerate(one.model.norms):
            yield one.document, ("norms", at, "id"), norm.id


def _permits(read: Read) -> Iterator[Named]:
    for one in read.of(PermitFile):
        for at, rule in enumerate(one.model.items):
            yield one.document, ("items", at, "id"), rule.id


def _clashes(named: Iterable[Named], kind: Text) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for document, place, name in named:
        if name in seen:
            what = Text(
                sv=f"{kind.sv} ”{name}” finns redan i {seen[name]}.",
                en=f"{kind.en} “{name}” is already in {seen[name]}.",
            )
            do = Text(sv="Ge den ett eget id.", en="Give it an id of its own.")
            yield document.fault(place, Refusal(what, do))
        seen.setdefault(name, document.file)


def _at(loaded: Loaded[BaseModel], found: Found) -> Fault:
    return loaded.document.fault(found.place, Refusal(found.what, found.do))
