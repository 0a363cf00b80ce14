"""What the organiser should see to first: applications, actions, bad answers, questions left, conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from evenemang.domain.action import CLOSED
from evenemang.domain.checklist import NO, PARTLY
from evenemang.domain.dossier import stage
from evenemang.domain.event import LOCAL
from evenemang.domain.permit_rule import PermitForm
from evenemang.domain.risk import by_severity
from evenemang.domain.text import Text
from evenemang.flow.letting_out import Outgoing
from evenemang.flow.occasions import evaluate_by
from evenemang.flow.permitting import PermitLine, is_over
from evenemang.flow.recording import Whole
from evenemang.flow.words import ANSWERS

Kind = Literal["permit", "action", "answer", "questions", "conditions", "evaluation"]
SOON = timedelta(days=30)
SERIOUS = ("high", "very-high")

FILE: Mapping[PermitForm, Text] = {
    "permit": Text(sv="Sök: {what}", en="Apply for: {what}"),
    "notification": Text(sv="Anmäl: {what}", en="Report: {what}"),
    "registration": Text(sv="Registrera: {what}", en="Register: {what}"),
    "approval": Text(sv="Sök godkännande: {what}", en="Apply for approval: {what}"),
    "inspection": Text(sv="Boka besiktning: {what}", en="Book an inspection: {what}"),
}
MEND = Text(sv="Ordna, ni har svarat {answer}: {ask}", en="Put right, you answered {answer}: {ask}")


@dataclass(frozen=True)
class Errand:
    """One thing for the organiser to do: what, by when, and whom to ask where that is not the officer."""

    kind: Kind
    what: Text | str
    by: date | None = None
    late: bool = False
    ask: Text | None = None
    rank: int = 3  # 0 late, 1 a serious lack, 2 soon or holding the decision, 3 the rest


def errands(out: Outgoing) -> tuple[Errand, ...]:
    """Return what the organiser has to do, the most important first; nothing when it is over and done.

    Late things come first, then bad answers that raise a serious risk which no action of theirs meets, then
    what is due within 30 days or holds the decision. Within each, the soonest.
    """
    whole = out.whole
    if whole.dossier.cancelled:
        return ()
    today = whole.as_of.astimezone(LOCAL).date()
    found = [*_actions(whole, today), *_evaluation(whole)]
    if not is_over(whole.dossier, today):
        found += [
            *_permits(out.permits, today),
            *_bad_answers(whole),
            *_questions(whole),
            *_conditions(whole),
        ]
    return tuple(sorted(found, key=lambda one: (one.rank, one.by or date.max)))


def _rank(by: date | None, today: date) -> int:
    if by is None:
        return 3
    return 0 if by < today else 2 if by <= today + SOON else 3


def _permits(lines: Iterable[PermitLine], today: date) -> Iterator[Errand]:
    for line in lines:
        if not line.waits or line.is_duty:
            continue
        rule = line.ruled.rule if line.ruled else None
        form, title = FILE[rule.form if rule else "permit"], line.title
        sv, en = (title.sv, title.en) if isinstance(title, Text) else (title, title)
        yield Errand(
            kind="permit",
            what=Text(sv=form.sv.format(what=sv), en=form.en.format(what=en)),
            by=line.last_day,
            late=bool(line.late),
            ask=rule.decided_by if rule else None,
            rank=_rank(line.last_day, today),
        )


def _actions(whole: Whole, today: date) -> Iterator[Errand]:
    first = whole.dossier.event.first_day
    for one in whole.dossier.actions:
        if one.status not in CLOSED:
            by = one.due_on(first)
            yield Errand("action", one.do, by, late=one.is_overdue(first, today), rank=_rank(by, today))


def _bad_answers(whole: Whole) -> Iterator[Errand]:
    """Yield the bad answers that raise a risk above low which no action of theirs meets; the worst first."""
    met = {one.risk for one in whole.dossier.actions}
    told: set[str] = set()
    for risk in by_severity(whole.dossier.risks):
        origin = risk.origin.question if risk.origin else ""
        answer = whole.dossier.assessment.value(origin)
        question = whole.content.question(origin)
        level = risk.residual.level(whole.content.matrix)
        if level == "low" or risk.id in met or origin in told:
            continue
        if question and answer in (NO, PARTLY):
            told.add(origin)
            word = ANSWERS[str(answer)]
            yield Errand(
                "answer",
                Text(
                    sv=MEND.sv.format(answer=word.sv, ask=question.ask.sv),
                    en=MEND.en.format(answer=word.en, ask=question.ask.en),
                ),
                rank=1 if level in SERIOUS else 3,
            )


def _questions(whole: Whole) -> Iterator[Errand]:
    left = whole.reading.unanswered(whole.dossier)
    count, basic = len(left.depth_one) + len(left.deeper), len(left.depth_one)
    if not count or stage(whole.dossier) == "not-needed":
        return
    decision = whole.dossier.decision
    yield Errand(
        "questions",
        Text(
            sv=f"Svara på {count} {'fråga' if count == 1 else 'frågor'} på bladet Frågor"
            + (f", {basic} av dem behövs före beslutet" if basic else ""),
            en=f"Answer {count} question{'' if count == 1 else 's'} on the sheet Questions"
            + (f", {basic} of them needed before the decision" if basic else ""),
        ),
        by=decision.complete_by if decision else None,
        rank=2 if basic or (decision and decision.complete_by) else 3,
    )


def _conditions(whole: Whole) -> Iterator[Errand]:
    decision = whole.dossier.decision
    if not decision or not decision.conditions:
        return
    count = len(decision.conditions)
    yield Errand(
        "conditions",
        Text(
            sv="Uppfyll villkoret på bladet Villkor"
            if count == 1
            else f"Uppfyll de {count} villkoren på bladet Villkor",
            en="Meet the condition on the sheet Conditions"
            if count == 1
            else f"Meet the {count} conditions on the sheet Conditions",
        ),
        by=whole.dossier.event.first_day,
    )


def _evaluation(whole: Whole) -> Iterator[Errand]:
    """Yield their own evaluation, from when the event has ended until it has come."""
    ends = whole.dossier.event.end
    if ends is None or ends > whole.as_of or whole.dossier.organiser_evaluation:
        return
    yield Errand(
        "evaluation",
        Text(sv="Berätta hur det gick på bladet Utvärdering", en="Tell how it went on the sheet Evaluation"),
        by=evaluate_by(ends),
        rank=2,
    )
