"""The organiser's copy as the bytes of one workbook, from a filtered dossier and nothing else."""

from __future__ import annotations

from evenemang.domain.dossier import Dossier
from evenemang.domain.text import Language, Text
from evenemang.flow.errands import errands
from evenemang.flow.letting_out import let_out
from evenemang.flow.recording import Whole
from evenemang.workbook.organiser.permits import Sent
from evenemang.workbook.organiser.sheets import sheets_for
from evenemang.workbook.organiser.summary import Front
from evenemang.workbook.saving import safe_name
from evenemang.workbook.writing import book_of

TO_THEM = Text(sv="till arrangören", en="to the organiser")


def write_copy(whole: Whole, language: Language) -> bytes:
    """Return the organiser's copy of a dossier: nothing in it is internal or secret."""
    out = let_out(whole, "organiser")
    page = Sent(out.whole, language, permits=out.permits)
    return book_of(page, sheets_for(page), Front(errands(out)).draw)


def copy_name(dossier: Dossier, language: Language) -> str:
    """Return a file name fit for a mail: `Potatisfestivalen 2023, till arrangören.xlsx`."""
    name, first = safe_name(dossier.event.name), dossier.event.first_day
    year = f" {first.year}" if first and str(first.year) not in name else ""
    return f"{name}{year}, {TO_THEM.say(language)}.xlsx"
