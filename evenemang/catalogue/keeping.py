"""Content that was read and checked, kept in a file: the same again costs a tenth.

The YAML files stay the only truth. What is kept counts only while every file, sum and line of the code that
checked them is the same to the byte, and is read as strictly as the first time; anything else is a miss.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pydantic
from pydantic import BaseModel

from evenemang.catalogue.conditions import compile_condition
from evenemang.catalogue.files import Loaded, Read
from evenemang.catalogue.kinds import MODELS
from evenemang.catalogue.reader import Document
from evenemang.domain.calculator import Calculator
from evenemang.domain.review import Rule
from evenemang.domain.stop import Stop
from evenemang.hooks import Registrations

MODELS_BY_NAME: Mapping[str, type[BaseModel]] = dict(MODELS.items())
CODE = ("domain", "catalogue")  # the rooms whose code decides what a file means, and whether it is fit


def kept(file: Path, registrations: Registrations) -> Read | None:
    """Return what the file holds, or None where it is not there, or not of these registrations."""
    try:
        head, _, body = file.read_text("utf-8").partition("\n")
        if head != _head(registrations, body):
            return None
        models = [_model(line) for line in body.split("\n")]
    except (OSError, ValueError, KeyError):  # a ValidationError and a condition that is none are ValueErrors
        return None
    return Read(tuple(models), ())


def keep(file: Path, registrations: Registrations, read: Read) -> None:
    """Keep what was read without faults; a folder that cannot be written keeps nothing."""
    body = "\n".join(f"{_kind(one.model)} {one.document.file}\t{_dumped(one.model)}" for one in read.models)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        unfinished.write_text(f"{_head(registrations, body)}\n{body}", "utf-8")
        unfinished.replace(file)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()


def _model(line: str) -> Loaded[BaseModel]:
    named, _, dumped = line.partition("\t")
    kind, _, path = named.partition(" ")
    model = MODELS_BY_NAME[kind]
    made = model.model_validate_json(dumped, strict=True, context={"compile": compile_condition})
    return Loaded(Document(path, None, {}), made)


def _dumped(model: BaseModel) -> str:
    return model.model_dump_json(by_alias=True, exclude_unset=True)


def _kind(model: BaseModel) -> str:
    return next(kind for kind, known in MODELS.items() if isinstance(model, known))


def _head(registrations: Registrations, body: str) -> str:
    """Return what the first line must be: the digests of all that the rest follows from, and of the rest."""
    digest = sha256()
    for part in _causes(registrations):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return f"{digest.hexdigest()} {sha256(body.encode()).hexdigest()}"


def _causes(registrations: Registrations) -> Iterator[bytes]:
    yield f"{sys.version} {pydantic.VERSION}".encode()
    for brought in vars(registrations).values():
        for one in brought:
            if isinstance(one, Calculator):
                outputs = ", ".join(one.output.model_fields)
                yield f"{one.id} {outputs} {one.norms}".encode()
            elif isinstance(one, Rule | Stop):
                yield f"{one.id} {one.norms}".encode()
            else:
                yield str(one.path).encode()
                yield one.path.read_bytes()
    for room in CODE:
        for source in sorted(Path(str(files(f"evenemang.{room}"))).glob("*.py")):
            yield source.read_bytes()
