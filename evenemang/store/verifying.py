"""Whether what is stored is whole: the journal's chains, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from evenemang.domain.text import Text
from evenemang.flow.journal import Kind, first_broken
from evenemang.flow.storing import Store

KINDS: tuple[Kind, ...] = get_args(Kind)


def broken_chains(store: Store) -> Iterator[Text]:
    """Return a sentence for each record whose journal has been changed or is missing."""
    for kind in KINDS:
        for record in store.ids(kind):
            entries = store.journal(kind, record)
            broken = first_broken(entries)
            newest = entries[-1].version if entries else 0
            if broken is not None:
                yield _changed(kind, record, broken.version, broken.number)
            elif newest != store.load(kind, record).version:
                yield _cut(kind, record, newest)


def _changed(kind: Kind, record: str, version: int, number: int) -> Text:
    return Text(
        sv=f"Historiken för {kind} {record} är ändrad i efterhand, från version {version}, rad {number + 1}. "
        "Jämför med en säkerhetskopia.",
        en=f"The history of {kind} {record} has been changed afterwards, from version {version}, "
        f"row {number + 1}. Compare with a backup.",
    )


def _cut(kind: Kind, record: str, newest: int) -> Text:
    return Text(
        sv=f"Historiken för {kind} {record} slutar vid version {newest}, före den version som är sparad. "
        "Jämför med en säkerhetskopia.",
        en=f"The history of {kind} {record} ends at version {newest}, before the version stored. "
        "Compare with a backup.",
    )
