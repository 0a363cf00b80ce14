"""Arbetsbok: the dossier as a file that outlives the program, and the way in for one that comes back."""

from __future__ import annotations

from evenemang.pages.book import coming_back, file
from evenemang.pages.desk import Desk


def render(desk: Desk) -> None:
    """Show the file, then the way in."""
    file.show(desk)
    coming_back.show(desk)
