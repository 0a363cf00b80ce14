"""Whether what is stored is whole: the journal's chains, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import get_args

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.journal import JournalEntry, Kind, RowUnreadable
from evenemang.flow.storing import Store
from evenemang.flow.tampering import How, Tampered, bare, tampered

KINDS: tuple[Kind, ...] = get_args(Kind)
NAMES: Mapping[str, Text] = {
    "dossier": Text(sv="ärendet", en="dossier"),
    "place": Text(sv="platsen", en="place"),
    "organiser": Text(sv="arrangören", en="organiser"),
    "lesson": Text(sv="lärdomen", en="lesson"),
    "meeting": Text(sv="mötet", en="meeting"),
    "function": Text(sv="funktionen", en="function"),
    "setting": Text(sv="inställningen", en="setting"),
}
HOWS: Mapping[How, Text] = {
    "changed": Text(
        sv="{row} har fått annat innehåll, eller så är raden före den borttagen",
        en="{row} has other content, or the row before it is gone",
    ),
    "removed": Text(sv="en eller flera rader är borttagna vid {row}", en="rows are gone at {row}"),
    "inserted": Text(sv="en eller flera rader är inskjutna vid {row}", en="rows were put in at {row}"),
    "moved": Text(sv="{row} stod på en annan plats", en="{row} stood in another place"),
}
ROW = Text(
    sv="rad {row} (version {version}, {when}, {who})", en="row {row} (version {version}, {when}, {who})"
)
COMPARE = Text(sv="Jämför med en säkerhetskopia.", en="Compare with a backup.")


def broken_chains(store: Store, removed: Counter[tuple[Kind, str]] | None = None) -> Iterator[Text]:
    """Return a sentence for each record whose journal has been changed or is missing.

    What was removed by rule is no fault: its rows are counted in `removed`, by record.
    """
    for kind in KINDS:
        for record in store.ids(kind):
            try:
                entries = store.journal(kind, record)
                version = store.load(kind, record).version
            except (ValueError, TypeError) as fault:
                yield _unreadable(kind, record, fault.row if isinstance(fault, RowUnreadable) else None)
                continue
            broken = tampered(entries)
            newest = entries[-1].version if entries else 0
            if broken is not None:
                yield _changed(kind, record, broken)
            elif newest != version:
                yield _cut(kind, record, newest, version)
            else:
                without = bare(entries)
                if without.untold:
                    yield _untold(kind, record, without.untold[0])
                if removed is not None and without.by_rule:
                    removed[kind, record] += without.by_rule


def _unreadable(kind: Kind, record: str, row: int | None) -> Text:
    if row is None:
        what = Text(sv="posten själv går inte att läsa", en="the record itself cannot be read")
    else:
        what = Text(sv=f"rad {row} går inte att läsa", en=f"row {row} cannot be read")
    return _past(kind, record, what)


def orphaned(kind: str, record: str, rows: int) -> Text:
    """Say that a journal is of a record that is not there."""
    return _past(
        kind,
        record,
        Text(
            sv=f"{rows} rader finns, men posten själv är borta",
            en=f"there are {rows} rows, but the record itself is gone",
        ),
    )


def _changed(kind: Kind, record: str, found: Tampered) -> Text:
    entry, how = found.entry, HOWS[found.how]
    facts = {
        "row": found.row,
        "version": entry.version,
        "when": f"{entry.deed.at.astimezone(LOCAL):%Y-%m-%d %H:%M}",
        "who": entry.deed.by,
    }
    sv, en = ROW.sv.format(**facts), ROW.en.format(**facts)
    return _past(kind, record, Text(sv=how.sv.format(row=sv), en=how.en.format(row=en)))


def _untold(kind: Kind, record: str, row: JournalEntry) -> Text:
    return _past(
        kind,
        record,
        Text(
            sv=f"en rad har inga värden (version {row.version}), och ingen gallring berättar om det. Är "
            "databasen ombyggd utan den skyddade mappen, bygg om med den",
            en=f"a row has no values (version {row.version}), and no removal tells of it. Where the database "
            "was rebuilt without the protected folder, rebuild it with that",
        ),
    )


def _cut(kind: Kind, record: str, newest: int, version: int) -> Text:
    return _past(
        kind,
        record,
        Text(
            sv=f"den slutar vid version {newest}, men version {version} är sparad",
            en=f"it ends at version {newest}, but version {version} is stored",
        ),
    )


def _past(kind: str, record: str, what: Text) -> Text:
    name = NAMES.get(kind, Text(sv=f"posten {kind}", en=f"record {kind}"))
    return Text(
        sv=f"Historiken för {name.sv} {record} är ändrad i efterhand: {what.sv}. {COMPARE.sv}",
        en=f"The history of {name.en} {record} has been changed afterwards: {what.en}. {COMPARE.en}",
    )
