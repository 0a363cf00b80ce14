"""On paper: every sheet is printed whole, the summary on one A4 at a size that is read, in both languages."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from evenemang.domain.dossier import Dossier
from evenemang.domain.text import Language, clean
from evenemang.flow.content import Content
from evenemang.workbook import write
from tests.workbook.crowded import crowded
from tests.workbook.potato import potato
from tests.workbook.strategies import NASTY, whole_of
from tests.workbook.test_look import SHEETS

BOX = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')
DRAWN = 1.2  # a word's box is at most so much higher than its type


@dataclass(frozen=True)
class Printed:
    """A workbook as the office prints it: the text of each page, and the size of type on the first."""

    language: Language
    pages: list[str]
    sizes: list[float]


def nasty(dossier: Dossier) -> Dossier:
    """The dossier with a nasty text in every comment."""
    answers = {
        key: one.model_copy(update={"comment": clean(NASTY[number % len(NASTY)])})
        for number, (key, one) in enumerate(dossier.assessment.answers.items())
    }
    assessment = dossier.assessment.model_copy(update={"answers": answers})
    return dossier.model_copy(update={"assessment": assessment})


@pytest.fixture(scope="module", params=["sv", "en"])
def printed(
    request: pytest.FixtureRequest,
    content: Content,
    office: Callable[[Path, str], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Printed:
    """A dossier full to the brim in Swedish, an everyday one in English."""
    language: Language = request.param
    dossier = nasty(potato(content))
    book = tmp_path_factory.mktemp("paper") / "bok.xlsx"
    book.write_bytes(write(whole_of(crowded(dossier) if language == "sv" else dossier, content), language))
    pdf = office(book, "pdf")

    def told(*options: str) -> str:
        command = ["pdftotext", *options, str(pdf), "-"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    boxes = BOX.findall(told("-bbox", "-l", "1"))
    sizes = sorted((float(bottom) - float(top)) / DRAWN for _, top, _, bottom in boxes)
    return Printed(language, told("-layout").split("\f"), sizes)


def sheet_of(page: str) -> str:
    return page.strip().split("\n", 1)[0]


def test_every_sheet_is_printed_and_no_cell_is_too_narrow(printed: Printed) -> None:
    whole = "".join(printed.pages)
    assert "###" not in whole
    assert "=1+1" in whole
    for name in SHEETS[printed.language].split(", "):
        assert any(sheet_of(page).endswith(name) for page in printed.pages)


def test_the_summary_is_one_page_and_large_enough_to_read(printed: Printed) -> None:
    summary, facts = SHEETS[printed.language].split(", ")[:2]
    assert [sheet_of(one).endswith(summary) for one in printed.pages[:2]] == [True, False]
    assert sheet_of(printed.pages[1]).endswith(facts)
    median = printed.sizes[len(printed.sizes) // 2]
    assert median > (6 if printed.language == "sv" else 7), "points"
    assert printed.sizes[0] > 5


def test_the_summary_of_a_full_dossier_says_how_much_it_leaves_out(printed: Printed) -> None:
    if printed.language == "en":
        assert "The worst risks" in printed.pages[0]
        assert "Trängsel framför stora scenen" in printed.pages[0]
        return
    assert re.search(r"De värsta riskerna, \d av 60, se bladet Risker", printed.pages[0])
    assert re.search(r"Öppna åtgärder, \d av 80, se bladet Åtgärder", printed.pages[0])
    assert re.search(r"R\d+ R\d+ R\d+\s", printed.pages[0]), "cells name their risks"


def test_the_level_of_each_risk_is_told_in_words(printed: Printed) -> None:
    risks = SHEETS[printed.language].split(", ")[4]
    pages = "".join(page for page in printed.pages if sheet_of(page).endswith(risks))
    words = ("Låg", "Medel", "Hög", "Mycket hög") if printed.language == "sv" else ("Medium", "High")
    for word in words:
        assert re.search(rf"\b{word}\b", pages)


def test_the_marks_of_the_program_are_not_in_what_is_printed(printed: Printed) -> None:
    whole = "".join(printed.pages)
    assert not re.search(r"\brow \d", whole)
    assert "before.likelihood" not in whole
