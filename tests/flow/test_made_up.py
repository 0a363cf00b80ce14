"""Made-up history: as much as was asked for, the same for the same seed, and whole as what people wrote."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest

from evenemang import bootstrap
from evenemang.bootstrap.making_up import add_history
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import Refused
from evenemang.flow.difference import changes, picture
from evenemang.flow.listing import project
from evenemang.flow.made_up.making import Model, history, meetings, models
from evenemang.flow.made_up.scale import Scale, scale
from evenemang.flow.made_up.telling_back import opened
from evenemang.flow.reading import read
from evenemang.flow.storing import Save
from evenemang.flow.year import figures
from evenemang.flow.year_rows import gather
from tests.example_folder import example_folder

SMALL = Scale(years=2, events=20, incidents=100)
CONTENT = bootstrap.content()


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Model, ...]:
    home = tmp_path_factory.mktemp("made-up") / "year"
    store = bootstrap.open_data(example_folder(tmp_path_factory.getbasetemp(), home)).store
    played = [cast(Dossier, store.load("dossier", one).record) for one in store.ids("dossier")]
    return models(played, CONTENT)


@pytest.fixture(scope="module")
def made(found: tuple[Model, ...]) -> tuple[Save, ...]:
    return tuple(history(found, CONTENT, SMALL, 2023))


def dossiers(made: tuple[Save, ...]) -> list[Dossier]:
    return [cast(Dossier, one.record) for one in made]


def test_there_is_as_much_as_was_asked_for_shared_out_over_the_years(made: tuple[Save, ...]) -> None:
    every = dossiers(made)
    begun = [one.event.first_day for one in every]

    assert len({one.id for one in every}) == 20
    assert sum(len(one.incidents) for one in every) == 100
    assert [sum(day is not None and day.year == year for day in begun) for year in (2021, 2022)] == [10, 10]


def test_the_same_seed_gives_the_same_and_another_does_not(
    found: tuple[Model, ...], made: tuple[Save, ...]
) -> None:
    again = tuple(history(found, CONTENT, SMALL, 2023))
    other = tuple(history(found, CONTENT, Scale(2, 20, 100, seed=7), 2023))

    assert [one.record for one in again] == [one.record for one in made]
    assert [one.deeds for one in again] == [one.deeds for one in made]
    assert [one.record for one in other] != [one.record for one in made]


def test_the_journal_tells_every_element_as_it_stands(made: tuple[Save, ...]) -> None:
    for save in made:
        dossier = cast(Dossier, save.record)
        told = {one.touched: one for one in save.deeds}
        stands = {one.path: one.after for one in changes(opened(dossier), dossier)}

        assert told.keys() - {"dossier"} == stands.keys()
        assert all(told[path].after == picture(dossier, path) for path in stands)
        assert [one.at for one in save.deeds] == sorted(one.at for one in save.deeds)
        assert all(one.at >= dossier.opened.at for one in save.deeds)
        assert save.deeds[0].operation == "open-dossier"


def test_what_is_listed_is_what_its_own_reading_gives(made: tuple[Save, ...]) -> None:
    for save in made:
        dossier = cast(Dossier, save.record)
        reading = read(dossier, CONTENT, (), date(2024, 1, 31))

        assert save.projection == project(dossier, CONTENT, reading)


def test_every_incident_happens_while_its_event_is_on_and_names_what_is_there(made: tuple[Save, ...]) -> None:
    for dossier in dossiers(made):
        spans = [(one.start, one.end) for one in dossier.event.each_occasion()]
        risks = {one.id for one in dossier.risks if one.state == "accepted"}
        for one in dossier.incidents:
            assert any(start <= one.at <= end for start, end in spans)
            assert one.foreseen in {*risks, "none", None}
            assert one.zone in dossier.event.zones


def test_it_keeps_its_hours_by_the_local_clock_in_any_year(
    found: tuple[Model, ...], made: tuple[Save, ...]
) -> None:
    hours = {
        model.dossier.event.name: {one.starts for one in model.dossier.event.each_occasion()}
        for model in found
    }

    for dossier in dossiers(made):
        name = next(one for one in hours if dossier.event.name.startswith(one))
        assert {f"{one.start:%H:%M}" for one in dossier.event.each_occasion()} == hours[name]


def test_it_is_written_whole_and_the_example_year_stays_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    opened = bootstrap.open_data(example_folder(tmp_path_factory.getbasetemp(), tmp_path / "year"))
    key = figures(gather(opened.store, 2023, date(2024, 1, 31)))

    add_history(opened, SMALL)

    store = opened.store
    before = [figures(gather(store, year, date(2024, 1, 31))) for year in (2021, 2022)]
    assert store.verify() == []
    assert [one.events.events for one in before] == [10, 10]
    assert sum(one.incidents.incidents for one in before) == 100
    assert [one.events.meetings for one in before] == [12, 12]
    assert [one.actions.open for one in before] == [(), ()]
    assert figures(gather(store, 2023, date(2024, 1, 31))) == key
    assert len(store.examples("dossier")) == len(store.ids("dossier"))


def test_the_group_meets_every_month_of_the_made_up_years() -> None:
    held = [one.record for one in meetings(SMALL, 2023, ("projektledare",))]

    assert len(held) == 24
    assert {one.on.weekday() for one in held} == {1}  # type: ignore[union-attr]  # meetings have a day


@pytest.mark.parametrize(("years", "events", "incidents"), [(0, 1, 1), (1, 0, 1), (1, 1, -1), (99, 1, 1)])
def test_what_is_no_history_is_refused(years: int, events: int, incidents: int) -> None:
    with pytest.raises(Refused):
        Scale(years, events, incidents)


def test_what_is_not_said_follows_from_the_years() -> None:
    assert scale(2, None, None, None) == Scale(years=2, events=400, incidents=20_000, seed=2023)
