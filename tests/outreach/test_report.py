"""The report as a file: every number leads to its list, pictures are heard, and no word is ever markup."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook

from evenemang.bootstrap.reporting import report_file
from evenemang.flow.report.parts import Entry, KeyFigure, Number, Picture, Records, Report, Series
from evenemang.flow.report.shortening import MOST
from evenemang.outreach.forms.reports import draw, picture_of
from tests.outreach.reading import words

HOSTILE = '=1+1 #import "x": * $a^2$ \\ *b* _c_ <w:t>d</w:t> & ]]> @e `f` // i [j](http://x) {k} | l'
PICTURE = Picture(
    title="Händelser per månad",
    unit="Antal",
    source="Källa: ärendena.",
    alternative="Mars 3, april 1.",
    labels=("mars", "apr", "maj"),
    series=(Series("Lindrig", (1, 0, None)), Series("Tillbud", (2, 1, None))),
)


@pytest.fixture(scope="module")
def report() -> Report:
    events = Records(
        "events",
        "Evenemang",
        "Så räknas de.",
        ("Evenemang", "Dag", "Besök"),
        tuple(Entry((f"{HOSTILE} {at}", date(2023, 8, 25), at), "abcd") for at in range(MOST + 2)),
    )
    return Report(
        language="sv",
        year=2023,
        kind="Årets rapport",
        title="Evenemangssäkerhet 2023",
        made=date(2024, 1, 31),
        note="",
        paragraphs=(("Gruppen har arbetat med ", Number("102", "events"), f" evenemang: {HOSTILE}."),),
        pictures=(PICTURE, replace(PICTURE, stacked=False)),
        figures=(KeyFigure("Evenemang", 102, "antal", "events"), KeyFigure("Andel", None, "andel", "events")),
        records=(events,),
        sender="Åby kommun",
        words=tuple(
            (one, one)
            for one in (
                "pictures",
                "records",
                "figures",
                "text",
                "made",
                "none",
                "name",
                "value",
                "unit",
                "list",
                "page",
                "of",
            )
        ),
    )


def test_a_number_in_word_leads_to_a_bookmark_of_its_list(report: Report) -> None:
    file = report_file(report, "docx")
    document = docx.Document(BytesIO(file))
    body = document.element.body

    anchors = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))}
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    assert anchors == {"events"} <= marks
    told = [one.get("descr") for one in body.iter(qn("wp:docPr"))]
    assert told == [PICTURE.alternative] * 2
    assert any(HOSTILE in one.text for one in document.paragraphs)
    assert len(document.tables[0].rows) == MOST + 1
    assert any("Ytterligare 2 poster" in one.text for one in document.paragraphs)


def test_the_heads_of_a_table_in_word_are_read_in_any_office(report: Report) -> None:
    document = docx.Document(BytesIO(report_file(report, "docx")))

    for table in document.tables:
        for cell in table.rows[0].cells:
            assert [one.get(qn("w:fill")) for one in cell._tc.iter(qn("w:shd"))] == ["0F4C5C"]
            assert [str(run.font.color.rgb) for run in cell.paragraphs[0].runs] == ["FFFFFF"]
        assert len({one.width for one in table.columns}) > 1 or len(table.columns) < 3


def test_the_pdf_says_the_same_and_its_number_is_a_link(report: Report) -> None:
    file = report_file(report, "pdf")
    said = words(file)

    assert "Gruppen har arbetat med 102 evenemang" in said
    assert "Ytterligare 2 poster" in said
    assert b"/Link" in file
    assert b"pdfuaid" in file  # both standards held: nothing in it fell back


def test_the_workbook_has_every_record_and_no_formula(report: Report) -> None:
    file = report_file(report, "xlsx")
    book = load_workbook(BytesIO(file))
    rows = list(book["Evenemang"].iter_rows(min_row=4, values_only=True))

    assert len(rows) == MOST + 2
    assert rows[0][0] == f"{HOSTILE} 0"
    assert rows[0][1] == datetime(2023, 8, 25)  # as a workbook tells a day
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    link = book["figures"]["D2"].hyperlink
    assert link
    assert link.location == "'Evenemang'!A1"
    assert sum("charts/chart" in one and "rels" not in one for one in ZipFile(BytesIO(file)).namelist()) == 2


def test_markdown_has_a_footnote_for_each_number_and_no_markup_but_ours(report: Report) -> None:
    said = report_file(report, "md").decode()

    assert "arbetat med 102[^events] evenemang" in said
    assert said.count("[^events]:") == 1
    assert "<w:t>" not in said
    assert "](http" not in said
    assert not re.search(r"(?<!\\)\*b(?<!\\)\*", said)


def test_a_picture_is_drawn_of_any_numbers(report: Report) -> None:
    for values in ((0, 0, 0), (1, None, 3), (9_999, 120, 1)):
        one = replace(PICTURE, series=(Series("Alla", values),))
        assert draw(one, "sv").startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [(0, [0, 1]), (3, [0, 1, 2, 3]), (12, [0, 5, 10, 15]), (1_000, [0, 200, 400, 600, 800, 1000])],
)
def test_the_lines_across_are_round_numbers(highest: int, ticks: list[int]) -> None:
    one = replace(PICTURE, labels=("a",), series=(Series("Alla", (highest,)),))

    assert picture_of(one)["ticks"] == ticks
