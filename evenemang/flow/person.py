"""Everything about one person: each text and each journal row where their name stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from evenemang.domain.dossier import Dossier
from evenemang.domain.lesson import Lesson
from evenemang.domain.meeting import Meeting
from evenemang.domain.personal import Kind as Holding
from evenemang.domain.personal import Said, said_in
from evenemang.domain.role import Member
from evenemang.flow.journal import JournalEntry, Kind
from evenemang.flow.recording import functions
from evenemang.flow.retention.planning import ballots_of
from evenemang.flow.secrecy import Secrets, is_secret_question, secrets_of
from evenemang.flow.sides import about, side_of
from evenemang.flow.storing import MODELS, Record
from evenemang.flow.workspace import Workspace

Names = Callable[[str], bool]


@dataclass(frozen=True)
class Standing:
    """A text where the name stands, or one in the person's own record as a member."""

    kind: Kind
    record: str
    called: str
    where: str
    holds: Holding
    text: str
    secret: bool


@dataclass(frozen=True)
class Done:
    """A journal row that the person did, or whose values hold the name: those texts of it that do."""

    kind: Kind
    record: str
    at: datetime
    by: str
    operation: str
    touched: str
    texts: tuple[str, ...]
    secret: bool


@dataclass(frozen=True)
class Everything:
    """What a data folder holds of one person, in the records that are there."""

    name: str
    made: datetime
    standing: tuple[Standing, ...]
    journal: tuple[Done, ...]

    @property
    def secret(self) -> int:
        """How much of it is secret: to be tried before it is handed out."""
        return sum(one.secret for one in self.standing) + sum(one.secret for one in self.journal)


def everything_about(workspace: Workspace, name: str) -> Everything:
    """Return everything where a name stands, in any case and with a genitive s; a post by its title too."""
    posts = {one.id for one in functions(workspace).values() if name in (one.short, one.title)}
    names = naming({name, *posts})
    standing: list[Standing] = []
    journal: list[Done] = []
    for kind in MODELS:
        for record_id in workspace.store.ids(kind):
            record = workspace.store.load(kind, record_id).record
            rows = workspace.store.journal(kind, record_id)
            secrets = _secrets(workspace, record, rows)
            closed = _is_closed(workspace, record)
            standing += _standing(kind, record, names, _hidden(record, secrets, closed=closed))
            standing += _judged_alone(workspace, record, names) if isinstance(record, Meeting) else ()
            journal += (one for row in rows if (one := _done(row, names, secrets, closed=closed)))
    return Everything(name, workspace.now(), tuple(standing), tuple(journal))


def naming(names: set[str]) -> Names:
    """Return whether a text holds one of some names, as whole words."""
    either = "|".join(re.escape(_plain(one)) for one in sorted(names))
    pattern = re.compile(rf"(?<!\w)(?:{either})s?(?!\w)", re.IGNORECASE)
    return lambda text: pattern.search(_plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _secrets(workspace: Workspace, record: Record, rows: tuple[JournalEntry, ...]) -> Secrets | None:
    if not isinstance(record, Dossier):
        return None
    return secrets_of(record, workspace.content_for(record), rows, workspace.lessons_for(record))


def _is_closed(workspace: Workspace, record: Record) -> bool:
    """Whether a record is secret whole: a lesson at a question that is, or that is not known to be open."""
    asked = (record.concerns.question or record.concerns.area) if isinstance(record, Lesson) else None
    return bool(asked and is_secret_question(asked, workspace.content) is not False)


def _hidden(record: Record, secrets: Secrets | None, *, closed: bool) -> Callable[[Said], bool]:
    """Return what is secret in a record: what does not stand in its open side."""
    if not isinstance(record, Dossier) or secrets is None:
        return lambda _: closed
    open_side = set(said_in(side_of(record, secrets, secret=False)))
    return lambda said: said not in open_side


def _standing(kind: Kind, record: Record, names: Names, hidden: Callable[[Said], bool]) -> Iterator[Standing]:
    own = isinstance(record, Member) and names(record.name)
    for one in said_in(record):
        if own or names(one.text):
            yield Standing(kind, record.id, _called(record), one.path, one.kind, one.text, secret=hidden(one))


def _judged_alone(workspace: Workspace, meeting: Meeting, names: Names) -> Iterator[Standing]:
    """Yield what the person has judged alone and nobody has been shown yet: it stands in no record."""
    for asked, found in ballots_of(workspace, meeting):
        for one in (each for each in found if names(each.who)):
            where = f"ballots/{asked.event}/{asked.risk}"
            said = f"{one.who}: {one.likelihood} × {one.consequence}"
            yield Standing("meeting", meeting.id, _called(meeting), where, "name", said, secret=False)


def _called(record: Record) -> str:
    if isinstance(record, Dossier):
        return record.event.name
    return str(getattr(record, "name", None) or getattr(record, "title", None) or record.id)


def _done(row: JournalEntry, names: Names, secrets: Secrets | None, *, closed: bool) -> Done | None:
    deed = row.deed
    pictures = [deed.before, deed.after, deed.source.sender if deed.source else None]
    texts = tuple(dict.fromkeys(one for one in _texts(pictures) if names(one)))
    if not texts and not names(deed.by):
        return None
    secret = closed if secrets is None else about(row, secrets) != "open"
    return Done(row.kind, row.record, deed.at, deed.by, deed.operation, deed.touched, texts, secret)


def _texts(picture: Any) -> Iterator[str]:
    if isinstance(picture, str):
        yield picture
    elif isinstance(picture, dict):
        for key, value in picture.items():
            yield from _texts([key, value])
    elif isinstance(picture, list | tuple):
        for one in picture:
            yield from _texts(one)
