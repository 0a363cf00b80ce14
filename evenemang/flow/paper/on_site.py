"""The day on paper: rounds walked, what was counted and decided, and the day log in its order."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.round import LogEntry, Round
from evenemang.flow.paper.parts import Block, Teller, rows
from evenemang.flow.rounds import deviations
from evenemang.flow.words import LOG_KINDS, PHASES


def on_site(tell: Teller) -> Iterator[Block]:
    """Yield the rounds, the counts, the stop criteria as agreed, and then the day log."""
    yield from _rounds(tell)
    yield from _counts(tell)
    yield from _stops(tell)
    yield from _log(tell)


def _rounds(tell: Teller) -> Iterator[Block]:
    when, who = tell.say("När", "When"), tell.say("Vem", "By")
    yield from rows(
        (when, who, tell.say("Skede", "Phase"), tell.say("Var", "Where"), tell.say("Anteckning", "Note")),
        (2.6, 3.6, 2.6, 3, 6),
        (
            (
                tell.moment(one.begun or one.walked.at),
                tell.person(one.walked.by),
                tell.word(PHASES[one.phase]),
                tell.whole.zone_name(one.zone),
                _seen(tell, one),
            )
            for one in tell.whole.dossier.rounds
        ),
        tell.say("Ronder", "Rounds"),
    )


def _seen(tell: Teller, one: Round) -> str:
    made = ", ".join(each.id for each in deviations(one, tell.whole.dossier))
    became = tell.say(f"Blev åtgärder: {made}.", f"Became actions: {made}.") if made else ""
    return " ".join(part for part in (became, one.note) if part)


def _counts(tell: Teller) -> Iterator[Block]:
    dossier = tell.whole.dossier
    names = {one.id: one.name for one in dossier.counters}
    yield from rows(
        (
            tell.say("Dag", "Day"),
            tell.say("Räknare", "Counter"),
            tell.say("Kom in (personer)", "Came in (persons)"),
            tell.say("Som mest inne (personer)", "At most inside (persons)"),
            tell.say("Klockan", "At"),
        ),
        (2.6, 4.6, 3, 3.6, 3),
        (
            (
                str(one.day),
                names.get(one.counter, one.counter),
                tell.number(one.came),
                tell.number(one.most),
                tell.moment(one.most_at) if one.most_at else "",
            )
            for one in dossier.counts
        ),
        tell.say("Räknade besökare", "Counted visitors"),
    )


def _stops(tell: Teller) -> Iterator[Block]:
    yield from rows(
        (
            tell.say("Kriterium", "Criterion"),
            tell.say("Stopp", "Stop"),
            tell.say("Beslutar", "Decides"),
            tell.say("Källa", "Source"),
        ),
        (5, 4.6, 3.6, 4),
        (
            (
                one.title or one.id,
                " ".join(
                    part
                    for part in (tell.number(one.stop) if one.stop is not None else "", one.unit, one.when)
                    if part
                ),
                tell.person(one.decides),
                one.source,
            )
            for one in tell.whole.dossier.stops
        ),
        tell.say("Stoppkriterier som gruppen kom överens om", "Stop criteria that the group agreed on"),
    )


def _log(tell: Teller) -> Iterator[Block]:
    entries = sorted(tell.whole.dossier.day_log, key=lambda one: one.when.timestamp())
    yield from rows(
        (tell.say("När", "When"), tell.say("Vem", "By"), tell.say("Vad", "What")),
        (2.6, 3.6, 10.8),
        ((tell.moment(one.when), tell.person(one.noted.by), _line(tell, one)) for one in entries),
        tell.say("Dagbok", "Day log"),
    )


def _line(tell: Teller, one: LogEntry) -> str:
    if one.kind != "decision":
        return one.what
    by = tell.person(one.decided_by)
    word = tell.word(LOG_KINDS["decision"])
    return f"{word} ({by}): {one.what}" if by else f"{word}: {one.what}"
