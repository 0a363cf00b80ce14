"""Words of permits on the page: the state as a badge, how late, and by when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from evenemang.domain.permit import PermitOutcome
from evenemang.domain.text import Text
from evenemang.flow.permitting import PermitLine
from evenemang.flow.plan_words import relative_day
from evenemang.flow.saying import NBSP, day
from evenemang.flow.timeplan import permit_state
from evenemang.flow.words import capital
from evenemang.pages.desk import Desk
from evenemang.pages.showing import relative

LAST = Text(sv="Senast {day}", en="By {day}")
LAST_DAYS = Text(sv="Senast {days}", en="By {days}")
NO_DAY = Text(sv="Ingen dag att hålla", en="No day to keep")
FILED = Text(sv="inlämnat {day}", en="filed {day}")
SEEN_TO = Text(sv="ordnat {day}", en="seen to {day}")
DECIDED = Text(sv="beslutat {day}", en="decided {day}")
LATE = Text(sv="För sent, {days}", en="Late, {days}")
LATE_IF_NEEDED = Text(sv="För sent om det behövs, {days}", en="Late if it is needed, {days}")
FILED_LATE = Text(sv="Inlämnat {days} för sent", en="Filed {days} late")
FROM_START = Text(
    sv="Dagen hade passerat redan när ärendet öppnades.",
    en="The day had passed already when the dossier was opened.",
)
FILE_NOW = Text(
    sv="Den rekommenderade tiden har gått ut. Lagens egen tid går ut {day}: lämna in genast, "
    "och ring den som beslutar.",
    en="The recommended time has passed. The law's own time ends {day}: file at once, "
    "and call whoever decides.",
)
BY_LAW_TOO = Text(
    sv="Även lagens tid har gått ut. Ring den som beslutar innan ni lämnar in.",
    en="The law's time has passed too. Call whoever decides before you file.",
)
FILE_LATE = Text(
    sv="Det som lämnas in nu är sent. Ring den som beslutar innan ni lämnar in.",
    en="What is filed now is late. Call whoever decides before you file.",
)
SEE_TO_NOW = Text(sv="Ordna det genast.", en="See to it at once.")
LOOKS: Mapping[PermitOutcome, str] = {
    "not-applied": "radio_button_unchecked",
    "applied": "hourglass_empty",
    "granted": "check_circle",
    "approved": "check_circle",
    "registered": "check_circle",
    "seen-to": "check_circle",
    "refused": "block",
}
COLOURS: Mapping[PermitOutcome, str] = {
    "granted": "blue",
    "approved": "blue",
    "registered": "blue",
    "seen-to": "blue",
    "refused": "violet",
}


def days_words(desk: Desk, days: int) -> str:
    """Return a number of days in words."""
    if desk.language == "en":
        return f"{days}{NBSP}{'day' if days == 1 else 'days'}"
    return f"{days}{NBSP}{'dag' if days == 1 else 'dagar'}"


def badges(desk: Desk, line: PermitLine, *, over: bool) -> str:
    """Return the state, and before it how late it is."""
    outcome: PermitOutcome = line.kept.outcome if line.standing == "kept" and line.kept else "not-applied"
    icon = "question_mark" if line.standing == "not-known" else LOOKS[outcome]
    word = desk.say(capital(permit_state(line, over=over)))
    state = f":{COLOURS.get(outcome, 'gray')}-badge[:material/{icon}: {word}]"
    if not line.late:
        return state
    filed = line.standing == "kept" and line.kept is not None and line.kept.filed is not None
    text = FILED_LATE if filed else LATE_IF_NEEDED if line.standing == "not-known" else LATE
    late = desk.say(text).format(days=days_words(desk, line.late))
    return f":violet-badge[:material/schedule: {late}] {state}"


def by_when(desk: Desk, line: PermitLine, today: date) -> str:
    """Return the last day with how far it is from the event, and from today while it waits."""
    if line.days is None:
        return desk.say(NO_DAY)
    if line.last_day is None:
        return desk.say(LAST_DAYS).format(days=relative_day(line.days))
    said = f"{desk.say(LAST).format(day=day(line.last_day, desk.language))}{NBSP}({relative_day(line.days)})"
    ahead = (line.last_day - today).days
    waiting = line.waits or line.standing == "not-known"
    return f"{said}, {relative(ahead, desk.language)}" if waiting and ahead >= 0 else said


def what_now(desk: Desk, line: PermitLine, today: date) -> str:
    """Return what to do about one that is late; empty where it is not, or is filed."""
    if not (line.late and line.waits):
        return ""
    start = desk.say(FROM_START) if line.late_at_opening else ""
    if line.is_duty:
        return f"{start} {desk.say(SEE_TO_NOW)}".strip()
    if line.last_by_law is None or line.last_by_law == line.last_day:
        now = desk.say(FILE_LATE)
    elif line.last_by_law >= today:
        now = desk.say(FILE_NOW).format(day=day(line.last_by_law, desk.language))
    else:
        now = desk.say(BY_LAW_TOO)
    return f"{start} {now}".strip()
