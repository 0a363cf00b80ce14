"""A warning for what looks like an identity number or a named person's health; false alarms are cheap."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Zone
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.on_site import LogIncident, NoteInLog
from evenemang.flow.sensitive import COORDINATION_NUMBER, PERSONAL_NUMBER, seen_in, seen_in_record

BORN = st.dates(date(1900, 1, 1), date(2026, 11, 28))
LAST = st.integers(0, 999)
WRITTEN = st.sampled_from(("", "-", "+", " ", "\u2013", "\u2011"))
AROUND = st.text(st.characters(exclude_categories=("Nd", "Nl", "No", "Cs", "Mn", "Mc", "Me")), max_size=20)


def check_digit(nine: str) -> int:
    """The digit by the description of the tax agency: 2, 1, 2, 1 …, digits summed, up to the next ten."""
    products = "".join(str(int(digit) * weight) for digit, weight in zip(nine, (2, 1) * 5, strict=False))
    return -sum(map(int, products)) % 10


def number(born: date, last: int, between: str, *, century: bool, added: int = 0, wrong: int = 0) -> str:
    short = f"{born:%y%m}{born.day + added:02d}"
    digit = (check_digit(f"{short}{last:03d}") + wrong) % 10
    return f"{born.year // 100 if century else ''}{short}{between}{last:03d}{digit}"


@settings(max_examples=60)
@given(born=BORN, last=LAST, between=WRITTEN, century=st.booleans(), around=st.tuples(AROUND, AROUND))
def test_every_personal_number_is_seen_however_it_is_written(
    born: date, last: int, between: str, century: bool, around: tuple[str, str]
) -> None:
    written = number(born, last, between, century=century)

    assert PERSONAL_NUMBER in [one.what for one in seen_in(f" {written} ".join(around))]


@settings(max_examples=40)
@given(born=BORN, last=LAST, between=WRITTEN, century=st.booleans())
def test_a_coordination_number_has_sixty_added_to_the_day(
    born: date, last: int, between: str, century: bool
) -> None:
    written = number(born, last, between, century=century, added=60)

    assert [one.what for one in seen_in(f"Gäller {written}.")] == [COORDINATION_NUMBER]


@settings(max_examples=40)
@given(born=BORN, last=LAST, century=st.booleans(), wrong=st.integers(1, 9))
def test_a_number_whose_check_digit_is_wrong_is_none(
    born: date, last: int, century: bool, wrong: int
) -> None:
    assert seen_in(number(born, last, "-", century=century, wrong=wrong)) == ()


@settings(max_examples=60)
@given(st.text())
def test_no_text_is_too_odd_to_be_looked_at(text: str) -> None:
    assert all(one.text for one in seen_in(text))


@pytest.mark.parametrize("text", ["Ring 811218-9876", "född 19811218-9876,", "8112189876", "1981-12-18-9876"])
def test_the_example_of_the_tax_agency_is_seen(text: str) -> None:
    assert [one.what for one in seen_in(text)] == [PERSONAL_NUMBER]


@pytest.mark.parametrize(
    "text",
    [
        "811318-9870",  # no such month
        "19810229-9871",  # no such day that year
        "1811218-98760",  # part of a longer number
        "Dnr KS 2026/0118, 5 500 besökare, 2026-11-28 18:00",
        "031-368 00 00",
    ],
)
def test_what_is_no_number_of_a_person_is_left_alone(text: str) -> None:
    assert seen_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg har epilepsi",
        "Karin svimmade vid grinden",
        "Vi ringde efter hjälp. Erik Lundqvist var medvetslös i två minuter",
        "PATIENTEN Åsa Öberg fördes till sjukhus",
        "Nils-Erik Ek är gravt synskadad",
    ],
)
def test_a_health_detail_about_somebody_named_is_seen(text: str) -> None:
    assert seen_in(text) != ()


@pytest.mark.parametrize(
    "text",
    [
        "En besökare svimmade vid grinden",
        "Sjukvårdstältet står vid Stora Torget",
        "Skadad person vid Stora Torget, Röda Korset på plats",
        "Anna Berg ansvarar för grindarna. En besökare fick hjärtstopp",
        "Anna Berg ringer räddningstjänsten",
    ],
)
def test_health_without_a_name_and_a_name_without_health_are_left_alone(text: str) -> None:
    assert seen_in(text) == ()


def test_every_text_of_a_deed_is_looked_at() -> None:
    comment = GiveAnswer(question="crowds.queue-space", value="yes", comment="Fråga 811218-9876")
    incident = LogIncident(type="illness", severity=2, what="Yrsel", cause="Anna Berg har epilepsi")

    assert [one.text for one in seen_in_record(comment)] == ["811218-9876"]
    assert [one.text for one in seen_in_record(incident)] == ["Anna Berg … epilepsi"]
    assert seen_in_record(NoteInLog(what="Grindarna öppnade 12:00")) == ()


def test_a_name_in_a_register_is_looked_at_for_numbers_and_not_for_health() -> None:
    organiser = Organiser(id="firma", name="Eva Ek Sjukgymnastik 900101-0017", contact="Eva Ek, 900101-0017")

    assert {one.text for one in seen_in_record(organiser)} == {"900101-0017"}
    assert seen_in_record(Zone(id="z1", name="Scenen", area_m2=9, net_m2=9, planning_density=1)) == ()
    noted = Zone(id="z1", name="A", area_m2=9, net_m2=9, planning_density=1, note="Eva Ek har diabetes")
    assert len(seen_in_record(noted)) == 1
