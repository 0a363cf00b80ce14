"""The front: what the event is, whose it is, how it stands, and the decision that holds."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.dossier import state
from evenemang.domain.text import Text
from evenemang.flow.audience import WITHHELD
from evenemang.flow.paper.parts import Block, Line, Teller, lines, listed
from evenemang.flow.words import STATES, sentence

HELD = Text(sv="genomfört", en="held")


def front(tell: Teller, *, public: bool) -> Iterator[Line]:
    """Yield what stands first, label and text."""
    whole = tell.whole
    dossier, event = whole.dossier, whole.dossier.event
    unknown = tell.say("inte känt än", "not known yet")
    yield tell.say("När", "When"), when(tell) or unknown
    yield tell.say("Var", "Where"), where(tell) or unknown
    organiser = whole.organiser.name if whole.organiser else event.organiser
    yield tell.say("Arrangör", "Organiser"), organiser or unknown
    yield tell.say("Diarienummer", "Diary number"), dossier.diary_number or tell.say("saknas", "none")
    yield tell.say("Ärende", "Dossier"), dossier.id
    yield tell.say("Handläggare", "Officer"), tell.person(dossier.officer) or unknown
    yield tell.say("Klass", "Class"), _class(tell)
    yield tell.say("Läge", "State"), tell.word(_state(tell, public=public))
    if dossier.example:
        yield tell.say("Exempel", "Example"), tell.say("Uppgifterna är påhittade.", "The facts are invented.")


def _state(tell: Teller, *, public: bool) -> Text:
    """Return the state; an evaluation is not told of in public, so neither is that it is waited for."""
    found = state(tell.whole.dossier, tell.whole.as_of)
    return HELD if public and found == "to-evaluate" else STATES[found]


def when(tell: Teller) -> str:
    """Return each occasion, or from when to when; nothing where it is not known."""
    event = tell.whole.dossier.event
    occasions = event.each_occasion()
    if occasions:
        hours = [f"{one.date} {tell.say('kl.', 'at')} {one.starts}–{one.ends}" for one in occasions]
        if len(hours) <= 7:
            return "\n".join(hours)
        count = tell.say(f"{len(hours)} tillfällen", f"{len(hours)} occasions")
        return f"{occasions[0].date} {tell.say('till', 'to')} {occasions[-1].date}, {count}"
    held = event.held
    if held is None:
        return ""
    if held.exact or not held.said:
        return (
            f"{held.first} {tell.say('till', 'to')} {held.last}"
            if held.last > held.first
            else str(held.first)
        )
    return held.said


def where(tell: Teller) -> str:
    """Return the place and the zones that are not named in it."""
    whole, event = tell.whole, tell.whole.dossier.event
    place = next((one.name for one in whole.places if one.id == event.place), event.place or "")
    zones = dict.fromkeys(whole.zone_name(one) for one in event.zones)
    return ", ".join(filter(None, [place, *(one for one in zones if one not in place)]))


def _class(tell: Teller) -> str:
    standing = tell.whole.reading.standing
    names = {one.id: tell.text(one.name) for one in tell.whole.content.profile.classification.classes}
    sure, most = f"{standing.at_least} {names.get(standing.at_least, '')}", standing.at_most
    if standing.at_least == most:
        return sure.strip()
    return tell.say(
        f"{sure}, kan bli {most} {names.get(most, '')}", f"{sure}, may become {most} {names.get(most, '')}"
    )


def decision(tell: Teller) -> Iterator[Block]:
    """Yield the decision that holds, its conditions and reasons, who made it and when."""
    dossier = tell.whole.dossier
    if dossier.cancelled:
        stamp, because = dossier.cancelled.given, _told(dossier.cancelled.because)
        yield from lines(
            (tell.say("Inställt", "Cancelled"), tell.stamp(stamp.by, stamp.at)),
            (tell.say("Därför att", "Because"), because),
        )
    without = dossier.assessment.not_needed
    if without:
        yield from lines(
            (
                tell.say("Ingen bedömning behövs", "No assessment needed"),
                tell.stamp(without.judged.by, without.judged.at),
            ),
            (tell.say("Därför att", "Because"), _told(without.because)),
        )
    found = dossier.decision
    if found is None:
        if not without:
            yield from lines(
                (tell.say("Gruppen", "The group"), tell.say("Inte beslutat än", "Not decided yet"))
            )
        return
    yield from lines(
        (tell.say("Gruppen", "The group"), _view(tell, found.group_view)),
        (tell.say("Beslutat", "Decided"), tell.stamp(found.given.by, found.given.at)),
        (tell.say("Möte", "Meeting"), found.meeting or ""),
        (tell.say("Villkor", "Conditions"), listed(found.conditions)),
        (tell.say("Motivering", "Reason"), found.motive),
        (tell.say("Trots obesvarade frågor", "Despite unanswered questions"), found.despite_unanswered),
        (tell.say("Kompletteras senast", "Complete by"), str(found.complete_by or "")),
        (tell.say("Handläggare", "Officer"), tell.person(found.officer)),
        (tell.say("Handläggarens förslag", "The officer's view"), _view(tell, found.officer_view)),
        (tell.say("Omprövas på grund av", "To be reconsidered because of"), _reconsider(tell)),
    )


def _view(tell: Teller, view: str | None) -> str:
    rules = tell.whole.content.matrix.decisions
    return sentence(next((tell.text(one.word) for one in rules if one.view == view), view or ""))


def _reconsider(tell: Teller) -> str:
    dossier = tell.whole.dossier
    return ", ".join(dossier.reconsider.risks) if dossier.reconsider and dossier.asks_for_new_decision else ""


def _told(because: str) -> str:
    return "" if because == WITHHELD else because
