"""What attachments and what they are about are called."""

from __future__ import annotations

from evenemang.domain.assessment import AttachmentNote
from evenemang.domain.text import Text
from evenemang.flow.saying import number
from evenemang.flow.words import ATTACHMENT_KINDS, capital
from evenemang.pages.desk import Desk
from evenemang.pages.people import People
from evenemang.pages.showing import escaped, moment

FILE_KINDS = {
    "jpg": "JPEG",
    "png": "PNG",
    "pdf": "PDF",
    "docx": "Word",
    "xlsx": "Excel",
    "odt": "OpenDocument",
}
ICONS = {"docx": "article", "odt": "article", "xlsx": "table", "pdf": "picture_as_pdf"}
INCIDENT = Text(sv="Händelse {id} {what}", en="Incident {id} {what}")
PERMIT = Text(sv="Tillstånd: {what}", en="Permit: {what}")
ACTION = Text(sv="Åtgärd {id} {what}", en="Action {id} {what}")
LONGEST = 80  # characters of what something is about


def row_names(desk: Desk) -> dict[str, str]:
    """Return what an attachment may be about, as it is seen, each with what it is called."""
    dossier, say = desk.dossier, desk.say
    return {
        **{
            f"actions/{one.id}": say(ACTION).format(id=one.id, what=one.do[:LONGEST])
            for one in dossier.actions
        },
        **{
            f"incidents/{one.id}": say(INCIDENT).format(id=one.id, what=one.what[:LONGEST])
            for one in dossier.incidents
        },
        **{f"permits/{one.permit}": say(PERMIT).format(what=one.what[:LONGEST]) for one in dossier.permits},
    }


def line(desk: Desk, note: AttachmentNote, people: People) -> str:
    """Return in one line what kind of file it is, how large, and who added it when."""
    kind = note.file.rpartition(".")[2]
    size = number(max(0.1, note.size / 1_000_000), desk.language, 1)
    return " · ".join(
        [
            desk.say(capital(ATTACHMENT_KINDS[note.kind])),
            f"{FILE_KINDS.get(kind, kind.upper())}, {size} MB",
            moment(note.added.at, desk.language),
            escaped(people.say(note.added.by)),
        ]
    )
