"""What people write in cells is read as they mean it; what may mean two things is asked about."""

from datetime import date, datetime

import pytest

from evenemang.workbook.returning.choosing import chosen
from evenemang.workbook.returning.days import day, moment
from evenemang.workbook.returning.numbers import number
from evenemang.workbook.returning.reading import texts
from evenemang.workbook.returning.telling import NotUnderstood
from evenemang.workbook.words import ANSWERS, INCIDENTS, SEVERITIES, STATUSES


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (250, 250),
        (2.5, 2.5),
        (250.0, 250),
        ("2,5", 2.5),
        ("2.5", 2.5),
        (" 20 000 ", 20_000),
        ("20\u00a0000", 20_000),
        ("1 234 567,5", 1_234_567.5),
        ("20 000 personer", 20_000),
        ("20000 pers", 20_000),
        ("12,5 m²", 12.5),
        ("12,5m²", 12.5),
        ("-3", -3),
        ("−3", -3),
        ("0,125", 0.125),
    ],
)
def test_a_number_is_read_with_spaces_comma_and_unit(written: str | float, meant: float) -> None:
    assert number(written, ("m²",)) == meant


@pytest.mark.parametrize(
    "written",
    [
        "1,500",
        "20.000",
        "ca 500",
        "500-600",
        "5 km",
        "1e5",
        "tjugo",
        "",
        "2 00",
        True,
        date(2027, 1, 2),
        "NaN",
    ],
)
def test_what_may_be_two_numbers_or_none_is_not_guessed(written: object) -> None:
    with pytest.raises(NotUnderstood):
        number(written, ("m²",))  # type: ignore[arg-type]  # whatever a cell may hold


@pytest.mark.parametrize(
    "written",
    [
        date(2027, 8, 25),
        datetime(2027, 8, 25, 0, 0),
        "2027-08-25",
        "20270825",
        "2027/08/25",
        "2027-08-25 00:00:00",
        "25 augusti 2027",
        "den 25 aug. 2027",
        "Onsdag 25 augusti 2027",
        "August 25, 2027",
        "25th August 2027",
        "Wed, 25 Aug 2027",
        "25/8 2027",
        "25.8.2027",
        "8/25/2027",
    ],
)
def test_a_day_is_read_as_a_date_or_in_the_swedish_english_or_iso_way(written: object) -> None:
    assert day(written) == date(2027, 8, 25)  # type: ignore[arg-type]  # whatever a cell may hold


@pytest.mark.parametrize(
    "written", ["5/8/2027", "05.08.2027", "25 augusti", "25/8", "i morgon", 45163, "31 juni 2027"]
)
def test_a_day_that_may_be_another_is_not_guessed(written: object) -> None:
    with pytest.raises(NotUnderstood):
        day(written)  # type: ignore[arg-type]  # whatever a cell may hold


def test_a_day_first_and_a_space_before_the_year_is_swedish() -> None:
    assert day("5/8 2027") == date(2027, 8, 5)


@pytest.mark.parametrize(
    "written", ["2027-08-25 14:30", "25 augusti 2027 kl. 14.30", datetime(2027, 8, 25, 14, 30)]
)
def test_a_moment_is_a_day_with_a_time_where_the_events_are(written: object) -> None:
    assert moment(written).isoformat() == "2027-08-25T14:30:00+02:00"  # type: ignore[arg-type]  # any cell


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ja", "yes"),
        ("ja ", "yes"),
        ("J", "yes"),
        ("yes", "yes"),
        ("x", "yes"),
        ("JA.", "yes"),
        (True, "yes"),
        ("Nej", "no"),
        ("n", "no"),
        ("Delvis", "partly"),
        ("ej aktuellt", "not-relevant"),
        ("Ej relevant", "not-relevant"),
    ],
)
def test_an_answer_is_read_as_people_shorten_it(written: str | bool, meant: str) -> None:
    assert chosen(written, ANSWERS) == meant


def test_a_word_in_either_language_with_or_without_its_number_is_its_code() -> None:
    assert (
        chosen("Tillbud", SEVERITIES) == chosen("0", SEVERITIES) == chosen("0 near miss", SEVERITIES) == "0"
    )
    assert chosen("Beslutad, försenad", STATUSES) == "decided"
    assert chosen("brand, rök eller gasol", INCIDENTS) == "fire"


def test_a_word_that_is_not_among_them_is_told_with_those_that_are() -> None:
    with pytest.raises(NotUnderstood) as unclear:
        chosen("kanske", ANSWERS)

    assert unclear.value.expected.sv == "Skriv Ja, Delvis, Nej eller Ej aktuellt."


def test_several_texts_stand_with_bullets_or_a_line_each() -> None:
    assert texts("• Vakter\n• Staket\n  framför scenen", None) == ["Vakter", "Staket\nframför scenen"]  # type: ignore[arg-type]
    assert texts("Vakter\n- Staket", None) == ["Vakter", "Staket"]  # type: ignore[arg-type]


def test_a_cell_of_nothing_but_blanks_and_one_that_never_ends_are_soon_told() -> None:
    for written in (" " * 30_000 + "x", "1" * 30_000, "1 " * 15_000, "kl " * 10_000):
        for read in (number, day, moment):
            with pytest.raises(NotUnderstood):
                read(written)
