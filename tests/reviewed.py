"""A dossier under review: things are done to it on a day, and what the rules find is asked for."""

from datetime import date, datetime
from typing import Any

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import LOCAL
from evenemang.domain.review import Finding
from evenemang.domain.risk import Judgement
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.content import Content
from evenemang.flow.judging import AddRisk
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.operation import Operation
from evenemang.flow.reviewing import Review
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import occasion

SARA, ALI = Actor(name="Sara Lind"), Actor(name="Ali Ek")
STARTS = date(2027, 8, 20)


def on(day: date, clock: str = "09:00:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=LOCAL)


class Matter:
    """A dossier that things are done to, on the day that `at` says."""

    def __init__(self, content: Content | None = None, **new: Any) -> None:
        self.at = on(date(2027, 7, 1))
        self.workspace = Workspace(MemoryStore(), content or bootstrap.content(), self)
        said = {"name": "Höstfesten", "occasions": (occasion(STARTS),), "areas": ("weather",), **new}
        self.id = open_dossier(self.workspace, NewDossier.model_validate(said), SARA).record.id

    def now(self) -> datetime:
        return self.at

    @property
    def content(self) -> Content:
        return self.workspace.content

    @property
    def dossier(self) -> Dossier:
        return self.workspace.dossier(self.id).record

    def do(self, *operations: Operation, by: Actor = SARA) -> None:
        for operation in operations:
            self.workspace.do(self.id, operation, by)

    def answer(self, by: Actor = SARA, **answers: Any) -> None:
        for name, value in answers.items():
            question = name.replace("__", ".").replace("_", "-")
            self.do(GiveAnswer(question=question, value=value), by=by)

    def risk(self, likelihood: int = 3, consequence: int = 4) -> None:
        self.do(
            AddRisk(
                title="Träd", area="weather", before=Judgement(likelihood=likelihood, consequence=consequence)
            )
        )

    def found(self, rule: str, dossier: Dossier | None = None) -> tuple[Finding, ...]:
        seen = self.review(dossier)
        assert not seen.faults
        return tuple(one for one in seen.findings if one.rule == rule)

    def review(self, dossier: Dossier | None = None) -> Review:
        return self.workspace.review(dossier or self.dossier)

    def says(self, rule: str) -> str:
        (one,) = self.found(rule)
        return one.says.sv


def body(dossier: Dossier, **rows: Any) -> Dossier:
    """Return the dossier as an old body or a workbook might bring it."""
    return Dossier.model_validate({**dossier.model_dump(mode="json"), **rows})
