"""What stands around a guarded dossier: its place, its round, the edition after it and a meeting.

Each holds a word of its own where something secret can be written, or leads to what is secret in the dossier.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from evenemang.domain.actor import Actor
from evenemang.domain.decision import Draft
from evenemang.domain.event import Occasion
from evenemang.domain.risk import Judged, Judgement
from evenemang.domain.round import Round
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.deciding import Decide
from evenemang.flow.editions import EditionOf, open_edition
from evenemang.flow.judging import JudgeRisk
from evenemang.flow.meeting.holding import Decided, answer_point, begin_meeting, decide_at
from evenemang.flow.meeting.planning import Plan, plan_meeting
from evenemang.flow.meeting.weighing import ask_alone, judge_alone
from evenemang.flow.naming import BeginSecret
from evenemang.flow.opening import SetEvent
from evenemang.flow.rounds import AnswerInRound, BeginRound
from evenemang.flow.settings.grounds import add_organiser, add_place, set_zone
from evenemang.flow.standing_picture import (
    MeasureSaid,
    NewStandingRisk,
    add_standing_measure,
    add_standing_risk,
    verify_standing_measure,
)
from tests.secret_dossier import OPEN_RISK, QUESTIONS, Guarded

ROUND_QUESTION = "threats.suspicious-object"
OPEN_MEASURE = "Pollare vid infarten"
ZONE = {"name": "Scenen", "area_m2": 900.0, "net_m2": 800.0, "planning_density": 2.0}


@dataclass(frozen=True)
class Surroundings:
    """Where to look for what must not be there."""

    place: str
    organiser: str
    edition: str
    meeting: str


def surroundings(here: Guarded, by: Actor) -> Surroundings:
    """Write something secret everywhere around a guarded dossier that anything can be written."""
    place = _place(here, by)
    organiser = add_organiser(here.work, {"name": "Föreningen Hösten", "kind": "external"}, by).id
    here.do(SetEvent(place=place, organiser=organiser, zones=(f"{place}/z1",)))
    _walked(here)
    edition = _edition(here)
    return Surroundings(place, organiser, edition, _meeting(here, edition, by))


def _place(here: Guarded, by: Actor) -> str:
    place = add_place(here.work, "Torget", by).id
    zone = set_zone(here.work, place, None, ZONE, by).record.zones[0].id
    for question, say in ((QUESTIONS[0], here.word), ("crowds.queue-space", str)):
        risk = NewStandingRisk(
            title=say("platsrisk"),
            zone=zone,
            question=question,
            found_at=here.id,
            likelihood=3,
            consequence=4,
            because=say("platsskal"),
        )
        add_standing_risk(here.work, place, risk, by)
    today = here.work.now().date()
    secret = MeasureSaid(
        title=here.word("platsatgard"),
        zone=zone,
        question=QUESTIONS[0],
        decided_on=today,
        how=here.word("platshur"),
        owner=here.word("platsagare"),
    )
    measured = add_standing_measure(here.work, place, secret, by).standing_measures[0].id
    verify_standing_measure(here.work, place, measured, by, on=today, how=here.word("platssedd"))
    shown = secret.model_copy(
        update={"title": OPEN_MEASURE, "question": "crowds.queue-space", "how": "", "owner": "Parken"}
    )
    add_standing_measure(here.work, place, shown, by)
    return place


def _walked(here: Guarded) -> Round:
    """Walk a round with a deviation at a secret question."""
    here.do(BeginRound(phase="running"))
    going = here.dossier.rounds[-1]
    deviation = {"question": ROUND_QUESTION, "value": "no", "round": going.id}
    here.do(AnswerInRound(**deviation, comment=here.word("rond"), do=here.word("rondatgard")))
    return going


def _edition(here: Guarded) -> str:
    """Open the edition after it; what was secret the last time is no less so now."""
    day = here.work.now().date() + timedelta(days=20)
    occasions = (Occasion(date=day, starts="10:00", ends="23:00"),)
    new = EditionOf(previous=here.id, name="Höstfesten igen", occasions=occasions)
    edition = open_edition(here.work, new, here.named).record.id
    here.work.do(edition, BeginSecret(), here.named)
    answer = GiveAnswer(question=QUESTIONS[0], value="no", comment=here.word("nyttsvar"))
    risk = here.work.do(edition, answer, here.named).record.risks[0].id
    placed = Judgement(likelihood=5, consequence=5)
    said = Judged(before=placed, after=placed, title=here.word("nyrisk"), motive=here.word("nyttmotiv"))
    here.work.do(edition, JudgeRisk(risk=risk, said=said), here.named)
    draft = Draft(officer=here.named.name, group_view="rejected", motive="Platsen räcker inte.")
    here.work.do(edition, Decide(draft=draft), here.named)
    return edition


def _meeting(here: Guarded, edition: str, by: Actor) -> str:
    """Hold a meeting about both, where something is decided, and a risk that all see is judged alone."""
    work = here.work
    meeting = plan_meeting(work, Plan(on=work.now().date()), by).id
    begun = begin_meeting(work, meeting, (by.name,), by)
    for point in begun.agenda[:2]:
        answer_point(work, meeting, point.id or "", "yes", by)
    decided = Decided(what="Grusa gången", event=edition, owner="Parken", due=work.now().date())
    decide_at(work, meeting, decided, by)
    shown = next(one.id for one in here.dossier.risks if one.title == OPEN_RISK)
    ask_alone(work, meeting, here.id, shown, by)
    judge_alone(work, meeting, (here.id, shown), (2, 3), by)
    return meeting
