"""The page on how an area is written tells of every key and every fact that there is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from evenemang import bootstrap

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "checklists" / "README.md").read_text("utf-8")
NAMED = set(re.findall(r"`([\w-]+)`", PAGE)) | set(re.findall(r"`([\w-]+):`", PAGE))
PROFILE = bootstrap.content().profile


def keys(schema: str) -> list[str]:
    told = json.loads((ROOT / "docs" / "schema" / f"{schema}.schema.json").read_text("utf-8"))
    parts = [told, *told.get("$defs", {}).values()]
    return sorted({key for part in parts for key in part.get("properties", {})})


def words(schema: str) -> list[str]:
    """Return every word that a key may have as its value."""
    text = (ROOT / "docs" / "schema" / f"{schema}.schema.json").read_text("utf-8")
    found = re.findall(r'"enum": \[(.*?)\]', text, re.DOTALL)
    return sorted({word for one in found for word in re.findall(r'"([^"]+)"', one)} - {"yes", "no"})


@pytest.mark.parametrize("schema", ["area", "norms"])
def test_every_key_and_every_word_of_a_file_is_explained(schema: str) -> None:
    assert [key for key in keys(schema) if key not in NAMED] == []
    assert [word for word in words(schema) if word not in NAMED] == []


def test_every_fact_that_a_condition_may_ask_about_is_listed() -> None:
    assert [one.id for one in PROFILE.facts if one.id not in NAMED] == []
    assert [each.id for one in PROFILE.facts for each in one.choices if each.id not in NAMED] == []


def test_no_fact_is_listed_that_is_not_there() -> None:
    table = PAGE.partition("| ja eller nej |")[2].partition("|")[0]

    assert set(re.findall(r"`(\w+)`", table)) <= {one.id for one in PROFILE.facts}


def test_every_file_that_it_names_is_there() -> None:
    for area in (ROOT / "checklists").glob("*/checklist.yaml"):
        assert (area.parent / "plugin.py").is_file()
    for name in ("profile.yaml", "permits.yaml", "matrices/standard.yaml", "weather/wind_chill.py"):
        assert name in PAGE
        assert (ROOT / "checklists" / name).is_file()
