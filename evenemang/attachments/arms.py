"""A municipality's arms: a picture from outside, made into a small PNG of our own and nothing else."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from itertools import product

from PIL import Image, ImageOps, UnidentifiedImageError

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import LONGEST_TEXT, Text

MOST_BYTES = 5_000_000
MOST_PIXELS = 40_000_000  # 160 MB unpacked
SIDES = (240, 200, 160, 120, 96, 64, 40)  # pixels of the longest side: the largest that fits is taken
COLOURS = (256, 64)
TOO_LARGE = Text(
    sv="den är större än 5 MB. Spara bilden mindre och välj den igen.",
    en="it is larger than 5 MB. Save the picture smaller and choose it again.",
)
TOO_MANY = Text(
    sv="bilden har för många bildpunkter, fler än 40 miljoner. Spara den mindre och välj den igen.",
    en="the picture has too many pixels, more than 40 million. Save it smaller and choose it again.",
)
NO_PICTURE = Text(
    sv="den är ingen hel bild i PNG eller JPEG. Spara vapnet som en av dem och välj filen igen. "
    "SVG tas inte emot: en sådan fil kan bära program.",
    en="it is no whole picture in PNG or JPEG. Save the arms as one of them and choose the file again. "
    "SVG is not taken: such a file can carry programs.",
)
BROKEN = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


def arms_of(content: bytes, name: str) -> str:
    """Return a picture as a small PNG in base64, drawn anew: no more of the file comes along.

    Raises:
        FileUnfit: If it is no PNG or JPEG, or too large.
    """
    if len(content) > MOST_BYTES:
        raise FileUnfit("too large", file=name, why=TOO_LARGE)
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as found:
            if found.width * found.height > MOST_PIXELS:
                raise FileUnfit("too many pixels", file=name, why=TOO_MANY)
            picture = ImageOps.exif_transpose(found).convert("RGBA")
    except BROKEN as broken:
        raise FileUnfit("no picture", file=name, why=NO_PICTURE) from broken
    drawn = (_drawn(picture, side, colours) for side, colours in product(SIDES, COLOURS))
    return next(one for one in drawn if len(one) <= LONGEST_TEXT)


def _drawn(picture: Image.Image, side: int, colours: int) -> str:
    small = picture.copy()
    small.thumbnail((side, side))
    plain = Image.new("RGBA", small.size)
    plain.paste(small)
    stream = BytesIO()
    plain.quantize(colours, method=Image.Quantize.FASTOCTREE).save(stream, "PNG", optimize=True)
    return b64encode(stream.getvalue()).decode()
