"""What in a dossier is open, and what of that is for an audience: row by row; `audience` rules the fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from evenemang.domain.action import Action
from evenemang.domain.checklist import Area, Question
from evenemang.domain.risk import Risk
from evenemang.flow.audience import Audience
from evenemang.flow.recording import Whole
from evenemang.flow.secrecy import Secrets, secrets_of

OPEN = "open"
ORGANISER = re.compile(
    r"(arrangör|anordnare)(en|ens|er|erna|ernas|n|ns|s)?\b|organi[sz]er('s|s'|s)?\b", re.IGNORECASE
)  # how a group that has no register of its own names them: Arrangören, Arrangörens elansvariga


@dataclass(frozen=True)
class Seen:
    """What in a dossier is open, and what of that is for an audience."""

    whole: Whole
    audience: Audience

    @cached_property
    def secrets(self) -> Secrets:
        """What is secret, and stays so wherever it is named."""
        whole = self.whole
        return secrets_of(
            whole.dossier, whole.content, whole.journal, (*whole.reading.lessons, *whole.lessons_from)
        )

    @cached_property
    def own(self) -> Mapping[str, str]:
        """The group's own questions that are open, with their areas."""
        return {
            one.id: one.area
            for one in self.whole.dossier.assessment.own_questions
            if one.secrecy == OPEN and one.id not in self.secrets.questions and self.is_open(one.area)
        }

    @cached_property
    def areas(self) -> dict[str, Area]:
        """The areas that are taken and open, each with the questions that the audience may see."""
        taken = {one.area for one in self.whole.dossier.assessment.areas}
        return {
            key: _only(area, lambda one, area=area: self._shows(area, one))  # type: ignore[misc]  # mypy knows no defaults of a lambda
            for key, area in self.whole.content.areas.items()
            if key in taken and self.is_open(key)
        }

    def is_open(self, area: str) -> bool:
        """Whether an area is here and open; of one that is not here nobody can tell."""
        found = self.whole.content.areas.get(area)
        return found is not None and found.secrecy == OPEN and area not in self.secrets.areas

    def asks_openly(self, question: str) -> bool:
        """Whether a question is open, itself and by its area, whoever answers it."""
        if question in self.own:
            return True
        area, found = self.whole.content.area_of(question), self.whole.content.question(question)
        if area is None or found is None or self.secrets.asks(question):
            return False
        return self.is_open(area.area) and area.secrecy_of(found) == OPEN

    def _shows(self, area: Area, question: Question) -> bool:
        return self.asks_openly(question.id) and (
            self.audience != "organiser" or (question.ask_of == "organiser" and question.is_planning)
        )

    def answers(self, question: str) -> bool:
        """Whether the audience sees the answer to a question."""
        if question in self.own:
            return self.audience == "public"
        area, found = self.whole.content.area_of(question), self.whole.content.question(question)
        return area is not None and found is not None and self._shows(area, found)

    def is_theirs(self, owner: str | None) -> bool:
        """Whether an owner is the organiser: by the register, or by what the group calls them."""
        if not owner:
            return False
        organiser, post = self.whole.organiser, self.whole.functions.get(owner)
        if organiser and owner in (organiser.id, organiser.name, organiser.contact):
            return True
        if owner == self.whole.dossier.event.organiser:
            return True
        called = (owner,) if post is None else (post.short, post.title)
        return any(ORGANISER.match(one.strip()) for one in called)

    def may_name(self, post: str) -> bool:
        """Whether a post is told: whom to ask, for the organiser their own, for the police who does what."""
        dossier = self.whole.dossier
        asked = {dossier.officer, *(one.officer for one in dossier.decisions)}
        if self.audience == "police":
            asked |= {one.owner for one in dossier.actions if self.shows_action(one)}
        return post in asked or (self.audience == "organiser" and self.is_theirs(post))

    def tells_of(self, risk: Risk) -> bool:
        """Whether nothing makes a risk internal or secret, whatever a person has said of it."""
        return (
            risk.secrecy == OPEN
            and risk.id not in self.secrets.risks
            and self.is_open(risk.area)
            and (risk.origin is None or self.asks_openly(risk.origin.question))
        )

    @cached_property
    def _open_risks(self) -> frozenset[str]:
        return frozenset(one.id for one in self.whole.dossier.risks if self.tells_of(one))

    def shows_action(self, action: Action) -> bool:
        """Whether the audience sees an action: the organiser theirs, the public what has been decided."""
        if action.secrecy != OPEN or action.id in self.secrets.actions or action.status == "dropped":
            return False
        if action.risk is not None and action.risk not in self._open_risks:
            return False
        return self.is_theirs(action.owner) if self.audience == "organiser" else action.in_force

    def shows_risk(self, risk: Risk) -> bool:
        """Whether the audience sees a risk that is judged: the organiser what concerns them."""
        if risk.id not in self._open_risks or risk.state != "accepted":
            return False
        if self.audience != "organiser":
            return True
        treated = any(one.risk == risk.id and self.shows_action(one) for one in self.whole.dossier.actions)
        return treated or (risk.origin is not None and self.answers(risk.origin.question))


def _only(area: Area, shows: Callable[[Question], bool]) -> Area:
    sections = (
        one.model_copy(update={"questions": tuple(filter(shows, one.questions))}) for one in area.sections
    )
    return area.model_copy(update={"sections": tuple(one for one in sections if one.questions)})
