"""A dossier to PDF, for the binder or the diary."""

from __future__ import annotations

import re
from base64 import b64decode
from typing import Any

from evenemang.flow.paper.parts import Block, Lines, Pair, Paper, Rows, Square
from evenemang.outreach.forms import words
from evenemang.outreach.forms.typesetting import typeset

UNBROKEN = re.compile(r"[^\s\u00ad\u200b-]{20,}")  # longer than a narrow column may be wide
PIECE = re.compile(r".{6}(?=.)", re.DOTALL)
LONG_NAME = 90  # characters of the running head; the name stands whole on the front
PLAIN = re.compile(r"[^\W\d_]{20,40}[.,:;!?)”’]?")  # a long word, which is hyphenated as words are


def write_paper(paper: Paper) -> bytes:
    """Return a dossier as PDF."""
    return typeset("dossier.typ", told_of(paper))


def told_of(paper: Paper) -> dict[str, Any]:
    """Return what the template is told."""
    name = " ".join(paper.title.split())
    return {
        "language": paper.language,
        "labels": {name: words.LABELS[name].say(paper.language) for name in ("page", "of")},
        "kind": paper.kind,
        "about": paper.about,
        "title": fit(paper.title),
        "running": fit(name if len(name) <= LONG_NAME else name[:LONG_NAME].rstrip() + "…"),
        "id": paper.id,
        "printed": paper.printed,
        "sender": fit(paper.sender),
        "arms": list(b64decode(paper.arms)),
        "arms_are": paper.arms_are,
        "front": [[label, fit(said)] for label, said in paper.front],
        "sections": [
            {"title": one.title, "blocks": [_block(each) for each in one.blocks]} for one in paper.sections
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Lines):
        said = [[label, fit(text)] for label, text in block.lines]
        return {"kind": "lines", "title": fit(block.title), "lines": said}
    if isinstance(block, Rows):
        cells = [[fit(text) for text in row] for row in block.rows]
        return {
            "kind": "rows",
            "title": fit(block.title),
            "heads": list(block.heads),
            "widths": list(block.widths),
            "rows": cells,
        }
    if isinstance(block, Pair):
        return {"kind": "pair", "note": block.note, "squares": [_square(block.before), _square(block.after)]}
    return {"kind": "said", "text": fit(block.text)}


def _square(one: Square) -> dict[str, Any]:
    return {
        "title": one.title,
        "corner": one.corner,
        "sideways": list(one.sideways),
        "upwards": [[step, [vars(cell) for cell in cells]] for step, cells in one.upwards],
    }


def fit(text: str) -> str:
    """Return a text that can be broken anywhere in what is too long for a line, so that nothing is cut."""
    return UNBROKEN.sub(_broken, text)


def _broken(found: re.Match[str]) -> str:
    return found[0] if PLAIN.fullmatch(found[0]) else PIECE.sub("\\g<0>\u200b", found[0])
