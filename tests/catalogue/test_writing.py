"""Writing YAML: what is written is read back the same, in the form the checklists have."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenemang.catalogue.reader import read_text
from evenemang.catalogue.writing import yaml_of
from tests.workbook.strategies import nasty

numbers = st.integers(-(10**15), 10**15) | st.decimals(-(10**6), 10**6, places=5).map(float)
texts = nasty | st.text(st.characters(exclude_categories=["Cs"]), max_size=15)
plain = st.recursive(
    st.one_of(texts, numbers, st.booleans()),
    lambda held: (
        st.lists(held, min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from("abcdef"), held, min_size=1, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(said=plain)
def test_whatever_is_written_is_read_back_the_same_and_without_a_fault(said: Any) -> None:
    document, faults = read_text(yaml_of({"said": said}), "file")

    assert faults == ()
    assert document.data == {"said": said}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("no", '"no"'),
        ("18:30", '"18:30"'),
        ("0012", '"0012"'),
        ("12", '"12"'),
        ("true", '"true"'),
        ("", '""'),
        ("Räkna: en, två", "'Räkna: en, två'"),
        ("Är scenen fri?", "Är scenen fri?"),
        ("yes-no", "yes-no"),
        (date(2026, 11, 22), "2026-11-22"),
        (0.00001, "0.00001"),
        (3.0, "3"),
        ("en\ntvå", "|-\n  en\n  två"),
        ("en \n två", '"en \\n två"'),
        ("ord " * 100 + "slut", "ord " * 100 + "slut"),
    ],
)
def test_a_value_is_quoted_only_where_it_would_be_taken_for_something_else(value: Any, written: str) -> None:
    assert yaml_of({"a": value}) == f"a: {written}\n"


def test_lists_and_mappings_stand_as_in_the_checklists() -> None:
    data = {"sections": [{"id": "one", "when": ["no", "partly"]}, {"id": "two"}]}

    assert yaml_of(data) == ('sections:\n  - id: one\n    when:\n      - "no"\n      - partly\n  - id: two\n')
