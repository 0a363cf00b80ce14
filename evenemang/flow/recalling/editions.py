"""The editions of one event: which there are, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from evenemang.domain.action import Action
from evenemang.domain.checklist import NO, PARTLY, YES
from evenemang.domain.condition import Value
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound
from evenemang.domain.event import LOCAL
from evenemang.domain.profile import DERIVED
from evenemang.domain.risk import Risk
from evenemang.flow.listing import DossierRow
from evenemang.flow.past.making import base_name, series_of
from evenemang.flow.reading import Reading
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace

Turn = Literal["worse", "better", "other"]
BADNESS: Mapping[Value, int] = {YES: 0, PARTLY: 1, NO: 2}  # the safe answer is yes
MOST = 200  # editions read
FURTHEST = 20  # editions back, each naming the one before it


@dataclass(frozen=True)
class AnswerDiffers:
    """A question that both editions have answered, and not alike."""

    question: str
    before: Value
    now: Value

    @property
    def turn(self) -> Turn:
        """Whether the answer is worse, better, or only another."""
        was, has = BADNESS.get(self.before), BADNESS.get(self.now)
        if was is None or has is None:
            return "other"
        return "worse" if has > was else "better"


@dataclass(frozen=True)
class FactDiffers:
    """A fact of the event that is known of both editions, and not alike."""

    fact: str
    before: Value
    now: Value


@dataclass(frozen=True)
class RiskDiffers:
    """A risk in one edition, in the other, or in both at other places on the matrix."""

    before: Risk | None
    now: Risk | None


@dataclass(frozen=True)
class Differences:
    """What is otherwise in one edition than in an earlier one."""

    facts: tuple[FactDiffers, ...]
    answers: tuple[AnswerDiffers, ...]  # the worse ones first
    asked_anew: tuple[str, ...]  # questions asked now that were not asked then
    no_longer_asked: tuple[str, ...]
    not_answered_yet: int  # answered then, asked and not answered now
    new_risks: tuple[Risk, ...]
    gone_risks: tuple[Risk, ...]
    waiting_risks: tuple[Risk, ...]  # raised then by questions that are not answered yet this time
    moved_risks: tuple[RiskDiffers, ...]
    new_actions: tuple[Action, ...]
    gone_actions: tuple[Action, ...]
    waiting_actions: tuple[Action, ...]  # of such risks, or of a round's question that is not answered yet

    def turned(self, turn: Turn) -> tuple[AnswerDiffers, ...]:
        """Return the answers that turned one way."""
        return tuple(one for one in self.answers if one.turn == turn)


def editions_of(workspace: Workspace, dossier: Dossier) -> tuple[DossierRow, ...]:
    """Return the editions of an event, itself among them, the latest first; those without a day on top.

    They are of one series, or name each other: a new edition says which it follows.
    """
    event, store = dossier.event, workspace.store
    found: dict[str, DossierRow] = {}
    for series in dict.fromkeys((event.series, series_of(base_name(event.name)))):
        if series:
            found |= {row.id: row for row in store.dossiers(Search(series=series, limit=MOST))}
    ids = [one for one in (dossier.id, *_before(workspace, dossier)) if one not in found]
    if ids:
        found |= {row.id: row for row in store.dossiers(Search(among=tuple(ids), limit=MOST))}
    return tuple(sorted(found.values(), key=_latest_first))


def edition_before(editions: Iterable[DossierRow], dossier: Dossier) -> DossierRow | None:
    """Return the edition to compare with: the one it follows, else the last that began before it."""
    rows = [one for one in editions if one.id != dossier.id and one.stage != "cancelled"]
    previous = dossier.edition.previous if dossier.edition else None
    named = next((one for one in rows if one.id == previous), None)
    if named:
        return named
    start = dossier.event.start
    held = [one for one in rows if one.starts and (start is None or one.starts < start)]
    return max(held, key=lambda one: (one.starts, one.id), default=None)


def differences(before: Dossier, was: Reading, now: Dossier, has: Reading) -> Differences:
    """Return what is otherwise in `now` than in `before`, each as it was read and as somebody sees it."""
    asked_then, asked_now = _asked(was), _asked(has)
    new, gone, moved = _risks(before, now)
    unanswered = _unanswered(now, has)
    waiting = tuple(one for one in gone if one.origin and one.origin.question in unanswered)
    then, done = _by_words(before.actions), _by_words(now.actions)
    undone = [one for words, one in then.items() if words not in done]
    later = [one for one in undone if one.question in unanswered or one.risk in {risk.id for risk in waiting}]
    given_then, given_now = before.assessment, now.assessment
    return Differences(
        facts=tuple(_facts(before, now)),
        answers=tuple(sorted(_answers(before, now, asked_now), key=lambda one: TURNS.index(one.turn))),
        asked_anew=tuple(one for one in asked_now if one not in asked_then) if asked_then else (),
        no_longer_asked=tuple(one for one in asked_then if one not in asked_now) if asked_now else (),
        not_answered_yet=sum(
            given_then.is_answered(one) and not given_now.is_answered(one) for one in asked_now
        ),
        new_risks=new,
        gone_risks=tuple(one for one in gone if one not in waiting),
        waiting_risks=waiting,
        moved_risks=moved,
        new_actions=tuple(one for words, one in done.items() if words not in then),
        gone_actions=tuple(one for one in undone if one not in later),
        waiting_actions=tuple(later),
    )


TURNS: tuple[Turn, ...] = ("worse", "better", "other")


def _before(workspace: Workspace, dossier: Dossier) -> Iterator[str]:
    """Return the editions that it follows, one after the other, as far as they are here."""
    seen = {dossier.id}
    for _ in range(FURTHEST):
        previous = dossier.edition.previous if dossier.edition else None
        if previous is None or previous in seen:
            return
        try:
            dossier = workspace.dossier(previous).record
        except NotFound:  # taken away, or not for who looks
            return
        seen.add(dossier.id)
        yield dossier.id


def _latest_first(row: DossierRow) -> tuple[bool, float, str]:
    starts = row.starts.astimezone(LOCAL).timestamp() if row.starts else 0.0
    return (row.starts is not None, -starts, row.id)


def _asked(reading: Reading) -> dict[str, None]:
    return {one.id: None for questions in reading.asked.values() for one in questions if one.is_planning}


def _unanswered(now: Dossier, has: Reading) -> frozenset[str]:
    """Return the questions, of rounds too, that are asked and not answered: of what they raised nobody knows.

    One that is not asked any more waits for nobody.
    """
    asked = (one.id for questions in has.asked.values() for one in questions)
    return frozenset(one for one in asked if not now.assessment.is_answered(one))


def _answers(before: Dossier, now: Dossier, asked: Mapping[str, None]) -> Iterator[AnswerDiffers]:
    order = {one: at for at, one in enumerate(asked)}
    both = before.assessment.answers.keys() & now.assessment.answers.keys()
    for question in sorted(both, key=lambda one: (order.get(one, len(order)), one)):
        then, has = before.assessment.value(question), now.assessment.value(question)
        if then is not None and has is not None and then != has:
            yield AnswerDiffers(question, then, has)


def _facts(before: Dossier, now: Dossier) -> Iterator[FactDiffers]:
    for fact, value in now.event.facts.items():
        then = before.event.facts.get(fact)
        if fact not in DERIVED and then is not None and then != value:
            yield FactDiffers(fact, then, value)


Risks = tuple[Risk, ...]


def _risks(before: Dossier, now: Dossier) -> tuple[Risks, Risks, tuple[RiskDiffers, ...]]:
    then = {_is_about(one): one for one in before.standing_risks}
    has = {_is_about(one): one for one in now.standing_risks}
    moved = (
        RiskDiffers(then[what], one)
        for what, one in has.items()
        if what in then and then[what].residual != one.residual
    )
    new = tuple(one for what, one in has.items() if what not in then)
    return new, tuple(one for what, one in then.items() if what not in has), tuple(moved)


def _is_about(risk: Risk) -> tuple[str, str]:
    """Return what makes two risks the same: the question that raised them, else what they are called."""
    if risk.origin:
        return risk.origin.question, str(risk.origin.index)
    return risk.area, _plain(risk.says("sv"))


def _by_words(actions: Iterable[Action]) -> dict[str, Action]:
    return {_plain(one.do): one for one in actions if one.status != "dropped"}


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")
