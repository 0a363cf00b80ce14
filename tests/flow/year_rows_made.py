"""Rows of a year, made by hand: each builder hides what does not matter to the sentence."""

from datetime import date, datetime, time
from typing import Any

from evenemang.domain.event import LOCAL
from evenemang.flow.listing import ActionRow, DossierRow, IncidentRow, RiskRow
from evenemang.flow.year_rows import YearRows
from tests.builders import dossier, projection

NEW_YEARS_EVE = date(2027, 12, 31)


def at(month: int, day: int, hour: int = 12) -> datetime:
    return datetime(2027, month, day, hour, tzinfo=LOCAL)


def event(name: str, on: date = date(2027, 6, 1), **said: Any) -> DossierRow:
    row = projection(dossier(name, on=on, name=name)).row
    starts = datetime.combine(on, time(12), LOCAL)
    ends = datetime.combine(said.pop("last", on), time(22), LOCAL)
    return row.model_copy(update={"starts": starts, "ends": ends, "days": str(on), **said})


def incident(dossier_id: str, when: datetime | None = None, **said: Any) -> IncidentRow:
    values = {"id": "I1", "alias": None, "type": "crowding", "severity": 0, "zone": None, "what": "Kö"}
    row = {"dossier": dossier_id, "at": when or at(6, 1), "foreseen": None, "closed": None, **values, **said}
    return IncidentRow.model_validate(row)


def action(number: int = 1, **said: Any) -> ActionRow:
    values: dict[str, Any] = {"alias": None, "do": "Bygg en bredare utgång", "risk": None}
    values |= {"phase": "planning", "owner": None, "due": None, "status": "decided", "decided_on": None}
    values |= {"done_on": None, "helped": None, "secrecy": "open", "dossier": "a", "id": f"A{number}"}
    return ActionRow.model_validate({**values, **said})


def risk(number: int, before: tuple[int, int], after: tuple[int, int], **said: Any) -> RiskRow:
    values: dict[str, Any] = {"dossier": "a", "id": f"R{number}", "alias": None, "area": "crowds"}
    values |= {"axis": "accident", "harm": "people", "title": "Trängsel", "secrecy": "open"}
    values |= {"likelihood_before": before[0], "consequence_before": before[1], "level_before": "high"}
    values |= {"likelihood_after": after[0], "consequence_after": after[1], "level_after": "low"}
    return RiskRow.model_validate({**values, **said})


def year(*events: DossierRow, today: date = NEW_YEARS_EVE, **of: Any) -> YearRows:
    """Return the year's rows; what happened at the events is what happened in the year, unless told apart."""
    happened = tuple(of.pop("incidents", ()))
    return YearRows(
        year=2027,
        today=today,
        events=events,
        dated=of.pop("dated", events),
        incidents=happened,
        at_events=of.pop("at_events", happened),
        **of,
    )
