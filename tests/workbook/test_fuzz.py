"""Workbooks changed at random are refused in our words or read as they are: never a crash, never a lie.

Three hundred here; ten thousand under `make prove`; shared by all that takes a workbook from outside: the
reader of dossiers, `import` and its page (a dossier's workbook, the organiser's copy), and checklists.
A seed that fails is named with what was done.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from evenemang.domain.assessment import Assessment
from evenemang.flow.content import Content
from evenemang.flow.parting import without_secret
from evenemang.workbook import write
from evenemang.workbook.reading import read
from evenemang.workbook.twin.reading import read as read_area
from evenemang.workbook.twin.writing import write as write_area
from tests.hostile.fuzzing import faults, unlike_the_file
from tests.hostile.importing import Importing, importing
from tests.workbook.potato import journal, potato
from tests.workbook.strategies import whole_of

EACH = 500  # files in one piece of the ten thousand


@pytest.fixture(scope="module")
def book(content: Content) -> bytes:
    """A small dossier's workbook: a little of everything."""
    dossier = without_secret(potato(content), content)
    answers = dict(list(dossier.assessment.answers.items())[:4])
    small = {
        "assessment": Assessment(answers=answers, own_questions=dossier.assessment.own_questions),
        "risks": dossier.risks[:2],
        "actions": dossier.actions[:2],
    }
    return write(whole_of(dossier.model_copy(update=small), content, journal(dossier.id)[:1]), "sv")


@pytest.fixture(scope="module")
def area_book(content: Content) -> bytes:
    return write_area(content.areas["crowds"], content, "sv")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Importing]:
    with importing(tmp_path_factory.mktemp("importing")) as found:
        yield found


def test_nothing_unlike_the_file_is_found_in_a_file_that_is_whole(book: bytes) -> None:
    assert unlike_the_file(book, None) is None


def test_a_changed_workbook_is_refused_or_read_as_it_is(book: bytes) -> None:
    assert faults(book, range(140), read, unlike_the_file) == []


def test_a_changed_workbook_of_an_area_is_refused_or_told_by_cell(area_book: bytes) -> None:
    assert faults(area_book, range(140, 180), lambda one: read_area(one, "bok.xlsx")) == []


def test_a_changed_workbook_that_comes_back_changes_nothing_unaccepted(folder: Importing) -> None:
    assert faults(folder.book(), range(180, 240), folder.looked, folder.judge()) == []


def test_a_changed_organisers_copy_that_comes_back_changes_nothing_unaccepted(folder: Importing) -> None:
    assert faults(folder.copy(), range(240, 300), folder.looked, folder.judge()) == []


@pytest.mark.prove
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("piece", range(10))
def test_five_thousand_changed_workbooks_are_refused_or_read_as_they_are(book: bytes, piece: int) -> None:
    start = 1_000 + piece * EACH
    assert faults(book, range(start, start + EACH), read, unlike_the_file) == []


@pytest.mark.prove
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("piece", range(4))
def test_two_thousand_that_come_back_change_nothing_unaccepted(folder: Importing, piece: int) -> None:
    start = 6_000 + piece * EACH
    assert faults(folder.book(), range(start, start + EACH), folder.looked, folder.judge()) == []


@pytest.mark.prove
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("piece", range(4))
def test_two_thousand_organisers_copies_that_come_back_change_nothing_unaccepted(
    folder: Importing, piece: int
) -> None:
    start = 8_000 + piece * EACH
    assert faults(folder.copy(), range(start, start + EACH), folder.looked, folder.judge()) == []


@pytest.mark.prove
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("piece", range(2))
def test_a_thousand_changed_workbooks_of_an_area_are_refused_or_told_by_cell(
    area_book: bytes, piece: int
) -> None:
    start = 20_000 + piece * EACH
    assert faults(area_book, range(start, start + EACH), lambda one: read_area(one, "bok.xlsx")) == []
