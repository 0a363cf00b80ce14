"""The day's sheet and the blank incident sheet to PDF."""

from __future__ import annotations

from typing import Any

from evenemang.flow.paper.day import DaySheet, IncidentSheet
from evenemang.outreach.forms.codes import svg_of
from evenemang.outreach.forms.dossiers import fit
from evenemang.outreach.forms.typesetting import typeset


def write_day(sheet: DaySheet, address: str = "") -> bytes:
    """Return the day's sheet as PDF, with the code of an address where one is given."""
    told: dict[str, Any] = {
        **_code(sheet.code_says, address),
        "language": sheet.language,
        "kind": sheet.kind,
        "title": fit(sheet.title),
        "head": _lines(sheet.head),
        "phones_title": sheet.phones_title,
        "phones": _lines(sheet.phones),
        "stops": {
            "title": sheet.stops.title,
            "heads": list(sheet.stops.heads),
            "widths": list(sheet.stops.widths),
            "rows": [[fit(text) for text in row] for row in sheet.stops.rows],
        },
        "places_title": sheet.places_title,
        "places": _lines(sheet.places),
        "note": sheet.note,
        "printed": sheet.printed,
        "sender": fit(sheet.sender),
    }
    return typeset("day.typ", told)


def write_incidents(sheet: IncidentSheet, address: str = "") -> bytes:
    """Return the blank incident sheet as PDF, with the code of an address where one is given."""
    told: dict[str, Any] = {
        **_code(sheet.code_says, address),
        "language": sheet.language,
        "kind": sheet.kind,
        "title": fit(sheet.title),
        "head": _lines(sheet.head),
        "types": list(sheet.types),
        "severities": list(sheet.severities),
        "fields": list(sheet.fields),
        "questions": list(sheet.questions),
        "note": sheet.note,
    }
    return typeset("incidents.typ", told)


def _code(says: str, address: str) -> dict[str, Any]:
    return {"code": svg_of(address) if address else "", "code_says": says, "address": fit(address)}


def _lines(lines: tuple[tuple[str, str], ...]) -> list[list[str]]:
    return [[fit(label), fit(said)] for label, said in lines]
