"""The standing picture of a place: risks and measures that every event there leans on.

What is only added (a risk, a measure, a look on site) never meets another's change. What is judged or changed
is held to what the person saw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import count
from typing import Any, cast

from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.matrix import Step
from evenemang.domain.place import (
    Place,
    StandingJudgement,
    StandingMeasure,
    StandingRisk,
    Verification,
)
from evenemang.domain.text import Frozen, Id, PersonText, Required, Text
from evenemang.flow.journal import Json
from evenemang.flow.meanwhile import Seen
from evenemang.flow.settings.words import filled, same
from evenemang.flow.storing import Record
from evenemang.flow.workspace import Workspace

VERB = "standing-picture"
THEN = Text(sv="sannolikhet {l}, konsekvens {c} ({on})", en="likelihood {l}, consequence {c} ({on})")
NOT_YET = Text(
    sv="Dagen ligger framåt i tiden. Skriv dagen då det hände.",
    en="The day lies ahead. Write the day when it happened.",
)
NO_REASON = Text(sv="Skriv varför åtgärden inte gäller längre.", en="Write why the measure no longer stands.")
BEFORE_DECIDED = Text(
    sv="Åtgärden kan inte vara klar eller upphöra före dagen då den beslutades.",
    en="The measure cannot be done or end before the day it was decided.",
)


class NewStandingRisk(Frozen):
    """A risk found at a place, with its first judgement."""

    title: Required
    zone: Id
    question: Id
    found_at: Id | None = None
    likelihood: Step
    consequence: Step
    because: Required


class Judged(Frozen):
    """How a standing risk is judged now."""

    likelihood: Step
    consequence: Step
    because: Required


class MeasureSaid(Frozen):
    """What is said of a standing measure."""

    title: Required
    zone: Id
    question: Id
    decided_on: date
    done_on: date | None = None
    how: PersonText = ""
    owner: Required
    ended_on: date | None = None
    ended_because: PersonText = ""


def add_standing_risk(workspace: Workspace, place: str, new: NewStandingRisk, by: Actor) -> Place:
    """Add a risk that belongs to a place."""
    today = workspace.now().date()

    def how(record: Place) -> Place:
        _zone(record, new.zone)
        first = _judgement(new, today, by)
        risk = StandingRisk(
            id=_free("r", (one.id for one in record.standing_risks)),
            title=new.title,
            zone=new.zone,
            question=new.question,
            found_on=today,
            found_at=new.found_at,
            history=(first,),
        )
        return record.model_copy(update={"standing_risks": (*record.standing_risks, risk)})

    return _change(workspace, place, how, by)


def judge_standing_risk(  # whose, which, how, by whom, against what they saw
    workspace: Workspace, place: str, risk: str, judged: Judged, by: Actor, *, seen: StandingJudgement
) -> Place:
    """Judge a standing risk anew; what it was judged before stays.

    Raises:
        NotFound: If the place has no such risk.
        ChangedMeanwhile: If somebody has judged it since.
    """
    today = workspace.now().date()
    last = _judgement(judged, today, by)

    def how(record: Place) -> Place:
        found = record.risk(risk)
        if found is None:
            raise NotFound("no such standing risk", what=risk)
        now = found.model_copy(update={"history": (*found.history, last)})
        risks = tuple(now if one.id == risk else one for one in record.standing_risks)
        return record.model_copy(update={"standing_risks": risks})

    def at(picture: Json) -> Json:
        found = _row(picture, "standing_risks", risk)
        return found["history"][-1] if found else None

    held = Seen(_dump(seen), at, _said_judgement, same(_title(workspace, place, risk)), _said(last))
    return _change(workspace, place, how, by, held)


def add_standing_measure(workspace: Workspace, place: str, said: MeasureSaid, by: Actor) -> Place:
    """Add a measure that stands at a place.

    Raises:
        Refused: If its days are in the wrong order, or it ended without a reason.
    """
    _check(workspace, said)

    def how(record: Place) -> Place:
        _zone(record, said.zone)
        free = _free("m", (one.id for one in record.standing_measures))
        measure = StandingMeasure(id=free, **dict(said))
        return record.model_copy(update={"standing_measures": (*record.standing_measures, measure)})

    return _change(workspace, place, how, by)


def change_standing_measure(  # whose, which, to what, by whom, against what they saw
    workspace: Workspace, place: str, measure: str, said: MeasureSaid, by: Actor, *, seen: StandingMeasure
) -> Place:
    """Change what is said of a standing measure; how it was seen on site stays.

    Raises:
        NotFound: If the place has no such measure.
        Refused: If its days are in the wrong order, or it ended without a reason.
        ChangedMeanwhile: If somebody has changed it since.
    """
    _check(workspace, said)

    def how(record: Place) -> Place:
        _zone(record, said.zone)
        return _with_measure(record, measure, dict(said))

    def at(picture: Json) -> Json:
        found = _row(picture, "standing_measures", measure)
        return {key: value for key, value in found.items() if key != "verified"} if found else None

    before = {key: value for key, value in _dump(seen).items() if key != "verified"}
    wanted = StandingMeasure(id=measure, **dict(said))
    held = Seen(before, at, _said_measure, same(seen.title), _said_measure(_dump(wanted)))
    return _change(workspace, place, how, by, held)


def verify_standing_measure(  # whose, which, by whom, when, how it was seen
    workspace: Workspace, place: str, measure: str, by: Actor, *, on: date, how: str
) -> Place:
    """Say that somebody looked at a measure on site, and what they saw.

    Raises:
        NotFound: If the place has no such measure.
        Refused: If the day lies ahead.
    """
    if on > workspace.now().date():
        raise Refused("ahead", why=NOT_YET)
    look = Verification(on=on, by=by.name, how=how)

    def with_look(record: Place) -> Place:
        found = record.measure(measure)
        looks = sorted((*(found.verified if found else ()), look), key=lambda one: one.on)
        return _with_measure(record, measure, {"verified": tuple(looks)})

    return _change(workspace, place, with_look, by)


def _change(
    workspace: Workspace, place: str, how: Callable[[Place], Place], by: Actor, seen: Seen | None = None
) -> Place:
    workspace.require(by, VERB)

    def changed(record: Record) -> Record:
        return how(cast(Place, record))

    return cast(Place, workspace.change("place", place, changed, by, VERB, seen=seen))


def _with_measure(place: Place, measure: str, said: dict[str, Any]) -> Place:
    found = place.measure(measure)
    if found is None:
        raise NotFound("no such standing measure", what=measure)
    now = StandingMeasure.model_validate({**dict(found), **said})
    measures = tuple(now if one.id == measure else one for one in place.standing_measures)
    return place.model_copy(update={"standing_measures": measures})


def _check(workspace: Workspace, said: MeasureSaid) -> None:
    today = workspace.now().date()
    if any(one > today for one in (said.decided_on, said.done_on) if one):
        raise Refused("ahead", why=NOT_YET)
    if any(one < said.decided_on for one in (said.done_on, said.ended_on) if one):
        raise Refused("before decided", why=BEFORE_DECIDED)
    if said.ended_on and not said.ended_because.strip():
        raise Refused("ended without a reason", why=NO_REASON)


def _zone(place: Place, zone: str) -> None:
    if place.zone(zone) is None:
        raise NotFound("no such zone", what=zone)


def _free(letter: str, taken: Iterable[str]) -> str:
    ids = set(taken)
    return next(name for number in count(1) if (name := f"{letter}{number}") not in ids)


def _judgement(said: NewStandingRisk | Judged, on: date, by: Actor) -> StandingJudgement:
    return StandingJudgement(
        on=on, likelihood=said.likelihood, consequence=said.consequence, because=said.because, by=by.name
    )


def _title(workspace: Workspace, place: str, risk: str) -> str:
    known = workspace.place(place)
    found = known.risk(risk) if known else None
    return found.title if found else risk


def _row(picture: Json, rows: str, row: str) -> Any:
    return next((one for one in picture.get(rows, ()) if one["id"] == row), None)


def _dump(record: Frozen) -> dict[str, Json]:
    """Return a picture as the journal and a change hold it."""
    picture: dict[str, Json] = record.model_dump(mode="json", exclude_defaults=True)
    return picture


def _said_judgement(picture: Json) -> Text:
    if not picture:
        return same("–")
    facts = {"l": same(picture["likelihood"]), "c": same(picture["consequence"]), "on": same(picture["on"])}
    return filled(THEN, **facts)


def _said(judgement: StandingJudgement) -> Text:
    return _said_judgement(_dump(judgement))


def _said_measure(picture: Json) -> Text:
    if not picture:
        return same("–")
    told = [
        str(picture[name]) for name in ("title", "how", "owner", "done_on", "ended_on") if picture.get(name)
    ]
    return same(" · ".join(told))
