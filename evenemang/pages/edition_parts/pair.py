"""Two editions of one event before one person: each as they see it, and what differs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from evenemang.domain.checklist import Question
from evenemang.domain.event import DailyOccasions
from evenemang.domain.risk import Risk
from evenemang.domain.text import Language, Text
from evenemang.flow.recalling.editions import Differences, differences
from evenemang.pages.desk import Desk
from evenemang.pages.periods import period
from evenemang.pages.risks.levels import badge
from evenemang.pages.showing import escaped

UNDATED = Text(sv="utan datum", en="without a date")


@dataclass(frozen=True)
class Pair:
    """An edition, and an earlier one that it is held against."""

    now: Desk
    before: Desk

    @property
    def language(self) -> Language:
        """In which language it is told."""
        return self.now.language

    def say(self, text: Text | str) -> str:
        """Return a text in the reader's language."""
        return self.now.say(text)

    @cached_property
    def differs(self) -> Differences:
        """What is otherwise now, as who looks sees both."""
        return differences(self.before.dossier, self.before.reading, self.now.dossier, self.now.reading)

    @property
    def only_a_list(self) -> bool:
        """Whether a list is all that is known of one of them: it has no answers and no risks."""
        return any(one.dossier.from_list for one in (self.now, self.before))

    @property
    def hides(self) -> bool:
        """Whether something of either is not shown to who looks."""
        return any(one.hidden for one in (self.now, self.before))

    def question(self, question: str) -> Question | None:
        """Return a question as it is put now, else as it was put then."""
        return self.now.content.question(question) or self.before.content.question(question)


def called(desk: Desk) -> str:
    """Return what one edition is called among the others: its days."""
    return escaped(period(desk.dossier.event, desk.language)) or desk.say(UNDATED)


def visits(desk: Desk) -> int | None:
    """Return the visits that were counted; None where nobody has."""
    dossier = desk.dossier
    if dossier.evaluation:
        return dossier.evaluation.visitors.total
    return dossier.from_list.visitors if dossier.from_list else None


def expected(desk: Desk) -> int | None:
    """Return the visits that are expected over all days; None where an occasion does not say."""
    occasions = desk.dossier.event.occasions
    said = [one.visitors_total if isinstance(one, DailyOccasions) else one.visitors for one in occasions]
    known = [one for one in said if one is not None]
    return sum(known) if known and len(known) == len(said) else None


def worst(desk: Desk) -> Risk | None:
    """Return the risk with the highest residual of those that are shown."""
    standing = desk.dossier.standing_risks
    return standing[0] if standing else None


def level_of(desk: Desk, risk: Risk) -> str:
    """Return the residual level of a risk, as a badge."""
    return badge(desk, risk.residual)
