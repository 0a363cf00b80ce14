"""Arbetsbok: the dossier as a file that outlives the program, and everything that was done in it."""

from __future__ import annotations

from evenemang.pages.book import coming_back, file, history
from evenemang.pages.desk import Desk


def render(desk: Desk) -> None:
    """Show the file, the way in for one that comes back, then the history."""
    file.show(desk)
    coming_back.show(desk)
    history.show(desk)
