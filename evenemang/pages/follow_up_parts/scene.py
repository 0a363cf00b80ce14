"""What every card is given: the year's rows and figures, and how they are to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from evenemang.domain.matrix import Matrix
from evenemang.domain.text import Language, Text
from evenemang.flow.year import YearFigures
from evenemang.flow.year_rows import YearRows


@dataclass(frozen=True)
class Scene:
    """A year in front of a reader."""

    rows: YearRows
    figures: YearFigures
    matrix: Matrix
    charts: Any  # the module evenemang.charts
    dark: bool
    language: Language

    def say(self, text: Text) -> str:
        """Return a text in the reader's language."""
        return text.say(self.language)
