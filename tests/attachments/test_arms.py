"""The arms: any picture from outside becomes a small PNG of our own, or is refused with a sentence."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from evenemang.attachments.arms import MOST_BYTES, arms_of
from evenemang.domain.errors import FileUnfit
from evenemang.domain.setting import Setting
from evenemang.domain.text import LONGEST_TEXT


def picture(
    kind: str = "PNG", size: tuple[int, int] = (400, 480), mode: str = "RGB", **more: object
) -> bytes:
    stream = BytesIO()
    Image.effect_noise(size, 80).convert(mode).save(stream, kind, **more)
    return stream.getvalue()


def header(width: int, height: int) -> bytes:
    """A PNG that says it is as large as this, and holds nothing."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))
    return start + struct.pack(">I", 10) + b"IDAT" + b"\0" * 14


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("JPEG", "CMYK"), ("JPEG", "L")]
)
def test_any_picture_becomes_one_that_fits_a_cell(kind: str, mode: str) -> None:
    arms = arms_of(picture(kind, mode=mode), "vapen")

    assert len(arms) <= LONGEST_TEXT
    assert Setting(id="arms", arms=arms).arms == arms
    with Image.open(BytesIO(b64decode(arms))) as drawn:
        assert drawn.format == "PNG"
        assert drawn.width / drawn.height == pytest.approx(400 / 480, abs=0.02)


def test_nothing_of_the_file_comes_along_but_its_pixels() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Anna Berg")
    exif = Image.Exif()
    exif[0x010E] = "57.93N 12.53E"

    for content in (picture(pnginfo=told, exif=exif), picture("JPEG", exif=exif)):
        drawn = b64decode(arms_of(content + b"<script>", "vapen"))
        assert not any(one in drawn for one in (b"Anna", b"57.93", b"script", b"tEXt", b"eXIf", b"iCCP"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "ingen hel bild"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG tas inte emot"),
        (b"GIF89a" + b"\0" * 40, "ingen hel bild"),
        (picture("BMP"), "ingen hel bild"),
        (picture()[:2000], "ingen hel bild"),
        (picture("JPEG")[:2000], "ingen hel bild"),
        (header(9000, 9000), "för många bildpunkter"),
        (header(60_000, 60_000), "ingen hel bild"),
        (header(0, 5), "ingen hel bild"),
        (b"\x89PNG" + b"\0" * MOST_BYTES, "större än 5 MB"),
    ],
)
def test_what_is_no_picture_or_too_large_is_refused_with_what_to_do(content: bytes, why: str) -> None:
    with pytest.raises(FileUnfit) as refused:
        arms_of(content, "vapen.png")
    assert why in refused.value.say("sv")


WHOLE = picture(size=(40, 48))


@given(at=st.integers(0, len(WHOLE) - 1), byte=st.integers(0, 255))
def test_a_changed_byte_gives_a_picture_or_a_sentence(at: int, byte: int) -> None:
    try:
        arms = arms_of(WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :], "vapen.png")
    except FileUnfit:
        return
    assert Setting(id="arms", arms=arms).is_set
