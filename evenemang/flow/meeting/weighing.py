"""Judging a risk alone first: nobody sees what another said before all of it is shown."""

from __future__ import annotations

from evenemang.domain.actor import Actor, stamp
from evenemang.domain.errors import Refused
from evenemang.domain.meeting import Meeting, Voice, Weighing
from evenemang.domain.text import Text
from evenemang.flow.ballots import Ballot
from evenemang.flow.meeting.gathering import meetings, shared
from evenemang.flow.meeting.holding import meeting_of, require_running, running
from evenemang.flow.meeting.planning import change
from evenemang.flow.workspace import Workspace

NOT_ASKED = Text(
    sv="Ingen har bett gruppen bedöma risken {risk} än.", en="Nobody has asked the group to judge {risk} yet."
)
IS_SHOWN = Text(
    sv="Bedömningarna av {risk} är redan visade. Be mötet om en ny omgång om någon vill ändra sig.",
    en="The judgements of {risk} are shown already. Ask the meeting for another round to change one.",
)
NOBODY_YET = Text(
    sv="Ingen har bedömt risken {risk} än. Vänta tills någon har gjort det.",
    en="Nobody has judged {risk} yet. Wait until somebody has.",
)


def ask_alone(workspace: Workspace, handle: str, event: str, risk: str, by: Actor) -> Meeting:
    """Ask everybody to judge a risk alone; asked again, what was shown goes and a new round begins.

    While a round goes on it is the same round: nobody's judgement is lost because two people asked.

    Raises:
        NotFound: If there is no such risk that everybody may see.
        Refused: If the meeting does not go on.
    """
    shared(workspace, workspace.dossier(event).record).dossier.risk(risk)
    workspace.require(by, "weigh-at-meeting")

    def asked(meeting: Meeting) -> Meeting:
        require_running(meeting)
        if _is_asked(meeting, event, risk):
            return meeting
        workspace.store.forget_ballots(meeting.id, event, risk)  # of a round that was shown
        new = Weighing(event=event, risk=risk, asked=stamp(by, workspace.now()))
        others = tuple(one for one in meeting.weighings if (one.event, one.risk) != (event, risk))
        voices = tuple(one for one in meeting.voices if (one.event, one.risk) != (event, risk))
        return meeting.model_copy(update={"weighings": (*others, new), "voices": voices})

    now = running(workspace, handle)
    return now if _is_asked(now, event, risk) else change(workspace, handle, asked, by, "weigh-at-meeting")


def _is_asked(meeting: Meeting, event: str, risk: str) -> bool:
    found = meeting.weighing(event, risk)
    return found is not None and found.revealed is None


def judge_alone(
    workspace: Workspace,
    handle: str,
    about: tuple[str, str],
    said: tuple[int, int],
    by: Actor,
) -> None:
    """Keep what somebody judges alone of a risk (event, risk): its likelihood and consequence.

    Raises:
        NotAllowed: If who acts may not.
        Refused: If nobody asked, or all of it is shown already.
    """
    event, risk = about
    workspace.require(by, "judge-alone", event)
    meeting = running(workspace, handle)
    _require_asked(meeting, event, risk)
    voice = Voice(event=event, risk=risk, by=by.name, likelihood=said[0], consequence=said[1])
    ballot = Ballot(meeting.id, event, risk, voice.by, voice.likelihood, voice.consequence)
    workspace.store.cast(ballot)
    after = meeting_of(workspace, meeting.id)
    if not _is_asked(after, event, risk) and voice not in after.voices_on(event, risk):
        raise Refused("shown meanwhile", why=_of(IS_SHOWN, risk))


def asked_alone(workspace: Workspace, event: str) -> tuple[tuple[Meeting, Weighing], ...]:
    """Return what meetings that go on ask about an event just now."""
    return tuple(
        (meeting, one)
        for meeting in meetings(workspace)
        if meeting.begun and not meeting.ended and not meeting.cancelled
        for one in meeting.weighings
        if one.event == event and one.revealed is None
    )


def have_judged(workspace: Workspace, meeting: Meeting, event: str, risk: str) -> tuple[str, ...]:
    """Return who has judged a risk alone so far; never what."""
    return tuple(one.who for one in workspace.store.ballots(meeting.id, event, risk))


def judged_and_not_shown(workspace: Workspace, meeting: Meeting) -> tuple[Weighing, ...]:
    """Return the risks that somebody has judged alone and that nobody has shown: they wait for it."""
    return tuple(
        one
        for one in meeting.weighings
        if one.revealed is None and have_judged(workspace, meeting, one.event, one.risk)
    )


def own_judgement(
    workspace: Workspace, meeting: Meeting, event: str, risk: str, who: Actor
) -> tuple[int, int] | None:
    """Return what somebody has judged themselves, or None; of another nobody is told."""
    for one in workspace.store.ballots(meeting.id, event, risk):
        if one.who == who.name:
            return one.likelihood, one.consequence
    return None


def reveal(workspace: Workspace, handle: str, event: str, risk: str, by: Actor) -> Meeting:
    """Show all at once what each has judged: from here on it stands in the meeting.

    Raises:
        Refused: If nobody asked, nobody has judged, or it is shown already.
    """
    workspace.require(by, "weigh-at-meeting")
    held = running(workspace, handle)
    _require_asked(held, event, risk)
    if not workspace.store.ballots(held.id, event, risk):
        raise Refused("no ballots", why=_of(NOBODY_YET, risk))

    def shown(meeting: Meeting) -> Meeting:
        asked = _require_asked(meeting, event, risk)
        given = asked.model_copy(update={"revealed": stamp(by, workspace.now())})
        rows = tuple(given if one == asked else one for one in meeting.weighings)
        return with_all(meeting.model_copy(update={"weighings": rows}))

    def with_all(meeting: Meeting) -> Meeting:
        others = tuple(one for one in meeting.voices if (one.event, one.risk) != (event, risk))
        voices = (*others, *_voices(workspace, meeting, event, risk))
        return meeting.model_copy(update={"voices": voices})

    done = change(workspace, handle, shown, by, "weigh-at-meeting")
    if with_all(done) != done:  # somebody judged while it was being shown: what was acknowledged counts
        done = change(workspace, handle, with_all, by, "weigh-at-meeting")
    workspace.store.forget_ballots(held.id, event, risk)
    return done


def _voices(workspace: Workspace, meeting: Meeting, event: str, risk: str) -> tuple[Voice, ...]:
    return tuple(
        Voice(event=event, risk=risk, by=one.who, likelihood=one.likelihood, consequence=one.consequence)
        for one in workspace.store.ballots(meeting.id, event, risk)
    )


def _require_asked(meeting: Meeting, event: str, risk: str) -> Weighing:
    require_running(meeting)
    found = meeting.weighing(event, risk)
    if found is None:
        raise Refused("nobody asked", why=_of(NOT_ASKED, risk))
    if found.revealed:
        raise Refused("shown already", why=_of(IS_SHOWN, risk))
    return found


def _of(text: Text, risk: str) -> Text:
    return Text(sv=text.sv.format(risk=risk), en=text.en.format(risk=risk))
