"""Soon."""

from evenemang.domain.actor import Actor
from evenemang.domain.text import Language
from evenemang.pages.house import House


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the page."""
