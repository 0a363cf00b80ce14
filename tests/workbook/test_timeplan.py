"""The sheet Tidplan: worked out for a reader, and what is stored of the permits under it."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from evenemang import bootstrap
from evenemang.domain.dossier import Dossier
from evenemang.domain.permit import Permit, PermitNotNeeded
from evenemang.domain.text import Language
from evenemang.workbook import write
from evenemang.workbook.reading import read
from tests.builders import GIVEN
from tests.workbook.strategies import whole_of

CONTENT = bootstrap.content()


@pytest.fixture(name="planned")
def fixture_planned(potato: Dossier) -> Dossier:
    permits = (
        Permit(
            permit="gathering-permit",
            what="Offentlig tillställning",
            covers=("public-place", "guards", "own-9"),
            filed=date(2023, 5, 2),
            outcome="applied",
        ),
        Permit(permit="food", what="Mat", filed=date(2023, 8, 16), outcome="registered"),
    )
    spared = (PermitNotNeeded(permit="building", because="Tältet står i tre dagar.", given=GIVEN),)
    return potato.model_copy(update={"permits": permits, "permits_not_needed": spared})


def rows(dossier: Dossier, language: Language = "sv", *, secret: bool = False) -> dict[str, tuple[Any, ...]]:
    book = load_workbook(BytesIO(write(whole_of(dossier, CONTENT), language, secret=secret)))
    sheet = book["Tidplan" if language == "sv" else "Time plan"]
    return {str(row[2]): row for row in sheet.iter_rows(min_row=5, values_only=True) if row[2]}


def test_a_permit_stands_with_its_day_rule_decider_state_and_source(planned: Dossier) -> None:
    day, days, _, state, why, form, decides, owner, rule, source, *_ = rows(planned)[
        "Serveringstillstånd för alkohol"
    ]

    assert (day.date(), days, form, owner) == (date(2023, 5, 27), "T−90", "Tillstånd", None)
    assert state.startswith("Att göra")
    assert why == "Kommer det att drickas alkohol? Ja."
    assert decides.startswith("Kommunen")
    assert rule.startswith("Alkohollagen (2010:1622)")
    assert "lokal tid i Alingsås" in source
    assert "säkerhet: hög" in source


def test_what_was_filed_late_says_by_how_much_in_both_languages(planned: Dossier) -> None:
    book = load_workbook(BytesIO(write(whole_of(planned, CONTENT), "sv")))
    states = [row[3] for row in book["Tidplan"].iter_rows(min_row=5, values_only=True) if row[2] == "Mat"]

    assert states == ["Registrerat, för sent 5 d", "Registrerat"]
    english = load_workbook(BytesIO(write(whole_of(planned, CONTENT), "en")))["Time plan"]
    assert any(row[3] == "Registered, late 5 d" for row in english.iter_rows(values_only=True))


def test_a_figure_of_our_own_and_one_from_memory_say_so(planned: Dossier) -> None:
    found = rows(planned)

    assert "egen bedömning" in found["Kommunens lägesbild av brott som underlag"][9]
    assert "ur minnet, inte kontrollerad" in found["Sekretess för säkerhetsuppgifter"][9]


def test_what_is_not_known_yet_stands_as_such_with_the_question(planned: Dossier) -> None:
    row = rows(planned)["Laser i ljusshow"]

    assert row[3].startswith("Inte känt än")
    assert row[4] == "Inte känt än: Används laser i en ljusshow?"


def test_actions_stand_among_the_permits_by_their_day(planned: Dossier) -> None:
    found = [row for row in rows(planned).values() if row[5] == "Åtgärd"]

    assert {row[2] for row in found} >= {one.do for one in planned.actions if one.id != "A7"}, (
        "A7 is secret by its risk"
    )
    days = [row[0] for row in rows(planned).values() if row[0] and str(row[1]).startswith("T")]
    assert days == sorted(days)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_only_what_a_person_said_is_read_back_and_covers_keep_their_codes(
    planned: Dossier, language: Language
) -> None:
    back = read(write(whole_of(planned, CONTENT), language)).dossier

    assert back.permits == planned.permits
    assert back.permits_not_needed == planned.permits_not_needed


def test_the_secret_workbook_plans_its_own_actions_and_no_permits(planned: Dossier) -> None:
    forms = {row[5] for row in rows(planned, secret=True).values()}

    assert forms == {"Åtgärd"}
