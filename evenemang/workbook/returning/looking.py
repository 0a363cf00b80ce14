"""A look at a returned workbook: every table that a person may have changed, three ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Language, Text
from evenemang.flow.recording import Whole
from evenemang.flow.returning.looking import Looked, Part
from evenemang.flow.returning.sent import Sent
from evenemang.workbook.grids import Grid, grids
from evenemang.workbook.layout import Page
from evenemang.workbook.organiser.evaluation import FORM
from evenemang.workbook.organiser.sheets import ORGANISER_SHEETS
from evenemang.workbook.reading import NOT_OURS
from evenemang.workbook.records import form_values
from evenemang.workbook.refusals import refuse_newer
from evenemang.workbook.returning.comparing import UNNUMBERED, Comparison
from evenemang.workbook.returning.fields import COMING, LINES, ORGANISER
from evenemang.workbook.returning.lines import compare_lines
from evenemang.workbook.returning.records import compare_records
from evenemang.workbook.returning.replies import compare_replies
from evenemang.workbook.returning.unnumbered import compare_unnumbered
from evenemang.workbook.returning.written import compare_written
from evenemang.workbook.sheets import SHEETS

LOST = Text(
    sv="den har tappat de dolda kolumnerna som säger vilket ärende den gäller. Fyll i den fil som skickades, "
    "och spara den som Excelarbetsbok (.xlsx).",
    en="it has lost the hidden columns that say which dossier it is about. Fill in the file that was sent, "
    "and save it as an Excel workbook (.xlsx).",
)
WORKED_OUT = ("file", "timeplan")  # never compared: about the file itself, and worked out from the day


@dataclass(frozen=True)
class Returned:
    """A workbook that came back: which dossier at which version it tells of, and its tables."""

    name: str
    dossier: str
    version: int
    part: Part
    language: Language
    grids: dict[str, Grid]


def opened(content: bytes, name: str) -> Returned:
    """Return a workbook that came back.

    Raises:
        FileUnfit: If it is no workbook, or has lost what says which dossier it is about.
    """
    found = grids(content, name)
    if "file" not in found:
        raise FileUnfit("no file table", file=name, why=LOST if _has_marks(found) else NOT_OURS)
    try:
        head = {**_values(found, "dossier"), **_values(found, "file")}
        refuse_newer(head, name)
        language = str(head["@language"])
        return Returned(
            name=name,
            dossier=str(head.get("@dossier") or head["id"]),
            version=int(head["@version"]),
            part=cast(Part, head["@part"]),
            language="en" if language == "en" else "sv",
            grids=found,
        )
    except (ValueError, KeyError, TypeError) as unfit:
        raise FileUnfit("no dossier or version", file=name, why=LOST) from unfit


def _has_marks(found: dict[str, Grid]) -> bool:
    return bool(found.keys() & COMING.keys())


def _values(found: dict[str, Grid], form: str) -> dict[str, Any]:
    return form_values(found[form]) if form in found else {}


def look_over(returned: Returned, before: Whole, now: Whole, sent: Sent) -> Looked:
    """Return what a workbook says otherwise than when it was sent, beside what is stored now."""
    secret = returned.part == "secret"
    found = Comparison(
        before=Page(before, returned.language, secret),
        now=Page(now, returned.language, secret),
        sent=sent,
        allowed=ORGANISER if returned.part == "organiser" else None,
    )
    sheets = ORGANISER_SHEETS if returned.part == "organiser" else SHEETS
    for table in (table for sheet in sheets for table in sheet.tables):
        grid = returned.grids.get(table.code)
        if grid is None or table.code in WORKED_OUT:
            continue
        if table.code in UNNUMBERED:
            compare_unnumbered(found, table, grid)
        elif table.code in COMING:
            compare_records(found, table, grid)
        elif table.code == "lessons-pinned":
            compare_replies(found, table, grid)
        elif found.allowed is None or table.code == FORM:
            (compare_lines if table.code in LINES else compare_written)(found, table, grid)
    return Looked(
        file=returned.name,
        dossier=now.dossier.id,
        name=now.dossier.event.name,
        part=returned.part,
        language=returned.language,
        sent_version=returned.version,
        version=now.version,
        differences=tuple(found.differences.values()),
        remarks=tuple(found.remarks),
        same=tuple(found.same),
    )
