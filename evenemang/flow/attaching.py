"""Attachments of a dossier: bringing one, saying what it is and what it is about, taking it away.

The bytes are looked at and kept by `flow/filing.py`; here stands what the dossier says of them.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from evenemang.domain.assessment import AttachmentKind, AttachmentNote
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.text import Id, PersonText, Required, Text
from evenemang.flow.marking import MarkSecret
from evenemang.flow.operation import Operation, Scene
from evenemang.flow.secrecy import SECRET

MOST = 200  # attachments of one dossier
MOST_BYTES = 500_000_000  # of all of them: 580 000 dossiers are backed up by somebody
LONGEST_NAME = 200  # characters
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")  # would turn a name round, or make two look alike

THERE = Text(
    sv="Filen finns redan i ärendet, som ”{name}”. Ändra på den i stället.",
    en="The file is in the dossier already, as “{name}”. Change that one instead.",
)
TOO_MANY = Text(
    sv=f"Ärendet har redan så många bilagor det får ha ({MOST} stycken eller {MOST_BYTES // 10**6} MB). "
    "Ta bort någon som inte behövs.",
    en=f"The dossier has as many attachments as it may ({MOST} of them, or {MOST_BYTES // 10**6} MB). Take "
    "one away that is not needed.",
)
NOT_YOURS = Text(
    sv="Bilagan är tillagd av någon annan. Be den personen, eller en samordnare, att ta bort den.",
    en="Somebody else added the attachment. Ask them, or a coordinator, to take it away.",
)
MUST_MARK = Text(
    sv="En hemlig bilaga behöver en bestämmelse och ett skäl. Ange båda.",
    en="A secret attachment needs a paragraph and a reason. Give both.",
)
LISTS = ("actions", "incidents", "permits")  # of a dossier, that an attachment may be about
KEYS = {"permits": "permit"}


def shown_name(name: str) -> str:
    """Return a file's name as it is shown: without folders, and nothing in it that is not seen."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(" " if unicodedata.category(one) in UNSEEN else one for one in last)
    return " ".join(plain.split())[:LONGEST_NAME] or "–"


def attachment(dossier: Dossier, file: str) -> AttachmentNote:
    """Return an attachment by its file.

    Raises:
        NotFound: If the dossier has none such.
    """
    found = next((one for one in dossier.attachments if one.file == file), None)
    if found is None:
        raise NotFound("no such attachment", what=file[:12])
    return found


def is_there(dossier: Dossier, about: str) -> bool:
    """Whether what an attachment is said to be about is a row of the dossier, as marks name them."""
    kind, _, row = about.partition("/")
    key = KEYS.get(kind, "id")
    return kind in LISTS and any(getattr(one, key) == row for one in getattr(dossier, kind))


class Attach(Operation):
    """Note a picture or a document that is already kept in `attachments/`; one secret is marked at once."""

    note: AttachmentNote
    paragraph: Id | None = None
    because: PersonText = ""

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the note.

        Raises:
            NotFound: If what it is about is not there.
            Refused: If the file is there already, there are too many, or it is secret without a reason.
        """
        there = next((one for one in dossier.attachments if one.file == self.note.file), None)
        if there:
            raise Refused("there already", why=_named(THERE, there.name))
        _found(dossier, self.note.about)
        size = self.note.size + sum(one.size for one in dossier.attachments)
        if len(dossier.attachments) >= MOST or size > MOST_BYTES:
            raise Refused("too many", why=TOO_MANY)
        after = dossier.model_copy(update={"attachments": (*dossier.attachments, self.note)})
        if self.note.secrecy != SECRET:
            return after
        if self.paragraph is None or not self.because.strip():
            raise Refused("secret unmarked", why=MUST_MARK)
        mark = MarkSecret(
            kind="attachments", part=self.note.file, paragraph=self.paragraph, because=self.because
        )
        return mark.apply(after, scene)


class DescribeAttachment(Operation):
    """Say what an attachment is called, what kind it is, and what it is about; what is None stays."""

    file: Id
    title: Required | None = None
    kind: AttachmentKind | None = None
    description: PersonText | None = None
    about: tuple[Id, ...] | None = None
    internal: bool | None = None

    @property
    def subject(self) -> str:
        """Where the attachment stands."""
        return f"attachments/{self.file}"

    @property
    def wanted(self) -> str:
        """What it was to be called."""
        return self.title or self.description or ""

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with what was said.

        Raises:
            NotFound: If there is no such attachment, or what it is about is not there.
        """
        before = attachment(dossier, self.file)
        said: dict[str, Any] = {"kind": self.kind, "description": self.description, "about": self.about}
        said["name"] = shown_name(self.title) if self.title else None
        if self.about is not None:
            _found(dossier, tuple(one for one in self.about if one not in before.about))
        if self.internal is not None and before.secrecy != SECRET:
            said["secrecy"] = "internal" if self.internal else "open"
        kept = {name: one for name, one in said.items() if one is not None}
        after = AttachmentNote.model_validate({**dict(before), **kept})
        rows = tuple(after if one is before else one for one in dossier.attachments)
        return dossier.model_copy(update={"attachments": rows})


class RemoveAttachment(Operation):
    """Take an attachment away; its mark goes with it, and the history keeps that it was there."""

    file: Id

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier without it.

        Raises:
            NotFound: If there is no such attachment.
        """
        attachment(dossier, self.file)
        kept = tuple(one for one in dossier.attachments if one.file != self.file)
        marks = tuple(one for one in dossier.markings if one.id != f"attachments/{self.file}")
        return dossier.model_copy(update={"attachments": kept, "markings": marks})


class TakeBackAttachment(RemoveAttachment):
    """Take away an attachment that one has added oneself."""

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier without it.

        Raises:
            NotFound: If there is no such attachment.
            Refused: If somebody else added it.
        """
        if attachment(dossier, self.file).added.by != scene.actor.name:
            raise Refused("added by another", why=NOT_YOURS)
        return super().apply(dossier, scene)


def _found(dossier: Dossier, about: tuple[str, ...]) -> None:
    missing = next((one for one in about if not is_there(dossier, one)), None)
    if missing:
        raise NotFound("about nothing", what=missing)


def _named(text: Text, name: str) -> Text:
    return Text(sv=text.sv.replace("{name}", name), en=text.en.replace("{name}", name))
