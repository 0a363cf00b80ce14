"""What is here already: a file taken in before, and a new row that somebody else took in meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from evenemang.domain.action import Action
from evenemang.domain.dossier import Dossier
from evenemang.domain.incident import Incident
from evenemang.domain.risk import Risk
from evenemang.domain.text import Language
from evenemang.flow.journal import JournalEntry, Json, canonical
from evenemang.flow.returning.looking import TakenBefore
from evenemang.flow.returning.standing import field_of
from evenemang.flow.returning.unnumbered import CONTACTS, OCCASIONS, records_of, said

Numbered = Action | Risk | Incident

NUMBER = re.compile(r"([A-Za-z]+)(\d+)")


def taken_before(journal: Iterable[JournalEntry], checksum: str) -> tuple[TakenBefore, ...]:
    """Return each time that the file with a checksum was taken in, oldest first."""
    versions: dict[int, list[JournalEntry]] = {}
    for entry in journal:
        if entry.deed.source and entry.deed.source.checksum == checksum:
            versions.setdefault(entry.version, []).append(entry)
    return tuple(_once(rows) for rows in versions.values())


def _once(rows: list[JournalEntry]) -> TakenBefore:
    deed = rows[0].deed
    cells = {one.deed.source.cells for one in rows if one.deed.source and one.deed.source.cells}
    sender = deed.source.sender if deed.source else ""
    return TakenBefore(by=deed.by, at=deed.at, sender=sender, changes=len(cells))


def is_here(
    dossier: Dossier, path: str, value: Mapping[str, Json], numbers: Mapping[str, int], language: Language
) -> bool:
    """Whether a new row of a file is a record by now: one that got its number since `numbers` were the last.

    An occasion, a contact and a permit have no number: one that says the same is the same.
    """
    kind = path.partition("/+")[0]
    if kind in (OCCASIONS, CONTACTS):
        return any(is_said(said(one), value) for one in records_of(dossier, kind))
    if kind == "permits":
        return any(one.what == value["what"] for one in dossier.permits)
    since = [one for one in _numbered(dossier, kind) if _is_later(one.id, numbers)]
    return any(began_as(one, value, language) for one in since)


def _numbered(dossier: Dossier, kind: str) -> tuple[Numbered, ...]:
    records: Mapping[str, tuple[Numbered, ...]] = {
        "actions": dossier.actions,
        "risks": dossier.risks,
        "incidents": dossier.incidents,
    }
    return records.get(kind, ())


def _is_later(record_id: str, numbers: Mapping[str, int]) -> bool:
    found = NUMBER.fullmatch(record_id)
    return found is not None and int(found[2]) > numbers.get(found[1], 0)


def began_as(record: Numbered, value: Mapping[str, Json], language: Language) -> bool:
    """Whether a record says all that a new row in a file does."""
    return all(same(field_of(record, name, language), one) for name, one in value.items() if name != "status")


def is_said(record: Mapping[str, Json], value: Mapping[str, Json]) -> bool:
    """Whether a record says all that a new row does; that an occasion is every day its last day tells."""
    return all(same(record.get(name), one) for name, one in value.items() if name != "each")


def same(one: Json, other: Json) -> bool:
    """Whether two values are one in a cell: an empty text, an empty list and nothing look the same."""
    return canonical(_nothing(one)) == canonical(_nothing(other))


def _nothing(value: Json) -> Json:
    if value in ("", [], None):
        return None
    return int(value) if isinstance(value, float) and value.is_integer() else value
