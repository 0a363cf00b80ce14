"""A template and what it is told, to PDF: the words go in as data, so that nothing in them is ever markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

FOLDER = Path(__file__).parent
PPI = 220.0
STANDARDS: list[Any] = ["a-2b", "ua-1"]  # kept for long, and read aloud


def typeset(template: str, told: Mapping[str, Any]) -> bytes:
    """Return a template beside this file as PDF.

    Both standards ask that every character can be shown. Where somebody typed one that no font here has
    (a rare script, an emoji), the file is written all the same, without their marks.
    """
    words = json.dumps(told, ensure_ascii=False)
    try:
        return _compiled(template, words, STANDARDS)
    except typst.TypstError:
        return _compiled(template, words, [])


def drawn(template: str, told: Mapping[str, Any]) -> bytes:
    """Return a template beside this file as a picture (PNG), sharp enough for paper."""
    picture, _ = typst.compile_with_warnings(
        FOLDER / template,
        root=FOLDER,
        font_paths=_fonts(),
        sys_inputs={"form": json.dumps(told, ensure_ascii=False)},
        format="png",
        ppi=PPI,
    )
    assert isinstance(picture, bytes)  # of one page
    return picture


@cache
def _fonts() -> typst.Fonts:
    """Our own letters first; the machine's for scripts that they lack."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=[FOLDER])


def _compiled(template: str, words: str, standards: list[Any]) -> bytes:
    pdf, _ = typst.compile_with_warnings(
        FOLDER / template,
        root=FOLDER,
        font_paths=_fonts(),
        sys_inputs={"form": words},
        format="pdf",
        pdf_standards=standards,
    )
    assert isinstance(pdf, bytes)  # one file, since no pattern of names is asked for
    return pdf
