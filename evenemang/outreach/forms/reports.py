"""The yearly report to PDF, and its pictures by themselves."""

from __future__ import annotations

from base64 import b64decode
from math import ceil, floor, log10
from typing import Any

from evenemang.domain.text import Language
from evenemang.flow.report.parts import Paragraph, Picture, Records, Report
from evenemang.flow.report.shortening import shortened
from evenemang.outreach.forms import words
from evenemang.outreach.forms.dossiers import fit
from evenemang.outreach.forms.typesetting import drawn, typeset

TICKS = 5  # lines across a picture at most
LONG, SHORT = 2.2, 1.0  # how wide a column of words is beside one of numbers and days
WORDS_FROM = 14  # characters


def write_report(report: Report) -> bytes:
    """Return the report as PDF; a number in it leads to its list."""
    return typeset("report.typ", told_of(report))


def draw(picture: Picture, language: Language) -> bytes:
    """Return a picture as PNG."""
    return drawn("picture.typ", {"language": language, "picture": picture_of(picture)})


def told_of(report: Report) -> dict[str, Any]:
    """Return what the template is told."""
    made = [report.kind, report.word("made")]
    return {
        "language": report.language,
        "labels": {name: words.LABELS[name].say(report.language) for name in ("page", "of")},
        "headings": {name: report.word(name) for name in ("pictures", "records")},
        "kind": report.kind,
        "title": fit(report.title),
        "made": ". ".join(one for one in (*made, report.note.rstrip(".")) if one) + ".",
        "running": f"{report.title}. {report.word('made')}",
        "sender": fit(report.sender),
        "arms": list(b64decode(report.arms)),
        "arms_are": report.arms_are,
        "paragraphs": [_paragraph(one) for one in report.paragraphs],
        "pictures": [picture_of(one) for one in report.pictures],
        "records": [_list(one, report) for one in report.records],
    }


def _paragraph(found: Paragraph) -> list[Any]:
    return [fit(one) if isinstance(one, str) else {"said": one.said, "about": one.about} for one in found]


def picture_of(picture: Picture) -> dict[str, Any]:
    """Return a picture as the template draws it, with the lines across it."""
    highest = max(_highs(picture), default=0)
    step = _step(highest)
    top = max(step, ceil(highest / step) * step)
    return {
        "title": picture.title,
        "unit": picture.unit,
        "source": picture.source.rstrip("."),
        "alternative": picture.alternative,
        "labels": [fit(one) for one in picture.labels],
        "series": [{"name": one.name, "values": list(one.values)} for one in picture.series],
        "stacked": picture.stacked,
        "top": top + step / 2,
        "ticks": list(range(0, top + 1, step)),
    }


def _highs(picture: Picture) -> list[int]:
    columns = zip(*(one.values for one in picture.series), strict=True)
    return [(sum if picture.stacked else max)(value or 0 for value in column) for column in columns]


def _step(highest: int) -> int:
    """Return how far apart the lines are: 1, 2 or 5 times a power of ten."""
    if highest <= TICKS:
        return 1
    power = int(10 ** floor(log10(highest / TICKS)))
    return next(one * power for one in (1, 2, 5, 10) if highest <= one * power * TICKS)


def _list(found: Records, report: Report) -> dict[str, Any]:
    short = shortened(found, report.language)
    widths = [
        LONG if any(len(row[at]) > WORDS_FROM for row in short.rows) else SHORT
        for at in range(len(found.heads))
    ]
    return {
        "key": found.key,
        "title": found.title,
        "how": found.how,
        "heads": list(found.heads),
        "widths": widths,
        "rows": [[fit(cell) for cell in row] for row in short.rows],
        "notes": short.notes or ([] if short.rows else [report.word("none")]),
    }
