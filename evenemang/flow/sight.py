"""What one reader sees of a dossier: made from its open side, where they are not named to see the secret.

Everything a reader gets is made from this. What is left out is told as a count and a level, never as what.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evenemang.domain.actor import Actor
from evenemang.domain.decision import Obstacle
from evenemang.domain.dossier import Dossier
from evenemang.domain.risk import Risk
from evenemang.domain.text import Text
from evenemang.flow.access import Access
from evenemang.flow.content import Content
from evenemang.flow.journal import JournalEntry
from evenemang.flow.reading import Reading
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
        return side_of(self.whole, self.secrets, secret=False) != self.whole or self.areas > 0


@dataclass(frozen=True)
class Sight:
    """A dossier as one reader sees it, and what is hidden from them; None where they see everything."""

    dossier: Dossier
    hidden: Hidden | None = None


def sees(access: Access, actor: Actor | None, dossier: Dossier) -> bool:
    """Whether somebody sees what is secret in a dossier: named in it, or let in everywhere."""
    if access.sees_secret(actor, dossier.id):
        return True
    return actor is not None and any(one.name == actor.name for one in dossier.named)


def sight(
    dossier: Dossier,
    content: Content,
    journal: Iterable[JournalEntry],
    reading: Reading | None = None,
) -> Sight:
    """Return a dossier as somebody sees it who is not named; what was secret once stays hidden."""
    lessons = reading.lessons if reading else ()
    secrets = secrets_of(dossier, content, journal, lessons)
    return Sight(side_of(dossier, secrets, secret=False), Hidden(dossier, secrets))


def veiled(obstacles: Iterable[Obstacle], secrets: Secrets | None) -> tuple[Obstacle, ...]:
    """Return what stands in the way, with what is about something secret told as a count at the end."""
    found = tuple(obstacles)
    if secrets is None:
        return found
    shown = [one for one in found if not _is_secret(one, secrets)]
    risks = {one.risk for one in found if one.risk in secrets.risks}
    questions = {one.question for one in found if one.question and secrets.asks(one.question)}
    if risks:
        shown.append(Obstacle(rule="risk-too-high", why=_more(len(risks), RISK, RISKS)))
    if questions:
        shown.append(Obstacle(rule="question-unanswered", why=_more(len(questions), QUESTION, QUESTIONS)))
    return tuple(shown)


def _is_secret(one: Obstacle, secrets: Secrets) -> bool:
    return one.risk in secrets.risks or bool(one.question and secrets.asks(one.question))


def _more(count: int, one: Text, many: Text) -> Text:
    said = one if count == 1 else many
    return Text(sv=said.sv.format(count=count), en=said.en.format(count=count))


RISK = Text(
    sv="1 risk som bara visas för dem som är utsedda hindrar. Be någon av dem att bedöma den.",
    en="1 risk shown only to those who are named is in the way. Ask one of them to judge it.",
)
RISKS = Text(
    sv="{count} risker som bara visas för dem som är utsedda hindrar. Be någon av dem att bedöma dem.",
    en="{count} risks shown only to those who are named are in the way. Ask one of them to judge them.",
)
QUESTION = Text(
    sv="1 grundfråga som bara visas för dem som är utsedda är inte besvarad. Be någon av dem att svara.",
    en="1 basic question shown only to those who are named is not answered. Ask one of them to answer.",
)
QUESTIONS = Text(
    sv="{count} grundfrågor som bara visas för dem som är utsedda är inte besvarade. Be någon av dem att svara.",
    en="{count} basic questions shown only to those who are named are not answered. Ask one of them.",
)
