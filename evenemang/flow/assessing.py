"""Answering the checklists: each answer, a sum kept as one, a question of one's own, and taking one back."""

from __future__ import annotations

from evenemang.domain.assessment import (
    Answer,
    Assessment,
    EarlierAnswer,
    OwnQuestion,
    checked_value,
)
from evenemang.domain.calculation import Calculation, Drawn, norms_used, run
from evenemang.domain.calculator import Calculator
from evenemang.domain.checklist import NOT_RELEVANT, YES_NO, Question, Secrecy
from evenemang.domain.condition import Value
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, ReasonMissing, Refused, ValueUnfit
from evenemang.domain.risk import asking_again
from evenemang.domain.text import Id, PersonText, Required, Text
from evenemang.flow.operation import Operation, Scene


class GiveAnswer(Operation):
    """Answer a question, of a checklist or of the group's own."""

    question: Id
    value: Value | None  # None: a comment on a question that is not answered yet
    comment: PersonText = ""

    @property
    def subject(self) -> str:
        """Where the answer stands."""
        return f"assessment/answers/{self.question}"

    @property
    def wanted(self) -> str:
        """The answer."""
        return str(self.value)

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the answer; the one before is kept with it.

        Raises:
            NotFound: If no installed area, nor the group, asks the question.
            ValueUnfit: If the value does not fit the question.
            ReasonMissing: If it is not-relevant and no comment says why.
        """
        value = self._checked(dossier, scene)
        before = dossier.assessment.answers.get(self.question)
        if before and (before.value, before.comment) == (value, self.comment):
            return dossier
        earlier = (*before.earlier, _as_earlier(before)) if before else ()
        answer = Answer(
            question=self.question,
            value=value,
            comment=self.comment,
            given=scene.stamp,
            earlier=earlier,
        )
        return with_answer(dossier, answer)

    def _checked(self, dossier: Dossier, scene: Scene) -> Value | None:
        question = scene.content.question(self.question)
        if self.value is None and not self.comment.strip():
            raise Refused("nothing said", why=NOTHING_SAID)
        if question is not None:
            return None if self.value is None else checked_value(question, self.value, self.comment)
        own = any(one.id == self.question for one in dossier.assessment.own_questions)
        # An area that is not installed cannot check its answers; they are kept whole as they are.
        area = self.question.split(".", 1)[0]
        elsewhere = dossier.assessment.takes(area) and area not in scene.content.areas
        if own and self.value not in (*YES_NO, NOT_RELEVANT, None):
            expected = Text(
                sv="Svara ja, delvis, nej eller ej aktuellt.",
                en="Answer yes, partly, no or not relevant.",
            )
            raise ValueUnfit("own", value=str(self.value), question=self.question, expected=expected)
        if not own and not elsewhere:
            raise NotFound("no such question", what=self.question)
        if self.value == NOT_RELEVANT and not self.comment.strip():
            raise ReasonMissing("not relevant", deed=Text(sv="”ej aktuellt”", en="“not relevant”"))
        return self.value


class ConfirmAnswer(Operation):
    """Say that an answer still holds: the same answer, given anew."""

    question: Id

    @property
    def subject(self) -> str:
        """Where the answer stands."""
        return f"assessment/answers/{self.question}"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the answer given today; the day it was given before is kept with it.

        Raises:
            NotFound: If the question is not answered.
        """
        before = dossier.assessment.answers.get(self.question)
        if before is None or before.value is None:
            raise NotFound("not answered", what=self.question)
        earlier = (*before.earlier, _as_earlier(before))
        return with_answer(dossier, before.model_copy(update={"given": scene.stamp, "earlier": earlier}))


class TakeBackAnswer(Operation):
    """Undo the last answer to a question: the one before it counts again, or none."""

    question: Id

    @property
    def subject(self) -> str:
        """Where the answer stands."""
        return f"assessment/answers/{self.question}"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the answer before.

        Raises:
            NotFound: If the question is not answered.
        """
        answer = dossier.assessment.answers.get(self.question)
        if answer is None:
            raise NotFound("not answered", what=self.question)
        last = answer.earlier[-1] if answer.earlier else None
        if last is None:
            left = {key: one for key, one in dossier.assessment.answers.items() if key != self.question}
            return with_assessment(dossier, dossier.assessment.model_copy(update={"answers": left}))
        before = Answer(
            question=self.question,
            value=last.value,
            comment=last.comment,
            given=last.given,
            earlier=answer.earlier[:-1],
        )
        return with_answer(dossier, before)


class KeepCalculation(Operation):
    """Keep a sum done beside a question; where the question says so, its result becomes the answer."""

    question: Id
    calculator: Id
    inputs: dict[str, object]
    drawn: tuple[Drawn, ...] = ()  # what of it came from the place register, the facts or other answers

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the sum; a judged risk of its question asks for a new look if it differs.

        Raises:
            NotFound: If the question has no such calculator.
            CalculationRefused: If the inputs make no sense.
        """
        question, calculator = self._found(scene)
        content = scene.content
        checked, output = run(calculator, self.inputs, content.norms)
        kept = Calculation(
            question=question.id,
            calculator=calculator.id,
            kept=scene.stamp,
            inputs=checked.model_dump(mode="json"),
            outputs=output.model_dump(mode="json"),
            norms=norms_used(calculator, content.norms, content.norm_sources),
            drawn=self.drawn,
        )
        others = tuple(one for one in dossier.calculations if one.question != question.id)
        before = next((one for one in dossier.calculations if one.question == question.id), None)
        risks = dossier.risks
        if before is None or not kept.says_as(before):
            risks = asking_again(risks, question.id)
        with_sum = dossier.model_copy(update={"calculations": (*others, kept), "risks": risks})
        return self._answered(with_sum, question, kept, scene)

    def _answered(self, dossier: Dossier, question: Question, kept: Calculation, scene: Scene) -> Dossier:
        if question.calculator is None or question.calculator.answer is None:
            return dossier
        result = kept.outputs[question.calculator.answer]
        if result is None:
            return dossier
        before = dossier.assessment.answers.get(question.id)
        answer = GiveAnswer(question=question.id, value=result, comment=before.comment if before else "")
        return answer.apply(dossier, scene)

    def _found(self, scene: Scene) -> tuple[Question, Calculator]:
        question = scene.content.question(self.question)
        calculator = scene.content.calculators.get(self.calculator)
        if question is None or calculator is None or question.calculator is None:
            raise NotFound("no such calculator here", what=f"{self.calculator} ({self.question})")
        return question, calculator


class AskOwnQuestion(Operation):
    """Put a question of the group's own, in one area."""

    question: Id
    area: Id
    ask: Required
    secrecy: Secrecy = "open"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the question.

        Raises:
            Refused: If the id is taken.
        """
        taken = {one.id for one in dossier.assessment.own_questions}
        if self.question in taken or scene.content.question(self.question):
            raise Refused(
                "id taken",
                why=Text(
                    sv=f"Frågan {self.question} finns redan.",
                    en=f"The question {self.question} is there.",
                ),
            )
        own = OwnQuestion(
            id=self.question,
            area=self.area,
            ask=self.ask,
            secrecy=self.secrecy,
            asked=scene.stamp,
        )
        assessment = dossier.assessment
        return with_assessment(
            dossier,
            assessment.model_copy(update={"own_questions": (*assessment.own_questions, own)}),
        )


def with_assessment(dossier: Dossier, assessment: Assessment) -> Dossier:
    """Return the dossier with another assessment."""
    return dossier.model_copy(update={"assessment": assessment})


def with_answer(dossier: Dossier, answer: Answer) -> Dossier:
    """Return the dossier with one answer put in."""
    answers = {**dossier.assessment.answers, answer.question: answer}
    return with_assessment(dossier, dossier.assessment.model_copy(update={"answers": answers}))


def _as_earlier(answer: Answer) -> EarlierAnswer:
    return EarlierAnswer(value=answer.value, comment=answer.comment, given=answer.given)


NOTHING_SAID = Text(
    sv="Svara på frågan eller skriv en kommentar.", en="Answer the question or write a comment."
)
