"""Printing: blank forms of areas and of events, dossiers on paper, and the answer to the police."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from evenemang.bootstrap import content
from evenemang.domain.checklist import Area
from evenemang.domain.condition import Condition
from evenemang.domain.dossier import Dossier
from evenemang.domain.text import Language, Text
from evenemang.flow.blank_form import InWords, area_form
from evenemang.flow.content import Content
from evenemang.flow.event_form import event_form
from evenemang.flow.letter.assembling import letter_of
from evenemang.flow.recording import whole
from evenemang.flow.workspace import Workspace

BINDER = Text(sv="för pärmen", en="for the binder")
OPEN = Text(sv="öppen", en="open")
OPINION = Text(sv="Yttrande", en="Opinion")
Kind = Literal["pdf", "docx"]


def print_area(area: Area, language: Language) -> bytes:
    """Return the blank form of an area whole, installed or not."""
    from evenemang.outreach.forms.writing import write

    installed = content()
    known = replace(installed, areas={**installed.areas, area.area: area})
    return write(area_form(area, _in_words(known)), language)


def print_event(
    workspace: Workspace,
    handle: str,
    language: Language,
    *,
    rounds: bool = False,
    secret: bool = False,
    area: str | None = None,
) -> bytes:
    """Return the blank form of an event: its planning questions or its rounds, of all areas or of one.

    Raises:
        NotFound: If nothing answers to the handle.
        Refused: If there is nothing to print.
    """
    from evenemang.outreach.forms.writing import write

    found = whole(workspace, handle)
    form = event_form(found, _in_words(found.content), rounds=rounds, secret=secret, area=area)
    settings = found.content.settings
    return write(replace(form, sender=settings.name or "", arms=settings.arms or ""), language)


def print_dossier(workspace: Workspace, handle: str, language: Language, *, public: bool = False) -> bytes:
    """Return a dossier as PDF: for the binder without its secret parts, or what the public may see.

    Raises:
        NotFound: If nothing answers to the handle.
    """
    from evenemang.flow.paper.assembling import full_paper, open_paper
    from evenemang.outreach.forms.dossiers import write_paper

    found = whole(workspace, handle)
    return write_paper((open_paper if public else full_paper)(found, language))


def paper_name(dossier: Dossier, language: Language, *, public: bool = False) -> str:
    """Return what that file is called, before it is made: `Potatisfestivalen 2023, öppen.pdf`."""
    from evenemang.workbook.saving import safe_name

    kind = OPEN.say(language) if public else BINDER.say(language)
    return f"{safe_name(dossier.event.name)}{_year(dossier)}, {kind}.pdf"


def print_letter(
    workspace: Workspace, handle: str, language: Language, kind: Kind = "pdf", theirs: str = ""
) -> bytes:
    """Return the group's answer to the police as PDF or as a Word file; `theirs` is their diary number.

    Raises:
        NotFound: If nothing answers to the handle.
        Refused: If there is no answer to give yet.
    """
    letter = letter_of(workspace, handle, language, theirs)
    if kind == "docx":
        from evenemang.outreach.letters.word import write_word

        return write_word(letter)
    from evenemang.outreach.forms.letters import write_letter

    return write_letter(letter)


def letter_name(dossier: Dossier, language: Language, kind: Kind = "pdf") -> str:
    """Return what that file is called, before it is made: `Yttrande Potatisfestivalen 2023.docx`."""
    from evenemang.workbook.saving import safe_name

    return f"{OPINION.say(language)} {safe_name(dossier.event.name)}{_year(dossier)}.{kind}"


def print_day(workspace: Workspace, handle: str, language: Language, address: str = "") -> bytes:
    """Return what must be known on the day on one A4; `address` is where På plats is opened, as a code.

    Raises:
        NotFound: If nothing answers to the handle.
    """
    from evenemang.flow.paper.day import day_sheet
    from evenemang.outreach.forms.days import write_day

    return write_day(day_sheet(whole(workspace, handle), language), address)


def print_incidents(workspace: Workspace, handle: str, language: Language, address: str = "") -> bytes:
    """Return a blank sheet for incidents as PDF.

    Raises:
        NotFound: If nothing answers to the handle.
    """
    from evenemang.flow.paper.day import incident_sheet
    from evenemang.outreach.forms.days import write_incidents

    return write_incidents(incident_sheet(whole(workspace, handle), language), address)


def code_of(address: str) -> str:
    """Return the QR code of an address as SVG."""
    from evenemang.outreach.forms.codes import svg_of

    return svg_of(address)


def _year(dossier: Dossier) -> str:
    first = dossier.event.first_day
    return f" {first.year}" if first and str(first.year) not in dossier.event.name else ""


def _in_words(known: Content) -> InWords:
    from evenemang.catalogue.plain_words import in_plain_words

    def say(condition: Condition) -> Text:
        return in_plain_words(condition, known)

    return say
