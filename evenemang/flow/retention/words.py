"""What is said of retention: what goes, from what, and what is left to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from evenemang.domain.retention import Of, Period, RetentionRule, Since
from evenemang.domain.source import Source
from evenemang.domain.text import Language, Text
from evenemang.flow.journal import Kind
from evenemang.flow.retention.planning import Due, Going

SINCE: Mapping[Since, Text] = {
    "event-end": Text(sv="evenemangets sista dag", en="the last day of the event"),
    "decision": Text(sv="ställningstagandet", en="the decision"),
    "closed": Text(sv="den dag ärendet avslutades", en="the day the dossier was closed"),
    "last-event": Text(
        sv="senaste evenemanget för arrangören eller på platsen",
        en="the last event of the organiser or at the place",
    ),
    "noted": Text(sv="den dag lärdomen skrevs", en="the day the lesson was written"),
    "meeting": Text(sv="mötet", en="the meeting"),
    "left": Text(
        sv="den dag medlemmen inte längre kunde logga in", en="the day the member could no longer sign in"
    ),
}
NUMBERS: Mapping[str, tuple[Text, Text]] = {
    "years": (Text(sv="1 år", en="1 year"), Text(sv="{count} år", en="{count} years")),
    "months": (Text(sv="1 månad", en="1 month"), Text(sv="{count} månader", en="{count} months")),
    "days": (Text(sv="1 dag", en="1 day"), Text(sv="{count} dagar", en="{count} days")),
    "dossier": (Text(sv="1 ärende", en="1 dossier"), Text(sv="{count} ärenden", en="{count} dossiers")),
    "organiser": (
        Text(sv="1 arrangör", en="1 organiser"),
        Text(sv="{count} arrangörer", en="{count} organisers"),
    ),
    "place": (Text(sv="1 plats", en="1 place"), Text(sv="{count} platser", en="{count} places")),
    "lesson": (Text(sv="1 lärdom", en="1 lesson"), Text(sv="{count} lärdomar", en="{count} lessons")),
    "meeting": (Text(sv="1 möte", en="1 meeting"), Text(sv="{count} möten", en="{count} meetings")),
    "member": (Text(sv="1 medlem", en="1 member"), Text(sv="{count} medlemmar", en="{count} members")),
    "records": (Text(sv="1 post", en="1 record"), Text(sv="{count} poster", en="{count} records")),
    "history": (
        Text(sv="1 rad i historiken", en="1 row in the history"),
        Text(sv="{count} rader i historiken", en="{count} rows in the history"),
    ),
    "backups": (
        Text(sv="1 säkerhetskopia", en="1 backup"),
        Text(sv="{count} säkerhetskopior", en="{count} backups"),
    ),
    "workbooks": (
        Text(sv="1 arbetsbok", en="1 workbook"),
        Text(sv="{count} arbetsböcker", en="{count} workbooks"),
    ),
    "values": (Text(sv="1 uppgift", en="1 fact"), Text(sv="{count} uppgifter", en="{count} facts")),
    "rows": (
        Text(sv="värdena i 1 rad i historiken", en="the values of 1 row in the history"),
        Text(sv="värdena i {count} rader i historiken", en="the values of {count} rows in the history"),
    ),
    "attachments": (
        Text(sv="1 bilaga", en="1 attachment"),
        Text(sv="{count} bilagor", en="{count} attachments"),
    ),
    "returned": (
        Text(sv="1 undanlagd arbetsbok", en="1 workbook set aside"),
        Text(sv="{count} undanlagda arbetsböcker", en="{count} workbooks set aside"),
    ),
}
WHOLE: Mapping[Kind, Text] = {
    "dossier": Text(sv="hela ärendet", en="the whole dossier"),
    "lesson": Text(sv="hela lärdomen", en="the whole lesson"),
    "member": Text(sv="hela uppgiften om medlemmen", en="all that is kept of the member"),
}
TIMED = Text(sv="{period} efter {since}", en="{period} after {since}")
NO_TIME = Text(sv="ingen tid satt, räknas från {since}", en="no time set, counted from {since}")
WAITS = Text(
    sv="väntar: avsluta eller ta in {files} först (under Arbetsbok, eller Ändrade register)",
    en="waits: settle or take in {files} first (under Workbook, or Changed registers)",
)
SOURCES = Text(sv="Källor: {sources}.", en="Sources: {sources}.")
FROM_MEMORY = Text(sv="{source} (ur minnet)", en="{source} (from memory)")
UNFINISHED = Text(
    sv="En gallring är inte avslutad: den avbröts, eller så gick en fil inte att skriva om. Kör den igen.",
    en="A removal is not through: it was broken off, or a file could not be rewritten. Run it again.",
)
GONE = Text(
    sv="Gallrat ur {records}. Det står i historiken, utan innehållet.",
    en="Removed from {records}. The history tells of it, without the content.",
)
NOTHING = Text(sv="Inget ska gallras nu.", en="Nothing is to be removed now.")
NO_TIMES = Text(
    sv="Ingen regel har någon tid, så inget gallras. Tiderna beslutas i kommunens dokumenthanteringsplan och "
    "skrivs i retention/rules.yaml i datamappen.",
    en="No rule has a time, so nothing is removed. The times are decided in the municipality's plan of "
    "records and written in retention/rules.yaml in the data folder.",
)
IN_BACKUPS = Text(
    sv="{count} i {folder} (den äldsta från {oldest}) har kvar det som gallras.",
    en="{count} in {folder} (the oldest of {oldest}) with what is removed.",
)
NIGHTLY = Text(
    sv="De nattliga tas bort av sig själva efter {nights} nätter. Radera andra kopior för hand.",
    en="The nightly ones go by themselves after {nights} nights. Delete other copies by hand.",
)
BY_HAND = Text(
    sv="De tas inte bort av sig själva. Radera dem för hand när en ny är gjord.",
    en="They do not go by themselves. Delete them by hand once a new one is made.",
)
ELSEWHERE = Text(
    sv="Kopior på andra ställen, utskrifter och filer som har skickats når programmet inte. Läggs en äldre "
    "säkerhetskopia tillbaka, kör gallringen igen.",
    en="Copies elsewhere, prints and files that were sent are out of the program's reach. Where an older "
    "backup is put back, run the removal again.",
)
NOT_WRITTEN = Text(
    sv="{count} gick inte att skriva om och har kvar det som gallras. Stäng filer som är öppna i andra "
    "program och kör gallringen igen.",
    en="{count} could not be rewritten, with what is removed. Close files that are open in other programs "
    "and run the removal again.",
)
NOT_SCRUBBED = Text(
    sv="Databasens fil kunde inte skrivas om: den används, eller så är disken full. Det gallrade visas "
    "ingenstans men kan finnas kvar i filen. Kör gallringen igen när färre arbetar.",
    en="The database's file could not be written anew: it is in use, or the disk is full. What was removed "
    "is shown nowhere but may be left in the file. Run the removal again when fewer are at work.",
)


def number(of: str, count: int, language: Language) -> str:
    """Return how many of something, in words."""
    return NUMBERS[of][count != 1].say(language).format(count=count)


def period(one: Period, language: Language) -> str:
    """Return a period in words: 2 år och 6 månader."""
    counts = (("years", one.years), ("months", one.months), ("days", one.days))
    parts = [number(of, count, language) for of, count in counts if count]
    return (" och " if language == "sv" else " and ").join(parts)


def timed(rule: RetentionRule, language: Language) -> str:
    """Return when a rule's time comes, or that nobody has set one."""
    since = SINCE[rule.since].say(language)
    if rule.after is None:
        return NO_TIME.say(language).format(since=since)
    return TIMED.say(language).format(period=period(rule.after, language), since=since)


def sources_said(rules: Iterable[RetentionRule], sources: Mapping[str, Source], language: Language) -> str:
    """Return what rules stand on, each once; what nobody has read in the source is said to be from memory."""
    names = dict.fromkeys(name for rule in rules for name in rule.source)
    told = [
        found.title if found.checked else FROM_MEMORY.say(language).format(source=found.title)
        for found in (sources[one] for one in names)
    ]
    return SOURCES.say(language).format(sources="; ".join(told))


def counted(due: Due, language: Language) -> str:
    """Return from how many records a rule removes now."""
    of: Of = due.rule.of
    return number(of, len(due.going), language)


def amounts(going: Going, language: Language) -> str:
    """Return how much goes from one record, or what it waits for."""
    if going.waits:
        return WAITS.say(language).format(files=number("returned", len(going.waits), language))
    counts = (
        ("values", going.values),
        ("rows", len(going.rows)),
        ("attachments", len(going.attachments)),
        ("returned", len(going.returned)),
    )
    parts = [WHOLE[going.kind].say(language)] if going.whole else []
    return ", ".join([*parts, *(number(of, count, language) for of, count in counts if count)])
