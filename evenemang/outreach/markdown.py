"""The yearly report as Markdown: a footnote for each number, and the pictures as tables of their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from evenemang.flow.report.parts import Paragraph, Picture, Records, Report
from evenemang.flow.report.shortening import NONE, shortened

SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-!|<>~:$&=^])")


def markdown(report: Report) -> bytes:
    """Return the report as Markdown in UTF-8; no sign in it is markup but ours."""
    return ("\n\n".join(filter(None, _parts(report))) + "\n").encode("utf-8")


def _parts(report: Report) -> Iterator[str]:
    yield f"# {plain(report.title)}"
    yield plain(report.sender)
    made = (report.kind, report.word("made"), report.note.rstrip("."))
    yield f"*{'. '.join(plain(one) for one in made if one)}.*"
    for paragraph in report.paragraphs:
        yield _paragraph(paragraph)
    if report.pictures:
        yield f"## {plain(report.word('pictures'))}"
    for picture in report.pictures:
        yield from _picture(picture)
    yield f"## {plain(report.word('records'))}"
    for one in report.records:
        yield from _list(one, report)
    yield "\n".join(f"[^{one.key}]: {plain(one.title)}. {plain(one.how)}" for one in _used(report))


def plain(said: str) -> str:
    """Return a text in which nothing is markup, on one line."""
    return SIGNS.sub(r"\\\1", " ".join(said.split()))


def _paragraph(found: Paragraph) -> str:
    return "".join(
        SIGNS.sub(r"\\\1", one) if isinstance(one, str) else f"{plain(one.said)}[^{one.about}]"
        for one in found
    )


def _used(report: Report) -> Iterator[Records]:
    """Yield the lists that a number leads to: a footnote without one is an error to some readers."""
    named = {one.about for line in report.paragraphs for one in line if not isinstance(one, str)}
    yield from (one for one in report.records if one.key in named)


def _picture(picture: Picture) -> Iterator[str]:
    yield f"### {plain(picture.title)}"
    columns = zip(*(one.values for one in picture.series), strict=True)
    rows = (
        [label, *(NONE if one is None else str(one) for one in column)]
        for label, column in zip(picture.labels, columns, strict=True)
    )
    yield _table(["", *(one.name for one in picture.series)], rows)
    yield f"*{plain(picture.unit)}. {plain(picture.source)}*"


def _list(found: Records, report: Report) -> Iterator[str]:
    yield f"### {plain(found.title)}"
    yield plain(found.how)
    short = shortened(found, report.language)
    if short.rows:
        yield _table(found.heads, short.rows)
    yield from (plain(one) for one in short.notes or ([] if short.rows else [report.word("none")]))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(
        "| " + " | ".join(one if one == "---" else plain(one) for one in line) + " |" for line in lines
    )
