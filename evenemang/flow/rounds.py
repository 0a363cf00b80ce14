"""Rounds: walked question by question, and what deviates becomes an action at once."""

from __future__ import annotations

from datetime import datetime

from evenemang.domain.action import Action, StatusChange
from evenemang.domain.actor import Name
from evenemang.domain.assessment import Answer
from evenemang.domain.checklist import NO, PARTLY, Phase, Question
from evenemang.domain.condition import Value
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.risk import raised
from evenemang.domain.round import Round
from evenemang.domain.text import Id, PersonText, Text
from evenemang.flow.assessing import ConfirmAnswer, GiveAnswer
from evenemang.flow.operation import Operation, Scene
from evenemang.flow.planning import AdvanceAction, OnAction
from evenemang.flow.reading import Reading, facts_of
from evenemang.flow.secrecy import secrets_of

ENDED = Text(
    sv="Ronden är avslutad. Påbörja en ny rond för att svara igen.",
    en="The round is ended. Begin a new round to answer again.",
)
WHAT_TO_DO = Text(
    sv="Skriv vad som ska göras åt avvikelsen.", en="Say what is to be done about the deviation."
)


class BeginRound(Operation):
    """Begin to walk a round."""

    phase: Phase
    zone: Id | None = None

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the round."""
        round_id, numbered = dossier.numbered("W")
        begun = Round(id=round_id, phase=self.phase, zone=self.zone, walked=scene.stamp, begun=scene.now)
        return numbered.model_copy(update={"rounds": (*numbered.rounds, begun)})


class EndRound(Operation):
    """End a round that is being walked, with what was seen besides its questions."""

    round: Id
    note: PersonText = ""

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the round ended.

        Raises:
            NotFound: If the round is not there.
            Refused: If it is ended already.
        """
        going = round_going(dossier, self.round)
        ended = going.model_copy(update={"ended": scene.now, "note": self.note or going.note})
        rounds = tuple(ended if one.id == going.id else one for one in dossier.rounds)
        return dossier.model_copy(update={"rounds": rounds})


class AnswerInRound(Operation):
    """Answer a question of a round; with a deviation comes an action, unless an open one is there already."""

    round: Id
    question: Id
    value: Value
    comment: PersonText = ""
    do: PersonText = ""  # what is to be done about a deviation

    @property
    def subject(self) -> str:
        """Where the answer stands."""
        return f"assessment/answers/{self.question}"

    @property
    def wanted(self) -> str:
        """The answer."""
        return str(self.value)

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the answer, given today even where it was the same before.

        Raises:
            NotFound: If the round, or the question, is not there.
            ValueUnfit: If the value does not fit the question.
            Refused: If the round is ended, or a deviation has nothing to be done about it.
        """
        going = round_going(dossier, self.round)
        question = scene.content.question(self.question)
        if question is None or question.phase != going.phase:
            raise NotFound("no such question on the round", what=self.question)
        given = GiveAnswer(question=question.id, value=self.value, comment=self.comment)
        answered = given.apply(dossier, scene)
        if answered is dossier:
            answered = ConfirmAnswer(question=question.id).apply(dossier, scene)
        deviates = is_deviation(question, answered.assessment.answers[question.id], answered, scene)
        if not deviates or open_action(answered, question.id):
            return answered
        return _with_action(answered, question, self.do, scene)


class SettleDeviation(OnAction):
    """Say who sees to a deviation and that it is decided, or that it is mended already."""

    owner: Name
    do: PersonText
    mended: bool = False

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the action decided or done.

        Raises:
            NotFound: If the action is not there.
            Refused: If nothing is said to be done.
        """
        if not self.do.strip():
            raise Refused("nothing to do", why=WHAT_TO_DO)
        action = dossier.action(self.action)
        owned = Action.model_validate({**dict(action), "owner": self.owner, "do": self.do})
        status = AdvanceAction(action=action.id, status="done" if self.mended else "decided")
        return status.apply(self.put(dossier, owned), scene)


def round_going(dossier: Dossier, round_id: str) -> Round:
    """Return a round that is being walked.

    Raises:
        NotFound: If there is none of that id.
        Refused: If it is ended.
    """
    found = next((one for one in dossier.rounds if one.id == round_id), None)
    if found is None:
        raise NotFound("no such round", what=round_id)
    if not found.is_going:
        raise Refused("ended", why=ENDED)
    return found


def asked_on_round(reading: Reading, phase: Phase) -> tuple[Question, ...]:
    """Return the questions of a phase, area by area, in the order they are walked."""
    return tuple(one for asked in reading.asked.values() for one in asked if one.phase == phase)


def is_deviation(question: Question, answer: Answer, dossier: Dossier, scene: Scene) -> bool:
    """Whether an answer says that something is not as it should: no, partly, or what raises a risk."""
    if question.answer == "yes-no":
        return answer.value in (NO, PARTLY)
    return bool(raised(question, answer, facts_of(dossier, scene.content)))


def said_on(walked: Round, question: str, dossier: Dossier) -> Value | None:
    """Return what was answered on a round; None where nobody answered while it was walked."""
    answer = dossier.assessment.answers.get(question)
    if answer is None or walked.begun is None:
        return None
    each = ((answer.value, answer.given.at), *((one.value, one.given.at) for one in answer.earlier[::-1]))
    return next((value for value, at in each if _during(walked, at)), None)


def deviations(walked: Round, dossier: Dossier) -> tuple[Action, ...]:
    """Return the actions that a round has made."""
    return tuple(
        one
        for one in dossier.actions
        if one.question and one.phase == walked.phase and _during(walked, one.history[0].given.at)
    )


def open_action(dossier: Dossier, question: str) -> Action | None:
    """Return the action that mends a deviation at a question and is not done yet."""
    found = (one for one in reversed(dossier.actions) if one.question == question)
    return next((one for one in found if one.status in ("proposed", "decided", "started")), None)


def _during(walked: Round, at: datetime) -> bool:
    """Whether a moment falls in a round, also in the hour that comes twice in the autumn."""
    if walked.begun is None or at.timestamp() < walked.begun.timestamp():
        return False
    return walked.ended is None or at.timestamp() <= walked.ended.timestamp()


def _with_action(dossier: Dossier, question: Question, do: str, scene: Scene) -> Dossier:
    if not do.strip():
        raise Refused("nothing to do", why=WHAT_TO_DO)
    area = scene.content.area_of(question.id)
    is_secret = secrets_of(dossier, scene.content).asks(question.id)
    action_id, numbered = dossier.numbered("A")
    action = Action(
        id=action_id,
        risk=_accepted_risk(dossier, question.id),
        do=do,
        phase=question.phase,
        due=scene.today,
        question=question.id,
        secrecy="secret" if is_secret else area.secrecy_of(question) if area else "open",
        history=(StatusChange(status="proposed", given=scene.stamp),),
    )
    return numbered.model_copy(update={"actions": (*numbered.actions, action)})


def _accepted_risk(dossier: Dossier, question: str) -> str | None:
    """Return the risk of a question that somebody has taken up: a proposal may go away with its answer."""
    found = (one for one in dossier.risks if one.origin and one.origin.question == question)
    return next((one.id for one in found if one.state == "accepted"), None)
