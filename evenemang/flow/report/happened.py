"""What happened: incidents by severity, how many were foreseen, and how often in so many visits."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.text import Text
from evenemang.flow.report.gathering import Told
from evenemang.flow.report.parts import Number, Paragraph
from evenemang.flow.report.telling import (
    about_as_many,
    begun,
    count,
    enumerated,
    joined,
    names,
    part_of,
    told,
)
from evenemang.flow.report.work import when
from evenemang.flow.saying import number
from evenemang.flow.words import sentence

FEW = 3  # events that are named

REPORTED = Text(sv="{when} har {count} händelser rapporterats.", en="{when} {count} incidents were reported.")
ONE = Text(sv="{when} har {count} händelse rapporterats.", en="{when} {count} incident was reported.")
NOTHING = Text(sv="{when} har inga händelser rapporterats.", en="{when} no incidents were reported.")
BY_SEVERITY: tuple[tuple[Text, Text], ...] = (
    (
        Text(
            sv="{count} var ett tillbud där ingen skadades",
            en="{count} was a near miss where nobody was hurt",
        ),
        Text(
            sv="{count} var tillbud där ingen skadades", en="{count} were near misses where nobody was hurt"
        ),
    ),
    (
        Text(sv="{count} var lindrig", en="{count} was slight"),
        Text(sv="{count} var lindriga", en="{count} were slight"),
    ),
    (
        Text(sv="{count} var måttlig", en="{count} was moderate"),
        Text(sv="{count} var måttliga", en="{count} were moderate"),
    ),
    (
        Text(sv="{count} var allvarlig", en="{count} was serious"),
        Text(sv="{count} var allvarliga", en="{count} were serious"),
    ),
    (
        Text(sv="{count} var mycket allvarlig", en="{count} was very serious"),
        Text(sv="{count} var mycket allvarliga", en="{count} were very serious"),
    ),
)
FORESEEN = Text(
    sv="{part} av de {count} hörde till en risk som gruppen hade bedömt i förväg.",
    en="{part} of the {count} belonged to a risk that the group had judged beforehand.",
)
FORESEEN_ALL = Text(
    sv="{part} hörde till en risk som gruppen hade bedömt i förväg.",
    en="{part} belonged to a risk that the group had judged beforehand.",
)
UNJUDGED_ONE = Text(
    sv="{count} är ännu inte prövad mot riskerna.", en="{count} has not yet been held against the risks."
)
UNJUDGED = Text(
    sv="{count} är ännu inte prövade mot riskerna.", en="{count} have not yet been held against the risks."
)
RATE = Text(
    sv="För {events} evenemang där besök har räknats, {visits} besök, motsvarar det {rate} händelser per "
    "10 000 besök (med 95 procents säkerhet mellan {lower} och {upper}).",
    en="For {events} events where visits were counted, {visits} visits, this makes {rate} incidents per "
    "10,000 visits (with 95 per cent confidence between {lower} and {upper}).",
)
RATE_ONE = Text(
    sv="För {events} evenemang där besök har räknats, {visits} besök, motsvarar det {rate} händelser per "
    "10 000 besök (med 95 procents säkerhet mellan {lower} och {upper}).",
    en="For {events} event where visits were counted, {visits} visits, this makes {rate} incidents per "
    "10,000 visits (with 95 per cent confidence between {lower} and {upper}).",
)
UNCOUNTED_ONE = Text(
    sv="{names} saknar besökstal och ingår inte i den siffran.",
    en="{names} has no visitor count and is not in that figure.",
)
UNCOUNTED = Text(
    sv="{names} saknar besökstal och ingår inte i den siffran.",
    en="{names} have no visitor counts and are not in that figure.",
)
UNCOUNTED_MANY = Text(
    sv="{count} evenemang saknar besökstal och ingår inte i den siffran.",
    en="{count} events have no visitor counts and are not in that figure.",
)
NO_VISITS = Text(
    sv="Inga besök är räknade, och därför går det inte att säga hur ofta något hände.",
    en="No visits are counted, so it cannot be said how often something happened.",
)


def incidents(it: Told) -> Paragraph:
    """Return what was reported, by severity, and how much of it was foreseen."""
    found, language = it.figures.incidents, it.language
    period = sentence(when(it))
    if not found.incidents:
        return told(NOTHING, language, when=period)
    text = ONE if found.incidents == 1 else REPORTED
    first = told(text, language, when=period, count=count(found.incidents, "incidents", language))
    return joined((first, _severities(it), *_foreseen(it), *_rate(it)))


def _severities(it: Told) -> Paragraph:
    parts = [
        told(
            BY_SEVERITY[severity][many > 1],
            it.language,
            count=count(many, "incidents", it.language),
        )
        for severity, many in enumerate(it.figures.incidents.by_severity)
        if many
    ]
    return begun((*enumerated(parts, it.language), "."))


def _foreseen(it: Told) -> Iterator[Paragraph]:
    found, language = it.figures.incidents, it.language
    whole = count(found.incidents, "incidents", language)
    part = part_of(found.foreseen, found.incidents, "incidents", language)
    text = FORESEEN if found.foreseen < found.incidents else FORESEEN_ALL
    if found.incidents > 1 or found.foreseen:
        yield begun(told(text, language, part=part, count=whole))
    unjudged = sum(one.foreseen is None for one in it.rows.incidents)
    if unjudged:
        text = UNJUDGED_ONE if unjudged == 1 else UNJUDGED
        yield begun(told(text, language, count=count(unjudged, "incidents", language)))


def _rate(it: Told) -> Iterator[Paragraph]:
    visits, language = it.figures.visits, it.language
    if visits.rate is None:
        yield told(NO_VISITS, language)
        return
    counted, rate = len(visits.counted), visits.rate
    values = {"rate": rate.per_10_000, "lower": rate.lower, "upper": rate.upper}
    yield told(
        RATE_ONE if counted == 1 else RATE,
        language,
        events=_the(it, counted),
        visits=Number(about_as_many(visits.visits, language), "visits"),
        **{key: Number(number(value, language, 1), "visits") for key, value in values.items()},
    )
    without = [one.name for one in visits.without_count]
    if len(without) > FEW:
        yield begun(told(UNCOUNTED_MANY, language, count=count(len(without), "visits", language)))
    elif without:
        text = UNCOUNTED_ONE if len(without) == 1 else UNCOUNTED
        yield told(text, language, names=names(without, language))


def _the(it: Told, many: int) -> Paragraph:
    found = count(many, "visits", it.language, neuter=True)
    if many == 1:
        return (found,)
    return ("de ", found) if it.language == "sv" else ("the ", found)
