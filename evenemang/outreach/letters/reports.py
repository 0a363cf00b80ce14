"""The yearly report to Word (.docx): each number is a link to the list that it was counted from."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

from evenemang.flow.report.parts import Number, Paragraph, Picture, Records, Report
from evenemang.flow.report.shortening import shortened
from evenemang.outreach.letters.about import about, footer
from evenemang.outreach.letters.styles import FONT, MUTED, REASON, SENDER, dress

LINK, IN_TABLE = "Counted", "In table"
PETROL = RGBColor(0x0F, 0x4C, 0x5C)
WHITE = RGBColor(0xFF, 0xFF, 0xFF)
WIDTH = Mm(160)
LEAST, LONGEST, AROUND = 4, 24, 4  # characters that a column is made for, and the room beside them


def write_report(report: Report, drawings: Sequence[bytes]) -> bytes:
    """Return the report as a Word file; `drawings` are its pictures as PNG, in their order."""
    document = docx.Document()
    dress(document, report.language)
    _styles(document)
    about(document, report.title, report.kind, report.sender, report.language)
    _head(document, report)
    for one in report.paragraphs:
        _paragraph(document, one)
    _pictures(document, report, drawings)
    document.add_heading(report.word("records"), 1).paragraph_format.page_break_before = True
    for number, found in enumerate(report.records):
        _list(document, found, report, number)
    footer(document, f"{report.title}. {report.word('made')}", report.word("page"), report.word("of"))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _styles(document: Document) -> None:
    heading = document.styles["Heading 2"]
    heading.font.name, heading.font.size, heading.font.bold = FONT, Pt(10.5), True
    heading.font.color.rgb = RGBColor(0, 0, 0)
    cell = document.styles.add_style(IN_TABLE, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(cell, ParagraphStyle)
    cell.base_style = document.styles["Normal"]
    cell.font.size, cell.paragraph_format.space_after = Pt(8.5), Pt(1)
    link = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(link, CharacterStyle)
    link.font.color.rgb, link.font.underline = PETROL, True


def _head(document: Document, report: Report) -> None:
    if report.arms:
        shown = document.add_paragraph().add_run().add_picture(BytesIO(b64decode(report.arms)), height=Mm(16))
        _heard(shown, report.arms_are)
    if report.sender:
        document.add_paragraph(report.sender, SENDER)
    document.add_paragraph(report.title, "Title")
    made = ". ".join(one for one in (report.kind, report.word("made"), report.note.rstrip(".")) if one)
    document.add_paragraph(f"{made}.").runs[0].font.color.rgb = MUTED


def _paragraph(document: Document, found: Paragraph) -> None:
    line = document.add_paragraph()
    for one in found:
        if isinstance(one, str):
            line.add_run(one)
        else:
            _link(line, one)


def _link(line: WordParagraph, one: Number) -> None:
    """Add a number that leads to its list in the same file."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), one.about)
    link.set(qn("w:history"), "1")
    run = line.add_run(one.said, LINK)
    link.append(run._r)
    line._p.append(link)


def _pictures(document: Document, report: Report, drawings: Sequence[bytes]) -> None:
    if not report.pictures:
        return
    document.add_heading(report.word("pictures"), 1)
    for picture, drawn in zip(report.pictures, drawings, strict=True):
        document.add_heading(picture.title, 2)
        holder = document.add_paragraph()
        holder.paragraph_format.keep_with_next = True
        _heard(holder.add_run().add_picture(BytesIO(drawn), width=WIDTH), picture.alternative)
        document.add_paragraph(_under(picture), REASON).paragraph_format.left_indent = Mm(0)


def _under(picture: Picture) -> str:
    return f"{picture.unit}. {picture.source}"


def _heard(shown: Any, says: str) -> None:
    """Say what a picture shows, for those who hear it."""
    shown._inline.docPr.set("descr", says)
    for side in ("distT", "distB", "distL", "distR"):  # else an office makes room around it
        shown._inline.set(side, "0")


def _list(document: Document, found: Records, report: Report, number: int) -> None:
    heading = document.add_heading(found.title, 2)
    _bookmark(heading, found.key, number)
    document.add_paragraph(found.how, REASON).paragraph_format.left_indent = Mm(0)
    short = shortened(found, report.language)
    if short.rows:
        _table(document, found, short.rows)
    for said in short.notes or ([] if short.rows else [report.word("none")]):
        document.add_paragraph(said, REASON).paragraph_format.left_indent = Mm(0)


def _bookmark(heading: WordParagraph, name: str, number: int) -> None:
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        heading._p.append(mark)


def _table(document: Document, found: Records, rows: list[list[str]]) -> None:
    every = [list(found.heads), *rows]
    table = document.add_table(rows=len(every), cols=len(found.heads))
    table.autofit = False
    widths = _widths(every)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    cells = table._cells  # all at once: asked for row by row, they are looked up anew for each
    for at, said in enumerate(one for row in every for one in row):
        cells[at].width = widths[at % len(widths)]
        line = cells[at].paragraphs[0]
        line.style = document.styles[IN_TABLE]
        run = line.add_run(said)
        if at < len(found.heads):  # said here and by no style of tables: an office reads those each its way
            run.bold, run.font.color.rgb = True, WHITE
            cells[at]._tc.get_or_add_tcPr().append(
                _made("w:shd", val="clear", color="auto", fill=str(PETROL))
            )
    about = table._tbl.tblPr
    about.insert_element_before(_lines(), "w:tblLayout", "w:tblCellMar", "w:tblLook")
    about.insert_element_before(_margins(), "w:tblLook")
    _repeated(table)


def _widths(rows: Sequence[Sequence[str]]) -> list[Length]:
    """Return how wide the columns are: each as its longest text asks, and all together the whole width."""
    longest = [max(map(len, column)) for column in zip(*rows, strict=True)]
    asked = [max(LEAST, min(one, LONGEST)) + AROUND for one in longest]
    return [Length(WIDTH * one // sum(asked)) for one in asked]


def _lines() -> Any:
    """Return a thin line under each row."""
    lines = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        lines.append(_made(f"w:{side}", val="single", sz="4", space="0", color="B8C4C8"))
    return lines


def _margins() -> Any:
    """Return a millimetre on each side of a cell's text."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_made(f"w:{side}", w="57", type="dxa"))
    return margins


def _made(tag: str, **said: str) -> Any:
    made = OxmlElement(tag)
    for name, value in said.items():
        made.set(qn(f"w:{name}"), value)
    return made


def _repeated(table: Any) -> None:
    """Let the heads stand on every page, and be told as heads; a row stays on one page."""
    for at, row in enumerate(table.rows):
        about = row._tr.get_or_add_trPr()
        about.append(OxmlElement("w:cantSplit"))
        if at == 0:
            about.append(OxmlElement("w:tblHeader"))
