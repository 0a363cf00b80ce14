"""An answer to a referral to PDF."""

from __future__ import annotations

from base64 import b64decode
from typing import Any

from evenemang.flow.letter.parts import Block, Letter, Points
from evenemang.flow.paper.parts import Said
from evenemang.outreach.forms import words
from evenemang.outreach.forms.dossiers import fit
from evenemang.outreach.forms.typesetting import typeset


def write_letter(letter: Letter) -> bytes:
    """Return a letter as PDF."""
    return typeset("letter.typ", told_of(letter))


def told_of(letter: Letter) -> dict[str, Any]:
    """Return what the template is told."""
    return {
        "language": letter.language,
        "labels": {name: words.LABELS[name].say(letter.language) for name in ("page", "of")},
        "kind": letter.kind,
        "title": fit(letter.title),
        "to": letter.to,
        "head": [[label, fit(said)] for label, said in letter.head],
        "parts": [
            {"title": one.title, "blocks": [_block(each) for each in one.blocks]} for one in letter.parts
        ],
        "signature": [fit(one) for one in letter.signature],
        "running": letter.running,
        "sender": fit(letter.sender),
        "arms": list(b64decode(letter.arms)),
        "arms_are": letter.arms_are,
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Said):
        return {"kind": "said", "text": fit(block.text)}
    if isinstance(block, Points):
        each = [{"text": fit(one.text), "because": [fit(why) for why in one.because]} for one in block.points]
        return {"kind": "points", "numbered": block.numbered, "points": each}
    return {"kind": "lines", "lines": [[label, fit(said)] for label, said in block.lines]}
