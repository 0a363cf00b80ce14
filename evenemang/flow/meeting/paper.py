"""The agenda and the minutes as they are read: for the group, or of what is open, for whoever asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from evenemang.domain.actor import Function
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.meeting import Item, Meeting, spread
from evenemang.domain.text import Language, Text
from evenemang.flow.letter.parts import Block, Letter, Part, Point, Points
from evenemang.flow.meeting import words
from evenemang.flow.meeting.agenda import by_section
from evenemang.flow.meeting.gathering import shared
from evenemang.flow.meeting.holding import meeting_of
from evenemang.flow.paper.parts import Line, Said
from evenemang.flow.recording import functions
from evenemang.flow.workspace import Workspace

Which = Literal["agenda", "minutes"]
NOT_HELD = Text(
    sv="Det finns inga minnesanteckningar än: mötet har inte hållits. Hämta dagordningen så länge.",
    en="There are no minutes yet: the meeting has not been held. Take the agenda meanwhile.",
)
IS_CANCELLED = Text(
    sv="Mötet är inställt, så det finns inget att skriva ut.",
    en="The meeting is cancelled: nothing to print.",
)
A_PERSON = Text(sv="namngiven person", en="a named person")
ARMS = Text(sv="Kommunens vapen", en="The municipality's arms")


@dataclass(frozen=True)
class Telling:
    """A meeting to be told of, in one language; `public`: only what is open, and posts instead of names."""

    workspace: Workspace
    meeting: Meeting
    language: Language
    public: bool
    posts: Mapping[str, Function]
    names: Mapping[str, str]  # of the events

    def say(self, text: Text, **facts: object) -> str:
        """Return our own words."""
        said = text.say(self.language)
        return said.format(**facts) if facts else said

    def tells(self, item: Item) -> bool:
        """Whether an item is told."""
        return not self.public or item.secrecy == "open"

    def who(self, name: str) -> str:
        """Return a post by its title; a person by name, but in what all may read only that it is one."""
        post = self.posts.get(name)
        if post:
            return post.title or post.short
        return self.say(A_PERSON) if self.public else name


def meeting_paper(
    workspace: Workspace, handle: str, which: Which, language: Language, *, public: bool = True
) -> Letter:
    """Return the agenda or the minutes of a meeting.

    Raises:
        NotFound: If nothing answers to the handle.
        Refused: If the meeting is cancelled, or there are no minutes yet.
    """
    meeting = meeting_of(workspace, handle)
    if meeting.cancelled:
        raise Refused("the meeting is cancelled", why=IS_CANCELLED)
    if which == "minutes" and not meeting.is_held(workspace.now().date()):
        raise Refused("no minutes yet", why=NOT_HELD)
    tell = Telling(workspace, meeting, language, public, functions(workspace), _names(workspace, meeting))
    return _paper(tell, which)


def _names(workspace: Workspace, meeting: Meeting) -> dict[str, str]:
    ids = {one.event for one in (*meeting.agenda, *meeting.decisions) if one.event}
    ids |= {one.event for one in meeting.weighings}
    found: dict[str, str] = {}
    for one in sorted(ids):
        try:
            found[one] = workspace.dossier(one).record.event.name
        except NotFound:
            found[one] = one
    return found


def _paper(tell: Telling, which: Which) -> Letter:
    settings, meeting = tell.workspace.content.settings, tell.meeting
    kind = tell.say(words.AGENDA if which == "agenda" else words.MINUTES)
    parts = _agenda(tell) if which == "agenda" else _minutes(tell)
    return Letter(
        language=tell.language,
        kind=kind,
        title=tell.say(words.MEETING_ON, what=tell.say(words.SUMMARY), day=meeting.on),
        to="",
        head=tuple(_head(tell)),
        parts=tuple(parts),
        signature=tuple(_signature(tell)) if which == "minutes" else (),
        running=f"{kind}, {meeting.on} ({meeting.id})",
        sender=settings.name or "",
        arms=settings.arms or "",
        arms_are=tell.say(ARMS),
    )


def _head(tell: Telling) -> Iterator[Line]:
    meeting = tell.meeting
    yield _label(tell, "Datum", "Date"), str(meeting.on)
    if meeting.starts:
        yield _label(tell, "Tid", "Time"), "–".join(filter(None, (meeting.starts, meeting.ends)))
    if meeting.where.strip():
        yield _label(tell, "Plats", "Place"), meeting.where
    yield _label(tell, "Form", "Form"), tell.say(words.FORMS[meeting.form])
    yield _label(tell, "Slag", "Kind"), tell.say(words.KINDS[meeting.kind])
    if meeting.id in tell.workspace.store.examples("meeting"):
        yield _label(tell, "Exempel", "Example"), tell.say(words.EXAMPLE)


def _agenda(tell: Telling) -> Iterator[Part]:
    yield from _people(tell, (("Kallade", "Called", tell.meeting.called),))
    told = [one for one in tell.meeting.agenda if tell.tells(one)]
    if not told:
        yield Part(tell.say(words.AGENDA), (Said(tell.say(words.NOTHING_NEW)),))
    for kind, items in by_section(told).items():
        points = tuple(Point(_what(tell, one)) for one in items)
        yield Part(tell.say(words.SECTION_TITLES[kind]), (Points(points),))
    yield from _left_out(tell)


def _minutes(tell: Telling) -> Iterator[Part]:
    meeting = tell.meeting
    yield from _people(
        tell, (("Närvarande", "Present", meeting.present), ("Frånvarande", "Absent", meeting.absent))
    )
    told = [one for one in meeting.agenda if tell.tells(one)]
    for kind, items in by_section(told).items():
        points = tuple(Point(_what(tell, one), tuple(_said(tell, one))) for one in items)
        yield Part(tell.say(words.SECTION_TITLES[kind]), (Points(points),))
    decided = tuple(
        Point(_what(tell, one), tuple(_to_do(tell, one))) for one in meeting.decisions if tell.tells(one)
    )
    blocks: Block = Points(decided, numbered=True) if decided else Said(tell.say(words.NOTHING_DECIDED))
    yield Part(_label(tell, "Beslut", "Decisions"), (blocks,))
    weighed = tuple(_weighed(tell))
    if weighed:
        yield Part(_label(tell, "Egna bedömningar", "Own judgements"), (Points(weighed),))
    yield from _left_out(tell)


def _people(tell: Telling, lists: Iterable[tuple[str, str, tuple[str, ...]]]) -> Iterator[Part]:
    for sv, en, names in lists:
        if names:
            yield Part(_label(tell, sv, en), (Said(_listed(tell, names)),))


def _listed(tell: Telling, names: tuple[str, ...]) -> str:
    """Return who they are; in what all may read, persons without a post are only counted."""
    told = [tell.who(one) for one in names if one in tell.posts or not tell.public]
    others = len(names) - len(told)
    if others:
        told.append(_label(tell, f"ytterligare: {others}", f"others: {others}"))
    return ", ".join(told) + "."


def _what(tell: Telling, item: Item) -> str:
    """Return a point in a line: its number, its event and what it is."""
    event = tell.names.get(item.event or "", "")
    what = item.what if item.what.startswith(event) or not event else f"{event}: {item.what}"
    return f"{item.id}. {what}" if item.id and item.id.startswith("P") else what


def _said(tell: Telling, item: Item) -> Iterator[str]:
    if item.outcome:
        yield _label(tell, "Mötet: ", "The meeting: ") + tell.say(words.OUTCOMES[item.outcome])
    if item.note.strip():
        yield item.note
    for number, one in enumerate((each for each in tell.meeting.decisions if tell.tells(each)), 1):
        if item.id and one.point == item.id:
            yield _label(tell, f"Se beslut {number}.", f"See decision {number}.")


def _to_do(tell: Telling, item: Item) -> Iterator[str]:
    facts = []
    if item.owner:
        facts.append(_label(tell, "Ansvarig: ", "Responsible: ") + tell.who(item.owner))
    if item.due:
        facts.append(_label(tell, f"Senast {item.due}", f"By {item.due}"))
    if item.record and item.event:
        facts.append(
            _label(
                tell,
                f"Åtgärd {item.record} i ärende {item.event}",
                f"Action {item.record}, dossier {item.event}",
            )
        )
    if facts:
        yield ". ".join(facts) + "."


def _weighed(tell: Telling) -> Iterator[Point]:
    """Yield how far apart the judgements were; never who judged what."""
    for one in tell.meeting.weighings:
        found = spread(tell.meeting.voices_on(one.event, one.risk))
        what = _risk(tell, one.event, one.risk)
        if found and what:
            yield Point(
                f"{tell.names.get(one.event, one.event)}: {what}",
                (
                    _label(
                        tell,
                        f"{found.voices} bedömningar. Sannolikhet {_span(found.likelihood)}, konsekvens "
                        f"{_span(found.consequence)}, risktal {_span(found.score)}.",
                        f"{found.voices} judgements. Likelihood {_span(found.likelihood)}, consequence "
                        f"{_span(found.consequence)}, score {_span(found.score)}.",
                    ),
                ),
            )


def _risk(tell: Telling, event: str, risk: str) -> str | None:
    """Return what a risk is; None where it is gone, or not for whoever reads."""
    try:
        dossier: Dossier = tell.workspace.dossier(event).record
        found = shared(tell.workspace, dossier).dossier.risk(risk)
    except NotFound:
        return None
    area = tell.workspace.content_for(dossier).areas.get(found.area)
    is_open = found.secrecy == "open" and area is not None and area.secrecy == "open"
    return f"{found.id} {found.says(tell.language)}" if is_open or not tell.public else None


def _span(pair: tuple[int, int]) -> str:
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}–{pair[1]}"


def _left_out(tell: Telling) -> Iterator[Part]:
    points = sum(not tell.tells(one) for one in tell.meeting.agenda)
    decisions = sum(not tell.tells(one) for one in tell.meeting.decisions)
    counted = ((words.CLOSED_POINTS, points), (words.CLOSED_DECISIONS, decisions))
    said = tuple(Said(tell.say(text, count=count)) for text, count in counted if count)
    if said:
        yield Part(_label(tell, "Sekretess", "Secrecy"), said)


def _signature(tell: Telling) -> Iterator[str]:
    sender = tell.workspace.content.settings.name
    yield _label(tell, "Justeras: underskrift och namnförtydligande", "Approved: signature and name in print")
    yield tell.say(words.GROUP) + (f", {sender}" if sender else "")


def _label(tell: Telling, sv: str, en: str) -> str:
    return en if tell.language == "en" else sv
