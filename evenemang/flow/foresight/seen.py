"""Foresight as a whole: what the page, the command line and the drafts are made of."""

from __future__ import annotations

from dataclasses import dataclass

from evenemang.flow.content import Content
from evenemang.flow.foresight.foreseen import ForeseenIncidents, foreseen
from evenemang.flow.foresight.gathering import LookedBack, look_back
from evenemang.flow.foresight.idle import IdleQuestions, idle
from evenemang.flow.foresight.judged import JudgedAndSeen, judged_and_seen
from evenemang.flow.foresight.proposing import Proposal, proposals
from evenemang.flow.workspace import Workspace


@dataclass(frozen=True)
class Foresight:
    """What was seen coming in some years, what never came, and what to ask instead."""

    looked: LookedBack
    foreseen: ForeseenIncidents
    judged: JudgedAndSeen
    idle: IdleQuestions
    proposals: tuple[Proposal, ...]


def foresight(workspace: Workspace, years: int = 3) -> Foresight:
    """Return foresight over the events that began in the last years, of those that the workspace sees."""
    content = workspace.content
    looked = look_back(workspace.store, content, workspace.reckoning.imprints, workspace.now().date(), years)
    return over(looked, content)


def over(looked: LookedBack, content: Content) -> Foresight:
    """Return foresight over what was looked back on."""
    judged = judged_and_seen(looked, content.matrix)
    resting = idle(looked, content)
    return Foresight(
        looked=looked,
        foreseen=foreseen(looked),
        judged=judged,
        idle=resting,
        proposals=proposals(looked, judged, resting, content),
    )
