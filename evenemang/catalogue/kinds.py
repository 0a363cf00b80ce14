"""The kinds of content files, recognised by the key that only that kind has."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel

from evenemang.domain.checklist import Area
from evenemang.domain.matrix import Matrix
from evenemang.domain.norm import NormFile
from evenemang.domain.permit_rule import PermitFile
from evenemang.domain.profile import Profile
from evenemang.domain.retention import RetentionFile

Kind = Literal["area", "norms", "matrix", "profile", "permits", "retention"]

MODELS: dict[Kind, type[BaseModel]] = {
    "area": Area,
    "norms": NormFile,
    "matrix": Matrix,
    "profile": Profile,
    "permits": PermitFile,
    "retention": RetentionFile,
}
KINDS: tuple[Kind, ...] = tuple(MODELS)


def kind_of(data: Any) -> Kind | None:
    """Return what kind of file this is, or None."""
    if not isinstance(data, dict):
        return None
    return next((kind for kind in KINDS if kind in data), None)
