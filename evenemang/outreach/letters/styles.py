"""How a letter looks in Word: real styles, so that whoever goes on writing in it keeps its form."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from evenemang.domain.text import Language

FONT = "Arial"  # on every machine that will open it, which Public Sans is not
BLACK, MUTED = RGBColor(0, 0, 0), RGBColor(0x4A, 0x54, 0x5C)
TAGS: dict[Language, str] = {"sv": "sv-SE", "en": "en-GB"}
FACT, REASON, SENDER, SIGNED = "Fact", "Reason", "Sender", "Signed"
LABEL = Mm(46)  # as wide as what a fact is called


def dress(document: Document, language: Language) -> None:
    """Give a document its paper, its language and its styles."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)
    _tongue(document, TAGS[language])
    _letters(_named(document, "Normal"), 10.5, after=6)
    _letters(_named(document, "Title"), 19, bold=True, before=14, after=10)
    _unlined(_named(document, "Title"))
    _letters(_named(document, "Heading 1"), 12.5, bold=True, before=16, after=5)
    for name in ("List Number", "List Bullet"):
        _letters(_named(document, name), 10.5, after=3)
        _named(document, name).paragraph_format.keep_with_next = False
    _own(document, FACT, 10.5, after=2)
    _hanging(_named(document, FACT))
    _own(document, REASON, 9.5, color=MUTED, after=3)
    _named(document, REASON).paragraph_format.left_indent = Mm(6.4)
    _own(document, SENDER, 10.5, bold=True, after=2)
    _own(document, SIGNED, 10.5, after=1)
    _letters(_named(document, "Footer"), 8, color=MUTED)
    stops = _named(document, "Footer").paragraph_format.tab_stops
    stops.clear_all()  # the template's, for another width of paper
    stops.add_tab_stop(
        section.page_width - section.left_margin - section.right_margin, WD_TAB_ALIGNMENT.RIGHT
    )


def _named(document: Document, name: str) -> ParagraphStyle:
    found = document.styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


def _own(
    document: Document,
    name: str,
    size: float,
    *,
    bold: bool = False,
    color: RGBColor = BLACK,
    after: float = 0,
) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = _named(document, "Normal")
    style.quick_style = True
    _letters(style, size, bold=bold, color=color, after=after)


def _letters(
    style: ParagraphStyle,
    size: float,
    *,
    bold: bool = False,
    color: RGBColor = BLACK,
    before: float = 0,
    after: float = 0,
) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = color
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # goes before the name
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _hanging(style: ParagraphStyle) -> None:
    shape = style.paragraph_format
    shape.left_indent, shape.first_line_indent = LABEL, -LABEL
    shape.tab_stops.add_tab_stop(LABEL)


def _unlined(style: ParagraphStyle) -> None:
    """Take away the line that the template's title stands on."""
    shape = style.element.get_or_add_pPr()
    for line in shape.findall(qn("w:pBdr")):
        shape.remove(line)


def _tongue(document: Document, tag: str) -> None:
    """Say which language it is in, for spelling and for those who hear it."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    lang = run.find(qn("w:lang"))
    if lang is None:
        lang = OxmlElement("w:lang")
        run.append(lang)
    lang.set(qn("w:val"), tag)
