"""What is left to see to when the answer is given: actions that are not done, permits that wait."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from evenemang.domain.action import CLOSED, Action
from evenemang.flow.letter.parts import Block, Point, Points
from evenemang.flow.openness import Seen
from evenemang.flow.paper.parts import Teller
from evenemang.flow.permitting import is_over


def following_up(tell: Teller, seen: Seen) -> Iterator[Block]:
    """Yield what is left, the soonest first; nothing once the event has been held."""
    dossier = tell.whole.dossier
    if is_over(seen.whole.dossier, tell.today):
        return
    first = dossier.event.first_day
    left = [
        (one.due_on(first), _action(tell, seen, one)) for one in dossier.actions if one.status not in CLOSED
    ]
    left += [(one.last_day, tell.text(one.title)) for one in tell.permits if one.waits and not one.is_duty]
    ordered = sorted(left, key=lambda one: one[0] or date.max)
    if ordered:
        yield Points(tuple(Point(_by(tell, day, what)) for day, what in ordered))


def _by(tell: Teller, day: date | None, what: str) -> str:
    what = what.rstrip(". ")
    return tell.say(f"{what}. Senast {day}.", f"{what}. By {day}.") if day else f"{what}."


def _action(tell: Teller, seen: Seen, action: Action) -> str:
    """Return what is to be done, and by whom: a post or the organiser, never a person."""
    post, what = tell.whole.functions.get(action.owner or ""), action.do.rstrip(". ")
    if not post and not seen.is_theirs(action.owner):
        return what
    who = post.short if post else tell.say("arrangören", "the organiser")
    return tell.say(f"{what}. Ansvarig: {who}", f"{what}. Responsible: {who}")
