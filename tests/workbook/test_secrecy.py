"""Nothing secret is in the ordinary workbook: not in any part of its bytes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from evenemang.domain.dossier import Dossier
from evenemang.domain.text import Language
from evenemang.flow.content import Content
from evenemang.flow.journal import first_broken
from evenemang.flow.parting import only_secret, open_part, without_secret
from evenemang.flow.recording import Whole
from evenemang.workbook import has_secret, write
from evenemang.workbook.reading import read
from tests.workbook.potato import SECRET_WORDS, journal
from tests.workbook.strategies import whole_of


@pytest.fixture
def whole(content: Content, potato: Dossier) -> Whole:
    return whole_of(potato, content, journal(potato.id))


def bytes_of(workbook: bytes) -> str:
    with ZipFile(BytesIO(workbook)) as parts:
        return "\n".join(parts.read(one).decode() for one in parts.namelist())


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_secret_is_in_any_part_of_the_ordinary_workbook(whole: Whole, language: Language) -> None:
    inside = bytes_of(write(whole, language))
    for word in (*SECRET_WORDS, "threats.vehicle", ">R9<", ">A7<", "A99", "Concrete blocks"):
        assert word not in inside
    assert "Trängsel framför stora scenen" in inside


def test_the_secret_workbook_holds_what_the_ordinary_one_lacks(whole: Whole) -> None:
    back = read(write(whole, "sv", secret=True))
    assert [one.id for one in back.dossier.risks] == ["R9"]
    assert [one.id for one in back.dossier.actions] == ["A7"]
    assert set(back.dossier.assessment.answers) == {"threats.vehicle"}
    assert back.dossier.id == whole.dossier.id


def test_threats_stand_in_a_grid_of_their_own_that_reads_vulnerability(whole: Whole) -> None:
    def said(secret: bool) -> set[str]:
        book = load_workbook(BytesIO(write(whole, "sv", secret=secret)))
        return {str(cell.value) for row in book["Sammanfattning"].iter_rows() for cell in row if cell.value}

    ordinary, secret = said(False), said(True)
    assert {"Riskbilden före åtgärder, 2023-08-01", "Sannolikhet ↑  Konsekvens →", "5 Mycket hög"} <= ordinary
    assert not {"Hoten för sig före åtgärder, 2023-08-01", "Sårbarhet ↑  Konsekvens →"} & ordinary
    assert {"Hoten för sig före åtgärder, 2023-08-01", "Sårbarhet ↑  Konsekvens →"} <= secret
    assert not {"Riskbilden före åtgärder, 2023-08-01", "Sannolikhet ↑  Konsekvens →"} & secret


def test_a_threat_that_is_not_secret_stands_apart_from_the_accidents(whole: Whole) -> None:
    worst = without_secret(whole.dossier, whole.content).standing_risks[0].id
    risks = tuple(
        one.model_copy(update={"axis": "threat"}) if one.id == worst else one
        for one in whole.dossier.risks
        if one.id != "R9"
    )
    dossier = whole.dossier.model_copy(update={"risks": risks})
    book = load_workbook(BytesIO(write(replace(whole, dossier=dossier), "sv")))

    ids = [row[0].value for row in book["Risker"].iter_rows() if str(row[0].value)[:1] == "R"]
    assert ids[-1] == worst
    cells = [str(cell.value) for row in book["Sammanfattning"].iter_rows() for cell in row if cell.value]
    assert sum("efter åtgärder" in one for one in cells) == 2
    assert any(one.startswith("Hoten för sig efter åtgärder, ") for one in cells)
    assert any(one.startswith("Hot: ") for one in cells)


def test_the_two_workbooks_together_hold_everything(whole: Whole) -> None:
    open_book, secret_book = read(write(whole, "sv")), read(write(whole, "sv", secret=True))
    both = (open_book.dossier, secret_book.dossier)
    assert {one.id for each in both for one in each.risks} == {one.id for one in whole.dossier.risks}
    assert {one.id for each in both for one in each.actions} == {one.id for one in whole.dossier.actions}
    answers = {key: one for each in both for key, one in each.assessment.answers.items()}
    assert answers == whole.dossier.assessment.answers
    rows = {one.version: one for one in (*open_book.journal, *secret_book.journal)}
    assert first_broken(rows[version] for version in sorted(rows)) is None
    assert tuple(rows[version] for version in sorted(rows)) == whole.journal


def test_a_row_that_names_a_secret_is_told_without_its_values(whole: Whole) -> None:
    told = {one.version: one for one in open_part(whole).journal}
    assert sorted(told) == [1, 6]
    assert (told[6].deed.after, told[6].salt, told[6].hash) == (None, None, whole.journal[5].hash)


def test_a_dossier_without_secrets_is_whole_in_the_ordinary_workbook(content: Content, whole: Whole) -> None:
    plain = without_secret(whole.dossier, content)
    assert without_secret(plain, content) == plain
    assert only_secret(plain, content) is None
    assert not has_secret(replace(whole, dossier=plain, journal=whole.journal[:1]))


def test_secret_questions_are_not_even_asked_in_the_ordinary_workbook(
    content: Content, potato: Dossier
) -> None:
    area = content.areas["weather"].model_copy(update={"secrecy": "secret"})
    closed = replace(content, areas={**content.areas, "weather": area})
    found = open_part(whole_of(potato, closed))
    assert "weather" not in found.reading.asked
    assert found.reading.total.asked == sum(one.asked for one in found.reading.progress.values())
