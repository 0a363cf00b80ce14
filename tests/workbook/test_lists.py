"""A list from outside as plain cells: any encoding and separator, any workbook, and what is refused."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from evenemang.domain.errors import FileUnfit
from evenemang.workbook.lists.reading import MOST_COLUMNS, MOST_ROWS, read_list

ROWS = [["Evenemang", "Plats", "Besök"], ["Höstfest på ön", "Ängsö; norra", "1,5"]]


def text(separator: str) -> str:
    return "\r\n".join(separator.join(f'"{one}"' if ";" in one else one for one in row) for row in ROWS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_text_file_is_read_whatever_its_encoding_and_separator(encoding: str, separator: str) -> None:
    sheets = read_list(text(separator).encode(encoding), "lista.csv")

    assert [list(row) for row in sheets[0].rows] == ROWS


def test_commas_part_columns_where_decimals_are_quoted() -> None:
    content = b'Namn,Plats,Avgift\nFest,"Torget, norra","1,5"\nMarknad,Parken,2\n'

    assert read_list(content, "lista.csv")[0].rows[1] == ("Fest", "Torget, norra", "1,5")


def test_the_separator_that_excel_names_itself_counts_and_rows_keep_their_numbers() -> None:
    sheets = read_list(b"sep=;\nNamn;Plats\nFest, dans;Torget\n", "lista.csv")

    assert sheets[0].rows == ((), ("Namn", "Plats"), ("Fest, dans", "Torget"))


def book(*rows: list[object]) -> bytes:
    found = Workbook()
    sheet = found.active
    assert sheet is not None
    sheet.title = "2023"
    for row in rows:
        sheet.append(row)
    found.create_sheet("Tomt")
    stream = BytesIO()
    found.save(stream)
    return stream.getvalue()


def test_a_workbook_gives_dates_as_dates_and_leaves_out_what_is_empty() -> None:
    content = book(["Namn", "Dag", "", None], [], ["Fest", datetime(2023, 8, 25), 1200, 1.5])

    sheets = read_list(content, "lista.xlsx")

    assert [one.title for one in sheets] == ["2023"]
    assert sheets[0].rows == (("Namn", "Dag"), (), ("Fest", datetime(2023, 8, 25), 1200, 1.5))


def test_a_formula_gives_its_value_and_one_without_is_not_taken_for_empty() -> None:
    content = book(["Namn", "Besök"], ["Fest", "=600+600"])
    sheet = "xl/worksheets/sheet1.xml"
    kept = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(kept, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"<v></v>", b"<v>1200</v>").replace(b"<v />", b"<v>1200</v>"))

    assert b"1200" in ZipFile(kept).read(sheet)
    assert read_list(kept.getvalue(), "lista.xlsx")[0].rows[1] == ("Fest", 1200)
    assert read_list(content, "lista.xlsx")[0].rows[1] == ("Fest", "=600+600")


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "lista.csv", "tom"),
        (b" \n;;\n", "lista.csv", "tom"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "lista.xls", "äldre Excelformatet"),
        (b"PK\x03\x04 nonsens", "lista.xlsx", "inte hel"),
        (b"<html><table>", "lista.xlsx", "inte en Excelarbetsbok"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "lista.csv", "varken"),
        (b"Namn;Plats\n" + b'"' + b"x" * 200_000, "lista.csv", "citattecken"),
        (b"a;b\n" * (MOST_ROWS + 1), "lista.csv", "fler än"),
        (b"a;" * (MOST_COLUMNS + 1) + b"b\nc;d\n", "lista.csv", "fler än"),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(content: bytes, name: str, said: str) -> None:
    with pytest.raises(FileUnfit) as refused:
        read_list(content, name)

    assert said in refused.value.say("sv")


def test_a_workbook_with_more_rows_than_a_list_is_refused() -> None:
    with pytest.raises(FileUnfit) as refused:
        read_list(book(*(["Fest", date(2023, 8, 25)] for _ in range(MOST_ROWS + 1))), "lista.xlsx")

    assert "fler än" in refused.value.say("sv")
