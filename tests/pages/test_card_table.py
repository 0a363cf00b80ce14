"""A card's table on the page: words that cannot be markup, and no longer than a person reads."""

from datetime import date

from evenemang.pages.follow_up_parts.card import ROWS, Table, shown
from evenemang.pages.follow_up_parts.download import csv_file


def test_a_table_shows_its_first_rows_and_columns_however_many_there_are() -> None:
    rows = tuple((f"Fest {number}", number, 0.5, None) for number in range(10_000))

    found = shown(Table(("Evenemang", "Antal", "Andel", "Dag"), rows, decimals=1, on_page=3), "sv")

    assert list(found) == ["Evenemang", "Antal", "Andel"]
    assert [len(column) for column in found.values()] == [ROWS] * 3
    assert found["Andel"][0] == "0,5"


def test_a_day_is_words_to_a_reader_and_sorts_in_a_file() -> None:
    table = Table(("Dag",), ((date(2023, 8, 26),),))

    assert shown(table, "sv") == {"Dag": ["26\u00a0augusti\u00a02023"]}
    assert csv_file(table.heading, table.rows, "sv").decode("utf-8-sig") == "Dag\r\n2023-08-26\r\n"


def test_what_is_missing_is_a_dash_and_a_name_stays_letters() -> None:
    found = shown(Table(("Evenemang", "Antal"), (("[x](http://y)", None),)), "sv")

    assert found["Antal"] == ["–"]
    assert "[x](" not in found["Evenemang"][0]
