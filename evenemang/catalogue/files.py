"""Files of content to models: what each file says, checked for form."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from evenemang.catalogue.conditions import compile_condition
from evenemang.catalogue.fault import Fault
from evenemang.catalogue.kinds import KINDS, MODELS, Kind, kind_of
from evenemang.catalogue.reader import Document, read
from evenemang.catalogue.refusals import Refusal, said
from evenemang.catalogue.sentences import faults_of

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Loaded(Generic[Model]):
    """A file that has become a model, with the lines to point at."""

    document: Document
    model: Model


@dataclass(frozen=True)
class Read:
    """What a number of files gave: the models of each kind, and the faults."""

    models: tuple[Loaded[Any], ...]
    faults: tuple[Fault, ...]
    unfinished: tuple[Document, ...] = ()  # those with faults that kept them from becoming models

    def of(self, model: type[Model]) -> tuple[Loaded[Model], ...]:
        """Return the files of one kind."""
        return tuple(one for one in self.models if isinstance(one.model, model))

    def documents(self) -> tuple[Document, ...]:
        """Return what every file says, also those that are no models."""
        return (*(one.document for one in self.models), *self.unfinished)

    def files(self) -> tuple[str, ...]:
        """Return the files, those without a fault of their own too."""
        faulty = {fault.file for fault in self.faults}
        return tuple({document.file for document in self.documents()} | faulty)


def read_files(paths: Iterable[Path], *, wanted: Kind | None = None) -> Read:
    """Return the models of some files, and all faults of form; `wanted` is the only kind that will do."""
    return together(read_file(path, wanted) for path in paths)


def together(parts: Iterable[Read]) -> Read:
    """Return what several readings gave, as one."""
    read = tuple(parts)
    return Read(
        tuple(model for part in read for model in part.models),
        tuple(fault for part in read for fault in part.faults),
        tuple(document for part in read for document in part.unfinished),
    )


def read_file(path: Path, wanted: Kind | None = None) -> Read:
    """Return one file's model, or what keeps it from being one."""
    return read_document(*read(path), wanted)


def read_document(document: Document, faults: tuple[Fault, ...], wanted: Kind | None = None) -> Read:
    """Return the model of what a file says, or what keeps it from being one, with its faults of form."""
    if document.data is None:
        return Read((), faults)
    kind = kind_of(document.data)
    if kind is None or wanted not in (None, kind):
        return Read((), (*faults, document.fault((), _unknown_kind(wanted))))
    loaded, found = _model(document, MODELS[kind])
    told = _each_place_once((*faults, *found))
    return Read((loaded,), told) if loaded else Read((), told, (document,))


def _model(document: Document, model: type[Model]) -> tuple[Loaded[Model] | None, tuple[Fault, ...]]:
    """Return the model, read as strictly as JSON is: a truth is no number, a number no text."""
    try:
        made = model.model_validate_json(
            json.dumps(document.data), strict=True, context={"compile": compile_condition}
        )
    except ValidationError as error:
        return None, tuple(faults_of(error, document, model))
    return Loaded(document, made), ()


def _each_place_once(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Return the faults in the order of lines; what the reader refused, the model need not refuse again."""
    seen: set[tuple[int, str]] = set()
    kept: list[Fault] = []
    for fault in faults:
        if not fault.path or (fault.line, fault.path) not in seen:
            kept.append(fault)
        seen.add((fault.line, fault.path))
    return tuple(sorted(kept, key=lambda fault: fault.line))


def _unknown_kind(wanted: Kind | None) -> Refusal:
    known = ", ".join(f"{kind}:" for kind in ((wanted,) if wanted else KINDS))
    return said(
        "Det syns inte vad för slags fil det är.",
        "It does not show what kind of file this is.",
        f"Börja filen med {known}",
        f"Begin the file with {known}",
    )
