"""Placeholder, replaced by its owner."""

from evenemang.pages.desk import Desk


def render(desk: Desk) -> None:
    """Show the step."""
