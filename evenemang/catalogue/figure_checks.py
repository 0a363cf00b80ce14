"""Checks of figures and of the matrix that their models alone cannot make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from evenemang.catalogue.fault import Found
from evenemang.catalogue.known import Known, repeated, unknown
from evenemang.domain.matrix import Matrix, View
from evenemang.domain.norm import NormFile
from evenemang.domain.text import Text


def norm_faults(file: NormFile, known: Known) -> Iterator[Found]:
    """Return everything that is wrong with a file of figures."""
    places = ((("sources", at, "id"), source.id) for at, source in enumerate(file.sources))
    yield from repeated(places, Text(sv="Källan", en="The source"))
    yield from _sources_missing(file)
    yield from _questions_missing(file, known)


def matrix_faults(matrix: Matrix) -> Iterator[Found]:
    """Return the views that nobody said the rule for, and those said twice."""
    said = [rule.view for rule in matrix.decisions]
    for view in get_args(View):
        if view not in said:
            yield Found(
                ("decisions",),
                Text(sv=f"Regeln för {view} saknas.", en=f"The rule for {view} is missing."),
                Text(sv="Lägg till den.", en="Add it."),
            )
    places = ((("decisions", at, "view"), view) for at, view in enumerate(said))
    yield from repeated(places, Text(sv="Regeln", en="The rule"))


def _sources_missing(file: NormFile) -> Iterator[Found]:
    sources = [source.id for source in file.sources]
    for at, norm in enumerate(file.norms):
        rows = [(("table", number, "source"), row.source) for number, row in enumerate(norm.table)]
        for place, name in ((("source",), norm.source), *rows):
            if name is not None and name not in sources:
                what = Text(sv=f"Källan ”{name}” finns inte.", en=f"The source “{name}” does not exist.")
                yield unknown(("norms", at, *place), what, name, sources)


def _questions_missing(file: NormFile, known: Known) -> Iterator[Found]:
    for at, norm in enumerate(file.norms):
        if norm.question is not None and norm.question not in known.questions:
            what = Text(
                sv=f"Frågan ”{norm.question}” finns inte.",
                en=f"The question “{norm.question}” does not exist.",
            )
            yield unknown(("norms", at, "question"), what, norm.question, known.questions)
