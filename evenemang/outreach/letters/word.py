"""An answer to a referral to Word (.docx): each text goes in as text, in a style that has a name."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from evenemang.domain.text import Text
from evenemang.flow.letter.parts import Block, Letter, Points
from evenemang.flow.paper.parts import Line, Said
from evenemang.outreach.letters.about import about, footer
from evenemang.outreach.letters.styles import FACT, REASON, SENDER, SIGNED, dress

PAGE, OF = Text(sv="Sida", en="Page"), Text(sv="av", en="of")


def write_word(letter: Letter) -> bytes:
    """Return a letter as a Word file."""
    document = docx.Document()
    dress(document, letter.language)
    about(document, letter.title, letter.kind, letter.sender, letter.language)
    _head(document, letter)
    for part in letter.parts:
        document.add_heading(part.title, 1)
        for block in part.blocks:
            _block(document, block)
    _signature(document, letter)
    footer(document, letter.running, PAGE.say(letter.language), OF.say(letter.language))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _head(document: Document, letter: Letter) -> None:
    if letter.arms:
        picture = document.add_picture(BytesIO(b64decode(letter.arms)), height=Mm(16))
        picture._inline.docPr.set("descr", letter.arms_are)
        for side in ("distT", "distB", "distL", "distR"):  # else an office makes room around it
            picture._inline.set(side, "0")
    if letter.sender:
        document.add_paragraph(letter.sender, SENDER)
    document.add_paragraph(letter.kind, SENDER)
    for line in letter.head:
        _fact(document, line)
    if letter.to:
        document.add_paragraph(letter.to, SENDER).paragraph_format.space_before = Pt(14)
    document.add_paragraph(letter.title, "Title")


def _fact(document: Document, line: Line) -> None:
    label, said = line
    document.add_paragraph(f"{label}\t{said}", FACT)


def _block(document: Document, block: Block) -> None:
    if isinstance(block, Said):
        document.add_paragraph(block.text)
    elif isinstance(block, Points):
        for one in block.points:
            point = document.add_paragraph(one.text, "List Number" if block.numbered else "List Bullet")
            point.paragraph_format.keep_with_next = bool(one.because)
            for why in one.because:
                document.add_paragraph(why, REASON)
    else:
        for line in block.lines:
            _fact(document, line)


def _signature(document: Document, letter: Letter) -> None:
    """Leave room to sign, on a line that is a border and no row of signs."""
    for number, said in enumerate(letter.signature):
        line = document.add_paragraph(said, SIGNED)
        line.paragraph_format.keep_with_next = number + 1 < len(letter.signature)
        line.paragraph_format.keep_together = True
        if number == 0:
            line.paragraph_format.space_before = Pt(52)
            line.paragraph_format.right_indent = Mm(80)
            _line_above(line)


def _line_above(paragraph: Paragraph) -> None:
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "4"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    shape = paragraph._p.get_or_add_pPr()
    shape.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
