"""Files as people bring them, and as those who mean harm do: made here, so that what is in them is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from PIL import Image, ImageCms
from PIL.ExifTags import IFD, Base
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

PLACE = b"N57.7210 E12.9401"  # in the comment and the XMP of a photograph, beside its GPS
COMMENT = "Sara Linds mobil"
OFFICE = "application/vnd.openxmlformats-officedocument."
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def photograph(size: tuple[int, int] = (80, 60), turned: int = 6, form: str = "JPEG") -> bytes:
    """Return a picture as a phone takes it: red to the left, with place, name, profile and comment."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = picture.getexif()
    exif[Base.Orientation] = turned
    exif[Base.Artist] = COMMENT
    exif.get_ifd(IFD.GPSInfo).update(
        {1: "N", 2: (57.0, 43.0, 15.6), 3: "E", 4: (12.0, 56.0, 24.4), 29: "2027:06:25"}
    )
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    extra = {"comment": PLACE, "xmp": b"<x:xmpmeta>" + PLACE + b"</x:xmpmeta>"} if form == "JPEG" else {}
    return written(picture, form, exif=exif, icc_profile=profile, **extra)


def written(picture: Image.Image, form: str, **more: object) -> bytes:
    made = BytesIO()
    picture.save(made, form, **more)
    return made.getvalue()


def png(size: tuple[int, int] = (40, 30), mode: str = "RGB") -> bytes:
    return written(Image.new(mode, size), "PNG")


def pdf(change: Callable[[PdfWriter], object] = lambda _writer: None) -> bytes:
    """Return a PDF of one page, changed before it is written."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    change(writer)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def acting(key: str, does: str, said: str = "/JS") -> Callable[[PdfWriter], None]:
    """Return a change that gives a PDF an action; names may be written with signs as numbers."""

    def change(writer: PdfWriter) -> None:
        action = DictionaryObject(
            {NameObject("/S"): NameObject(does), NameObject(said): TextStringObject("app.alert(1)")}
        )
        writer._root_object[NameObject(key)] = writer._add_object(action)

    return change


def acting_on_a_page(writer: PdfWriter) -> None:
    """Put the action deep in a page, where it opens by a field."""
    action = DictionaryObject(
        {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("x")}
    )
    field = DictionaryObject({NameObject("/Subtype"): NameObject("/Widget"), NameObject("/A"): action})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(field)])


def office(main: str = "word/document.xml", /, **more: str | bytes) -> bytes:
    """Return a Word or Excel file of few parts; `more` are parts that it has beside them."""
    kinds = {"word/document.xml": "wordprocessingml.document", "xl/workbook.xml": "spreadsheetml.sheet"}
    said = f'<Override PartName="/{main}" ContentType="{OFFICE}{kinds[main]}.main+xml"/>'
    types = f'<Types xmlns="x">{said}</Types>'
    parts: dict[str, str | bytes] = {"[Content_Types].xml": types, main: "<document/>", **more}
    return zipped(parts)


def open_document(**more: str | bytes) -> bytes:
    """Return a document of LibreOffice of few parts."""
    mimetype = "application/vnd.oasis.opendocument.text"
    parts: dict[str, str | bytes] = {
        "content.xml": "<content/>",
        "META-INF/manifest.xml": "<manifest/>",
        **more,
    }
    return zipped(parts, first={"mimetype": mimetype})


def zipped(parts: Mapping[str, str | bytes], first: Mapping[str, str] | None = None) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, word in (first or {}).items():
            archive.writestr(ZipInfo(name), word, ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return made.getvalue()


def links(target: str, kind: str) -> str:
    """Return the links of a part, one of them out of the file."""
    return (
        f'<Relationships xmlns="x"><Relationship Id="r1" Type="{LINK}{kind}" Target="{target}" '
        'TargetMode="External"/></Relationships>'
    )


def bomb() -> bytes:
    """Return a PNG that says it is 40 000 by 40 000 pixels, in some hundred bytes."""
    head = re.sub(
        rb"IHDR(.{8})", lambda _: b"IHDR" + (40_000).to_bytes(4, "big") * 2, png(), count=1, flags=re.DOTALL
    )
    from zlib import crc32

    return head[:29] + crc32(head[12:29]).to_bytes(4, "big") + head[33:]
