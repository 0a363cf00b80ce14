"""A file is what its bytes say; what is kept of it tells nobody where it was taken, and does nothing."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image

from evenemang.attachments import KINDS, look, thumbnail
from evenemang.attachments.looking import READERS
from evenemang.attachments.refusals import WHYS
from evenemang.domain.errors import AttachmentUnfit, FileUnfit
from tests.attachments.making import (
    COMMENT,
    PLACE,
    acting,
    acting_on_a_page,
    bomb,
    links,
    office,
    open_document,
    pdf,
    photograph,
    png,
    written,
    zipped,
)

JS, LAUNCH = acting("/OpenAction", "/J#61vaScript"), acting("/OpenAction", "/Launch", "/F")
RED, BLUE = (254, 0, 0), (0, 0, 254)


def picture_of(content: bytes) -> Image.Image:
    return Image.open(BytesIO(look(content, "bild").content))


def is_near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 30 for one, other in zip(pixel[:3], colour, strict=True))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_tells_nothing_of_where_when_and_by_whom_it_was_taken(form: str) -> None:
    brought = photograph(form=form)
    assert COMMENT.encode() in brought
    assert 34853 in Image.open(BytesIO(brought)).getexif()

    kept = look(brought, "IMG_1.jpg").content

    found = Image.open(BytesIO(kept))
    assert dict(found.getexif()) == {}
    assert set(found.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for word in (COMMENT.encode(), PLACE, b"Exif", b"xmp", b"ICC_PROFILE", b"iCCP", b"eXIf", b"2027"):
        assert word not in kept


def test_a_photograph_stands_the_right_way_up() -> None:
    upright = picture_of(photograph((80, 60), turned=6))

    assert upright.size == (60, 80)
    assert is_near(upright.getpixel((30, 10)), RED)
    assert is_near(upright.getpixel((30, 70)), BLUE)


def test_the_same_picture_is_the_same_file() -> None:
    assert look(photograph(), "en.jpg").file == look(photograph(), "två.png").file


def test_a_large_photograph_is_made_smaller_and_a_drawing_is_not() -> None:
    assert max(picture_of(written(Image.new("RGB", (5000, 300)), "JPEG")).size) == 4096
    assert picture_of(png((5000, 30))).size == (5000, 30)


@pytest.mark.parametrize(
    ("mode", "form", "kind"),
    [
        ("RGB", "WEBP", "jpg"),
        ("RGBA", "WEBP", "png"),
        ("CMYK", "JPEG", "jpg"),
        ("L", "JPEG", "jpg"),
        ("LA", "PNG", "png"),
        ("P", "PNG", "png"),
        ("1", "PNG", "png"),
        ("I;16", "PNG", "png"),
    ],
)
def test_every_kind_of_picture_becomes_one_that_every_browser_shows(mode: str, form: str, kind: str) -> None:
    looked = look(written(Image.new(mode, (40, 30)), form), "bild")

    assert looked.kind.id == kind
    assert Image.open(BytesIO(looked.content)).mode in ("RGB", "RGBA", "L")


def test_what_hangs_after_a_picture_is_gone() -> None:
    kept = look(photograph() + zipped({"x": "PK"}) + b"<script>alert(1)</script>", "bild.jpg").content

    assert b"PK\x03\x04" not in kept
    assert b"<script" not in kept


def test_a_thumbnail_is_small_and_upright() -> None:
    small = Image.open(BytesIO(thumbnail(photograph((2000, 1000)), "bild")))

    assert small.size == (160, 320)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (pdf(), "pdf"),
        (office(), "docx"),
        (office("xl/workbook.xml"), "xlsx"),
        (open_document(), "odt"),
        (
            office(**{"word/_rels/document.xml.rels": links("https://boras.se", "hyperlink")}),
            "docx",
        ),
    ],
    ids=["pdf", "docx", "xlsx", "odt", "docx with a link"],
)
def test_a_document_is_kept_byte_for_byte(content: bytes, kind: str) -> None:
    looked = look(content, "fil.exe")

    assert looked.kind.id == kind
    assert looked.content == content


def test_a_pdf_that_may_be_read_but_not_changed_is_taken() -> None:
    locked = pdf(lambda writer: writer.encrypt("", "ägarens", algorithm="AES-256"))

    assert look(locked, "intyg.pdf").kind.id == "pdf"


REFUSED = {
    "nothing": (b"", "empty"),
    "too large": (b"%PDF-" + b"0" * 10_000_000, "large"),
    "a program": (b"MZ\x90\x00", "unknown"),
    "svg": (b'<?xml version="1.0"?><svg xmlns="x"/>', "web"),
    "svg as utf-16": ("<svg/>".encode("utf-16"), "web"),
    "html": (b"\xef\xbb\xbf \n<!DOCTYPE html><script>", "web"),
    "heic": (b"\0\0\0\x18ftypheic\0\0", "heic"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-office"),
    "gif": (b"GIF89a", "unknown"),
    "half a picture": (photograph()[:-400], "torn"),
    "only the beginning of a picture": (b"\x89PNG\r\n\x1a\n" + b"0" * 100, "torn"),
    "a bomb of pixels": (bomb(), "pixels"),
    "half a pdf": (pdf()[:-40], "torn"),
    "a pdf with a password": (pdf(lambda one: one.encrypt("x")), "password"),
    "a pdf with a program": (pdf(JS), "pdf-acts"),
    "a pdf that starts something": (pdf(LAUNCH), "pdf-acts"),
    "a pdf with a field that acts": (pdf(acting_on_a_page), "pdf-acts"),
    "a pdf with a file in it": (pdf(lambda one: one.add_attachment("x.txt", b"x")), "pdf-acts"),
    "a pdf that was a program before": (pdf() + b"\n1 0 obj<</S/JavaScript>>endobj\n%%EOF", "pdf-acts"),
    "a pdf and a zip": (pdf() + zipped({"x": "y"}) + b"%%EOF", "two-kinds"),
    "a zip of files": (zipped({"a.txt": "a"}), "package"),
    "half a zip": (office()[:-30], "torn"),
    "a zip after a zip": (zipped({"a": "b"}) + office(), "odd"),
    "a zip bomb": (office(**{"word/media/x": b"0" * 70_000_000}), "unpacks"),
    "a zip that packs too well": (office(**{"word/media/x": b"0" * 3_000_000}), "unpacks"),
    "a way out of a zip": (office(**{"../../x": "y"}), "odd"),
    "word with macros": (office(**{"word/vbaProject.bin": b"x"}), "programs"),
    "word with a file in it": (office(**{"word/embeddings/x.bin": b"x"}), "programs"),
    "word with a template elsewhere": (
        office(**{"word/_rels/settings.xml.rels": links("https://x.se/a.dotm", "attachedTemplate")}),
        "fetches",
    ),
    "word with a hidden word for elsewhere": (
        office(**{"word/_rels/a.rels": links("//x/a", "image").replace("External", "Exte&#114;nal")}),
        "fetches",
    ),
    "word with entities": (office(**{"word/a.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "odd"),
    "word that does not say it is word": (
        zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>"}),
        "unknown",
    ),
    "opendocument with a program": (open_document(**{"Basic/a.xml": "<x/>"}), "programs"),
    "opendocument with a password": (
        open_document(**{"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}),
        "password",
    ),
    "opendocument that is no text": (
        zipped({"content.xml": "<x/>"}, {"mimetype": "application/x-other"}),
        "unknown",
    ),
}


@pytest.mark.parametrize(("content", "word"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_kept_is_refused_with_what_to_do(content: bytes, word: str) -> None:
    with pytest.raises(AttachmentUnfit) as refused:
        look(content, "karta.pdf")

    assert refused.value.facts["why"] == WHYS[word]
    assert "karta.pdf" in refused.value.say("sv")


def test_after_a_file_that_was_refused_the_next_is_taken() -> None:
    with pytest.raises(FileUnfit):
        look(bomb(), "bomb.png")
    assert look(png(), "karta.png").kind is KINDS["png"]


def test_a_reader_that_takes_too_long_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = READERS.ask
    monkeypatch.setattr(READERS, "ask", lambda content: asked(content, seconds=0.0))

    with pytest.raises(AttachmentUnfit) as refused:
        look(png((3000, 3000)), "karta.png")  # far longer than it takes to be told to stop

    assert "tar för lång tid" in refused.value.say("sv")


def test_what_a_taken_over_reader_tells_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    for answer in (b"+jpg<html>", b"+exeMZ", b"-a word of its own", b""):
        monkeypatch.setattr(READERS, "ask", lambda _content, told=answer: told)
        with pytest.raises(AttachmentUnfit) as refused:
            look(png(), "karta.png")
        assert refused.value.facts["why"] == WHYS["heavy"]


def test_every_kind_has_a_limit_and_says_why() -> None:
    for kind in KINDS.values():
        assert 0 < kind.largest <= 10_000_000
        assert re.search(r"polisen|maxUploadSize", kind.because)
