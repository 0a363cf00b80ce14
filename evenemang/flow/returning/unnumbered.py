"""Records without a number of their own, occasions and contacts: known by what they say."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from evenemang.domain.dossier import Dossier
from evenemang.domain.event import DailyOccasions, Occasion
from evenemang.domain.organiser import Contact
from evenemang.flow.journal import Json, canonical

Unnumbered = Occasion | DailyOccasions | Contact

OCCASIONS, CONTACTS = "event/occasions", "contacts"
MARK = "/~"  # before the checksum of what a record says: contacts/~5e884898da28


def said(record: Unnumbered) -> dict[str, Json]:
    """Return what a record says, field by field, as a file tells it."""
    if isinstance(record, DailyOccasions):
        days = {"date": record.first.isoformat(), "to": record.to.isoformat()}
        hours = {"starts": record.daily.starts, "ends": record.daily.ends}
        return {**days, **hours, "visitors": record.visitors_total}
    if isinstance(record, Occasion):
        hours = {"starts": record.starts, "ends": record.ends}
        return {"date": record.date.isoformat(), "to": None, **hours, "visitors": record.visitors}
    return record.model_dump(mode="json")


def occasion_of(said: Mapping[str, Json], before: Occasion | DailyOccasions | None = None) -> Json:
    """Return what is said of an occasion as its model takes it; with the programme it had."""
    hours = {"starts": said["starts"], "ends": said["ends"]}
    if said.get("to") is not None:
        days = {"from": said["date"], "to": said["to"]}
        return {**days, "daily": hours, "visitors_total": said.get("visitors")}
    programme = before.programme if isinstance(before, Occasion) else ()
    return {"date": said["date"], **hours, "visitors": said.get("visitors"), "programme": programme}


def records_of(dossier: Dossier, kind: str) -> tuple[Unnumbered, ...]:
    """Return the records of a kind, in their order."""
    return dossier.event.occasions if kind == OCCASIONS else dossier.contacts


def path_of(kind: str, record: Unnumbered) -> str:
    """Return where a record stands, wherever it is among the others."""
    whole = canonical(record.model_dump(mode="json"))
    return f"{kind}{MARK}{sha256(whole.encode()).hexdigest()[:12]}"


def is_unnumbered(path: str) -> bool:
    """Whether a path is of a record without a number."""
    return path.partition(MARK)[0] in (OCCASIONS, CONTACTS) and MARK in path


def found(dossier: Dossier, path: str) -> Unnumbered | None:
    """Return the record at a path; None where none says just that any more."""
    kind = path.partition(MARK)[0]
    return next((one for one in records_of(dossier, kind) if path_of(kind, one) == path), None)


def aligned(before: Dossier, now: Dossier, kind: str) -> dict[int, Unnumbered]:
    """Return which record now each of those before is, by its place before, where anybody can tell.

    The very same first, an event that was moved as it is after the move; then the one that is most alike,
    where one alone is.
    """
    stood = [said(one) for one in records_of(_moved(before, now), kind)]
    left = list(records_of(now, kind))
    pairs: dict[int, Unnumbered] = {}
    for place, one in enumerate(stood):
        same = next((each for each in left if said(each) == one), None)
        if same is not None:
            left.remove(same)
            pairs[place] = same
    for place, one in enumerate(stood):
        alike = None if place in pairs else _most_alike(one, left)
        if alike is not None:
            left.remove(alike)
            pairs[place] = alike
    return pairs


def _moved(before: Dossier, now: Dossier) -> Dossier:
    days = sum(one.days for one in now.moves[len(before.moves) :])
    return before.model_copy(update={"event": before.event.moved(days)}) if days else before


def _most_alike(one: Mapping[str, Json], others: list[Unnumbered]) -> Unnumbered | None:
    def alike(other: Unnumbered) -> int:
        return sum(one.get(name) == value for name, value in said(other).items())

    best = max((alike(each) for each in others), default=0)
    nearest = [each for each in others if alike(each) == best]
    return nearest[0] if len(nearest) == 1 and best * 2 >= len(one) else None
