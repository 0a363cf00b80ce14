"""Utvärdering: how it went, counted and told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evenemang.domain.evaluation import Costs, Evaluation, OccasionReview, WeatherSeen, occasion_words
from evenemang.domain.text import Text
from evenemang.workbook.layout import (
    Column,
    Page,
    Part,
    Sheet,
    Table,
    coded,
    column,
    open_to,
    parts_of,
    shown,
    stamped,
)
from evenemang.workbook.sheets import organiser_evaluation as organiser
from evenemang.workbook.sheets.forms import Line, form
from evenemang.workbook.words import COUNTS, HAPPENED, HELPED, SURE, TRUTH


def _lines(page: Page) -> Iterator[Line]:
    told = page.whole.dossier.evaluation
    if told is None:
        return
    count = told.visitors
    yield Line(
        "evaluation.given.by",
        "Utvärderat av",
        "Evaluated by",
        told.given.by,
        page.whole.name_of(told.given.by),
    )
    yield Line("evaluation.given.at", "När", "When", told.given.at)
    yield Line(
        "evaluation.nothing_happened",
        "Inget hände",
        "Nothing happened",
        told.nothing_happened,
        _truth(page, told.nothing_happened),
    )
    yield Line("evaluation.visitors.total", "Räknade besök", "Counted visits", count.total)
    yield Line(
        "evaluation.visitors.method",
        "Hur det räknades",
        "How it was counted",
        count.method,
        page.word(COUNTS, count.method),
    )
    yield Line(
        "evaluation.visitors.sure",
        "Hur säker är siffran",
        "How sure is the figure",
        count.sure,
        page.word(SURE, count.sure),
    )
    yield Line("evaluation.visitors.note", "Om besöken", "About the visits", count.note)
    yield Line("evaluation.worked", "Det här fungerade", "This worked", told.worked)
    yield Line("evaluation.change", "Det här ändrar vi", "This we change", told.change)
    yield from _costs(told)
    yield from _medical(page)
    yield from _weather(page)


def _costs(told: Evaluation) -> Iterator[Line]:
    costs = told.costs
    if costs is None:
        return
    yield Line("evaluation.costs.safety_sek", "Säkerheten kostade, kr", "Safety cost, SEK", costs.safety_sek)
    yield Line(
        "evaluation.costs.damage_sek",
        "Det som hände kostade, kr",
        "What happened cost, SEK",
        costs.damage_sek,
    )
    yield Line("evaluation.costs.note", "Om kostnaderna", "About the costs", costs.note)
    if costs == Costs():
        yield Line("evaluation.costs.@told", "Kostnader", "Costs", "–")


def _truth(page: Page, value: bool) -> str:
    return page.say(TRUTH[str(value).lower()])


def _medical(page: Page) -> Iterator[Line]:
    told = page.whole.dossier.evaluation
    if told is None or told.medical is None:
        return
    yield Line(
        "evaluation.medical.counted",
        "Sjukvården räknade",
        "Medical care was counted",
        told.medical.counted,
        _truth(page, told.medical.counted),
    )
    yield Line("evaluation.medical.patients", "Patienter", "Patients", told.medical.patients)
    yield Line("evaluation.medical.transports", "Transporter", "Transports", told.medical.transports)


def _weather(page: Page) -> Iterator[Line]:
    told = page.whole.dossier.evaluation
    if told is None or told.weather is None:
        return
    seen = (
        ("forecast", "Prognos", "Forecast", told.weather.forecast),
        ("actual", "Utfall", "Outcome", told.weather.actual),
    )
    if not any(one for *_, one in seen):
        yield Line("evaluation.weather.@told", "Vädret", "The weather", True, _truth(page, True))
    for path, sv, en, one in seen:
        if one is not None:
            yield from _seen(page, f"evaluation.weather.{path}", sv, en, one)


def _seen(page: Page, path: str, sv: str, en: str, one: WeatherSeen) -> Iterator[Line]:
    yield Line(f"{path}.text", sv, en, one.text)
    yield Line(f"{path}.temperature_c", f"{sv}, °C", f"{en}, °C", one.temperature_c)
    yield Line(f"{path}.gust_m_s", f"{sv}, byar m/s", f"{en}, gusts m/s", one.gust_m_s)
    if one == WeatherSeen():
        yield Line(f"{path}.@told", sv, en, True, _truth(page, True))


def _of(name: str) -> Callable[[Page], list[Part]]:
    def rows(page: Page) -> list[Part]:
        told = page.whole.dossier.evaluation
        return parts_of([("evaluation", getattr(told, name) if told else ())])

    return rows


def _by_occasion(page: Page) -> list[Part]:
    told = page.whole.dossier.evaluation
    return parts_of([("evaluation", told.visitors.by_occasion if told else ())])


def _risk(page: Page, part: Part) -> str:
    found = next((one for one in page.whole.dossier.risks if one.id == part.one.risk), None)
    return found.says(page.language) if found else ""


def _action(page: Page, part: Part) -> str:
    return next((one.do for one in page.whole.dossier.actions if one.id == part.one.action), "")


def _occasion(_page: Page, review: OccasionReview) -> str:
    return occasion_words(review.id)


def _happened(_page: Page, review: OccasionReview) -> str:
    return str(review.happened).lower()


EVALUATION = Sheet(
    "evaluation",
    Text(sv="Utvärdering", en="Evaluation"),
    Text(
        sv="Ingen siffra betyder att ingen räknade, aldrig noll.",
        en="No figure means that nobody counted, never zero.",
    ),
    (
        form(
            "evaluation",
            Text(sv="Utvärdering", en="Evaluation"),
            _lines,
            Text(sv="Evenemanget är inte utvärderat än.", en="The event is not evaluated yet."),
        ),
        Table(
            "visitors",
            Text(sv="Räknade besök per tillfälle", en="Counted visits by occasion"),
            (
                column("one.date", "Dag", "Day", 46, "day"),
                column("one.visitors", "Besök", "Visits", 48, "number"),
            ),
            _by_occasion,
        ),
        Table(
            "peaks",
            Text(sv="När det var som fullast", en="The fullest moments"),
            (
                column("one.at", "När", "When", 46, "moment"),
                column("one.note", "Anteckning", "Note", 48),
                column("one.people", "Personer", "Persons", 16, "number"),
                shown("zone", "Var", "Where", 16, lambda page, part: page.whole.zone_name(part.one.zone)),
                coded("one.zone"),
            ),
            _of("peaks"),
        ),
        Table(
            "risk-outcomes",
            Text(sv="Riskerna", en="The risks"),
            (
                shown("title", "Risk", "Risk", 46, _risk),
                column("one.note", "Anteckning", "Note", 48),
                column("one.happened", "Utfall", "Outcome", 16, "coded", HAPPENED),
                column("one.risk", "Nr", "No", 8),
            ),
            _of("risks"),
        ),
        Table(
            "action-outcomes",
            Text(sv="Åtgärderna", en="The actions"),
            (
                shown("do", "Åtgärd", "Action", 46, _action),
                column("one.note", "Anteckning", "Note", 48),
                column("one.helped", "Hjälpte den", "Did it help", 16, "coded", HELPED),
                column("one.action", "Nr", "No", 8),
            ),
            _of("actions"),
        ),
        Table(
            "occasion-reviews",
            Text(sv="Tillfällena, ett i taget", en="The occasions, one by one"),
            (
                shown("day", "Tillfälle", "Occasion", 46, _occasion),
                open_to(column("note", "Vad hände", "What happened", 48)),
                open_to(column("visitors", "Räknade besök", "Counted visits", 16, "number")),
                Column(
                    "happened",
                    Text(sv="Hände något", en="Did anything happen"),
                    16,
                    "coded",
                    TRUTH,
                    pick=_happened,
                ),
                *stamped("given"),
                coded("id"),
            ),
            lambda page: page.whole.dossier.occasion_reviews,
        ),
        form(
            "organiser-evaluation",
            Text(sv="Arrangörens egen utvärdering", en="The organiser's own evaluation"),
            organiser.stored_lines,
            Text(
                sv="Arrangören har inte berättat hur det gick.",
                en="The organiser has not told how it went.",
            ),
        ),
    ),
)
