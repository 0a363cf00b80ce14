"""What a sum may start from: zones of the event's places, its facts, its answers; what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from evenemang.domain.calculation import Calculation, Drawn, norms_used
from evenemang.domain.calculator import Calculator, CalculatorField, fields
from evenemang.domain.condition import Facts, Value
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import Event
from evenemang.domain.norm import NormUsed
from evenemang.domain.place import Place, Zone
from evenemang.flow.content import Content

ZONE = "zone."


@dataclass(frozen=True)
class Known:
    """What is known now, by its source: event.…, answers.…, and the event's zones as place/zone."""

    facts: Facts
    zones: Mapping[str, Zone]

    def value(self, source: str) -> Value | None:
        """Return what stands at a source now, or None."""
        kind, _, rest = source.partition(".")
        if kind == "zone":
            name, _, figure = rest.rpartition(".")
            return getattr(self.zones[name], figure, None) if name in self.zones else None
        return {"event": self.facts.event, "answers": self.facts.answers}.get(kind, {}).get(rest)


def known(event: Event, facts: Facts, places: Iterable[Place]) -> Known:
    """Return what a sum of this event may start from; an event that names no zones uses its whole places."""
    zones = {f"{place.id}/{zone.id}": zone for place in places for zone in place.zones}
    used = {name: zone for name, zone in zones.items() if name in event.zones}
    return Known(facts, used or zones)


def beginning(calculator: Calculator, there: Known) -> dict[str, Any]:
    """Return the inputs a form starts from: a row for each zone, and the facts that are known."""
    start: dict[str, Any] = {}
    for field in fields(calculator.input):
        if field.of and _by_zone(field):
            rows = [dict(_row(field, name, there)) for name in there.zones]
            start |= {field.name: rows} if rows else {}
        elif field.shown.starts:
            found = there.value(field.shown.starts)
            start |= {field.name: found} if found is not None else {}
    return start


def drawn(calculator: Calculator, inputs: Mapping[str, Any], there: Known) -> tuple[Drawn, ...]:
    """Return which of the inputs stand as they do where they came from: what somebody changed is theirs."""
    return tuple(_drawn(fields(calculator.input), inputs, there))


def places_drawn_from(dossier: Dossier) -> tuple[str, ...]:
    """Return the places whose zones the kept sums have figures from."""
    sources = (one.source for kept in dossier.calculations for one in kept.drawn)
    zones = (one.removeprefix(ZONE) for one in sources if one.startswith(ZONE))
    return tuple(dict.fromkeys(zone.split("/")[0] for zone in zones))


def filled_by(calculator: Calculator, source: str) -> CalculatorField | None:
    """Return the field that a source fills, or None."""
    asked = [each for one in fields(calculator.input) for each in (one, *one.of)]
    name = f"{ZONE}{source.rpartition('.')[2]}" if source.startswith(ZONE) else source
    return next((one for one in asked if one.shown.starts == name), None)


def otherwise_now(kept: Calculation, there: Known) -> tuple[tuple[Drawn, Value | None], ...]:
    """Return what a kept sum was drawn from that is otherwise now, with what it is; None where it is gone."""
    now = ((one, there.value(one.source)) for one in kept.drawn)
    return tuple((one, value) for one, value in now if value != one.value)


def norms_otherwise(kept: Calculation, content: Content) -> tuple[tuple[NormUsed, NormUsed], ...]:
    """Return the norms of a kept sum that say something else now, as they were and as they are."""
    calculator = content.calculators.get(kept.calculator)
    if calculator is None:
        return ()
    now = {one.id: one for one in norms_used(calculator, content.norms, content.norm_sources)}
    pairs = ((one, now[one.id]) for one in kept.norms if one.id in now)
    return tuple((was, new) for was, new in pairs if (was.value, was.unit) != (new.value, new.unit))


def _by_zone(field: CalculatorField) -> bool:
    return any((one.shown.starts or "").startswith(ZONE) for one in field.of)


def _row(field: CalculatorField, zone: str, there: Known) -> Iterator[tuple[str, Any]]:
    for column in field.of:
        source = _source(column, zone)
        if source and there.value(source) is not None:
            yield column.name, there.value(source)


def _source(column: CalculatorField, zone: str) -> str | None:
    starts = column.shown.starts or ""
    return f"{ZONE}{zone}.{starts.removeprefix(ZONE)}" if starts.startswith(ZONE) else None


def _drawn(asked: Iterable[CalculatorField], inputs: Mapping[str, Any], there: Known) -> Iterator[Drawn]:
    for field in asked:
        given = inputs.get(field.name)
        if field.of and _by_zone(field):
            for row in given or ():
                yield from _drawn_row(field, row, there)
        elif field.shown.starts and given is not None and there.value(field.shown.starts) == given:
            yield Drawn(source=field.shown.starts, value=given)


def _drawn_row(field: CalculatorField, row: Mapping[str, Any], there: Known) -> Iterator[Drawn]:
    called = next((one.name for one in field.of if one.shown.starts == f"{ZONE}name"), "")
    zone = next((name for name, one in there.zones.items() if one.name == row.get(called)), None)
    for column in field.of if zone else ():
        source = _source(column, zone or "")
        if source and column.name != called and row.get(column.name) == there.value(source):
            yield Drawn(source=source, value=row[column.name])
