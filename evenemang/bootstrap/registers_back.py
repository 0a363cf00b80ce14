"""Looking at a register's workbook that somebody changed: what it says otherwise, beside what is stored."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, cast, get_args

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Language, Text
from evenemang.flow.journal import Kind
from evenemang.flow.registers import parted, register
from evenemang.flow.returning.looking import Looked
from evenemang.flow.returning.registers import of_register

if TYPE_CHECKING:
    from evenemang.flow.workspace import Workspace
    from evenemang.workbook.assembling import Grids

LOST = Text(
    sv="den har tappat det som säger vilket register den är av. Välj filen i mappen returns som den är.",
    en="it has lost what says which register it is of. Choose the file in the folder returns as it is.",
)
NO_SECRETS = Text(
    sv="inget i registret är hemligt nu. Det som står i filen kan inte jämföras med något.",
    en="nothing in the register is secret now. What the file says can be compared with nothing.",
)


def look_at_register(workspace: Workspace, content: bytes, name: str) -> Looked | None:
    """Return how a register's workbook differs from the register; None where the file is of something else.

    Raises:
        FileUnfit: If it cannot be read, or tells of what is not here.
    """
    from evenemang.workbook.grids import grids
    from evenemang.workbook.registers.reading import is_register

    found = grids(content, name)
    return _looked(workspace, found, content, name) if is_register(found) else None


def _looked(workspace: Workspace, found: Grids, content: bytes, name: str) -> Looked:
    from evenemang.workbook.grids import grids
    from evenemang.workbook.records import form_values
    from evenemang.workbook.refusals import refuse_newer
    from evenemang.workbook.registers import SHEETS
    from evenemang.workbook.registers.comparing import Comparing
    from evenemang.workbook.registers.writing import write_register

    try:
        head = form_values(found["file"])
        refuse_newer(head, name)
        kind, secret = cast(Kind, head["@register"]), head["@part"] == "secret"
    except (KeyError, ValueError) as unfit:
        raise FileUnfit("no register", file=name, why=LOST) from unfit
    if kind not in get_args(Kind) or kind not in SHEETS:
        raise FileUnfit("no register", file=name, why=LOST)
    language: Language = "en" if head.get("@language") == "en" else "sv"
    whole = register(workspace, kind)
    part = parted(whole, workspace)[secret]
    if part is None:
        raise FileUnfit("nothing secret", file=name, why=NO_SECRETS)
    comparing = Comparing(
        kind=kind,
        language=language,
        said=found,
        now=grids(write_register(part, language, secret=secret), name),
        entries={one.record.id: one for one in whole.entries},
        posts=whole.functions,
    )
    comparing.compare()
    return Looked(
        file=name,
        dossier=of_register(kind),
        name=SHEETS[kind][0].title.say(language),
        part="secret" if secret else "open",
        language=language,
        sent_version=0,
        version=whole.version,
        differences=tuple(comparing.differences),
        remarks=tuple(comparing.remarks),
        checksum=sha256(content).hexdigest(),
    )
