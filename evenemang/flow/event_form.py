"""The blank form of one event: what it is asked at its depth, or its rounds; nothing secret unless asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evenemang.domain.assessment import OwnQuestion
from evenemang.domain.checklist import Area, Question
from evenemang.domain.errors import Refused
from evenemang.domain.event import Event
from evenemang.domain.text import Text
from evenemang.flow.blank_form import (
    BLANK_HEAD,
    Chapter,
    Form,
    InWords,
    Numbering,
    chapter_of,
    round_chapters,
)
from evenemang.flow.recording import Whole
from evenemang.flow.secrecy import secrets_of
from evenemang.flow.walking import ROUND_TITLES

WALK = Text(sv="Planeringsfrågor att fylla i för hand", en="Planning questions to fill in by hand")
ROUNDS = Text(sv="Ronder att gå på plats", en="Rounds to walk on site")
DOSSIER = Text(sv="Ärende", en="Dossier")
ORGANISER = Text(sv="Arrangör", en="Organiser")
NOTHING = Text(
    sv="Det finns inga frågor att skriva ut. Välj riskområden i underlaget, eller ta med de hemliga.",
    en="There are no questions to print. Choose areas in the basis, or take the secret ones along.",
)
NO_ROUNDS = Text(
    sv="Evenemangets riskområden har inga rondfrågor att skriva ut.",
    en="The areas of this event have no round questions to print.",
)
NOT_TAKEN = Text(
    sv="Området {area} är inte valt för evenemanget, eller finns inte här.",
    en="The area {area} is not chosen for this event, or is not here.",
)

Asked = tuple[Area, tuple[Question, ...], tuple[OwnQuestion, ...]]


def event_form(
    whole: Whole, in_words: InWords, *, rounds: bool = False, secret: bool = False, area: str | None = None
) -> Form:
    """Return the form of an event: its planning questions or its rounds, of all its areas or of one.

    Raises:
        Refused: If there is nothing to print.
    """
    is_secret = secrets_of(whole.dossier, whole.content, whole.journal).asks
    every = tuple(_asked(whole, rounds=rounds, only=area))
    kept = tuple(_without(each, is_secret) for each in every) if not secret else every
    numbering = Numbering(in_words, facts=whole.reading.facts, secret=is_secret)
    chapters = _round_form(kept, numbering) if rounds else _walk_form(kept, numbering)
    if not numbering.last:
        raise Refused("nothing to print", why=NO_ROUNDS if rounds else NOTHING)
    return Form(
        kind=ROUNDS if rounds else WALK,
        title=_same(whole.dossier.event.name),
        head=tuple(_head(whole)),
        chapters=chapters,
        sources=tuple(numbering.sources.values()),
        left_out=_count(every) - _count(kept),
        of=whole.as_of.date(),
    )


def _asked(whole: Whole, *, rounds: bool, only: str | None) -> Iterator[Asked]:
    """Yield what each area asks of this event, the group's own questions too."""
    reading, own = whole.reading, whole.dossier.assessment.own_questions
    if only is not None and only not in reading.asked:
        why = Text(sv=NOT_TAKEN.sv.format(area=only), en=NOT_TAKEN.en.format(area=only))
        raise Refused("area not taken", why=why)
    for area, asked in reading.asked.items():
        if only in (None, area):
            questions = tuple(one for one in asked if one.is_planning != rounds)
            typed = () if rounds else tuple(one for one in own if one.area == area)
            yield whole.content.areas[area], questions, typed


def _without(asked: Asked, is_secret: Callable[[str], bool]) -> Asked:
    area, questions, own = asked
    return (
        area,
        tuple(one for one in questions if not is_secret(one.id)),
        tuple(one for one in own if not is_secret(one.id)),
    )


def _count(asked: tuple[Asked, ...]) -> int:
    return sum(len(questions) + len(own) for _, questions, own in asked)


def _walk_form(asked: tuple[Asked, ...], numbering: Numbering) -> tuple[Chapter, ...]:
    return tuple(
        chapter_of(area, questions, numbering, own) for area, questions, own in asked if questions or own
    )


def _round_form(asked: tuple[Asked, ...], numbering: Numbering) -> tuple[Chapter, ...]:
    return tuple(round_chapters(((area, questions) for area, questions, _ in asked), numbering, ROUND_TITLES))


def _head(whole: Whole) -> Iterator[tuple[Text, Text | None]]:
    dossier, event = whole.dossier, whole.dossier.event
    _, when, where, officer = BLANK_HEAD
    places = [place.name for place in whole.places] or [whole.zone_name(one) for one in event.zones]
    organiser = whole.organiser.name if whole.organiser else event.organiser
    yield when, _when(event)
    yield where, _typed(", ".join(places))
    yield ORGANISER, _typed(organiser)
    yield officer, _typed(whole.name_of(dossier.officer) if dossier.officer else None)
    yield DOSSIER, _typed(dossier.diary_number or dossier.id)


def _when(event: Event) -> Text | None:
    occasions = event.each_occasion()
    if not occasions:
        return None
    first, last = occasions[0], occasions[-1]
    if len(occasions) == 1:
        hours = f"{first.starts}–{first.ends}"
        return Text(sv=f"{first.date} kl. {hours}", en=f"{first.date}, {hours}")
    many = len(occasions)
    return Text(
        sv=f"{first.date} till {last.date}, {many} tillfällen",
        en=f"{first.date} to {last.date}, {many} occasions",
    )


def _typed(said: str | None) -> Text | None:
    return _same(said) if said and said.strip() else None


def _same(said: str) -> Text:
    return Text(sv=said, en=said)
