"""What an officer sees at once in the answers about crowds: too many for the place, answers that clash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evenemang.domain.calculation import Calculation
from evenemang.domain.review import At, Found, Rule, UnderReview, at_question, contradiction
from evenemang.domain.text import Text

PEAK, TIGHTEST, ROOM = "peak_visitors", "crowds.peak-in-zone", "crowds.room-limit"


def _below_peak(under: UnderReview) -> Iterator[Found]:
    for kept in under.dossier.calculations:
        capacity, people = kept.outputs.get("capacity"), _expected(under, kept)
        if under.question(kept.question) and capacity is not None and people and capacity < people:
            yield _too_few(kept.question, capacity, people, _BY_SUM)
    limit, peak = under.number(ROOM), under.fact(PEAK)
    if limit is not None and peak and under.facts.event.get("outdoors") is False and limit < peak:
        yield _too_few(ROOM, limit, peak, _BY_ROOM)


def _expected(under: UnderReview, kept: Calculation) -> float | None:
    """Return how many the sum must hold: the whole event's peak; the tightest zone's where it is one zone."""
    if kept.calculator == "crowds.exit-capacity":
        return under.fact(PEAK)
    if kept.calculator != "crowds.holding-capacity":
        return None
    worked_out, zones = len(_zones(kept.inputs)), under.fact("zones")
    if zones is not None and worked_out >= zones:
        return under.fact(PEAK)
    return under.number(TIGHTEST) if worked_out == 1 else None


def _zones(inputs: dict[str, Any]) -> list[Any]:
    found = inputs.get("zones")
    return list(found) if isinstance(found, list | tuple) else []


_BY_SUM = Text(
    sv="Beräkningen ger plats för {capacity} personer, men {people} väntas samtidigt. "
    "Öka ytan eller utgångarna, sänk antalet, eller räkna om.",
    en="The sum gives room for {capacity} people, but {people} are expected at once. "
    "Add space or exits, lower the number, or work it out anew.",
)
_BY_ROOM = Text(
    sv="Lokalen är godkänd för {capacity} personer, men {people} väntas samtidigt. "
    "Begränsa antalet, eller byt lokal.",
    en="The room is approved for {capacity} people, but {people} are expected at once. "
    "Limit the number, or change venue.",
)


def _too_few(question: str, capacity: float, people: float, says: Text) -> Found:
    facts = {"capacity": f"{capacity:.0f}", "people": f"{people:.0f}"}
    return Found(
        says=Text(sv=says.sv.format(**facts), en=says.en.format(**facts)), at=(at_question(question),)
    )


def _zone_above_event(under: UnderReview) -> Iterator[Found]:
    tightest, peak = under.number(TIGHTEST), under.fact(PEAK)
    if tightest is not None and peak is not None and tightest > peak:
        yield Found(
            says=Text(
                sv=f"{tightest:.0f} personer väntas där det är trängst, men bara {peak:.0f} på hela "
                "evenemanget. Rätta den uppgift som är fel.",
                en=f"{tightest:.0f} people are expected in the tightest spot, but only {peak:.0f} at the "
                "whole event. Mend the one that is wrong.",
            ),
            at=(at_question(TIGHTEST), At(kind="event")),
        )


def _more_stewards_than_staff(under: UnderReview) -> Iterator[Found]:
    stewards, staff = under.number("crowds.stewards"), under.fact("staff")
    if stewards is not None and staff is not None and stewards > staff:
        yield Found(
            says=Text(
                sv=f"{stewards:.0f} publikvärdar ska vara i tjänst, men bara {staff:.0f} arbetar samtidigt. "
                "Rätta den uppgift som är fel.",
                en=f"{stewards:.0f} stewards are to be on duty, but only {staff:.0f} work at the same time. "
                "Mend the one that is wrong.",
            ),
            at=(at_question("crowds.stewards"), At(kind="event")),
        )


RULES = (
    Rule(
        id="crowds.capacity-below-peak",
        severity="warning",
        title=Text(sv="Fler väntas än som får plats", en="More are expected than fit"),
        look=_below_peak,
    ),
    Rule(
        id="crowds.zone-above-event",
        severity="warning",
        title=Text(sv="Fler på en yta än på hela evenemanget", en="More in one spot than at the whole event"),
        look=_zone_above_event,
    ),
    Rule(
        id="crowds.more-stewards-than-staff",
        severity="warning",
        title=Text(sv="Fler publikvärdar än som arbetar", en="More stewards than people who work"),
        look=_more_stewards_than_staff,
    ),
    contradiction(
        "crowds.no-second-exit",
        Text(sv="Två utgångar, men ingen bredd kvar", en="Two exits, but no width left"),
        Text(
            sv="Det ska finnas två utgångar, men 0 meter blir kvar när den bredaste räknas bort. "
            "Mät den andra utgången, eller svara nej på frågan om två.",
            en="There are said to be two exits, but 0 metres are left without the widest. "
            "Measure the other exit, or answer no on two.",
        ),
        {"crowds.exit-width": (0,), "crowds.two-exits": ("yes",)},
    ),
    contradiction(
        "crowds.stop-level-uncounted",
        Text(sv="Stoppnivå som ingen kan se", en="Stop level that nobody can see"),
        Text(
            sv="Insläppet ska stoppas vid ett visst antal, men besökarna räknas inte. "
            "Räkna dem, eller bestäm hur ni ser att gränsen är nådd.",
            en="Entry is to stop at a certain number, but visitors are not counted. "
            "Count them, or decide how you see that the limit is reached.",
        ),
        {"crowds.stop-level": ("yes",), "crowds.counting": ("no",)},
    ),
)
