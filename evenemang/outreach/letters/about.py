"""What a Word file says of itself: its title and language, and what stands at the foot of every page."""

from __future__ import annotations

from datetime import UTC, datetime

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from evenemang.domain.text import Language
from evenemang.outreach.letters.styles import TAGS

THUMBNAIL = RELATIONSHIP_TYPE.THUMBNAIL


def about(document: Document, title: str, kind: str, sender: str, language: Language) -> None:
    """Say what the file is, instead of what the template says it is."""
    said = document.core_properties
    said.title, said.subject, said.language = title, kind, TAGS[language]
    said.author = said.last_modified_by = sender
    said.comments = said.keywords = said.category = ""
    said.created = said.modified = datetime.now(UTC)
    _without_picture(document)


def _without_picture(document: Document) -> None:
    """Take away the small picture of the file, which is of the template."""
    package = document.part.package
    assert package
    for key in [key for key, one in package.rels.items() if one.reltype == THUMBNAIL]:
        package.rels.pop(key)


def footer(document: Document, running: str, page: str, of: str) -> None:
    """Say on every page what it is of, and which page of how many."""
    line = document.sections[0].footer.paragraphs[0]
    line.style = document.styles["Footer"]
    line.add_run(f"{running}\t{page} ")
    _counted(line, "PAGE")
    line.add_run(f" {of} ")
    _counted(line, "NUMPAGES")


def _counted(line: Paragraph, what: str) -> None:
    """Add a number that Word works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    line._p.append(field)
