"""The dossier that is measured on: about 500 answers, 60 risks and 80 actions, as a big festival has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import count, cycle, islice

from evenemang.domain.actor import Actor
from evenemang.domain.assessment import Answer, AreaTaken, Assessment
from evenemang.domain.checklist import Area, Question
from evenemang.domain.condition import Value
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import Occasion
from evenemang.domain.risk import Judgement
from evenemang.flow.content import Content
from evenemang.flow.judging import AddRisk
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.operation import Operation, Scene
from evenemang.flow.planning import AddAction
from evenemang.flow.workspace import Workspace

SARA = Actor(name="Sara Lind")
ANSWERS, RISKS, ACTIONS = 500, 60, 80
COMMENT = "Genomgånget med arrangören på plats, enligt ritningen från mötet i maj."
ABSENT = "annat"  # an area that is not installed: its answers are kept, and weigh as much


class FillWhole(Operation):
    """Everything that a big event has collected, in one deed: filling is not what is measured."""

    left_open: tuple[str, ...] = ()  # questions that stay unanswered
    asked_elsewhere: bool = False  # answers of an area that is not installed make up the number

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier, full."""
        dossier = _answered(dossier, scene, self.left_open, self.asked_elsewhere)
        for number in range(RISKS - len(dossier.risks)):
            dossier = _risk(number).apply(dossier, scene)
        for number in range(ACTIONS):
            risk = dossier.risks[number % RISKS].id
            dossier = AddAction(do=f"Åtgärd {number}: {COMMENT}", risk=risk, due_days=-14).apply(
                dossier, scene
            )
        return dossier


def full(workspace: Workspace, left_open: tuple[str, ...] = (), *, elsewhere: bool = False) -> Dossier:
    """Open a dossier and fill it."""
    first = date(workspace.now().year + 1, 8, 20)
    new = NewDossier(
        name="Stadsfesten",
        occasions=tuple(
            Occasion(date=first + timedelta(days=day), starts="12:00", ends="23:00") for day in range(3)
        ),
        areas=(*workspace.content.areas, *([ABSENT] if elsewhere else [])),
        officer=SARA.name,
    )
    opened = open_dossier(workspace, new, SARA).record
    filling = FillWhole(left_open=left_open, asked_elsewhere=elsewhere)
    return workspace.do(opened.id, filling, SARA).record


def grown(content: Content, questions: int = ANSWERS) -> Content:
    """Return the content with its areas copied under other names until it asks so many questions."""
    areas = dict(content.areas)
    copies = (_copy(one, number) for number in count(2) for one in content.areas.values())
    while sum(len(list(one.questions())) for one in areas.values()) < questions:
        copy = next(copies)
        areas[copy.area] = copy
    return replace(content, areas=areas)


def _copy(area: Area, number: int) -> Area:
    name = f"{area.area}-{number}"
    sections = tuple(
        section.model_copy(
            update={"questions": tuple(_renamed(one, area.area, name) for one in section.questions)}
        )
        for section in area.sections
    )
    return area.model_copy(update={"area": name, "sections": sections})


def _renamed(question: Question, area: str, name: str) -> Question:
    return question.model_copy(update={"id": question.id.replace(f"{area}.", f"{name}.", 1)})


def _answered(dossier: Dossier, scene: Scene, left_open: tuple[str, ...], elsewhere: bool) -> Dossier:
    areas = scene.content.areas.values()
    values: dict[str, Value] = {
        one.id: _value(one)
        for area in areas
        for one in area.questions()
        if not one.retired and one.id not in left_open
    }
    if elsewhere:
        values |= {f"{ABSENT}.fraga-{number}": "yes" for number in range(ANSWERS - len(values))}
    given = {
        key: Answer(question=key, value=value, comment=COMMENT, given=scene.stamp)
        for key, value in values.items()
    }
    taken: tuple[AreaTaken, ...] = dossier.assessment.areas
    return dossier.model_copy(update={"assessment": Assessment(areas=taken, answers=given)})


def _value(question: Question) -> Value:
    if question.answer == "choice":
        return question.choices[0].id
    if question.answer == "number":
        return max(1, question.min or 0)
    return {"text": "Enligt ritning", "time": "14:30"}.get(question.answer, "yes")


def _risk(number: int) -> AddRisk:
    step = next(islice(cycle((1, 2, 3, 4)), number, None))
    return AddRisk(
        title=f"Trängsel vid grind {number}",
        area="crowds",
        before=Judgement(likelihood=step, consequence=3),
        after=Judgement(likelihood=1, consequence=3),
        motive=COMMENT,
    )
