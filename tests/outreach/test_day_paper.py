"""The day's sheet is one A4 whatever stands on it, and so is the blank incident sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest
import segno

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.counting import Counter, Entrance
from evenemang.domain.day_plan import AgreedStop, DayPlan, PhoneLine
from evenemang.domain.text import Language
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.paper.day import day_sheet, incident_sheet
from evenemang.flow.recording import Whole, whole
from evenemang.flow.workspace import Workspace
from evenemang.outreach.forms.codes import svg_of
from evenemang.outreach.forms.days import write_day, write_incidents
from evenemang.store.memory import MemoryStore
from tests.builders import GIVEN
from tests.outreach.reading import pages, words

ADDRESS = "https://evenemang.example/arende?id=3f9k&steg=plats"
HOSTILE = '#import "x": * $a^2$ *b* <d> @e'


@pytest.fixture(scope="module")
def found() -> Whole:
    workspace = Workspace(MemoryStore(), bootstrap.content(), bootstrap.SystemClock())
    new = NewDossier(
        name=f"Höstfesten {HOSTILE}",
        areas=("crowds", "weather"),
        facts={"outdoors": True, "stage": True, "inflatables": True, "tents": True, "tent_over_150": True},
    )
    opened = open_dossier(workspace, new, Actor(name="Sara Lind")).record
    return whole(workspace, opened.id)


def filled(before: Whole, times: int) -> Whole:
    """Return it with so many numbers, criteria and words of each kind."""
    counter = Counter(
        id="C1",
        name="Framför scenen",
        holds=3700,
        because="Räddningstjänstens yttrande",
        watch=80,
        stop=95,
        decides="Säkerhetsledaren",
        entrances=(Entrance(id="E1", name="Norr"),),
        agreed=GIVEN,
    )
    number = PhoneLine(id="T1", who="Ledningen på plats", number="070-123 45 67", noted=GIVEN)
    own = AgreedStop(id="S1", title="Räddningsväg", when="Bilar står i vägen", do="Ring", agreed=GIVEN)
    said = ("Södra Ringgatan till scenen. " * times).strip()
    plan = DayPlan(rescue=said, meeting="Korsningen", assembly="Plangatan", radio="Kanal 3", said=GIVEN)
    more = {
        "counters": (counter,) * times,
        "phones": (number,) * times,
        "stops": tuple(own.model_copy(update={"id": f"S{at}"}) for at in range(times)),
        "day_plan": plan,
    }
    return replace(before, dossier=before.dossier.model_copy(update=more))


@pytest.mark.parametrize("times", [0, 1, 9])
def test_the_days_sheet_is_one_a4_with_numbers_criteria_who_decides_and_rescue_ways(
    found: Whole, times: int
) -> None:
    pdf = write_day(day_sheet(filled(found, times), "sv"), ADDRESS)

    assert pages(pdf) == 1
    said = words(pdf)
    for one in ("112", "114 14", "Räddningsvägar", "Ingen utsedd", "10,7 m/s", "30 s eller mindre", HOSTILE):
        assert one in said, one
    if times:
        for one in (
            "070-123 45 67",
            "3 515 personer (95 %)",
            "Säkerhetsledaren",
            "Bilar står i vägen",
            "Kanal 3",
        ):
            assert one in said, one


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_blank_incident_sheet_is_one_a4_in_either_language(found: Whole, language: Language) -> None:
    pdf = write_incidents(incident_sheet(found, language), ADDRESS)

    assert pages(pdf) == 1
    said = words(pdf)
    for one in {
        "sv": ("Trängsel eller kö", "Gjordes genast", "inga namn"),
        "en": ("Done at once", "no names"),
    }[language]:
        assert one in said, one


def test_the_code_holds_the_address_whole(found: Whole) -> None:
    drawn = segno.make_qr(ADDRESS, error="m")

    picture = svg_of(ADDRESS)

    assert picture.startswith("<svg")
    assert f'width="{drawn.symbol_size(4, 4)[0]}"' in picture
    without = write_day(day_sheet(found, "sv"))
    assert len(write_day(day_sheet(found, "sv"), ADDRESS)) > len(without)
