"""Workbooks whose zip is torn or packed to deceive."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from tests.hostile.corpus import READ, hostile
from tests.hostile.packing import (
    BOOK,
    CENTRAL,
    END,
    LOCAL,
    edited,
    packed,
    patched,
    unpacked,
    with_member,
)

ODD = "inte packad som Excel packar"
TORN = "inte hel"
LARGE = "större än en arbetsbok"


@hostile(TORN)
def half(book: bytes) -> bytes:
    """The first half of a workbook: a download that stopped."""
    return book[: len(book) // 2]


@hostile(TORN)
def without_its_end(book: bytes) -> bytes:
    """A workbook that lacks its last ten bytes."""
    return book[:-10]


@hostile(ODD)
def with_a_beginning(book: bytes) -> bytes:
    """A workbook behind another file's beginning, as a zip that unpacks itself has."""
    return b"PK\x03\x04" + b"\0" * 60 + book


@hostile(ODD)
def with_an_ending(book: bytes) -> bytes:
    """A workbook with something after its end."""
    return book + b"<script>alert(1)</script>"


@hostile(ODD)
def two_in_one(book: bytes) -> bytes:
    """Two workbooks after each other: which one is meant?"""
    return edited(book, BOOK, b"Risker", b"Rister") + book


@hostile(ODD)
def with_a_comment(book: bytes) -> bytes:
    """A zip with a comment that holds the end of another zip."""
    comment = END + b"\0" * 18
    return book[:-2] + struct.pack("<H", len(comment)) + comment


@hostile(ODD)
def two_names(book: bytes) -> bytes:
    """A member called one thing in the list and another where it stands."""
    return book[: book.index(b"xl/styles.xml")] + b"xl/stylez.xml" + book[book.index(b"xl/styles.xml") + 13 :]


@hostile(ODD)
def two_sizes(book: bytes) -> bytes:
    """A member with one size in the list and another where it stands."""
    return patched(book, LOCAL, 22, "<I", 7, last=False)


@hostile(ODD)
def two_methods(book: bytes) -> bytes:
    """A member packed in one way in the list and another where it stands."""
    return patched(book, LOCAL, 8, "<H", ZIP_STORED, last=False)


@hostile(ODD)
def locked_where_it_stands(book: bytes) -> bytes:
    """A member that is locked where it stands, and open in the list."""
    return patched(book, LOCAL, 6, "<H", 1, last=False)


@hostile(ODD)
def over_each_other(book: bytes) -> bytes:
    """Two members that share the same bytes: how a small zip unpacks to anything."""
    first, last = book.index(CENTRAL), book.rindex(CENTRAL)
    content = bytearray(book)
    content[last + 42 : last + 46] = content[first + 42 : first + 46]
    return bytes(content)


@hostile(LARGE)
def bomb(book: bytes) -> bytes:
    """A member that unpacks to 65 MB."""
    return with_member(book, "xl/extra.xml", b" " * (65 * 2**20))


@hostile(LARGE)
def bomb_in_pieces(book: bytes) -> bytes:
    """Twenty members that unpack to 4 MB each."""
    for number in range(20):
        book = with_member(book, f"xl/media/{number}.bin", b"\0" * (4 * 2**20))
    return book


@hostile(TORN)
def bomb_that_lies(book: bytes) -> bytes:
    """A member that unpacks to 8 MB and says it is 100 bytes."""
    made = with_member(book, "xl/extra.xml", b" " * (8 * 2**20))
    return patched(patched(made, CENTRAL, 24, "<I", 100), LOCAL, 22, "<I", 100)


@hostile(LARGE)
def packed_a_thousandfold(book: bytes) -> bytes:
    """A sheet that unpacks to a thousand times its size, though not to much: nobody writes so."""
    return with_member(book, "xl/worksheets/sheet99.xml", b"<x/>" * (5 * 2**20))


@hostile(LARGE)
def many_members(book: bytes) -> bytes:
    """A zip of two thousand members."""
    stream = BytesIO(book)
    with ZipFile(stream, "a") as opened:
        for number in range(2_000):
            opened.writestr(f"xl/media/{number}", b"")
    return stream.getvalue()


@hostile(ODD)
def twice(book: bytes) -> bytes:
    """Two members of the same name but for a capital: programs choose differently."""
    return with_member(book, "xl/Workbook.xml", unpacked(book)[BOOK].replace(b"Risker", b"Rister"))


@hostile(ODD)
def way_out(book: bytes) -> bytes:
    """A member that leads out of the folder where it is unpacked."""
    return with_member(book, "../../outside.xml")


@hostile(ODD)
def from_the_root(book: bytes) -> bytes:
    """A member with an absolute name."""
    return with_member(book, "/etc/passwd")


@hostile(ODD)
def drive(book: bytes) -> bytes:
    """A member with a drive of Windows in its name."""
    return with_member(book, "C:/Windows/win.ini")


@hostile(ODD)
def backwards(book: bytes) -> bytes:
    """A member that leads out by backslashes."""
    return with_member(book, "xl\\..\\..\\outside.xml")


@hostile(ODD)
def nought_in_a_name(book: bytes) -> bytes:
    """A member whose name goes on after a nought: what one program sees another does not."""
    made = with_member(book, "xl/extra.xmlX.txt")
    return made.replace(b"xl/extra.xmlX.txt", b"xl/extra.xml\0.txt")


@hostile(ODD)
def long_name(book: bytes) -> bytes:
    """A member with a name of 60 000 characters."""
    return with_member(book, "xl/" + "a" * 60_000)


@hostile(ODD)
def link(book: bytes) -> bytes:
    """A member that is a link to a file of the machine."""
    info = ZipInfo("xl/link.xml")
    info.external_attr = 0o120777 << 16
    return with_member(book, info, b"/etc/passwd")


@hostile(ODD)
def bzipped(book: bytes) -> bytes:
    """A member packed by bzip2."""
    return with_member(book, "xl/extra.xml", method=ZIP_BZIP2)


@hostile(ODD)
def lzma(book: bytes) -> bytes:
    """A member packed by LZMA."""
    return with_member(book, "xl/extra.xml", method=ZIP_LZMA)


@hostile("har lösenord")
def locked(book: bytes) -> bytes:
    """A zip with a password on a member."""
    made = with_member(book, "xl/extra.xml")
    return patched(patched(made, CENTRAL, 8, "<H", 1), LOCAL, 6, "<H", 1)


@hostile(ODD)
def size_that_lies(book: bytes) -> bytes:
    """A member that says it is larger than it is."""
    made = with_member(book, "xl/extra.xml", b"x" * 1_000)
    return patched(patched(made, CENTRAL, 24, "<I", 999_999), LOCAL, 22, "<I", 999_999)


@hostile(TORN)
def checksum_that_lies(book: bytes) -> bytes:
    """A member with another checksum than its bytes have."""
    made = with_member(book, "xl/extra.xml", b"x" * 1_000)
    return patched(patched(made, CENTRAL, 16, "<I", 1), LOCAL, 14, "<I", 1)


@hostile(TORN)
def scratch(book: bytes) -> bytes:
    """A byte changed inside a member."""
    content = bytearray(book)
    content[content.index(b"xl/sharedStrings.xml") + 300] ^= 0x40
    return bytes(content)


@hostile(LARGE)
def zip64(book: bytes) -> bytes:
    """A member whose size stands in a field of zip64 and is a number beyond all files."""
    content = bytearray(with_member(book, "xl/extra.xml"))
    at = content.rindex(CENTRAL)
    name = struct.unpack_from("<H", content, at + 28)[0]
    struct.pack_into("<I", content, at + 24, 0xFFFFFFFF)
    struct.pack_into("<H", content, at + 30, 12)
    field = struct.pack("<HHQ", 1, 8, 2**62)
    content[at + 46 + name : at + 46 + name] = field
    size = struct.unpack_from("<I", content, content.rindex(END) + 12)[0]
    struct.pack_into("<I", content, content.rindex(END) + 12, size + 12)
    return bytes(content)


@hostile(ODD)
def zip64_end(book: bytes) -> bytes:
    """A zip with a second end, of zip64, that points elsewhere."""
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, 2**40, 1)
    return book[:-22] + locator + book[-22:]


@hostile(ODD)
def on_two_disks(book: bytes) -> bytes:
    """A zip that says it goes on on another disk."""
    return patched(book, END, 4, "<HH", 1, 1)


@hostile(ODD)
def count_that_lies(book: bytes) -> bytes:
    """A zip that says it has fewer members than it lists."""
    return patched(book, END, 8, "<HH", 3, 3)


@hostile(READ)
def streamed(book: bytes) -> bytes:
    """A workbook written as a stream: sizes stand after the members, as some programs write."""

    class Stream(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    stream = Stream()
    with ZipFile(stream, "w", ZIP_DEFLATED) as opened:
        for name, content in unpacked(book).items():
            opened.writestr(name, content)
    return stream.getvalue()


@hostile(READ)
def with_folders(book: bytes) -> bytes:
    """A workbook unpacked and packed again by a file manager: folders are members too."""
    return packed({"xl/": b"", "xl/worksheets/": b""} | unpacked(book))


@hostile(READ)
def unpacked_only(book: bytes) -> bytes:
    """A workbook whose members are stored as they are."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as opened:
        for name, content in unpacked(book).items():
            opened.writestr(name, content)
    return stream.getvalue()


@hostile(READ)
def with_a_zip_inside(book: bytes) -> bytes:
    """A picture that is a zip: nothing looks inside a picture."""
    return with_member(book, "xl/media/image1.png", book)
