"""Checks of permits and duties that their models alone cannot make."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.catalogue.asking import condition_faults
from evenemang.catalogue.fault import Found, Place
from evenemang.catalogue.known import Known, repeated, unknown
from evenemang.domain.permit_rule import PermitFile, PermitRule, under_the_law
from evenemang.domain.text import Text


def permit_faults(file: PermitFile, known: Known) -> Iterator[Found]:
    """Return everything that is wrong with a file of permits."""
    places = ((("sources", at, "id"), source.id) for at, source in enumerate(file.sources))
    yield from repeated(places, Text(sv="Källan", en="The source"))
    sources = [source.id for source in file.sources]
    for at, rule in enumerate(file.items):
        place: Place = ("items", at)
        yield from condition_faults((*place, "needed_when"), rule.needed_when, known)
        yield from _sources_missing(place, rule, sources)
        yield from _times_unfit(place, rule)


def _sources_missing(place: Place, rule: PermitRule, sources: list[str]) -> Iterator[Found]:
    named = [
        *(((*place, "source", at), name) for at, name in enumerate(rule.source)),
        *(((*place, "lead_time", at, "source"), one.source) for at, one in enumerate(rule.lead_time)),
    ]
    for where, name in named:
        if name not in sources:
            what = Text(sv=f"Källan ”{name}” finns inte.", en=f"The source “{name}” does not exist.")
            yield unknown(where, what, name, sources)


def _times_unfit(place: Place, rule: PermitRule) -> Iterator[Found]:
    """One time of each kind and place, and none under the law's own."""
    times = [((*place, "lead_time", at), one.place or one.kind) for at, one in enumerate(rule.lead_time)]
    yield from repeated(times, Text(sv="Tiden", en="The time"))
    for at, one in enumerate(rule.lead_time):
        wrong = under_the_law(rule, one.days)
        if wrong:
            at_least = Text(sv="Ange minst lagens tid.", en="Give at least the law's time.")
            yield Found((*place, "lead_time", at, "days"), wrong, at_least)
