"""Historik: everything that was done in the dossier, one field's values, and the way back to one of them."""

from __future__ import annotations

from evenemang.pages.desk import Desk, show_refusal
from evenemang.pages.history import listing


def render(desk: Desk) -> None:
    """Show the step."""
    show_refusal()
    listing.show(desk)
