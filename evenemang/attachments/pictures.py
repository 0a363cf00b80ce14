"""Pictures, written anew: turned the right way up, and with nothing in them but what is seen."""

from __future__ import annotations

from io import BytesIO
from struct import error as StructError
from zlib import error as ZlibError

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from evenemang.attachments.kinds import LONGEST_SIDE, MOST_PIXELS, SMALL_SIDE
from evenemang.attachments.refusals import Unfit

FORMATS = ("JPEG", "PNG", "WEBP")  # no other reader of Pillow's is tried, whatever the bytes say
QUALITY = 90  # of 95: no difference is seen, also where it was JPEG before
BROKEN = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    ValueError,
    TypeError,
    SyntaxError,  # so Pillow says of a broken PNG
    LookupError,
    EOFError,
    OverflowError,
    StructError,
    ZlibError,
)


def cleaned(content: bytes) -> tuple[str, bytes]:
    """Return the kind and the bytes of a picture written anew: no place, camera, name or comment is left.

    A photograph becomes JPEG, at most 4 096 pixels on its longest side; PNG, and what is see-through, PNG.

    Raises:
        Unfit: If it is no whole picture, or has too many pixels.
    """
    picture, form = _opened(content)
    seen_through = "transparency" in picture.info or picture.mode in ("RGBA", "LA", "PA")
    if form == "PNG" or seen_through:
        return "png", _written(_in_srgb(ImageOps.exif_transpose(picture)), "PNG")
    return "jpg", _photograph(picture, LONGEST_SIDE)


def small(content: bytes) -> bytes:
    """Return a JPEG of a picture, at most 320 pixels on its longest side, on white.

    Raises:
        Unfit: If it is no whole picture.
    """
    picture, _ = _opened(content, draft=2 * SMALL_SIDE)
    return _photograph(picture, SMALL_SIDE)


def _opened(content: bytes, draft: int = 2 * LONGEST_SIDE) -> tuple[Image.Image, str]:
    try:
        picture = Image.open(BytesIO(content), formats=FORMATS)
        if picture.width * picture.height > MOST_PIXELS:
            raise Unfit("pixels")
        form = picture.format or ""
        picture.draft("RGB", (draft, draft))  # JPEG alone is unpacked smaller at once
        picture.load()
    except Image.DecompressionBombError as bomb:
        raise Unfit("pixels") from bomb
    except BROKEN as broken:
        raise Unfit("torn") from broken
    return picture, form


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Return a picture in the colours that every screen shows, with nothing beside the pixels."""
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith(("I", "F")):  # 16 bits of grey: scans and heights
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.mode in ("P", "PA", "LA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    if profile and picture.mode in ("RGB", "RGBA", "CMYK", "L"):
        picture = _by_profile(picture, profile)
    if picture.mode not in ("RGB", "RGBA", "L"):
        picture = picture.convert("RGB")
    picture.info = {}  # Pillow writes comments and profiles from here
    return picture


def _by_profile(picture: Image.Image, profile: bytes) -> Image.Image:
    to = picture.mode if picture.mode in ("RGB", "RGBA", "L") else "RGB"
    try:
        given = ImageCms.ImageCmsProfile(BytesIO(profile))
        if to == "L" or "sRGB" in ImageCms.getProfileDescription(given):
            return picture
        turned = ImageCms.profileToProfile(picture, given, ImageCms.createProfile("sRGB"), outputMode=to)
    except (ImageCms.PyCMSError, *BROKEN):
        return picture  # a profile that cannot be read says nothing of the colours
    return turned or picture


def _photograph(picture: Image.Image, longest: int) -> bytes:
    """Return a picture as JPEG: made small first, for the rest takes its time by the pixel."""
    if picture.mode not in ("RGB", "RGBA", "L", "CMYK"):
        picture = _in_srgb(picture)
    if max(picture.size) > longest:
        picture.thumbnail((longest, longest))
    picture = _in_srgb(ImageOps.exif_transpose(picture))
    if picture.mode == "RGBA":
        white = Image.new("RGB", picture.size, "white")
        white.paste(picture, mask=picture.getchannel("A"))
        picture = white
    return _written(picture, "JPEG")


def _written(picture: Image.Image, form: str) -> bytes:
    made = BytesIO()
    if form == "JPEG":
        picture.save(made, "JPEG", quality=QUALITY, optimize=True)
    else:
        picture.save(made, "PNG", compress_level=6)
    return made.getvalue()
