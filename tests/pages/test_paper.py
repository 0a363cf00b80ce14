"""A blank form is fetched where people look for it: by the rounds, and by the area."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from evenemang.flow.scoping import TakeArea
from tests.outreach.reading import words
from tests.pages.grounds import SARA, Grounds, open_grounds


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grounds]:
    with open_grounds(tmp_path_factory.mktemp("grounds")) as found:
        yield found


def fetched(page: Page, button: str, file: Path) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    download.value.save_as(file)
    return words(file)


def test_the_rounds_are_printed_where_they_are_walked(grounds: Grounds, page: Page, tmp_path: Path) -> None:
    grounds.visit(page, grounds.event("Rond*festen*"), "plats", "&vy=rond")

    said = fetched(page, "Skriv ut ronderna", tmp_path / "rond.pdf")

    assert "Ronder att gå på plats Rond*festen*" in said
    assert "Plats Torget" in said
    assert "Rond under genomförandet" in said


def test_an_area_is_printed_where_it_is_walked(grounds: Grounds, page: Page, tmp_path: Path) -> None:
    grounds.visit(page, grounds.event("Områdesfesten"), "checklistor", "&omrade=crowds")

    said = fetched(page, "Skriv ut området", tmp_path / "omrade.pdf")

    assert "Planeringsfrågor att fylla i för hand Områdesfesten" in said
    assert "crowds.peak-in-zone" in said


def test_a_secret_area_says_on_its_button_that_it_is(grounds: Grounds, page: Page, tmp_path: Path) -> None:
    dossier = grounds.event("Hemliga festen")
    grounds.workspace.do(dossier, TakeArea(area="threats"), SARA)
    grounds.visit(page, dossier, "checklistor", "&omrade=threats")

    expect(page.get_by_role("button", name="Skriv ut området")).to_have_count(0)
    said = fetched(page, "Skriv ut hemliga frågor", tmp_path / "hot.pdf")

    assert "Lås in den när den är ifylld" in said
