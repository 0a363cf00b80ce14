"""A table that leaves as text: nothing in it is run by a spreadsheet."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang.pages.follow_up_parts.download import csv_file

RUNS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1+1",
    "\n=1",
    "＝1+1",
    "\ufeff=1",
    "=cmd|' /C x'!A0",
)


def cells(content: bytes) -> list[str]:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    return [cell for row in rows for cell in row]


@pytest.mark.parametrize("text", RUNS)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe_also_as_a_heading(text: str) -> None:
    assert cells(csv_file([text], [(text,)], "sv")) == [f"'{text}", f"'{text}"]


@pytest.mark.parametrize("text", ["-5", "-3,5", "+46", "-1 200", "–", "Fest - dans", "a=b"])
def test_negative_numbers_and_ordinary_words_stay_as_they_are(text: str) -> None:
    assert cells(csv_file(["x", "y", "z"], [(text, -5, -3.5)], "sv")) == ["x", "y", "z", text, "-5", "-3,5"]


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_every_text_comes_back_and_none_begins_a_formula(text: str) -> None:
    (_, cell) = cells(csv_file(["x"], [(text,)], "sv"))

    assert cell.removeprefix("'") == text.removeprefix("'")
    assert not cell.startswith(("=", "@", "\t", "\r"))
