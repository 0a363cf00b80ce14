"""The schemas that editors use are those of the models."""

from pathlib import Path

import pytest

from evenemang.catalogue.schema import schemas

FOLDER = Path(__file__).parents[2] / "docs" / "schema"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_kept_schema_is_fresh(name: str) -> None:
    kept = (FOLDER / name).read_text(encoding="utf-8")

    assert kept == schemas()[name], "run python -m evenemang.catalogue.schema docs/schema"


def test_no_schema_is_left_from_a_kind_that_is_gone() -> None:
    assert {file.name for file in FOLDER.iterdir()} == set(schemas())
