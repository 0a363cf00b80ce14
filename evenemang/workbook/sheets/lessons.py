"""Lärdomar: what earlier events taught and what this one does with it; what this one teaches."""

from __future__ import annotations

from evenemang.domain.lesson import Lesson, LessonAnswer
from evenemang.domain.text import Text
from evenemang.workbook.layout import Column, Page, Sheet, Table, coded, column, open_to, shown, stamped
from evenemang.workbook.words import REPLIES


def _lesson(page: Page, lesson_id: str) -> Lesson | None:
    every = (*page.whole.reading.lessons, *page.whole.lessons_from)
    return next((one for one in every if one.id == lesson_id), None)


def _text(page: Page, answer: LessonAnswer) -> str:
    found = _lesson(page, answer.lesson)
    return found.text if found else answer.lesson


def _ask(page: Page, answer: LessonAnswer) -> str | None:
    found = _lesson(page, answer.lesson)
    return asked_at(page, found) if found else None


def asked_at(page: Page, lesson: Lesson) -> str:
    """Return the question a lesson is pinned at."""
    question = lesson.concerns.question
    if question is None and lesson.concerns.area:
        return page.area_title(lesson.concerns.area)
    if question is None:
        return page.say(Text(sv="Hela evenemanget", en="The whole event"))
    return page.asks.get(question, question)


def _pinned(page: Page) -> list[Lesson]:
    """The ones that nobody has answered yet, those that ask for it first."""
    replied = {one.lesson for one in page.whole.dossier.lesson_answers}
    waiting = page.whole.reading.lessons_waiting
    rest = [one for one in page.whole.reading.lessons if one not in waiting and one.id not in replied]
    return [*waiting, *rest]


def _waits(page: Page, lesson: Lesson) -> str:
    waits = lesson in page.whole.reading.lessons_waiting
    return page.say(
        Text(sv="Väntar på svar", en="Waits for an answer")
        if waits
        else Text(sv="Inte godkänd än", en="Not approved yet")
    )


def _to_fill(code: str, sv: str, en: str, width: float) -> Column:
    """Return a column that waits for what a person says."""
    return shown(code, sv, en, width, lambda _page, _lesson: None)


def _replies(page: Page, _lesson: Lesson) -> list[str]:
    return [page.say(word) for word in REPLIES.values()]


def _concerns(page: Page, lesson: Lesson) -> str:
    about, whole = lesson.concerns, page.whole
    place = next((one.name for one in whole.places if one.id == about.place), about.place)
    zone = whole.zone_name(f"{about.place}/{about.zone}") if about.zone else None
    organiser = (
        whole.organiser.name if whole.organiser and whole.organiser.id == about.organiser else about.organiser
    )
    return ", ".join(one for one in (place, zone, organiser, about.kind) if one)


LESSONS = Sheet(
    "lessons",
    Text(sv="Lärdomar", en="Lessons"),
    Text(
        sv="En lärdom kommer tillbaka vid sin fråga och ber om ett svar.",
        en="A lesson comes back at its question and asks for an answer.",
    ),
    (
        Table(
            "lesson-answers",
            Text(sv="Lärdomar härifrån och hur vi svarade", en="Lessons and how we answered"),
            (
                shown("text", "Lärdom", "Lesson", 44, _text),
                open_to(column("answer", "Svar", "Answer", 20, "coded", REPLIES)),
                open_to(column("how", "Hur, eller varför inte", "How, or why not", 38)),
                shown("ask", "Vid frågan", "At the question", 38, _ask),
                *stamped("given"),
                coded("lesson"),
            ),
            lambda page: page.whole.dossier.lesson_answers,
            Text(sv="Inga lärdomar är besvarade.", en="No lessons are answered."),
        ),
        Table(
            "lessons-pinned",
            Text(sv="Lärdomar utan svar", en="Lessons without an answer"),
            (
                shown("text", "Lärdom", "Lesson", 44, lambda page, one: one.text),
                open_to(_to_fill("answer", "Svar", "Answer", 20), _replies),
                open_to(_to_fill("how", "Hur, eller varför inte", "How, or why not", 38)),
                shown("ask", "Vid frågan", "At the question", 38, asked_at),
                shown("waits", "Läge", "State", 20, _waits),
                coded("id"),
            ),
            _pinned,
        ),
        Table(
            "lessons",
            Text(sv="Lärt här", en="Learned here"),
            (
                column("text", "Lärdom", "Lesson", 44),
                column("noted.by", "Vem", "By", 20, "person"),
                shown("about", "Gäller", "Concerns", 38, _concerns),
                shown("ask", "Vid frågan", "At the question", 38, asked_at),
                column("approved.by", "Godkänd av", "Approved by", 20, "person"),
                column("approved.at", "Godkänd", "Approved", 16, "moment"),
                column("noted.at", "När", "When", 16, "moment"),
                column("approved_at", "Möte", "Meeting", 13),
                column("declined.because", "Avslagen därför att", "Declined because", 30),
                column("declined.given.by", "Avslagen av", "Declined by", 20, "person"),
                column("declined.given.at", "Avslagen", "Declined", 16, "moment"),
                coded("declined.meeting"),
                coded("id"),
                coded("alias"),
                coded("from_event"),
                coded("from_incident"),
                coded("drawn_from"),
                coded("concerns.question"),
                coded("concerns.area"),
                coded("concerns.place"),
                coded("concerns.zone"),
                coded("concerns.organiser"),
                coded("concerns.kind"),
            ),
            lambda page: page.whole.lessons_from,
        ),
    ),
)
