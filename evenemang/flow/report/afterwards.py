"""Afterwards: what was evaluated in time and learned, what is late, and how the year went in one sentence."""

from __future__ import annotations

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.report.gathering import Told
from evenemang.flow.report.parts import Paragraph
from evenemang.flow.report.telling import begun, count, enumerated, joined, of_them, part_of, told
from evenemang.flow.saying import day
from evenemang.flow.words import INCIDENT_TYPES
from evenemang.flow.year import IN_TIME

MAJOR = 3  # from this severity on something is called a larger incident; the key of the example year

EVALUATED = Text(
    sv="{part} evenemang är utvärderade, {soon} inom {days} dagar.",
    en="{part} events are evaluated, {soon} within {days} days.",
)
SOME_EVALUATED = Text(
    sv="{part} av {count} evenemang är utvärderade, {soon} inom {days} dagar.",
    en="{part} of {count} events are evaluated, {soon} within {days} days.",
)
NONE_EVALUATED = Text(sv="{part} evenemang är utvärderat än.", en="{part} of the events is evaluated yet.")
ONE_OF_MANY = Text(
    sv="{part} av {count} evenemang är utvärderat.", en="{part} of {count} events is evaluated."
)
ONE_EVALUATED = Text(sv="{part} evenemang är utvärderat.", en="{part} event is evaluated.")
LESSON = Text(
    sv="{count} lärdom följer med till kommande år.", en="{count} lesson goes on to the coming years."
)
LESSONS = Text(
    sv="{count} lärdomar följer med till kommande år.", en="{count} lessons go on to the coming years."
)
OVERDUE_ONE = Text(sv="{count} åtgärd var försenad den {today}.", en="{count} action was overdue on {today}.")
OVERDUE = Text(
    sv="{count} åtgärder var försenade den {today}.", en="{count} actions were overdue on {today}."
)
ALL_WELL = Text(
    sv="Sammanfattningsvis har alla evenemang kunnat genomföras utan några större händelser.",
    en="In sum, all events could be held without any larger incidents.",
)
REST_WELL = Text(
    sv="Sammanfattningsvis har alla evenemang som inte ställdes in kunnat genomföras utan några större "
    "händelser.",
    en="In sum, all events that were not cancelled could be held without any larger incidents.",
)
WELL_SO_FAR = Text(
    sv="Hittills har inga större händelser rapporterats. {left} evenemang är inte utvärderade än.",
    en="So far no larger incidents are reported. {left} events are not evaluated yet.",
)
NONE_LEFT = Text(
    sv="Hittills har inga större händelser rapporterats.", en="So far no larger incidents are reported."
)
ONE_LEFT = Text(
    sv="Hittills har inga större händelser rapporterats. {left} evenemang är inte utvärderat än.",
    en="So far no larger incidents are reported. {left} event is not evaluated yet.",
)
MAJOR_ONE = Text(
    sv="En större händelse har inträffat: {which}.", en="One larger incident has happened: {which}."
)
MAJOR_MANY = Text(
    sv="{count} större händelser har inträffat: {which}.",
    en="{count} larger incidents have happened: {which}.",
)
MAJOR_UNTOLD_ONE = Text(sv="En större händelse har inträffat.", en="One larger incident has happened.")
MAJOR_UNTOLD = Text(
    sv="{count} större händelser har inträffat.", en="{count} larger incidents have happened."
)
WHICH = Text(sv="{kind} under {event} den {on}", en="{kind} at {event} on {on}")
FEW = 3  # that are named


def evaluations(it: Told) -> Paragraph:
    """Return how much was evaluated in time, what was learned, and what is late."""
    if not it.figures.events.events:
        return ()
    return joined((_evaluated(it), _lessons(it), _overdue(it)))


def _evaluated(it: Told) -> Paragraph:
    events, language = it.figures.events, it.language
    whole = count(events.events, "evaluations", language, neuter=True)
    part = part_of(events.evaluated, events.events, "evaluations", language, neuter=True)
    soon = of_them(events.evaluated_in_time, events.evaluated, "evaluations", language, neuter=True)
    if events.evaluated == 0:
        return begun(told(NONE_EVALUATED, language, part=part))
    if events.evaluated == 1:
        text = ONE_EVALUATED if events.events == 1 else ONE_OF_MANY
        return begun(told(text, language, part=part, count=whole))
    text = EVALUATED if events.evaluated == events.events else SOME_EVALUATED
    return begun(told(text, language, part=part, count=whole, soon=soon, days=str(IN_TIME)))


def _lessons(it: Told) -> Paragraph:
    many = it.figures.events.lessons
    if not many:
        return ()
    text = LESSON if many == 1 else LESSONS
    return begun(told(text, it.language, count=count(many, "lessons", it.language)))


def _overdue(it: Told) -> Paragraph:
    many = len(it.figures.actions.overdue)
    if not many:
        return ()
    text = OVERDUE_ONE if many == 1 else OVERDUE
    today = day(it.rows.today, it.language)
    return begun(told(text, it.language, count=count(many, "actions", it.language), today=today))


def closing(it: Told) -> Paragraph:
    """Return how the year went: well only where every event is evaluated and nothing larger happened."""
    events, language = it.figures.events, it.language
    if not events.events:
        return ()
    major = [one for one in it.rows.incidents if one.severity >= MAJOR]
    if major:
        return _major(it)
    left = events.events - events.evaluated - events.not_assessed
    if left > 0 or not it.is_over:
        return _so_far(it, left)
    return told(REST_WELL if it.cancelled else ALL_WELL, language)


def _so_far(it: Told, left: int) -> Paragraph:
    if left <= 0:
        return told(NONE_LEFT, it.language)
    many = count(left, "evaluations", it.language, neuter=True)
    return told(ONE_LEFT if left == 1 else WELL_SO_FAR, it.language, left=begun((many,)))


def _major(it: Told) -> Paragraph:
    major = [one for one in it.rows.incidents if one.severity >= MAJOR]
    told_of = [one for one in major if not one.is_secret]
    many = begun((count(len(major), "incidents", it.language),))
    called = {one.id: one.name for one in it.events}
    which = [
        told(
            WHICH,
            it.language,
            kind=INCIDENT_TYPES[one.type].say(it.language),
            event=called.get(one.dossier, "–"),
            on=day(one.at.astimezone(LOCAL).date(), it.language, year=False),
        )
        for one in told_of
    ]
    if len(which) < len(major) or len(which) > FEW:
        text = MAJOR_UNTOLD_ONE if len(major) == 1 else MAJOR_UNTOLD
        return told(text, it.language, count=many)
    text = MAJOR_ONE if len(major) == 1 else MAJOR_MANY
    return told(text, it.language, count=many, which=enumerated(which, it.language))
