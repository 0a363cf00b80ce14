"""The example year's file: read as strictly as any other."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import ValidationError

from evenemang.catalogue.fault import refused
from evenemang.catalogue.reader import read
from evenemang.catalogue.sentences import faults_of
from evenemang.flow.example.year import ExampleYear

FILE = Path(__file__).with_name("example_year.yaml")


@cache
def read_example_year() -> ExampleYear:
    """Return the example year.

    Raises:
        ContentFaulty: With every fault of the file.
    """
    document, faults = read(FILE)
    if faults:
        raise refused(faults)
    try:
        return ExampleYear.model_validate(document.data)
    except ValidationError as error:
        raise refused(faults_of(error, document, ExampleYear)) from error
