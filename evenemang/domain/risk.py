"""Risks: what bad answers raise, and how a person judges it before and after treatment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from evenemang.domain.actor import Stamp
from evenemang.domain.assessment import Answer
from evenemang.domain.checklist import Area, Axis, Harm, Question, Secrecy
from evenemang.domain.condition import Facts
from evenemang.domain.errors import ReasonMissing
from evenemang.domain.matrix import LevelId, Matrix, Step
from evenemang.domain.source import Sure
from evenemang.domain.text import Frozen, Id, Language, PersonText, Required, Text

RiskState = Literal["proposed", "accepted", "dismissed"]


class Judgement(Frozen):
    """A place on the matrix. In threats, likelihood reads as vulnerability."""

    likelihood: Step
    consequence: Step

    @property
    def score(self) -> int:
        """Likelihood times consequence, 1 to 25."""
        return self.likelihood * self.consequence

    def level(self, matrix: Matrix) -> LevelId:
        """Return the level of this cell."""
        return matrix.level(self.likelihood, self.consequence)


class Origin(Frozen):
    """The answer that raised a risk: question, and which of its raises, counted from 0."""

    question: Id
    index: int


class Acceptance(Frozen):
    """Somebody accepts what remains, and says why."""

    because: Required
    given: Stamp


class Dismissal(Frozen):
    """Somebody set a proposal aside, and said why."""

    because: Required
    given: Stamp


class Risk(Frozen):
    """One thing that can go wrong, placed on the matrix before and after treatment.

    A proposed risk is the checklist's word until a person has looked; it counts at its default level.
    """

    id: Id
    alias: Id | None = None
    title: Text | Required
    area: Id
    axis: Axis = "accident"
    origin: Origin | None = None
    harm: Harm
    existing_controls: tuple[Required, ...] = ()
    default: Judgement | None = None  # the checklist's, at the answer as it is now
    before: Judgement
    after: Judgement | None = None
    motive: PersonText = ""
    sure: Sure | None = None
    state: RiskState = "proposed"
    judged: Stamp | None = None
    acceptance: Acceptance | None = None
    dismissal: Dismissal | None = None
    answer_changed: bool = False  # the answer or the sum behind a judged risk has changed since
    treatment_changed: bool = False  # an action was closed or dropped since it was judged
    secrecy: Secrecy = "open"

    @property
    def residual(self) -> Judgement:
        """What remains: after treatment where judged, else before."""
        return self.after or self.before

    @property
    def counts(self) -> bool:
        """Whether it stands in the way of a decision: all but the dismissed."""
        return self.state != "dismissed"

    def says(self, language: Language) -> str:
        """Return the title in a language; what a person typed stays as typed."""
        return self.title.say(language) if isinstance(self.title, Text) else self.title


def by_severity(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """Return the risks, worst residual first; among equals, worst consequence first."""
    return tuple(sorted(risks, key=_severity))


def _severity(risk: Risk) -> tuple[int, int, int, str]:
    residual = risk.residual
    digits = "".join(filter(str.isdigit, risk.id))
    return (-residual.score, -residual.consequence, int(digits or 0), risk.id)


def raised(question: Question, answer: Answer, facts: Facts) -> dict[int, Judgement]:
    """Return what an answer raises: the index of each raise and the checklist's default placing.

    A raise that needs a fact not known yet is not raised; it is when the fact comes.
    """
    value = answer.value
    if value is None or not question.raises:
        return {}
    seen = facts.about(value)
    return {
        index: Judgement(likelihood=one.likelihood_at(value), consequence=one.consequence)
        for index, one in enumerate(question.raises)
        if one.raised_by(seen) is True
    }


def proposal(area: Area, question: Question, index: int, default: Judgement, risk_id: str) -> Risk:
    """Return the proposed risk of one raise."""
    source = question.raises[index]
    return Risk(
        id=risk_id,
        title=source.hazard,
        area=area.area,
        axis=area.axis,
        origin=Origin(question=question.id, index=index),
        harm=source.harm,
        default=default,
        before=default,
        secrecy=area.secrecy_of(question),
    )


def following_answer(
    risks: Iterable[Risk], question_id: str, defaults: dict[int, Judgement]
) -> tuple[Risk, ...]:
    """Return the risks after an answer changed: untouched proposals follow it, judged ones are flagged.

    `defaults` is what the answer now raises. A proposal it no longer raises goes away.
    """
    kept: list[Risk] = []
    for risk in risks:
        if risk.origin is None or risk.origin.question != question_id:
            kept.append(risk)
            continue
        default = defaults.get(risk.origin.index)
        if risk.state != "proposed":
            changed = risk.answer_changed or default != risk.default
            kept.append(risk.model_copy(update={"answer_changed": changed, "default": default}))
        elif default is not None:
            kept.append(risk.model_copy(update={"default": default, "before": default}))
    return tuple(kept)


def asking_again(risks: Iterable[Risk], question_id: str) -> tuple[Risk, ...]:
    """Return the risks, those that a person has looked at of one question flagged for a new look."""
    return tuple(
        risk.model_copy(update={"answer_changed": True})
        if risk.origin and risk.origin.question == question_id and risk.state != "proposed"
        else risk
        for risk in risks
    )


class Judged(Frozen):
    """What a person says of a risk."""

    before: Judgement
    after: Judgement | None = None
    motive: PersonText = ""
    sure: Sure | None = None
    existing_controls: tuple[Required, ...] = ()
    title: Required | None = None  # in the person's own words, where they say it better
    harm: Harm | None = None


def judge(risk: Risk, said: Judged, given: Stamp) -> Risk:
    """Return the risk as judged by a person.

    Raises:
        ReasonMissing: If a consequence is set lower than the checklist's, or lower after than before,
            without a motive.
    """
    _motive_for_lower_consequence(risk, said)
    changes = {
        "before": said.before,
        "after": said.after,
        "motive": said.motive,
        "sure": said.sure,
        "existing_controls": said.existing_controls,
        "title": said.title or risk.title,
        "harm": said.harm or risk.harm,
        "state": "accepted",
        "judged": given,
        "dismissal": None,
        "answer_changed": False,
        "treatment_changed": False,
        "acceptance": _acceptance_that_lasts(risk, said),
    }
    return risk.model_copy(update=changes)


def _motive_for_lower_consequence(risk: Risk, said: Judged) -> None:
    lower_than_default = risk.default is not None and said.before.consequence < risk.default.consequence
    lower_after = said.after is not None and said.after.consequence < said.before.consequence
    if (lower_than_default or lower_after) and not said.motive.strip():
        raise ReasonMissing(
            "lower consequence",
            deed=Text(sv="en lägre konsekvens", en="a lower consequence"),
        )


def _acceptance_that_lasts(risk: Risk, said: Judged) -> Acceptance | None:
    """An acceptance was of one residual risk; a worse one must be accepted anew."""
    residual = said.after or said.before
    same_or_milder = (
        residual.likelihood <= risk.residual.likelihood and residual.consequence <= risk.residual.consequence
    )
    return risk.acceptance if same_or_milder else None


def dismiss(risk: Risk, because: str, given: Stamp) -> Risk:
    """Return the proposal set aside.

    Raises:
        ReasonMissing: If no reason is given.
    """
    if not because.strip():
        raise ReasonMissing(
            "dismiss",
            deed=Text(sv="att avfärda ett förslag", en="dismissing a proposal"),
        )
    return risk.model_copy(
        update={
            "state": "dismissed",
            "dismissal": Dismissal(because=because, given=given),
            "answer_changed": False,
        }
    )


def accept(risk: Risk, because: str, given: Stamp) -> Risk:
    """Return the risk with what remains accepted.

    Raises:
        ReasonMissing: If no reason is given.
    """
    if not because.strip():
        raise ReasonMissing("accept", deed=Text(sv="att godta en risk", en="accepting a risk"))
    return risk.model_copy(update={"acceptance": Acceptance(because=because, given=given)})
