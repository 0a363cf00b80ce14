"""A record of a register changed as somebody saw it: of two who change it, each sees what the other said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from evenemang.domain.actor import Actor
from evenemang.domain.errors import ChangedMeanwhile, NotFound
from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.journal import JournalEntry, Json, Kind
from evenemang.flow.racing import tried_again
from evenemang.flow.settings.words import called, in_words, same
from evenemang.flow.storing import Record, Stored
from evenemang.flow.workspace import ATTEMPTS, Workspace

R = TypeVar("R", bound=Record)


def newest(workspace: Workspace, kind: Kind, record_id: str) -> Stored[Record] | None:
    """Return a record as it is stored now, or None."""
    try:
        return workspace.store.load(kind, record_id)
    except NotFound:
        return None


def change_as_seen(  # noqa: PLR0917  # which, how, by whom: read as a sentence
    workspace: Workspace,
    kind: Kind,
    record_id: str,
    how: Callable[[Any], R],  # of the newest record; of None where there is none yet
    by: Actor,
    verb: str,
    *,
    seen: int | None,
) -> Stored[R]:
    """Change a record on its newest version; without `seen` whatever it is, else only the one that was seen.

    Raises:
        NotAllowed: If who acts may not.
        ChangedMeanwhile: If it is no longer at the version that was seen, and says something else.
    """

    def once() -> Stored[R]:
        stored = newest(workspace, kind, record_id)
        version = stored.version if stored else 0
        after = how(stored.record if stored else None)
        if stored and after == stored.record:
            return cast("Stored[R]", stored)
        if seen is not None and seen != version:
            raise _changed_meanwhile(workspace, kind, after, seen)
        workspace.keep(kind, after, by, verb, expected=version)
        return Stored(after, version + 1)

    return tried_again(ATTEMPTS, once)


def _changed_meanwhile(workspace: Workspace, kind: Kind, after: Record, seen: int) -> ChangedMeanwhile:
    rows = workspace.store.journal(kind, after.id)
    last = rows[-1]
    return ChangedMeanwhile(
        f"{kind} is not at {seen}",
        who=last.deed.by,
        when=f"{last.deed.at.astimezone(LOCAL):%Y-%m-%d %H:%M}",
        what=_called(workspace, kind, after),
        seen=_said(workspace, kind, picture_at(rows, seen)),
        now=_said(workspace, kind, last.deed.after),
        wanted=_said(workspace, kind, after.model_dump(mode="json")),
    )


def picture_at(rows: tuple[JournalEntry, ...], version: int) -> Json:
    """Return what a record was at a version; None before the first."""
    return next((row.deed.after for row in reversed(rows) if row.version <= version), None)


def _called(workspace: Workspace, kind: Kind, record: Record) -> Text:
    if kind == "setting":
        return called(workspace.content, record.id)
    name = getattr(record, "name", "") or getattr(record, "title", "") or record.id
    return same(name)


def _said(workspace: Workspace, kind: Kind, picture: Json) -> Text:
    return in_words(kind, picture, workspace.content)
