"""The letter, gathered from a dossier that has been let out to the police: what is not there is not in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from evenemang.domain.decision import Decision
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound
from evenemang.domain.meeting import Meeting
from evenemang.domain.text import Language, clean
from evenemang.flow.letter import words
from evenemang.flow.letter.examined import examined, heaviest, withheld
from evenemang.flow.letter.following_up import following_up
from evenemang.flow.letter.parts import Block, Letter, Part, Points, facts
from evenemang.flow.letter.reasons import points
from evenemang.flow.letter.standing import require
from evenemang.flow.letting_out import let_out
from evenemang.flow.openness import Seen
from evenemang.flow.paper.front import when, where
from evenemang.flow.paper.parts import Line, Said, Teller
from evenemang.flow.recording import Whole, whole
from evenemang.flow.words import sentence
from evenemang.flow.workspace import Workspace

LONGEST_NUMBER = 100  # characters of another authority's diary number


@dataclass(frozen=True)
class Answering:
    """What the letter is made from: what the police may see, and which posts were at the meeting."""

    tell: Teller
    seen: Seen
    decision: Decision
    meeting: Meeting | None
    present: tuple[str, ...]  # the titles of posts


def letter_of(workspace: Workspace, handle: str, language: Language, theirs: str = "") -> Letter:
    """Return the group's answer on a dossier; `theirs` is the diary number of the police, where
    another than the dossier keeps is to stand in it.

    Raises:
        NotFound: If nothing answers to the handle.
        Refused: If there is no answer to give yet; it says what to do.
    """
    found = whole(workspace, handle)
    decision = found.dossier.decision
    held = decision.meeting if decision else None
    return letter(found, _meeting(workspace, held), language, theirs)


def letter(found: Whole, meeting: Meeting | None, language: Language, theirs: str = "") -> Letter:
    """Return the letter on a dossier as it stands.

    Raises:
        Refused: If there is no answer to give yet; it says what to do.
    """
    seen = Seen(found, "police")
    require(_without_closed(found.dossier, seen))
    out = let_out(found, "police")
    decision = out.whole.dossier.decision
    assert decision, "a dossier with an answer to give has a decision"
    given = Answering(
        tell=Teller(out.whole, out.permits, language),
        seen=seen,
        decision=decision,
        meeting=meeting,
        present=_titles(found, meeting),
    )
    tell, dossier = given.tell, out.whole.dossier
    settings = out.whole.content.settings
    return Letter(
        language=language,
        kind=tell.say("Yttrande", "Opinion"),
        title=tell.say(f"Yttrande om {dossier.event.name}", f"Opinion on {dossier.event.name}"),
        to=tell.say("Polismyndigheten", "The Swedish Police Authority"),
        head=tuple(_head(given, theirs)),
        parts=tuple(_parts(given)),
        signature=tuple(_signature(given)),
        running=tell.say(
            f"Ärende {dossier.id}, version {found.version}", f"Dossier {dossier.id}, version {found.version}"
        ),
        sender=settings.name or "",
        arms=settings.arms or "",
        arms_are=tell.say("Kommunens vapen", "The municipality's arms"),
        untied=sum(not one.because for one in points(tell, given.seen, decision.conditions)),
    )


def _without_closed(dossier: Dossier, seen: Seen) -> Dossier:
    """Return a dossier whose mark to reconsider names no risk that is secret or internal."""
    mark = dossier.reconsider
    if mark is None:
        return dossier
    told = tuple(one.id for one in dossier.risks if one.id in mark.risks and seen.tells_of(one))
    return dossier.model_copy(update={"reconsider": mark.model_copy(update={"risks": told})})


def _meeting(workspace: Workspace, key: str | None) -> Meeting | None:
    if key is None:
        return None
    try:
        return cast(Meeting, workspace.store.load("meeting", key).record)
    except NotFound:
        return None


def _head(given: Answering, theirs: str) -> Iterator[Line]:
    tell, dossier = given.tell, given.tell.whole.dossier
    number = " ".join(str(clean(theirs or dossier.police_number)).split())[:LONGEST_NUMBER]
    none = tell.say("inte angivet", "not given")
    yield tell.say("Datum", "Date"), str(tell.today)
    yield tell.say("Vårt diarienummer", "Our diary number"), dossier.diary_number or none
    yield tell.say("Ert diarienummer", "Your diary number"), number or none
    yield tell.say("Handläggare", "Officer"), _post(given, given.decision.officer)
    if dossier.example:
        yield tell.say("Exempel", "Example"), tell.text(words.EXAMPLE)


def _post(given: Answering, name: str) -> str:
    """Return a post by its title; a person by the name that was given."""
    post = given.tell.whole.functions.get(name)
    return (post.title or post.short) if post else given.tell.person(name)


def _parts(given: Answering) -> Iterator[Part]:
    """Yield every part that has something to say, in the order it is read."""
    tell = given.tell
    found: tuple[tuple[str, Iterable[Block]], ...] = (
        (tell.say("Gruppens ställningstagande", "The group's standpoint"), _standpoint(given)),
        (tell.say("Villkor", "Conditions"), _conditions(given)),
        (tell.say("Motivering", "Reasons"), _motive(given)),
        (tell.say("Evenemanget", "The event"), _event(given)),
        (tell.say("Vad gruppen har bedömt", "What the group has assessed"), examined(tell, given.seen)),
        (tell.say("Risker som har vägt tyngst", "The heaviest risks"), heaviest(tell, given.seen)),
        (tell.say("Att följa upp", "To be followed up"), following_up(tell, given.seen)),
        (tell.say("Vilka som har deltagit", "Who took part"), _present(given)),
        (tell.say("Sekretess", "Secrecy"), withheld(tell, given.seen)),
    )
    for title, blocks in found:
        kept = tuple(blocks)
        if kept:
            yield Part(title, kept)


def _standpoint(given: Answering) -> Iterator[Block]:
    tell, decision = given.tell, given.decision
    word = next(
        (
            tell.text(one.word)
            for one in tell.whole.content.matrix.decisions
            if one.view == decision.group_view
        ),
        decision.group_view,
    )
    yield Said(tell.text(words.STANDPOINT[decision.group_view]))
    yield from facts(
        (tell.say("Ställningstagande", "Decision"), sentence(word)),
        (tell.say("Beslutat", "Decided"), _decided(given)),
        (tell.say("Komplettering senast", "Completion by"), str(decision.complete_by or "")),
    )


def _decided(given: Answering) -> str:
    tell, meeting = given.tell, given.meeting
    day = tell.moment(given.decision.given.at)[:10]
    if meeting is None:
        return day
    return tell.say(f"{day}, vid mötet {meeting.on}", f"{day}, at the meeting on {meeting.on}")


def _conditions(given: Answering) -> Iterator[Block]:
    tell, decision = given.tell, given.decision
    without = tell.text(words.REASON_BELOW if decision.motive.strip() else words.NO_REASON)
    found = points(tell, given.seen, decision.conditions)
    if found:
        yield Points(
            tuple(one if one.because else replace(one, because=(without,)) for one in found), numbered=True
        )


def _motive(given: Answering) -> Iterator[Block]:
    if given.decision.motive.strip():
        yield Said(given.decision.motive)


def _event(given: Answering) -> Iterator[Block]:
    tell, shown = given.tell, given.tell.whole
    known, organiser = shown.dossier.event.facts, shown.organiser
    unknown = tell.say("inte känt än", "not known yet")

    def people(key: str) -> str:
        return tell.value(known.get(key))

    yield from facts(
        (tell.say("Evenemang", "Event"), shown.dossier.event.name),
        (
            tell.say("Arrangör", "Organiser"),
            organiser.name if organiser else shown.dossier.event.organiser or "",
        ),
        (tell.say("Var", "Where"), where(tell) or unknown),
        (tell.say("När", "When"), when(tell) or unknown),
        (tell.say("Besök sammanlagt", "Visits in all"), people("total_visitors")),
        (tell.say("Flest samtidigt", "Most at once"), people("peak_visitors")),
    )


def _titles(found: Whole, meeting: Meeting | None) -> tuple[str, ...]:
    posts = (found.functions.get(one) for one in dict.fromkeys(meeting.present if meeting else ()))
    return tuple(one.title or one.short for one in posts if one)


def _present(given: Answering) -> Iterator[Block]:
    """Yield who took part as posts; persons without a post are counted."""
    if given.meeting is None or not given.meeting.present:
        return
    tell, told = given.tell, list(given.present)
    others = len(set(given.meeting.present)) - len(told)
    if others:
        more = tell.say("ytterligare", "others:") if told else tell.say("Deltagare:", "Participants:")
        told.append(f"{more} {others}")
    yield Said(f"{', '.join(told)}.")


def _signature(given: Answering) -> Iterator[str]:
    tell = given.tell
    sender = tell.whole.content.settings.name
    yield tell.say("Underskrift och namnförtydligande", "Signature and name in print")
    yield _post(given, given.decision.officer)
    group = tell.text(words.GROUP)
    yield tell.say("För ", "For ") + group + (f", {sender}" if sender else "")
