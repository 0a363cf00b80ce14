"""What a lesson is about, in words: its question, its place, whose event, what kind."""

from __future__ import annotations

from evenemang.domain.lesson import Lesson
from evenemang.domain.text import Text
from evenemang.flow.recording import organiser_of
from evenemang.pages.desk import Desk

QUESTION = Text(sv="Frågan: {ask}", en="The question: {ask}")
AREA = Text(sv="Hela riskområdet {area}", en="The whole area {area}")
WHOLE = Text(sv="Hela evenemanget", en="The whole event")
KIND = "kind"  # the profile's fact that says what sort of event it is


def concerns_words(desk: Desk, lesson: Lesson) -> str:
    """Return what a lesson concerns as one line."""
    about = lesson.concerns
    parts = [
        _about(desk, lesson),
        zone_words(desk, about.place, about.zone),
        organiser_words(desk) if about.organiser == desk.dossier.event.organiser else about.organiser or "",
        kind_words(desk, about.kind),
        lesson.from_incident or "",
    ]
    return " · ".join(part for part in parts if part)


def _about(desk: Desk, lesson: Lesson) -> str:
    about = lesson.concerns
    if about.question:
        return desk.say(QUESTION).format(ask=question_words(desk, about.question))
    return desk.say(AREA).format(area=area_words(desk, about.area)) if about.area else desk.say(WHOLE)


def area_words(desk: Desk, area_id: str) -> str:
    """Return what an area of risk is called; one that is not installed keeps its code."""
    area = desk.content.areas.get(area_id)
    return desk.say(area.title) if area else area_id


def question_words(desk: Desk, question_id: str) -> str:
    """Return what a question asks; one that is not installed keeps its code."""
    question = desk.content.question(question_id)
    return desk.say(question.ask) if question else question_id


def place_words(desk: Desk, place_id: str | None) -> str:
    """Return what a place is called."""
    place = desk.house.workspace.place(place_id) if place_id else None
    return place.name if place else place_id or ""


def zone_words(desk: Desk, place_id: str | None, zone_id: str | None) -> str:
    """Return what a place is called, with its zone where one is meant."""
    place = desk.house.workspace.place(place_id) if place_id else None
    zone = place.zone(zone_id) if place and zone_id else None
    return ", ".join(part for part in (place_words(desk, place_id), zone.name if zone else "") if part)


def organiser_words(desk: Desk) -> str:
    """Return what the event's organiser is called."""
    organiser = organiser_of(desk.house.workspace, desk.dossier)
    return organiser.name if organiser else desk.dossier.event.organiser or ""


def kind_words(desk: Desk, kind: str | None) -> str:
    """Return what a kind of event is called in the profile."""
    fact = next((one for one in desk.content.profile.facts if one.id == KIND), None)
    choice = next((one for one in (fact.choices if fact else ()) if one.id == kind), None)
    return desk.say(choice.text) if choice else kind or ""
