"""What one reader sees of a dossier: made from its open side, where they are not named to see the secret.

Everything a reader gets is made from this. What is left out is told as a count and a level, never as what.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.lesson import Lesson
from evenemang.domain.risk import Risk
from evenemang.flow.access import Access
from evenemang.flow.content import Content
from evenemang.flow.journal import JournalEntry
from evenemang.flow.secrecy import Secrets, secrets_of
from evenemang.flow.sides import side_of


@dataclass(frozen=True)
class Hidden:
    """What somebody does not see: `whole` and `secrets` are for judging and counting, never for showing."""

    whole: Dossier
    secrets: Secrets

    @property
    def risks(self) -> int:
        """How many risks that count are not shown."""
        return sum(one.id in self.secrets.risks for one in self.whole.risks if one.counts)

    @property
    def actions(self) -> int:
        """How many actions are not shown."""
        return sum(one.id in self.secrets.actions for one in self.whole.actions)

    @property
    def areas(self) -> int:
        """How many areas that are taken are not shown."""
        return sum(one.area in self.secrets.areas for one in self.whole.assessment.areas)

    @property
    def worst(self) -> Risk | None:
        """The worst risk of all, where it is one that is not shown."""
        standing = self.whole.standing_risks
        return standing[0] if standing and standing[0].id in self.secrets.risks else None

    def __bool__(self) -> bool:
        """Whether anything at all is left out."""
        return self._anything

    @cached_property
    def _anything(self) -> bool:
        return side_of(self.whole, self.secrets, secret=False) != self.whole or self.areas > 0


@dataclass(frozen=True)
class Sight:
    """A dossier as one reader sees it, and what is hidden from them; None where they see everything."""

    dossier: Dossier
    hidden: Hidden | None = None


def sees(access: Access, actor: Actor | None, dossier: Dossier) -> bool:
    """Whether somebody sees what is secret in a dossier: named in it, or named everywhere.

    A name counts only where somebody has signed in with it: a name that was typed proves nothing.
    """
    if access.sees_secret(actor, dossier.id):
        return True
    if actor is None or actor.member is None:
        return False
    entered = access.sees(actor)
    named = any(one.name == actor.name for one in dossier.named)
    return named and (entered is None or dossier.id in entered)


def out_of_sight(
    dossier: Dossier, content: Content, journal: Iterable[JournalEntry], lessons: Iterable[Lesson]
) -> Sight:
    """Return a dossier as somebody sees it who is not named; what was secret once stays hidden."""
    secrets = secrets_of(dossier, content, journal, lessons)
    return Sight(side_of(dossier, secrets, secret=False), Hidden(dossier, secrets))
