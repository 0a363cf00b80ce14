"""An operation: one thing a person does to a dossier, applied to whatever is newest."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from evenemang.domain.actor import Actor, Stamp, stamp
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import LOCAL
from evenemang.domain.lesson import Lesson
from evenemang.domain.place import Place
from evenemang.domain.text import Frozen
from evenemang.flow.content import Content
from evenemang.flow.difference import picture
from evenemang.flow.journal import Json, Source, canonical
from evenemang.flow.reading import ReadBy
from evenemang.flow.secrecy import Secrets

NOT_LOOKED: Any = "\x00not looked"  # told apart from None: what was seen was nothing


@dataclass(frozen=True)
class Scene:
    """Who acts, when, and what is known around the dossier."""

    actor: Actor
    now: datetime
    content: Content  # with the versions of areas that the dossier answers
    installed: Content
    lessons: tuple[Lesson, ...] = ()
    places: tuple[Place, ...] = ()  # those that a kept sum has figures from
    hidden: Secrets | None = None  # what who acts does not see; None where they see everything

    @property
    def stamp(self) -> Stamp:
        """The stamp of what is being done."""
        return stamp(self.actor, self.now)

    @property
    def today(self) -> date:
        """Today, where the events are."""
        return self.now.astimezone(LOCAL).date()

    @property
    def read_by(self) -> ReadBy:
        """By what the dossier is read."""
        return self.content, self.lessons, self.today


@dataclass(frozen=True)
class Overtaken:
    """What somebody changed since the person saw it: where, what was seen and is there, what was wanted."""

    path: str
    seen: Json
    now: Json
    wanted: str


@dataclass(frozen=True)
class Stage:
    """A part of a deed: the dossier after it, and the file that it came in by."""

    after: Dossier
    source: Source | None = None


class Operation(Frozen, ABC):
    """One thing a person does. `subject` is the path of what it changes, `seen` what the person saw there.

    With `seen` given, the operation is refused when somebody has changed the subject since.
    """

    seen: Any = NOT_LOOKED

    @property
    def subject(self) -> str | None:
        """The path of the one thing it changes, such as assessment/answers/crowds.queue-space."""
        return None

    def stands_at(self, dossier: Dossier) -> str | None:
        """Return the path of what it changes as the dossier is now: its subject, wherever that has gone."""
        return self.subject

    @property
    def wanted(self) -> str:
        """What the person wanted, in few words: shown beside what somebody else wrote."""
        return ""

    def overtaken(self, dossier: Dossier) -> Overtaken | None:
        """Return what the person saw and is no longer so, or None."""
        path = self.stands_at(dossier)
        if path is None or self.seen == NOT_LOOKED:
            return None
        now = picture(dossier, path)
        if canonical(now) == canonical(self.seen):
            return None
        return Overtaken(path, self.seen, now, self.wanted)

    def stages(self, dossier: Dossier, scene: Scene) -> tuple[Stage, ...]:
        """Return the deed in the parts that the journal tells one by one, the last one with all that follows.

        One part, but for what comes in by a file.
        """
        return (Stage(self.apply(dossier, scene)),)

    @property
    def name(self) -> str:
        """What the journal calls it: the class's name with hyphens."""
        letters = type(self).__name__
        return "".join(f"-{one.lower()}" if one.isupper() else one for one in letters).lstrip("-")

    @abstractmethod
    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier after the deed.

        Raises:
            Refused: If a rule of the work says no.
            NotFound: If what it is about is not there.
        """
