"""The day on paper: the rounds that were walked, and the day log in the order it was written."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.flow.paper.parts import Block, Teller, rows
from evenemang.flow.words import PHASES


def on_site(tell: Teller) -> Iterator[Block]:
    """Yield the rounds, and then the day log."""
    dossier = tell.whole.dossier
    when, who = tell.say("När", "When"), tell.say("Vem", "By")
    yield from rows(
        (when, who, tell.say("Skede", "Phase"), tell.say("Var", "Where"), tell.say("Anteckning", "Note")),
        (2.6, 3.6, 2.6, 3, 6),
        (
            (
                tell.moment(one.walked.at),
                tell.person(one.walked.by),
                tell.word(PHASES[one.phase]),
                tell.whole.zone_name(one.zone),
                one.note,
            )
            for one in dossier.rounds
        ),
        tell.say("Ronder", "Rounds"),
    )
    yield from rows(
        (when, who, tell.say("Vad", "What")),
        (2.6, 3.6, 10.8),
        ((tell.moment(one.noted.at), tell.person(one.noted.by), one.what) for one in dossier.day_log),
        tell.say("Dagbok", "Day log"),
    )
