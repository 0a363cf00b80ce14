"""Marking a part secret (sekretessmarkering): with its paragraph and a reason, by whom and when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, ReasonMissing
from evenemang.domain.secret import Marking
from evenemang.domain.text import Id, PersonText, Text
from evenemang.flow.content import Content
from evenemang.flow.operation import Operation, Scene
from evenemang.flow.paragraphs import PARAGRAPHS, PROPOSED
from evenemang.flow.secrecy import SECRET, SECRET_EVERYWHERE

PartKind = Literal["areas", "risks", "actions", "own_questions", "attachments"]

MARKING = Text(sv="en sekretessmarkering", en="a secrecy mark")


class MarkSecret(Operation):
    """Mark a part secret; from then on only those named see it. A later mark on the same part replaces it."""

    kind: PartKind
    part: Id
    paragraph: Id
    because: PersonText = ""

    @property
    def subject(self) -> str:
        """Where the mark stands."""
        return f"markings/{self.kind}/{self.part}"

    @property
    def wanted(self) -> str:
        """The paragraph."""
        return PARAGRAPHS[self.paragraph].name.sv if self.paragraph in PARAGRAPHS else self.paragraph

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the part secret, and its mark.

        Raises:
            NotFound: If there is no such part or paragraph.
            ReasonMissing: If no reason is given.
        """
        if self.paragraph not in PARAGRAPHS:
            raise NotFound("no such paragraph", what=self.paragraph)
        if not self.because.strip():
            raise ReasonMissing("mark", deed=MARKING)
        mark = Marking(
            id=f"{self.kind}/{self.part}",
            paragraph=self.paragraph,
            because=self.because,
            given=scene.stamp,
        )
        others = tuple(one for one in dossier.markings if one.id != mark.id)
        closed = _closed(dossier, self.kind, self.part)
        return closed.model_copy(update={"markings": (*others, mark)})


def _closed(dossier: Dossier, kind: PartKind, part: str) -> Dossier:
    """Return the dossier with the part secret; an area is secret by its mark."""
    if kind == "areas":
        if not dossier.assessment.takes(part):
            raise NotFound("area not taken", what=part)
        return dossier
    if kind == "own_questions":
        assessment = dossier.assessment
        rows = _with_secret(assessment.own_questions, "id", part)
        return dossier.model_copy(
            update={"assessment": assessment.model_copy(update={"own_questions": rows})}
        )
    key = "file" if kind == "attachments" else "id"
    return dossier.model_copy(update={kind: _with_secret(getattr(dossier, kind), key, part)})


def _with_secret(rows: tuple[object, ...], key: str, part: str) -> tuple[object, ...]:
    if not any(getattr(one, key) == part for one in rows):
        raise NotFound("no such part", what=part)
    return tuple(
        one.model_copy(update={"secrecy": SECRET})  # type: ignore[attr-defined]  # rows of a dossier are models
        if getattr(one, key) == part
        else one
        for one in rows
    )


def proposed_marks(dossier: Dossier, content: Content) -> Iterable[tuple[Id, Id]]:
    """Yield the areas that are secret by their kind and not marked yet, each with the paragraph proposed."""
    marked = {one.id for one in dossier.markings}
    for area in dossier.assessment.areas:
        installed = content.areas.get(area.area)
        secret = area.area in SECRET_EVERYWHERE or (installed is not None and installed.secrecy == SECRET)
        if secret and f"areas/{area.area}" not in marked:
            yield area.area, PROPOSED.get(area.area, "osl-18-13")
