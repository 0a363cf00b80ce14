"""What the journal's operations and places are called on the screen."""

from __future__ import annotations

from evenemang.flow import deeds
from evenemang.pages.desk import Desk


def deed(desk: Desk, operation: str) -> str:
    """Return what somebody did, in words; a deed of a later version keeps its code."""
    known = deeds.DEEDS.get(operation)
    return desk.say(known) if known else operation


def place(desk: Desk, path: str) -> str:
    """Return what was touched, in words: Fråga: Räcker utgångarna?, Risk R7."""
    asked = {one.id: one.ask for one in desk.dossier.assessment.own_questions}
    permits = {one.permit: one.what for one in desk.dossier.permits}
    files = {one.file: one.name for one in desk.dossier.attachments}
    return deeds.place(path, desk.content, desk.language, {**asked, **permits, **files})
