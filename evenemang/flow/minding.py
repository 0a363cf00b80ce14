"""Deeds by somebody who does not see what is secret: they neither touch it, nor erase it, nor learn of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.text import Text
from evenemang.flow.attaching import Attach
from evenemang.flow.joining import places_among, rows_of_both
from evenemang.flow.naming import naming_the_first
from evenemang.flow.operation import Operation, Scene, Stage
from evenemang.flow.scoping import LeaveOutArea
from evenemang.flow.secrecy import Secrets, holds_secret, secrets_of
from evenemang.flow.sides import side_of
from evenemang.flow.versions import TakeVersion

NOT_YOURS = Text(
    sv="Riskområdet är hemligt, och du är inte utsedd att se det. Be någon som är det.",
    en="The area is secret, and you are not named to see it. Ask somebody who is.",
)
ADDS_SECRET = Text(
    sv="Det blir hemligt, och du är inte utsedd att se hemliga delar av ärendet. Be någon som är det, "
    "eller be en samordnare att utse dig.",
    en="It becomes secret, and you are not named to see what is secret in the dossier. Ask somebody who is, "
    "or ask a coordinator to name you.",
)


def minded(operation: Operation, dossier: Dossier, scene: Scene) -> tuple[Stage, ...]:
    """Return a deed's stages; where who acts does not see everything, the rest is as it was in each of them.

    Raises:
        Refused: If it adds something secret that they would not see themselves.
    """
    stages = operation.stages(dossier, scene)
    if scene.hidden is not None:
        stages = tuple(replace(one, after=_kept(dossier, one.after, scene.hidden)) for one in stages)
        after = stages[-1].after
        begun = bool(dossier.named) or holds_secret(dossier, scene.content)
        if begun and _adds(after, dossier, secrets_of(after, scene.content)):
            raise Refused("adds secret", why=ADDS_SECRET)
    *first, last = stages
    return (*first, replace(last, after=naming_the_first(dossier, last.after, scene)))


def refuse_what_is_hidden(operation: Operation, scene: Scene) -> None:
    """Refuse a deed on what is not shown, before anything is told of it: as an id that never was.

    Raises:
        NotFound: If the deed is about something that who acts does not see.
        Refused: If it changes whether a whole area is assessed, and they do not see the area; or attaches a
            file that is secret here.
    """
    secrets = scene.hidden
    if secrets is None:
        return
    if isinstance(operation, Attach) and operation.note.file in secrets.attachments:
        raise Refused("secret file", why=ADDS_SECRET)
    if isinstance(operation, LeaveOutArea | TakeVersion) and operation.area in secrets.areas:
        raise Refused("secret area", why=NOT_YOURS)
    for word in _words(dict(operation)):
        if word in secrets.words or ("." in word and secrets.asks(word)):
            raise NotFound("hidden", what=word)


def _words(said: Any) -> Iterable[str]:
    """Yield every text in what a deed says that may be an id: those with spaces are prose."""
    if isinstance(said, str):
        if said and " " not in said:
            yield from (said, said.rsplit("/", 1)[-1])
    elif isinstance(said, BaseModel):
        yield from _words(dict(said))
    elif isinstance(said, Mapping):
        for key, one in said.items():
            yield from _words(key)
            yield from _words(one)
    elif isinstance(said, list | tuple):
        for one in said:
            yield from _words(one)


def _kept(before: Dossier, done: Dossier, secrets: Secrets) -> Dossier:
    """Return what was done, with every hidden row of before where it stood."""
    hidden = side_of(before, secrets, secret=True)
    shown = side_of(done, secrets, secret=False)
    kept = rows_of_both(shown, hidden, places_among(before, hidden))
    return _as_before(done.model_copy(update=kept), done)


def _as_before(kept: Dossier, done: Dossier) -> Dossier:
    """Return the very same parts where nothing was left out: what is unchanged is told by identity."""
    same: dict[str, Any] = {
        name: getattr(done, name)
        for name in Dossier.model_fields
        if getattr(kept, name) is not getattr(done, name) and getattr(kept, name) == getattr(done, name)
    }
    return kept.model_copy(update=same) if same else kept


def _adds(after: Dossier, before: Dossier, secrets: Secrets) -> bool:
    """Whether there are secret rows that were not there."""

    def ids(dossier: Dossier) -> set[str]:
        secret = side_of(dossier, secrets, secret=True)
        return {
            *(one.id for one in secret.risks),
            *(one.id for one in secret.actions),
            *(one.id for one in secret.assessment.own_questions),
            *(f"file/{one.file}" for one in secret.attachments),
            *secret.assessment.answers,
        }

    return bool(ids(after) - ids(before))
