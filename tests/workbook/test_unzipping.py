"""A file from outside is looked at before any parser sees it, and refused with a sentence."""

from __future__ import annotations

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from openpyxl import Workbook

from evenemang.domain.errors import FileUnfit
from evenemang.workbook.twin.reading import read
from evenemang.workbook.unzipping import LARGEST_UNPACKED, checked

ODD = "inte packad som Excel packar"
PROGRAMS = "makron"
TOO_LARGE = "större än en arbetsbok"
NO_BOOK = "inte en Excelarbetsbok"
TORN = "inte hel"


def book() -> bytes:
    stream = BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


def packed(add: Callable[[ZipFile], None]) -> bytes:
    """Return a workbook with something more in it."""
    stream = BytesIO(book())
    with ZipFile(stream, "a", ZIP_DEFLATED) as zipped:
        add(zipped)
    return stream.getvalue()


def member(name: str, content: bytes = b"x", *, mode: int = 0, method: int = ZIP_DEFLATED) -> bytes:
    def add(zipped: ZipFile) -> None:
        info = ZipInfo(name)
        info.external_attr = mode << 16
        info.compress_type = method
        zipped.writestr(info, content)

    return packed(add)


def locked() -> bytes:
    """A workbook whose last member says that it is encrypted."""
    content = bytearray(member("xl/extra.xml"))
    at = content.rindex(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def smaller_than_it_says() -> bytes:
    """A workbook whose last member says another size than it has."""
    content = bytearray(member("xl/extra.xml", b"x" * 1000))
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 999_999)
    return bytes(content)


def torn() -> bytes:
    content = bytearray(member("xl/extra.bin", bytes(range(256)) * 40, method=0))
    at = content.index(b"xl/extra.bin") + 50
    content[at] ^= 0xFF
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "är tom"),
        (b"%PDF-1.7", "en PDF"),
        (b"id;ask\n", NO_BOOK),
        (b"\xd0\xcf\x11\xe0" * 100, NO_BOOK),
        (member("xl/vbaProject.bin"), PROGRAMS),
        (member("xl/embeddings/word.docx"), PROGRAMS),
        (member("XL/workbook.xml"), ODD),
        (member("../outside.xml"), ODD),
        (member("/etc/passwd"), ODD),
        (member("xl\\..\\..\\outside.xml"), ODD),
        (member("xl/link.xml", b"/etc/passwd", mode=0o120777), ODD),
        (member("xl/extra.xml", method=ZIP_BZIP2), ODD),
        (locked(), "har lösenord"),
        (smaller_than_it_says(), ODD),
        (torn(), TORN),
        (member("xl/extra.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), ODD),
        (member("xl/extra.xml", '<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16")), ODD),
        (member("xl/extra.xml", b" " * (2**16 - 4) + b"<!DOCTYPE a><a/>"), ODD),
        (member("xl/extra.xml", b" " * (LARGEST_UNPACKED + 1)), TOO_LARGE),
    ],
)
def test_what_is_packed_to_deceive_is_refused_before_it_is_read(content: bytes, why: str) -> None:
    for look in (checked, read):
        with pytest.raises(FileUnfit) as refused:
            look(content, "bok.xlsx")
        assert why in refused.value.say("sv")


def test_a_plain_workbook_passes_and_a_picture_may_hold_any_bytes() -> None:
    checked(member("xl/media/image1.png", b"<!DOCTYPE"), "bok.xlsx").close()


def test_a_stray_mark_far_away_does_not_make_a_book_too_heavy_to_read() -> None:
    made = Workbook()
    assert made.active is not None
    made.active["XFD1048576"] = "x"
    stream = BytesIO()
    made.save(stream)

    assert read(stream.getvalue(), "bok.xlsx").faults


def test_more_rows_than_an_area_can_have_are_refused() -> None:
    made = Workbook(write_only=True)
    sheet = made.create_sheet("Källor")
    for number in range(3_001):
        sheet.append([f"s{number}"])
    stream = BytesIO()
    made.save(stream)

    with pytest.raises(FileUnfit) as refused:
        read(stream.getvalue(), "bok.xlsx")
    assert TOO_LARGE in refused.value.say("sv")


def test_a_book_whose_parts_make_no_sense_is_refused_with_a_sentence() -> None:
    stream = BytesIO()
    with ZipFile(BytesIO(book())) as whole, ZipFile(stream, "w") as spoilt:
        for info in whole.infolist():
            content = whole.read(info)
            spoilt.writestr(
                info, content[: len(content) // 2] if info.filename == "xl/workbook.xml" else content
            )

    with pytest.raises(FileUnfit) as refused:
        read(stream.getvalue(), "bok.xlsx")
    assert "går inte att tolka" in refused.value.say("sv")
