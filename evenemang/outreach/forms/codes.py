"""QR codes: an address as a picture that a telephone's camera opens."""

from __future__ import annotations

from io import BytesIO

import segno


def svg_of(address: str) -> str:
    """Return the QR code of an address as SVG: black on white whatever stands around it."""
    stream = BytesIO()
    # Level M is read with a seventh of it worn away; a border of four squares is what the standard asks.
    segno.make_qr(address, error="m").save(
        stream, kind="svg", border=4, scale=4, dark="#000", light="#fff", xmldecl=False, nl=False
    )
    return stream.getvalue().decode("utf-8")
