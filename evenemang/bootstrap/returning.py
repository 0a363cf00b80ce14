"""Looking at a workbook that came back, and taking in what a person accepts of it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from evenemang.domain.errors import FileUnfit, NotFound
from evenemang.domain.text import Text
from evenemang.flow.letting_out import let_out
from evenemang.flow.parting import open_part, secret_part
from evenemang.flow.reading import read
from evenemang.flow.recording import Whole, whole
from evenemang.flow.returning.looking import Looked
from evenemang.flow.returning.sent import Sent, sent_at
from evenemang.flow.returning.twice import taken_before
from evenemang.flow.workspace import Workspace

if TYPE_CHECKING:
    from evenemang.workbook.returning.looking import Returned

NOT_HERE = Text(
    sv="ärendet {dossier} finns inte i den här datamappen. Kontrollera att det är rätt fil och rätt mapp.",
    en="the dossier {dossier} is not in this data folder. Check that file and folder are the right ones.",
)
NEWER = Text(
    sv="den är av ärendets version {version}, men här finns bara {stored}. Den är från en annan datamapp.",
    en="it is of version {version} of the dossier, but here is only {stored}. It is from another folder.",
)
NO_SECRETS = Text(
    sv="ärendet har inget hemligt nu. Det som står i filen kan inte jämföras med något.",
    en="nothing in the dossier is secret now. What the file says can be compared with nothing.",
)


def look(workspace: Workspace, content: bytes, name: str) -> Looked:
    """Return how a returned workbook differs from what was sent, beside what is stored; nothing is changed.

    Raises:
        FileUnfit: If it cannot be read, or is of a dossier or a version that is not here.
    """
    from evenemang.bootstrap.registers_back import look_at_register
    from evenemang.workbook.returning.looking import look_over, opened

    of_register = look_at_register(workspace, content, name)
    if of_register:
        return of_register
    file = opened(content, name)
    try:
        now = whole(workspace, file.dossier)
    except NotFound as unknown:
        raise FileUnfit("not here", file=name, why=_filled(NOT_HERE, dossier=file.dossier)) from unknown
    if not 1 <= file.version <= now.version:
        raise FileUnfit(
            "newer", file=name, why=_filled(NEWER, version=str(file.version), stored=str(now.version))
        )
    sent = sent_at(now.dossier, now.journal, file.version)
    before = _as_sent(workspace, now, sent, file.version)
    written = let_out(before, "organiser").whole if file.part == "organiser" else _part(before, file)
    checksum = sha256(content).hexdigest()
    known = {
        "checksum": checksum,
        "numbers": now.dossier.last_number,
        "before": taken_before(now.journal, checksum),
    }
    return look_over(file, written, _part(now, file), sent).model_copy(update=known)


def _as_sent(workspace: Workspace, now: Whole, sent: Sent, version: int) -> Whole:
    """Return everything around the dossier as it stood; places and posts by their names now."""
    content = workspace.content_for(sent.dossier)
    lessons = workspace.lessons_for(sent.dossier)
    return replace(
        now,
        dossier=sent.dossier,
        version=version,
        content=content,
        reading=read(sent.dossier, content, lessons, now.as_of.date()),
        journal=tuple(one for one in now.journal if one.version <= version),
    )


def _part(found: Whole, file: Returned) -> Whole:
    """Return the part that the file is of: an open file tells nothing of what is secret."""
    if file.part != "secret":
        return open_part(found)
    secret = secret_part(found)
    if secret is None:
        raise FileUnfit("nothing secret", file=file.name, why=NO_SECRETS)
    return secret


def _filled(text: Text, **facts: str) -> Text:
    return Text(sv=text.sv.format(**facts), en=text.en.format(**facts))
