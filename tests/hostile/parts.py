"""Workbooks whose parts are missing, lead elsewhere, or are XML that is written to harm."""

from __future__ import annotations

from tests.hostile.corpus import READ, hostile
from tests.hostile.packing import (
    BOOK,
    LINKS,
    RISKS,
    STRINGS,
    STYLES,
    TYPES,
    edited,
    unpacked,
    with_member,
    with_parts,
    without,
)

ODD = "inte packad som Excel packar"
NO_SENSE = "går inte att tolka"
MISSING = "saknar en del"
LARGE = "större än en arbetsbok"
HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


@hostile(MISSING)
def no_types(book: bytes) -> bytes:
    """A workbook without its list of types."""
    return without(book, TYPES)


@hostile(MISSING)
def no_book(book: bytes) -> bytes:
    """A workbook without the part that lists its sheets."""
    return without(book, BOOK)


@hostile(MISSING)
def no_links(book: bytes) -> bytes:
    """A workbook that does not say where its sheets are."""
    return without(book, LINKS)


@hostile(MISSING)
def no_sheets(book: bytes) -> bytes:
    """A workbook with its sheets taken out of the file."""
    return without(book, *(one for one in unpacked(book) if "worksheets" in one))


@hostile(MISSING)
def no_sheet(book: bytes) -> bytes:
    """A workbook with one sheet taken out: its risks would be gone unseen."""
    return without(book, RISKS)


@hostile(MISSING)
def no_texts(book: bytes) -> bytes:
    """A workbook without its texts."""
    return without(book, STRINGS)


@hostile(MISSING)
def no_styles(book: bytes) -> bytes:
    """A workbook whose styles are taken out of the file: its days would be numbers."""
    return without(book, STYLES)


@hostile(NO_SENSE)
def styles_unlinked(book: bytes) -> bytes:
    """A workbook that does not know of its styles: its days are numbers, and no number is taken for a day."""
    return edited(book, LINKS, b"relationships/styles", b"relationships/stylez")


@hostile(MISSING)
def no_sheets_listed(book: bytes) -> bytes:
    """A workbook that lists no sheet."""
    whole = unpacked(book)[BOOK]
    return with_parts(book, book=whole[: whole.index(b"<sheets>")] + whole[whole.index(b"</sheets>") + 9 :])


@hostile(MISSING)
def sheet_without_link(book: bytes) -> bytes:
    """A sheet that points at a link that is not there."""
    return edited(book, BOOK, b'r:id="rId5"', b'r:id="rId555"')


@hostile(MISSING)
def sheet_without_id(book: bytes) -> bytes:
    """A sheet that points at no link: it would be left out unseen."""
    return edited(book, BOOK, b' r:id="rId5"', b"")


@hostile(ODD)
def sheet_on_the_web(book: bytes) -> bytes:
    """A sheet that lies on a server: opening it would tell who opens."""
    return edited(
        book,
        LINKS,
        b'Target="worksheets/sheet5.xml"',
        b'Target="http://127.0.0.1:9/s.xml" TargetMode="External"',
    )


@hostile(MISSING)
def sheet_among_the_files(book: bytes) -> bytes:
    """A sheet that is a file of the machine."""
    return edited(book, LINKS, b"worksheets/sheet5.xml", b"file:///etc/passwd")


@hostile(MISSING)
def sheet_outside(book: bytes) -> bytes:
    """A sheet that leads out of the file."""
    return edited(book, LINKS, b"worksheets/sheet5.xml", b"../../../../etc/passwd")


@hostile(MISSING)
def sheet_on_a_share(book: bytes) -> bytes:
    """A sheet on another machine, which Windows would sign in to."""
    return edited(book, LINKS, b"worksheets/sheet5.xml", b"\\\\evil\\share\\sheet.xml")


@hostile(READ)
def sheets_from_the_root(book: bytes) -> bytes:
    """A workbook whose sheets are pointed at from the root of the file, as openpyxl writes."""
    return edited(book, LINKS, b'Target="worksheets/', b'Target="/xl/worksheets/', 100)


@hostile(READ)
def sheets_change_places(book: bytes) -> bytes:
    """A workbook in which two names of sheets have changed places: tables are found by their marks."""
    swapped = edited(book, BOOK, b'r:id="rId5"', b'r:id="rIdX"')
    swapped = edited(swapped, BOOK, b'r:id="rId6"', b'r:id="rId5"')
    return edited(swapped, BOOK, b'r:id="rIdX"', b'r:id="rId6"')


@hostile("står två gånger")
def same_sheet_twice(book: bytes) -> bytes:
    """Two names that lead to one sheet."""
    return edited(book, BOOK, b"</sheets>", b'<sheet name="Igen" sheetId="77" r:id="rId5"/></sheets>')


@hostile("står två gånger")
def copied_sheet(book: bytes) -> bytes:
    """A sheet that somebody has copied, and changed in one of the two."""
    types = b'<Override PartName="/xl/worksheets/sheet77.xml" ContentType="application/vnd.openxmlformats-'
    types += b'officedocument.spreadsheetml.worksheet+xml"/></Types>'
    copy = edited(book, BOOK, b"</sheets>", b'<sheet name="Risker (2)" sheetId="77" r:id="rId77"/></sheets>')
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    link = b'<Relationship Id="rId77" Type="' + kind + b'" Target="worksheets/sheet77.xml"/></Relationships>'
    copy = edited(edited(copy, LINKS, b"</Relationships>", link), TYPES, b"</Types>", types)
    return with_member(copy, "xl/worksheets/sheet77.xml", unpacked(book)[RISKS])


@hostile(ODD)
def same_name_twice(book: bytes) -> bytes:
    """Two sheets of the same name."""
    return edited(book, BOOK, b'name="Beslut"', b'name="Risker"')


@hostile(LARGE)
def many_sheets(book: bytes) -> bytes:
    """A workbook that lists ten thousand sheets, all the same part."""
    more = b"".join(
        b'<sheet name="s%d" sheetId="%d" r:id="rId1"/>' % (one, one) for one in range(100, 10_100)
    )
    return edited(book, BOOK, b"</sheets>", more + b"</sheets>")


@hostile("Strikt Open XML")
def strict_form(book: bytes) -> bytes:
    """A workbook as Excel saves "Strict Open XML": other names for everything, and no sheet is seen."""
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts = {
        name: content.replace(main, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        for name, content in unpacked(book).items()
        if name.endswith(".xml") and name.startswith("xl/")
    }
    for name, content in parts.items():
        book = edited(book, name, unpacked(book)[name], content)
    return book


@hostile(READ)
def external_workbook(book: bytes) -> bytes:
    """A workbook with a link to another workbook: nothing follows it."""
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    link = b'<Relationship Id="rId88" Type="' + kind + b'" Target="externalLinks/externalLink1.xml"/>'
    made = edited(book, LINKS, b"</Relationships>", link + b"</Relationships>")
    made = edited(
        made,
        BOOK,
        b"<definedNames>",
        b'<externalReferences><externalReference r:id="rId88"/></externalReferences><definedNames>',
    )
    return with_member(made, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")


@hostile(READ)
def external_without_end(book: bytes) -> bytes:
    """A workbook that points at another workbook, whose part is gone."""
    return edited(
        book,
        BOOK,
        b"<definedNames>",
        b'<externalReferences><externalReference r:id="rId99"/></externalReferences><definedNames>',
    )


@hostile(READ)
def connections(book: bytes) -> bytes:
    """A workbook with a connection to a database: nothing opens it."""
    return with_member(book, "xl/connections.xml", b"<connections/>")


@hostile(ODD)
def document_type(book: bytes) -> bytes:
    """A document type in a part."""
    return edited(book, BOOK, b"<workbook ", b"<!DOCTYPE workbook><workbook ")


@hostile(ODD)
def laughs(book: bytes) -> bytes:
    """A billion laughs: ten entities of ten entities of ten."""
    lines = b"".join(b'<!ENTITY l%d "%s">' % (one, b"&l%d;" % (one - 1) * 10) for one in range(1, 10))
    made = HEAD + b'<!DOCTYPE sst [<!ENTITY l0 "ha">' + lines + b"]>"
    return edited(book, STRINGS, HEAD + b"\n", made)


@hostile(ODD)
def file_of_the_machine(book: bytes) -> bytes:
    """An entity that is a file of the machine."""
    made = HEAD + b'<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return edited(book, STRINGS, HEAD + b"\n", made)


@hostile(ODD)
def type_on_the_web(book: bytes) -> bytes:
    """A document type that lies on a server, in the styles."""
    return edited(
        book, STYLES, b"<styleSheet ", b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><styleSheet '
    )


@hostile(ODD)
def parameters(book: bytes) -> bytes:
    """An entity for the document type itself, in a link."""
    return edited(book, LINKS, b"<Relationships ", b'<!DOCTYPE x [<!ENTITY % y "z"> %y;]><Relationships ')


def _in(book: bytes, encoding: str, declared: str) -> bytes:
    whole = unpacked(book)[BOOK].decode().split("?>", 1)[1]
    text = f'<?xml version="1.0" encoding="{declared}"?><!DOCTYPE a [<!ENTITY b "c">]>{whole}'
    return with_parts(book, book=text.encode(encoding))


@hostile(ODD)
def type_in_utf16(book: bytes) -> bytes:
    """A document type in UTF-16."""
    return _in(book, "utf-16", "UTF-16")


@hostile(ODD)
def type_in_utf16_backwards(book: bytes) -> bytes:
    """A document type in UTF-16 with its bytes the other way round, and nothing that says so."""
    return _in(book, "utf-16-be", "UTF-16")


@hostile(ODD)
def type_in_utf7(book: bytes) -> bytes:
    """A document type in UTF-7, where `<` is written `+ADw-`."""
    whole = unpacked(book)[BOOK].decode().split("?>", 1)[1]
    text = f'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-{whole}'
    return with_parts(book, book=text.encode())


@hostile(ODD)
def type_in_ebcdic(book: bytes) -> bytes:
    """A document type in EBCDIC, as mainframes write."""
    return _in(book, "cp037", "cp037")


@hostile(ODD)
def type_in_utf32(book: bytes) -> bytes:
    """A document type in UTF-32."""
    return _in(book, "utf-32", "UTF-32")


@hostile(ODD)
def strange_encoding(book: bytes) -> bytes:
    """A part in an encoding that few programs know."""
    return edited(book, BOOK, b'encoding="UTF-8"', b'encoding="x-user-defined"')


@hostile(READ)
def in_utf16(book: bytes) -> bytes:
    """Texts in UTF-16, as the standard allows."""
    text = unpacked(book)[STRINGS].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    return with_parts(book, strings=text.encode("utf-16"))


@hostile(NO_SENSE)
def half_a_part(book: bytes) -> bytes:
    """A part that ends in the middle."""
    whole = unpacked(book)[BOOK]
    return with_parts(book, book=whole[: len(whole) // 2])


@hostile(NO_SENSE)
def empty_part(book: bytes) -> bytes:
    """A sheet with nothing in it."""
    return with_parts(book, risks=b"")


@hostile(NO_SENSE)
def another_root(book: bytes) -> bytes:
    """A sheet that is something else."""
    return with_parts(book, risks=b"<html><body/></html>")


@hostile(NO_SENSE)
def forbidden_character(book: bytes) -> bytes:
    """A control character where XML allows none."""
    return edited(book, STRINGS, b"<t>", b"<t>\x01")


@hostile(NO_SENSE)
def not_utf8(book: bytes) -> bytes:
    """Bytes that are no text."""
    return edited(book, STRINGS, b"<t>", b"<t>\xff\xfe")


@hostile(LARGE)
def deep(book: bytes) -> bytes:
    """Elements within each other, a hundred thousand deep."""
    return edited(book, STYLES, b"</styleSheet>", b"<a>" * 100_000 + b"</a>" * 100_000 + b"</styleSheet>")


@hostile(LARGE)
def wide(book: bytes) -> bytes:
    """An element with a hundred thousand attributes."""
    many = b"".join(b' a%d=""' % one for one in range(100_000))
    return edited(book, BOOK, b"<workbookPr", b"<workbookPr" + many)


@hostile(LARGE)
def long_attribute(book: bytes) -> bytes:
    """An attribute of two million characters."""
    return edited(book, BOOK, b'name="Risker"', b'name="' + b"ab" * 1_000_000 + b'"')


@hostile(LARGE)
def many_styles(book: bytes) -> bytes:
    """A hundred thousand styles."""
    xf = b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    return edited(book, STYLES, b"</cellXfs>", xf * 100_000 + b"</cellXfs>")


@hostile(LARGE)
def many_names(book: bytes) -> bytes:
    """A hundred thousand names for cells."""
    names = b"".join(b'<definedName name="n%d">A1</definedName>' % one for one in range(100_000))
    return edited(book, BOOK, b"</definedNames>", names + b"</definedNames>")


@hostile(NO_SENSE)
def links_within_links(book: bytes) -> bytes:
    """A namespace that is not declared."""
    return edited(book, LINKS, b"<Relationship Id", b"<x:Relationship Id")
