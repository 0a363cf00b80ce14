"""A dossier with a word of its own in every secret field of every kind, made by the verbs of the work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from evenemang.domain.actor import Actor
from evenemang.domain.assessment import AttachmentNote
from evenemang.domain.dossier import Dossier
from evenemang.domain.evaluation import ActionOutcome, RiskOutcome, VisitorCount
from evenemang.domain.event import Occasion
from evenemang.domain.lesson import Concerns
from evenemang.domain.risk import Judged, Judgement
from evenemang.domain.role import Member
from evenemang.domain.text import Text
from evenemang.flow.assessing import AskOwnQuestion, GiveAnswer
from evenemang.flow.attaching import Attach
from evenemang.flow.evaluating import Evaluate
from evenemang.flow.judging import AcceptRisk, AddRisk, DismissRisk, JudgeRisk
from evenemang.flow.learning import NewLesson, note_lesson
from evenemang.flow.marking import MarkSecret
from evenemang.flow.naming import BeginSecret
from evenemang.flow.on_site import LogIncident
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.operation import Operation
from evenemang.flow.planning import AddAction, AdvanceAction
from evenemang.flow.storing import Store
from evenemang.flow.workspace import Workspace
from tests.builders import deed

NAMED = Actor(name="Petra Polis", member="pp01")
NILS = Actor(name="Nils Nyfiken", member="nn01")
SARA = Actor(name="Sara Samordnare", member="ss01")
QUESTIONS = ("threats.assessed", "threats.specific-threat")
OPEN_RISK = "Trängsel vid entrén"


@dataclass
class Guarded:
    """The dossier's id, and the words that only the named may meet anywhere."""

    work: Workspace
    id: str
    words: list[str]
    named: Actor

    @property
    def dossier(self) -> Dossier:
        return self.work.dossier(self.id).record

    def word(self, about: str) -> str:
        self.words.append(f"zq{about}{len(self.words)}qz")
        return self.words[-1]

    def do(self, operation: Operation, by: Actor | None = None) -> Dossier:
        return self.work.do(self.id, operation, by or self.named).record


def members(store: Store) -> None:
    """Keep who may sign in: one who will be named, one who is curious, one who coordinates."""
    for actor, role in ((NAMED, "coordinator"), (NILS, "coordinator"), (SARA, "coordinator")):
        member = Member.model_validate({"id": actor.member, "name": actor.name, "role": role})
        store.save("member", member, expected=0, deeds=[deed()])


def guarded(work: Workspace, named: Actor = NAMED, opener: Actor = SARA) -> Guarded:
    """Open an event that was held, and write something secret in every way there is."""
    day = work.now().date() - timedelta(days=3)
    new = NewDossier(
        name="Höstfesten",
        areas=("crowds", "threats"),
        occasions=(Occasion(date=day, starts="00:01", ends="23:00"),),
    )
    here = Guarded(work, open_dossier(work, new, opener).record.id, [], named)
    here.do(BeginSecret())
    _answers(here)
    _risks(here)
    _actions_and_what_happened(here)
    return here


def _answers(here: Guarded) -> None:
    for question in QUESTIONS:
        here.do(GiveAnswer(question=question, value="no", comment=here.word("svar")))
        here.do(GiveAnswer(question=question, value="no", comment=here.word("senare")))
    own = AskOwnQuestion(question="own.secret", area="crowds", ask=here.word("egen"), secrecy="secret")
    here.do(own)
    here.do(GiveAnswer(question="own.secret", value="no", comment=here.word("egensvar")))
    note = AttachmentNote.model_validate(
        {
            "file": f"{7:064x}.png",
            "name": here.word("bilaga"),
            "size": 10,
            "secrecy": "secret",
            "added": {"by": here.named.name, "at": here.work.clock.now()},
        }
    )
    here.do(Attach(note=note, paragraph="osl-18-8", because=here.word("bilageskal")))


def _judged(here: Guarded, **more: Any) -> Judged:
    placed = {
        "before": Judgement(likelihood=5, consequence=5),
        "after": Judgement(likelihood=5, consequence=5),
    }
    said = {
        "title": here.word("risk"),
        "motive": here.word("motiv"),
        "existing_controls": (here.word("skydd"),),
    }
    return Judged.model_validate({**placed, **said, **more})


def _risks(here: Guarded) -> None:
    raised = [one.id for one in here.dossier.risks]
    here.do(JudgeRisk(risk=raised[0], said=_judged(here)))
    here.do(AcceptRisk(risk=raised[0], because=here.word("godtagen")))
    for one in raised[1:]:
        here.do(DismissRisk(risk=one, because=here.word("avfard")))
    low = Judgement(likelihood=1, consequence=2)
    here.do(AddRisk(title=OPEN_RISK, area="crowds", before=low))
    here.do(AddRisk(title=here.word("egenrisk"), area="crowds", before=low))
    last = here.dossier.risks[-1].id
    mark = MarkSecret(kind="risks", part=last, paragraph="osl-18-8", because=here.word("markning"))
    here.do(mark)


def _actions_and_what_happened(here: Guarded) -> None:
    risk = here.dossier.risks[0].id
    late = here.work.now().date() - timedelta(days=10)
    here.do(AddAction(do=here.word("atgard"), risk=risk, owner=here.word("agare"), due=late, decided=True))
    here.do(
        AddAction(do=here.word("hemlig"), secrecy="secret", owner=here.named.name, due=late, decided=True)
    )
    action = here.dossier.actions[0].id
    here.do(AdvanceAction(action=action, status="started"))
    _files(here, action)
    told = {name: here.word(name) for name in ("what", "immediate", "cause", "measure")}
    here.do(LogIncident(type="suspicious", severity=1, foreseen=risk, **told))
    here.do(
        Evaluate(
            visitors=VisitorCount(method="door-counter", total=900),
            risks=(RiskOutcome(risk=risk, happened="yes", note=here.word("utfall")),),
            actions=(ActionOutcome(action=action, helped="no", note=here.word("hjalpte")),),
        )
    )
    concerns = Concerns(question=QUESTIONS[0])
    note_lesson(
        here.work, NewLesson(text=here.word("lardom"), from_event=here.id, concerns=concerns), here.named
    )


def _files(here: Guarded, action: str) -> None:
    """Attach one that is about a secret action, and one that is open until it is marked."""
    for number, more in enumerate(({"about": (f"actions/{action}",)}, {})):
        said = {"file": f"{8 + number:064x}.pdf", "name": here.word("fil"), "description": here.word("visar")}
        given = {"by": here.named.name, "at": here.work.clock.now()}
        here.do(Attach(note=AttachmentNote.model_validate({**said, **more, "size": 10, "added": given})))
    mark = {"kind": "attachments", "part": f"{9:064x}.pdf", "paragraph": "osl-18-8"}
    here.do(MarkSecret.model_validate({**mark, "because": here.word("filmarke")}))


ASK = Text(sv="Sara", en="Sara")
