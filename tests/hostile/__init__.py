"""Files that are hostile or broken, built from a workbook of ours: each tells what becomes of it."""

from __future__ import annotations

from tests.hostile import archives, parts, sheets, strangers
from tests.hostile.corpus import CORPUS, READ, Hostile

__all__ = ["CORPUS", "READ", "Hostile", "archives", "parts", "sheets", "strangers"]
