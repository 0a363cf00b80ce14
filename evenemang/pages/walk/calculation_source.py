"""Where the figures of a sum came from, and what has changed there since it was kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import streamlit as st

from evenemang.domain.calculation import Calculation, Drawn
from evenemang.domain.calculator import Calculator
from evenemang.domain.condition import Value
from evenemang.domain.text import Text
from evenemang.flow import starting
from evenemang.flow.starting import Known
from evenemang.pages.showing import escaped
from evenemang.pages.walk import words
from evenemang.pages.walk.visit import Visit

FROM_PLACE = Text(sv="Från platsregistret: {what}.", en="From the register of places: {what}.")
FROM_FACTS = Text(sv="Från uppgifterna om evenemanget: {what}.", en="From the facts about the event: {what}.")
FROM_ANSWERS = Text(
    sv="Från svaren på andra frågor: {what}.", en="From the answers to other questions: {what}."
)
OTHERWISE = Text(
    sv="{what} var {then} när beräkningen sparades och är nu {now}.",
    en="{what} was {then} when the sum was kept and is now {now}.",
)
GONE = Text(
    sv="{what} var {then} när beräkningen sparades och finns inte längre.",
    en="{what} was {then} when the sum was kept and is not there any more.",
)
NORM = Text(
    sv="Normen ”{what}” var {then} och är nu {now}.", en="The norm “{what}” was {then} and is now {now}."
)
AGAIN = Text(sv="Räkna om och spara på nytt.", en="Work it out and keep it anew.")


def show(visit: Visit, calculator: Calculator, drawn: Iterable[Drawn], there: Known) -> None:
    """Show which figures stand as they do in the register, the facts or other answers."""
    found = list(drawn)
    for kind, text in (("zone", FROM_PLACE), ("event", FROM_FACTS), ("answers", FROM_ANSWERS)):
        ours = [one for one in found if one.source.partition(".")[0] == kind]
        if ours:
            what = "; ".join(_grouped(visit, calculator, ours, there))
            st.caption(f":material/place_item: {escaped(visit.desk.say(text).format(what=what))}")


def changed(visit: Visit, calculator: Calculator, kept: Calculation) -> None:
    """Show what a kept sum stands on that is otherwise now."""
    say, content = visit.desk.say, visit.desk.content
    there = starting.known(visit.desk.dossier.event, visit.desk.reading.facts, visit.places)
    lines = [
        say(GONE if now is None else OTHERWISE).format(
            what=_what(visit, calculator, one.source, there),
            then=_value(visit, calculator, one.source, one.value),
            now="" if now is None else _value(visit, calculator, one.source, now),
        )
        for one, now in starting.otherwise_now(kept, there)
    ]
    lines += [
        say(NORM).format(
            what=say(was.title),
            then=words.with_comma(was.value, visit.desk.language),
            now=words.with_comma(now.value, visit.desk.language),
        )
        for was, now in starting.norms_otherwise(kept, content)
    ]
    if lines:
        st.warning(escaped(" ".join([*lines, say(AGAIN)])), icon=":material/update:")


def _grouped(visit: Visit, calculator: Calculator, drawn: list[Drawn], there: Known) -> Iterator[str]:
    """Return the figures of each zone together: Scenen (hela ytan, användbar yta)."""
    by_zone: dict[str, list[str]] = {}
    for one in drawn:
        zone = _zone(one.source, there)
        by_zone.setdefault(zone, []).append(_label(visit, calculator, one.source).lower())
    for zone, labels in by_zone.items():
        yield f"{zone} ({', '.join(labels)})" if zone else ", ".join(labels)


def _what(visit: Visit, calculator: Calculator, source: str, there: Known) -> str:
    zone, label = _zone(source, there), _label(visit, calculator, source)
    return f"{zone}, {label.lower()}," if zone else label


def _label(visit: Visit, calculator: Calculator, source: str) -> str:
    """Return what a figure is called, without what the form adds after a comma."""
    field = starting.filled_by(calculator, source)
    return visit.desk.say(field.shown.label).partition(",")[0] if field else source


def _zone(source: str, there: Known) -> str:
    kind, _, rest = source.partition(".")
    if kind != "zone":
        return ""
    name = rest.rpartition(".")[0]
    return there.zones[name].name if name in there.zones else name


def _value(visit: Visit, calculator: Calculator, source: str, value: Value) -> str:
    field = starting.filled_by(calculator, source)
    unit = words.unit_words(field.shown.unit, visit.desk.language) if field else ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{words.figure(float(value), visit.desk.language)} {unit}".strip()
    return str(value)
