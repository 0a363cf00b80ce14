"""Deciding: the officer's view and the group's, refused while the table of decisions says not yet."""

from __future__ import annotations

from evenemang.domain.action import counted_residual
from evenemang.domain.decision import (
    Decision,
    Draft,
    Obstacle,
    missing_words,
    obstacles,
)
from evenemang.domain.dossier import SETTLED, Dossier, stage
from evenemang.domain.errors import DecisionRefused
from evenemang.domain.lesson import Lesson
from evenemang.domain.matrix import View
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.operation import Operation, Scene
from evenemang.flow.reading import Reading, read
from evenemang.flow.veil import veiled

POSITIVE: tuple[View, ...] = ("approved-with-conditions", "approved", "no-objection")  # the mildest first


class Decide(Operation):
    """Decide on an event; the decision before stays in the history."""

    draft: Draft

    @property
    def subject(self) -> str:
        """The whole row of decisions: nobody decides past another."""
        return "decisions"

    @property
    def wanted(self) -> str:
        """The group's view."""
        return self.draft.group_view

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier decided.

        Raises:
            DecisionRefused: If something stands in the way; it says which risk and what to do.
        """
        reading = read(dossier, scene.content, scene.lessons, scene.today)
        in_the_way = [
            one.why
            for one in veiled(
                standing_in_the_way(self.draft.group_view, dossier, scene.content, reading), scene.hidden
            )
        ]
        in_the_way += missing_words(self.draft, reading.unanswered(dossier), scene.content.matrix)
        if in_the_way:
            raise _refusal(self.draft.group_view, in_the_way, scene.content)
        matrix = scene.content.matrix
        levels = {
            risk.id: counted_residual(risk, dossier.actions).residual.level(matrix)
            for risk in dossier.risks
            if risk.counts
        }
        decision = Decision(given=scene.stamp, levels=levels, **dict(self.draft))
        return dossier.model_copy(update={"decisions": (*dossier.decisions, decision), "reconsider": None})


def standing_in_the_way(
    view: View, dossier: Dossier, content: Content, reading: Reading
) -> tuple[Obstacle, ...]:
    """Return what stands in the way of a view of the group."""
    unanswered = reading.unanswered(dossier)
    found = obstacles(view, dossier.risks, dossier.actions, unanswered, content.matrix)
    lessons = reading.lessons_waiting if content.matrix.rule(view).needs_depth_one else ()
    return (*(_asking(one, content) for one in found), *map(_waiting, lessons))


def _waiting(lesson: Lesson) -> Obstacle:
    """Say that a lesson the group has approved is not answered: what was learned is never passed by."""
    return Obstacle(
        rule="lesson-unanswered",
        why=Text(
            sv=f"Lärdomen ”{lesson.text}” är inte besvarad. Säg hur den tas om hand, eller varför inte.",
            en=f"The lesson “{lesson.text}” is not answered. Say how it is taken in, or why not.",
        ),
        question=lesson.concerns.question,
        area=lesson.concerns.area,
        lesson=lesson.id,
    )


def _asking(obstacle: Obstacle, content: Content) -> Obstacle:
    """Say a question by its words: its id is for programs."""
    question = content.question(obstacle.question) if obstacle.question else None
    if question is None:
        return obstacle
    why = Text(
        sv=f"Grundfrågan ”{question.ask.sv}” är inte besvarad. Besvara den.",
        en=f"The basic question “{question.ask.en}” is not answered. Answer it.",
    )
    return obstacle.model_copy(update={"why": why})


def in_the_way_of_approval(dossier: Dossier, content: Content, reading: Reading) -> tuple[Obstacle, ...]:
    """Return what stops even the mildest way of saying yes; nothing where the event may be approved."""
    view = next(one for one in POSITIVE if any(rule.view == one for rule in content.matrix.decisions))
    return standing_in_the_way(view, dossier, content, reading)


def asks_for_decision(dossier: Dossier) -> bool:
    """Whether the group has a decision before it: none yet, one that waits for more, or one to reconsider."""
    if stage(dossier) in SETTLED:
        return False
    decision = dossier.decision
    return decision is None or decision.group_view == "to-complete" or dossier.asks_for_new_decision


def allowed_views(dossier: Dossier, content: Content, reading: Reading) -> tuple[View, ...]:
    """Return the views that risks and answers allow, in the order of the table; words are asked for after."""
    return tuple(
        rule.view
        for rule in content.matrix.decisions
        if not standing_in_the_way(rule.view, dossier, content, reading)
    )


def _refusal(view: View, in_the_way: list[Text], content: Content) -> DecisionRefused:
    listed = Text(
        sv=" ".join(one.sv for one in in_the_way),
        en=" ".join(one.en for one in in_the_way),
    )
    return DecisionRefused("not yet", view=content.matrix.rule(view).word, obstacles=listed)
