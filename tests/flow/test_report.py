"""The report of a year: the example year as its key tells it, none, one and many; never what is closed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.catalogue.example import read_example_year
from evenemang.domain.actor import Stamp
from evenemang.domain.errors import Refused
from evenemang.domain.event import LOCAL
from evenemang.flow.example.clock import ExampleClock
from evenemang.flow.listing import IncidentRow, project
from evenemang.flow.report.assembling import assembled, report_of
from evenemang.flow.report.gathering import Told, told_of
from evenemang.flow.report.parts import Number, Report, plain
from evenemang.flow.workspace import Workspace
from evenemang.flow.year import YearFigures, figures
from evenemang.flow.year_rows import YearRows
from evenemang.outreach.markdown import markdown
from evenemang.store.memory import MemoryStore
from tests.example_folder import example_folder
from tests.marked_dossier import marked

YEAR = read_example_year()
KEY: dict[str, Any] = YEAR.year["expected"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    home = tmp_path_factory.mktemp("report") / "year"
    opened = bootstrap.open_data(example_folder(tmp_path_factory.getbasetemp(), home))
    return told_of(opened.workspace, 2023, "sv")


@pytest.fixture(scope="module")
def report(told: Told) -> Report:
    return assembled(told)


def text(report: Report) -> str:
    return "\n".join(map(plain, report.paragraphs)).replace("\u00a0", " ")


def test_the_example_year_is_told_as_the_report_of_2023_told_it(report: Report) -> None:
    said = text(report)

    assert "Ansvarig för arbetet är projektledare för evenemang" in said
    assert "har under 2023 träffats varje månad, sammanlagt tolv gånger." in said
    assert (
        "Gruppen har arbetat med åtta evenemang, fyra som kommunen själv anordnar och fyra med externa "
        "arrangörer: Dragstory hour på Kulturhuset, Filminspelningar, Sommartorget, Museiparkens "
        "arrangemang, Potatisfestivalen, Utomhusbio på Det stora barnkalaset, Lights in Alingsås och "
        "Tomteparaden." in said
    )
    assert "Ytan framför Kulturhuset är avstängd för genomfartstrafik" in said
    assert "beslutades den 11 april och är genomfört sedan den 5 juni" in said
    assert "första gången den 12 juni av räddningstjänsten" in said
    assert (
        "tre evenemang tagit platsen i anspråk: Potatisfestivalen, Lights in Alingsås och Tomteparaden"
        in said
    )
    assert said.endswith("har alla evenemang kunnat genomföras utan några större händelser.")
    assert report.note == "Exempel: uppgifterna är påhittade."


def test_the_example_years_numbers_are_those_of_its_key(report: Report) -> None:
    said = text(report)

    for sentence in (
        "haft 25 antecknade kontakter",
        "Av 51 bedömda risker var 37 höga eller mycket höga innan något gjordes.",
        "Efter åtgärder återstod fyra höga och ingen mycket hög. De godtogs med villkor.",
        "Av årets 64 åtgärder är 60 genomförda, och 42 av dem är också kontrollerade i efterhand.",
        "Under 2023 har 14 händelser rapporterats. Nio var tillbud där ingen skadades, fyra var lindriga "
        "och en var måttlig.",
        "Elva av de 14 hörde till en risk som gruppen hade bedömt i förväg.",
        "För de sju evenemang där besök har räknats, omkring 166 100 besök, motsvarar det 0,7 händelser per "
        "10 000 besök (med 95 procents säkerhet mellan 0,4 och 1,3).",
        "Filminspelningar saknar besökstal och ingår inte i den siffran.",
        "Samtliga åtta evenemang är utvärderade, sju av dem inom 30 dagar.",
        "16 lärdomar följer med till kommande år.",
        "Två åtgärder var försenade den 31 januari 2024.",
    ):
        assert sentence in said
    assert "Jämfört med" not in said


def test_every_number_leads_to_a_list_of_as_many_records(report: Report, told: Told) -> None:
    lists = {one.key: one for one in report.records}
    linked = {one.about for line in report.paragraphs for one in line if isinstance(one, Number)}
    secret = sum(one.secrecy == "secret" for one in told.rows.risks)

    assert linked <= set(lists)
    assert {"meetings", "events", "contacts", "risks", "actions", "measures", "incidents"} <= linked
    counted = {key: len(one.entries) for key, one in lists.items()}
    assert counted["meetings"] == KEY["meetings"]
    assert counted["events"] == KEY["events"]
    assert counted["contacts"] == KEY["contacts_before"]
    assert counted["lessons"] == 16
    assert counted["risks"] + secret == KEY["risks"]
    assert f"{secret} hemliga är räknade" in lists["risks"].untold
    assert all(len(entry.cells) == len(one.heads) for one in report.records for entry in one.entries)


def test_the_pictures_hold_the_same_numbers(report: Report) -> None:
    months, levels = report.pictures

    columns = zip(*(one.values for one in months.series), strict=True)
    by_month = [sum(value or 0 for value in column) for column in columns]
    assert by_month == [one["count"] for one in KEY["incidents_per_month"]]
    assert [sum(value or 0 for value in one.values) for one in levels.series] == [51, 51]
    assert "Tillbud" in months.alternative


def test_it_reads_in_english_too(told: Told) -> None:
    said = text(assembled(replace(told, language="en")))

    assert "has met every month in 2023, twelve times in all." in said
    assert "All eight events are evaluated, seven of them within 30 days." in said
    assert said.endswith("In sum, all events could be held without any larger incidents.")
    assert not re.search("[åäö]", said.split("Responsible")[0])


def with_rows(told: Told, rows: YearRows, **more: Any) -> Told:
    """Return the same year with other rows."""
    return replace(told, rows=rows, figures=figures(rows), **more)


def test_a_year_without_anything_says_so(told: Told) -> None:
    empty = with_rows(told, YearRows(2023, YEAR.as_of), dossiers={}, places=())

    assert text(assembled(empty)).split("\n")[1:] == [
        "Evenemangssäkerhetsgruppen har under 2023 inte haft något ordinarie möte. "
        "Inget evenemang som gruppen har arbetat med har börjat under 2023.",
        "Under 2023 har inga händelser rapporterats.",
    ]


def test_a_year_with_one_of_each_is_told_in_the_singular(told: Told) -> None:
    rows = told.rows
    event = next(one for one in rows.events if one.name == "Tomteparaden")
    one = replace(
        rows,
        events=(event.model_copy(update={"contacts_before": 1}),),
        actions=tuple(each for each in rows.actions if each.dossier == event.id)[:1],
        risks=tuple(each for each in rows.risks if each.dossier == event.id and each.level_before == "high")[
            :1
        ],
        incidents=tuple(each for each in rows.incidents if each.dossier == event.id),
        at_events=tuple(each for each in rows.at_events if each.dossier == event.id),
        meetings=rows.meetings[:1],
        lessons=tuple(each for each in rows.lessons if each.from_event == event.id)[:1],
    )
    said = text(assembled(with_rows(told, one, places=())))

    for sentence in (
        "träffats en gång.",
        "Gruppen har arbetat med ett evenemang",
        "haft en antecknad kontakt med arrangörer och andra för att",
        "En risk är bedömd.",
        "En åtgärd hör till årets evenemang.",
        "har en händelse rapporterats. En var ett tillbud",
        "För ett evenemang där besök har räknats",
        "Ett evenemang är utvärderat.",
        "En lärdom följer med",
    ):
        assert sentence in said
    assert not re.search(r"\b(en|ett) (händelser|evenemang är utvärderade|lärdomar|åtgärder)\b", said.lower())


def severe(rows: YearRows, severity: int) -> IncidentRow:
    return rows.incidents[0].model_copy(update={"severity": severity, "id": "I99"})


@pytest.mark.parametrize("severity", [3, 4])
def test_a_larger_incident_takes_the_place_of_the_good_end(told: Told, severity: int) -> None:
    rows = replace(told.rows, incidents=(*told.rows.incidents, severe(told.rows, severity)))
    said = text(assembled(with_rows(told, rows)))

    assert "utan några större händelser" not in said
    assert said.split("\n")[-1].startswith("En större händelse har inträffat: trafik eller påkörning under")


def test_a_secret_larger_incident_is_counted_and_not_told(told: Told) -> None:
    hidden = severe(told.rows, 3).model_copy(update={"what": ""})
    rows = replace(told.rows, incidents=(*told.rows.incidents, hidden))
    last = text(assembled(with_rows(told, rows))).split("\n")[-1]

    assert last == "En större händelse har inträffat."


def test_an_event_of_which_nobody_has_said_whose_it_is_is_told_and_listed_so(told: Told) -> None:
    first, *rest = told.rows.events
    one = replace(told.rows, events=(first.model_copy(update={"organiser_kind": None}), *rest))
    all_of = [each.model_copy(update={"organiser_kind": None}) for each in told.rows.events]

    report = assembled(with_rows(told, one))

    assert "och ett där det inte är angivet vem som anordnar: " in text(report)
    assert any("utan angiven sorts arrangör" in each.name and each.value == 1 for each in report.figures)
    assert "arbetat med åtta evenemang: " in text(
        assembled(with_rows(told, replace(told.rows, events=tuple(all_of))))
    )


def test_what_is_not_evaluated_yet_holds_the_good_end_back(told: Told) -> None:
    first, *rest = told.rows.events
    rows = replace(told.rows, events=(first.model_copy(update={"evaluated_on": None}), *rest))
    last = text(assembled(with_rows(told, rows))).split("\n")[-1]

    assert last == ("Hittills har inga större händelser rapporterats. Ett evenemang är inte utvärderat än.")


def test_a_cancelled_event_is_told_and_not_held(told: Told) -> None:
    said = text(assembled(replace(told, cancelled=1)))

    assert "Ett evenemang ställdes in." in said
    assert "alla evenemang som inte ställdes in kunnat genomföras" in said


def test_a_month_without_a_meeting_is_not_every_month(told: Told) -> None:
    rows = replace(told.rows, meetings=tuple(one for one in told.rows.meetings if one.on.month != 7))
    said = text(assembled(with_rows(told, rows)))

    assert "har under 2023 träffats elva gånger." in said


def test_a_meeting_that_is_only_planned_is_neither_counted_nor_listed(told: Told) -> None:
    december = next(one for one in told.rows.meetings if one.on == date(2023, 12, 12))
    planned = december.model_copy(update={"planned": Stamp(by="projektledare", at=datetime.now(LOCAL))})
    others = tuple(one for one in told.rows.meetings if one is not december)
    report = assembled(with_rows(told, replace(told.rows, meetings=(*others, planned))))

    assert "träffats elva gånger." in text(report)
    assert len(next(one for one in report.records if one.key == "meetings").entries) == 11


def before(told: Told, incidents: int, visits: int) -> tuple[tuple[int, YearFigures], ...]:
    then = replace(
        told.figures,
        incidents=replace(told.figures.incidents, incidents=incidents),
        visits=replace(told.figures.visits, incidents=incidents, visits=visits),
        events=replace(told.figures.events, events=6),
    )
    return ((2022, then),)


def comparing(said: str) -> str:
    return next(one for one in said.split("\n") if one.startswith("Jämfört med 2022"))


def test_a_year_is_compared_with_the_one_before_it_and_chance_is_told(told: Told) -> None:
    near = text(assembled(replace(told, earlier=before(told, 20, 160_000))))
    far = text(assembled(replace(told, earlier=before(told, 400, 160_000))))

    assert comparing(near) == (
        "Jämfört med 2022 var evenemangen fler: åtta mot sex. De rapporterade händelserna var färre: 14 mot "
        "20. Per 10 000 besök var de 0,7 mot 1,2. Osäkerheten i talen är större än skillnaden, som alltså "
        "kan vara en slump."
    )
    assert comparing(far).endswith("Skillnaden är större än vad slumpen brukar ge.")


def test_a_year_that_is_not_over_says_so_and_is_not_compared(told: Told) -> None:
    rows = replace(told.rows, today=date(2023, 10, 1))
    report = assembled(with_rows(told, rows, earlier=before(told, 20, 160_000)))
    said = text(report)

    assert "hittills under 2023" in said
    assert "Jämfört med" not in said
    assert "alla evenemang" not in said
    assert "Året är inte slut. Talen är räknade 1\u00a0oktober\u00a02023." in report.note


def test_a_year_that_nobody_knows_is_refused_with_the_years_there_are(told: Told) -> None:
    with pytest.raises(Refused) as refused:
        report_of(told.workspace, 1999, "sv")

    assert "Välj ett år från 2023 till 2024" in refused.value.say("sv")


def test_very_many_events_are_not_all_named(told: Told) -> None:
    many = tuple(
        one.model_copy(update={"id": f"{one.id}{at}", "name": f"{one.name} {at}"})
        for at in range(3)
        for one in told.rows.events
    )
    dossiers = {one.id: told.dossiers[one.id[:-1]].model_copy(update={"id": one.id}) for one in many}
    rows = YearRows(2023, YEAR.as_of, events=many)
    said = text(assembled(with_rows(told, rows, dossiers=dossiers, places=())))

    assert "med 24 evenemang" in said
    assert "De mest besökta var" in said


@pytest.fixture(scope="module")
def closed() -> tuple[str, frozenset[str]]:
    """Give the report with a dossier that has a word of its own in every text, and the closed words."""
    found = marked(bootstrap.content())
    whole, store = found.whole, MemoryStore()
    dossier = whole.dossier
    for lesson in whole.lessons_from:
        store.save("lesson", lesson, expected=0, deeds=[])
    for place in whole.places:
        store.save("place", place, expected=0, deeds=[])
    projection = project(dossier, whole.content, whole.reading)
    store.take("dossier", dossier, version=whole.version, journal=whole.journal, projection=projection)
    first = dossier.event.first_day
    assert first
    workspace = Workspace(store, whole.content, ExampleClock(first + timedelta(days=400)))
    made = report_of(workspace, first.year, "sv")
    return markdown(made).decode(), found.closed


def test_nothing_internal_or_secret_is_in_it(closed: tuple[str, frozenset[str]]) -> None:
    said, words = closed

    assert words
    assert [one for one in words if one in said] == []


def test_a_moment_has_the_day_it_has_where_the_events_are(told: Told) -> None:
    midnight = datetime(2023, 8, 26, 0, 30, tzinfo=LOCAL)
    rows = replace(told.rows, incidents=(told.rows.incidents[0].model_copy(update={"at": midnight}),))
    listed = next(one for one in assembled(with_rows(told, rows)).records if one.key == "incidents")

    assert listed.entries[0].cells[0] == date(2023, 8, 26)
