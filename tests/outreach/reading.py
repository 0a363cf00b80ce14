"""A PDF as a person or a reader sees it."""

import re
import subprocess
from pathlib import Path


def words(pdf: bytes | Path) -> str:
    """Return the words of a PDF with nothing but single spaces between them."""
    given = pdf.read_bytes() if isinstance(pdf, Path) else pdf
    said = subprocess.run(["pdftotext", "-raw", "-", "-"], input=given, capture_output=True, check=True)
    return " ".join(said.stdout.decode().split())


def page_by_page(pdf: bytes) -> list[str]:
    """Return the words of each page."""
    said = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return [" ".join(one.split()) for one in said.stdout.decode().split("\f")]


def solid(text: str) -> str:
    """Return a text without any space, and without the marks that say which way it is read."""
    return re.sub(r"[\s\u202a-\u202e\u2066-\u2069\u200b]", "", text)


def pages(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    said = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    found = re.search(r"^Pages: +(\d+)$", said, re.MULTILINE)
    assert found
    return int(found[1])
