"""The report's pictures as numbers: what was counted for the text, drawn by whoever writes the file."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.matrix import LEVELS
from evenemang.domain.text import Text
from evenemang.flow.report.gathering import Told
from evenemang.flow.report.parts import Picture, Series
from evenemang.flow.saying import MONTHS
from evenemang.flow.words import SEVERITIES, capital
from evenemang.flow.year_series import level_changes, months

INCIDENTS = Text(
    sv="Händelser per månad {year}, efter allvarlighet", en="Incidents per month in {year}, by severity"
)
UNIT = Text(sv="Antal händelser", en="Number of incidents")
RISKS = Text(
    sv="Årets risker efter nivå, före och efter åtgärder",
    en="The year’s risks by level, before and after actions",
)
RISK_UNIT = Text(sv="Antal risker", en="Number of risks")
YEARS = Text(sv="Evenemang och händelser år för år", en="Events and incidents year by year")
YEAR_UNIT = Text(sv="Antal", en="Number")
SOURCE = Text(
    sv="Källa: evenemangssäkerhetsgruppens ärenden {year}.",
    en="Source: the event-safety group’s dossiers of {year}.",
)
SOURCES = Text(
    sv="Källa: evenemangssäkerhetsgruppens ärenden.", en="Source: the event-safety group’s dossiers."
)
BEFORE, AFTER = Text(sv="Före", en="Before"), Text(sv="Efter", en="After")
EVENTS, HAPPENED = Text(sv="Evenemang", en="Events"), Text(sv="Händelser", en="Incidents")
SHORT = 3  # letters of a month under its bar


def pictures(it: Told) -> tuple[Picture, ...]:
    """Return the pictures that have something to show."""
    return tuple(_pictures(it))


def _pictures(it: Told) -> Iterator[Picture]:
    if it.rows.incidents:
        yield _incidents(it)
    if it.rows.risks:
        yield _risks(it)
    if it.earlier and it.figures.events.events:
        yield _years(it)


def _incidents(it: Told) -> Picture:
    counts = months(it.rows)
    series = tuple(
        Series(
            capital(word).say(it.language),
            tuple(one.by_severity[severity] if one.by_severity else None for one in counts),
        )
        for severity, word in reversed(tuple(SEVERITIES.items()))
        if it.figures.incidents.by_severity[severity]
    )
    names = tuple(one[:SHORT] for one in MONTHS[it.language])
    return _picture(it, INCIDENTS, UNIT, SOURCE, names, series)


def _risks(it: Told) -> Picture:
    found = level_changes(it.rows)
    matrix = it.workspace.content.matrix
    names = tuple(matrix.word(level).say(it.language) for level in LEVELS)
    before = tuple(sum(one.before for one in found if one.level == level) for level in LEVELS)
    after = tuple(sum(one.after for one in found if one.level == level) for level in LEVELS)
    series = (Series(BEFORE.say(it.language), before), Series(AFTER.say(it.language), after))
    return _picture(it, RISKS, RISK_UNIT, SOURCE, names, series, stacked=False)


def _years(it: Told) -> Picture:
    every = (*reversed(it.earlier), (it.year, it.figures))
    series = (
        Series(EVENTS.say(it.language), tuple(one.events.events for _, one in every)),
        Series(HAPPENED.say(it.language), tuple(one.incidents.incidents for _, one in every)),
    )
    names = tuple(str(year) for year, _ in every)
    return _picture(it, YEARS, YEAR_UNIT, SOURCES, names, series, stacked=False)


def _picture(  # noqa: PLR0917  # a picture from its title down
    it: Told,
    title: Text,
    unit: Text,
    source: Text,
    labels: tuple[str, ...],
    series: tuple[Series, ...],
    *,
    stacked: bool = True,
) -> Picture:
    said = title.say(it.language).format(year=it.year)
    return Picture(
        title=said,
        unit=unit.say(it.language),
        source=source.say(it.language).format(year=it.year),
        alternative=f"{said}. {'; '.join(_heard(one, labels) for one in series)}.",
        labels=labels,
        series=series,
        stacked=stacked,
    )


def _heard(one: Series, labels: tuple[str, ...]) -> str:
    said = (f"{label} {value}" for label, value in zip(labels, one.values, strict=True) if value)
    return f"{one.name}: {', '.join(said) or '0'}"
