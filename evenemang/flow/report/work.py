"""What the group did: who answers for it, its meetings, and the events it worked with."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.flow.report.gathering import Told
from evenemang.flow.report.parts import Paragraph
from evenemang.flow.report.telling import begun, count, enumerated, joined, names, told
from evenemang.flow.saying import in_words

MOST_NAMED = 12  # events that are named; of more, the most visited
FEW_NAMED = 8

ANSWERS_FOR = Text(sv="Ansvarig för arbetet är {who}.", en="Responsible for the work: {who}.")
MONTHLY = Text(
    sv="Evenemangssäkerhetsgruppen har {when} träffats varje månad, sammanlagt {count} gånger.",
    en="The event-safety group has met every month {when}, {count} times in all.",
)
MET = Text(
    sv="Evenemangssäkerhetsgruppen har {when} träffats {count} gånger.",
    en="The event-safety group has met {count} times {when}.",
)
MET_ONCE = Text(
    sv="Evenemangssäkerhetsgruppen har {when} träffats {count} gång.",
    en="The event-safety group has met {count} time {when}.",
)
NOT_MET = Text(
    sv="Evenemangssäkerhetsgruppen har {when} inte haft något ordinarie möte.",
    en="The event-safety group has held no regular meeting {when}.",
)
YEAR = Text(sv="under {year}", en="in {year}")
SO_FAR = Text(sv="hittills under {year}", en="so far in {year}")
EVENTS = Text(
    sv="Gruppen har arbetat med {count} evenemang, {whose}{who}.",
    en="The group has worked with {count} {noun}, {whose}{who}.",
)
OWN = Text(sv="{own} som kommunen själv anordnar", en="{own} held by the municipality itself")
EXTERNAL = Text(sv="{external} med externa arrangörer", en="{external} by external organisers")
UNKNOWN = Text(
    sv="{unknown} där det inte är angivet vem som anordnar", en="{unknown} where it is not given by whom"
)
ALL_OWN = Text(
    sv="Gruppen har arbetat med {count} evenemang, som kommunen själv anordnar{who}.",
    en="The group has worked with {count} {noun}, held by the municipality itself{who}.",
)
ALL_EXTERNAL = Text(
    sv="Gruppen har arbetat med {count} evenemang med externa arrangörer{who}.",
    en="The group has worked with {count} {noun} by external organisers{who}.",
)
EVENTS_ONLY = Text(
    sv="Gruppen har arbetat med {count} evenemang{who}.", en="The group has worked with {count} {noun}{who}."
)
NO_EVENTS = Text(
    sv="Inget evenemang som gruppen har arbetat med har börjat {when}.",
    en="No event that the group has worked with has begun {when}.",
)
THE_MOST_VISITED = Text(sv=". De mest besökta var {names}", en=". The most visited were {names}")
CANCELLED_ONE = Text(sv="Ett evenemang ställdes in.", en="One event was cancelled.")
CANCELLED = Text(sv="{count} evenemang ställdes in.", en="{count} events were cancelled.")


def responsible(it: Told) -> Paragraph:
    """Return who answers for the work, as a post; nothing where no post calls the group together."""
    found = [
        one.title or one.short for one in it.posts.values() if one.part == "convener" and not one.retired
    ]
    if not found:
        return ()
    who = names([one[:1].lower() + one[1:] if it.language == "sv" else one for one in found], it.language)
    return told(ANSWERS_FOR, it.language, who=who)


def work(it: Told) -> Paragraph:
    """Return how often the group met, and which events it worked with."""
    return joined((_met(it), _events(it), _cancelled(it)))


def when(it: Told) -> str:
    """Return the year, or that it is not over."""
    return (YEAR if it.is_over else SO_FAR).say(it.language).format(year=it.year)


def _met(it: Told) -> Paragraph:
    held, language = it.figures.events.meetings, it.language
    if not held:
        return told(NOT_MET, language, when=when(it))
    months = 12 if it.is_over else it.rows.today.month
    monthly = months > 1 and {one.on.month for one in it.meetings} >= set(range(1, months + 1))
    text = MONTHLY if monthly else MET_ONCE if held == 1 else MET
    return told(text, language, when=when(it), count=count(held, "meetings", language))


def _events(it: Told) -> Paragraph:
    events, language = it.figures.events, it.language
    if not events.events:
        return told(NO_EVENTS, language, when=when(it))
    values = {
        "count": count(events.events, "events", language, neuter=True),
        "noun": "event" if events.events == 1 else "events",
        "own": count(events.own, "events", language, neuter=True),
        "external": count(events.external, "events", language, neuter=True),
        "unknown": count(events.unknown, "events", language, neuter=True),
        "who": _who(it),
    }
    for all_of, how_many in ((ALL_OWN, events.own), (ALL_EXTERNAL, events.external)):
        if how_many == events.events:
            return told(all_of, language, **values)
    if events.unknown == events.events:
        return told(EVENTS_ONLY, language, **values)
    some = ((OWN, events.own), (EXTERNAL, events.external), (UNKNOWN, events.unknown))
    whose = enumerated([told(text, language, **values) for text, how_many in some if how_many], language)
    return told(EVENTS, language, whose=whose, **values)


def _who(it: Told) -> str:
    """Return the events by name; of very many, the most visited ones."""
    if len(it.events) <= MOST_NAMED:
        return f": {names(list(dict.fromkeys(one.name for one in it.events)), it.language)}"
    visited = sorted((one for one in it.events if one.visits), key=lambda one: -(one.visits or 0))
    most = list(dict.fromkeys(one.name for one in visited))[:FEW_NAMED]
    if not most:
        return ""
    return THE_MOST_VISITED.say(it.language).format(names=names(most, it.language))


def _cancelled(it: Told) -> Paragraph:
    if not it.cancelled:
        return ()
    text = CANCELLED_ONE if it.cancelled == 1 else CANCELLED
    return begun(told(text, it.language, count=in_words(it.cancelled, it.language)))
