"""Everything that differs between two versions of a dossier has a row of its own in the journal."""

from __future__ import annotations

from datetime import UTC, datetime

from evenemang.domain.actor import Stamp
from evenemang.domain.assessment import AttachmentNote
from evenemang.flow.difference import changes, picture
from tests.builders import dossier

ADDED = Stamp(by="Sara Lind", at=datetime(2027, 6, 1, 9, 0, tzinfo=UTC))


def note(digit: str, question: str | None = None) -> AttachmentNote:
    return AttachmentNote(file=f"{digit * 64}.pdf", name="Karta", size=10, question=question, added=ADDED)


def test_attachments_without_a_question_are_told_apart() -> None:
    before = dossier("a3k9")
    notes = (note("a"), note("b"), note("a", "crowds.stop-level"))
    after = before.model_copy(update={"attachments": notes})

    found = changes(before, after)

    assert len({one.path for one in found}) == 3
    assert [picture(after, one.path) for one in found] == [one.after for one in found]
