"""The real checklists, read without the catalogue: the workbook must not need it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from evenemang.domain.checklist import Area
from evenemang.domain.condition import Facts
from evenemang.domain.dossier import Dossier
from evenemang.domain.matrix import Matrix
from evenemang.domain.permit_rule import PermitFile
from evenemang.domain.profile import Profile
from evenemang.flow.content import Content
from tests.workbook.potato import potato

CHECKLISTS = Path(__file__).parents[2] / "checklists"


def unknown(_facts: Facts) -> None:
    """Not known yet: every question shows."""


def loaded(path: str) -> Any:
    return YAML(typ="safe", pure=True).load(CHECKLISTS / path)


@pytest.fixture(scope="session")
def content() -> Content:
    context = {"compile": lambda _source: (unknown, frozenset[str]())}
    areas = [
        Area.model_validate(loaded(f"{one}/checklist.yaml"), context=context)
        for one in ("crowds", "traffic", "weather")
    ]
    return Content(
        areas={one.area: one for one in areas},
        profile=Profile.model_validate(loaded("profile.yaml"), context=context),
        matrix=Matrix.model_validate(loaded("matrices/standard.yaml")),
        permits=(PermitFile.model_validate(loaded("permits.yaml"), context=context),),
    )


@pytest.fixture(name="potato")
def fixture_potato(content: Content) -> Dossier:
    return potato(content)
