"""Checks of the rules of retention that their models alone cannot make."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from evenemang.catalogue.fault import Found, Place
from evenemang.catalogue.known import repeated, unknown
from evenemang.domain.retention import (
    ATTACHMENTS,
    HISTORY,
    MARKS,
    MAY_GO_WHOLE,
    NOT_ALONE,
    SINCE,
    WHOLE,
    RetentionFile,
    RetentionRule,
    removable,
)
from evenemang.domain.text import Text


def retention_faults(file: RetentionFile, shipped: RetentionFile | None) -> Iterator[Found]:
    """Return everything that is wrong with a file of rules, which may name what ours have (`shipped`)."""
    files = [file, *([shipped] if shipped else [])]
    sources = [source.id for one in files for source in one.sources]
    rules = [rule.id for one in files for rule in one.rules]
    places = ((("sources", at, "id"), one.id) for at, one in enumerate(file.sources))
    yield from repeated(places, Text(sv="Källan", en="The source"))
    places = ((("rules", at, "id"), one.id) for at, one in enumerate(file.rules))
    yield from repeated(places, Text(sv="Regeln", en="The rule"))
    places = ((("times", at, "rule"), one.rule) for at, one in enumerate(file.times))
    yield from repeated(places, Text(sv="Tiden för regeln", en="The time of the rule"))
    for at, rule in enumerate(file.rules):
        yield from _rule_faults(("rules", at), rule, sources)
    for at, time in enumerate(file.times):
        if time.rule not in rules:
            what = Text(sv=f"Regeln ”{time.rule}” finns inte.", en=f"The rule “{time.rule}” does not exist.")
            yield unknown(("times", at, "rule"), what, time.rule, rules)


def _rule_faults(place: Place, rule: RetentionRule, sources: list[str]) -> Iterator[Found]:
    for at, name in enumerate(rule.source):
        if name not in sources:
            what = Text(sv=f"Källan ”{name}” finns inte.", en=f"The source “{name}” does not exist.")
            yield unknown((*place, "source", at), what, name, sources)
    yield from chain(_removed_faults(place, rule), _since_faults(place, rule))
    if rule.after and not rule.decided:
        yield Found(
            (*place, "after"),
            Text(sv="Tiden saknar beslut.", en="The time lacks a decision."),
            Text(sv="Ange i decided var tiden är beslutad.", en="Say in decided where the time was decided."),
        )


def _removed_faults(place: Place, rule: RetentionRule) -> Iterator[Found]:
    words = [HISTORY, *(one for one in MARKS if removable(rule.of, one))]
    words += [ATTACHMENTS] if rule.of == "dossier" else []
    words += [WHOLE] if rule.of in MAY_GO_WHOLE else []
    known = [*words, *removable(rule.of)]
    for at, name in enumerate(rule.removes):
        where: Place = (*place, "removes", at)
        if name in NOT_ALONE:
            yield Found(
                where,
                Text(
                    sv=f"”{name}” kan inte tas bort för sig: annat räknas på det.",
                    en=f"“{name}” cannot be removed alone: other things rest on it.",
                ),
                Text(
                    sv="Ta bort hela posten (whole), eller värdena i historiken (history).",
                    en="Remove the whole record (whole), or the values of the history (history).",
                ),
            )
        elif name not in known:
            what = Text(
                sv=f"”{name}” är inget som kan tas bort.", en=f"“{name}” is nothing that can be removed."
            )
            yield unknown(where, what, name, known)
    if rule.whole and len(rule.removes) > 1:
        yield Found(
            (*place, "removes"),
            Text(sv="Hela posten och delar av den.", en="The whole record and parts of it."),
            Text(sv="Ange bara whole.", en="Give whole alone."),
        )


def _since_faults(place: Place, rule: RetentionRule) -> Iterator[Found]:
    if rule.since not in SINCE[rule.of]:
        fits = ", ".join(SINCE[rule.of])
        yield Found(
            (*place, "since"),
            Text(
                sv=f"Tiden kan inte räknas från {rule.since} här.",
                en=f"The time cannot be counted from {rule.since} here.",
            ),
            Text(sv=f"Ange {fits}.", en=f"Give {fits}."),
        )
